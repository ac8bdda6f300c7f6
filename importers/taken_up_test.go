package importers

import (
	"strings"
	"testing"
)

// An item that joins the own items of two audiences has all that stood beside them: whoever takes it for these loses nothing.
func TestPairsTakeUpWhatStandsBesideThem(t *testing.T) {
	five := func(header string) []string { return answersTo(header, 0, 8, 8, 8, 8, 8) }
	staff := exportOf(40, five("We deliver our parcels on time"), five("What would our customers say? [We deliver our parcels on time]"))
	customers := exportOf(40, five("How good is it? [You deliver parcels on time]"), five("How important is it? [You deliver parcels on time]"))
	text := draftFileOf(t, "staff.csv", staff, "customers.csv", customers)
	for _, line := range strings.Split(text, "\n") {
		if !strings.HasPrefix(line, "#  ") || !strings.Contains(line, "staff: ") || !strings.Contains(line, "customers: ") {
			continue
		}
		for _, want := range []string{
			`importance: {customers: "How important is it? [You deliver parcels on time]"}`,
			`estimates: {staff: [{of: customers, column: "What would our customers say? [We deliver our parcels on time]"}]}`,
		} {
			if !strings.Contains(line, want) {
				t.Errorf("no %s in\n%s", want, line)
			}
		}
		return
	}
	t.Errorf("no pair is offered:\n%s", text)
}

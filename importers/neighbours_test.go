package importers

import (
	"fmt"
	"strings"
	"testing"
)

// The weakest item has the scale of its neighbours, and a slip past it is asked about, also where every audience has some.
func TestNeighboursTellWhereAScaleEnds(t *testing.T) {
	clear := func(n int) (columns [][]string) {
		for i := range n {
			columns = append(columns, answersTo(fmt.Sprintf("Item %c", 'A'+i), 0, 20, 30, 40, 70, 60))
		}
		return columns
	}
	for name, test := range map[string]struct {
		column []string
		beside int
		want   string
	}{
		"nobody says 5":       {answersTo("Weakest", 0, 80, 80, 40, 20), 4, `scale 1..5 for 1 item, although nobody answered 5 here, though some did in "Item A", "Item B", "Item C", "Item D": "Weakest"`},
		"two tell nothing":    {answersTo("Weakest", 0, 80, 80, 40, 20), 2, "scale 1..4 for 1 item"},
		"a scale to 3":        {answersTo("Weakest", 0, 80, 80, 60), 4, "a scale of three points, or codes?"},
		"a rare 6":            {answersTo("Weakest", 0, 20, 30, 40, 70, 54, 6), 4, "6 of 220 answers are 6, one past the points to 5 that all others chose"},
		"no neighbours":       {answersTo("Weakest", 0, 20, 30, 40, 70, 54, 6), 2, "scale 1..6 for 1 item"},
		"a scale to 6":        {answersTo("Weakest", 0, 20, 30, 40, 50, 40, 40), 4, "scale 1..6 for 1 item"},
		"its wording says it": {answersTo("Weakest (1-4)", 0, 80, 80, 40, 20), 4, "scale 1..4 for 1 item"},
	} {
		export := ratedOnce(append(clear(test.beside), test.column)...)
		s, notices, err := drafted(t, "staff.csv", export, "customers.csv", export)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s: %q is not in\n%s", name, test.want, got)
		}
	}
	export := ratedOnce(append(clear(4), answersTo("Weakest", 0, 20, 30, 40, 70, 54, 6))...)
	if got := draftFileOf(t, "staff.csv", export, "customers.csv", export); !strings.Contains(got, `{column: Weakest, scale: 1..5, missing: {blank: ["6"]}}`) {
		t.Errorf("the line to accept has the 6:\n%s", got)
	}
}

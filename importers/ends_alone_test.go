package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Numbers that end where no other rating does are codes where no word calls them a rating; where others end there too, or a word says so, they are
// ratings as before.
func TestNumbersThatEndAlone(t *testing.T) {
	nine := answersTo("Stops", 0, 7, 8, 6, 7, 6, 8, 7, 5, 6)
	five := func(header string) []string { return answersTo(header, 0, 10, 12, 13, 12, 13) }
	for name, test := range map[string]struct {
		columns [][]string
		want    study.ColumnKind
		note    string
	}{
		"beside ratings to 5":  {[][]string{nine, five("Speed"), five("Price")}, study.SingleColumn, "no other rating ends at 9"},
		"beside one rating":    {[][]string{nine, five("Speed")}, study.RatingColumn, ""},
		"beside another to 9":  {[][]string{nine, five("Speed"), five("Price"), append([]string{"Trust"}, nine[1:]...)}, study.RatingColumn, ""},
		"a word calls it so":   {[][]string{append([]string{"Quality of stops"}, nine[1:]...), five("Speed"), five("Price")}, study.RatingColumn, ""},
		"plain ratings to 5":   {[][]string{five("Stops"), five("Speed"), five("Price")}, study.RatingColumn, ""},
		"another usual length": {[][]string{answersTo("Stops", 0, 9, 8, 9, 8, 9, 8, 9), five("Speed"), five("Price")}, study.RatingColumn, ""},
	} {
		c := inspectedText(t, exportOf(60, test.columns...)).Columns[0]
		if c.Kind != test.want || !strings.Contains(flagsOf(c), test.note) {
			t.Errorf("%s: kind %s, flags %q", name, c.Kind, flagsOf(c))
		}
	}
	const offered = "#  stops: {label: Stops, performance: {customers: {column: Stops, scale: 1..9}}}"
	if got := said(t, exportOf(60, nine, five("Speed"), five("Price")), Options{}); !strings.Contains(got, offered) || strings.Contains(got, "\n  stops:") {
		t.Errorf("init drafts\n%s", got)
	}
}

// Codes of a raw export of REDCap are told with what explains them, and no others are.
func TestRawCodesOfREDCapAreTold(t *testing.T) {
	const want = `a raw export of REDCap, whose numbers may be codes that nothing here explains: "listens"`
	table := exportOf(30, append([]string{"record_id"}, repeated("1", 30)...), append([]string{"redcap_event_name"}, repeated("a", 30)...), answersTo("listens", 0, 6, 6, 6, 6, 6), answersTo("On a scale from 1 to 5: how fair?", 0, 6, 6, 6, 6, 6))
	in := inspectedText(t, table)
	told := ""
	for _, n := range in.Warnings {
		if n.Code == study.CodesUnexplained {
			told = n.Text()
		}
	}
	if !strings.Contains(told, want) || !strings.Contains(told, "--dictionary FILE") || strings.Contains(told, "how fair") {
		t.Errorf("said %q", told)
	}
	if got := said(t, table, Options{}); !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(got, "\n#", " ")), " "), want) {
		t.Errorf("init drafts\n%s", got)
	}
	if got := said(t, strings.Replace(table, "redcap_event_name", "event", 1), Options{}); strings.Contains(got, "REDCap") {
		t.Errorf("of another table it says\n%s", got)
	}
}

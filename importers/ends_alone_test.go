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
	seven := func(header string) []string { return answersTo(header, 0, 8, 9, 9, 8, 9, 9, 8) }
	ten := func(header string) []string { return answersTo(header, 0, 6, 6, 6, 6, 6, 6, 6, 6, 8, 4) }
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
		"beside ratings to 10": {[][]string{nine, ten("Speed"), ten("Price")}, study.RatingColumn, "nobody answered 10 here, though some did in"},
		"one of them to 10":    {[][]string{nine, five("Speed"), five("Price"), ten("Trust")}, study.RatingColumn, ""},
		"to 8 beside to 7":     {[][]string{answersTo("Stops", 0, 8, 8, 7, 7, 7, 8, 7, 8), seven("Speed"), seven("Price")}, study.SingleColumn, "no other rating ends at 8"},
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

// A column that ends before those beside it has their scale where chance may have left their end out, or none of its answers tells of another; it has
// its own where it is surely shorter, and says so where that is not sure.
func TestEndsBesideLongerRatings(t *testing.T) {
	seven := func(header string) []string { return answersTo(header, 0, 5, 8, 6, 6, 4, 5, 6) }
	ten := func(header string, last int) []string {
		return answersTo(header, 0, 4, 4, 5, 5, 5, 5, 4, 3, 5-last, last)
	}
	six := func(of int) []string { return answersTo("Price", 0, of, of, of, of+2, of, of) }
	for name, test := range map[string]struct {
		columns [][]string
		want    string
	}{
		"few to 6":       {[][]string{seven("Delivery"), seven("Service"), append(six(3), repeated("", 20)...)}, `scale 1..7 for 1 item, although nobody answered 7 here, though some did in "Delivery", "Service": "Price"`},
		"40 to 6":        {[][]string{seven("Delivery"), seven("Service"), six(6)}, `scale 1..6 for 1 item, although nobody answered 7 here, though some did in "Delivery", "Service": "Price"`},
		"200 to 6":       {[][]string{seven("Delivery"), seven("Service"), six(33)}, "scale 1..6 for 1 item, although few scales end at 6"},
		"to 8 beside 10": {[][]string{ten("Delivery", 4), ten("Service", 4), answersTo("Price", 0, 8, 8, 9, 9, 8, 8, 9, 9)}, `scale 1..10 for 1 item, although nobody answered 10 here, though some did in "Delivery", "Service": "Price"`},
		"none 7, some 8": {[][]string{ten("Delivery", 1), ten("Service", 1), answersTo("Price", 0, 0, 5, 4, 2, 4, 6, 0, 4)}, `scale 1..10 for 1 item, although nobody answered 1 or 10 here, though some did in "Delivery", "Service": "Price"`},
		"many to 9":      {[][]string{ten("Delivery", 4), ten("Service", 4), answersTo("Price", 0, 30, 30, 30, 30, 30, 30, 30, 30, 30)}, "scale 1..9 for 1 item\n"},
	} {
		rows := 0
		for _, c := range test.columns {
			rows = max(rows, len(c)-1)
		}
		s, notices, err := drafted(t, "customers.csv", exportOf(rows, test.columns...))
		if err != nil {
			t.Fatal(err)
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s: no %q in\n%s", name, test.want, got)
		}
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

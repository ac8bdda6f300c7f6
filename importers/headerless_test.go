package importers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// answeredRows are rows of invented answers; row makes the cells of one.
func answeredRows(n int, row func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(row(i) + "\n")
	}
	return b.String()
}

// The first row of a file without a header is a respondent, who counts, and of whom nothing becomes the name of a column.
func TestFilesWithoutAHeader(t *testing.T) {
	often := []string{"Often", "Rarely", "Never"}
	for name, test := range map[string]struct{ text, want string }{
		"times": {
			answeredRows(4, func(i int) string { return fmt.Sprintf("2026/05/1%d 7:07:45 PM GMT+1,Tram,%d", i, 1+i) }),
			"column 1 holds a time in it, as in all rows below",
		},
		"days": {
			answeredRows(3, func(i int) string { return fmt.Sprintf("%d,2026-05-1%d", 1+i, i) }),
			"column 2 holds a time in it, as in all rows below",
		},
		"telephones": {
			answeredRows(3, func(i int) string { return fmt.Sprintf("5511999999%d,101,%d", 10+i, 3+i) }),
			"column 1 holds a long number in it, as in all rows below",
		},
		"addresses": {
			answeredRows(5, func(i int) string { return fmt.Sprintf("p%d@mail.example,%d,%d", i, 1+i, 5-i) }),
			"column 1 holds an address in it, as in all rows below",
		},
		"answers": {
			answeredRows(30, func(i int) string { return strings.Join([]string{often[i%3], often[i*i%3], often[i/3%3], "4"}, ",") }),
			"most of its cells are answers that stand below again",
		},
		"numbers": {
			answeredRows(40, func(i int) string { return fmt.Sprintf("%d,%d,%d,%d", 1+i%5, 1+i*i%5, 1+i/5%5, 1+i%5) }),
			"most of its cells are answers that stand below again",
		},
		"numbers that do not rise": {
			answeredRows(40, func(i int) string {
				return fmt.Sprintf("%d,%d,%d,%s,%d", 500+3*i, 1+i%5, 1+(i+1)*(i+1)%5, []string{"", "fine", "slow"}[i%3], 1+(i/5+3)%5)
			}),
			"most of its cells are answers that stand below again",
		},
	} {
		in := inspectedText(t, test.text)
		want := "a.csv: its first row is read as answers and no header, for " + test.want + ": columns are called by their places (#1, #2 …)"
		if len(in.Warnings) == 0 || in.Warnings[0].Code != study.HeaderMissing || in.Warnings[0].Message != want {
			t.Errorf("%s: %v", name, in.Warnings)
		}
		if rows := strings.Count(test.text, "\n"); in.Read != rows || in.HeaderRows != 0 {
			t.Errorf("%s: %d rows of %d, %d header records", name, in.Read, rows, in.HeaderRows)
		}
		for i, c := range in.Columns {
			if c.ID != fmt.Sprintf("#%d", i+1) {
				t.Errorf("%s: column %d is called %q", name, i+1, c.ID)
			}
		}
		draft := said(t, test.text, Options{})
		if strings.Contains(draft, "551199") || strings.Contains(draft, "mail.example") {
			t.Errorf("%s: something personal in\n%s", name, draft)
		}
	}
}

// What has a header keeps it: names of numbers, numbered questions, options that are ticked, days that head columns of numbers.
func TestFilesWithAHeaderKeepIt(t *testing.T) {
	tick := func(i, of int, option string) string {
		if (i+1)%of == 0 {
			return option
		}
		return ""
	}
	for name, text := range map[string]string{
		"a time of export":   "2026-05-01 10:00:00,Speed,Price\n" + answeredRows(12, func(i int) string { return fmt.Sprintf("2026-04-%d 09:00:00,%d,%d", 10+i, 1+i%5, 5-i%5) }),
		"days over numbers":  "Item,2026-05-01,2026-06-01\n" + answeredRows(12, func(i int) string { return fmt.Sprintf("Speed %d,%d,%d", i, 1+i%5, 5-i%5) }),
		"numbered questions": "1,2,3,4,5\n" + answeredRows(40, func(i int) string { return fmt.Sprintf("%d,%d,%d,%d,%d", 1+i%5, 1+i*i%5, 1+i/5%5, 1+i%5, 1+i/2%5) }),
		"ticked options": "Tram,Bus,Bike,Foot\n" + answeredRows(30, func(i int) string {
			return tick(i, 2, "Tram") + "," + tick(i, 3, "Bus") + "," + tick(i, 4, "Bike") + "," + tick(i, 5, "Foot")
		}),
		"names only":          "Comment,Why\n" + answeredRows(12, func(i int) string { return fmt.Sprintf("comment %d,reason %d", i, i) }),
		"a long id as a name": "100234,100235\n" + answeredRows(12, func(i int) string { return fmt.Sprintf("%d,%d", 1+i%5, 5-i%5) }),
		"one row":             "2026-05-01,4\n2026-05-02,5\n",
	} {
		in := inspectedText(t, text)
		if in.HeaderRows != 1 || slices.ContainsFunc(in.Warnings, func(n study.Notice) bool { return n.Code == study.HeaderMissing }) {
			t.Errorf("%s: %d header records, %v", name, in.HeaderRows, in.Warnings)
		}
	}
}

// Whoever says that there is no header is believed, and whoever says that there is one too.
func TestHeaderRowsTold(t *testing.T) {
	const text = "Speed,Price\n4,5\n3,4\n2,1\n"
	e, err := OpenExport("a.csv", Options{Dir: written(t, "a.csv", text), HeaderRows: study.NoHeader})
	if err != nil || e.HeaderRecords != 0 || e.Columns[1].ID != "#2" || len(e.notices) > 0 {
		t.Fatalf("%v, %+v", err, e)
	}
	if _, err := OpenExport("a.csv", Options{Dir: written(t, "a.csv", text), HeaderRows: study.NoHeader, Platform: "typeform"}); err == nil || !strings.Contains(err.Error(), "without a header nothing tells which column of typeform is which") {
		t.Errorf("of a platform: %v", err)
	}
	e, err = OpenExport("a.csv", Options{Dir: written(t, "a.csv", "2026-05-01,4\n2026-05-02,5\n2026-05-03,5\n"), HeaderRows: 1})
	if err != nil || e.HeaderRecords != 1 || e.Columns[0].ID != "2026-05-01" {
		t.Errorf("one header record: %v, %+v", err, e)
	}
}

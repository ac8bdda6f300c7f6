package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// titledTable is a small table as one writes it with a delimiter.
func titledTable(delimiter string, rows int) string {
	var b strings.Builder
	b.WriteString(strings.Join([]string{"Speed", "Price", "Region", "Why"}, delimiter) + "\n")
	for i := range rows {
		b.WriteString(strings.Join([]string{fmt.Sprint(1 + i%5), fmt.Sprint(1 + i*3%5), "North", fmt.Sprintf("reason %d", i)}, delimiter) + "\n")
	}
	return b.String()
}

// Titles above a header are left out and named, however the file is written; the header is found below, and no row is lost.
func TestTitlesAboveTheHeader(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a title":                   {"Customer survey 2025\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"a title of the width":      {"Customer survey 2025,,,\n,,,\n" + titledTable(",", 12), `a.csv: 2 rows above the header left out: "Customer survey 2025"`},
		"without a blank line":      {"Customer survey 2025,,,\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"a blank line":              {"Customer survey 2025\n\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"with a comma, semicolons":  {"Customer survey, autumn 2025\n" + titledTable(";", 12), `a.csv: 1 row above the header left out: "Customer survey, autumn 2025"`},
		"tabs":                      {"Customer survey 2025\n" + titledTable("\t", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"two lines, pairs of cells": {"Survey,Customers\nExported on,3 November\n" + titledTable(",", 12), `a.csv: 2 rows above the header left out: "Survey Customers", "Exported on 3 November"`},
		"few responses":             {"Customer survey 2025\n" + titledTable(",", 4), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"few, of the width":         {"Customer survey 2025,,,\n,,,\n" + titledTable(",", 4), `a.csv: 2 rows above the header left out: "Customer survey 2025"`},
		"blank lines alone":         {",,,\n,,,\n" + titledTable(",", 12), `a.csv: 2 rows above the header left out, for nothing stands there`},
		"the line that names ;":     {"sep=;\nCustomer survey 2025\n" + titledTable(";", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
		"quoted, two lines":         {"\"Customer survey\n2025\"\n" + titledTable(",", 12), `a.csv: 1 row above the header left out: "Customer survey 2025"`},
	} {
		rows := 12
		if strings.HasPrefix(name, "few") {
			rows = 4
		}
		in := inspectedText(t, test.text)
		if len(in.Warnings) == 0 || in.Warnings[0].Code != study.TitlesLeftOut || in.Warnings[0].Message != test.want {
			t.Errorf("%s: warnings %v", name, in.Warnings)
		}
		if len(in.Columns) != 4 || in.Columns[0].ID != "Speed" || in.Read != rows || in.HeaderRows != 1 || in.Columns[0].Answered != rows {
			t.Errorf("%s: %d columns, %d rows, %d header records, %+v", name, len(in.Columns), in.Read, in.HeaderRows, in.Columns[0])
		}
	}
}

// What looks like a title and is none stays: a question over its block, a header of one name, a record that --header-rows counts.
func TestHeadersThatAreNoTitles(t *testing.T) {
	ticks := "Which tools?,,,\nChat,Mail,Post,Shop\n" + strings.Repeat("Chat,,,\n,Mail,Post,\nChat,,,Shop\n", 6)
	for name, test := range map[string]struct{ text, first string }{
		"options ticked":     {ticks, "Which tools? - Chat"},
		"options, no mark":   {strings.Replace(ticks, "?", "", 1), "Which tools - Chat"},
		"rows of a matrix":   {"How good are these,,,\nChat,Mail,Post,Shop\n" + strings.Repeat("1,2,3,4\n2,3,4,5\n3,4,5,1\n", 6), "How good are these - Chat"},
		"a table":            {titledTable(",", 12), "Speed"},
		"one column":         {"Speed\n1\n2\n3\n4\n5\n4\n3\n2\n1\n1\n", "Speed"},
		"two columns":        {"Speed,Price\n" + strings.Repeat("1,2\n2,3\n3,1\n", 5), "Speed"},
		"names without text": {"id,,,\n" + strings.Repeat("1,2,North,4\n2,3,South,5\n3,4,North,1\n", 6), "id"},
	} {
		in := inspectedText(t, test.text)
		if in.Columns[0].ID != test.first {
			t.Errorf("%s: the first column is %q, want %q; %v", name, in.Columns[0].ID, test.first, in.Warnings)
		}
	}
	e, err := exported(t, "Customer survey 2025,,,\n"+titledTable(",", 12), Options{HeaderRows: 2})
	if err != nil || e.HeaderRecords != 2 || len(e.notices) > 0 {
		t.Errorf("as told: %v, %+v", err, e)
	}
}

// Titles of a sheet are left out as those of a text.
func TestTitlesOfASheet(t *testing.T) {
	rows := [][]any{{"Customer survey 2025"}, {}, {"Speed", "Price", "Region"}}
	for i := range 12 {
		rows = append(rows, []any{1 + i%5, 1 + i*3%5, "North"})
	}
	e, err := exported(t, string(workbook(t, rows, "Answers")), Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	n := 0
	notices, err := e.Records(context.Background(), func(Record) error { n++; return nil })
	if err != nil || n != 12 || len(e.Columns) != 3 || e.Columns[0].ID != "Speed" {
		t.Errorf("%v: %d rows of %+v", err, n, e.Columns)
	}
	if len(notices) != 1 || !strings.Contains(notices[0].Message, `above the header left out: "Customer survey 2025"`) {
		t.Errorf("%v", notices)
	}
}

// Rows below titles are read alike on every route, and a fault has the line of the file.
func TestRowsBelowTitles(t *testing.T) {
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", "Survey 2025,,\n,,\n"+chunksOfRows(4000, "11"))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	_, err = v.Read(context.Background(), &collector{})
	if got := faultsOf(err); !strings.HasPrefix(got, "c.csv:2002:2: \"11\" is outside the scale 1..10") {
		t.Errorf("got %s", got)
	}
}

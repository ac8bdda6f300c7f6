package importers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// belowRecord writes a table of three columns with a second record, and so many rows of answers.
func belowRecord(second string, rows int, answers ...string) string {
	var b strings.Builder
	b.WriteString("ID,Delivery,Support,Price\n" + second + "\n")
	for i := range rows {
		n := len(answers)
		fmt.Fprintf(&b, "K%d,%s,%s,%s\n", i+1, answers[(i*7+i/3)%n], answers[(i*3+i/4)%n], answers[(i*2+i/5)%n])
	}
	return b.String()
}

// A record of legends beside the header is a part of the questions, whose columns keep their names.
func TestRecordsOfLegends(t *testing.T) {
	points := []string{"1", "2", "3", "4", "5"}
	for name, test := range map[string]struct {
		text, question string
		rows           int
	}{
		"named scales":               {belowRecord(",Scale 1-5,Scale 1-5,Scale 1-5", 30, points...), "Delivery (Scale 1-5)", 30},
		"in German":                  {belowRecord(",Skala 1–5,Skala 1–5,Skala 1–5", 30, points...), "Delivery (Skala 1–5)", 30},
		"ends in words":              {belowRecord(`,"1 = very bad, 5 = very good","1 = very bad, 5 = very good","1 = very bad, 5 = very good"`, 30, points...), "Delivery (1 = very bad, 5 = very good)", 30},
		"ranges":                     {belowRecord(",1-5,1–5,(1 - 5)", 30, points...), "Delivery (1-5)", 30},
		"few responses":              {belowRecord(",Scale 1-5,Scale 1-5,Scale 1-5", 5, points...), "Delivery (Scale 1-5)", 5},
		"with a word first":          {belowRecord("Scale,1-5,1-5,1-5", 30, points...), "Delivery (1-5)", 30},
		"one of all":                 {belowRecord("Scale 1-5,,,", 30, points...), "Delivery (Scale 1-5)", 30},
		"above labels":               {belowRecord(",1-5,1-5,1-5", 30, "very bad", "bad", "ok", "good", "very good"), "Delivery (1-5)", 30},
		"above the header":           {",Scale 1-5,Scale 1-5,Scale 1-5\n" + strings.Replace(belowRecord("K0,3,4,5", 30, points...), "K0,3,4,5\n", "", 1), "Delivery (Scale 1-5)", 30},
		"ranges that others chose":   {belowRecord("K0,1-5,1-5,6-10", 30, "1-5", "6-10", "11-20"), "Delivery", 31},
		"a range and other ranges":   {belowRecord("K0,1-5,1-5,1-5", 30, "0-4", "6-10", "1-10"), "", 0},
		"numbers past the scale":     {belowRecord("K0,1-5,1-5,1-5", 30, "1", "2", "3", "4", "5", "6"), "", 0},
		"an answer":                  {belowRecord("K0,3,4,5", 30, points...), "Delivery", 31},
		"questions with legends":     {belowRecord("who,Was it fast? (1-5),Was it good? (1-5),Was it cheap? (1-5)", 30, points...), "", 0},
		"a header of legends":        {strings.Replace(belowRecord("K0,3,4,5", 30, points...), "ID,Delivery,Support,Price", "ID,(1-5),(1-5),(1-5)", 1), "", 0},
		"scales of different length": {belowRecord("K0,1-5,1-7,1-10", 30, points...), "", 0},
	} {
		in := inspectedText(t, test.text)
		said := slices.ContainsFunc(in.Warnings, func(n study.Notice) bool { return n.Code == study.LineAboveRead })
		if said != strings.Contains(test.question, "(") {
			t.Errorf("%s: said: %v", name, said)
		}
		if c := in.Columns[1]; test.question != "" && (c.ID != "Delivery" || c.Question != test.question || in.Kept != test.rows) {
			t.Errorf("%s: %q: %q, %d rows, want %q, %d rows", name, c.ID, c.Question, in.Kept, test.question, test.rows)
		}
	}
}

package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A study keeps the previews, tests and spam that it lists; what it says of another column, or leaves out, keeps none.
func TestStatusesThatAStudyLists(t *testing.T) {
	export := "StartDate,Status,Finished,ResponseId,Role,Q1_1\n" +
		"Start Date,Response Type,Finished,Response ID,Who are you?,Please rate - We listen\n" +
		`"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID2""}","{""ImportId"":""QID1_1""}"` + "\n"
	for i, status := range []string{"IP Address,True", "Survey Preview,True", "IP Address,False", "Spam,True", "Survey Test,True", "Survey Test,False", "IP Address,True", "IP Address,True"} {
		export += "2026-09-01 10:00:00," + status + ",R_" + string(rune('a'+i)) + []string{",staff,4\n", ",customer,5\n"}[i%2]
	}
	const all = "{preview 1} {test 2} {spam 1} {partial 1}"
	for where, want := range map[string]struct {
		kept    int
		dropped string
	}{
		"":                                         {3, all},
		"{Status: [Survey Test, IP Address]}":      {4, "{partial 2}"},
		"{Status: [Survey Preview, IP Address]}":   {4, "{partial 1}"},
		"{Status: Spam}":                           {1, ""},
		"{Finished: [True]}":                       {3, "{preview 1} {test 1} {spam 1}"},
		"{Finished: [False, True]}":                {4, "{preview 1} {test 2} {spam 1}"},
		"{Status: {not: [Spam]}}":                  {3, "{preview 1} {test 2} {partial 1}"},
		"{Status: [Survey Test], Finished: False}": {1, ""},
	} {
		text := "audiences: {a: {files: [a.csv]}}\n"
		if where != "" {
			text = "audiences: {a: {files: [a.csv], where: " + where + "}}\n"
		}
		if got := flowRead(t, text, export); got != fmt.Sprint(want.kept, " [", want.dropped, "]") {
			t.Errorf("where: %s: kept %s, want %d, %s", where, got, want.kept, want.dropped)
		}
	}
	both := func(a, b string) string {
		return "audiences: {a: {files: [a.csv], where: " + a + "}, b: {files: [a.csv], where: " + b + "}}\n"
	}
	if got, want := flowRead(t, both("{Role: staff}", "{Role: customer, Status: [Survey Test, IP Address]}"), export), "2 [{test 1} {partial 1}], 1 [{test 1}]"; got != want {
		t.Errorf("one audience lists it: kept %s, want %s", got, want)
	}
	if got, want := flowRead(t, both("{Role: staff, Status: [Survey Test, IP Address]}", "{Role: customer, Status: [Survey Test, IP Address]}"), strings.Replace(export, "Survey Test,False", "Survey Test,True", 1)), "3 [{partial 1}], 2 []"; got != want {
		t.Errorf("both list it: kept %s, want %s", got, want)
	}
}

// flowRead reads a study of one rating and returns how many rows of each audience are kept, and why others are not.
func flowRead(t *testing.T, text, export string) string {
	t.Helper()
	s, err := study.Parse("study.yaml", []byte(text+"scale: 1..5\nitems: {listens: {performance: Q1_1}}\n"))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := readThrough(s, Options{Dir: written(t, "a.csv", export)})
	if err != nil {
		return faultsOf(err)
	}
	var got []string
	for _, flow := range intake.Flow {
		if flow.Audience != "" {
			var dropped []study.Count
			for _, d := range flow.Dropped {
				if d.Reason != study.NotSelected {
					dropped = append(dropped, d)
				}
			}
			got = append(got, fmt.Sprint(flow.Kept, " ", dropped))
		}
	}
	return strings.Join(got, ", ")
}

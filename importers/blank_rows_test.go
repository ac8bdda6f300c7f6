package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Rows of nothing but delimiters are nobody's, wherever they stand and however their blanks are written: they are counted as such, and ask for
// neither a weight nor a wave.
func TestBlankRows(t *testing.T) {
	const answers = "Respondent,Speed,Weight,Wave\n1,4,1,a\n2,5,1,a\n3,2,1,a\n4,,1,a\n"
	const of = "waves: [a]\naudiences: {staff: {files: [a.csv], weight: Weight, wave: {column: Wave}%s}}\nscale: 1..5\nitems: {s: {performance: Speed}}\n"
	for name, test := range map[string]struct{ below, more, flow string }{
		"delimiters":     {",,,\n,,,\n", "", "[{staff a.csv 6 3 [{blank 2} {no_answer 1}]}]"},
		"quoted":         {"\"\",\"\",\"\",\"\"\n", "", "[{staff a.csv 5 3 [{blank 1} {no_answer 1}]}]"},
		"spaces":         {" ,,  ,\n", "", "[{staff a.csv 5 3 [{blank 1} {no_answer 1}]}]"},
		"amid":           {",,,\n5,3,1,a\n", "", "[{staff a.csv 6 4 [{blank 1} {no_answer 1}]}]"},
		"of chosen rows": {",,,\n", ", where: {Wave: a}", "[{staff a.csv 4 3 [{no_answer 1}]} { a.csv 1 0 [{blank 1}]}]"},
		"of others":      {",,,\n", ", where: {Wave: {not: b}}", "[{staff a.csv 5 3 [{blank 1} {no_answer 1}]}]"},
		"without an end": {",,,", "", "[{staff a.csv 5 3 [{blank 1} {no_answer 1}]}]"},
		"below a footer": {"Total,,,\n,,,\n", "", "[{staff a.csv 6 3 [{summary_row 1} {blank 1} {no_answer 1}]}]"},
	} {
		for _, route := range []route{{}, {byRecord: true}, {chunk: 7, workers: 3}} {
			_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, test.more), "a.csv", answers+test.below)
			if err != nil {
				t.Fatal(name, faultsOf(err))
			}
			v.exports[0].route = route
			intake, err := v.Read(context.Background(), &collector{})
			if err != nil {
				t.Fatal(name, route, faultsOf(err))
			}
			if got := fmt.Sprint(intake.Flow); got != test.flow {
				t.Errorf("%s, %+v: %s", name, route, got)
			}
		}
		if in := inspectedText(t, answers+test.below); !strings.Contains(fmt.Sprint(in.Dropped), "blank") || in.Columns[0].Blank > 0 {
			t.Errorf("%s: %v, %d blank", name, in.Dropped, in.Columns[0].Blank)
		}
	}
}

// What somebody left out is no blank row: a time and no answer are a response.
func TestBlankAnswersAreNoBlankRows(t *testing.T) {
	in := inspectedText(t, "Timestamp,Speed,Price\n2026-09-01 10:30:00,4,3\n2026-09-01 10:31:00,,\n2026-09-01 10:32:00,2,1\n")
	if in.Kept != 3 || len(in.Dropped) > 0 {
		t.Errorf("kept %d, %v", in.Kept, in.Dropped)
	}
}

// Blank rows of a table of one answer a row are said, for its rows are no respondents.
func TestBlankRowsOfOneAnswerARow(t *testing.T) {
	in := inspectedText(t, "respondent,item,value\n1,Speed,4\n1,Price,3\n2,Speed,5\n2,Price,1\n,,\n,,\n")
	if in.Read != 2 || len(in.Warnings) == 0 || in.Warnings[0].Code != study.BlankRows || in.Warnings[0].Message != "a.csv: 2 rows hold nothing: left out" {
		t.Errorf("%d, %v", in.Read, in.Warnings)
	}
}

// A file of blank rows alone has no responses, and says why.
func TestNothingButBlankRows(t *testing.T) {
	in := inspectedText(t, "Speed,Price\n,\n,\n")
	if in.Kept != 0 || len(in.Warnings) == 0 || !strings.Contains(in.Warnings[0].Message, "no row is kept: 2 blank") {
		t.Errorf("%d, %v", in.Kept, in.Warnings)
	}
}

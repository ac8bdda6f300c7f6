package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// LimeSurvey writes yes and no as 1 and 2 where that is chosen. A rating of which nobody used the better half is still a rating where a word
// says so, where other rows of its matrix have other answers, or where few answered.
func TestYesAndNoAsNumbers(t *testing.T) {
	const single, multi, rating = study.SingleColumn, study.MultiColumn, study.RatingColumn
	const lime, usual = "id,submitdate,lastpage,startlanguage,", "row,sent,rated,market,"
	for name, test := range map[string]struct {
		header string
		cells  [2][]string // of two columns, in turn
		rows   int
		want   study.ColumnKind // of the first
	}{
		"options":             {lime + "Which do you use? [Phone],Which do you use? [Web]", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 30, multi},
		"options in code":     {lime + "Q3[SQ001],Q3[SQ002]", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 30, multi},
		"one nobody chose":    {lime + "Q3[SQ001],Q3[SQ002]", [2][]string{{"2"}, {"2", "1", "1"}}, 30, multi},
		"not all were shown":  {lime + "Q3[SQ001],Q3[SQ002]", [2][]string{{"2", ""}, {"1", ""}}, 30, multi},
		"alone":               {lime + "Q3,Q4", [2][]string{{"2", "1"}, {"5", "1", "2", "3", "4"}}, 30, single},
		"a question":          {lime + "Did you find the way?,Q4", [2][]string{{"2", "1"}, {"5", "1", "2", "3", "4"}}, 30, single},
		"a matrix":            {lime + "Q3[SQ001],Q3[SQ002]", [2][]string{{"1", "2"}, {"2", "3", "4", "5"}}, 30, rating},
		"asked to rate":       {lime + "Please rate. [Phone],Please rate. [Web]", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 30, rating},
		"a statement":         {lime + "We keep our promises,We listen", [2][]string{{"1", "2"}, {"2", "3", "4", "5"}}, 30, rating},
		"how satisfied":       {lime + "How satisfied are you? [Phone],How satisfied are you? [Web]", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 30, rating},
		"few":                 {lime + "Q3[SQ001],Q3[SQ002]", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 4, rating},
		"Y is written":        {lime + "Q3[SQ001],Q3[SQ002],Q9", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 30, rating},
		"of another platform": {usual + "Q3_1,Q3_2", [2][]string{{"1", "2"}, {"2", "1", "1"}}, 30, rating},
		"all said yes":        {lime + "Q3,Q4", [2][]string{{"1"}, {"1"}}, 30, study.NumberColumn},
	} {
		var b strings.Builder
		b.WriteString(test.header + "\n")
		for i := range test.rows {
			fmt.Fprintf(&b, "%d,2026-09-01 10:00:00,3,en,%s,%s", i+1, test.cells[0][i%len(test.cells[0])], test.cells[1][i%len(test.cells[1])])
			if strings.HasSuffix(test.header, "Q9") {
				b.WriteString(",Y")
			}
			b.WriteByte('\n')
		}
		in := inspectedText(t, b.String())
		if c := in.Columns[4]; c.Kind != test.want {
			t.Errorf("%s (%s): %s, want %s; %v", name, in.Platform, c.Kind, test.want, c.Flags)
		}
	}
}

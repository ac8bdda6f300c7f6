package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Questions of one choice that were exported one column a label are ratings, whole or a row each; questions with several answers, and labels of no scale, are not.
func TestExpandedLabels(t *testing.T) {
	for name, test := range map[string]struct {
		below, rows string
		kind        study.ColumnKind
		scale       string
		answered    int
	}{
		"a question":            {"Very dissatisfied,Dissatisfied,Neutral,Satisfied,Very satisfied", "Very dissatisfied,,,,|,Dissatisfied,,,|,,Neutral,,|,,,Satisfied,|,,,,Very satisfied|,,,,", study.LabelledColumn, "1..5", 5},
		"from high to low":      {"Very satisfied,Satisfied,Neutral,Dissatisfied,Very dissatisfied", "Very satisfied,,,,|,Satisfied,,,|,,Neutral,,|,,,Dissatisfied,|,,,,Very dissatisfied", study.LabelledColumn, "1..5", 5},
		"a row":                 {"Speed - Poor,Speed - Fair,Speed - Good,Price - Poor,Price - Fair,Price - Good", "Poor,,,,,Good|,Fair,,,Fair,|,,Good,Poor,,", study.LabelledColumn, "1..5", 3},
		"numbers":               {"1,2,3,4,5", "1,,,,|,2,,,|,,3,,|,,,4,|,,,,5", study.RatingColumn, "1..5", 5},
		"no opinion":            {"Poor,Fair,Good,N/A", "Poor,,,|,Fair,,|,,Good,|,,,N/A", study.LabelledColumn, "1..5", 3},
		"two in a response":     {"Never,Sometimes,Often,Always", "Never,Sometimes,,|,Sometimes,,|,,Often,|,,,Always", "", "", 0},
		"no scale":              {"Phone,Mail,Chat", "Phone,,|,Mail,|,,Chat|Phone,,", "", "", 0},
		"other cells":           {"Poor,Fair,Good", "3,,|,2,|,,1", "", "", 0},
		"numbers of few":        {"1,2,3", "1,,|,2,|,,3", "", "", 0},
		"statements of a grid":  {"Poor,Fair,Good", "Agree,Disagree,Agree|Disagree,Agree,Agree|Agree,Agree,Disagree", "", "", 0},
		"rows of other options": {"Speed - Poor,Speed - Fair,Speed - Good,Way - Phone,Way - Mail,Way - Chat", "Poor,,,Phone,,|,Fair,,,Mail,|,,Good,,,Chat", "", "", 0},
	} {
		text := "Respondent ID,Collector ID,How was it?" + strings.Repeat(",", strings.Count(test.below, ",")) + ",Why?\n,," + test.below + ",Open-Ended Response\n"
		for n := range 3 {
			for row := range strings.SplitSeq(test.rows, "|") {
				text += string(rune('1'+n)) + "00,9," + row + ",so\n"
			}
		}
		in := inspectedText(t, text)
		accounted(t, in)
		c, next := in.Columns[2], in.Columns[3]
		if (next.Kind == study.DropColumn) != (test.kind != "") {
			t.Errorf("%s: the second column is %s", name, next.Kind)
		}
		if test.kind != "" && (c.Kind != test.kind || c.Scale != test.scale || c.Answered != 3*test.answered) {
			t.Errorf("%s: %s %s, %d answered", name, c.Kind, c.Scale, c.Answered)
		}
	}
}

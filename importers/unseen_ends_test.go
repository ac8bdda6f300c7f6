package importers

import (
	"strconv"
	"strings"
	"testing"
)

// An end that nobody chose is left out where chance would hardly ever leave it empty beside such neighbours, and is else in doubt: the draft then has the
// line with the other labels, and says which nobody chose. An end whose opposite was chosen was offered.
func TestEndsThatNobodyChose(t *testing.T) {
	for name, test := range map[string]struct {
		chosen, want, other, remark string
	}{
		"left out":           {"schlecht 40, mittel 60, gut 80, sehr gut 40", "schlecht < mittel < gut < sehr gut", "sehr schlecht < schlecht < mittel < gut < sehr gut", `nobody of 220 answered "sehr schlecht", which is taken for not offered`},
		"in doubt":           {"schlecht 12, mittel 40, gut 60, sehr gut 30", "sehr schlecht < schlecht < mittel < gut < sehr gut", "schlecht < mittel < gut < sehr gut", `nobody answered "sehr schlecht"`},
		"of a steep slope":   {"schlecht 30, mittel 200, gut 200, sehr gut 90", "sehr schlecht < schlecht < mittel < gut < sehr gut", "schlecht < mittel < gut < sehr gut", `nobody answered "sehr schlecht"`},
		"few beside it":      {"schlecht 5, mittel 40, gut 60, sehr gut 30", "sehr schlecht < schlecht < mittel < gut < sehr gut", "", `nobody answered "sehr schlecht"`},
		"the high one":       {"Unsatisfactory 60, Fair 80, Good 80, Very good 60", "Unsatisfactory < Fair < Good < Very good < Excellent", "Unsatisfactory < Fair < Good < Very good", `nobody answered "Excellent"`},
		"with an opposite":   {"Disagree 60, Neutral 80, Agree 90, Strongly agree 60", "Strongly disagree < Disagree < Neutral < Agree < Strongly agree", "Disagree < Neutral < Agree < Strongly agree", `nobody answered "Strongly disagree"`},
		"both":               {"unzufrieden 15, eher unzufrieden 40, eher zufrieden 50, zufrieden 20", "unzufrieden < eher unzufrieden < eher zufrieden < zufrieden", "sehr unzufrieden < unzufrieden < eher unzufrieden < eher zufrieden < zufrieden < sehr zufrieden", ""},
		"both, of few":       {"unzufrieden 5, eher unzufrieden 12, eher zufrieden 14, zufrieden 6", "sehr unzufrieden < unzufrieden < eher unzufrieden < eher zufrieden < zufrieden < sehr zufrieden", "unzufrieden < eher unzufrieden < eher zufrieden < zufrieden", `nobody answered "sehr unzufrieden", "sehr zufrieden"`},
		"of a set all chose": {"Poor 9, Average 20, Good 30, Very good 20, Excellent 9", "Poor < Average < Good < Very good < Excellent", "", ""},
	} {
		a := newAnswersSeen()
		for one := range strings.SplitSeq(test.chosen, ", ") {
			at := strings.LastIndex(one, " ")
			a.words[one[:at]], _ = strconv.Atoi(one[at+1:])
		}
		r := scaleOf(a, nil)
		if got := strings.Join(r.scale.Labels, " < "); got != test.want || r.remark != test.remark || strings.Join(r.other, " < ") != test.other {
			t.Errorf("%s:\ngot  %s (%s), or %s\nwant %s (%s), or %s", name, got, r.remark, strings.Join(r.other, " < "), test.want, test.remark, test.other)
		}
	}
}

// What one question was offered the others beside it with the same labels were: an end that somebody chose in one of them, and what all of them tell of one
// that nobody chose.
func TestEndsOfOneQuestionnaire(t *testing.T) {
	for name, test := range map[string]struct{ room, food, want string }{
		"chosen in one":           {"Poor 7, Fair 60, Good 120, Very good 80, Excellent 30", "Fair 90, Good 110, Very good 70, Excellent 30", "Poor < Fair < Good < Very good < Excellent"},
		"nowhere, as all tell":    {"Fair 90, Good 110, Very good 70, Excellent 30", "Fair 6, Good 110, Very good 120, Excellent 64", "Fair < Good < Very good < Excellent"},
		"nowhere, of few answers": {"Fair 9, Good 110, Very good 70, Excellent 30", "Fair 3, Good 110, Very good 120, Excellent 64", "Poor < Fair < Good < Very good < Excellent"},
	} {
		columns := []*asked{}
		for i, chosen := range []string{test.room, test.food} {
			c := &asked{column: Column{Position: i + 1, ID: name, Text: name, Role: Answer}, answers: newAnswersSeen()}
			for one := range strings.SplitSeq(chosen, ", ") {
				at := strings.LastIndex(one, " ")
				c.answers.words[one[:at]], _ = strconv.Atoi(one[at+1:])
			}
			columns = append(columns, c)
		}
		completeLabels(columns)
		for i, c := range columns {
			if got := strings.Join(scaleOf(c.learned, nil).scale.Labels, " < "); got != test.want {
				t.Errorf("%s, question %d: %s, not %s", name, i+1, got, test.want)
			}
		}
	}
}

// An end that somebody chose in one question is a point of the others only where chance may have left it out of all answers to them: the low end is chosen
// less often where people like it better, and a high end that hundreds passed by was not offered.
func TestEndsThatOthersWereNotOffered(t *testing.T) {
	const four, five = "Not important 40, Slightly important 50, Important 60, Very important 50", "Not important 20, Slightly important 30, Important 50, Very important 50, Extremely important 50"
	for name, test := range map[string]struct {
		one    string // which has all ends
		others string // of six questions beside it
		want   string // the first or the last label of these
	}{
		"a high end of many":    {five, four, "Very important"},
		"a high end of few":     {five, "Not important 1, Slightly important 1, Important 1", "Extremely important"},
		"a rare high end":       {"Not important 20, Slightly important 30, Important 50, Very important 60, Extremely important 1", four, "Extremely important"},
		"a high end, not rare":  {"Not important 20, Slightly important 30, Important 50, Very important 60, Extremely important 5", four, "Very important"},
		"a high end, by chance": {"Not important 20, Slightly important 30, Important 50, Very important 60, Extremely important 1", "Not important 4, Slightly important 5, Important 6, Very important 5", "Extremely important"},
		"a low end":             {"Poor 7, Fair 60, Good 120, Very good 80, Excellent 30", "Fair 9, Good 15, Very good 16, Excellent 10", "Poor"},
		"a low end of many":     {"Poor 60, Fair 60, Good 120, Very good 80, Excellent 30", "Fair 90, Good 110, Very good 70, Excellent 30", "Fair"},
	} {
		var columns []*asked
		for i, chosen := range []string{test.one, test.others, test.others, test.others, test.others, test.others, test.others} {
			c := &asked{column: Column{Position: i + 1, ID: name, Text: name, Role: Answer}, answers: newAnswersSeen()}
			for one := range strings.SplitSeq(chosen, ", ") {
				at := strings.LastIndex(one, " ")
				c.answers.words[one[:at]], _ = strconv.Atoi(one[at+1:])
			}
			columns = append(columns, c)
		}
		completeLabels(columns)
		for i, c := range columns[1:] {
			labels := scaleOf(c.learned, nil).scale.Labels
			if len(labels) == 0 || labels[0] != test.want && labels[len(labels)-1] != test.want {
				t.Errorf("%s, question %d: %s ends with no %s", name, i+2, strings.Join(labels, " < "), test.want)
			}
		}
	}
}

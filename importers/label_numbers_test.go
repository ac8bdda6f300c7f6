package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// The number in a label is its point, whichever points nobody chose and however it is written.
func TestNumbersInLabelsAreTheirPoints(t *testing.T) {
	for name, test := range map[string]struct {
		labels []string
		scale  string
		order  string // of the labels; empty: the answers are read as numbers
	}{
		"nobody says 1":      {[]string{"2. Poor", "3. Fair", "4. Good", "5. Excellent"}, "1..5", "1. Very poor < 2. Poor < 3. Fair < 4. Good < 5. Excellent"},
		"behind, nobody 1":   {[]string{"Poor (2)", "Fair (3)", "Good (4)", "Excellent (5)"}, "1..5", "Very poor (1) < Poor (2) < Fair (3) < Good (4) < Excellent (5)"},
		"no sign, nobody 1":  {[]string{"2 Poor", "3 Fair", "4 Good", "5 Excellent"}, "1..5", "1 Very poor < 2 Poor < 3 Fair < 4 Good < 5 Excellent"},
		"in brackets":        {[]string{"[1] Very poor", "[2] Poor", "[4] Good", "[5] Excellent"}, "1..5", "[1] Very poor < [2] Poor < [3] Fair < [4] Good < [5] Excellent"},
		"no blanks":          {[]string{"1=Strongly disagree", "2=Disagree", "3=Neutral", "4=Agree"}, "1..5", "1=Strongly disagree < 2=Disagree < 3=Neutral < 4=Agree < 5=Strongly agree"},
		"four from 1":        {[]string{"1. Poor", "2. Fair", "3. Good", "4. Excellent"}, "1..4", "1. Poor < 2. Fair < 3. Good < 4. Excellent"},
		"down, nobody 1":     {[]string{"2 - Agree", "3 - Neutral", "4 - Disagree", "5 - Strongly disagree"}, "1..5", "5 - Strongly disagree < 4 - Disagree < 3 - Neutral < 2 - Agree < 1 - Strongly agree"},
		"from 0":             {[]string{"0 = never", "1 = rarely", "2 = sometimes", "3 = often"}, "1..5", "0 = never < 1 = rarely < 2 = sometimes < 3 = often < 4 = always"},
		"the middle unnamed": {[]string{"1 - Poor", "3 - Average", "5 - Good"}, "1..5", ""},
		"codes past a scale": {[]string{"11 - Poor", "12 - Fair", "13 - Good", "14 - Excellent"}, "1..4", "11 - Poor < 12 - Fair < 13 - Good < 14 - Excellent"},
	} {
		var cells []string
		for i, label := range test.labels {
			for range 20 + 5*i {
				cells = append(cells, label)
			}
		}
		in := inspectedText(t, "How do you rate our delivery?\n"+strings.Join(cells, "\n")+"\n")
		c := in.Columns[0]
		if got := strings.Join(c.Labels, " < "); c.Scale != test.scale || got != test.order {
			t.Errorf("%s: scale %s, labels %q; %s", name, c.Scale, got, flagsOf(c))
		}
	}
}

// Where words stand at the low end, the high end has some too: a bare number lies before it, unless it is itself the end of a usual scale, which is
// said.
func TestABareNumberIsNoEndBesideWords(t *testing.T) {
	for name, test := range map[string]struct{ cells, scale, said string }{
		"1 in words":        {"1 = Strongly disagree,2,2,2,3,3,3,4,4,4,4", "1..5", "nobody answered 5"},
		"1 in brackets":     {"1 (gar nicht),2,2,2,3,3,3,4,4,4,4", "1..5", "nobody answered 5"},
		"words alone":       {"Strongly disagree,2,2,2,3,3,3,4,4,4,4", "1..5", "nobody answered 5"},
		"6 is no end":       {"1 = Strongly disagree,2,2,2,3,3,3,4,4,5,5,6,6,6", "1..7", "nobody answered 7"},
		"5 may be an end":   {"1 = Strongly disagree,2,2,2,3,3,3,4,4,4,5,5", "1..5", "no word stands at 5, as one does at 1"},
		"both in words":     {"1 = Strongly disagree,2,2,2,3,3,3,4,4,4,5 = Strongly agree", "1..5", ""},
		"4 has words":       {"1 = Strongly disagree,2,2,2,3,3,3,4 = Strongly agree,4 = Strongly agree", "1..4", ""},
		"high words, no 1":  {"2,2,2,3,3,3,4,4,4,5 = Strongly agree", "1..5", "nobody answered 1"},
		"named in the text": {"1 = Strongly disagree,2,2,2,3,3,3,4,4,4", "1..4", ""},
	} {
		question := "We keep our promises"
		if name == "named in the text" {
			question += " (1-4)"
		}
		in := inspectedText(t, question+"\n"+strings.ReplaceAll(strings.Repeat(test.cells+",", 4), ",", "\n"))
		c := in.Columns[0]
		if c.Scale != test.scale || !strings.Contains(flagsOf(c), test.said) || test.said == "" && strings.Contains(flagsOf(c), "assumed") {
			t.Errorf("%s: scale %s; %s", name, c.Scale, flagsOf(c))
		}
	}
}

// A number before "don't know" makes no point of it, and none before what is also a label keeps it from being one.
func TestNumbersBeforeDontKnow(t *testing.T) {
	for text, want := range map[string]bool{"99 - Don't know": true, "0 = n/a": true, "[6] don't know": true, "Don't know (9)": true, "1 = trifft nicht zu": false, "3 - Neutral": false, "12 months": false} {
		if got := lexicon.NumberedDontKnow(text); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

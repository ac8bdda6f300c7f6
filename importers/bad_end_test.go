package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Questions of which more is worse are asked about, either way up, and never read as strengths: effort, what is bad in words of how often or how much
// people agree, and legends that belong to either end. Words that are good whatever is asked are read as before.
func TestMoreThatIsWorseIsAsked(t *testing.T) {
	often := func(header string) []string {
		return answersInWords(header, map[string]int{"Never": 9, "Rarely": 10, "Sometimes": 11, "Often": 12, "Always": 8})
	}
	five := func(header string) []string { return answersTo(header, 0, 9, 10, 11, 12, 8) }
	for name, test := range map[string]struct {
		column []string
		asked  string // why; empty: it is read
		offers string
	}{
		"effort":               {five("How much effort did it take to get help?"), `it asks for "how much effort"`, "scale: 1..5, reversed: true"},
		"trouble, how often":   {often("How often do you have trouble with us?"), `it asks for "trouble"`, `scale: [Never, Rarely, Sometimes, Often, Always], reversed: true}}} # or, if "Never" is`},
		"a legend of one end":  {five("Help (1 very good 5)"), "which of them is the good one is not known", "scale: 1..5, reversed: true"},
		"trouble with no end":  {five("Trouble (1 = no trouble; 5 = much trouble)"), `it asks for "trouble"`, "scale: 1..5, reversed: true"},
		"what is done with it": {often("How often are difficult questions answered well?"), "", ""},
		"a whole legend":       {five("Help (1 very good 5 very bad)"), "", ""},
		"how often, of good":   {often("How often do we listen?"), "", ""},
	} {
		table := exportOf(50, test.column, five("Price"))
		got := strings.Join(strings.Fields(strings.ReplaceAll(said(t, table, Options{}), "\n#", " ")), " ")
		kind := inspectedText(t, table).Columns[0].Kind
		if read := kind.Rates(); read != (test.asked == "") {
			t.Errorf("%s: inspect shows %s", name, kind)
		}
		if !strings.Contains(got, test.asked) || !strings.Contains(got, test.offers) || test.asked != "" && strings.Contains(got, "2 questions read as ratings of performance") {
			t.Errorf("%s: init drafts %s", name, got)
		}
	}
	if kind := inspectedText(t, exportOf(50, often("How often do you have trouble with us?"))).Columns[0].Kind; kind != study.SingleColumn {
		t.Errorf("trouble in words is %s", kind)
	}
}

package importers

import (
	"context"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A question that is answered with yes and no is offered with no first, in a line that is read as it stands; of other words nobody knows the order,
// and the first is a question that no study file takes for a label.
func TestNoAndYesHaveAnOrder(t *testing.T) {
	for _, test := range []struct {
		words []string
		want  string
		read  bool
	}{
		{[]string{"Yes", "No"}, `scale: [No, Yes]`, true},
		{[]string{"Ja", "Nein"}, `scale: [Nein, Ja]`, true},
		{[]string{"Oui", "Non"}, `scale: [Non, Oui]`, true},
		{[]string{"Sim", "Não"}, `scale: [Não, Sim]`, true},
		{[]string{"Blue", "Amber"}, `scale: [? Amber, Blue]`, false},
		{[]string{"Yes", "No", "Partly so"}, `scale: [? No, Partly so, Yes]`, false},
	} {
		export := ratedOnce(inWords("Was your order complete?", test.words), inWords("Was your order packed well?", test.words), answersTo("How kind are we?", 0, 9, 9, 9, 9, 9))
		audiences, o := audiencesIn(t, "staff.csv", export, "customers.csv", export+"\n"+strings.SplitN(export, "\n", 3)[1]+"\n")
		text, err := DraftFile(context.Background(), audiences, o)
		if err != nil {
			t.Fatal(err)
		}
		const offered = "\n#  was_your_order_complete"
		at := strings.LastIndex(string(text), offered) // behind that of the segments
		if at < 0 || !strings.Contains(strings.ReplaceAll(string(text)[at:], `"`, ""), test.want) {
			t.Fatalf("%q: no line with %s in\n%s", test.words, test.want, text)
		}
		taken := string(text)[:at] + strings.Replace(string(text)[at:], "#", "", 1)
		s, err := study.Parse("cxgap.yaml", []byte(taken))
		if err == nil {
			_, err = readThrough(s, o)
		}
		if (err == nil) != test.read {
			t.Errorf("%q: read with %v", test.words, err)
		}
	}
}

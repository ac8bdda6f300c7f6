package importers

import (
	"strings"
	"testing"
)

// Numbers of one audience are no points of the words that another chose from, unless the question says so: an export writes 1 for "very
// satisfied" as often as 5.
func TestNumbersBesideWordsAreAsked(t *testing.T) {
	words := func(question string) []string {
		return []string{question, "Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	}
	clear := answersTo("How clear?", 0, 10, 20, 30, 20, 10)
	const named = "How kind (1 = strongly disagree; 5 = strongly agree)?"
	for name, test := range map[string]struct {
		staff, customers []string
		want             string
	}{
		"numbers alone":          {answersTo("How kind?", 0, 10, 10, 10, 10, 10), words("How kind?"), `left out: "How kind?": customers answered in words ("Strongly disagree" to "Strongly agree"), and nothing says which number of staff stands for which word: these look like codes, and codes are not scale order (cells: 1, 2, 3, 4, 5); a study file can say the point of each code`},
		"a few of the numbers":   {answersTo("How kind?", 0, 0, 10, 10, 10), words("How kind?"), `left out: "How kind?"`},
		"the question says them": {answersTo(named, 0, 10, 10, 10, 10, 10), words(named), "staff=1..5 customers=1..5"},
	} {
		s, notices, err := drafted(t, "staff.csv", exportOf(60, test.staff, clear), "customers.csv", exportOf(60, test.customers, clear))
		if err != nil {
			t.Fatal(name, err)
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

func TestShortenApart(t *testing.T) {
	const stem = "Thinking of everybody that you had to do with lately at our company and of all they did, how satisfied are you with "
	for name, test := range map[string][4]string{
		"short":               {"How kind are we?", "How kind are they?", "How kind are we?", "How kind are they?"},
		"told at the begin":   {"We " + stem, "They " + stem, lexicon.Shorten("We " + stem), lexicon.Shorten("They " + stem)},
		"told at the end":     {stem + "our prices?", stem + "their speed?", "Thinking of everybody … are you with our prices?", "Thinking of everybody … are you with their speed?"},
		"one is longer":       {stem + "our prices", stem + "our prices?", "Thinking of everybody … with our prices", "Thinking of everybody … with our prices?"},
		"one word throughout": {strings.Repeat("ä", 80) + "b", strings.Repeat("ä", 80) + "c", lexicon.Shorten(strings.Repeat("ä", 80)), lexicon.Shorten(strings.Repeat("ä", 80))},
		"the same":            {stem, stem, lexicon.Shorten(stem), lexicon.Shorten(stem)},
	} {
		if a, b := shortenApart(test[0], test[1]); a != test[2] || b != test[3] {
			t.Errorf("%s:\n%q\n%q, want\n%q\n%q", name, a, b, test[2], test[3])
		}
	}
}

// Two long questions that a hint calls alike are told apart in it.
func TestAlikeQuestionsAreToldApart(t *testing.T) {
	const stem = "Thinking of everybody that you had to do with lately at our company and of all they did, how satisfied are you with "
	rows := strings.Repeat("1\n2\n3\n4\n5\n", 8)
	_, _, err := drafted(t, "staff.csv", `"`+stem+"our prices?\"\n"+rows, "customers.csv", `"`+stem+"their prices?\"\n"+rows)
	if err == nil {
		t.Fatal("two questions are one")
	}
	for _, want := range []string{"you with our prices?", "you with their prices?"} {
		if got := hintsOf(err); !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

// What is left out of a matrix is told by its rows, whose stem alone fills what a message shows; so are questions that only their ends tell apart.
func TestWhatIsLeftOutTellsItsColumn(t *testing.T) {
	const stem = "To what extent do you agree or disagree with the following statements on how we work?"
	const long = "Thinking of everybody that you had to do with lately at our company and how satisfied are you with"
	var b strings.Builder
	b.WriteString(stem + " - Deliveries arrive on time," + stem + " [Invoices are correct],Price," + long + " prices?," + long + " advice?\n")
	for i := range 60 {
		code := []string{"1", "2", "3", "4", "6"}[i%5]
		b.WriteString(code + "," + code + "," + []string{"1", "2", "3", "4", "5"}[i%5] + "," + code + "," + code + "\n")
	}
	_, notices, err := drafted(t, "customers.csv", b.String())
	if err != nil {
		t.Fatal(err)
	}
	said := described(&study.Study{}, notices)
	const want = `left out: "To what extent do you … Deliveries arrive on time", "To what extent do you … Invoices are correct", ` +
		`"Thinking of everybody … are you with prices?", "Thinking of everybody … are you with advice?": no cell is 5`
	if strings.Count(said, want) != 1 {
		t.Errorf("%s stands %d times in\n%s", want, strings.Count(said, want), said)
	}
}

package report

import (
	"os"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Every verdict and class that a report prints, and what it says is to be done about an item, is explained in docs/methods.md: it stands
// there set off from the text, in italics or in a cell of a table.
func TestMethodsExplainEveryVerdict(t *testing.T) {
	text, err := os.ReadFile("../docs/methods.md")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.ToLower(string(text))
	words := verdictWords()
	plan := &importanceTopic{audience: analysis.Audience{ID: "customers"}}
	plan.lookup = newLookup(&analysis.Result{}, english())
	for of := likelyShort + 1; of <= notShort; of++ {
		said := finding{parts: plan.toBe(of, plain(""))}.text()
		words = append(words, strings.TrimRight(strings.FieldsFunc(said, func(r rune) bool { return r == '(' || r == ':' })[0], " "))
	}
	for _, word := range words {
		if !strings.Contains(page, "*"+word+"*") && !strings.Contains(page, "| "+word+" |") {
			t.Errorf("docs/methods.md does not explain %q", word)
		}
	}
	if len(words) < 30 {
		t.Errorf("only %d words looked up: %q", len(words), words)
	}
}

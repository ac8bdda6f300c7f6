package lexicon

import (
	"strings"
	"testing"
)

// How well expectations are met is asked in words of falling short, equalling and exceeding too.
func TestWordsOfExpectations(t *testing.T) {
	for _, cells := range []string{
		"Far short of expectations|Short of expectations|Equals expectations|Exceeds expectations|Greatly exceeds expectations",
		"Fell far short of expectations|Fell short of expectations|Met expectations|Exceeded expectations|Far exceeded expectations",
	} {
		found := Fit(strings.Split(cells, "|"))
		if found == nil || strings.Join(found.Labels, "|") != cells || found.Family.Name != "expectation" {
			t.Errorf("%s: %+v", cells, found)
		}
	}
}

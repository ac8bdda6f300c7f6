package importers

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPatternsNeedWhatStandsBeside: a pattern that finds something is never left unasked.
func TestPatternsNeedWhatStandsBeside(t *testing.T) {
	pieces := []string{
		"1", "5", "10", "100", "2024", " ", "  ", "\t", "=", ":", "-", "–", "—", "(", ")", "is", "means", " stars", " points", "best", "very", "é", "\"", "“", ",", ".", "to", "…", "\u00a0", "\xff",
		"5 (best)", "1 is best", "1 stars means\t", "best (1)", "1 = best", "10– very", "1-10", "0 to 10",
	}
	matched := map[string]int{}
	check := func(t rapid.TB, text string) {
		beside := besideNumbers(text)
		for name, asked := range map[string]struct {
			pattern *regexp.Regexp
			is      bool
		}{
			"anchor":            {anchor(), beside.sign},
			"interval":          {interval(), beside.numbers > 1},
			"meaningInBrackets": {meaningInBrackets(), beside.opening},
			"meaningInProse":    {meaningInProse(), beside.word},
			"pointInBrackets":   {pointInBrackets(), beside.inside},
		} {
			if !asked.pattern.MatchString(text) {
				continue
			}
			if matched[name]++; !asked.is {
				t.Fatalf("%s finds something in %q and is not asked", name, text)
			}
		}
	}
	for _, text := range pieces { // by chance alone a pattern may find nothing at all
		check(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		check(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(t, "pieces"), ""))
	})
	for _, name := range []string{"anchor", "interval", "meaningInBrackets", "meaningInProse", "pointInBrackets"} {
		if matched[name] == 0 {
			t.Errorf("no text was tried in which %s finds something", name)
		}
	}
}

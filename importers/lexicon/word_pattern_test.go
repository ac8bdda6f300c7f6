package lexicon

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where a pattern finds something, its first word begins in a way that is known of it: no heading is passed over.
func TestWordPatternsKnowHowTheyBegin(t *testing.T) {
	for expression, texts := range map[string]map[string]bool{
		`problems?|too (?:high|slow)`: {"a problem": true, "problems, many": true, "too high": true, "tooth": false, "probably": false, "slow": false},
		`m(?:au|á)s?|[oa]rt`:          {"má": true, "maus": true, "art": true, "ort": true, "irt": false},
		`(?:un)?fair|\p{L}+less`:      {"unfair": true, "careless": true},
		`it['’]s late|(wait)ed?`:      {"it's late": true, "we waited": true, "await": false},
	} {
		p := wordPatternOf(expression)
		for text, want := range texts {
			if got := p.mayMatch(wordsOf(text)); got != want && (want || p.starts != nil) {
				t.Errorf("%s in %q: %v", expression, text, got)
			}
			if want && !p.pattern().MatchString(text) {
				t.Errorf("%s is not found in %q", expression, text)
			}
		}
	}
	text, err := os.ReadFile(filepath.Join("testdata", "trouble.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, heading := range strings.Split(string(text), "\n") {
		bare := Normalise(heading)
		for _, of := range metByLanguage() {
			if of.anyBad.pattern().MatchString(bare) && !of.anyBad.mayMatch(wordsOf(bare)) {
				t.Errorf("%q is passed over", bare)
			}
		}
	}
	for _, of := range metByLanguage() {
		if of.anyBad.starts == nil {
			t.Errorf("how %s begins is not known", of.anyBad.pattern())
		}
	}
	for name, p := range map[string]wordPattern{"ofBad": ofBad(), "difficulty": difficulty(), "deniedGood": deniedGood(), "facesBad": facesBad()} {
		if p.starts == nil {
			t.Errorf("how %s begins is not known", name)
		}
	}
}

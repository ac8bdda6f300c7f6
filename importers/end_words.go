package importers

import (
	"slices"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// endsInOpinions reports whether words stand among numbers that are ends of what people think (5 = Strongly agree): such numbers are ratings whatever
// the heading says. How often and how much tell of facts too (0 = never).
func (a *answersSeen) endsInOpinions() bool {
	if len(a.numbers) == 0 || len(a.words) == 0 || total(a.numbers) < total(a.words) {
		return false
	}
	for word := range a.words {
		plain := lexicon.PlainLabel(word)
		opinion := slices.ContainsFunc(lexicon.FamiliesAlone(plain), func(f *lexicon.Family) bool {
			at := f.At[plain]
			return f.Name != "frequency" && f.Name != "extent" && f.Name != "likelihood" && (at == 0 || at == len(f.Points)-1)
		})
		if _, says := lexicon.PointIn(word); !says || !opinion {
			return false
		}
	}
	return true
}

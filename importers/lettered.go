package importers

import (
	"cmp"
	"maps"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Cells may be letters that their heading explains: "N", "S" and "A" under "(N - Never, S - Sometimes, A - Always)". What it explains is what was
// offered.

// tellLettered tells the columns whose cells are such letters, each of them explained, what they stand for.
func tellLettered(columns []*asked) {
	for _, c := range columns {
		if len(c.learned.words) < 2 || len(c.learned.words) > mostPoints || c.learned.many || !c.learned.inWords() {
			continue
		}
		letters := lexicon.LettersIn(c.column.heading().Text)
		if letters != nil && !slices.ContainsFunc(sortedKeys(c.learned.words), func(word string) bool { return letters[lexicon.Normalise(word)] == "" }) {
			c.learned.letters = letters
		}
	}
}

// letteredScale reads answers in letters on the scale that their heading explains.
func (a *answersSeen) letteredScale() readScale {
	var labels []string
	for _, letter := range slices.Sorted(maps.Keys(a.letters)) {
		labels = append(labels, a.letters[letter])
	}
	family := lexicon.Fit(labels).Family
	slices.SortFunc(labels, func(x, y string) int {
		return cmp.Compare(family.At[lexicon.PlainLabel(x)], family.At[lexicon.PlainLabel(y)])
	})
	r := readScale{scale: study.LabelScale(labels), family: family.String()}
	for _, word := range sortedKeys(a.words) {
		r.codes = append(r.codes, wordAt(word, float64(slices.Index(labels, a.letters[lexicon.Normalise(word)])+1)))
	}
	return r
}

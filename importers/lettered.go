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
	r.codes = letterCodes(a.letters, labels, sortedKeys(a.words))
	return r
}

// letterCodes are the points for which cells in letters stand.
func letterCodes(letters map[string]string, labels, cells []string) (codes []study.CodedCell) {
	for _, cell := range cells {
		codes = append(codes, wordAt(cell, float64(slices.Index(labels, letters[lexicon.Normalise(cell)])+1)))
	}
	return codes
}

// letteredOffer writes the codes of answers in letters for a scale that is offered; empty: they are in no letters.
func letteredOffer(q *question, answers *answersSeen, labels []string) string {
	for _, a := range q.by {
		if letters := a.learned.letters; letters != nil {
			return ", codes: {" + codesText(letterCodes(letters, labels, sortedKeys(answers.words))) + "}"
		}
	}
	return ""
}

package importers

import (
	"math"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// answerNumber returns the number that a cell stands for: a number, a written point (4 stars), or a label that says its point (5 - Strongly agree).
// What people write their figures below is worked out of these.
func answerNumber(text string) (x float64, is bool) {
	if x, err := lexicon.ParseNumber(text); err == nil {
		return x, true
	}
	if p, is := readWritten(text); is && p.form != percent {
		return p.value, true
	}
	return pointLabelled(text)
}

// pointLabelled returns the number of a label that says which point it is. Ids are written alike (12-AB, R(7)): words tell the label, in letters that
// are no capitals.
func pointLabelled(text string) (x float64, is bool) {
	const shortest, longest = 3, 60
	lower := 0
	for _, r := range text {
		switch {
		case unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.IsUpper(r):
			lower++
		}
	}
	if lower < shortest || len(text) > longest {
		return 0, false
	}
	n, words, says := lexicon.PointLabel(text)
	return float64(n), says && !strings.ContainsFunc(words, unicode.IsDigit)
}

// words reports whether a column holds words, maybe beside whole numbers, and nothing that names a response: the labels of a scale, or words at its
// ends. Nobody can have answered there in broken numbers.
func (c *aboveColumn) words() bool {
	const enough, highest = 10, 10
	return !c.rates() && !c.beside && c.filled >= enough && c.ids == 0 && c.whole && (c.numbers == 0 || c.low >= 0 && c.high <= highest)
}

// amidWords reports whether a number can be no answer in a column of words, and may be the mean of what they stand for.
func (c *aboveColumn) amidWords(x float64, decimals int) bool {
	const highest, shown = 10, 4
	return c.words() && x != math.Trunc(x) && x > 0 && x < highest && decimals <= shown
}

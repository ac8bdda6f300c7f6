package lexicon

import (
	"math"
	"slices"
	"strconv"

	"github.com/cxgap/cxgap/analysis/study"
)

// ParseNumber reads a rating strictly: 4,5 must not become 45, nor 0x10 become 16. An apostrophe before it is Excel's mark of a number
// that was typed as text, and ="4" is its formula for one.
func ParseNumber(text string) (float64, error) {
	const wide = 0xEF // begins the digits of full width: ４
	switch {
	case len(text) < 2:
	case text[0] == '\'':
		text = text[1:]
	case len(text) > 3 && text[:2] == `="` && text[len(text)-1] == '"':
		text = text[2 : len(text)-1]
	case text[0] == wide:
		text = halfWidth(text)
	}
	for i := range len(text) {
		c := text[i]
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, strconv.ErrSyntax
		}
	}
	return strconv.ParseFloat(text, 64)
}

// FormatNumber writes a number without an exponent, as people do.
func FormatNumber(x float64) string {
	if math.Abs(x) >= 1e15 {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// PointIn returns the number of the point that a word names: before what it means, or in brackets behind.
func PointIn(word string) (point float64, says bool) {
	text := Normalise(word)
	m := pointWithMeaning().FindStringSubmatch(text)
	if m == nil {
		if m = pointBeforeEnd().FindStringSubmatch(text); m != nil && Leaning(m[2]) == 0 {
			m = nil // "3 months"
		}
	}
	if m == nil {
		m = PointBehind().FindStringSubmatch(text)
	}
	if m == nil {
		return 0, false
	}
	point, _ = ParseNumber(m[1]) // the patterns match digits only
	return point, true
}

var (
	// pointWithMeaning is a point with what it means: "1 (worst)", "10 = best".
	pointWithMeaning = lazily(`^(\d{1,2})\s*(?:\(|=|:|-|–)\s*\pL`)
	// pointBeforeEnd is a point before the words of an end: "1 very bad".
	pointBeforeEnd = lazily(`^(\d{1,2}) (\pL[^\d]*)$`)
	// PointBehind is a point in brackets behind what it means: "very bad (1)".
	PointBehind = lazily(`^\pL[^()\d]*\((\d{1,2})\)$`)
)

// fromZero are the scales from 0 that answers alone never tell, for 0 may stand for "not applicable" beside them: a question has to name them.
func fromZero() []study.Scale {
	return []study.Scale{
		study.NewScale(0, 3), study.NewScale(0, 4), study.NewScale(0, 5), study.NewScale(0, 6), study.NewScale(0, 7), study.NewScale(0, 9),
	}
}

// Families are the rating scales that can be inferred, smallest first (METHODS section 2).
func Families() []study.Scale {
	return []study.Scale{
		study.NewScale(0, 1), study.NewScale(1, 4), study.NewScale(1, 5), study.NewScale(1, 6), study.NewScale(1, 7),
		study.NewScale(1, 9), study.NewScale(1, 10), study.NewScale(0, 10), study.NewScale(0, 100),
	}
}

// endsOfFamily returns the smallest and the largest number, if they are the ends of a family.
func endsOfFamily(points []float64) (low, high float64, are bool) {
	if len(points) == 0 {
		return 0, 0, false
	}
	for _, family := range Families() {
		if family.Low == slices.Min(points) && family.High == slices.Max(points) {
			return family.Low, family.High, true
		}
	}
	return 0, 0, false
}

package lexicon

import (
	"strconv"
)

// A label may say which point it is: "4 - Good", "[1] Very poor", "Agree (2)". The number decides then, whichever points nobody chose: where
// the lowest answer is "2 - Poor" there is a 1 below it, whatever family of words knows none.

// numbering is how the labels of a scale say which points they are, the likeliest first.
type numbering int

const (
	numberedUp     numbering = iota - 4 // 1 is the lowest
	numberedDown                        // 1 is the highest: "1 - Strongly agree"
	numberedUpZero                      // 0 is the lowest
	numberedToZero                      // 0 is the highest
	Unnumbered                          // not all of them say one
	OtherNumbers                        // they say other points than their words have in a family
)

// numberIn parts a label, normalised, into the number of its point and its words.
func numberIn(text string) (number int, words string, says bool) {
	if text == "" {
		return 0, "", false
	}
	digits := ""
	switch first, last := text[0], text[len(text)-1]; {
	case first == '(' || first == '[' || first >= '0' && first <= '9':
		m := Numbered().FindStringSubmatch(text)
		if m == nil {
			m = bracketedLabel().FindStringSubmatch(text)
		}
		if m != nil {
			digits, words = m[1], m[2]
		}
	case last == ')' || last == ']':
		if m := numberedAfter().FindStringSubmatch(text); m != nil {
			words, digits = m[1], m[2]
		}
	}
	if digits == "" {
		return 0, "", false
	}
	number, err := strconv.Atoi(digits)
	return number, words, err == nil
}

// PointLabel parts a label that says which point it is into that number and its words, normalised.
func PointLabel(text string) (number int, words string, says bool) { return numberIn(Normalise(text)) }

// LabelNumbers returns the numbers that labels say, by label; nil: not each of them says one, or two say the same.
func LabelNumbers(labels []string) map[string]int {
	numbers, labelOf := map[string]int{}, map[int]string{}
	for _, label := range labels {
		normal := Normalise(label)
		n, _, says := numberIn(normal)
		if other, taken := labelOf[n]; !says || taken && other != normal {
			return nil
		}
		numbers[label], labelOf[n] = n, normal
	}
	return numbers
}

// numberingOf says how the numbers of labels, given by point, count the points of their scale.
func numberingOf(at []string, numbers map[string]int) numbering {
	if numbers == nil {
		return Unnumbered
	}
	zero := false
	for _, n := range numbers {
		zero = zero || n == 0
	}
	for _, by := range []numbering{numberedUp, numberedDown, numberedUpZero, numberedToZero} {
		fits := zero == (by == numberedUpZero || by == numberedToZero)
		for point, label := range at {
			fits = fits && (label == "" || numbers[label] == by.number(point, len(at)))
		}
		if fits {
			return by
		}
	}
	return OtherNumbers
}

// number is that of a point, counted from 0, of so many.
func (n numbering) number(point, points int) int {
	switch n {
	case numberedDown:
		return points - point
	case numberedUpZero:
		return point
	case numberedToZero:
		return points - 1 - point
	}
	return point + 1
}

// seenOf are the labels, given by point, that somebody chose.
func seenOf(at []string) (seen []string) {
	for _, label := range at {
		if label != "" {
			seen = append(seen, label)
		}
	}
	return seen
}

// NumberedDontKnow reports whether a cell stands for "don't know" under a number: "99 - Don't know", "0 = n/a". Words that are also labels of an
// answer ("1 = trifft nicht zu") stand for the point that they say.
func NumberedDontKnow(text string) bool {
	_, words, says := numberIn(Normalise(text))
	return says && MeansDontKnow(words) && FamilySide(words) == 0
}

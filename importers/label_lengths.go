package importers

import (
	"fmt"
	"math"
)

// Answers in words may be of scales of different lengths too: five points of agreement in one file, and seven in another, with the labels of the
// five among them. Put together they would all lie on seven points, of which some could not have chosen two.

// fewerLabels reports whether answers fill a scale of words while those of others are of a longer one with the same labels, if that is no chance:
// were the labels that stand in the longer one only chosen half as often as the others choose them, chance would leave them all out in
// fewer than 1 of 100 cases.
func (a *answersSeen) fewerLabels(others *answersSeen) (own, longer *fitted, fewer bool) {
	if !a.inWords() || !others.inWords() || a.many || others.many {
		return nil, nil, false
	}
	own, longer = fit(a.claimed()), fit(others.claimed())
	if own == nil || longer == nil || len(own.unseen) > 0 || len(own.labels) >= len(longer.labels) || own.family.language != longer.family.language {
		return nil, nil, false
	}
	has := map[string]bool{}
	for word := range a.words {
		has[plainLabel(word)] = true
	}
	between, shared := 0, 0
	for word, n := range others.words {
		if has[plainLabel(word)] {
			shared++
		} else {
			between += n
		}
	}
	n := total(a.words)
	share := float64(between) / math.Max(1, float64(total(others.words)))
	return own, longer, shared > 1 && n >= leastToEnd && math.Pow(1-share/2, float64(n)) < byChance
}

// lengthsApart says that answers in words are of scales of different lengths; empty: they are not, as far as can be told.
func lengthsApart(whose string, a *answersSeen, other string, b *answersSeen) string {
	own, longer, fewer := a.fewerLabels(b)
	if !fewer {
		return ""
	}
	return fmt.Sprintf("the answers %s have %d labels, from %q to %q, and those %s have %d", whose, len(own.labels), shorten(own.labels[0]),
		shorten(own.labels[len(own.labels)-1]), other, len(longer.labels))
}

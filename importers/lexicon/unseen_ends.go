package lexicon

import (
	"math"
	"slices"
)

// Whether an end that nobody chose was offered, its neighbours tell: answers get fewer towards the ends of a scale, and faster the farther out. Of
// counts that fall so (log-concave ones) the end has at most the square of its neighbour's count over the count behind that; and no more than a third of
// the neighbour's is taken for it, as of school grades.

// endToNeighbour is how many answers at the point beside an end are taken for one at the end.
const endToNeighbour = 3

// doubtfulEnd is how many answers an end has to be expected to have for its being offered to be in doubt: chance leaves such a point out in fewer than
// 1 of 20 cases (e⁻³).
const doubtfulEnd = 3

// counts are the answers at the points of a scale.
func (f *Fitted) counts(counted map[string]int) []int {
	counts := make([]int, len(f.Labels))
	for i, label := range f.Labels {
		for word, n := range counted {
			if Normalise(word) == Normalise(label) {
				counts[i] += n
			}
		}
	}
	return counts
}

// unseen reports whether nobody chose a point, neither here nor where labels are lent from.
func (f *Fitted) unseen(at int) bool { return slices.Contains(f.Unseen, f.Labels[at]) }

// expectedAtEnd is how many answers a point that nobody chose is expected to have: the lowest or the highest of a scale, whose neighbour has n and the
// point behind that m: the smaller of n/3 and n²/m. Of any other point, and beside one that nobody chose either, 0: nothing tells.
func (f *Fitted) expectedAtEnd(at int, counts []int) float64 {
	last := len(counts) - 1
	var n, m int
	switch {
	case last < 2 || at > 0 && at < last:
		return 0
	case at == 0:
		n, m = counts[1], counts[2]
	default:
		n, m = counts[last-1], counts[last-2]
	}
	return math.Min(float64(n)/endToNeighbour, float64(n)*float64(n)/math.Max(1, float64(m)))
}

// mayMissEnds reports whether chance may have left out all ends that nobody chose.
func (f *Fitted) mayMissEnds(counts []int) bool {
	expected := 0.0
	for _, at := range []int{0, len(counts) - 1} {
		if f.unseen(at) {
			expected += f.expectedAtEnd(at, counts)
		}
	}
	return expected < FrequentNeighbours
}

// mirrored reports whether both halves of a scale say the same of two opposites: who was offered "strongly agree" was offered "strongly disagree".
func (f *Fitted) mirrored() bool {
	return f.Family.opposed || slices.Contains([]string{"agreement", "satisfaction", "likelihood", "ease", "positivity", "favourability", "comparison", "confirmation"}, f.Family.Name)
}

// withoutDoubtfulEnds returns the labels without the ends that nobody chose though some answers were to be expected there; nil: there are none.
func (f *Fitted) withoutDoubtfulEnds(counts []int) []string {
	if len(counts) != len(f.Labels) {
		return nil
	}
	low, high := 0, len(counts)
	if f.unseen(0) && f.expectedAtEnd(0, counts) >= doubtfulEnd {
		low++
	}
	if f.unseen(high-1) && f.expectedAtEnd(high-1, counts) >= doubtfulEnd {
		high--
	}
	if high-low == len(counts) || high-low < 3 {
		return nil
	}
	return f.Labels[low:high]
}

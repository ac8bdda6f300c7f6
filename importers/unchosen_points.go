package importers

import (
	"math"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// When nobody chose a point of a scale, chance may have left it out: the fewer are expected there, the likelier. What is expected is told by the other
// ratings on the scale where they chose it. Neighbours alone tell less: people avoid the middle of a scale, and on long ones they heap on
// some points (0, 5, 8 and 10), so that a point has far fewer answers than both of its neighbours.

// codeHole are columns with a point that nobody chose, and chance would not leave out.
type codeHole struct {
	of *ratedAlike
	*holeBlock
	unchosen
	sure bool // they are refused; else they are warned of
}

// unchosen are points that nobody chose, with the answers to the nearest that somebody chose.
type unchosen struct {
	from, to     float64
	below, above int
}

// missing is the first of them, as it is written.
func (u unchosen) missing() string { return lexicon.FormatNumber(u.from) }

// unchosen returns the points between the ends that nobody chose. On long scales those of several points are left out, for people leave out
// what lies beside an end (longestGapped); so are those between two numbers alone, which are two opinions.
func (g *ratedAlike) unchosen(a *answersSeen) (all []unchosen) {
	seen := a.listedNumbers()
	for i := 1; i < len(seen); i++ {
		u := unchosen{seen[i-1] + 1, seen[i] - 1, a.numbers[seen[i-1]], a.numbers[seen[i]]}
		if u.to == u.from || u.to > u.from && !g.long() && len(seen) > 2 {
			all = append(all, u)
		}
	}
	return all
}

// long reports whether the scale has more points than people use evenly.
func (g *ratedAlike) long() bool { return g.scale.Points() > longestGapped }

// middle reports whether points are the middle of the scale, or lie around it.
func (g *ratedAlike) middle(u unchosen) bool {
	middle := (g.scale.Low + g.scale.High) / 2
	return u.from <= middle && middle <= u.to
}

// likelyRatings reports whether people leave out such a point of themselves, so that the numbers are likelier ratings than codes.
func (g *ratedAlike) likelyRatings(h codeHole) bool { return g.long() || g.middle(h.unchosen) }

// What a point has at the least: a tenth of the lesser of its neighbours in the middle, which people avoid, and a quarter on a long scale, on which they
// heap. Elsewhere it has as much as that neighbour, which chance may have given some more than is expected there, or a quarter of the mean of both.
const (
	avoidedPart = 10
	heapedPart  = 4
	givenMore   = 3
)

// least is how many answers are expected at points at the least, by their neighbours.
func (g *ratedAlike) least(u unchosen) float64 {
	lesser := float64(min(u.below, u.above))
	switch {
	case g.middle(u):
		return lesser / avoidedPart
	case g.long():
		return lesser / heapedPart
	}
	return max(lesser-givenMore, u.frequent()/heapedPart)
}

// frequent is what is expected if the answers fall off to both sides of the most frequent one.
func (u unchosen) frequent() float64 { return math.Sqrt(float64(u.below) * float64(u.above)) }

// codeHoles returns the columns that look like codes: enough answers are expected where there are none. Those of which neighbours alone tell it, and
// not for certain, are warned of.
func (g *ratedAlike) codeHoles(enough float64) (found []codeHole) {
	all := newAnswersSeen()
	var open []*holeBlock // no heading explains them
	for _, b := range g.blocks {
		for x, n := range b.answers.numbers {
			all.numbers[x] += n
		}
		if low, high, _ := b.answers.ends(); len(b.answers.numbers) > 0 && !b.namesPoints(low, high) {
			open = append(open, b)
		}
	}
	if h, held := g.held(open, all, enough); held && h.sure {
		return []codeHole{h}
	} else if held {
		found = append(found, h)
	}
	for _, b := range open {
		for _, u := range g.unchosen(b.answers) {
			others := float64(chosen(all, u)) // nobody of the block
			expected := others * float64(total(b.answers.numbers)) / float64(max(1, total(all.numbers)-total(b.answers.numbers)))
			if others > 0 && expected >= enough && u.frequent() >= lexicon.FrequentNeighbours {
				found = append(found, codeHole{g, b, u, g.least(u) >= enough})
			}
		}
	}
	return found
}

// held returns the point that nobody chose in any rating on the scale, and that neighbours tell of, in the ratings that no heading explains. One
// column by itself is not refused where people leave points out.
func (g *ratedAlike) held(open []*holeBlock, all *answersSeen, enough float64) (found codeHole, held bool) {
	if len(open) == 0 {
		return codeHole{}, false
	}
	together := joinedBlock(open)
	alone := len(together.columns) == 1
	for _, u := range g.unchosen(together.answers) {
		if chosen(all, u) > 0 || u.frequent() < enough {
			continue
		}
		h := codeHole{g, together, u, g.least(u) >= enough}
		h.sure = h.sure && (!alone || !g.likelyRatings(h))
		if h.sure {
			return h, true
		}
		if !held {
			found, held = h, true
		}
	}
	return found, held
}

// chosen is how many chose the points.
func chosen(a *answersSeen, u unchosen) (n int) {
	for x := u.from; x <= u.to; x++ {
		n += a.numbers[x]
	}
	return n
}

// joinedBlock puts blocks together.
func joinedBlock(blocks []*holeBlock) *holeBlock {
	if len(blocks) == 1 {
		return blocks[0]
	}
	all := &holeBlock{first: blocks[0].first, at: blocks[0].at, answers: newAnswersSeen()}
	for _, b := range blocks {
		all.columns = append(all.columns, b.columns...)
		all.readers, all.headings = append(all.readers, b.readers...), append(all.headings, b.headings...)
		for x, n := range b.answers.numbers {
			all.answers.numbers[x] += n
		}
	}
	return all
}

package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// What speaks for a smaller scale (smallerThan). The rates of error that come of these numbers are held by TestSmallerScaleErrorRates.
const (
	aboveByChance = 1e-6 // nobody above the end, were both waves answered alike
	leastAsked    = 20   // answers in each wave, for a question to the reader
	leastEvidence = 150  // answers of the wave, for holding them back
	endsByChance  = 0.01 // nobody above the end, did the answers fall off above it as they do below
	alikeWithin   = 10.0 // POMP between the means of the two waves, each on its own scale
)

// usualEnds are the ends of the smaller scales that answers can be on though the study says a larger one.
func usualEnds() []float64 { return []float64{5, 7, 10} }

// leastAbove is the part of a scale of which more has to lie above the end of a smaller one, as of 1..7 above 5 and of 1..10 above 7: that nobody
// gives the highest point (10 of 10, 7 of 7) is what poor ratings look like, and no other scale.
const leastAbove = 0.25

// given are the answers of an audience in a wave to several questions on one scale, counted by the number that was given: of a question
// whose answers are turned round, before that.
type given struct {
	scale study.Scale
	count []int // by number, from the lowest on
	n     int
	tops  []float64 // the highest number of each question
}

func newGiven(scale study.Scale) *given {
	return &given{scale: scale, count: make([]int, scale.Points())}
}

// add counts the answers to one more question.
func (g *given) add(c *counts, reversed bool) {
	top, points := math.Inf(-1), g.scale.Points()
	for k := range points {
		n := c.count[k]
		if reversed {
			k = points - 1 - k
		}
		g.count[k] += n
		g.n += n
		if n > 0 {
			top = math.Max(top, g.scale.Value(study.Code(k)))
		}
	}
	g.tops = append(g.tops, top)
}

// highest is the highest number that was given; −∞ without answers.
func (g *given) highest() float64 { return slices.Max(append(slices.Clone(g.tops), math.Inf(-1))) }

// above counts the answers above a number.
func (g *given) above(end float64) (n int) {
	for k, of := range g.count {
		if g.scale.Value(study.Code(k)) > end {
			n += of
		}
	}
	return n
}

// pomp is the mean of the answers in percent of a scale that ends at end. One that begins at 0 is taken to begin at 1 if nobody gave a 0.
func (g *given) pomp(end float64) float64 {
	low, sum := g.scale.Low, 0.0
	if low == 0 && g.count[0] == 0 {
		low = 1
	}
	for k, n := range g.count {
		sum += float64(n) * g.scale.Value(study.Code(k))
	}
	return 100 * (sum/float64(g.n) - low) / (end - low)
}

// suspicion is how sure it is that answers are on a smaller scale than the study says.
type suspicion int

const (
	sameScale  suspicion = iota
	inDoubt              // nobody goes beyond the end of one: they may be poor, or on another scale
	otherScale           // they use its end as one
)

// smallerThan holds the answers to some questions in one wave against those to the same questions in another, where they reach higher.
//
// They are in doubt if nobody gave a number above the end of a usual smaller scale, although so many did in the other wave that this could
// hardly be chance if both were answered alike. That alone is what a collapse looks like: that they were answered alike is what a change
// denies. So they are taken to be on the other scale only if they use its end as an end, which poor answers do not:
//
//   - every question ends there;
//
//   - the answers do not fall off towards it: continue the logarithms of the counts at the last three points by their second difference, as those
//     of a normal distribution go on,
//
//     n(e+1) = n(e)³·n(e−2) / n(e−1)³ (at most n(e); half an answer is added to what one divides by)
//
//     and none where so many are expected has a chance of less than one in a hundred, e^−n(e+1);
//
//   - read on the smaller scale they say what those of the other wave say on theirs: the means are within 10 POMP of each other. Answers that pile up at
//     the low end are low on either scale.
//
// With fewer than 150 answers nothing is taken for another scale. Both rates of error are held by simulations with normal and exponential answers in whole
// points, respondents who differ, and some who choose the middle of the scale (TestSmallerScaleErrorRates, TestSmallerScalesAreFound). Of falls
// from 70 POMP to 10–40, .04 % are held back, and 4 % in the worst case: answers packed closely below the middle of 1..10, which many choose. Of
// waves on another scale with a mean of 70 POMP, 97 % and more are held back at 480 answers, 6 to 8 of 10 at 180; of poorer or smaller ones
// most are only in doubt, so the reader is asked. Where one error must be made, it is that one: a collapse that is withheld is worse than a question.
func smallerThan(small, large *given) (end float64, how suspicion) {
	scale := small.scale
	end = small.highest()
	if small.n < leastAsked || large.n < leastAsked || !slices.Contains(usualEnds(), end) || scale.High-end <= leastAbove*scale.Range() {
		return end, sameScale
	}
	above := float64(large.above(end)) / float64(large.n)
	switch {
	case math.Pow(1-above, float64(small.n)) >= aboveByChance:
		return end, sameScale
	case small.n >= leastEvidence && small.allEndAt(end) && small.stopsAt(end) && math.Abs(small.pomp(end)-large.pomp(scale.High)) < alikeWithin:
		return end, otherScale
	}
	return end, inDoubt
}

// allEndAt reports whether every question has answers of a number, and none above.
func (g *given) allEndAt(end float64) bool {
	return !slices.ContainsFunc(g.tops, func(top float64) bool { return top != end })
}

// stopsAt reports whether the answers end at a number abruptly: so many would be expected above that none is no chance.
func (g *given) stopsAt(end float64) bool {
	code, ok := g.scale.Code(end)
	if !ok || code < 2 {
		return false
	}
	last, before, first := float64(g.count[code]), float64(g.count[code-1])+0.5, float64(g.count[code-2])+0.5
	expected := math.Min(last, last*last*last*first/(before*before*before))
	return math.Exp(-expected) < endsByChance
}

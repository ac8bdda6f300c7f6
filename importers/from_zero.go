package importers

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Where numbers run from 0 to 4, the 0 may be the low end of five points or stand for no answer beside four. One column does not tell. Where many stand side by
// side, all five numbers in each of them, and a 0 is chosen as the low end is, they are ratings on five points; what is no answer is chosen beside a low
// end that few choose. With 0 to 5 it stays a question: five points beside a 0 for no answer are usual.

// The columns that tell it together, and how many answers each of them has at least.
const (
	manyBeside    = 6
	leastFromZero = 10
)

// learnFromZero marks the columns of runs and of matrices that are answered on 0 to 4.
func learnFromZero(columns []*asked) {
	runs := runsOfNumbers(columns)
	blocks := map[string][]*asked{}
	for _, c := range columns {
		if block := c.block(); block != "" && c.ofNumbers() && !c.named() {
			blocks[block] = append(blocks[block], c)
		}
	}
	for _, of := range blocks {
		runs = append(runs, of)
	}
	for _, run := range runs {
		if len(run) < manyBeside || slices.ContainsFunc(run, func(c *asked) bool { return !c.fillsZeroToFour() }) || zerosApart(run) || asksForBad(run) {
			continue
		}
		for _, c := range run {
			c.learned.fromZero = true
		}
	}
}

// fillsZeroToFour reports whether somebody chose each number from 0 to 4, and nobody another.
func (a *asked) fillsZeroToFour() bool {
	low, high, whole := a.answers.ends()
	return whole && low == 0 && high == 4 && len(a.answers.numbers) == 5 && total(a.answers.numbers) >= leastFromZero && !a.fact() && !a.answers.many
}

// zerosApart reports whether a 1 was chosen so much less than a 0 and than a 2 that the 0 is no point below it.
func zerosApart(run []*asked) bool {
	all := newAnswersSeen()
	for _, c := range run {
		all.pool(c.answers)
	}
	less := func(x, y float64) bool {
		n, m := float64(all.numbers[x]), float64(all.numbers[y])
		return m-n > 2*math.Sqrt(n+m)
	}
	return less(1, 0) && less(1, 2)
}

// asksForBad reports whether one of several columns asks for what is bad: a list of symptoms, in which others may be named by words that are not known, has
// its good end at 0.
func asksForBad(run []*asked) bool {
	return slices.ContainsFunc(run, func(c *asked) bool { return lexicon.AsksForBad(c.column.heading()) != "" })
}

// zeroToFour is the scale of such columns, and what is assumed with it.
func zeroToFour() (study.Scale, string) {
	return study.NewScale(0, 4), "0 is taken for the low end, for all columns beside it run from 0 to 4 too"
}

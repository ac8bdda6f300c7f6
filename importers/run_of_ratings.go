package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Ratings in numbers that stand side by side were mostly asked as one list. Of few answers an item may show too little of its scale: nobody gave
// "Klaxoon" more than a 2, where others of the list were given a 5. And a 0 in one row of many is no point of a scale that all others begin at 1.

// fewPoints is up to which number an item shows nothing of the scale that it is on.
const fewPoints = 3

// enoughForThree is how many answers up to there tell of a scale of its own, or of codes.
const enoughForThree = 100

// learnFromRuns gives items of numbers the end of the unbroken run in which they stand, where their own numbers end before it and nothing tells
// that theirs is another scale, and marks a 0 that hardly anybody wrote there.
func learnFromRuns(columns []*asked) {
	for _, run := range runsOfNumbers(columns) {
		end, where := endOfRun(run)
		if end == 0 {
			continue
		}
		above := newAnswersSeen()
		for _, c := range run {
			if _, high, _ := c.answers.ends(); high == end {
				above.pool(c.answers)
			}
		}
		for _, c := range run {
			_, high, _ := c.answers.ends()
			n := total(c.answers.numbers)
			if len(c.answers.numbers) > 1 && (high <= fewPoints && n < enoughForThree || end == 10 && (high == 8 || high == 9) && mayMiss(above.shareAbove(high)/2, n)) {
				c.learned.endAt(end, where)
			}
		}
		noteZeros(run, end)
	}
}

// endAt takes over the highest point of others, whatever was lent before.
func (a *answersSeen) endAt(x float64, where string) {
	if a.numbers[x] == 0 {
		a.numbers[x], a.lent = 0, where
	}
}

// runsOfNumbers are the columns of numbers that stand side by side, and may be items of one list: what is a fact, a row of a matrix or a group, or
// names its scale, stands between two runs. What nobody answered does not.
func runsOfNumbers(columns []*asked) (runs [][]*asked) {
	var run []*asked
	for _, c := range columns {
		switch {
		case inRun(c):
			run = append(run, c)
		case total(c.answers.numbers)+total(c.answers.words) > 0:
			runs, run = append(runs, run), nil
		}
	}
	return append(runs, run)
}

func inRun(c *asked) bool {
	if !c.ofNumbers() || c.named() || c.block() != "" || c.fact() || asksForGroup(c.column) != noGroup || c.column.asksToRecommend() {
		return false
	}
	low, high, whole := c.answers.ends()
	return whole && low >= 0 && high <= 10
}

// twiceAsMany is how many times as many items of a run have to reach 10 as end at 8 or 9.
const twiceAsMany = 2

// endOfRun returns the highest point of the items of a run that show it, and which of them; 0: they do not agree, or are too few. An 8 or a 9 tells of
// no scale of its own beside more items that reach 10.
func endOfRun(run []*asked) (end float64, where string) {
	ends, names := map[float64]int{}, map[float64][]string{}
	for _, c := range run {
		seen := c.answers.observed()
		if len(seen) < 3 || seen[len(seen)-1] <= fewPoints {
			continue
		}
		_, high, _ := c.learned.ends()
		if ends[high]++; seen[len(seen)-1] == high {
			names[high] = append(names[high], fmt.Sprintf("%q", lexicon.Shorten(naming(c.column))))
		}
	}
	others := 0
	for _, x := range usualEnds() {
		if ends[x] > ends[end] {
			end = x
		}
	}
	for x, n := range ends {
		if x != end && !(end == 10 && (x == 8 || x == 9)) {
			others += n
		}
	}
	if ends[end] < fewNeighbours || ends[end] < mostOfThemEnds*others || end == 10 && ends[10] < twiceAsMany*(ends[8]+ends[9]) {
		return 0, ""
	}
	return end, "in " + few(names[end])
}

// noteZeros marks the zeros of a run of which nearly all items begin at 1, where people gave a 1 so much oftener that the 0 is no lowest point.
func noteZeros(run []*asked, end float64) {
	if end < 7 {
		return // of shorter scales a 0 is asked about whatever stands beside
	}
	with, zeros, ones := 0, 0, 0
	for _, c := range run {
		n := c.answers.numbers[0]
		if n > 0 {
			with++
		}
		zeros, ones = zeros+n, ones+c.answers.numbers[1]
	}
	if with == 0 || len(run)-with < mostOfThemEnds*with || ones < mostOfThemEnds*zeros {
		return
	}
	for _, c := range run {
		c.learned.noteStrays([]float64{0})
		if c.answers.numbers[0] == 0 {
			delete(c.learned.numbers, 0) // somebody lent it
		}
	}
}

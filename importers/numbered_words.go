package importers

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Labels that no family has may still tell their order: each has its own number, "1 - Low" to "5 - Extreme". So have the names of regions and
// branches; a scale they are where their words lean from one end to the other.

// numberedOrder returns labels in the order of their numbers, and these; none: not each has one of its own, or their words tell of no degrees.
func numberedOrder(labels []string) (ordered []string, numbers []int) {
	const fewest, highest = 3, 10
	known := lexicon.LabelNumbers(labels)
	for _, label := range sortedBy(labels, known) {
		if n := known[label]; len(numbers) == 0 || numbers[len(numbers)-1] != n { // the others are spellings of one
			ordered, numbers = append(ordered, label), append(numbers, n)
		}
	}
	if len(numbers) < fewest || numbers[len(numbers)-1] > highest || !leansOneWay(ordered) {
		return nil, nil
	}
	return ordered, numbers
}

func sortedBy(labels []string, numbers map[string]int) []string {
	if numbers == nil {
		return nil
	}
	ordered := slices.Clone(labels)
	slices.SortStableFunc(ordered, func(x, y string) int { return numbers[x] - numbers[y] })
	return ordered
}

// leansOneWay reports whether labels, in the order of their numbers, lean from one end to the other: the first and the last to different ends, or all
// of them, as labels of known scales, further and further.
func leansOneWay(ordered []string) bool {
	var sides []int
	all := true
	for _, label := range ordered {
		side := lexicon.SideOfEnd(label)
		sides = append(sides, side)
		all = all && (side != 0 || len(lexicon.FamiliesAlone(lexicon.PlainLabel(label))) > 0)
	}
	first, last := sides[0], sides[len(sides)-1]
	if first*last < 0 {
		return true
	}
	rising := slices.IsSorted(sides)
	slices.Reverse(sides)
	return all && first != last && (rising || slices.IsSorted(sides))
}

// tellNumbered lets the columns of an export, or the questions of a study, be read by the numbers of their labels, where they ask for no group.
func tellNumbered(columns []*asked) {
	for _, c := range columns {
		labels := c.learned.claimed()
		if len(labels) < 3 || c.learned.many || !c.learned.inWords() || lexicon.Fit(labels) != nil {
			continue
		}
		ordered, _ := numberedOrder(labels)
		if ordered == nil || asksForGroup(c.column) != noGroup || c.fact() {
			continue
		}
		levels := lexicon.IsLevel(ordered[0]) && lexicon.IsLevel(ordered[len(ordered)-1])
		c.learned.inOrder = !levels || asksForJudgement(c)
	}
}

// enoughForAll is how many answers tell that there is no point beyond the last that somebody chose, if its words are those of an end.
const enoughForAll = 30

// byOwnNumbers reads answers whose labels have numbers of their own: these are the points. Where somebody chose every one from 1 on, the words of
// both ends lean apart, and usual scales end there or enough people answered, there are no others; else they are those of the smallest usual scale.
func (a *answersSeen) byOwnNumbers(labels []string, asked []lexicon.Heading) (readScale, bool) {
	ordered, numbers := numberedOrder(labels)
	if !a.inOrder || ordered == nil {
		return readScale{}, false
	}
	known := lexicon.LabelNumbers(labels)
	r, points := readScale{family: "anchored"}, newAnswersSeen()
	points.anchored, points.lent, points.apart = true, a.lent, a.apart
	for _, label := range sortedBy(labels, known) {
		r.codes = append(r.codes, wordAt(label, float64(known[label])))
		points.numbers[float64(known[label])] += a.words[label]
	}
	low, high := numbers[0], numbers[len(numbers)-1]
	apart := lexicon.SideOfEnd(ordered[0])*lexicon.SideOfEnd(ordered[len(ordered)-1]) < 0
	if low <= 1 && high-low == len(numbers)-1 && apart && (slices.Contains(usualEnds(), float64(high)) || total(a.ofAllRows().words) >= enoughForAll) {
		r.scale = study.NewScale(float64(low), float64(high))
		return r, true
	}
	r.scale, r.remark = inferScale(points, asked)
	return r, r.scale.Defined()
}

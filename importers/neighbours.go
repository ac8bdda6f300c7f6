package importers

import (
	"maps"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// The other questions of a file tell where the scale of one ends: the weakest of many items may have no answer at the highest point, and a
// number past the end that all others have is a slip.

// fewNeighbours is how many questions have to end at one point, and how many times as many as end below it, to tell where others end.
const (
	fewNeighbours  = 3
	mostOfThemEnds = 4
)

// neighbours are the ratings in numbers of a file that ask for one kind, by their highest point.
type neighbours map[float64]*reach

// learnFromNeighbours gives columns the end that their neighbours have, where they end one point before it, and marks what lies one past.
func learnFromNeighbours(columns []*asked) {
	all := neighboursOf(columns)
	for i, c := range columns {
		if !c.ofNumbers() || c.named() || c.block() != "" || c.fact() || asksForGroup(c.column) != noGroup || c.column.asksToRecommend() {
			continue
		}
		low, high, whole := c.learned.ends()
		of := all[c.asks()]
		if of[high+1] != nil && !of.end(high+1) {
			of = ofAllKinds(all) // what matters and how it is are mostly asked on one scale
		}
		switch {
		case !whole || low < 0 || len(c.answers.numbers) < 2:
		case of.end(high+1) && high > 3 && fromLowEnd(low, high+1):
			c.learned.learnEnd(high+1, "in "+of[high+1].names(i))
		case high == 8 && of.end(10) && fromLowEnd(low, 10) && c.answers.numbers[8] <= c.answers.numbers[7]: // of none of theirs it would be an end
			c.learned.learnEnd(10, "in "+of[10].names(i))
		case of.end(high-1) && c.answers.hardly(high):
			c.learned.noteStrays([]float64{high})
		default:
			c.learned.noteStrays(c.answers.beyondAllOthers(of, high))
		}
	}
}

// fromLowEnd reports whether numbers begin in the lower half of a scale that ends at a point, which they may be part of: of ten points hardly
// anybody chooses the lowest.
func fromLowEnd(low, end float64) bool { return low <= max(2, math.Floor(end/2)) }

// beyondAllOthers returns the numbers of a column beyond the point at which the other columns of its file end, all of them, if hardly a cell
// holds them.
func (a *answersSeen) beyondAllOthers(of neighbours, high float64) []float64 {
	ends := slices.Sorted(maps.Keys(of))
	ends = slices.DeleteFunc(ends, func(x float64) bool { return x == high && of[x].n == 1 })
	if len(ends) == 0 {
		return nil
	}
	if end := ends[len(ends)-1]; end < high && of.end(end) && !a.fillsBeyond(end) {
		return a.hardlyBeyond(end)
	}
	return nil
}

// fillsBeyond reports whether the numbers fill a usual scale that goes on past an end, all its points or all but one: hardly chosen as they are,
// these are points. Of two points past the end none may be missing, for a 7 alone beside 1 to 5 fills nothing.
func (a *answersSeen) fillsBeyond(end float64) bool {
	seen := a.observed()
	high := seen[len(seen)-1]
	if !slices.Contains(usualEnds(), high) || seen[0] < 0 {
		return false
	}
	points, past := 0, 0
	for _, x := range seen {
		if x >= 1 {
			points++
		}
		if x > end {
			past++
		}
	}
	missing := int(high-end) - past
	return points >= int(high)-1 && (missing == 0 || missing == 1 && past > 2)
}

// neighboursOf groups the columns that can tell by their kind and highest point. What may stand for no answer is none.
func neighboursOf(columns []*asked) map[study.Kind]neighbours {
	all := map[study.Kind]neighbours{}
	for i, c := range columns {
		if !c.ofNumbers() || c.fact() || asksForGroup(c.column) != noGroup {
			continue
		}
		points := c.answers.observed()
		if _, _, whole := c.answers.ends(); !whole || len(points) < 2 {
			continue
		}
		apart := c.answers.notPoints(c.headings())
		points = slices.DeleteFunc(points, func(x float64) bool { return slices.Contains(apart, x) })
		high := 0.0
		if len(points) > 0 {
			high = points[len(points)-1]
		}
		if len(points) < 3 || !fromLowEnd(points[0], high+1) { // one point up, for it may be that which nobody chose
			continue
		}
		of := all[c.asks()]
		if of == nil {
			of = neighbours{}
			all[c.asks()] = of
		}
		if of[high] == nil {
			of[high] = &reach{low: points[0], high: high, answers: newAnswersSeen()}
		}
		of[high].add(i, c)
	}
	return all
}

// ofAllKinds puts together what questions of all kinds tell.
func ofAllKinds(all map[study.Kind]neighbours) neighbours {
	together := neighbours{}
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		for _, high := range slices.Sorted(maps.Keys(all[kind])) {
			r := all[kind][high]
			if together[high] == nil {
				together[high] = &reach{low: r.low, high: high, answers: newAnswersSeen()}
			}
			to := together[high]
			to.answers.pool(r.answers)
			to.first, to.n = append(to.first, r.first...), to.n+r.n
			slices.SortFunc(to.first, func(a, b named) int { return a.at - b.at })
			to.first = to.first[:min(len(to.first), mostNamed)]
		}
	}
	return together
}

// end reports whether nearly all that end at a point or right before it end at that point, which is the end of a usual scale, and nobody
// else has another.
func (n neighbours) end(x float64) bool {
	at := n[x]
	if at == nil || !slices.Contains(usualEnds(), x) || at.n < fewNeighbours {
		return false
	}
	before := n[x-1]
	return before == nil || at.n >= mostOfThemEnds*before.n
}

// names are those of the first columns, but one.
func (r *reach) names(but int) string {
	var names []string
	for _, one := range r.first {
		if one.at != but {
			names = append(names, one.name)
		}
	}
	return fewOf(names, r.n)
}

// learnEnd takes over the highest point of others as one that nobody chose.
func (a *answersSeen) learnEnd(x float64, where string) {
	if _, known := a.numbers[x]; !known {
		a.numbers[x], a.lent = 0, where
	}
}

// hardly reports whether so few chose the highest number, beside the one below it, that it is no point of their scale, if others have none
// such.
func (a *answersSeen) hardly(high float64) bool {
	const least, share = 3, 20 // times as often chosen: the point below, and all
	n := a.numbers[high]
	return n > 0 && least*n <= a.numbers[high-1] && share*n <= total(a.numbers)
}

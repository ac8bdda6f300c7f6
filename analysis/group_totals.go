package analysis

import "github.com/cxgap/cxgap/analysis/study"

// groupTotals are the sums of one rating by random group: the weight, and the weighted sum in POMP. They lie side by side, for what is
// touched when a column is added up stays in the cache, and there is room for every number of eight bits, so that none is out of bounds.
type groupTotals [256][2]float64

// newGroupTotals returns empty totals of the mapped ratings that were asked, by rating.
func newGroupTotals(tables []*counts, mapped []bool) []*groupTotals {
	totals := make([]*groupTotals, len(tables))
	for i, table := range tables {
		if table != nil && mapped[i] {
			totals[i] = new(groupTotals)
		}
	}
	return totals
}

// add counts a column of codes; sums is what each entry adds, as of a ratingColumn, and every row has the number of its group. Within its
// caller it would be slower by half, for want of registers.
//
//go:noinline
func (t *groupTotals) add(codes []study.Code, sums [][2]float64, group []uint8, weight []float64) {
	group, weight = group[:len(codes)], weight[:len(codes)]
	for i, code := range codes {
		w, answer, of := weight[i], &sums[code.Entry()], &t[group[i]]
		of[0] += w * answer[0]
		of[1] += w * answer[1]
	}
}

package analysis

// groupTotals are the sums of one rating by random group: the weight, and the weighted sum in POMP. They lie side by side, for what is
// touched when a column is added up stays in the cache, and there is room for every number of eight bits, so that none is out of bounds.
type groupTotals [256][2]float64

// newGroupTotals returns empty totals of the ratings that were asked, by rating.
func newGroupTotals(tables []*counts) []*groupTotals {
	totals := make([]*groupTotals, len(tables))
	for i, table := range tables {
		if table != nil {
			totals[i] = new(groupTotals)
		}
	}
	return totals
}

// add counts some rows of a column; each has the number of its group.
func (t *groupTotals) add(column *ratingColumn, rows []int32, group []uint8, weight []float64) {
	codes, sums := column.codes, column.sums
	group = group[:len(rows)]
	for i, row := range rows {
		w, answer := weight[row], &sums[entryOf(codes[row])]
		of := &t[group[i]]
		of[0] += w * answer[0]
		of[1] += w * answer[1]
	}
}

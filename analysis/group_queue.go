package analysis

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
)

// queuedRows is how many complete respondents wait for their random groups at most.
const queuedRows = 1 << 14

// groupQueue holds respondents complete in drivers and outcome until there are many of them. The sums of two hundred groups are more
// than a processor's cache holds, and a row at a time would fetch them anew: here a group gets all of its rows at once, in the
// order of the files, whichever processor adds them up.
type groupQueue struct {
	group  []uint8
	weight []float64
	values []int16 // by respondent: codes around their middle, the drivers and the outcome
}

// enter lets a complete respondent wait.
func (q *groupQueue) enter(group uint8, complete *completeRows, i, variables int) {
	if q.group == nil {
		q.group, q.weight = make([]uint8, 0, queuedRows), make([]float64, 0, queuedRows)
		q.values = make([]int16, 0, queuedRows*variables)
	}
	q.group = append(q.group, group)
	q.weight = append(q.weight, complete.weight[i])
	n := len(q.values)
	q.values = q.values[:n+variables]
	values := q.values[n:]
	for k, x := range complete.values[i*variables:][:len(values)] {
		values[k] = int16(x)
	}
}

// settle adds up those who wait.
func (q *groupQueue) settle(groups []*groupSums, m *driverModel) {
	if len(q.group) == 0 {
		return
	}
	from := make([]int32, len(groups)+1) // where the rows of a group begin
	for _, g := range q.group {
		from[g+1]++
	}
	for g := range groups {
		from[g+1] += from[g]
	}
	rows, next := make([]int32, len(q.group)), slices.Clone(from)
	for row, g := range q.group {
		rows[next[g]] = int32(row)
		next[g]++
	}
	stats.Replicates(len(groups), func() func(int) {
		var memory completeRows
		return func(g int) {
			q.take(&memory, rows[from[g]:from[g+1]], len(m.ratings))
			groups[g].drivers.addRows(m, &memory)
		}
	})
	q.group, q.weight, q.values = q.group[:0], q.weight[:0], q.values[:0]
}

// take fills in some of those who wait.
func (q *groupQueue) take(into *completeRows, rows []int32, variables int) {
	into.weight = into.weight[:0]
	into.values = slices.Grow(into.values[:0], len(rows)*variables)[:len(rows)*variables]
	for i, row := range rows {
		into.weight = append(into.weight, q.weight[row])
		values := into.values[i*variables:][:variables]
		for k, x := range q.values[int(row)*variables:][:variables] {
			values[k] = float64(x)
		}
	}
}

package analysis

import (
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

	rows, from, next []int32 // memory
}

// newGroupQueue returns a queue for rows of so many variables.
func newGroupQueue(variables int) groupQueue {
	return groupQueue{
		make([]uint8, 0, queuedRows), make([]float64, 0, queuedRows), make([]int16, 0, queuedRows*variables),
		make([]int32, queuedRows), make([]int32, randomGroups+1), make([]int32, randomGroups+1),
	}
}

// enter lets a complete respondent wait.
func (q *groupQueue) enter(group uint8, complete *completeRows, i, variables int) {
	q.group = append(q.group, group)
	q.weight = append(q.weight, complete.weight[i])
	for _, x := range complete.values[i*variables : (i+1)*variables] {
		q.values = append(q.values, int16(x))
	}
}

// settle adds up those who wait.
func (q *groupQueue) settle(groups []*groupSums, m *driverModel) {
	if len(q.group) == 0 {
		return
	}
	from := q.from // where the rows of a group begin
	clear(from)
	for _, g := range q.group {
		from[g+1]++
	}
	for g := range groups {
		from[g+1] += from[g]
	}
	rows, next := q.rows[:len(q.group)], q.next
	copy(next, from)
	for row, g := range q.group {
		rows[next[g]] = int32(row)
		next[g]++
	}
	stats.Replicates(len(groups), func() func(int) {
		var memory completeRows
		return func(g int) {
			q.take(&memory, rows[from[g]:from[g+1]], len(m.middle))
			groups[g].drivers.addRows(m, &memory)
		}
	})
	q.group, q.weight, q.values = q.group[:0], q.weight[:0], q.values[:0]
}

// take fills in some of those who wait.
func (q *groupQueue) take(into *completeRows, rows []int32, variables int) {
	into.rows, into.weight, into.values = rows, into.weight[:0], into.values[:0]
	for _, row := range rows {
		into.weight = append(into.weight, q.weight[row])
		for _, x := range q.values[int(row)*variables : (int(row)+1)*variables] {
			into.values = append(into.values, float64(x))
		}
	}
}

package stats

import "gonum.org/v1/gonum/floats"

// columnRows is the number of rows that AddColumns takes at a time: the columns of twenty variables fit in a processor's first cache.
const columnRows = 128

// ColumnMemory is what AddColumns works in. Whoever adds at the same time needs one of their own.
type ColumnMemory struct {
	rows              [columnRows]int32
	weights, weighted [columnRows]float64
	columns           [][columnRows]float64
}

// AddColumns counts rows that are given by columns, x[i][r] the value of variable i in row r, as Add does row by row; a row without
// weight is none. It is five times as fast, and adds in another order.
func (m *Moments) AddColumns(w []float64, x [][]int16, memory *ColumnMemory) {
	for from := 0; from < len(w); {
		n, next := memory.take(w, x, from)
		from = next
		weights, weighted := memory.weights[:n], memory.weighted[:n]
		m.N += n
		m.Weight += floats.Sum(weights)
		m.Weight2 += floats.Dot(weights, weights)
		at := 0
		for i := range x {
			floats.MulTo(weighted, weights, memory.columns[i][:n])
			m.Sum[i] += floats.Sum(weighted)
			for j := i; j < len(x); j++ {
				m.Product[at] += floats.Dot(weighted, memory.columns[j][:n])
				at++
			}
		}
	}
}

// take collects the next rows that have a weight, as many as there is room for, and returns how many there are, and where to go on.
// Whether a row was drawn is as good as random, and a branch would be guessed wrong: a row that was not is written over by the next.
func (c *ColumnMemory) take(w []float64, x [][]int16, from int) (n, next int) {
	if len(c.columns) < len(x) {
		c.columns = make([][columnRows]float64, len(x))
	}
	for next = from; next < len(w) && n < columnRows; next++ {
		c.rows[n], c.weights[n] = int32(next), w[next]
		if w[next] != 0 {
			n++
		}
	}
	for i, values := range x {
		column := &c.columns[i]
		for k, row := range c.rows[:n] {
			column[k] = float64(values[row])
		}
	}
	return n, next
}

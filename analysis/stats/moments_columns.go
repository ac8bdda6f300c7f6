package stats

import "gonum.org/v1/gonum/floats"

// columnRows is the number of rows that AddColumns takes at a time: their columns fit in a processor's second cache.
const columnRows = 1024

// AddColumns counts rows that are given by columns, x[i][r] the value of variable i in row r, as Add does row by row; a row without
// weight is none. It is four times as fast, and adds in another order. The memory is used in between and must hold
// min(len(w), 1024) numbers.
func (m *Moments) AddColumns(w []float64, x [][]float64, memory []float64) {
	for from := 0; from < len(w); from += columnRows {
		to := min(from+columnRows, len(w))
		weights, weighted := w[from:to], memory[:to-from]
		for _, v := range weights {
			if v != 0 {
				m.N++
			}
		}
		m.Weight += floats.Sum(weights)
		m.Weight2 += floats.Dot(weights, weights)
		at := 0
		for i := range x {
			floats.MulTo(weighted, weights, x[i][from:to])
			m.Sum[i] += floats.Sum(weighted)
			for j := i; j < len(x); j++ {
				m.Product[at] += floats.Dot(weighted, x[j][from:to])
				at++
			}
		}
	}
}

package stats

import (
	"testing"

	"pgregory.net/rapid"
)

// Columns add up to what their rows do.
func TestColumnsAddUpAsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, n := rapid.IntRange(1, 4).Draw(t, "variables"), rapid.SampledFrom([]int{0, 1, 7, columnRows, 2*columnRows + 3}).Draw(t, "rows")
		seed := rapid.IntRange(1, 1000).Draw(t, "seed")
		columns, weights := make([][]int16, k), make([]float64, n)
		byRow, byColumn := NewMoments(k), NewMoments(k)
		for r := range n {
			weights[r] = float64((r*seed)%5) / 4 // some weigh nothing
			row := make([]float64, k)
			for i := range row {
				value := int16((r*(i+3)+seed)%11 - 5)
				row[i] = float64(value)
				columns[i] = append(columns[i], value)
			}
			if weights[r] > 0 {
				byRow.Add(weights[r], row)
			}
		}
		byColumn.AddColumns(weights, columns, new(ColumnMemory))
		if !nearMoments(byRow, byColumn) {
			t.Errorf("by row %v, by column %v", *byRow, *byColumn)
		}
	})
}

func nearMoments(a, b *Moments) bool {
	same := a.N == b.N && near(a.Weight, b.Weight, 1e-9) && near(a.Weight2, b.Weight2, 1e-9)
	for i := range a.Sum {
		same = same && near(a.Sum[i], b.Sum[i], 1e-9)
	}
	for i := range a.Product {
		same = same && near(a.Product[i], b.Product[i], 1e-9)
	}
	return same
}

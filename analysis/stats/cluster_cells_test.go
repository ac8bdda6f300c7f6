package stats

import (
	"testing"

	"pgregory.net/rapid"
)

// Cells hold the same as a row of all values, in ascending order, however the answers come.
func TestClusterCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cells ClusterCells
		var count [9]int
		var weight [9]float64
		for range rapid.IntRange(0, 30).Draw(t, "answers") {
			value, w := rapid.IntRange(0, 8).Draw(t, "value"), float64(rapid.IntRange(1, 5).Draw(t, "weight"))
			cells = cells.Add(value, 1, w)
			count[value]++
			weight[value] += w
		}
		for value := range count {
			if got := cells.At(value); int(got.Count) != count[value] || got.Weight != weight[value] || int(got.Value) != value {
				t.Errorf("at %d: %+v, want %d of weight %v", value, got, count[value], weight[value])
			}
		}
		for k := 1; k < len(cells); k++ {
			if cells[k].Value <= cells[k-1].Value {
				t.Errorf("%v do not ascend", cells)
			}
		}
	})
}

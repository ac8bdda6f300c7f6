package stats

import (
	"math"
	"slices"
)

// Ranks returns the midranks of the values, the smallest 1. Values within a relative 1e-12 of each other are tied: two
// means that are equal on paper may differ in the last bit. NaN ranks NaN and counts for nothing.
func Ranks(x []float64) []float64 {
	order := make([]int, 0, len(x))
	ranks := make([]float64, len(x))
	for i, v := range x {
		if math.IsNaN(v) {
			ranks[i] = math.NaN()
			continue
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case x[i] < x[j]:
			return -1
		case x[i] > x[j]:
			return 1
		}
		return 0
	})
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && tied(x[order[to-1]], x[order[to]]) {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(from+to+1) / 2
		}
		from = to
	}
	return ranks
}

func tied(a, b float64) bool {
	return math.Abs(a-b) <= 1e-12*math.Max(math.Abs(a), math.Abs(b))
}

// tieGroups returns the sizes of the groups of tied ranks.
func tieGroups(ranks []float64) []float64 {
	count := map[float64]float64{}
	for _, r := range ranks {
		count[r]++
	}
	sizes := make([]float64, 0, len(count))
	for _, n := range count {
		sizes = append(sizes, n)
	}
	slices.Sort(sizes)
	return sizes
}

package stats

import (
	"math"
	"slices"
)

// Holm adjusts p-values so that the chance of any false rejection in the family stays below the level (Holm 1979): the
// k-th smallest of m is multiplied by m−k+1, made monotone, and cut at 1. NaNs stay NaN and do not count in m, as in
// stats::p.adjust of R.
func Holm(p []float64) []float64 {
	order := defined(p)
	adjusted := slices.Clone(p)
	m, largest := len(order), 0.0
	for k, i := range order {
		largest = math.Max(largest, math.Min(1, float64(m-k)*p[i]))
		adjusted[i] = largest
	}
	return adjusted
}

// BenjaminiHochberg adjusts p-values so that the expected share of false rejections stays below the level (Benjamini &
// Hochberg 1995): the k-th smallest of m is multiplied by m/k, made monotone from above. NaNs as in Holm.
func BenjaminiHochberg(p []float64) []float64 {
	order := defined(p)
	adjusted := slices.Clone(p)
	m, smallest := len(order), 1.0
	for k := m - 1; k >= 0; k-- {
		i := order[k]
		smallest = math.Min(smallest, float64(m)/float64(k+1)*p[i])
		adjusted[i] = smallest
	}
	return adjusted
}

// defined returns the indices of the p-values that are not NaN, in ascending order of p.
func defined(p []float64) []int {
	var order []int
	for i := range p {
		if !math.IsNaN(p[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case p[i] < p[j]:
			return -1
		case p[i] > p[j]:
			return 1
		}
		return 0
	})
	return order
}

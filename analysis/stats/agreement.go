package stats

import "math"

// RWG returns the agreement inside a group on one item, r_wg = 1 − s²/((A²−1)/12) for A scale points: 1 where all agree,
// 0 where answers scatter as much as answers at random, or more (James, Demaree & Wolf 1984, equations 1 and 2, with the
// uniform null). The variance is in steps of the scale. NaN for an undefined variance or fewer than two points.
func RWG(variance float64, points int) float64 {
	if points < 2 || math.IsNaN(variance) {
		return math.NaN()
	}
	a := float64(points)
	return math.Max(0, 1-variance/((a*a-1)/12))
}

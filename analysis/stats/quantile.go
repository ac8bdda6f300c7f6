package stats

import "math"

// Quantile returns the p-quantile of ascending values by linear interpolation between order statistics (Hyndman & Fan
// 1996, type 7, the default of R). NaN of no values. gonum's interpolates another way (its median of 1..5 is 2.5).
func Quantile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 || math.IsNaN(p) {
		return math.NaN()
	}
	at := p * float64(len(sorted)-1)
	k := int(math.Floor(at))
	if k >= len(sorted)-1 {
		return sorted[len(sorted)-1]
	}
	return sorted[k] + (at-float64(k))*(sorted[k+1]-sorted[k])
}

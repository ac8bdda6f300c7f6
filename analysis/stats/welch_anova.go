package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// WelchANOVA tests whether k means are equal without assuming equal variances (Welch 1951; stats::oneway.test of R).
// With w = 1/SE², W = Σw and m̃ = Σwm/W:
//
//	F = Σw(m−m̃)²/(k−1) / (1 + 2(k−2)/(k²−1)·Λ),  Λ = Σ(1−w/W)²/df,  df₁ = k−1,  df₂ = (k²−1)/(3Λ)
//
// It works on means and standard errors, so weights, clusters and finite populations carry over. A census has w → ∞; in
// the limit m̃ is its mean, its own term of F and of Λ is 0, and each other group's share of W is 0. Two or more censuses,
// a group without standard error, or fewer than two groups give NaN.
func WelchANOVA(groups []Estimate) (f, df1, df2, p float64) {
	nan := math.NaN()
	k := float64(len(groups))
	census, w, mean := -1, 0.0, 0.0
	for i, g := range groups {
		if g.Has(Census) {
			if census >= 0 {
				return nan, nan, nan, nan
			}
			census = i
			continue
		}
		w += 1 / (g.SE * g.SE)
		mean += g.Value / (g.SE * g.SE)
	}
	mean /= w
	if census >= 0 {
		mean = groups[census].Value
	}
	if k < 2 || math.IsNaN(w) || math.IsInf(w, 0) {
		return nan, nan, nan, nan
	}
	between, lambda := 0.0, 0.0
	for i, g := range groups {
		if i == census {
			continue
		}
		wi := 1 / (g.SE * g.SE)
		share := wi / w
		if census >= 0 {
			share = 0
		}
		between += wi * (g.Value - mean) * (g.Value - mean)
		lambda += (1 - share) * (1 - share) / g.DF
	}
	df1, df2 = k-1, (k*k-1)/(3*lambda)
	f = between / (k - 1) / (1 + 2*(k-2)/(k*k-1)*lambda)
	return f, df1, df2, fUpper(f, df1, df2)
}

// fUpper returns P(F ≥ f) by the incomplete beta function: distuv's survival function is 1 − CDF, which has no digit left
// where p is below 1e-16.
func fUpper(f, df1, df2 float64) float64 {
	if math.IsNaN(f) || math.IsNaN(df2) {
		return math.NaN()
	}
	return mathext.RegIncBeta(df2/2, df1/2, df2/(df2+df1*f))
}

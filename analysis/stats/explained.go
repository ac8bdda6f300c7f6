package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// ExplainsNothing returns the probability of an R² at least as high if none of the drivers had any effect: the F test of a linear regression.
//
// F = (R²/p) / ((1 − R²)/(n − p − 1)), the upper tail of F with p and n − p − 1 degrees of freedom. n is the number of respondents, or what
// they are worth with weights (Kish), so it need not be whole. It is 0 at R² = 1, and undefined without drivers or without a degree of
// freedom left. It takes respondents for independent of each other: with clusters it is too small.
//
// Source: the overall F test of R's summary.lm.
func ExplainsNothing(rSquared float64, drivers int, n float64) float64 {
	between, within := float64(drivers), n-float64(drivers)-1
	if drivers == 0 || !(within > 0) || math.IsNaN(rSquared) {
		return math.NaN()
	}
	if rSquared >= 1 {
		return 0
	}
	return distuv.F{D1: between, D2: within}.Survival(rSquared / between / ((1 - rSquared) / within))
}

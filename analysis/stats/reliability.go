package stats

import (
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/mathext"
)

// Alpha returns Cronbach's (1951) alpha of k items from their covariance matrix over n respondents who answered them all,
//
//	α = k/(k−1) · (1 − Σs²_i / s²_T),  s²_T the variance of the sum
//
// with Feldt's (1965) interval 1 − (1−α)·F on m−1 and (m−1)(k−1) degrees of freedom, m the effective number of respondents (n where all
// count alike): it takes them as drawn one by one, and normal. Undefined for fewer than two items, fewer than two respondents, or a
// sum that does not vary.
func Alpha(cov *mat.SymDense, n int, effective, level float64) Estimate {
	k := cov.SymmetricDim()
	own, total := 0.0, 0.0
	for i := range k {
		own += cov.At(i, i)
		for j := range k {
			total += cov.At(i, j)
		}
	}
	switch {
	case k < 2 || n < 2:
		return Undefined(n, effective, level, TooFew)
	case !(total > 0):
		return Undefined(n, effective, level, ZeroVariance)
	}
	e := Undefined(n, effective, level)
	e.Value = float64(k) / float64(k-1) * (1 - own/total)
	if !(effective > 1) {
		return e
	}
	e.DF, e.Method = effective-1, "feldt"
	second := e.DF * float64(k-1)
	e.Low = 1 - (1-e.Value)*fQuantile((1+level)/2, e.DF, second)
	e.High = 1 - (1-e.Value)*fQuantile((1-level)/2, e.DF, second)
	return e
}

// fQuantile returns the p-quantile of the F distribution on a and b degrees of freedom, by the inverse incomplete beta function.
func fQuantile(p, a, b float64) float64 {
	x := mathext.InvRegIncBeta(a/2, b/2, p)
	return b * x / (a * (1 - x))
}

// CorrectedItemTotal returns the correlation of each item with the sum of the others, from the covariance matrix. NaN where
// either does not vary.
func CorrectedItemTotal(cov *mat.SymDense) []float64 {
	k := cov.SymmetricDim()
	total := 0.0
	row := make([]float64, k)
	for i := range k {
		for j := range k {
			row[i] += cov.At(i, j)
		}
		total += row[i]
	}
	r := make([]float64, k)
	for i := range k {
		own := cov.At(i, i)
		rest := total - 2*row[i] + own
		r[i] = (row[i] - own) / math.Sqrt(own*rest)
		if !(own > 0 && rest > 0) {
			r[i] = math.NaN()
		}
	}
	return r
}

// The reasons why there is no ω.
var (
	ErrHeywood  = errors.New("an item without uniqueness (Heywood case)") // a single factor would explain all of an item
	ErrFewItems = errors.New("fewer than three items")                    // one factor of them is not determined
	ErrConstant = errors.New("an item that does not vary")
	ErrNoFactor = errors.New("items that have nothing in common")
)

// Omega returns ω_total = (Σλ)² / ((Σλ)² + Σψ) of one maximum likelihood factor of the correlation matrix (McDonald 1999,
// equation 6.20b), with its loadings λ, signed so that their sum is positive: the reliability of the sum of standardised items.
// Errors, with ω NaN: ErrFewItems, ErrConstant, ErrNoFactor, ErrHeywood (a uniqueness at its bound: ω would belong to the bound).
func Omega(correlation *mat.SymDense) (omega float64, loadings []float64, err error) {
	k := correlation.SymmetricDim()
	if k < 3 {
		return math.NaN(), nil, ErrFewItems
	}
	for i := range k {
		if math.IsNaN(correlation.At(i, i)) {
			return math.NaN(), nil, ErrConstant
		}
	}
	loadings, unique := fitOneFactor(correlation)
	sum, rest, loading := 0.0, 0.0, 0
	for i := range k {
		if math.Abs(loadings[i]) > 1e-6 {
			loading++
		}
		sum += loadings[i]
		rest += unique[i]
	}
	if sum < 0 {
		for i := range loadings {
			loadings[i] = -loadings[i]
		}
	}
	switch {
	case loading < 2:
		return math.NaN(), nil, ErrNoFactor
	case slices.Min(unique) <= leastUniqueness*(1+1e-9):
		return math.NaN(), loadings, ErrHeywood
	}
	return sum * sum / (sum*sum + rest), loadings, nil
}

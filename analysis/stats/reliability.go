package stats

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/mathext"
)

// Alpha returns Cronbach's (1951) alpha of k items from their covariance matrix over n respondents who answered them all,
//
//	α = k/(k−1) · (1 − Σs²_i / s²_T),  s²_T the variance of the sum
//
// with Feldt's (1965) interval 1 − (1−α)·F on n−1 and (n−1)(k−1) degrees of freedom, which takes the respondents as drawn one by
// one and counting alike. Undefined for fewer than two items, fewer than two respondents, or a sum that does not vary.
func Alpha(cov *mat.SymDense, n int, level float64) Estimate {
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
		return Undefined(n, float64(n), level, TooFew)
	case !(total > 0):
		return Undefined(n, float64(n), level, ZeroVariance)
	}
	e := Undefined(n, float64(n), level)
	e.Value = float64(k) / float64(k-1) * (1 - own/total)
	e.DF, e.Method = float64(n-1), "feldt"
	second := float64((n - 1) * (k - 1))
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

// ErrHeywood says that a single factor would explain all of an item: its uniqueness has no maximum inside its bounds.
var ErrHeywood = errors.New("an item without uniqueness (Heywood case)")

// leastUniqueness bounds the uniquenesses, as R's factanal does.
const leastUniqueness = 0.005

// Omega returns ω_total = (Σλ)² / ((Σλ)² + Σψ) of one maximum likelihood factor of the correlation matrix (McDonald 1999,
// equation 6.20b), with its loadings λ, signed so that their sum is positive; ψ = 1 − λ². The likelihood is climbed by Rubin and
// Thayer's (1982) EM steps until no loading moves by more than 1e-12. Fewer than three items, and items that do
// not vary, have no single factor of their own: NaN. The error is ErrHeywood; ω then belongs to the bound.
func Omega(correlation *mat.SymDense) (omega float64, loadings []float64, err error) {
	k := correlation.SymmetricDim()
	for i := range k {
		if math.IsNaN(correlation.At(i, i)) {
			return math.NaN(), nil, nil
		}
	}
	if k < 3 {
		return math.NaN(), nil, nil
	}
	loadings, unique := firstFactor(correlation)
	sum, rest, loading := 0.0, 0.0, 0
	for i := range k {
		if math.Abs(loadings[i]) > 1e-6 {
			loading++
		}
		sum += loadings[i]
		rest += unique[i]
		if unique[i] <= leastUniqueness {
			err = ErrHeywood
		}
	}
	if loading < 2 { // items that have nothing in common have no factor
		return math.NaN(), nil, nil
	}
	if sum < 0 {
		for i := range loadings {
			loadings[i] = -loadings[i]
		}
	}
	return sum * sum / (sum*sum + rest), loadings, err
}

// firstFactor climbs the likelihood from the first principal component.
func firstFactor(s *mat.SymDense) (loadings, unique []float64) {
	k := s.SymmetricDim()
	var eigen mat.EigenSym
	eigen.Factorize(s, true)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	largest := math.Sqrt(math.Max(0, eigen.Values(nil)[k-1]))
	loadings, unique = make([]float64, k), make([]float64, k)
	for i := range k {
		loadings[i] = 0.9 * largest * vectors.At(i, k-1)
		unique[i] = math.Max(leastUniqueness, 1-loadings[i]*loadings[i])
	}
	const steps = 100_000
	for range steps {
		if emStep(s, loadings, unique) < 1e-12 {
			break
		}
	}
	return loadings, unique
}

// emStep moves loadings and uniquenesses one step up and returns the largest move of a loading.
func emStep(s *mat.SymDense, loadings, unique []float64) float64 {
	k := len(loadings)
	a := 0.0
	for i, l := range loadings {
		a += l * l / unique[i]
	}
	score := make([]float64, k) // regression of the factor on the items
	for i, l := range loadings {
		score[i] = l / unique[i] / (1 + a)
	}
	cross := make([]float64, k) // covariance of the items with the factor's score
	second := 1 / (1 + a)       // expected square of the factor
	for i := range k {
		for j := range k {
			cross[i] += s.At(i, j) * score[j]
		}
		second += score[i] * cross[i]
	}
	moved := 0.0
	for i := range k {
		next := cross[i] / second
		moved = math.Max(moved, math.Abs(next-loadings[i]))
		loadings[i] = next
		unique[i] = math.Max(leastUniqueness, s.At(i, i)-next*cross[i])
	}
	return moved
}

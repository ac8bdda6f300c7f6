package stats

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// MeanVector is a vector of estimated means with their joint sampling distribution: a multivariate t.
type MeanVector struct {
	Means      []float64
	Covariance *mat.SymDense // of the means, positive semi-definite
	DF         float64       // +Inf: normal
}

// Draws returns resamples of the means, m* = m + L·z·√(df/χ²_df) with LLᵀ the covariance and z standard normal.
// Means without uncertainty are drawn as they are; others without degrees of freedom are NaN. The same seed and stream give the
// same draws, and draw r does not depend on how many there are.
func (v MeanVector) Draws(resamples int, seed, stream uint64) [][]float64 {
	factor := semiCholesky(v.Covariance)
	exact := mat.Norm(v.Covariance, 1) == 0
	p := len(v.Means)
	z := make([]float64, p)
	draws, memory := make([][]float64, resamples), make([]float64, resamples*p)
	numbers := rand.NewPCG(0, 0)
	source := rand.New(numbers)
	for r := range draws {
		numbers.Seed(seed, stream<<20+uint64(r))
		scale := math.Sqrt(v.DF / chiSquare(source, v.DF))
		if math.IsInf(v.DF, 1) || exact { // a census of one has no degrees of freedom, and needs none
			scale = 1
		}
		for k := range z {
			z[k] = source.NormFloat64()
		}
		draw := memory[r*p : (r+1)*p]
		copy(draw, v.Means)
		for i := range draw {
			for k := range i + 1 {
				draw[i] += scale * factor[i*p+k] * z[k]
			}
		}
		draws[r] = draw
	}
	return draws
}

// chiSquare draws from the χ² distribution on df degrees of freedom: twice a gamma variable of shape df/2 by the
// squeeze-free method of Marsaglia & Tsang (2000). gonum's takes its source as an interface of math/rand.
func chiSquare(source *rand.Rand, df float64) float64 {
	if !(df > 0) || math.IsInf(df, 1) {
		return df
	}
	shape, boost := df/2, 1.0
	if shape < 1 {
		boost = math.Pow(source.Float64(), 1/shape)
		shape++
	}
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := source.NormFloat64()
		t := 1 + c*x
		if t <= 0 {
			continue
		}
		cube := t * t * t
		if math.Log(source.Float64()) < x*x/2+d-d*cube+d*math.Log(cube) {
			return 2 * d * cube * boost
		}
	}
}

// semiCholesky returns the lower triangular L (row by row) with LLᵀ = S for a positive semi-definite S. A pivot that is 0
// within rounding belongs to a mean without uncertainty of its own: its column is 0. mat.Cholesky refuses such matrices.
func semiCholesky(s *mat.SymDense) []float64 {
	p := s.SymmetricDim()
	l := make([]float64, p*p)
	for j := range p {
		pivot := s.At(j, j)
		for k := range j {
			pivot -= l[j*p+k] * l[j*p+k]
		}
		if pivot <= 1e-12*s.At(j, j) {
			continue
		}
		root := math.Sqrt(pivot)
		l[j*p+j] = root
		for i := j + 1; i < p; i++ {
			x := s.At(i, j)
			for k := range j {
				x -= l[i*p+k] * l[j*p+k]
			}
			l[i*p+j] = x / root
		}
	}
	return l
}

// ResampledInterval returns the interval of a value that is biased upwards, such as a spread or a mean of absolute gaps, from
// its resamples: the hull of the basic (reverse percentile) bootstrap interval (Davison & Hinkley 1997, equation 5.6) and of
// the normal one,
//
//	[min(2v − q_hi, v − z·sd), max(2v − q_lo, v + z·sd)]
//
// A spread is larger in every resample than in the sample, as it is larger in the sample than in the population: where there
// is no gap at all a percentile interval misses the truth always, and only the basic interval turns the bias around. Where
// gaps are large the bias goes, and the basic interval is too short (docs/decisions/0001-interval-of-alignment.md).
// NaN where a resample is undefined.
func ResampledInterval(value float64, draws []float64, level float64) (low, high float64) {
	sorted := slices.Clone(draws)
	slices.Sort(sorted)
	if len(sorted) == 0 || math.IsNaN(value) || math.IsNaN(sorted[0]) { // NaNs sort first
		return math.NaN(), math.NaN()
	}
	basicLow := 2*value - Quantile(sorted, (1+level)/2)
	basicHigh := 2*value - Quantile(sorted, (1-level)/2)
	half := TQuantile(math.Inf(1), level) * stat.StdDev(sorted, nil)
	return math.Min(basicLow, value-half), math.Max(basicHigh, value+half)
}

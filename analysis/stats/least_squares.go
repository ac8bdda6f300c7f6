package stats

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// LeastSquares is a linear regression with intercept.
type LeastSquares struct {
	Intercept    float64 // at the origin of the values
	Coefficients []float64
	SE           []float64 // classical: independent errors of one variance
	RSquared     float64
	DF           float64 // n − p − 1
}

// LeastSquares regresses the variable outcome on the variables predictors, weighted: b = S⁻¹s, with S and s the weighted sums of
// products around the means. The standard errors are the classical ones, √(RSS/(n−p−1)·diag S⁻¹), which hold where every weight
// is 1. Errors: no predictor; a predictor that depends on others (*CollinearError, by position in predictors) or does not vary; n ≤ p+1.
func (m *Moments) LeastSquares(predictors []int, outcome int) (LeastSquares, error) {
	p := len(predictors)
	fit := LeastSquares{Coefficients: make([]float64, p), SE: make([]float64, p), DF: float64(m.N - p - 1)}
	if p == 0 || m.N <= p+1 {
		return fit, fmt.Errorf("%d rows for %d predictors", m.N, p)
	}
	all := append(append(make([]int, 0, p+1), predictors...), outcome)
	s := m.scatter(all)
	scale := make([]float64, p)
	for i := range p {
		scale[i] = math.Sqrt(s.At(i, i))
		if !(scale[i] > 0) {
			return fit, &CollinearError{Driver: i}
		}
	}
	d := Drivers{Among: mat.NewSymDense(p, nil), With: make([]float64, p)}
	for i := range p {
		for j := i; j < p; j++ {
			d.Among.SetSym(i, j, s.At(i, j)/(scale[i]*scale[j]))
		}
		d.With[i] = s.At(i, p) / scale[i]
	}
	standard, err := d.Regression()
	if err != nil {
		return fit, err
	}
	rss := s.At(p, p) - standard.RSquared
	fit.RSquared = standard.RSquared / s.At(p, p)
	fit.Intercept = m.Mean(outcome)
	for i := range p {
		fit.Coefficients[i] = standard.Beta[i] / scale[i]
		fit.SE[i] = math.Sqrt(math.Max(0, rss)/fit.DF*standard.VIF[i]) / scale[i]
		fit.Intercept -= fit.Coefficients[i] * m.Mean(predictors[i])
	}
	return fit, nil
}

// scatter returns Σw(x−x̄)(y−ȳ) of the chosen variables.
func (m *Moments) scatter(of []int) *mat.SymDense {
	s := mat.NewSymDense(len(of), nil)
	for a, i := range of {
		for b := a; b < len(of); b++ {
			j := of[b]
			s.SetSym(a, b, m.Product[m.at(i, j)]-m.Sum[i]*m.Sum[j]/m.Weight)
		}
	}
	return s
}

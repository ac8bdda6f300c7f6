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
	d, scale, err := m.standardised(predictors, outcome)
	if err != nil {
		return LeastSquares{}, err
	}
	standard, err := d.Regression()
	if err != nil {
		return LeastSquares{}, err
	}
	p := len(predictors)
	fit := LeastSquares{Coefficients: make([]float64, p), SE: make([]float64, p), DF: float64(m.N - p - 1)}
	total := m.scatter(outcome, outcome)
	rss := total - standard.RSquared
	fit.RSquared = standard.RSquared / total
	fit.Intercept = m.Mean(outcome)
	for i := range p {
		fit.Coefficients[i] = standard.Beta[i] / scale[i]
		fit.SE[i] = math.Sqrt(math.Max(0, rss)/fit.DF*standard.VIF[i]) / scale[i]
		fit.Intercept -= fit.Coefficients[i] * m.Mean(predictors[i])
	}
	return fit, nil
}

// Coefficients returns the coefficients of LeastSquares alone, at half the price.
func (m *Moments) Coefficients(predictors []int, outcome int) ([]float64, error) {
	d, scale, err := m.standardised(predictors, outcome)
	if err != nil {
		return nil, err
	}
	fit, err := d.Coefficients()
	for i := range fit.Beta {
		fit.Beta[i] /= scale[i]
	}
	return fit.Beta, err
}

// standardised returns the predictors scaled to sums of squares of 1, and by what.
func (m *Moments) standardised(predictors []int, outcome int) (d Drivers, scale []float64, err error) {
	p := len(predictors)
	if p == 0 || m.N <= p+1 {
		return d, nil, fmt.Errorf("%d rows for %d predictors", m.N, p)
	}
	scale = make([]float64, p)
	for i, x := range predictors {
		scale[i] = math.Sqrt(m.scatter(x, x))
		if !(scale[i] > 0) {
			return d, nil, &CollinearError{Driver: i}
		}
	}
	among := make([]float64, p*p)
	d = Drivers{Among: mat.NewSymDense(p, among), With: make([]float64, p)}
	for i, x := range predictors {
		for j := i; j < p; j++ {
			among[i*p+j] = m.scatter(x, predictors[j]) / (scale[i] * scale[j])
		}
		d.With[i] = m.scatter(x, outcome) / scale[i]
	}
	return d, scale, nil
}

// scatter returns Σw(x−x̄)(y−ȳ) of two variables.
func (m *Moments) scatter(i, j int) float64 {
	return m.Product[m.at(i, j)] - m.Sum[i]*m.Sum[j]/m.Weight
}

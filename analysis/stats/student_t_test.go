package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The quantile is where the survival function says, at any degrees of freedom and level.
func TestTQuantileInvertsTheSurvivalFunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		df := math.Exp(rapid.Float64Range(0, math.Log(1e6)).Draw(t, "ln df"))
		outside := math.Exp(rapid.Float64Range(math.Log(1e-10), math.Log(0.99)).Draw(t, "ln outside"))
		level := 1 - outside
		q := TQuantile(df, level)
		if back := 2 * tUpper(q, df); !(math.Abs(back-(1-level)) <= 2e-8*outside) {
			t.Errorf("t(%v) at %v is %v, outside which lies %v", df, level, q, back)
		}
	})
}

// One and two degrees of freedom have quantiles in closed form, the first is where the expansion is worst.
func TestTQuantileInClosedForm(t *testing.T) {
	for _, level := range []float64{0.01, 0.5, 0.6, 0.8, 0.9, 0.95, 0.99, 0.999, 0.999999} {
		outside := 1 - level
		if got, want := TQuantile(1, level), math.Tan(math.Pi/2*level); !(math.Abs(got/want-1) <= 1e-9) {
			t.Errorf("t(1) at %v: got %v, want %v", level, got, want)
		}
		if got, want := TQuantile(2, level), level*math.Sqrt(2/(outside*(2-outside))); !(math.Abs(got/want-1) <= 1e-9) {
			t.Errorf("t(2) at %v: got %v, want %v", level, got, want)
		}
	}
}

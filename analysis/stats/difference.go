package stats

import "math"

// Difference is the difference a − b of two independent estimates, with Welch's test of no difference.
// N and NEffective are those of a.
type Difference struct {
	Estimate
	T                float64 // Value/SE
	P                float64 // two-sided
	NVersus          int     // of b
	NEffectiveVersus float64
}

// Welch estimates the difference of two means:
//
//	d = a − b,  SE² = SE_a² + SE_b²,  df = SE⁴ / (SE_a⁴/df_a + SE_b⁴/df_b),  d ± t(df)·SE
//
// (Welch 1947; Satterthwaite 1946). Unweighted this is stats::t.test of R; with weights, clusters or a finite population
// the standard errors and degrees of freedom are those of the two estimates. (R's svyttest pools the degrees of freedom,
// which is wrong for 14 leaders against 400 customers.)
//
// A census adds no variance; two of them give a difference without interval and p (warning Census). Where one standard
// error is undefined, so are those of the difference, for the same reasons.
func Welch(a, b Estimate, level float64) Difference {
	d := Contrast([]Estimate{a, b}, []float64{1, -1}, level)
	d.NVersus, d.NEffectiveVersus = b.N, b.NEffective
	return d
}

// Contrast estimates a linear combination Σc·m of independent means as Welch does their difference:
//
//	SE² = Σc²SE²,  df = SE⁴ / Σ(c²SE²)²/df
//
// The change of a gap from one wave to the next is one of four means with c = −1, 1, 1, −1. N and NEffective are those of
// the first mean. It panics if the numbers of means and coefficients differ.
func Contrast(means []Estimate, coefficients []float64, level float64) Difference {
	d := Combined(means, coefficients, level)
	if !(d.SE > 0) {
		return d
	}
	d.P = 2 * tUpper(math.Abs(d.T), d.DF)
	t := TQuantile(d.DF, level)
	d.Low, d.High = d.Value-t*d.SE, d.Value+t*d.SE
	return d
}

// Combined is Contrast without interval and p, which cost most of the time: for choosing among many.
func Combined(means []Estimate, coefficients []float64, level float64) Difference {
	if len(means) != len(coefficients) {
		panic("stats: every mean needs a coefficient")
	}
	d := Difference{
		Estimate: Undefined(means[0].N, means[0].NEffective, level),
		T:        math.NaN(), P: math.NaN(),
	}
	d.Method = "welch"
	d.Value = 0
	variance, spread, censuses := 0.0, 0.0, 0
	for i, e := range means {
		v := coefficients[i] * coefficients[i] * e.SE * e.SE
		d.Value += coefficients[i] * e.Value
		variance += v
		spread += satterthwaite(v, e.DF)
		if e.Has(Census) {
			censuses++
		}
		for _, w := range e.Warnings {
			if w != Census && !d.Has(w) {
				d.Warnings = append(d.Warnings, w)
			}
		}
	}
	if censuses == len(means) {
		d.SE, d.DF, d.Warnings = 0, math.Inf(1), []Warning{Census}
		return d
	}
	d.SE = math.Sqrt(variance)
	if math.IsNaN(d.SE) {
		return d
	}
	d.DF = variance * variance / spread
	d.T = d.Value / d.SE
	return d
}

// satterthwaite returns v²/df; nothing for a variance without uncertainty.
func satterthwaite(v, df float64) float64 {
	if math.IsInf(df, 1) {
		return 0
	}
	return v * v / df
}

// TOST returns the p-value of two one-sided t tests of equivalence within ±margin (Schuirmann 1987):
//
//	p = max(P(T ≥ (d+Δ)/SE), P(T ≤ (d−Δ)/SE))
//
// It is below α exactly if the 1−2α interval lies inside ±margin. NaN without a standard error.
func TOST(d Difference, margin float64) float64 {
	if !(d.SE > 0) {
		return math.NaN()
	}
	above := tUpper((d.Value+margin)/d.SE, d.DF)
	below := tUpper(-(d.Value-margin)/d.SE, d.DF)
	return math.Max(above, below)
}

// ProvableMargin returns the smallest equivalence margin that the sample proves at level α: the larger end, in size, of
// the 1−2α interval. NaN without a standard error.
func ProvableMargin(d Difference, alpha float64) float64 {
	if !(d.SE > 0) {
		return math.NaN()
	}
	half := TQuantile(d.DF, 1-2*alpha) * d.SE
	return math.Max(math.Abs(d.Value-half), math.Abs(d.Value+half))
}

package stats

import "math"

// Overlap is what two samples of one population have in common: for every unit (respondent, or cluster) of either, its part
// Σw(x−m)/W of the mean's residual in each sample, NaN in a sample that it is not in. The slices are parallel.
type Overlap struct{ Before, After []float64 }

// Change estimates the change after − before of a mean between two samples that share units, so that its variance has their
// covariance:
//
//	SE² = SE_a² + SE_b² − 2·cov,  cov = C/(C−1) · Σ a_u·b_u
//
// over the units u of both samples, with a_u, b_u their parts of the residuals and C the units of either sample: what
// survey::svyby(covmat = TRUE) of R gives for a design with the units as clusters (Lumley 2010, section 2.2). With the same
// units in both samples and equal weights it is the paired t-test; without a common unit it is Welch's. In finite populations
// cov is multiplied by √((1−n_a/N)(1−n_b/N)), as the variances are by one factor each: a census varies with nothing.
//
// The degrees of freedom are Satterthwaite's over the three groups of units that vary on their own, those of both samples, of
// the first alone and of the second alone:
//
//	df = (ΣV)² / Σ V²/(k−1),  V = Σ (a_u−b_u)² over the k units of a group, with 0 where a unit is not in a sample
//
// Edge cases: a standard error that is undefined in one sample is so in the change; units that all change alike have none
// (ZeroVariance).
func (o Overlap) Change(before, after Sample, level float64) Difference {
	a, b := after.Mean(level), before.Mean(level)
	d := Welch(a, b, level)
	if math.IsNaN(d.SE) || d.Has(Census) {
		return d
	}
	cov, df := o.covariance()
	cov *= math.Sqrt(before.unsampled() * after.unsampled())
	independent := a.SE*a.SE + b.SE*b.SE
	variance := independent - 2*cov
	if variance <= 1e-12*independent {
		none := Undefined(a.N, a.NEffective, level, append(d.Warnings, ZeroVariance)...)
		none.Value, none.Method = d.Value, "paired"
		return Difference{Estimate: none, T: math.NaN(), P: math.NaN(), NVersus: b.N, NEffectiveVersus: b.NEffective}
	}
	d.Method, d.SE = "paired", math.Sqrt(variance)
	if a.SE > 0 && b.SE > 0 { // else one of them is a census, and the other's degrees of freedom are those of the change
		d.DF = df
	}
	d.T = d.Value / d.SE
	d.P = 2 * tUpper(math.Abs(d.T), d.DF)
	t := TQuantile(d.DF, level)
	d.Low, d.High = d.Value-t*d.SE, d.Value+t*d.SE
	return d
}

// Shared returns the number of units in both samples.
func (o Overlap) Shared() int {
	n := 0
	for u := range o.Before {
		if !math.IsNaN(o.Before[u]) && !math.IsNaN(o.After[u]) {
			n++
		}
	}
	return n
}

// covariance returns the covariance of the two means, without finite population correction, and the degrees of freedom of
// their difference.
func (o Overlap) covariance() (cov, df float64) {
	var variance, units [3]float64 // both, before alone, after alone
	for u, b := range o.Before {
		a, group := o.After[u], 0
		switch {
		case math.IsNaN(a):
			a, group = 0, 1
		case math.IsNaN(b):
			b, group = 0, 2
		default:
			cov += a * b
		}
		variance[group] += (a - b) * (a - b)
		units[group]++
	}
	all := float64(len(o.Before))
	total, spread := 0.0, 0.0
	for g, v := range variance {
		if units[g] == 0 {
			continue
		}
		if units[g] > 1 {
			v *= units[g] / (units[g] - 1)
		}
		total += v
		spread += v * v / math.Max(1, units[g]-1)
	}
	return cov * all / (all - 1), total * total / spread
}

package stats

import "math"

// SampleMean is a sample with the estimate of its mean.
type SampleMean struct {
	Sample Sample
	Mean   Estimate
}

// PooledVariance is the variance of one effective answer over several samples of one audience, as if all answers had the same.
type PooledVariance struct{ answer, df float64 }

// PoolVariances pools the variances of samples. A few skewed answers sometimes have a tiny variance by chance, and the difference that was
// chosen for its clarity is often theirs: the other samples know better. With the variance u = SE²·n_eff/(1 − n/N) of an effective answer,
//
//	u_pooled = Σ df·u / Σ df,  on Σ df degrees of freedom
//
// over the samples whose mean has a standard error. Unweighted it is the pooled variance of Student's t-test and of the analysis of variance;
// with weights and clusters u holds the effects of both.
func PoolVariances(samples []SampleMean) PooledVariance {
	var p PooledVariance
	for _, s := range samples {
		if m := s.Mean; m.SE > 0 {
			p.answer += m.DF * m.SE * m.SE * m.NEffective / s.Sample.unsampled()
			p.df += m.DF
		}
	}
	p.answer /= p.df
	return p
}

// of returns the variance of a mean; that of a census is 0, and undefined what is without standard error.
func (p PooledVariance) of(s SampleMean) float64 {
	if s.Mean.SE > 0 {
		return p.answer * s.Sample.unsampled() / s.Mean.NEffective
	}
	return s.Mean.SE
}

// Change returns the change after − before of a mean with the pooled variance for that of each sample: value, standard error and degrees of
// freedom, without interval. Own is the change with the samples' own variances. Where they share units (as in Overlap.Change) their
// correlation is kept, and the degrees of freedom are at most those of own:
//
//	SE² = V_a + V_b − 2r·√(V_a·V_b),  r = (SE_a² + SE_b² − SE_own²) / (2·SE_a·SE_b)
//
// A change without standard error, of censuses, or of units that all move together when so scaled, is returned as it is.
func (p PooledVariance) Change(own Estimate, before, after SampleMean, shared bool) Estimate {
	if !(own.SE > 0) {
		return own
	}
	a, b := p.of(after), p.of(before)
	variance, df := a+b, p.df
	if x, y := after.Mean.SE, before.Mean.SE; shared && x > 0 && y > 0 {
		variance -= (x*x + y*y - own.SE*own.SE) / (x * y) * math.Sqrt(a*b)
		df = math.Min(df, own.DF)
	}
	if variance <= 1e-12*(a+b) {
		return own
	}
	own.SE, own.DF = math.Sqrt(variance), df
	own.Low, own.High = math.NaN(), math.NaN()
	return own
}

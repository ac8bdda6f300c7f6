package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Mean estimates the mean of the population.
//
//	m = Σwx/W,  SE² = n/(n−1) · Σ(w(x−m))²/W²,  m ± t(n−1)·SE
//
// the Taylor linearisation of survey::svymean of R (Lumley 2010, section 2.2; Särndal, Swensson & Wretman 1992, equation
// 5.5.11, with replacement). With clusters w(x−m) is summed per cluster first, and C/(C−1) and C−1 stand for n/(n−1) and
// n−1. In a finite population of N, SE² is multiplied by 1 − n/N; not with clusters, whose number in the population is not
// known (warning PopulationUnused).
//
// Edge cases: no values, NaN; one value or one cluster, a mean without SE (TooFew, TooFewClusters); a census, SE 0 and no
// interval (Census); all values equal without a census, no SE (ZeroVariance): that equal answers say nothing of their
// scatter is not the same as certainty.
func (s Sample) Mean(level float64) Estimate {
	e := s.meanOf(identity, level)
	if e.SE > 0 {
		t := TQuantile(e.DF, level)
		e.Low, e.High = e.Value-t*e.SE, e.Value+t*e.SE
	}
	return e
}

// meanOf estimates the mean of a score of the values, as Mean does of the values themselves, but without interval.
func (s Sample) meanOf(score func(float64) float64, level float64) Estimate {
	e := Undefined(s.N(), s.NEffective(), level)
	e.Method = "t"
	if e.N == 0 {
		e.Warnings = []Warning{TooFew}
		return e
	}
	e.Value = s.mean(score)
	if s.IsCensus() {
		e.SE, e.DF, e.Warnings = 0, math.Inf(1), []Warning{Census}
		return e
	}
	if s.Population > 0 && s.Clusters != nil {
		e.Warnings = append(e.Warnings, PopulationUnused)
	}
	switch {
	case s.Clusters != nil && len(s.Clusters) < 2:
		e.Warnings = append(e.Warnings, TooFewClusters)
		return e
	case e.N < 2:
		e.Warnings = append(e.Warnings, TooFew)
		return e
	case s.constantScore(score):
		e.Warnings = append(e.Warnings, ZeroVariance)
		return e
	}
	e.SE, e.DF = s.standardError(score, e.Value), s.DF()
	if e.SE == 0 { // clusters of equal means
		e.SE = math.NaN()
		e.Warnings = append(e.Warnings, ZeroVariance)
		return e
	}
	return e
}

func (s Sample) constantScore(score func(float64) float64) bool {
	first, seen := 0.0, false
	for k, x := range s.Values {
		if s.Count[k] == 0 {
			continue
		}
		if seen && score(x) != first {
			return false
		}
		first, seen = score(x), true
	}
	return true
}

// standardError returns the linearised standard error of the mean m of a score, with the finite population correction.
func (s Sample) standardError(score func(float64) float64, m float64) float64 {
	total, units := 0.0, float64(s.N())
	if s.Clusters != nil {
		units = float64(len(s.Clusters))
		for _, weights := range s.Clusters {
			e := clusterResidual(s.Values, weights, score, m)
			total += e * e
		}
	} else {
		for k, x := range s.Values {
			e := score(x) - m
			total += s.Weight2[k] * e * e
		}
	}
	w := s.WeightSum()
	return math.Sqrt(units / (units - 1) * total / (w * w) * s.unsampled())
}

// clusterResidual returns Σw(score−m) over a cluster, and 0 where it is 0 within rounding: the mean of a cluster of 1, 2, 2
// is m on paper where all clusters are such, and a standard error of 1e-17 instead of 0 would prove any difference.
func clusterResidual(values, weights []float64, score func(float64) float64, m float64) float64 {
	residual, size := 0.0, 0.0
	for k, x := range values {
		residual += weights[k] * (score(x) - m)
		size += weights[k] * (math.Abs(score(x)) + math.Abs(m))
	}
	if math.Abs(residual) <= 1e-12*size {
		return 0
	}
	return residual
}

// unsampled returns the finite population correction 1 − n/N of a variance; 1 without a population, or with clusters.
func (s Sample) unsampled() float64 {
	if s.Population == 0 || s.Clusters != nil {
		return 1
	}
	return 1 - float64(s.N())/float64(s.Population)
}

// TQuantile returns t such that a Student's t variable on df degrees of freedom lies within ±t with probability level.
// Infinite degrees of freedom give the normal quantile.
func TQuantile(df, level float64) float64 {
	p := (1 + level) / 2
	if z := distuv.UnitNormal.Quantile(p); df > nearlyNormal {
		return z + (z*z*z+z)/(4*df)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(p)
}

// nearlyNormal are the degrees of freedom from which the t distribution is expanded about the normal (Abramowitz & Stegun
// 1964, 26.7.5 and 26.7.8, first term): distuv's incomplete beta function loses digits there, the expansion is right to 1/df².
const nearlyNormal = 1e6

// tUpper returns P(T ≥ t) by the survival function; that of the normal by erfc, because distuv's underflows to 0 by nine
// standard deviations.
func tUpper(t, df float64) float64 {
	if math.IsNaN(t) || math.IsNaN(df) {
		return math.NaN()
	}
	if df > nearlyNormal {
		density := math.Exp(-t*t/2) / math.Sqrt(2*math.Pi)
		return math.Erfc(t/math.Sqrt2)/2 + density*(t*t*t+t)/(4*df)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Survival(t)
}

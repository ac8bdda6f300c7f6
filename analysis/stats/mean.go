package stats

import "math"

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
		r := s.residuals(score, m)
		for _, cells := range s.Clusters {
			e := r.of(cells)
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

// residuals are what a cluster's residual is summed from, by value of a sample.
type residuals struct {
	residual []float64 // score − m
	size     []float64 // |score| + |m|
}

func (s Sample) residuals(score func(float64) float64, m float64) residuals {
	n := len(s.Values)
	memory := make([]float64, 2*n)
	r := residuals{memory[:n], memory[n:]}
	for k, x := range s.Values {
		r.residual[k], r.size[k] = score(x)-m, math.Abs(score(x))+math.Abs(m)
	}
	return r
}

// of returns Σw(score−m) over a cluster, and 0 where it is 0 within rounding: the mean of a cluster of 1, 2, 2
// is m on paper where all clusters are such, and a standard error of 1e-17 instead of 0 would prove any difference.
func (r residuals) of(cells ClusterCells) float64 {
	residual, size := 0.0, 0.0
	for _, c := range cells {
		residual += c.Weight * r.residual[c.Value]
		size += c.Weight * r.size[c.Value]
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

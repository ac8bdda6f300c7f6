package stats

import "math"

// Wilson returns the score interval of a share p on a base of n values (Wilson 1927; Newcombe 1998, method 3):
//
//	(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
//
// The base may be an effective one, so it need not be whole. The interval lies inside [0, 1] and is exact at its ends.
// A base that is not positive gives NaN.
func Wilson(p, base, level float64) (low, high float64) {
	if !(base > 0) {
		return math.NaN(), math.NaN()
	}
	z := TQuantile(math.Inf(1), level)
	z2 := z * z / base
	centre := p + z2/2
	half := z * math.Sqrt(p*(1-p)/base+z2/(4*base))
	low, high = (centre-half)/(1+z2), (centre+half)/(1+z2)
	// The ends are exactly 0 and 1 on paper.
	if p == 0 {
		low = 0
	}
	if p == 1 {
		high = 1
	}
	return math.Max(0, low), math.Min(1, high)
}

// Share estimates the share of values in a set: the weighted share, its linearised standard error, and Wilson's interval
// on Kish's effective base n_eff, on n_eff/(1 − n/N) in a finite population, where it ends at
// shares that are possible, of whole members, and on the design's base with clusters.
//
// With clusters the base is p(1−p)/SE², the number of independent values that would have this standard error, at most n.
// A share of 0 or 1 has no standard error to tell that from; its base is then the number of clusters, as if each had
// answered with one voice. A census has no interval.
func (s Sample) Share(in func(float64) bool, level float64) Estimate {
	score := func(x float64) float64 {
		if in(x) {
			return 1
		}
		return 0
	}
	e := s.scored(score, level)
	e.Method = "wilson"
	e.can = s.Possible(e.Value, 0, 1)
	if s.countsMembers() {
		e.members = s.Population
	}
	if e.ScoreBase = s.scoreBase(score, e); !math.IsNaN(e.ScoreBase) {
		e.Low, e.High = scoreEnds(e, level)
	}
	return e
}

// scoreEnds returns Wilson's interval of a share within what is possible; a census is exact.
func scoreEnds(e Estimate, level float64) (low, high float64) {
	if e.Has(Census) {
		return e.Value, e.Value
	}
	low, high = Wilson(e.Value, e.ScoreBase, level)
	if e.members > 0 {
		low, high = ofMembers(low, high, e.members)
	}
	return e.can.Within(low, high)
}

// scored is meanOf for a share: equal values have a standard error of 0 and an interval all the same, and the interval
// that meanOf gives is left out.
func (s Sample) scored(score func(float64) float64, level float64) Estimate {
	e := s.meanOf(score, level)
	e.Low, e.High, e.DF = math.NaN(), math.NaN(), math.NaN()
	if !e.Has(Census) && e.N > 0 {
		var kept []Warning
		for _, w := range e.Warnings {
			if w != ZeroVariance && w != TooFew {
				kept = append(kept, w)
			}
		}
		if e.Warnings = kept; math.IsNaN(e.SE) && !e.Has(TooFewClusters) && e.N > 1 {
			e.SE = 0
		}
	}
	return e
}

// scoreBase returns the number of independent values that carries the interval of a share (or of a difference of shares);
// NaN where there is no interval.
func (s Sample) scoreBase(score func(float64) float64, e Estimate) float64 {
	switch {
	case e.N == 0, e.Has(Census), e.Has(TooFewClusters):
		return math.NaN()
	case s.Clusters == nil:
		return e.NEffective / s.unsampled()
	case e.SE == 0:
		return float64(len(s.Clusters))
	}
	m := e.Value
	variance := s.mean(func(x float64) float64 { return (score(x) - m) * (score(x) - m) })
	return math.Min(float64(e.N), variance/(e.SE*e.SE))
}

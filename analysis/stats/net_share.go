package stats

import "math"

// NetShare estimates the difference p − q of two shares of one sample, such as promoters less detractors: the mean of the
// scores +1 (top), −1 (bottom) and 0, its linearised standard error, and the adjusted Wald interval of Rocks (2016,
// "Interval estimation for the Net Promoter Score", The American Statistician 70, section 3.4)
//
//	p′ − q′ ± z·√((p′+q′−(p′−q′)²)/n′),  n′ = n+3c,  p′ = (pn+¾c)/n′,  q′ alike,  c = (z/z₀)²
//
// with z₀ the quantile at 95 %, so that c is 1 there, clipped to ±1 and to what is possible in a finite population, on the base that Share has. The estimate stays the raw difference. A census has no interval.
func (s Sample) NetShare(top, bottom func(float64) bool, level float64) Estimate {
	score := func(x float64) float64 {
		switch {
		case top(x):
			return 1
		case bottom(x):
			return -1
		}
		return 0
	}
	e := s.scored(score, level)
	e.Method = "adjusted_wald"
	base := s.scoreBase(score, e)
	if math.IsNaN(base) {
		return e
	}
	p := s.mean(func(x float64) float64 { return math.Max(0, score(x)) })
	q := s.mean(func(x float64) float64 { return math.Max(0, -score(x)) })
	e.Low, e.High = s.Possible(e.Value, -1, 1).Within(adjustedWald(p, q, base, level))
	return e
}

func adjustedWald(p, q, n, level float64) (low, high float64) {
	z := TQuantile(math.Inf(1), level)
	// Rocks adds three quarters of an answer to each of four cells at 95 %; c scales that to other levels.
	c := z / TQuantile(math.Inf(1), 0.95)
	c *= c
	adjusted := n + 3*c
	p, q = (p*n+0.75*c)/adjusted, (q*n+0.75*c)/adjusted
	half := z * math.Sqrt((p+q-(p-q)*(p-q))/adjusted)
	return math.Max(-1, p-q-half), math.Min(1, p-q+half)
}

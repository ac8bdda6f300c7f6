package stats

import (
	"math"
	"slices"
)

// ShareRatio estimates the ratio a/b of two independent shares with the log interval:
//
//	SE² = (1−a)/(n_a·a) + (1−b)/(n_b·b),  a/b · exp(±z·SE)
//
// on the bases of the shares' own intervals: effective ones, the design's with clusters, larger in a finite population (Katz et al.
// 1978; METHODS section 5), cut off at the ratios that the possible shares of finite populations have. SE is that of the logarithm. A census adds no variance. A share
// of 0 gives no ratio: the bound is then one-sided, a/high(b) at least if b is 0, high(a)/b at most if a is 0, from the
// one-sided Wilson intervals. Two shares of 1 have no standard error. An unknown base (N = 0 with a defined share) gives the ratio without interval.
func ShareRatio(a, b Estimate, level float64) Estimate {
	r := Undefined(a.N, a.NEffective, level)
	r.Method = "log"
	switch {
	case math.IsNaN(a.Value) || math.IsNaN(b.Value):
		r.Warnings = []Warning{TooFew}
		return r
	case b.Value == 0 || a.Value == 0:
		r.Warnings = []Warning{ZeroShare}
		r.Low, r.High = oneSidedRatio(a, b, level)
		return r
	}
	r.Value = a.Value / b.Value
	if a.N == 0 || b.N == 0 {
		r.Warnings = []Warning{UnknownBase}
		return r
	}
	if a.Has(Census) && b.Has(Census) {
		r.SE, r.Warnings = 0, []Warning{Census}
		return r
	}
	if r.SE = math.Sqrt(logVariance(a) + logVariance(b)); r.SE == 0 { // everybody in both: samples do not show how sure that is
		r.SE, r.Warnings = math.NaN(), []Warning{ZeroVariance}
		return r
	}
	z := TQuantile(math.Inf(1), level)
	can := Span{a.can.Least / b.can.Most, a.can.Most / b.can.Least}
	r.Low, r.High = can.Within(r.Value*math.Exp(-z*r.SE), r.Value*math.Exp(z*r.SE))
	return r
}

func logVariance(e Estimate) float64 {
	if e.Has(Census) {
		return 0
	}
	return (1 - e.Value) / (e.ScoreBase * e.Value)
}

// oneSidedRatio returns the bound of a ratio with a share of 0; both ends NaN if neither can be had.
func oneSidedRatio(a, b Estimate, level float64) (low, high float64) {
	nan := math.NaN()
	oneSided := 2*level - 1 // a one-sided bound at this level is an end of the two-sided interval at 2·level − 1
	switch {
	case a.Value == 0 && b.Value == 0, a.N == 0 || b.N == 0:
		return nan, nan
	case b.Value == 0 && b.Has(Census): // nobody in b at all: the ratio has no size
		return nan, nan
	case b.Value == 0:
		lowA, _ := scoreEnds(a, oneSided)
		_, highB := scoreEnds(b, oneSided)
		return lowA / highB, nan
	}
	_, highA := scoreEnds(a, oneSided)
	lowB, _ := scoreEnds(b, oneSided)
	return nan, highA / lowB
}

// OddsRatio returns the sample odds ratio of two counts x of n; +Inf becomes NaN, for it says only that a cell is empty.
func OddsRatio(xa, na, xb, nb int) float64 {
	ratio := float64(xa) * float64(nb-xb) / (float64(na-xa) * float64(xb))
	if math.IsInf(ratio, 0) {
		return math.NaN()
	}
	return ratio
}

// FisherExact returns the two-sided p of Fisher's exact test that two shares are equal: the probability, given the margins,
// of all tables that are no more probable than the one observed (Fisher 1935; stats::fisher.test of R, with its relative
// tolerance of 1e-7 on equal probabilities). NaN without observations.
func FisherExact(xa, na, xb, nb int) float64 {
	if na == 0 || nb == 0 {
		return math.NaN()
	}
	total := xa + xb
	lowest, highest := max(0, total-nb), min(na, total)
	// A table's probability is a simple multiple of its neighbour's: all are had from the most probable one, without a logarithm.
	next := func(x int) float64 { // P(x+1) / P(x)
		return float64(na-x) / float64(x+1) * (float64(total-x) / float64(nb-total+x+1))
	}
	mode := min(max(int(float64(na+1)*float64(total+1)/float64(na+nb+2)), lowest), highest)
	// P(x) / P(mode), each way until there is next to nothing left of it: of large samples that is long before the last possible table. Less than the smallest
	// normal number may be rounded to itself again and again.
	const least = 0x1p-1022
	above, below := []float64{1}, []float64{}
	for x, p := mode, 1.0; x < highest && p >= least; x++ {
		p *= next(x)
		above = append(above, p)
	}
	for x, p := mode, 1.0; x > lowest && p >= least; x-- {
		p /= next(x - 1)
		below = append(below, p)
	}
	slices.Reverse(below)
	p, observed := append(below, above...), 0.0
	if at := xa - mode + len(below); at >= 0 && at < len(p) {
		observed = p[at]
	}
	some, all := 0.0, 0.0
	for _, l := range p {
		if all += l; l <= observed*(1+1e-7) {
			some += l
		}
	}
	return some / all
}

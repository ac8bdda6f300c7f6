package stats

import "math"

// HedgesCorrection returns the exact factor that makes a standardised difference unbiased (Hedges 1981, equation 6e):
//
//	J(ν) = Γ(ν/2) / (√(ν/2)·Γ((ν−1)/2))
//
// NaN for ν < 2, where the expectation does not exist. Above 1000 its expansion in 1/ν: the logarithms of the gamma function
// are then so large that their difference loses the digits that count.
func HedgesCorrection(nu float64) float64 {
	switch {
	case nu < 2:
		return math.NaN()
	case nu > 1000:
		return 1 - (3.0/4+(7.0/32+9.0/128/nu)/nu)/nu
	}
	upper, _ := math.Lgamma(nu / 2)
	lower, _ := math.Lgamma((nu - 1) / 2)
	return math.Exp(upper - lower - math.Log(nu/2)/2)
}

// HedgesG returns the standardised difference of two means, J(ν)·(m_a−m_b)/s with s² pooled over ν = n_a+n_b−2 degrees
// of freedom from the (weighted) variances. NaN where the pooled variance is 0 or undefined.
func HedgesG(a, b Sample) float64 {
	na, nb := float64(a.N()), float64(b.N())
	nu := na + nb - 2
	pooled := ((na-1)*a.Variance() + (nb-1)*b.Variance()) / nu
	if !(pooled > 0) {
		return math.NaN()
	}
	return HedgesCorrection(nu) * (a.mean(identity) - b.mean(identity)) / math.Sqrt(pooled)
}

// CliffsDelta returns P(A > B) − P(A < B) from the weighted distributions of two samples (Cliff 1993, equation 2): 1 if
// all of a lie above all of b, 0 if neither tends to be larger. NaN of an empty sample.
func CliffsDelta(a, b Sample) float64 {
	total := 0.0
	for i, x := range a.Values {
		for j, y := range b.Values {
			switch {
			case x > y:
				total += a.Weight[i] * b.Weight[j]
			case x < y:
				total -= a.Weight[i] * b.Weight[j]
			}
		}
	}
	return total / (a.WeightSum() * b.WeightSum())
}

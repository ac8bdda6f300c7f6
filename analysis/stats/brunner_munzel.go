package stats

import (
	"math"
	"slices"
)

// BrunnerMunzel tests whether values of one sample tend to be larger than those of the other, without assuming equal
// variances or shapes (Brunner & Munzel 2000, "The nonparametric Behrens–Fisher problem", Biometrical Journal 42).
//
// With R the midranks in both samples together, R_a those within a, m the mean of R over a sample:
//
//	t = n_a·n_b·(m_a − m_b) / ((n_a+n_b)·√(n_a·v_a + n_b·v_b)),  v_a = Σ(R − R_a − m_a + (n_a+1)/2)² / (n_a−1)
//	df = (n_a·v_a + n_b·v_b)² / ((n_a·v_a)²/(n_a−1) + (n_b·v_b)²/(n_b−1))
//
// n·v/n_other² is the variance that the sampling of one group brings into the share of pairs in which its value is the larger one. Of a
// finite population it is sampled without replacement: v_a is multiplied by 1 − n_a/N_a, as the variance of a mean is (Cochran 1977,
// equation 2.20); a census adds nothing. Otherwise 18 of 20 leaders would be tested as if there were thousands of them, beside an interval
// that knows them to be nearly all.
//
// Weights and clusters do not enter. The sign is that of a − b. Samples that do not overlap have no rank variance: P is 0
// and the statistic infinite; samples that are all one value have nothing to compare, NaN, as with fewer than two values.
func BrunnerMunzel(a, b Sample) Test {
	none := Test{math.NaN(), math.NaN(), math.NaN()}
	na, nb := float64(a.N()), float64(b.N())
	if na < 2 || nb < 2 {
		return none
	}
	ra, rb := placements(a, b), placements(b, a)
	// R − R_a is the placement: how many of the other sample lie below, ties by half. Its mean is m − (n+1)/2.
	ma, va := placementMoments(a, ra)
	mb, vb := placementMoments(b, rb)
	meanRankA, meanRankB := ma+(na+1)/2, mb+(nb+1)/2
	va, vb = va*a.unsampled(), vb*b.unsampled()
	variance := na*va + nb*vb
	if variance == 0 {
		if meanRankA == meanRankB {
			return none
		}
		return Test{Statistic: math.Copysign(math.Inf(1), meanRankA-meanRankB), DF: math.NaN(), P: 0}
	}
	t := na * nb * (meanRankA - meanRankB) / ((na + nb) * math.Sqrt(variance))
	df := variance * variance / (na*va*na*va/(na-1) + nb*vb*nb*vb/(nb-1))
	return Test{Statistic: t, DF: df, P: 2 * tUpper(math.Abs(t), df)}
}

// placements returns for each value of s the number of values of other below it, ties counted by half.
func placements(s, other Sample) []float64 {
	below := make([]float64, len(other.Values)+1)
	for k, c := range other.Count {
		below[k+1] = below[k] + float64(c)
	}
	placed := make([]float64, len(s.Values))
	for k, x := range s.Values {
		at, tied := slices.BinarySearch(other.Values, x)
		placed[k] = below[at]
		if tied {
			placed[k] += float64(other.Count[at]) / 2
		}
	}
	return placed
}

func placementMoments(s Sample, placed []float64) (mean, variance float64) {
	n := float64(s.N())
	for k, p := range placed {
		mean += float64(s.Count[k]) * p
	}
	mean /= n
	for k, p := range placed {
		variance += float64(s.Count[k]) * (p - mean) * (p - mean)
	}
	return mean, variance / (n - 1)
}

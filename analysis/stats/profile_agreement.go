package stats

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// ProfileAgreement says how alike two profiles are: the means of two audiences over the same items.
// MeanAbsolute and RootMeanSquare are in the unit of the means, Distance and its three parts in its square.
type ProfileAgreement struct {
	Items          int
	Pearson        float64 // NaN for fewer than three items or a flat profile
	Spearman       float64
	MeanAbsolute   float64
	RootMeanSquare float64
	Distance       float64 // D² = Σ(x−y)²
	Elevation      float64 // k(x̄−ȳ)²: one profile is higher
	Scatter        float64 // (S_x−S_y)²: one profile has the larger ups and downs
	Shape          float64 // 2·S_x·S_y·(1−r): they have their ups and downs in different places
}

// CompareProfiles compares two profiles over the items that both have (the others are NaN in one of them):
//
//	D² = k(x̄−ȳ)² + (S_x−S_y)² + 2·S_x·S_y·(1−r),  S² = Σ(x−x̄)²
//
// (Cronbach & Gleser 1953, "Assessing similarity between profiles", equation 7, with S² as a sum of squares). The shape is
// computed as 2(S_x·S_y − Σ(x−x̄)(y−ȳ)), which is 0 for a flat profile, where r is undefined. It panics if the lengths differ.
func CompareProfiles(x, y []float64) ProfileAgreement {
	if len(x) != len(y) {
		panic("stats: profiles are over the same items")
	}
	nan := math.NaN()
	var a, b []float64
	for i := range x {
		if !math.IsNaN(x[i]) && !math.IsNaN(y[i]) {
			a, b = append(a, x[i]), append(b, y[i])
		}
	}
	p := ProfileAgreement{len(a), nan, nan, nan, nan, nan, nan, nan, nan}
	if len(a) == 0 {
		return p
	}
	k := float64(len(a))
	meanA, meanB := stat.Mean(a, nil), stat.Mean(b, nil)
	absolute, saa, sbb, sab := 0.0, 0.0, 0.0, 0.0
	p.Distance = 0
	for i := range a {
		absolute += math.Abs(a[i] - b[i])
		p.Distance += (a[i] - b[i]) * (a[i] - b[i])
		saa += (a[i] - meanA) * (a[i] - meanA)
		sbb += (b[i] - meanB) * (b[i] - meanB)
		sab += (a[i] - meanA) * (b[i] - meanB)
	}
	p.MeanAbsolute, p.RootMeanSquare = absolute/k, math.Sqrt(p.Distance/k)
	sa, sb := math.Sqrt(saa), math.Sqrt(sbb)
	p.Elevation = k * (meanA - meanB) * (meanA - meanB)
	p.Scatter = (sa - sb) * (sa - sb)
	p.Shape = math.Max(0, 2*(sa*sb-sab))
	p.Pearson, p.Spearman = Pearson(a, b), Spearman(a, b)
	return p
}

// Pearson returns the correlation of two profiles; NaN for fewer than three items (two always correlate by ±1) or where
// one is flat.
func Pearson(x, y []float64) float64 {
	if len(x) < 3 || flat(x) || flat(y) {
		return math.NaN()
	}
	return stat.Correlation(x, y, nil)
}

// Spearman returns the correlation of the midranks.
func Spearman(x, y []float64) float64 { return Pearson(Ranks(x), Ranks(y)) }

func flat(x []float64) bool {
	for _, v := range x {
		if !tied(v, x[0]) {
			return false
		}
	}
	return true
}

// KendallW returns the concordance of m raters who rank the same k things, corrected for ties, and the p of no concordance:
//
//	W = 12S / (m²(k³−k) − m·ΣT),  T = Σ(t³−t) over a rater's ties,  χ² = m(k−1)W on k−1 degrees of freedom
//
// (Kendall & Babington Smith 1939; Kendall & Gibbons 1990, chapter 6; irr::kendall of R). ratings[i] are the values of
// rater i. NaN for fewer than two raters or three things, or where no rater tells them apart. It panics on ragged ratings.
func KendallW(ratings [][]float64) (w, p float64) {
	m := float64(len(ratings))
	if len(ratings) < 2 || len(ratings[0]) < 3 {
		return math.NaN(), math.NaN()
	}
	k := float64(len(ratings[0]))
	sums := make([]float64, len(ratings[0]))
	ties := 0.0
	for _, of := range ratings {
		if len(of) != len(sums) {
			panic("stats: every rater ranks the same things")
		}
		ranks := Ranks(of)
		for i, r := range ranks {
			sums[i] += r
		}
		for _, t := range tieGroups(ranks) {
			ties += t*t*t - t
		}
	}
	s := 0.0
	for _, r := range sums {
		d := r - m*(k+1)/2
		s += d * d
	}
	most := m*m*(k*k*k-k) - m*ties
	if most <= 0 {
		return math.NaN(), math.NaN()
	}
	w = 12 * s / most
	return w, distuv.ChiSquared{K: k - 1}.Survival(m * (k - 1) * w)
}

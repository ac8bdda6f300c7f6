package stats

import "math"

// Span is a range of numbers, its ends included.
type Span struct{ Least, Most float64 }

// Within cuts an interval off at the ends of the range; an end that is not known (NaN) stays unknown.
func (r Span) Within(low, high float64) (float64, float64) {
	return math.Max(low, r.Least), math.Min(high, r.Most)
}

// Possible returns the range in which the mean of a score can lie in the population, if it is so much in the sample and the score
// of each lies between least and most: of N members n were seen, and the others have at worst all the least, at best all the most.
//
//	(n·mean + (N−n)·least) / N  to  (n·mean + (N−n)·most) / N
//
// For a share with k counted of n this is k/N to (N−n+k)/N, the support of the hypergeometric distribution that the exact
// intervals of a finite population keep to (Cochran 1977, Sampling Techniques, section 3.6; Buonaccorsi 1987, The American
// Statistician 41, 215–218). An interval that borrows its width from a normal distribution does not know the range: with 2
// of 18 counted of 20, Wilson's on n/(1 − n/N) begins at .076, although 2 of 20 are .1 already. Cutting off what cannot be
// costs no coverage. Members without an answer to give would narrow the range further; who is not known to be such is
// taken for unseen, so it holds for them too.
//
// Edge cases: of a census it is the mean alone; without a population, with clusters (whose population is not used) and with unequal
// weights it is least to most. Such weights stand for members in unequal numbers: the weighted share of the sample may itself lie
// outside k/N to (N−n+k)/N.
func (s Sample) Possible(mean, least, most float64) Span {
	switch {
	case s.IsCensus():
		return Span{mean, mean}
	case s.Population == 0, s.Clusters != nil, !s.equallyWeighted():
		return Span{least, most}
	}
	n, whole := float64(s.N()), float64(s.Population)
	return Span{(n*mean + (whole-n)*least) / whole, (n*mean + (whole-n)*most) / whole}
}

// equallyWeighted reports whether all values count alike, but for the rounding of the sums of their weights. By the
// Cauchy–Schwarz inequality that is where Kish's effective number of values is their number.
func (s Sample) equallyWeighted() bool {
	n := float64(s.N())
	return n > 0 && n-s.NEffective() <= 1e-9*n
}

// NetMean estimates the mean of values from −1 to 1, such as the differences of two shares within respondents: Mean, with its
// t interval cut off at what is possible.
func (s Sample) NetMean(level float64) Estimate {
	e := s.Mean(level)
	e.Low, e.High = s.Possible(e.Value, -1, 1).Within(e.Low, e.High)
	return e
}

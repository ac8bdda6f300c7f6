package stats

import "math"

// Span is a range of numbers, its ends included.
type Span struct{ Least, Most float64 }

// Within cuts an interval off at the ends of the range; an end that is not known (NaN) stays unknown.
func (r Span) Within(low, high float64) (float64, float64) {
	return math.Max(low, r.Least), math.Min(high, r.Most)
}

// ofMembers widens an interval of a share to the next shares that a population of so many members can have, in whole members:
// ⌊low·N⌋/N to ⌈high·N⌉/N.
//
// A share of the population is one of 0, 1/N … 1, and where nearly all answered Wilson's interval is narrower than the steps between them: of
// 9 members 8 answered, 1 of them in the box; it must be 1/9 or 2/9 = .222, and the interval, which ends at .221, leaves out the latter. By exact enumeration over populations up to 40 it holds the population's share with .78 at the least for a nominal .95, at every
// fraction that answered; so widened, with .95 at the least where half answered or more, and .89 where fewer did. Inverting the
// hypergeometric tails (Buonaccorsi 1987) would keep .95 everywhere, for a second rule beside Wilson's and a limit between them; half a
// member instead of a whole one keeps .86 (decision 0017). The ends move by less than 1/N: in a large population nothing is seen of it.
func ofMembers(low, high float64, members int) (float64, float64) {
	const rounding = 1e-9 // what a whole number of members may lose in the division
	whole := float64(members)
	return math.Floor(low*whole+rounding) / whole, math.Ceil(high*whole-rounding) / whole
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
	case !s.countsMembers():
		return Span{least, most}
	}
	n, whole := float64(s.N()), float64(s.Population)
	return Span{(n*mean + (whole-n)*least) / whole, (n*mean + (whole-n)*most) / whole}
}

// countsMembers reports whether the values stand for so many members of a population of known size.
func (s Sample) countsMembers() bool {
	return s.Population > 0 && s.Clusters == nil && s.equallyWeighted()
}

// equallyWeighted reports whether all values count alike, but for the rounding of the sums of their weights. By the
// Cauchy–Schwarz inequality that is where Kish's effective number of values is their number.
func (s Sample) equallyWeighted() bool {
	n := float64(s.N())
	return n > 0 && n-s.NEffective() <= 1e-9*n
}

// MeanOnScale estimates the mean of values from least to most: Mean, with its t interval cut off, in a population of known size, at what is
// possible there. The t interval does not know that so few are missing: of 20 leaders 18 answered, 17 with 10 and one with 1 on a scale
// of 1 to 10; with the two others all 20 have a mean of 8.65 to 9.55, and the interval alone is 9.17 to 9.83. Without such a population the
// interval is left as it is, though it may reach beyond the scale: that it does says how little its normal approximation fits.
func (s Sample) MeanOnScale(least, most, level float64) Estimate {
	e := s.Mean(level)
	if s.countsMembers() && e.SE > 0 {
		e.Low, e.High = s.Possible(e.Value, least, most).Within(e.Low, e.High)
	}
	return e
}

// NetMean estimates the mean of values from −1 to 1, such as the differences of two shares within respondents: Mean, with its
// t interval cut off at what is possible.
func (s Sample) NetMean(level float64) Estimate {
	e := s.Mean(level)
	e.Low, e.High = s.Possible(e.Value, -1, 1).Within(e.Low, e.High)
	return e
}

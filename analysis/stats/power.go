package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// DetectableGap returns the smallest true difference that a two-sided Welch test at level alpha finds with the given power,
// for a standard error and its degrees of freedom: the noncentral t of the difference, solved for its parameter.
// NaN without a standard error.
func DetectableGap(se, df, alpha, power float64) float64 {
	if !(se > 0) || math.IsNaN(df) {
		return math.NaN()
	}
	critical := TQuantile(df, 1-alpha)
	short := func(delta float64) float64 { return powerAt(delta, df, critical) - power }
	low, high := 0.0, critical+TQuantile(math.Inf(1), 2*power-1)
	for short(high) < 0 {
		if low, high = high, 2*high; high > 1e6 {
			return math.NaN()
		}
	}
	return falsePosition(short, low, high) * se
}

// falsePosition returns the root of an increasing function between two ends of opposite signs, to a relative 1e-12 (the
// Illinois form of regula falsi: Dowell & Jarratt 1971).
func falsePosition(f func(float64) float64, low, high float64) float64 {
	below, above := f(low), f(high)
	side := 0
	for range 100 {
		x := (low*above - high*below) / (above - below)
		y := f(x)
		switch {
		case y == 0 || math.Abs(high-low) <= 1e-12*math.Abs(high):
			return x
		case y < 0:
			if low, below = x, y; side < 0 {
				above /= 2
			}
			side = -1
		default:
			if high, above = x, y; side > 0 {
				below /= 2
			}
			side = 1
		}
		if math.Abs(y) < 1e-13 {
			return x
		}
	}
	return (low + high) / 2
}

// welchPower returns the power of a two-sided t test at noncentrality delta ≥ 0.
func welchPower(delta, df, alpha float64) float64 { return powerAt(delta, df, TQuantile(df, 1-alpha)) }

// powerAt returns the power of a test that calls a difference beyond ±critical standard errors.
func powerAt(delta, df, critical float64) float64 {
	if math.IsInf(df, 1) || df > 1e5 { // the noncentral t is the normal by then
		upper := distuv.UnitNormal.CDF(delta - critical)
		return upper + distuv.UnitNormal.CDF(-delta-critical)
	}
	t := distuv.NoncentralT{Nu: df, Mu: delta}
	return 1 - t.CDF(critical) + t.CDF(-critical)
}

// Respondents is what the planning of a sample takes from the present one: the variance that one respondent adds to the
// mean (design effect included, finite population correction taken out), and how many there can be.
type Respondents struct {
	Variance   float64 // of the mean, times n
	Population int     // 0: no limit
}

// has reports whether there can be so many.
func (r Respondents) has(n float64) bool { return r.Population == 0 || n < float64(r.Population) }

// standardError returns the standard error of a mean of n respondents and its degrees of freedom.
func (r Respondents) standardError(n int) (se, df float64) {
	if r.Population > 0 && n >= r.Population {
		return 0, math.Inf(1)
	}
	v := r.Variance / float64(n)
	if r.Population > 0 {
		v *= 1 - float64(n)/float64(r.Population)
	}
	return math.Sqrt(v), float64(n - 1)
}

// mostRespondents ends the search for a sample size: more cannot be asked.
const mostRespondents = 10_000_000

// SampleSize returns the smallest common n of two audiences with which a two-sided Welch test at level alpha finds a true
// difference of gap with the given power; an audience is capped at its population, and n is then the other's. It returns 0
// if no sample of up to ten million does.
func SampleSize(a, b Respondents, gap, alpha, power float64) int {
	enough := func(n int) bool { return samplePower(a, b, n, gap, alpha) >= power }
	if !(gap > 0) || math.IsNaN(a.Variance+b.Variance) || !enough(mostRespondents) {
		return 0
	}
	guess := normalSample(a.Variance+b.Variance, gap, alpha, power)
	if !a.has(guess) || !b.has(guess) {
		guess = 0
	}
	low, high := around(guess, enough)
	for high-low > 1 {
		middle := low + (high-low)/2
		if enough(middle) {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// samplePower is the power of a test of n respondents of each audience; 1 where all were asked.
func samplePower(a, b Respondents, n int, gap, alpha float64) float64 {
	seA, dfA := a.standardError(n)
	seB, dfB := b.standardError(n)
	va, vb := seA*seA, seB*seB
	se := math.Sqrt(va + vb)
	if se == 0 {
		return 1
	}
	df := (va + vb) * (va + vb) / (satterthwaite(va, dfA) + satterthwaite(vb, dfB))
	return welchPower(gap/se, df, alpha)
}

// normalSample is about how many respondents of either audience it takes, as if their standard deviations were known and their populations had no limit.
func normalSample(variance, gap, alpha, power float64) float64 {
	z := (TQuantile(math.Inf(1), 1-alpha) + distuv.UnitNormal.Quantile(power)) / gap
	return variance * z * z
}

// around returns a number of respondents that is not enough, and one that is, between which the smallest lies: from about where it should be, in steps that
// double. Small numbers are looked for from the beginning.
func around(guess float64, enough func(n int) bool) (low, high int) {
	const small = 32
	low, high = 1, 2
	if guess > small && guess < mostRespondents {
		low, high = int(guess), int(guess)+1
	}
	for step := 2; low > 1 && enough(low); step *= 2 {
		low, high = max(1, low-step), low
	}
	for step := 2; !enough(high); step *= 2 {
		low, high = high, min(high+step, mostRespondents)
	}
	return low, high
}

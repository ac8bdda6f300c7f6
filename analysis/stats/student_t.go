package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// TQuantile returns t such that a Student's t variable on df degrees of freedom lies within ±t with probability level.
// Infinite degrees of freedom give the normal quantile.
//
// An analysis asks for thousands of these, and gonum inverts the incomplete beta function by bisection, at fifteen times the
// cost. From Hill's (1970) expansion, which is right to three digits from two degrees of freedom on, one or two steps of third
// order on the survival function get to its last digit.
func TQuantile(df, level float64) float64 {
	p := (1 + level) / 2
	if df > nearlyNormal {
		z := distuv.UnitNormal.Quantile(p)
		return z + (z*z*z+z)/(4*df)
	}
	if !(df >= 1 && level > 0 && level < 1) {
		return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(p)
	}
	outside := 1 - level
	t := nearQuantile(df, outside)
	logDensity := lnGamma((df+1)/2) - lnGamma(df/2) - math.Log(df*math.Pi)/2
	for range 10 {
		density := math.Exp(logDensity - (df+1)/2*math.Log1p(t*t/df))
		step := (tUpper(t, df) - outside/2) / density
		// P(T > t + step) to the second order of the step: f' = −f·t(df+1)/(df+t²).
		t += step * (1 + step*t*(df+1)/(2*(t*t+df)))
		if math.Abs(step) <= 1e-5*t { // what is left is of the order of its cube
			break
		}
	}
	return t
}

func lnGamma(x float64) float64 {
	y, _ := math.Lgamma(x)
	return y
}

// nearQuantile returns t with P(|T| > t) = outside on df ≥ 1 degrees of freedom to a few digits: the expansion of Hill (1970,
// Communications of the ACM 13, 619: algorithm 396), about the normal quantile or, far out in the tails, in powers of
// outside^(2/df).
func nearQuantile(df, outside float64) float64 {
	a := 1 / (df - 0.5)
	b := 48 / (a * a)
	c := ((20700*a/b-98)*a-16)*a + 96.36
	d := ((94.5/(b+c)-3)/b + 1) * math.Sqrt(a*math.Pi/2) * df
	y := math.Pow(d*outside, 2/df)
	if y <= 0.05+a {
		y = ((1/(((df+6)/(df*y)-0.089*d-0.822)*(df+2)*3)+0.5/(df+4))*y-1)*(df+1)/(df+2) + 1/y
		return math.Sqrt(df * y)
	}
	x := distuv.UnitNormal.Quantile(outside / 2)
	y = x * x
	if df < 5 {
		c += 0.3 * (df - 4.5) * (x + 0.6)
	}
	c += (((0.05*d*x-5)*x-7)*x-2)*x + b
	y = (((((0.4*y+6.3)*y+36)*y+94.5)/c-y-3)/b + 1) * x
	return math.Sqrt(df * math.Expm1(a*y*y))
}

// nearlyNormal are the degrees of freedom from which the t distribution is expanded about the normal (Abramowitz & Stegun
// 1964, 26.7.5 and 26.7.8, first term): distuv's incomplete beta function loses digits there, the expansion is right to 1/df².
const nearlyNormal = 1e6

// tUpper returns P(T ≥ t) by the survival function; that of the normal by erfc, because distuv's underflows to 0 by nine
// standard deviations.
func tUpper(t, df float64) float64 {
	if math.IsNaN(t) || math.IsNaN(df) {
		return math.NaN()
	}
	if df > nearlyNormal {
		density := math.Exp(-t*t/2) / math.Sqrt(2*math.Pi)
		return math.Erfc(t/math.Sqrt2)/2 + density*(t*t*t+t)/(4*df)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Survival(t)
}

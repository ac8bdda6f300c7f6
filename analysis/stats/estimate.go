// Package stats holds the estimators that gonum lacks: numbers in, estimates out, and no word of surveys.
//
// Undefined is NaN, never 0 and never an error: the estimate then carries a warning that says why. Upper tails come from
// survival functions. Nothing here reads a clock, a file or a random source of its own.
package stats

import "math"

// Warning is a coded remark on an estimate; the codes are stable words that every output repeats.
type Warning string

// The warnings of estimates.
const (
	TooFew           Warning = "too_few"           // fewer values than the figure needs
	ZeroVariance     Warning = "zero_variance"     // all values equal: no standard error, no interval, no p
	Census           Warning = "census"            // every member of the population answered: no sampling error
	TooFewClusters   Warning = "too_few_clusters"  // fewer than two clusters
	PopulationUnused Warning = "population_unused" // no finite population correction with clusters
	ZeroShare        Warning = "zero_share"        // a share of 0: no ratio, a one-sided bound
	Tabulated        Warning = "tabulated"         // a published figure without respondents: no standard error
	UnknownBase      Warning = "unknown_base"      // a figure published without its base: no interval
)

// Estimate is a figure with what is known of its uncertainty. Value, SE, Low and High share one unit.
// Make one with Undefined or an estimator, not as a literal: the zero Level and DF mean something wrong.
type Estimate struct {
	Value      float64
	SE         float64 // NaN: none defined; 0 only for a census
	Low, High  float64 // interval at Level; NaN where there is none
	Level      float64 // two-sided confidence level, e.g. 0.95
	DF         float64 // degrees of freedom of SE; +Inf for a normal interval, NaN where there is none
	N          int     // unweighted number of values
	NEffective float64 // Kish's (Σw)²/Σw²
	ScoreBase  float64 // of a share: the number of independent values that its interval stands on; NaN where there is none
	can        Span    // of a share: what it can be in the population
	members    int     // of a share: how many members the population has; 0: not known, or the share is not one of members
	Method     string  // name of the interval: "t", "wilson", "adjusted_wald", …
	Warnings   []Warning
}

// Undefined returns an estimate of nothing, with the reasons.
func Undefined(n int, nEffective, level float64, why ...Warning) Estimate {
	nan := math.NaN()
	return Estimate{Value: nan, SE: nan, Low: nan, High: nan, DF: nan, ScoreBase: nan, can: Span{0, 1}, Level: level, N: n, NEffective: nEffective, Warnings: why}
}

// Has reports whether the estimate carries the warning.
func (e Estimate) Has(w Warning) bool {
	for _, have := range e.Warnings {
		if have == w {
			return true
		}
	}
	return false
}

// Test is the outcome of a significance test. P is two-sided unless the function says otherwise.
type Test struct {
	Statistic float64
	DF        float64
	P         float64
}

package gate

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
)

// among says how a comparison is decided among the repetitions of its rule: at the level that Holm leaves to it, with the interval of that
// level; nil where nothing is adjusted. It lies beyond the limit, or within, exactly if the verdict says so.
func (e *evidence) among(c *comparison, alpha float64) *Adjusted {
	if e.family < 2 || e.x.category == "" && e.x.isExact() {
		return nil
	}
	adjusted := &Adjusted{
		P: number(e.adjustedP), Family: e.family, Level: number(1 - alpha/e.adjusted), Low: analysis.NaN, High: analysis.NaN,
		Decisive: math.Min(e.against, e.inFavour) < alpha/2 && !(e.adjustedP < alpha/2),
	}
	if e.x.category != "" { // resamples decide, without an interval
		return adjusted
	}
	df := e.x.df
	if math.IsNaN(df) {
		df = math.Inf(1)
	}
	level := float64(adjusted.Level)
	longer := stats.TQuantile(df, level) / stats.TQuantile(df, e.x.level)
	low, high := e.x.value-longer*(e.x.value-e.x.low), e.x.value+longer*(e.x.high-e.x.value)
	if can := c.value.span(c.in(), func(*quantity) span { return anything() }); !c.difference && e.x.low >= can.low && e.x.high <= can.high {
		low, high = math.Max(can.low, low), math.Min(can.high, high) // as its own interval is
	}
	adjusted.Low, adjusted.High = number(low), number(high)
	return adjusted
}

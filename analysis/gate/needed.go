package gate

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/stats"
)

// needed returns how many times the answers would make the interval clear the limit, if value and scatter stay as they are: the
// square of how much shorter it would have to be, at the level that is left to one decision of many. Undefined where the value
// lies on the limit: no number of answers would decide it.
func needed(e evidence, alpha float64) analysis.Number {
	reach := e.x.high - e.x.value
	if e.x.value > e.limit {
		reach = e.x.value - e.x.low
	}
	distance := math.Abs(e.x.value - e.limit)
	if !(distance > 0) || !(reach > 0) || e.x.category != "" {
		return analysis.NaN
	}
	df := e.x.df
	if math.IsNaN(df) {
		df = math.Inf(1)
	}
	longer := stats.TQuantile(df, 1-alpha/e.adjusted) / stats.TQuantile(df, e.x.level)
	return analysis.Number(math.Max(1, math.Pow(longer*reach/distance, 2)))
}

// neededBase turns that into a base: of the one audience that a rule is about, or of the one that can still grow because the
// other has answered to the last. Of a finite population the variance falls with 1/n − 1/N. Undefined where two audiences would have to
// grow.
func (m *measurer) neededBase(c *comparison, s subject, v Verdict) analysis.Number {
	q := c.value.measured()
	audiences, _ := q.on(s)
	times := float64(v.Needed)
	if c.difference || c.value.compares() {
		return analysis.NaN
	}
	switch len(audiences) {
	case 1:
		return m.grown(audiences[0], s, float64(v.N), times)
	case 2:
		first, second := m.complete(audiences[0], s), m.complete(audiences[1], s)
		switch {
		case first && !second:
			return m.grown(audiences[1], s, float64(v.NVersus), times)
		case second && !first:
			return m.grown(audiences[0], s, float64(v.N), times)
		}
	}
	return analysis.NaN
}

// grown returns the base of which the variance is so many times smaller.
func (m *measurer) grown(audience string, s subject, n, times float64) analysis.Number {
	a, b := m.newestBase(audience)
	if a != nil && a.Population > 0 && b.Clusters == 0 && s.segment == "" {
		whole := float64(a.Population)
		return analysis.Number(upwards(1 / ((1/n-1/whole)/times + 1/whole)))
	}
	return analysis.Number(upwards(n * times))
}

// complete reports whether everybody of an audience has answered.
func (m *measurer) complete(audience string, s subject) bool {
	_, b := m.newestBase(audience)
	return b != nil && b.Census && s.segment == ""
}

// newestBase returns an audience with its base in the wave that is measured; nil if the result has none.
func (m *measurer) newestBase(audience string) (*analysis.Audience, *analysis.Base) {
	for i := range m.result.Audiences {
		a := &m.result.Audiences[i]
		for k := range a.Bases {
			if a.ID == audience && a.Bases[k].Wave == m.wave {
				return a, &a.Bases[k]
			}
		}
	}
	return nil, nil
}

// upwards returns the next whole number; what is one but for rounding stays.
func upwards(x float64) float64 { return math.Ceil(x - 1e-6) }

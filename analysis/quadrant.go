package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// The quadrants of importance against performance (Martilla & James 1977): the verdicts of a figure.
const (
	Concentrate = "concentrate here"      // important, not done well
	KeepUp      = "keep up the good work" // important, done well
	LowPriority = "low priority"          // neither
	Overkill    = "possible overkill"     // done well, not important
)

// quadrants in the order of their numbers as values.
func quadrantNames() []string { return []string{LowPriority, Overkill, Concentrate, KeepUp} }

// quadrantOf numbers the quadrant of an item; ties count as high.
func quadrantOf(importance, performance float64, at crossing) float64 {
	if math.IsNaN(importance) || math.IsNaN(performance) || math.IsNaN(at.importance) || math.IsNaN(at.performance) {
		return math.NaN()
	}
	q := 0.0
	if atLeast(importance, at.importance) {
		q += 2
	}
	if atLeast(performance, at.performance) {
		q++
	}
	return q
}

// atLeast compares within rounding: the mean of equal means may differ from them in the last bit.
func atLeast(x, limit float64) bool { return x >= limit-1e-12*math.Abs(limit) }

// crossing is where the cross-hair stands, in the unit of the map.
type crossing struct{ importance, performance float64 }

// crossing returns the cross-hair of an item under a rule; only targets differ by item.
func (m *importance) crossing(rule study.Crosshair, importance, performance []float64, item *study.Item) crossing {
	importance, performance = bothDefined(importance, performance)
	switch rule {
	case study.CrosshairMedian:
		return crossing{median(importance), median(performance)}
	case study.CrosshairMidpoint:
		middle := (m.scale.Low + m.scale.High) / 2
		return crossing{middle, middle}
	case study.CrosshairTarget:
		target := m.study.Analysis.Target
		own := target
		if item != nil {
			own = m.target(item)
		}
		at := func(pomp float64) float64 { return m.scale.Low + pomp/100*m.scale.Range() }
		return crossing{at(target), at(own)}
	}
	return crossing{meanOf(importance), meanOf(performance)}
}

// bothDefined leaves out the items of which shares alone were published: they have no place on the map.
func bothDefined(importance, performance []float64) (x, y []float64) {
	if !slices.ContainsFunc(importance, math.IsNaN) && !slices.ContainsFunc(performance, math.IsNaN) {
		return importance, performance
	}
	for k := range importance {
		if !math.IsNaN(importance[k] + performance[k]) {
			x, y = append(x, importance[k]), append(y, performance[k])
		}
	}
	return x, y
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return math.NaN()
	}
	sorted := slices.Clone(x)
	slices.Sort(sorted)
	return stats.Quantile(sorted, 0.5)
}

func meanOf(x []float64) float64 { return sum(x) / float64(len(x)) }

// setQuadrants places every item under every rule.
func (m *importance) setQuadrants(s *groupSums, set func(block, int, float64)) {
	importances, performances := make([]float64, len(m.items)), make([]float64, len(m.items))
	for k, item := range m.items {
		importances[k] = m.inUnit(item.importance, s.sum[item.importance]/s.weight[item.importance])
		performances[k] = m.inUnit(item.performance, s.sum[item.performance]/s.weight[item.performance])
		set(atImportance, k, importances[k])
		set(atPerformance, k, performances[k])
	}
	for n, rule := range study.Crosshairs() {
		shared := m.crossing(rule, importances, performances, nil)
		for k, item := range m.items {
			at := shared
			if rule == study.CrosshairTarget {
				at = m.crossing(rule, nil, nil, item.item)
			}
			set(atQuadrantMean+block(n), k, quadrantOf(importances[k], performances[k], at))
		}
	}
}

// quadrantFigures returns the cross-hair, and where each item falls: under the study's rule with the share of resamples in which
// it falls there, and under the others. Items of which an answer is hidden are not on the map (rated): a cross-hair at a mean or
// median of all would give them away.
func (m *importance) quadrantFigures() []Figure {
	if len(m.items) < 2 {
		return nil
	}
	importances, performances := make([]float64, len(m.items)), make([]float64, len(m.items))
	var notes Notes
	for k, item := range m.items {
		importances[k], performances[k] = m.get(atImportance, k), m.get(atPerformance, k)
		for _, i := range []int{item.importance, item.performance} {
			x := m.answers[i][m.audience]
			if x.published != nil {
				notes = notes.with(NoteTabulated)
				continue
			}
			for _, code := range m.baseNotes(x.mean.N, x.sample.IsCensus()) {
				notes = notes.with(code)
			}
		}
	}
	if !m.same {
		notes = notes.with(NoteUnlikeScales)
	}
	at := m.crossing(m.study.Analysis.Crosshair, importances, performances, nil)
	var figures []Figure
	for _, line := range []struct {
		statistic string
		value     float64
	}{{"crosshair_importance", at.importance}, {"crosshair_performance", at.performance}} {
		f := m.figure("quadrant", nil, line.statistic, m.unit)
		f.Value, f.Note = Number(line.value), notes
		figures = append(figures, f)
	}
	for k, item := range m.items {
		figures = append(figures, m.itemQuadrants(k, item, notes)...)
	}
	return figures
}

func (m *importance) itemQuadrants(k int, item ratedItem, notes Notes) []Figure {
	if notes.Has(NoteTabulated) && math.IsNaN(m.get(atImportance, k)+m.get(atPerformance, k)) {
		notes = notes.with(NoteNoMean)
	}
	var figures []Figure
	for _, of := range []struct {
		at        block
		statistic string
	}{{atImportance, "importance"}, {atPerformance, "performance"}} {
		f := m.figure("quadrant", item.item, of.statistic, m.unit)
		m.interval(&f, of.at, k)
		f.Note = notes
		figures = append(figures, f)
	}
	names := quadrantNames()
	for n, rule := range study.Crosshairs() {
		value := m.get(atQuadrantMean+block(n), k)
		verdict := ""
		if !math.IsNaN(value) {
			verdict = names[int(value)]
		}
		if rule == m.study.Analysis.Crosshair {
			f := m.figure("quadrant", item.item, "quadrant", "")
			f.Verdict, f.Note = verdict, notes
			stable := m.figure("quadrant", item.item, "quadrant_stability", Share)
			stable.Value, stable.Verdict, stable.Note = Number(m.stability(atQuadrantMean+block(n), k)), verdict, notes
			if m.census() {
				stable.Note = stable.Note.with(NoteCensus) // no resamples, which would all be alike
			}
			figures = append(figures, f, stable)
		}
		f := m.figure("quadrant", item.item, "quadrant_"+string(rule), "")
		f.Verdict, f.Note = verdict, notes
		figures = append(figures, f)
	}
	return figures
}

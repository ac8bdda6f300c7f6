package analysis

import (
	"math"
	"slices"
	"sort"
)

// priorityFigures orders what to do first (METHODS section 10): shortfall × derived importance × confidence, where confidence is
// the share of resamples with a shortfall above 0. Basics below their target come before everything else. Needs resamples.
func (m *importance) priorityFigures() []Figure {
	if m.replicates == nil && !(m.resamples && m.census()) || len(m.stated) == 0 {
		return nil
	}
	kinds := m.kinds()
	var entries []prior
	for _, x := range m.stated {
		item := m.items[x.rated]
		if item.pair < 0 || item.hidden {
			continue
		}
		confidence := m.confidence(x.rated)
		share := m.get(atDerivedShare, x.driver)
		value := math.Max(0, m.get(atShortfall, x.rated)) * 100 / m.scale.Range() * share * confidence
		if math.IsNaN(value) {
			continue
		}
		below := m.scale.POMP(m.get(atPerformance, x.rated)) < m.target(item.item)
		entries = append(entries, prior{x, value, confidence, kinds[item.item.ID] == Basic && below})
	}
	sort.SliceStable(entries, func(i, j int) bool {
		a, b := entries[i], entries[j]
		if a.basic != b.basic {
			return a.basic
		}
		return a.value > b.value
	})
	first := m.firstInResamples(entries)
	var figures []Figure
	for rank, e := range entries {
		item := m.items[e.rated].item
		value := m.figure("priority", item, "priority", POMP)
		value.Value, value.N = Number(e.value), Number(m.cell.drivers.moments.N)
		confidence := m.figure("priority", item, "confidence", Share)
		confidence.Value = Number(e.confidence)
		position := m.figure("priority", item, "priority_rank", Count)
		position.Value = Number(rank + 1)
		if e.basic {
			position.Verdict = Basic
		}
		ahead := m.figure("priority", item, "first_share", Share)
		ahead.Value = Number(first[rank])
		figures = append(figures, value, confidence, position, ahead)
	}
	if m.driversHidden() {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

// prior is an item in the order of what to do first.
type prior struct {
	statedDriver
	value      float64 // its priority
	confidence float64
	basic      bool // and below its target
}

// firstInResamples returns, for each item of the order, the share of resamples in which it leads it: how sure the order is. An item leads
// a resample with the largest shortfall × derived importance there, times the confidence that it has over all of them; which items are
// basics is left as the sample has it. Of a census there is one order.
func (m *importance) firstInResamples(order []prior) []float64 {
	first := make([]float64, len(order))
	if m.census() {
		for k := range first {
			first[k] = indicator(k == 0)
		}
		return first
	}
	counted := 0.0
	for _, values := range m.replicates {
		leads, defined := leader(order, func(e prior) float64 {
			return math.Max(0, values[m.layout.index(atShortfall, e.rated)]) * values[m.layout.index(atDerivedShare, e.driver)] * e.confidence
		})
		if defined {
			counted++
		}
		if leads >= 0 {
			first[leads]++
		}
	}
	for k := range first {
		first[k] /= counted // of none it is undefined
	}
	return first
}

// leader returns which item is the first to be done where priorities are as value has them: the largest above 0, basics before others. It is
// −1 where none is above 0; defined reports whether there was any priority to look at.
func leader(order []prior, value func(prior) float64) (leads int, defined bool) {
	leads = -1
	most := 0.0
	for k, e := range order {
		x := value(e)
		defined = defined || !math.IsNaN(x)
		if x > 0 && (leads < 0 || e.basic && !order[leads].basic || e.basic == order[leads].basic && x > most) {
			leads, most = k, x
		}
	}
	return leads, defined
}

// confidence returns the share of resamples with a shortfall above 0; of a census there is one, or there is none.
func (m *importance) confidence(k int) float64 {
	if m.census() {
		return indicator(m.get(atShortfall, k) > 0)
	}
	return shareAbove(m.draws(atShortfall, k), 0)
}

// kinds returns the kinds of effect of the items, as the figures of their asymmetry have them.
func (m *importance) kinds() map[string]string {
	kinds := map[string]string{}
	for _, f := range m.asymmetryFigures() {
		if f.Statistic == "impact_asymmetry" {
			kinds[f.Item] = f.Verdict
		}
	}
	return kinds
}

func shareAbove(draws []float64, limit float64) float64 {
	defined := slices.DeleteFunc(slices.Clone(draws), math.IsNaN)
	if len(defined) == 0 {
		return math.NaN()
	}
	above := 0
	for _, x := range defined {
		if x > limit {
			above++
		}
	}
	return float64(above) / float64(len(defined))
}

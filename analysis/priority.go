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
	type entry struct {
		item  int
		value float64
		basic bool
	}
	kinds := m.kinds()
	var entries []entry
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
		entries = append(entries, entry{x.rated, value, kinds[item.item.ID] == Basic && below})
	}
	sort.SliceStable(entries, func(i, j int) bool {
		a, b := entries[i], entries[j]
		if a.basic != b.basic {
			return a.basic
		}
		return a.value > b.value
	})
	var figures []Figure
	for rank, e := range entries {
		item := m.items[e.item].item
		value := m.figure("priority", item, "priority", POMP)
		value.Value, value.N = Number(e.value), Number(m.cell.drivers.moments.N)
		confidence := m.figure("priority", item, "confidence", Share)
		confidence.Value = Number(m.confidence(e.item))
		position := m.figure("priority", item, "priority_rank", Count)
		position.Value = Number(rank + 1)
		if e.basic {
			position.Verdict = Basic
		}
		figures = append(figures, value, confidence, position)
	}
	if m.driversHidden() {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
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

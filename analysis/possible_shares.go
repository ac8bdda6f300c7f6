package analysis

import (
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// possible returns what a share of those who rated an item for both (least 0), or a difference of two such shares (least −1), can
// be in the whole audience. Resamples do not know: they give the few of a population who are missing the weight of those who answered.
func (m *importance) possible(item ratedItem, mean, least float64) stats.Span {
	if item.pair < 0 {
		return stats.Span{Least: least, Most: 1}
	}
	pair := m.cell.pairs[item.pair].difference
	return pair.sample(m.study.Audiences[m.audience].Population, pair.scale.Value).Possible(mean, least, 1)
}

// possibleOfGroup returns the same of the mean over the items of a dimension or construct, whose values stand in a block.
func (m *importance) possibleOfGroup(c *study.Construct, of block, least float64) stats.Span {
	var sum stats.Span
	items := 0.0
	for k, item := range m.items {
		if !holds(c.Items, item.item) || item.pair < 0 {
			continue
		}
		can := m.possible(item, m.get(of, k), least)
		sum.Least, sum.Most = sum.Least+can.Least, sum.Most+can.Most
		items++
	}
	return stats.Span{Least: sum.Least / items, Most: sum.Most / items}
}

// keepTo cuts the interval of a figure off at the ends of a range.
func (f *Figure) keepTo(r stats.Span) {
	low, high := r.Within(float64(f.Low), float64(f.High))
	f.Low, f.High = Number(low), Number(high)
}

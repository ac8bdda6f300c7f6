package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// believed is what one audience thinks matters to another, item by item, against what that audience says and what moves its
// outcome (METHODS section 6).
type believed struct {
	*view
	believer, of int   // audiences
	estimates    []int // variables: importance as estimated
	stated       []int // variables: importance as stated by the other audience itself
	derived      []float64
}

// topItems is how many items a list of the most important ones has.
const topItems = 5

// beliefFigures returns the ranks of what is believed, said and moves, and their overlap.
func (w waveGaps) beliefFigures() []Figure {
	var figures []Figure
	v := w.view
	for j := range v.study.Audiences {
		for k := range v.study.Audiences {
			if b := w.believed(j, k); b != nil {
				figures = append(figures, b.figures()...)
			}
		}
	}
	return figures
}

// believed returns what audience j believes of audience k; nil without three items that both can be seen on.
func (w waveGaps) believed(j, k int) *believed {
	v := w.view
	b := &believed{view: v, believer: j, of: k}
	for i, about := range v.variables {
		r := about.rating
		if r.Kind != study.Importance || r.Of != v.study.Audiences[k].ID || !v.answers[i][j].visible() {
			continue
		}
		for n, other := range v.variables {
			if other.rating.Item == r.Item && other.rating.Kind == study.Importance && other.rating.Of == "" && v.answers[n][k].visible() {
				b.estimates, b.stated = append(b.estimates, i), append(b.stated, n)
			}
		}
	}
	if len(b.estimates) < 3 {
		return nil
	}
	b.derived = make([]float64, len(b.stated))
	for n, i := range b.stated {
		b.derived[n] = w.derivedShare(k, v.variables[i].rating.Item)
	}
	return b
}

// derivedShare returns what an item moves in an audience; NaN if it is no driver there or may not be shown.
func (w waveGaps) derivedShare(audience int, item *study.Item) float64 {
	for _, m := range w.importances {
		if m.audience != audience || m.model == nil || m.driversHidden() {
			continue
		}
		for k, i := range m.model.drivers {
			if m.variables[i].rating.Item == item {
				return m.get(atDerivedShare, k)
			}
		}
	}
	return math.NaN()
}

func (b *believed) figures() []Figure {
	means := func(variables []int, audience int) []float64 {
		x := make([]float64, len(variables))
		for n, i := range variables {
			x[n] = -b.variables[i].scale.POMP(b.answers[i][audience].mean.Value)
		}
		return x
	}
	believedRanks, statedRanks := stats.Ranks(means(b.estimates, b.believer)), stats.Ranks(means(b.stated, b.of))
	var derivedRanks []float64
	if !slices.ContainsFunc(b.derived, math.IsNaN) {
		negative := make([]float64, len(b.derived))
		for n, x := range b.derived {
			negative[n] = -x
		}
		derivedRanks = stats.Ranks(negative)
	}
	var figures []Figure
	for n := range b.estimates {
		item := b.variables[b.estimates[n]].rating.Item.ID
		figures = append(figures, b.figure(item, "believed_rank", Count, believedRanks[n]), b.figure(item, "stated_rank", Count, statedRanks[n]))
		if derivedRanks != nil {
			figures = append(figures, b.figure(item, "derived_rank", Count, derivedRanks[n]))
		}
	}
	figures = append(figures,
		b.figure("", "spearman_stated", Statistic, stats.Pearson(believedRanks, statedRanks)),
		b.figure("", "overlap_stated", Count, overlap(believedRanks, statedRanks)))
	if derivedRanks != nil {
		figures = append(figures,
			b.figure("", "spearman_derived", Statistic, stats.Pearson(believedRanks, derivedRanks)),
			b.figure("", "overlap_derived", Count, overlap(believedRanks, derivedRanks)))
	}
	return figures
}

func (b *believed) figure(item, statistic string, unit Unit, value float64) Figure {
	f := b.total("belief", study.Importance, b.study.Audiences[b.believer].ID, b.study.Audiences[b.of].ID, statistic, unit)
	f.Item, f.Segment, f.Perspective = item, b.segment, "estimate_of:"+b.study.Audiences[b.of].ID
	f.ID = f.name(&study.Rating{Kind: study.Importance, Of: b.study.Audiences[b.of].ID})
	f.Value = Number(value)
	if item == "" {
		f.N = Number(len(b.estimates))
	}
	return f
}

// overlap counts the items that are among the first five of both.
func overlap(a, b []float64) float64 {
	n := 0.0
	for i := range a {
		if a[i] <= topItems && b[i] <= topItems {
			n++
		}
	}
	return n
}

package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/stats"
)

// contrast is how far the gap of a pair of audiences differs between two values of a segment: of all pairs of values, those that differ
// most clearly. The two with the largest and the smallest gap would most often be those of the fewest answers.
type contrast struct {
	larger, smaller *gap // the gap of one value, and that of the other
	of              *segmentTable
	values          [2]string // their values: of the larger gap, of the smaller
	difference      stats.Difference
	p               float64 // for all pairs of values together (Bonferroni)
}

// contrastOf returns the clearest contrast of a pooled gap; false if fewer than two values show theirs.
func (t *segmentTable) contrastOf(v *view, pooled *gap) (contrast, bool) {
	var within []*gap
	var values []string
	for i, of := range t.gaps {
		if g := of.like(pooled); g != nil && !g.suppressed && g.a.mean.N > 0 && g.b.mean.N > 0 {
			within, values = append(within, g), append(values, t.views[i].segment[len(t.segment.Name)+1:])
		}
	}
	if pooled.suppressed || len(within) < 2 {
		return contrast{}, false
	}
	best, clearest, pairs := [2]int{-1, -1}, math.Inf(-1), 0
	for i, a := range within {
		for j := range i {
			pairs++
			if z := clarity(a.difference, within[j].difference); best[0] < 0 || z > clearest {
				best, clearest = [2]int{i, j}, z
			}
		}
	}
	if within[best[0]].difference.Value < within[best[1]].difference.Value {
		best[0], best[1] = best[1], best[0]
	}
	c := contrast{larger: within[best[0]], smaller: within[best[1]], of: t, values: [2]string{values[best[0]], values[best[1]]}}
	// The interval covers the differences of all pairs of values together, so that of the pair that was chosen too.
	level := 1 - (1-v.study.Analysis.Confidence)/float64(pairs)
	c.difference = stats.Contrast([]stats.Estimate{c.larger.a.mean, c.larger.b.mean, c.smaller.a.mean, c.smaller.b.mean}, []float64{1, -1, -1, 1}, level)
	c.p = math.Min(1, float64(pairs)*c.difference.P)
	return c, true
}

// clarity is how far two gaps lie apart in standard errors, as a normal deviate: with few degrees of freedom less (Wallace 1959). Of gaps
// without a standard error it is less than nothing: the larger, the further they lie apart.
func clarity(a, b stats.Difference) float64 {
	variance := a.SE*a.SE + b.SE*b.SE
	d := math.Abs(a.Value - b.Value)
	if !(variance > 0) {
		return -1 / (1 + d)
	}
	square := d * d / variance
	df := variance * variance / (math.Pow(a.SE, 4)/a.DF + math.Pow(b.SE, 4)/b.DF)
	if math.IsNaN(df) || math.IsInf(df, 0) {
		return math.Sqrt(square)
	}
	return (8*df + 1) / (8*df + 3) * math.Sqrt(df*math.Log1p(square/df))
}

// contrastFigures returns the contrasts of a segment with their decisions. They are a family for each rating kind and perspective, as
// gaps are.
func (t *segmentTable) contrastFigures(v *view, pooled *gaps) []Figure {
	var figures []Figure
	for _, family := range pooled.families() {
		var found []contrast
		var p []float64
		for _, g := range family {
			if c, some := t.contrastOf(v, g); some {
				found, p = append(found, c), append(p, c.p)
			}
		}
		size := 0
		for _, x := range p {
			if !math.IsNaN(x) {
				size++
			}
		}
		for k, adjusted := range v.adjustment()(p) {
			figures = append(figures, found[k].figures(v, adjusted, size)...)
		}
	}
	return figures
}

// figures returns the contrast, and the values that it is of, which stand as verdicts.
func (c contrast) figures(v *view, adjusted float64, family int) []Figure {
	about := c.larger.a.variable
	figure := func(statistic string, unit Unit) Figure {
		f := v.key("segment", about, c.larger.a.audience.ID, c.larger.b.audience.ID, statistic, unit)
		f.Segment = c.of.segment.Name
		f.ID = f.name(about.rating)
		return f
	}
	f := figure("contrast", about.unit)
	f.estimate(c.difference.Estimate)
	f.Level = Number(v.study.Analysis.Confidence) // of all pairs of values together
	f.P, f.PAdjusted, f.Family = Number(c.p), Number(adjusted), Number(family)
	f.N, f.NVersus = Number(min(c.larger.a.mean.N, c.smaller.a.mean.N)), Number(min(c.larger.b.mean.N, c.smaller.b.mean.N))
	f.NEffective = Number(math.Min(c.larger.a.mean.NEffective, c.smaller.a.mean.NEffective))
	f.NEffectiveVersus = Number(math.Min(c.larger.b.mean.NEffective, c.smaller.b.mean.NEffective))
	for _, x := range []*answer{c.larger.a, c.larger.b, c.smaller.a, c.smaller.b} {
		for _, code := range x.notes(x.mean.Warnings) {
			if code != string(stats.Census) {
				f.Note = f.Note.with(code)
			}
		}
	}
	switch {
	case adjusted < alpha(v.study):
		f.Verdict = Disparity
	case f.P.Defined():
		f.Verdict = Inconclusive
		if f.Low > 0 {
			f.Note = f.Note.with(NoteExcludesZero)
		}
	}
	larger, smaller := figure("contrast_larger", ""), figure("contrast_smaller", "")
	larger.Verdict, smaller.Verdict = c.values[0], c.values[1]
	return []Figure{f, larger, smaller}
}

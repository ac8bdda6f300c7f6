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
	pooled          stats.Difference // with one variance for each audience
	pairs           int              // of values that it was chosen from
}

// contrastOf returns the clearest contrast of a pooled gap; false if fewer than two values show theirs.
func (t *segmentTable) contrastOf(v *view, pooled *gap) (contrast, bool) {
	var within []*gap
	var values []string
	a, b := valueMeans{level: v.study.Analysis.Confidence}, valueMeans{level: v.study.Analysis.Confidence}
	for i, of := range t.gaps {
		if g := of.like(pooled); g != nil && !g.suppressed && g.a.mean.N > 0 && g.b.mean.N > 0 {
			within, values = append(within, g), append(values, t.views[i].segment[len(t.segment.Name)+1:])
			a.add(t.views[i], v, g.a)
			b.add(t.views[i], v, g.b)
		}
	}
	if pooled.suppressed || len(within) < 2 {
		return contrast{}, false
	}
	a.pool()
	b.pool()
	best, clearest, pairs := [2]int{-1, -1}, math.Inf(-1), 0
	for i := range within {
		for j := range i {
			pairs++
			own, even := contrasted(a.change(j, i), b.change(j, i))
			if z := math.Min(clarity(own), clarity(even)); z > clearest {
				best, clearest = [2]int{i, j}, z
			}
		}
	}
	if within[best[0]].difference.Value < within[best[1]].difference.Value {
		best[0], best[1] = best[1], best[0]
	}
	c := contrast{larger: within[best[0]], smaller: within[best[1]], of: t, values: [2]string{values[best[0]], values[best[1]]}, pairs: pairs}
	// The interval covers the differences of all pairs of values together, so that of the pair that was chosen too.
	level := 1 - (1-v.study.Analysis.Confidence)/float64(pairs)
	c.difference, c.pooled = tested(a.change(best[1], best[0]), b.change(best[1], best[0]), level)
	if c.exact() && c.zero() {
		c.difference.Value = 0
	}
	return c, true
}

// together returns a p for all pairs of values that the contrast was chosen from (Bonferroni).
func (c contrast) together(p float64) float64 { return math.Min(1, float64(c.pairs)*p) }

// p returns that of the decision; NaN if either test has none.
func (c contrast) p() float64 { return c.together(math.Max(c.difference.P, c.pooled.P)) }

// exact reports whether everybody answered, in both audiences: the contrast has no sampling error.
func (c contrast) exact() bool { return c.difference.Has(stats.Census) }

// zero reports whether the gaps are the same but for rounding: that of four means.
func (c contrast) zero() bool {
	size := 0.0
	for _, x := range []*answer{c.larger.a, c.larger.b, c.smaller.a, c.smaller.b} {
		size += math.Abs(x.mean.Value)
	}
	return math.Abs(c.difference.Value) <= 1e-12*size
}

// clarity is how far two gaps lie apart in standard errors, as a normal deviate: with few degrees of freedom less (Wallace 1959). Of gaps
// without a standard error it is less than nothing: the larger, the further they lie apart.
func clarity(d stats.Difference) float64 {
	if !(d.SE > 0) {
		return -1 / (1 + math.Abs(d.Value))
	}
	if math.IsInf(d.DF, 0) {
		return math.Abs(d.T)
	}
	return (8*d.DF + 1) / (8*d.DF + 3) * math.Sqrt(d.DF*math.Log1p(d.T*d.T/d.DF))
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
				found, p = append(found, c), append(p, c.p())
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

// figures returns the contrast, its test with pooled variances, the number of pairs of values that it was chosen from, and the values that it is of, which stand as verdicts.
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
	f.P, f.PAdjusted, f.Family = Number(c.together(c.difference.P)), Number(adjusted), Number(family)
	f.N, f.NVersus = Number(min(c.larger.a.mean.N, c.smaller.a.mean.N)), Number(min(c.larger.b.mean.N, c.smaller.b.mean.N))
	f.NEffective = Number(math.Min(c.larger.a.mean.NEffective, c.smaller.a.mean.NEffective))
	f.NEffectiveVersus = Number(math.Min(c.larger.b.mean.NEffective, c.smaller.b.mean.NEffective))
	c.note(&f)
	f.Verdict = c.judge(adjusted, alpha(v.study))
	if f.Verdict == Inconclusive && f.Low > 0 {
		f.Note = f.Note.with(NoteExcludesZero)
	}
	pairs := figure("contrast_pairs", Count)
	pairs.Value = Number(c.pairs)
	larger, smaller := figure("contrast_larger", ""), figure("contrast_smaller", "")
	if c.difference.Value != 0 { // else none of them is the larger
		larger.Verdict, smaller.Verdict = c.values[0], c.values[1]
	}
	return []Figure{f, f.pooledRow(about.rating, c.pooled, c.together(c.pooled.P)), pairs, larger, smaller}
}

// note gives a contrast the notes of the four answers. That one of them is a census is no note: the contrast has a sampling error all the same.
func (c contrast) note(f *Figure) {
	for _, w := range c.difference.Warnings {
		f.Note = f.Note.with(string(w))
	}
	for _, x := range []*answer{c.larger.a, c.larger.b, c.smaller.a, c.smaller.b} {
		for _, code := range x.notes(x.mean.Warnings) {
			if code != NoteCensus {
				f.Note = f.Note.with(code)
			}
		}
	}
}

// judge decides whether the gaps of the two values differ. Where everybody answered the figures themselves say it.
func (c contrast) judge(adjusted, alpha float64) string {
	switch {
	case c.exact() && c.difference.Value == 0:
		return Similar
	case c.exact(), adjusted < alpha:
		return Disparity
	case !math.IsNaN(adjusted):
		return Inconclusive
	}
	return ""
}

package analysis

import "math"

// variant is another way in which the headline could have been computed: if a disparity stands in all of them, it hangs on
// none of the choices (METHODS section 10).
type variant struct {
	tried string                         // the note that names it
	fails string                         // the note on a disparity that does not stand in it
	p     func(g *gap) (p, sign float64) // of a difference, before adjustment
}

// variants returns those that differ from the main analysis of this view. The rank test is none of them: the decision for a
// difference rests on it already, except with a census (docs/decisions/0003).
func (v *view) variants() []variant {
	var all []variant
	weighted, straight, speeders := false, false, false
	for j, c := range v.cells {
		if c == nil {
			continue
		}
		weighted = weighted || c.weighted && c.unequal()
		left := v.straightLiners(j)
		straight = straight || left != nil && left.n > 0
		speeders = speeders || c.speeders != nil && c.speeders.n > 0
	}
	if weighted {
		all = append(all, variant{TriedUnweighted, FailsUnweighted, v.recomputed((*counts).unweighted)})
	}
	if straight {
		all = append(all, variant{TriedWithoutStraightLiners, FailsWithoutStraightLiners, v.without(v.straightLiners)})
	}
	if speeders {
		all = append(all, variant{TriedWithoutSpeeders, FailsWithoutSpeeders, v.without(func(j int) *cell { return v.cells[j].speeders })})
	}
	return all
}

// straightLiners are the respondents of an audience who gave one answer to everything; nil of few, of whom it would say what they answered
// to an item that is hidden.
func (v *view) straightLiners(audience int) *cell {
	c := v.cells[audience]
	if v.discloser(v.study.Audiences[audience], v.cells[audience].n).few(c.n) {
		return nil
	}
	return c.straight
}

// unequal reports whether the weights of a cell differ from each other: equal weights change nothing.
func (c *cell) unequal() bool {
	return math.Abs(float64(c.n)*c.weight2-c.weight*c.weight) > 1e-9*c.weight*c.weight
}

// recomputed returns the test of a gap on other tables of both audiences.
func (v *view) recomputed(table func(*counts) *counts) func(*gap) (p, sign float64) {
	return func(g *gap) (p, sign float64) {
		again := v.gap(g.a.again(v, table(g.a.counts)), g.b.again(v, table(g.b.counts)))
		return again.p, again.difference.Value
	}
}

// again returns the answer on another table. The decision stays that of the main analysis: a census without some of its rows is
// a census of the rest.
func (x *answer) again(v *view, table *counts) *answer {
	population := x.population
	if x.sample.IsCensus() {
		population, _ = table.answers()
	}
	y := newAnswer(v.analyzer, x.variable, x.audience, table, x.group, population)
	y.census = x.census
	return y
}

// without returns the test of a gap without a part of the respondents of both audiences.
func (v *view) without(part func(audience int) *cell) func(*gap) (p, sign float64) {
	return func(g *gap) (p, sign float64) {
		rating := 0
		for i := range v.variables {
			if v.variables[i].rating == g.a.variable.rating {
				rating = i
			}
		}
		rest := func(x *answer) *answer {
			j := v.study.Audience(x.audience.ID)
			c, left := v.cells[j], part(j)
			if left == nil {
				return x
			}
			return x.again(v, c.counts[rating].less(c, left, left.counts[rating]))
		}
		again := v.gap(rest(g.a), rest(g.b))
		return again.p, again.difference.Value
	}
}

// stand counts for every disparity of a family the variants in which it stands, each with its own adjustment.
func (v *view) stand(family []*gap) {
	disparities := false
	for _, g := range family {
		disparities = disparities || g.verdict == Disparity && !g.exact()
	}
	if !disparities {
		return
	}
	adjust, alpha := v.adjustment(), alpha(v.study)
	for _, variant := range v.variants() {
		p, sign := make([]float64, len(family)), make([]float64, len(family))
		for i, g := range family {
			p[i], sign[i] = math.NaN(), math.NaN()
			if !g.suppressed {
				p[i], sign[i] = variant.p(g)
			}
		}
		p = adjust(p)
		for i, g := range family {
			if g.verdict != Disparity || g.exact() {
				continue
			}
			g.tried = g.tried.with(variant.tried)
			if p[i] < alpha && sign[i]*g.difference.Value > 0 {
				g.holds++
			} else {
				g.fails = g.fails.with(variant.fails)
			}
		}
	}
}

// sensitivity returns in how many of the variants a disparity holds.
func (v *view) sensitivity(g *gap) []Figure {
	if len(g.tried) == 0 {
		return nil
	}
	holds, variants := v.of(g, "holds", Count), v.of(g, "variants", Count)
	holds.Value, variants.Value = Number(g.holds), Number(len(g.tried))
	for _, code := range g.fails {
		holds.Note = holds.Note.with(code)
	}
	for _, code := range g.tried {
		variants.Note = variants.Note.with(code)
	}
	return []Figure{holds, variants}
}

package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// The verdicts on a perception gap (METHODS section 4).
const (
	Disparity    = "disparity"
	Similar      = "similar"
	Trivial      = "trivial difference"
	Inconclusive = "inconclusive"
)

// gap is the perception gap of one pair of audiences on one rating: A − B, the more internal audience first.
type gap struct {
	a, b       *answer
	difference stats.Difference
	ranks      stats.Test // Brunner–Munzel
	p          float64    // of a difference: max(Welch, Brunner–Munzel), or Welch alone with a census
	tost       float64    // p of similarity
	suppressed bool
	analysis   string // gap, unless it is part of another

	// Filled in by the family.
	family                            int
	welchAdjusted, pAdjusted, adjTOST float64
	verdict                           string
	holds                             int   // of a disparity: in how many variants it stands
	tried, fails                      Notes // which variants there are, and in which it does not
}

// gaps are all pairs of a view, grouped into families of tests.
type gaps struct {
	view *view
	all  []*gap // by variable, then pair in the order of audiences
}

func (v *view) gaps() *gaps {
	g := &gaps{view: v}
	for i := range v.answers {
		for j, a := range v.answers[i] {
			for _, b := range v.answers[i][j+1:] {
				if a != nil && b != nil {
					g.all = append(g.all, v.gap(a, b))
				}
			}
		}
	}
	for _, family := range g.families() {
		v.judge(family)
		if v.segment == "" {
			v.stand(family)
		}
	}
	return g
}

// find returns the gap of two audiences on a variable, or nil.
func (g *gaps) find(about *variable, a, b *study.Audience) *gap {
	for _, x := range g.all {
		if x.a.variable == about && x.a.audience == a && x.b.audience == b {
			return x
		}
	}
	return nil
}

func (v *view) gap(a, b *answer) *gap {
	g := &gap{a: a, b: b, suppressed: a.suppressed || b.suppressed, analysis: "gap"}
	g.difference = stats.Welch(a.mean, b.mean, v.study.Analysis.Confidence)
	g.ranks = stats.BrunnerMunzel(a.sample, b.sample)
	g.tost = stats.TOST(g.difference, a.variable.margin)
	g.p = g.difference.P
	if !g.census() {
		// Both tests: 14 skewed ratings sometimes have a tiny variance, and Welch alone then sees a difference in noise.
		g.p = math.Max(g.difference.P, g.ranks.P) // NaN if either is
	}
	return g
}

// census reports whether all members of one audience answered the survey: nothing that was sampled is left in it, and the rank test is
// left out of the decision, on every item alike.
func (g *gap) census() bool { return g.a.census || g.b.census }

// exact reports whether both audiences answered completely: the difference then has no sampling error.
func (g *gap) exact() bool { return g.a.sample.IsCensus() && g.b.sample.IsCensus() }

// families groups the gaps over which p-values are adjusted: one family for each rating kind and perspective.
func (g *gaps) families() [][]*gap {
	var order []string
	members := map[string][]*gap{}
	for _, x := range g.all {
		r := x.a.variable.rating
		name := string(r.Kind) + " " + r.Perspective()
		if members[name] == nil {
			order = append(order, name)
		}
		members[name] = append(members[name], x)
	}
	families := make([][]*gap, 0, len(order))
	for _, name := range order {
		families = append(families, members[name])
	}
	return families
}

// judge adjusts the p-values of one family, over its defined and unsuppressed members, and decides the verdicts.
func (v *view) judge(family []*gap) {
	collect := func(p func(*gap) float64) []float64 {
		values := make([]float64, len(family))
		for i, g := range family {
			values[i] = math.NaN()
			if !g.suppressed {
				values[i] = p(g)
			}
		}
		return values
	}
	raw := collect(func(g *gap) float64 { return g.p })
	adjust := v.adjustment()
	welch := adjust(collect(func(g *gap) float64 { return g.difference.P }))
	both := adjust(raw)
	tost := adjust(collect(func(g *gap) float64 { return g.tost }))
	size := 0
	for _, p := range raw {
		if !math.IsNaN(p) {
			size++
		}
	}
	alpha := alpha(v.study)
	for i, g := range family {
		g.family, g.welchAdjusted, g.pAdjusted, g.adjTOST = size, welch[i], both[i], tost[i]
		g.verdict = g.judge(alpha)
	}
}

// adjustment returns the correction that the study chose.
func (v *view) adjustment() func([]float64) []float64 {
	switch v.study.Analysis.Adjust {
	case study.BenjaminiHochberg:
		return stats.BenjaminiHochberg
	case study.NoAdjustment:
		return func(p []float64) []float64 { return p }
	}
	return stats.Holm
}

func (g *gap) judge(alpha float64) string {
	if g.suppressed {
		return ""
	}
	different, similar := g.pAdjusted < alpha, g.adjTOST < alpha
	if g.exact() { // no sampling error: the figures themselves decide
		d := math.Abs(g.difference.Value)
		different, similar = d > 0, d < g.a.variable.margin
	} else if math.IsNaN(g.pAdjusted) || math.IsNaN(g.adjTOST) {
		return ""
	}
	switch {
	case different && similar:
		return Trivial
	case different:
		return Disparity
	case similar:
		return Similar
	}
	return Inconclusive
}

// excludesZero reports whether the interval of the gap alone excludes 0 although no difference is established.
func (g *gap) excludesZero() bool {
	return !g.established() && (g.difference.Low > 0 || g.difference.High < 0)
}

func (g *gaps) figures() []Figure {
	pairs := make([][]Figure, 0, len(g.all))
	for _, x := range g.all {
		rows := g.view.pair(x)
		for i := range rows {
			rows[i].Verdict = x.verdict
			if x.suppressed {
				rows[i].suppress()
			}
		}
		pairs = append(pairs, rows)
	}
	return slices.Concat(pairs...)
}

// pair returns the figures of one gap.
func (v *view) pair(g *gap) []Figure {
	unit := g.a.variable.unit

	difference := v.difference(g, g.analysis, "difference")
	difference.P, difference.PAdjusted, difference.Family = Number(g.difference.P), Number(g.welchAdjusted), Number(g.family)
	if g.excludesZero() {
		difference.Note = difference.Note.with(NoteExcludesZero)
		if alpha := alpha(v.study); !g.census() && (g.ranks.P >= alpha || g.welchAdjusted < alpha) {
			difference.Note = difference.Note.with(NoteRanksDisagree)
		}
	}
	disparity := v.of(g, "disparity", Statistic)
	disparity.P, disparity.PAdjusted, disparity.Family = Number(g.p), Number(g.pAdjusted), Number(g.family)
	tost := v.of(g, "tost", unit)
	tost.Value = Number(g.a.variable.margin)
	tost.P, tost.PAdjusted, tost.Family = Number(g.tost), Number(g.adjTOST), Number(g.family)
	hedges := v.of(g, "hedges_g", Statistic)
	hedges.Value = Number(stats.HedgesG(g.a.sample, g.b.sample))
	cliff := v.of(g, "cliffs_delta", Statistic)
	cliff.Value = Number(stats.CliffsDelta(g.a.sample, g.b.sample))
	ranks := v.of(g, "brunner_munzel", Statistic)
	ranks.Value, ranks.DF, ranks.P = finite(g.ranks.Statistic), finite(g.ranks.DF), Number(g.ranks.P)
	margin := v.of(g, "provable_margin", unit)
	margin.Value = Number(stats.ProvableMargin(g.difference, alpha(v.study)))

	rows := slices.Concat(
		[]Figure{difference, disparity, tost, hedges, cliff, ranks, margin, v.topBoxDifference(g), v.dontKnowDifference(g)},
		v.settle(g), v.sensitivity(g))
	for i := range rows {
		rows[i].explainUndefined(g.difference.Warnings)
	}
	return rows
}

// of returns a figure of the pair with bases and notes, without numbers.
func (v *view) of(g *gap, statistic string, unit Unit) Figure {
	f := v.key(g.analysis, g.a.variable, g.a.audience.ID, g.b.audience.ID, statistic, unit)
	f.Level = Number(v.study.Analysis.Confidence)
	f.bases(g)
	return f
}

func (f *Figure) bases(g *gap) {
	f.N, f.NEffective = baseOf(g.a.mean), Number(g.a.mean.NEffective)
	f.NVersus, f.NEffectiveVersus = baseOf(g.b.mean), Number(g.b.mean.NEffective)
	for _, code := range append(g.a.notes(nil), g.b.notes(nil)...) {
		f.Note = f.Note.with(code)
	}
}

// difference returns the gap itself as a figure of the analysis, under the name of the statistic.
func (v *view) difference(g *gap, analysis, statistic string) Figure {
	f := v.key(analysis, g.a.variable, g.a.audience.ID, g.b.audience.ID, statistic, g.a.variable.unit)
	f.estimate(g.difference.Estimate)
	f.bases(g)
	for _, w := range g.difference.Warnings {
		f.Note = f.Note.with(string(w))
	}
	if g.a.shareAlone() || g.b.shareAlone() {
		f.Note = f.Note.with(NoteNoMean)
	}
	f.Verdict = g.verdict
	return f
}

// topBoxDifference compares the top boxes, unless they are boxes of different scales.
func (v *view) topBoxDifference(g *gap) Figure {
	f := v.of(g, "top_box_difference", ShareDiff)
	if !g.a.variable.same {
		return f
	}
	a, b := g.a.top(), g.b.top()
	v.newcombe(&f, a, b)
	if v.tellsOf(g, a, b) {
		f.suppress()
	}
	return f
}

// tellsOf reports whether a share of one of the two audiences gives its few respondents away.
func (v *view) tellsOf(g *gap, a, b stats.Estimate) bool {
	return v.discloserOf(g.a).tells(a) || v.discloserOf(g.b).tells(b)
}

// dontKnowDifference compares the shares of "don't know": a difference between audiences is a finding of its own.
func (v *view) dontKnowDifference(g *gap) Figure {
	f := v.of(g, "dont_know_difference", ShareDiff)
	a, b := g.a.dontKnow(), g.b.dontKnow()
	v.newcombe(&f, a, b)
	f.N, f.NVersus, f.NEffective, f.NEffectiveVersus = Number(a.N), Number(b.N), Number(a.NEffective), Number(b.NEffective)
	f = g.b.notPublished(g.a.notPublished([]Figure{f}))[0]
	if minimum := v.study.Privacy.MinimumBase; g.a.dontKnowHidden(minimum) || g.b.dontKnowHidden(minimum) {
		f.suppress()
	}
	return f
}

func (v *view) newcombe(f *Figure, a, b stats.Estimate) {
	e := stats.Newcombe(a, b)
	f.Value, f.SE, f.Low, f.High, f.Level = Number(e.Value), Number(e.SE), Number(e.Low), Number(e.High), Number(e.Level)
	for _, w := range e.Warnings {
		f.Note = f.Note.with(string(w))
	}
}

// explainUndefined gives a figure without a number the reasons for which its gap has no interval.
func (f *Figure) explainUndefined(why []stats.Warning) {
	if f.Value.Defined() && (f.P.Defined() || !f.Family.Defined()) {
		return
	}
	for _, w := range why {
		f.Note = f.Note.with(string(w))
	}
}

package analysis

import (
	"math"

	"github.com/cxgap/cxgap/analysis/study"
)

// The classes of an item for the first and the last audience of the study (METHODS section 4).
const (
	BlindSpot         = "blind spot"
	OverratedStrength = "overrated strength"
	HiddenStrength    = "hidden strength"
	SharedStrength    = "shared strength"
	SharedWeakness    = "shared weakness"
	Uncertain         = "uncertain"
)

// classes names every performance item that both of the audiences rated that classes are about.
func (v *view) classes(g *gaps) []Figure {
	first, last := v.ends(g)
	var figures []Figure
	for i := range v.variables {
		about := &v.variables[i]
		if !about.classified() {
			continue
		}
		x := g.find(about, first, last)
		if x == nil {
			continue
		}
		f := v.key("gap", about, first.ID, last.ID, "class", "")
		f.bases(x)
		f.Verdict = class(x, v.target(about.rating.Item))
		if v.runs(x.a) || v.runs(x.b) { // the class would be the wrong way up if a high answer is a bad one
			f.Verdict, f.Note = Uncertain, f.Note.with(NegativeItemRest)
		}
		if x.suppressed {
			f.suppress()
		}
		figures = append(figures, f)
	}
	return figures
}

// ends returns the audiences that classes are about: the most internal and the most external one, or, where nothing may be shown of how
// these differ, the next pair of which something may.
func (v *view) ends(g *gaps) (first, last *study.Audience) {
	shown := map[[2]*study.Audience]bool{}
	for _, x := range g.all {
		if x.a.variable.classified() && !x.suppressed && !math.IsNaN(x.difference.Value) {
			shown[[2]*study.Audience{x.a.audience, x.b.audience}] = true
		}
	}
	audiences := v.study.Audiences
	i, j := WidestPair(len(audiences), func(i, j int) bool { return shown[[2]*study.Audience{audiences[i], audiences[j]}] })
	return audiences[i], audiences[j]
}

// WidestPair returns, of a number of audiences from inside to outside, the two furthest apart of which something is shown, of several such
// pairs the most external; the first and the last where nothing is.
func WidestPair(audiences int, shown func(i, j int) bool) (first, last int) {
	for apart := audiences - 1; apart > 0; apart-- {
		for i := audiences - 1 - apart; i >= 0; i-- {
			if shown(i, i+apart) {
				return i, i + apart
			}
		}
	}
	return 0, audiences - 1
}

// class decides by the verdict on the gap and by where the outer audience stands to the target (POMP).
//
// A trivial difference is established and established to be small: it counts as agreement here. METHODS leaves it to
// "uncertain", which would call two audiences uncertain because the samples are large (docs/decisions/0002).
func class(g *gap, target float64) string {
	scale := g.a.variable.scale
	inner, outer := scale.POMP(g.a.mean.Value), scale.POMP(g.b.mean.Value)
	low, high := scale.POMP(g.b.mean.Low), scale.POMP(g.b.mean.High)
	if g.b.sample.IsCensus() {
		low, high = outer, outer
	}
	switch {
	case g.verdict == "":
		return Uncertain
	case g.verdict == Disparity && inner > outer && outer < target:
		return BlindSpot
	case g.verdict == Disparity && inner > outer:
		return OverratedStrength
	case g.verdict == Disparity:
		return HiddenStrength
	case math.Min(inner, low) >= target:
		return SharedStrength
	case math.Max(inner, high) < target:
		return SharedWeakness
	}
	return Uncertain
}

// classified reports whether the variable is one of those that classes are about: performance, seen by the respondents
// themselves.
func (v *variable) classified() bool {
	return v.rating.Kind == study.Performance && v.rating.Of == ""
}

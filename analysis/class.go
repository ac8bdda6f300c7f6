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

// classes names every performance item that the most internal and the most external audience both rated.
func (v *view) classes(g *gaps) []Figure {
	first, last := v.study.Audiences[0], v.study.Audiences[len(v.study.Audiences)-1]
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
		if x.suppressed {
			f.suppress()
		}
		figures = append(figures, f)
	}
	return figures
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

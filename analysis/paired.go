package analysis

import (
	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// paired is the difference of two ratings within the respondents of one audience.
type paired struct {
	pairing
	about      *variable // the variable that the figures stand under
	audience   *study.Audience
	sample     stats.Sample // of first − second, in the unit of the variable
	mean       stats.Estimate
	discloser  discloser
	suppressed bool
}

// pairedFigures returns self against organisation, and the congruency of one's own view with one's estimate of others: the
// mean difference within respondents, its size in standard deviations, and who is higher (METHODS sections 1 and 10).
func (v *view) pairedFigures() []Figure {
	var figures []Figure
	for k, p := range v.tally.pairings {
		if p.analysis == shortfall {
			continue // an analysis of its own
		}
		var all []*paired
		for j := range v.study.Audiences {
			if c := v.cells[j]; c != nil && c.pairs[k] != nil {
				if f, published := v.publishedDifference(p, j); published {
					figures = append(figures, f)
					continue
				}
				x := v.paired(p, j, c.pairs[k].difference)
				all = append(all, x)
				figures = append(figures, x.figures(v)...)
			}
		}
		for i, a := range all {
			for _, b := range all[i+1:] {
				figures = append(figures, v.differenceOfDifferences(a, b))
			}
		}
	}
	return figures
}

// publishedDifference returns the difference of two published means of one audience: no respondents, so nothing but the value.
func (v *view) publishedDifference(p pairing, audience int) (Figure, bool) {
	first, second := v.answers[p.first][audience], v.answers[p.second][audience]
	if first.published == nil || second.published == nil {
		return Figure{}, false
	}
	about := &v.variables[p.first]
	if p.analysis == congruency {
		about = &v.variables[p.second]
	}
	f := v.key(p.analysis, about, v.study.Audiences[audience].ID, "", "difference", about.unit)
	f.Value, f.N, f.Note = Number(first.mean.Value-second.mean.Value), baseOf(first.mean), Notes{NoteTabulated}
	return f, true
}

func (v *view) paired(p pairing, j int, table *counts) *paired {
	audience := v.study.Audiences[j]
	x := &paired{pairing: p, audience: audience, discloser: v.discloser(audience, v.cells[j].n), about: &v.variables[p.first]}
	if p.analysis == congruency {
		x.about = &v.variables[p.second]
	}
	unit := 1.0
	if x.about.unit == POMP {
		unit = 100 / table.scale.High // the scale of differences reaches from −range to range
	}
	x.sample = table.sample(audience.Population, func(c study.Code) float64 { return unit * table.scale.Value(c) })
	x.mean = x.sample.MeanOnScale(unit*table.scale.Low, unit*table.scale.High, v.study.Analysis.Confidence)
	// Of a hidden rating the difference from one that is shown would be the mean.
	x.suppressed = x.discloser.hides(x.sample, x.mean.N) || v.answers[p.first][j].suppressed || v.answers[p.second][j].suppressed
	return x
}

func (x *paired) figures(v *view) []Figure {
	level := v.study.Analysis.Confidence
	figure := func(statistic string, unit Unit, e stats.Estimate) Figure {
		f := v.key(x.analysis, x.about, x.audience.ID, "", statistic, unit)
		f.estimate(e)
		f.Note = x.notes(e.Warnings)
		return f
	}
	difference := figure("difference", x.about.unit, x.mean)
	difference.P = Number(stats.Contrast([]stats.Estimate{x.mean}, []float64{1}, level).P)
	size := v.key(x.analysis, x.about, x.audience.ID, "", "cohens_dz", Statistic)
	size.N, size.NEffective, size.Note = Number(x.mean.N), Number(x.mean.NEffective), x.notes(nil)
	if sd := x.sample.SD(); sd > 0 {
		size.Value = Number(x.mean.Value / sd)
	} else {
		size.Note = size.Note.with(NoteZeroVariance)
	}
	higher := x.sample.Share(func(d float64) bool { return d > 0 }, level)
	equal := x.sample.Share(func(d float64) bool { return d == 0 }, level)
	lower := x.sample.Share(func(d float64) bool { return d < 0 }, level)
	figures := []Figure{
		difference, size,
		figure("share_higher", Share, higher), figure("share_equal", Share, equal), figure("share_lower", Share, lower),
	}
	x.discloser.suppressShares([]*Figure{&figures[2], &figures[3], &figures[4]}, higher, equal, lower)
	if x.suppressed {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

func (x *paired) notes(warnings []stats.Warning) Notes {
	var notes Notes
	for _, w := range warnings {
		notes = notes.with(string(w))
	}
	if x.mean.N < indicativeBase && !x.sample.IsCensus() {
		notes = notes.with(NoteSmallBase)
	}
	return notes
}

// differenceOfDifferences compares the paired differences of two audiences: do leaders overrate themselves more than staff?
func (v *view) differenceOfDifferences(a, b *paired) Figure {
	f := v.key(a.analysis, a.about, a.audience.ID, b.audience.ID, "difference", a.about.unit)
	d := stats.Welch(a.mean, b.mean, v.study.Analysis.Confidence)
	f.estimate(d.Estimate)
	f.P = Number(d.P)
	f.NVersus, f.NEffectiveVersus = Number(b.mean.N), Number(b.mean.NEffective)
	f.Note = a.notes(d.Warnings)
	for _, code := range b.notes(nil) {
		f.Note = f.Note.with(code)
	}
	if a.suppressed || b.suppressed {
		f.suppress()
	}
	return f
}

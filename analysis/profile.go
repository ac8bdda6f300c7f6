package analysis

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// splitRWG is the within-group agreement under which a mean hides a split (James, Demaree & Wolf 1984).
const splitRWG = 0.5

// profiles describes every audience on every rating: METHODS section 3.
func (v *view) profiles() []Figure {
	var profiles [][]Figure
	for i := range v.answers {
		for _, x := range v.answers[i] {
			if x != nil {
				profiles = append(profiles, v.profile(x))
			}
		}
	}
	return slices.Concat(profiles...)
}

func (v *view) profile(x *answer) []Figure {
	figures := slices.Concat(v.ratings(x), v.scores(x), v.nonAnswers(x))
	if x.suppressed {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

// ratings returns mean, spread, boxes and agreement of one answer.
func (v *view) ratings(x *answer) []Figure {
	level := v.study.Analysis.Confidence
	about := x.variable
	figure := func(statistic string, unit Unit, e stats.Estimate) Figure {
		f := v.key("profile", about, x.audience.ID, "", statistic, unit)
		f.estimate(e)
		f.Note = x.notes(e.Warnings)
		return f
	}
	value := func(statistic string, unit Unit, value float64) Figure {
		f := v.key("profile", about, x.audience.ID, "", statistic, unit)
		f.Value, f.N, f.NEffective = Number(value), Number(x.mean.N), Number(x.mean.NEffective)
		f.Note = x.notes(nil)
		if !f.Value.Defined() {
			f.Note = f.Note.with(NoteTooFew)
		}
		return f
	}
	agreement := value("rwg", Statistic, stats.RWG(v.variance(x), x.counts.scale.Points()))
	if agreement.Value.Defined() && agreement.Value < splitRWG && x.counts.scale.Points() > 2 { // yes and no are two camps by nature
		agreement.Note = agreement.Note.with(NoteSplit)
	}
	mean := figure("mean", about.unit, x.mean)
	if v.runs(x) {
		mean.Note = mean.Note.with(NegativeItemRest)
	}
	top, bottom := x.top(), x.share(about.bottom, false, level)
	figures := []Figure{
		mean,
		value("sd", about.unit, x.sample.SD()),
		figure("top_box", Share, top),
		figure("bottom_box", Share, bottom),
		figure("net", ShareDiff, x.sample.NetShare(x.box(about.top, true), x.box(about.bottom, false), level)),
		agreement,
	}
	d := v.discloserOf(x)
	d.suppressShares([]*Figure{&figures[2], &figures[4]}, top)
	d.suppressShares([]*Figure{&figures[3], &figures[4]}, bottom)
	return x.notPublished(figures)
}

// variance returns the variance in steps of the audience's own scale, the unit in which r_wg is defined.
func (v *view) variance(x *answer) float64 {
	step := x.counts.scale.Step
	if x.variable.unit == POMP {
		step *= 100 / x.counts.scale.Range()
	}
	return x.sample.Variance() / (step * step)
}

// scores returns the named scores of an outcome: NPS, CSAT, CES.
func (v *view) scores(x *answer) []Figure {
	if r := x.variable.rating; !r.NPS && !r.CSAT && r.CES == "" {
		return nil
	}
	level := v.study.Analysis.Confidence
	own, d := x.own(), v.discloserOf(x)
	var figures []Figure
	add := func(statistic string, unit Unit, e stats.Estimate) {
		f := v.key("profile", x.variable, x.audience.ID, "", statistic, unit)
		f.estimate(e)
		f.Note = x.notes(e.Warnings)
		figures = append(figures, f)
	}
	if x.variable.rating.NPS {
		net := x.netPromoters()
		add("nps", NPSPoints, net)
		if x.netHidden(v, net) {
			figures[len(figures)-1].suppress()
		}
	}
	if x.variable.rating.CSAT {
		satisfied := own.Share(func(value float64) bool { return value >= x.counts.scale.High-1 }, level)
		add("csat", Share, satisfied)
		d.suppressShares([]*Figure{&figures[len(figures)-1]}, satisfied)
	}
	if x.variable.rating.CES != "" {
		add("ces", Points, own.Mean(level))
	}
	return figures
}

// own returns the answers on the audience's own scale.
func (x *answer) own() stats.Sample { return x.counts.sample(x.population, x.counts.scale.Value) }

// netPromoters returns the net promoter score in points of 100.
func (x *answer) netPromoters() stats.Estimate {
	promoter := func(value float64) bool { return value >= 9 }
	detractor := func(value float64) bool { return value <= 6 }
	return scaled(x.own().NetShare(promoter, detractor, x.mean.Level), 100)
}

// promoterScores returns the same number as the mean of 100 of promoters, −100 of detractors and 0 of all others, whose degrees of freedom a
// comparison needs.
func (x *answer) promoterScores() stats.Estimate {
	return x.counts.sample(x.population, func(c study.Code) float64 {
		switch value := x.counts.scale.Value(c); {
		case value >= 9:
			return 100
		case value <= 6:
			return -100
		}
		return 0
	}).Mean(x.mean.Level)
}

// netHidden reports whether a net promoter score would tell what each of few answered: that all are promoters, or all detractors.
func (x *answer) netHidden(v *view, net stats.Estimate) bool {
	return x.suppressed || v.discloserOf(x).few(net.N) && math.Abs(net.Value) == 100
}

func scaled(e stats.Estimate, by float64) stats.Estimate {
	e.Value, e.SE, e.Low, e.High = e.Value*by, e.SE*by, e.Low*by, e.High*by
	return e
}

// nonAnswers returns the kinds of "no number", each apart.
func (v *view) nonAnswers(x *answer) []Figure {
	dk := v.key("profile", x.variable, x.audience.ID, "", "dont_know", Share)
	share := x.dontKnow()
	dk.estimate(share)
	dk.Note = x.notes(share.Warnings)
	if x.dontKnowHidden(v.study.Privacy.MinimumBase) {
		dk.suppress()
	}
	missing := v.key("profile", x.variable, x.audience.ID, "", "missing", Share)
	share = x.missing(v.study.Analysis.Confidence)
	missing.estimate(share)
	missing.Note = x.notes(share.Warnings)
	figures := []Figure{dk, missing}
	for _, kind := range []struct {
		statistic string
		n         int
	}{{"blank", x.counts.blank}, {"not_shown", x.counts.notShown}, {"withheld", x.counts.suppressed}} {
		f := v.key("profile", x.variable, x.audience.ID, "", kind.statistic, Count)
		f.Value = Number(kind.n)
		figures = append(figures, f)
	}
	return x.notPublished(figures)
}

// missing returns the share of those who saw the question and gave no rating.
func (x *answer) missing(level float64) stats.Estimate {
	return x.counts.missing(x.population).Share(func(value float64) bool { return value == 1 }, level)
}

// dontKnowHidden reports whether too few answered either way for their share of "don't know" to be seen.
func (x *answer) dontKnowHidden(minimum int) bool {
	_, asked := x.counts.answers()
	return discloser{x.audience.Anonymous, minimum, x.group}.tooFew(asked)
}

// kinds returns the rating kinds of the study in order of appearance.
func (v *view) kinds() []study.Kind {
	var kinds []study.Kind
	seen := map[study.Kind]bool{}
	for _, about := range v.variables {
		if !seen[about.rating.Kind] {
			seen[about.rating.Kind] = true
			kinds = append(kinds, about.rating.Kind)
		}
	}
	return kinds
}

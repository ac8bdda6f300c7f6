package disclosure

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
)

// side is one audience of a figure with the number of its answers.
type side struct {
	audience string
	n        analysis.Number
}

// sides returns whose answers a figure rests on. Some figures count items and no answers. A change has the earlier base as its second.
func sides(f *analysis.Figure) []side {
	if f.Audience == "" || f.Analysis == "agreement" || f.Analysis == "belief" || f.Analysis == "chain" && f.Item == "" {
		return nil
	}
	second := f.Versus
	if second == "" {
		second = f.Audience
	}
	return []side{{f.Audience, f.N}, {second, f.NVersus}}
}

// few finds figures that show something of fewer answers than the minimum base.
func (j *judge) few(found *findings) {
	for i := range j.out.Figures {
		f := &j.out.Figures[i]
		if !tells(f) {
			continue
		}
		for _, s := range sides(f) {
			if s.n >= 1 && s.n < analysis.Number(j.minimum) && !j.free(s.audience, f) {
				found.add(group{FewAnswers, s.audience, f.Wave, f.Segment}, int(s.n), f.ID)
			}
		}
	}
}

// alike finds figures of one audience that say of few, but enough, what each of them answered. That of few all, or none, say "don't know" is
// shown: it says who answered, not what.
func (j *judge) alike(found *findings) {
	for i := range j.out.Figures {
		f := &j.out.Figures[i]
		n := float64(f.N)
		if f.Versus != "" || sides(f) == nil || !(n >= float64(j.minimum) && n < float64(2*j.minimum)) || j.free(f.Audience, f) || !j.extreme(f) {
			continue
		}
		found.add(group{AllAlike, f.Audience, f.Wave, f.Segment}, int(n), f.ID)
	}
}

// extreme reports whether a figure is as it is only if all answers are alike, or all or none of them in a box. Within a segment no standard
// deviation is shown; a mean without variance says the same there, unless it is one between clusters, whose means may be alike though the
// answers are not.
func (j *judge) extreme(f *analysis.Figure) bool {
	if !f.Value.Defined() {
		return false
	}
	switch f.Analysis + "/" + f.Statistic {
	case "profile/top_box", "profile/bottom_box", "profile/csat", "shortfall/top_box_importance", "shortfall/top_box_performance",
		"journey/outcome_rate",
		"congruency/share_higher", "congruency/share_equal", "congruency/share_lower",
		"self_organisation/share_higher", "self_organisation/share_equal", "self_organisation/share_lower",
		"relative_performance/share_higher", "relative_performance/share_equal", "relative_performance/share_lower",
		"expectation/share_higher", "expectation/share_equal", "expectation/share_lower":
		return f.Value == 0 || f.Value == 1
	case "profile/net":
		return math.Abs(float64(f.Value)) == 1
	case "profile/nps":
		return math.Abs(float64(f.Value)) == 100
	case "profile/sd":
		return f.Value == 0
	case "profile/mean", "segment/mean":
		e, known := j.scaleOf(f)
		return known && e.holdsAtEnd(float64(f.Value)) || f.Analysis == "segment" && f.Note.Has(analysis.NoteZeroVariance) && j.oneByOne[f.Audience]
	}
	return false
}

// holdsAtEnd reports whether a mean lies at an end of its scale but for rounding.
func (e ends) holdsAtEnd(mean float64) bool {
	near := 1e-9 * (e.high - e.low)
	return mean <= e.low+near || mean >= e.high-near
}

package report

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// ingredientsOf returns the figures of the result that a figure is made of, with their values: the means of a gap, the parts of a
// priority. None where it comes from the answers themselves, or from more figures than a reader would follow.
func ingredientsOf(r *analysis.Result, f *analysis.Figure) []string {
	l := newLookup(r, english())
	var lines []string
	for _, in := range l.ingredients(f) {
		if in == nil || in.ID == f.ID {
			continue
		}
		line := visible(in.ID)
		switch {
		case in.Note.Has(analysis.NoteSuppressed):
			line += " = " + english().withheld()
		case in.Value.Defined():
			line += " = " + full(in.Value)
		case in.Verdict != "":
			line += ": " + in.Verdict
		default:
			line += " = " + english().undefined()
		}
		lines = append(lines, line)
	}
	return lines
}

// ingredients are the figures behind a figure; nil for one that the result does not have.
func (l *lookup) ingredients(f *analysis.Figure) []*analysis.Figure {
	var figures []*analysis.Figure
	for _, of := range ingredientKeys(l.result, f) {
		if f.Segment != "" {
			figures = append(figures, l.segments[segmentKey{of, f.Segment}])
		} else {
			figures = append(figures, l.figure(of))
		}
	}
	if f.Analysis != "segment" || f.Statistic != "contrast" && f.Statistic != "contrast_pooled" {
		return figures
	}
	for _, statistic := range []string{"contrast_larger", "contrast_smaller"} {
		of := key{f.Analysis, f.Kind, f.Perspective, f.Audience, f.Versus, f.Item, statistic, f.Wave}
		value := l.segments[segmentKey{of, f.Segment}]
		if figures = append(figures, value); value != nil && value.Verdict != "" {
			of.statistic = "difference"
			figures = append(figures, l.segments[segmentKey{of, f.Segment + "=" + value.Verdict}])
		}
	}
	return figures
}

// ingredientKeys names the figures behind a figure.
func ingredientKeys(r *analysis.Result, f *analysis.Figure) []key {
	about := key{f.Analysis, f.Kind, f.Perspective, f.Audience, f.Versus, f.Item, f.Statistic, f.Wave}
	with := func(name, a, b string, statistics ...string) []key {
		var keys []key
		for _, statistic := range statistics {
			k := about
			k.analysis, k.audience, k.versus, k.statistic = name, a, b, statistic
			keys = append(keys, k)
		}
		return keys
	}
	each := func(name, statistic string) []key {
		return append(with(name, f.Audience, "", statistic), with(name, f.Versus, "", statistic)...)
	}
	switch f.Analysis + "/" + f.Statistic {
	case "profile/net":
		return with("profile", f.Audience, "", "top_box", "bottom_box")
	case "gap/difference", "gap/disparity", "gap/hedges_g", "gap/tost", "chain/total_gap", "chain/communication_gap", "chain/delivery_gap":
		return each("profile", "mean")
	case "gap/top_box_difference", "belief_gap/difference", "belief_gap/ratio":
		return each("profile", "top_box")
	case "gap/dont_know_difference":
		return each("profile", "dont_know")
	case "gap/class":
		return append(each("profile", "mean"), with("gap", f.Audience, f.Versus, "difference", "disparity", "tost")...)
	case "segment/contrast":
		return with("segment", f.Audience, f.Versus, "contrast_pairs", "contrast_pooled")
	case "segment/contrast_pooled":
		return with("segment", f.Audience, f.Versus, "contrast_pairs")
	case "segment/difference":
		return each("segment", "mean")
	case "chain/communication_share", "chain/delivery_share":
		return chainParts(r, f, with)
	case "change/gap_change", "change/mean_change", "change/nps_change":
		return inBothWaves(r, f, about)
	case "shortfall/shortfall":
		return with("shortfall", f.Audience, "", "importance", "performance")
	case "shortfall/top_box_shortfall", "shortfall/opportunity":
		return with("shortfall", f.Audience, "", "top_box_importance", "top_box_performance")
	case "quadrant/quadrant":
		keys := with("quadrant", f.Audience, "", "importance", "performance", "crosshair_importance", "crosshair_performance")
		keys[2].item, keys[3].item = "", ""
		return keys
	case "derived/derived_share":
		keys := with("derived", f.Audience, "", "lmg", "relative_weight", "r_squared")
		keys[2].item = ""
		return keys
	case "stated_derived/rank_difference", "stated_derived/class":
		return with("stated_derived", f.Audience, "", "stated_rank", "derived_rank", "rank_difference")
	case "asymmetry/impact_asymmetry":
		return with("asymmetry", f.Audience, "", "penalty", "reward")
	case "priority/priority", "priority/priority_rank", "priority/first_share":
		return append(append(with("shortfall", f.Audience, "", "shortfall"), with("derived", f.Audience, "", "derived_share")...),
			with("priority", f.Audience, "", "confidence", "priority")...)
	}
	return nil
}

// chainParts are the gaps of an item's share; of the whole study, the items that it is over.
func chainParts(r *analysis.Result, f *analysis.Figure, with func(name, a, b string, statistics ...string) []key) []key {
	n := len(r.Audiences)
	first, middle, last := r.Audiences[0].ID, r.Audiences[n-2].ID, r.Audiences[n-1].ID
	if f.Item == "" {
		return with("chain", first, last, "items_in_distance")
	}
	return append(append(with("chain", first, last, "total_gap"), with("chain", first, middle, "communication_gap")...), with("chain", middle, last, "delivery_gap")...)
}

// inBothWaves are the figures that a change is the difference of.
func inBothWaves(r *analysis.Result, f *analysis.Figure, about key) []key {
	var keys []key
	for _, wave := range r.WavesOf(f.Wave)[1:] {
		k := about
		k.analysis, k.statistic, k.wave = "profile", "mean", wave
		switch f.Statistic {
		case "gap_change":
			k.analysis, k.statistic = "gap", "difference"
		case "nps_change":
			k.statistic = "nps"
		}
		keys = append(keys, k)
	}
	return keys
}

// explainedRating says in words what a figure is about: kind of rating, item, audiences, wave, segment.
func explainedRating(r *analysis.Result, f *analysis.Figure) string {
	label := func(id string) string {
		for _, a := range r.Audiences {
			if a.ID == id {
				return visible(a.Label)
			}
		}
		return id
	}
	var parts []string
	for _, item := range r.Items {
		if item.ID == f.Item {
			parts = append(parts, english().quoted(item))
		}
	}
	for _, c := range r.Constructs {
		if c.ID == f.Item {
			parts = append(parts, english().inQuotes(visible(c.Label)))
		}
	}
	if f.Kind != "" && f.Kind != study.OutcomeKind {
		parts = append(parts, strings.ReplaceAll(string(f.Kind), "_", " "))
	}
	switch {
	case f.Versus != "":
		parts = append(parts, fmt.Sprintf("%s against %s", label(f.Audience), label(f.Versus)))
	case f.Audience != "":
		parts = append(parts, label(f.Audience))
	}
	if f.Wave != "" {
		parts = append(parts, "wave "+visible(f.Wave))
	}
	if f.Segment != "" {
		parts = append(parts, visible(f.Segment))
	}
	return strings.Join(parts, ", ")
}

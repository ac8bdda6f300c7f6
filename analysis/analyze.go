// Package analysis turns responses into a Result: the figures of METHODS, with their uncertainty, verdicts and notes.
// It is pure: it reads no files and no clock, and its random numbers come from the study's seed alone.
package analysis

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// Provenance is what a result must say of how it came to be and the study does not.
type Provenance struct {
	Generator   Generator
	Intake      study.Intake
	Assumptions []study.Notice

	// Resampled is told how many resamples of an audience are computed, from 0 on and from several goroutines; nil: nobody wants to know.
	Resampled func(audience string, done, of int)
}

// Analyze computes every figure of the study from its tally, what is said of drivers without resampled intervals.
func Analyze(s *study.Study, t *Tally, from Provenance) *Result {
	return newAnalyzer(s, t).result(from)
}

// AnalyzeInFull computes every figure with the resampled intervals of importance: shares, ranks, quadrants, asymmetry.
func AnalyzeInFull(s *study.Study, t *Tally, from Provenance) *Result {
	if t.short {
		panic("analysis: a short tally has nothing to resample")
	}
	a := newAnalyzer(s, t)
	a.resamples = true
	return a.result(from)
}

func (a *analyzer) result(from Provenance) *Result {
	s := a.study
	a.published, a.watch = from.Intake.Tabulated, from.Resampled
	result := &Result{
		Schema: Schema, Generator: from.Generator, Title: s.Title, Language: s.Language,
		Audiences: a.audiences(), Waves: s.Waves, Segments: segmentNames(s), SegmentLabels: segmentLabels(s), Items: a.items(), Constructs: constructs(s),
		Choices: a.choices(),
		Inputs:  from.Intake.Inputs, Flow: from.Intake.Flow, Assumptions: from.Assumptions,
	}
	if s.Source != nil {
		result.StudySHA256 = s.Source.SHA256
	}
	result.Figures, result.Warnings = a.figures()
	a.tellRescaled(result.Figures)
	result.Warnings = append(append(result.Warnings, from.Intake.Warnings...), a.warnings(result.Figures)...)
	result.Warnings = append(result.Warnings, a.rescaledWarnings()...)
	result.Warnings = append(result.Warnings, a.panelWarnings()...)
	answerDays(result, from.Intake.Days)
	result.fillLists()
	return result
}

// figures returns the figures of all waves and of their changes, and what they warn of.
func (a *analyzer) figures() (figures []Figure, warnings []study.Notice) {
	var before *waveGaps
	var parts [][]Figure // appended one by one they would be copied again and again
	for wave := range a.waves() {
		of := a.wave(wave)
		parts = append(parts, of.figures()...)
		warnings = append(append(append(warnings, of.view.runsAgainst()...), of.importanceWarnings()...), of.journeys.warnings...)
		if before != nil {
			parts = append(parts, changes(*before, of))
		}
		before = &of
	}
	return slices.Concat(parts...), warnings
}

// analyzer holds what all analyses of one study share.
type analyzer struct {
	study     *study.Study
	tally     *Tally
	variables []variable
	published []study.Tabulated // of audiences that are tables of results
	resamples bool              // importance gets its resampled intervals
	smaller   []smallerScale    // answers that seem to be on a smaller scale than in another wave, or may be
	scaleHeld map[asked]bool    // those that are held back for it

	watch func(audience string, done, of int) // of resamples; nil: nobody
}

// variable is one rating with what is decided for it once, for all audiences and waves.
type variable struct {
	rating *study.Rating
	unit   Unit        // of means and gaps
	scale  study.Scale // of that unit: the shared scale, or 0..100 for POMP
	margin float64     // equivalence margin in unit
	top    int         // points in the top box
	bottom int
	same   bool // all audiences answered on one scale
}

func newAnalyzer(s *study.Study, t *Tally) *analyzer {
	t.settle()
	a := &analyzer{study: s, tally: t, variables: t.variables}
	a.lookForSmallerScales()
	return a
}

// variables decides on all ratings of a study.
func variables(s *study.Study) []variable {
	var all []variable
	for _, rating := range s.Ratings() {
		all = append(all, newVariable(s, rating))
	}
	return all
}

// newVariable decides the unit: scale points if all audiences share the scale, else POMP (METHODS section 2).
func newVariable(s *study.Study, r *study.Rating) variable {
	v := variable{rating: r, same: true, top: s.Analysis.TopBox, bottom: s.Analysis.BottomBox}
	if r.Item.TopBox > 0 {
		v.top = r.Item.TopBox
	}
	if r.Item.BottomBox > 0 {
		v.bottom = r.Item.BottomBox
	}
	for _, audience := range s.Audiences {
		column, asked := r.Columns[audience.ID]
		switch {
		case !asked:
		case !v.scale.Defined():
			v.scale = column.Scale
		case !v.scale.Same(column.Scale):
			v.same = false
		}
	}
	if r.Kind == study.JourneyKind && v.scale.Defined() { // whose boxes no study file sets: a scale of few points has boxes of one
		half := v.scale.Points() / 2
		v.top, v.bottom = min(v.top, half), min(v.bottom, half)
	}
	v.unit = Points
	if !v.same {
		v.unit, v.scale = POMP, study.NewScale(0, 100)
	}
	v.margin = s.Analysis.Equivalence.On(v.scale)
	return v
}

// value returns the number that a code of the audience's own scale stands for, in the variable's unit.
func (v *variable) value(own study.Scale) func(study.Code) float64 {
	if v.unit == POMP {
		return func(c study.Code) float64 { return own.POMP(own.Value(c)) }
	}
	return own.Value
}

// target returns the item's target in POMP.
func (a *analyzer) target(item *study.Item) float64 {
	if math.IsNaN(item.Target) {
		return a.study.Analysis.Target
	}
	return item.Target
}

// waves returns the names of the waves; a study without waves has one, without a name.
func (a *analyzer) waves() []string {
	if len(a.study.Waves) == 0 {
		return []string{""}
	}
	return a.study.Waves
}

// wave prepares one wave: its answers, and its gaps with their verdicts.
func (a *analyzer) wave(wave int) waveGaps {
	v := wholeView(a, wave)
	of := waveGaps{v, v.gaps(), v.importances(), v.journeys()}
	for _, m := range of.importances {
		if a.resamples {
			m.resampled()
		}
	}
	return of
}

// figures returns the figures of one wave, in the order of docs/figures.md, by analysis. No analysis asks another for its figures, so that
// they are made side by side.
func (w waveGaps) figures() [][]Figure {
	v := w.view
	analyses := []func() []Figure{
		v.profiles,
		w.gaps.figures,
		func() []Figure { return v.classes(w.gaps) },
		func() []Figure { return v.beliefGaps(w.gaps) },
		func() []Figure { return v.chains(w.gaps) },
		v.profileAgreements,
		func() []Figure { return v.accuracies().figures() },
		v.pairedFigures,
		func() []Figure { return v.segmentFigures(w.gaps) },
		v.spreads,
	}
	for _, m := range w.importances {
		analyses = append(analyses, m.figures)
	}
	analyses = append(analyses, w.beliefFigures, v.constructFigures)
	figures := make([][]Figure, len(analyses))
	stats.Replicates(len(analyses), func() func(int) {
		return func(n int) { // the longest stand last: begun last, one would be waited for alone
			i := len(analyses) - 1 - n
			figures[i] = analyses[i]()
		}
	})
	return append(figures, w.journeys.figures)
}

// answerDays enters the days of the oldest and of the newest answer of every audience and wave. The oldest says, with the newest, when an
// audience was asked; of fewer answers than may be shown, the two would be days of single persons. It stays open where a file has no such day,
// and where more than one in ten of the respondents have none: nobody knows when they answered.
func answerDays(r *Result, days []study.AnswerDays) {
	type at struct{ audience, wave int }
	known, open := map[at]int{}, map[at]bool{}
	for _, x := range days {
		base, of := &r.Audiences[x.Audience].Bases[x.Wave], at{x.Audience, x.Wave}
		base.Newest = max(base.Newest, x.Newest)
		known[of] += x.Answers
		open[of] = open[of] || x.Oldest == 0
		if base.Oldest == 0 || x.Oldest < base.Oldest {
			base.Oldest = x.Oldest
		}
	}
	for of, answers := range known {
		a := &r.Audiences[of.audience]
		base := &a.Bases[of.wave]
		if open[of] || 10*answers < 9*base.N || a.Anonymous && answers < r.Choices.MinimumBase {
			base.Oldest = 0
		}
	}
}

func (a *analyzer) audiences() []Audience {
	var all []Audience
	for i, audience := range a.study.Audiences {
		described := Audience{
			ID: audience.ID, Label: audience.Label, Population: audience.Population,
			Anonymous: audience.Anonymous, Reason: audience.Reason,
		}
		for w, wave := range a.waves() {
			c := a.tally.cells[i][w]
			described.Bases = append(described.Bases, Base{
				Wave: wave, N: c.n, NEffective: Number(c.weight * c.weight / c.weight2), Weighted: c.weighted,
				Clusters: len(c.clusters), Census: audience.Population > 0 && c.n == audience.Population,
				Tabulated: audience.Tabulated,
			})
		}
		all = append(all, described)
	}
	return all
}

func (a *analyzer) items() []Item {
	var items []Item
	for i := range a.variables {
		v := &a.variables[i]
		source := v.rating.Item
		if len(items) == 0 || items[len(items)-1].ID != source.ID {
			items = append(items, Item{ID: source.ID, Label: source.Label, Dimension: source.Dimension, Target: a.target(source)})
		}
		item := &items[len(items)-1]
		item.Ratings = append(item.Ratings, a.describe(v))
	}
	return items
}

func (a *analyzer) describe(v *variable) Rating {
	r := Rating{
		Kind: v.rating.Kind, Perspective: v.rating.Perspective(), Unit: v.unit, Scale: v.scale.String(),
		Low: v.scale.Low, High: v.scale.High, TopBox: v.top, BottomBox: v.bottom, Margin: v.margin,
	}
	for _, audience := range a.study.Audiences {
		if column, asked := v.rating.Columns[audience.ID]; asked {
			low, high := column.EndWords()
			r.Asked = append(r.Asked, Asked{Audience: audience.ID, Scale: column.Scale.String(), Reversed: column.Reversed, LowEnd: low, HighEnd: high})
		}
	}
	return r
}

func (a *analyzer) choices() Choices {
	s := a.study
	equivalence := fmt.Sprintf("%g%%", 100*s.Analysis.Equivalence.Share)
	if s.Analysis.Equivalence.Points > 0 {
		equivalence = fmt.Sprintf("%gpt", s.Analysis.Equivalence.Points)
	}
	return Choices{
		Confidence: s.Analysis.Confidence, Alpha: alpha(s), Adjust: s.Analysis.Adjust,
		Equivalence: equivalence, TopBox: s.Analysis.TopBox, BottomBox: s.Analysis.BottomBox, Target: s.Analysis.Target,
		Crosshair: s.Analysis.Crosshair, LowZone: zoneText(s.Analysis.LowZone, "..%g"), HighZone: zoneText(s.Analysis.HighZone, "%g.."),
		Resampled:   a.resamples,
		MinimumBase: s.Privacy.MinimumBase, Resamples: s.Analysis.Resamples, Seed: s.Analysis.Seed,
	}
}

func segmentNames(s *study.Study) []string {
	var names []string
	for _, segment := range s.Segments {
		names = append(names, segment.Name)
	}
	return names
}

// segmentLabels are the labels that the study gives to segments, else what their columns are called, if that is the name but for capitals: the
// names of a draft are in small letters. Nil if there are none.
func segmentLabels(s *study.Study) map[string]string {
	var labels map[string]string
	for _, segment := range s.Segments {
		label := cmp.Or(segment.Label, headingOf(segment))
		if label == "" {
			continue
		}
		if labels == nil {
			labels = map[string]string{}
		}
		labels[segment.Name] = label
	}
	return labels
}

// headingOf is what all columns of a segment are called, if that is its name in other letters.
func headingOf(segment study.Segment) string {
	heading := ""
	for _, column := range segment.Columns {
		if !strings.EqualFold(column.Name, segment.Name) || column.Name == segment.Name || heading != "" && column.Name != heading {
			return ""
		}
		heading = column.Name
	}
	return heading
}

// zoneText writes a zone as a study file does.
func zoneText(z study.Zone, limit string) string {
	if z.Points > 0 {
		return strconv.Itoa(z.Points)
	}
	return fmt.Sprintf(limit, z.Limit)
}

func constructs(s *study.Study) []Construct {
	var all []Construct
	for _, c := range s.Constructs {
		described := Construct{ID: c.ID, Label: c.Label, Dimension: c.Dimension}
		for _, item := range c.Items {
			described.Items = append(described.Items, item.ID)
		}
		all = append(all, described)
	}
	return all
}

// alpha returns 1 − confidence without the rounding error of the subtraction, for it is printed.
func alpha(s *study.Study) float64 { return math.Round((1-s.Analysis.Confidence)*1e12) / 1e12 }

package analysis

import (
	"errors"
	"fmt"
	"sort"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

func sortBy(order []int, less func(a, b int) bool) {
	sort.SliceStable(order, func(i, j int) bool { return less(order[i], order[j]) })
}

// journeys returns, for every audience that was asked, how many had the outcome; treatment and effort of those who had it
// and of those who had not; and what goes with the event that the journey is to explain (METHODS section 10).
func (v *view) journeys() journeys {
	var all journeys
	for j, audience := range v.study.Audiences {
		c := v.cells[j]
		if c == nil || c.journey == nil {
			continue
		}
		x := &journey{view: v, audience: audience, cell: c, counts: c.journey}
		if n, _ := x.table(journeyOutcome, everybody).answers(); n == 0 {
			continue // the column is in a file that others share
		}
		of := x.conditionals()
		model, warning := x.model()
		all.figures = append(append(all.figures, of...), model...)
		all.warnings = append(all.warnings, warning...)
	}
	return all
}

// journeys is what is said of the journeys of all audiences.
type journeys struct {
	figures  []Figure
	warnings []study.Notice
}

// journey is the journeys of one audience.
type journey struct {
	*view
	audience *study.Audience
	cell     *cell
	counts   *journeyCounts
}

// The parts of a journey, in the order of journeyCounts.
const (
	journeyOutcome = iota
	journeyTreatment
	journeyEffort
	journeyExplains
)

func (x *journey) rating(part int) *study.Rating { return x.variables[x.counts.ratings[part]].rating }

func (x *journey) figure(part int, statistic string, unit Unit) Figure {
	return x.key("journey", &x.variables[x.counts.ratings[part]], x.audience.ID, "", statistic, unit)
}

// table returns the answers to one part as a frequency table, of the journeys that keep lets through.
func (x *journey) table(part int, keep func(journeyKey) bool) *counts {
	t := newCounts(x.counts.scales[part])
	for _, key := range x.counts.order {
		if keep(key) && key.codes[part].Valid() {
			t.addCount(key.codes[part], x.counts.table[key], key.cluster)
		}
	}
	return t
}

// addCount adds several respondents with one answer.
func (t *counts) addCount(code study.Code, c *journeyCount, cluster int) {
	t.count[code] += c.n
	t.weight[code] += c.weight
	t.weight2[code] += c.weight2
	if cluster >= 0 {
		t.addToCluster(cluster, int(code), c.n, c.weight)
	}
}

func everybody(journeyKey) bool { return true }

// conditionals returns the rate of the outcome, and treatment and effort with and without it.
func (x *journey) conditionals() []Figure {
	level := x.study.Analysis.Confidence
	var figures []Figure
	d := x.discloser(x.audience, x.cell.n)
	add := func(f Figure, e stats.Estimate, census, alike bool) {
		f.estimate(e)
		f.Note = withWarnings(nil, e.Warnings)
		if e.N < indicativeBase && !census {
			f.Note = f.Note.with(NoteSmallBase)
		}
		if d.tooFew(e.N) || alike {
			f.suppress()
		}
		figures = append(figures, f)
	}
	outcome := x.table(journeyOutcome, everybody).sample(x.audience.Population, func(c study.Code) float64 { return float64(c) })
	rate := outcome.Share(func(v float64) bool { return v == 1 }, level)
	add(x.figure(journeyOutcome, "outcome_rate", Share), rate, outcome.IsCensus(), d.tells(rate))
	for _, part := range []int{journeyTreatment, journeyEffort} {
		if x.counts.ratings[part] < 0 {
			continue
		}
		var means []stats.Estimate
		for had, statistic := range []string{"mean_without_outcome", "mean_with_outcome"} {
			table, population := x.table(part, func(k journeyKey) bool { return k.codes[journeyOutcome] == study.Code(had) }), 0
			if outcome.IsCensus() { // a part of a census is one
				population, _ = table.answers()
			}
			sample := table.sample(population, x.counts.scales[part].Value)
			mean := sample.Mean(level)
			means = append(means, mean)
			add(x.figure(part, statistic, Points), mean, sample.IsCensus(), d.hides(sample, mean.N))
		}
		difference := stats.Welch(means[1], means[0], level)
		f := x.figure(part, "difference", Points)
		f.P = Number(difference.P)
		f.NVersus, f.NEffectiveVersus = Number(means[0].N), Number(means[0].NEffective)
		add(f, difference.Estimate, false, false)
		hideDifference(figures[len(figures)-3:])
	}
	return x.complementary(figures)
}

// hideDifference suppresses a difference one side of which may not be seen.
func hideDifference(of []Figure) {
	if of[0].Note.Has(NoteSuppressed) || of[1].Note.Has(NoteSuppressed) {
		of[2].suppress()
	}
}

// complementary hides the other side too where one side of the outcome is suppressed: the whole is known, and would give it away.
func (x *journey) complementary(figures []Figure) []Figure {
	hidden := false
	for _, f := range figures {
		hidden = hidden || f.Note.Has(NoteSuppressed)
	}
	if hidden {
		for i := range figures {
			figures[i].suppress()
		}
	}
	return figures
}

// model explains the event by outcome, treatment and effort together.
func (x *journey) model() ([]Figure, []study.Notice) {
	if x.counts.ratings[journeyExplains] < 0 {
		return nil, nil
	}
	var parts []int
	for _, part := range []int{journeyOutcome, journeyTreatment, journeyEffort} {
		if x.counts.ratings[part] >= 0 {
			parts = append(parts, part)
		}
	}
	patterns, n := x.patterns(parts)
	fit, err := stats.Logistic(patterns, x.study.Analysis.Confidence)
	var figures []Figure
	for k, part := range parts {
		odds, effect := x.figure(part, "odds_ratio", Ratio), x.figure(part, "marginal_effect", ShareDiff)
		if err == nil {
			odds.estimate(fit.OddsRatios[k+1])
			effect.estimate(fit.MarginalEffects[k])
			z := fit.Coefficients[k+1]
			odds.P = Number(stats.Contrast([]stats.Estimate{z}, []float64{1}, z.Level).P)
		}
		figures = append(figures, odds, effect)
	}
	quality := x.figure(journeyExplains, "mcfadden", Statistic)
	if err == nil {
		quality.Value, quality.N, quality.NEffective = Number(fit.McFadden), Number(fit.N), Number(fit.NEffective)
	}
	figures = append(figures, quality)
	var warnings []study.Notice
	if err != nil {
		code, message := x.refusal(err, parts)
		figures = noted(figures, code)
		warnings = append(warnings, study.Notice{Code: code, Where: x.placeOf(x.audience.ID), Message: message})
	}
	for i := range figures {
		if !figures[i].N.Defined() {
			figures[i].N = Number(n)
		}
		if n < indicativeBase && n != x.audience.Population {
			figures[i].Note = figures[i].Note.with(NoteSmallBase)
		}
		if x.discloser(x.audience, x.cell.n).tooFew(n) {
			figures[i].suppress()
			warnings = nil
		}
	}
	return figures, warnings
}

// patterns returns the complete journeys: covariates on their scales (the outcome as 0 or 1), and the event.
func (x *journey) patterns(parts []int) (patterns []stats.Pattern, n int) {
	event := x.event()
	for _, key := range x.counts.order {
		complete := key.codes[journeyExplains].Valid()
		var covariates []float64
		for _, part := range parts {
			complete = complete && key.codes[part].Valid()
			covariates = append(covariates, x.counts.scales[part].Value(key.codes[part]))
		}
		if !complete {
			continue
		}
		covariates[0] = float64(key.codes[journeyOutcome])
		c := x.counts.table[key]
		patterns = append(patterns, stats.Pattern{
			X: covariates, Event: key.codes[journeyExplains] >= event, N: c.n, Weight: c.weight, Weight2: c.weight2, Cluster: key.cluster,
		})
		n += c.n
	}
	return patterns, n
}

// event returns the lowest code that is the event: of two points the higher one, of a graded rating its top box.
func (x *journey) event() study.Code {
	points := x.counts.scales[journeyExplains].Points()
	if points == 2 {
		return 1
	}
	return study.Code(points - x.variables[x.counts.ratings[journeyExplains]].top)
}

// refusal says why there is no model.
func (x *journey) refusal(err error, parts []int) (code, message string) {
	name := func(k int) string { return x.rating(parts[k]).Item.Label }
	var separated *stats.SeparationError
	var collinear *stats.CollinearError
	before := fmt.Sprintf("the journeys of %s have no model: ", inWave(x.audience.Label, x.waves()[x.wave]))
	switch {
	case errors.Is(err, stats.ErrOneOutcome):
		return NoteConstantExplained, before + "all gave the same answer to what it is to explain"
	case errors.As(err, &separated):
		names := ""
		for _, k := range separated.Covariates {
			names += ", " + name(k)
		}
		if names == "" {
			names = ", the covariates together"
		}
		return NoteSeparation, before + names[2:] + " predicts without error in part of the data (separation)"
	case errors.As(err, &collinear) && len(collinear.On) == 0:
		return NoteConstantPart, before + name(collinear.Driver) + " does not vary"
	case errors.As(err, &collinear):
		return NoteCollinear, before + name(collinear.Driver) + " depends on the others"
	}
	return NoteTooFew, before + err.Error()
}

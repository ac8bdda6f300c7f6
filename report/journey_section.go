package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// journeySections are the tables of journeys: the outcome, treatment and effort with and without it, and what they explain.
func (l *lookup) journeySections(waves []string) []section {
	var sections []section
	for _, wave := range waves {
		for _, a := range l.result.Audiences {
			sections = append(sections, l.journeySection(a, wave))
		}
	}
	return sections
}

func (l *lookup) journeySection(a analysis.Audience, wave string) section {
	notes := &footnotes{language: l.language, result: l.result}
	of := func(part, statistic string) *analysis.Figure {
		return l.figure(key{"journey", study.JourneyKind, "own", a.ID, "", "journey_" + part, statistic, wave})
	}
	s := section{title: l.text("Outcome, treatment, effort, %s", visible(a.Label)) + l.inWave(wave)}
	rate := of("outcome", "outcome_rate")
	if rate == nil {
		return s
	}
	s.grid.columns = []column{{"", words}, {l.text("without outcome"), gaps}, {l.text("with outcome"), gaps}, {l.text("difference"), gaps}, {l.text("odds ratio"), gaps}, {l.text("effect, pp"), gaps}}
	mean := func(x analysis.Number) string { return l.number(x, 1) }
	sign := func(x analysis.Number) string { return l.signed(x, 1) }
	ratio := func(x analysis.Number) string { return l.number(x, 2) }
	points := func(x analysis.Number) string { return l.signed(100*x, 0) }
	for _, part := range []struct{ id, label string }{{"outcome", l.text("Outcome had")}, {"treatment", l.text("Treatment")}, {"effort", l.text("Effort")}} {
		if l.figure(key{"profile", study.JourneyKind, "own", a.ID, "", "journey_" + part.id, "mean", wave}) == nil {
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{l.partOfJourney(part.id, part.label)},
			notes.intervalCell(of(part.id, "mean_without_outcome"), mean), notes.intervalCell(of(part.id, "mean_with_outcome"), mean),
			notes.intervalCell(of(part.id, "difference"), sign),
			notes.intervalCell(of(part.id, "odds_ratio"), ratio, 1), notes.intervalCell(of(part.id, "marginal_effect"), points),
		}})
	}
	had := func(x analysis.Number) string { return l.percent(x, 0) }
	if rate.Value.Defined() {
		s.lines = append(s.lines, l.text("%s had the outcome %s (n %s)", had(rate.Value), l.between(rate.Low, rate.High, had), l.rounded(rate.N)))
	}
	if fit := of("explains", "mcfadden"); fit != nil {
		s.lines = append(s.lines, l.text("odds ratio and effect: logistic regression of %s; effect: on its probability, of having the outcome or of one more point", l.partOfJourney("explains", l.text("what the journey explains")))+l.mcFadden(fit))
	}
	s.lines = append(append(s.lines, nonEmpty(l.bracketed("", s.grid.rows))...), notes.lines()...)
	s.notes = notes.noted
	return s
}

// partOfJourney names a part of the journey as the study does, or by the words for it.
func (l *lookup) partOfJourney(part, words string) string {
	for _, item := range l.result.Items {
		if item.ID == "journey_"+part && item.Label != "" && !slices.Contains(study.JourneyWords(), item.Label) {
			return l.quoted(item)
		}
	}
	return words
}

func (w *language) mcFadden(f *analysis.Figure) string {
	if !f.Value.Defined() {
		return ""
	}
	return w.text(" (McFadden's R² %s, n %s); associated with, which is not to say causes", w.number(f.Value, 2), w.rounded(f.N))
}

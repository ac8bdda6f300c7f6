package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// perspectiveSections are the tables of estimates: what one audience thinks that another would answer, held against that
// audience's answers (accuracy) and against its own (congruency). The gap between their own views is agreement, and stands
// in the gap table.
func (l *lookup) perspectiveSections(waves []string) []section {
	var sections []section
	for _, t := range l.topics() {
		target, estimate := strings.CutPrefix(t.perspective, "estimate_of:")
		if !estimate || !slices.Contains(waves, t.wave) {
			continue
		}
		for _, a := range t.audiences {
			if s := l.perspectiveSection(t, a, target); s.says() {
				sections = append(sections, s)
			}
		}
	}
	return sections
}

func (l *lookup) perspectiveSection(t *topic, a analysis.Audience, target string) section {
	rows := figureRows{notes: &footnotes{language: l.language, result: l.result}}
	s := section{title: l.text("What %s would say, as estimated by %s: %s, %s", l.label(target), visible(a.Label), l.kind(t), l.waveAndScale(t))}
	s.grid.columns = []column{
		{l.text("item"), words}, {l.text("estimate"), numbers}, {l.text("actual"), numbers}, {l.text("accuracy: estimate − actual"), gaps}, {l.text("congruency: own − estimate"), gaps},
	}
	digits, congruent := decimals(t), false
	for _, i := range t.items {
		item := l.result.Items[i]
		estimate := l.profile(t, a.ID, item.ID, "mean")
		if estimate == nil {
			continue
		}
		actual := l.figure(key{"profile", t.kind, "own", target, "", item.ID, "mean", t.wave})
		accuracy := l.figure(key{"accuracy", t.kind, t.perspective, a.ID, target, item.ID, "difference", t.wave})
		congruency := l.figure(key{"congruency", t.kind, t.perspective, a.ID, "", item.ID, "difference", t.wave})
		congruent = congruent || congruency != nil
		rows.add(func(notes *footnotes) row {
			return row{cells: []cell{
				{visible(item.Label)},
				notes.meanCell(estimate, nil, digits), notes.meanCell(actual, nil, digits),
				notes.differenceCell(accuracy, digits), notes.differenceCell(congruency, digits),
			}}
		})
	}
	s.lines = []string{l.text("marks as in the gap table; accuracy: how far the estimate lies from what %s say", l.label(target))}
	if congruent {
		s.lines = append(s.lines, l.text("congruency: how far the own view of %s lies from their estimate, within the respondents who gave both", visible(a.Label)))
	}
	rows.into(&s)
	return s
}

func (l *lookup) label(audience string) string {
	for _, a := range l.result.Audiences {
		if a.ID == audience {
			return visible(a.Label)
		}
	}
	return audience
}

// selfSections are the tables of how people rate themselves and their organisation.
func (l *lookup) selfSections(waves []string) []section {
	var sections []section
	for _, t := range l.topics() {
		if t.kind != study.Self || t.perspective != "own" || !slices.Contains(waves, t.wave) {
			continue
		}
		notes := &footnotes{language: l.language, result: l.result}
		s := section{title: l.text("Self less organisation, within respondents, %s", l.waveAndScale(t))}
		s.grid.grouped = l.text("item")
		s.grid.columns = []column{
			{l.text("audience"), words},
			{l.text("self − organisation"), gaps},
			{l.text("d_z"), numbers},
			{l.text("self higher"), numbers},
			{l.text("equal"), numbers},
			{l.text("lower"), numbers},
			{l.text("n"), numbers},
		}
		for _, i := range t.items {
			s.grid.rows = append(s.grid.rows, l.selfRows(t, l.result.Items[i], notes)...)
		}
		if len(s.grid.rows) == 0 {
			continue
		}
		s.lines = append(nonEmpty(l.bracketed("", s.grid.rows)), notes.lines()...)
		s.notes = notes.noted
		sections = append(sections, s)
	}
	return sections
}

// selfRows are the audiences' differences, then those between audiences.
func (l *lookup) selfRows(t *topic, item analysis.Item, notes *footnotes) []row {
	of := func(audience, versus, statistic string) *analysis.Figure {
		return l.figure(key{"self_organisation", t.kind, t.perspective, audience, versus, item.ID, statistic, t.wave})
	}
	digits := decimals(t)
	var rows, between []row
	for j, a := range l.result.Audiences {
		difference := of(a.ID, "", "difference")
		if difference == nil || t.wave != "" && !l.asks(t, a.ID) { // who was not asked in a wave has nothing in it
			continue
		}
		base := l.withheld()
		if difference.N.Defined() {
			base = l.rounded(difference.N)
		}
		rows = append(rows, row{group: visible(item.Label), cells: []cell{
			{visible(a.Label)},
			notes.differenceCell(difference, digits),
			{l.decimal(of(a.ID, "", "cohens_dz"))},
			{l.share(of(a.ID, "", "share_higher"))},
			{l.share(of(a.ID, "", "share_equal"))},
			{l.share(of(a.ID, "", "share_lower"))},
			{base},
		}})
		for _, b := range l.result.Audiences[j+1:] {
			if f := of(a.ID, b.ID, "difference"); f != nil {
				between = append(between, row{group: visible(item.Label), cells: []cell{
					{l.pairName(a.ID, b.ID)}, notes.differenceCell(f, digits), {""}, {""}, {""}, {""}, {""},
				}})
			}
		}
	}
	return append(rows, between...)
}

func (w *language) decimal(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return w.undefined()
	}
	return w.number(f.Value, 2)
}

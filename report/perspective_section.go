package report

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// perspectiveSections are the tables of estimates: what one audience thinks that another would answer, held against that
// audience's answers (accuracy) and against its own (congruency). The gap between their own views is agreement, and stands
// in the gap table.
func (l *lookup) perspectiveSections() []section {
	var sections []section
	for _, t := range l.topics() {
		target, estimate := strings.CutPrefix(t.perspective, "estimate_of:")
		if !estimate {
			continue
		}
		for _, a := range t.audiences {
			if s := l.perspectiveSection(t, a, target); len(s.grid.rows) > 0 {
				sections = append(sections, s)
			}
		}
	}
	return sections
}

func (l *lookup) perspectiveSection(t *topic, a analysis.Audience, target string) section {
	notes := &footnotes{result: l.result}
	s := section{title: fmt.Sprintf("%s of %s as estimated by %s, %s", titled(string(t.kind)), l.label(target), visible(a.Label), waveAndScale(t))}
	s.grid.columns = []column{
		{"item", words}, {"estimate", numbers}, {"actual", numbers}, {"accuracy: estimate − actual", gaps}, {"congruency: own − estimate", gaps},
	}
	digits := decimals(t)
	for _, i := range t.items {
		item := l.result.Items[i]
		estimate := l.profile(t, a.ID, item.ID, "mean")
		if estimate == nil {
			continue
		}
		actual := l.figure(key{"profile", t.kind, "own", target, "", item.ID, "mean", t.wave})
		accuracy := l.figure(key{"accuracy", t.kind, t.perspective, a.ID, target, item.ID, "difference", t.wave})
		congruency := l.figure(key{"congruency", t.kind, t.perspective, a.ID, "", item.ID, "difference", t.wave})
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)},
			notes.meanCell(estimate, nil, digits), notes.meanCell(actual, nil, digits),
			notes.differenceCell(accuracy, digits), notes.differenceCell(congruency, digits),
		}})
	}
	s.lines = append([]string{"marks as in the gap table; congruency is paired within respondents"}, notes.lines()...)
	s.notes = notes.texts
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
func (l *lookup) selfSections() []section {
	var sections []section
	for _, t := range l.topics() {
		if t.kind != study.Self || t.perspective != "own" {
			continue
		}
		notes := &footnotes{result: l.result}
		s := section{title: "Self less organisation, within respondents, " + waveAndScale(t)}
		s.grid.columns = []column{
			{"item", words},
			{"audience", words},
			{"self − organisation", gaps},
			{"d_z", numbers},
			{"self higher", numbers},
			{"equal", numbers},
			{"lower", numbers},
			{"n", numbers},
		}
		for _, i := range t.items {
			s.grid.rows = append(s.grid.rows, l.selfRows(t, l.result.Items[i], notes)...)
		}
		if len(s.grid.rows) == 0 {
			continue
		}
		s.lines = append([]string{fmt.Sprintf("[ ] %s interval", confidence(l.result.Choices))}, notes.lines()...)
		s.notes = notes.texts
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
		if difference == nil {
			continue
		}
		base := withheld
		if difference.N.Defined() {
			base = rounded(difference.N)
		}
		rows = append(rows, row{cells: []cell{
			{visible(item.Label)},
			{visible(a.Label)},
			notes.differenceCell(difference, digits),
			{decimal(of(a.ID, "", "cohens_dz"))},
			{share(of(a.ID, "", "share_higher"))},
			{share(of(a.ID, "", "share_equal"))},
			{share(of(a.ID, "", "share_lower"))},
			{base},
		}})
		for _, b := range l.result.Audiences[j+1:] {
			if f := of(a.ID, b.ID, "difference"); f != nil {
				between = append(between, row{cells: []cell{
					{visible(item.Label)}, {l.pairName(a.ID, b.ID)}, notes.differenceCell(f, digits), {""}, {""}, {""}, {""}, {""},
				}})
			}
		}
	}
	return append(rows, between...)
}

func decimal(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return undefined
	}
	return number(f.Value, 2)
}

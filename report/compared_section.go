package report

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// everyWave returns the names of the waves; a result without waves has one, without a name.
func (l *lookup) everyWave() []string {
	if len(l.result.Waves) == 0 {
		return []string{""}
	}
	return l.result.Waves
}

// inWave writes a wave behind a title.
func inWave(wave string) string {
	if wave == "" {
		return ""
	}
	return ", wave " + visible(wave)
}

// comparedSections are the tables of performance against the best alternative, and against what was expected.
func (l *lookup) comparedSections() []section {
	var sections []section
	for _, wave := range l.everyWave() {
		for _, a := range l.result.Audiences {
			sections = append(sections,
				l.comparedSection("relative_performance", "Against the best alternative", "performance − alternative", [3]string{"better", "equal", "worse"}, a, wave),
				l.comparedSection("expectation", "Against what was expected", "performance − expectation", [3]string{"exceeded", "met", "missed"}, a, wave))
		}
	}
	return sections
}

func (l *lookup) comparedSection(name, title, what string, shares [3]string, a analysis.Audience, wave string) section {
	notes := &footnotes{result: l.result}
	s := section{title: title + ", " + visible(a.Label) + inWave(wave)}
	s.grid.columns = []column{{"item", words}, {"important", numbers}, {what, gaps}, {shares[0], numbers}, {shares[1], numbers}, {shares[2], numbers}, {"n", numbers}}
	for _, item := range l.result.Items {
		of := func(statistic string) *analysis.Figure {
			return l.figure(key{name, study.Performance, "own", a.ID, "", item.ID, statistic, wave})
		}
		d := of("difference")
		if d == nil {
			continue
		}
		digits := decimals(l.scaleOf(item, a.ID, d.Unit))
		base := withheld
		if !d.Note.Has(analysis.NoteSuppressed) {
			base = rounded(d.N)
		}
		portion := func(statistic string) cell {
			return notes.cell(of(statistic), 1, func() cell { return cell{share(of(statistic))} })
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)},
			{share(l.figure(key{"profile", study.Importance, "own", a.ID, "", item.ID, "top_box", wave}))},
			notes.intervalCell(d, func(x analysis.Number) string { return signed(x, digits) }),
			portion("share_higher"), portion("share_equal"), portion("share_lower"),
			{base},
		}})
	}
	s.lines = append([]string{fmt.Sprintf("within the respondents who rated both; important: share in the top %d; [ ] %s interval", l.result.Choices.TopBox, confidence(l.result.Choices))},
		notes.lines()...)
	s.notes = notes.texts
	return s
}

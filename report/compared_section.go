package report

import (
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

// newestWave is the wave that a report is of, but for what it says of changes.
func (l *lookup) newestWave() string {
	waves := l.everyWave()
	return waves[len(waves)-1]
}

// inWave writes a wave behind a title.
func (w *language) inWave(wave string) string {
	if wave == "" {
		return ""
	}
	return w.text(", wave %s", visible(wave))
}

// comparedSections are the tables of performance against the best alternative, and against what was expected.
func (l *lookup) comparedSections(waves []string) []section {
	var sections []section
	for _, wave := range waves {
		for _, a := range l.result.Audiences {
			sections = append(sections,
				l.comparedSection("relative_performance", l.text("Against the best alternative"), l.text("performance − alternative"), [3]string{l.text("better"), l.text("equal"), l.text("worse")}, a, wave),
				l.comparedSection("expectation", l.text("Against what was expected"), l.text("performance − expectation"), [3]string{l.text("exceeded"), l.text("met"), l.text("missed")}, a, wave))
		}
	}
	return sections
}

func (l *lookup) comparedSection(name, title, what string, shares [3]string, a analysis.Audience, wave string) section {
	rows := figureRows{notes: &footnotes{language: l.language, result: l.result}, beside: 1}
	s := section{title: title + ", " + visible(a.Label) + l.inWave(wave)}
	s.grid.columns = []column{{l.text("item"), words}, {l.text("important"), numbers}, {what, gaps}, {shares[0], numbers}, {shares[1], numbers}, {shares[2], numbers}, {l.text("n"), numbers}}
	var compared []int
	for i, item := range l.result.Items {
		of := func(statistic string) *analysis.Figure {
			return l.figure(key{name, study.Performance, "own", a.ID, "", item.ID, statistic, wave})
		}
		d := of("difference")
		if d == nil {
			continue
		}
		compared = append(compared, i)
		digits := decimals(l.scaleOf(item, study.Performance, a.ID, d.Unit))
		base := l.rounded(d.N)
		if d.Note.Has(analysis.NoteSuppressed) {
			base = l.withheld()
		}
		important := l.figure(key{"profile", study.Importance, "own", a.ID, "", item.ID, "top_box", wave})
		rows.add(func(notes *footnotes) row {
			portion := func(f *analysis.Figure) cell {
				return notes.cell(f, 1, func() cell { return cell{l.share(f)} })
			}
			return row{cells: []cell{
				{visible(item.Label)},
				portion(important),
				notes.intervalCell(d, func(x analysis.Number) string { return l.signed(x, digits) }),
				portion(of("share_higher")), portion(of("share_equal")), portion(of("share_lower")),
				{base},
			}}
		})
	}
	important := l.boxesOf(compared, study.Importance, "own")
	line := l.text("within the respondents who rated both; important: share in the top %d", important.top)
	if important.mixed {
		line = l.text("within the respondents who rated both; important: share in the top of the scale (%s)", l.topPoints(important))
	}
	if published(a, wave) {
		line = l.text("differences of the published means")
	}
	s.lines = []string{l.bracketed(line, rows.rows)}
	rows.into(&s)
	return s
}

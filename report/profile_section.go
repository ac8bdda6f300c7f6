package report

import "github.com/cxgap/cxgap/analysis"

// profileSection is the table of a topic that only one audience was asked: no gap, but what it says.
func (l *lookup) profileSection(t *topic) section {
	notes := &footnotes{language: l.language, result: l.result}
	audience := t.audiences[0]
	s := section{title: l.text("%s, %s only", l.topicTitle(t), visible(audience.Label))}
	s.grid.columns = []column{
		{header: l.text("item"), align: words},
		{header: l.text("mean")},
		{header: l.text("%s interval", l.confidence(l.result.Choices))},
		{header: l.text("top box")},
		{header: l.text("bottom box")},
		{header: l.text("don't know")},
		{header: l.text("n")},
		{header: l.text("effective")},
	}
	digits := decimals(t)
	for _, i := range t.items {
		item := l.result.Items[i]
		of := func(statistic string) *analysis.Figure { return l.profile(t, audience.ID, item.ID, statistic) }
		mean := of("mean")
		if mean == nil {
			continue
		}
		r := row{cells: []cell{{visible(item.Label)}}}
		if mean.Note.Has(analysis.NoteSuppressed) {
			notes.hidden = true
			for range len(s.grid.columns) - 1 {
				r.cells = append(r.cells, cell{l.withheld()})
			}
			s.grid.rows = append(s.grid.rows, r)
			continue
		}
		write := func(x analysis.Number) string { return l.number(x, digits) }
		r.cells = append(r.cells,
			cell{l.orUndefined(mean.Value, write), notes.mean(mean, of("rwg"))},
			cell{l.orNone(l.between(mean.Low, mean.High, write))},
			cell{l.share(of("top_box"))}, cell{l.share(of("bottom_box"))}, cell{l.share(of("dont_know"))},
			cell{l.rounded(mean.N)}, cell{l.rounded(mean.NEffective)},
		)
		s.grid.rows = append(s.grid.rows, r)
	}
	s.lines = append(s.lines, notes.lines()...)
	s.lines = append(s.lines, l.scores(t)...)
	s.notes = notes.noted
	return s
}

func (w *language) orUndefined(x analysis.Number, write func(analysis.Number) string) string {
	if !x.Defined() {
		return w.undefined()
	}
	return write(x)
}

func (w *language) orNone(text string) string {
	if text == "" {
		return w.undefined()
	}
	return text
}

// share writes a share as a whole percentage.
func (w *language) share(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return w.undefined()
	}
	return w.percent(f.Value, 0)
}

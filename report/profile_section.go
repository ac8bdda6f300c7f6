package report

import "github.com/cxgap/cxgap/analysis"

// profileSection is the table of a topic that only one audience was asked: no gap, but what it says.
func (l *lookup) profileSection(t *topic) section {
	notes := &footnotes{result: l.result}
	audience := t.audiences[0]
	s := section{title: topicTitle(t) + ", " + visible(audience.Label) + " only"}
	s.grid.columns = []column{
		{header: "item", align: words},
		{header: "mean"},
		{header: confidence(l.result.Choices) + " interval"},
		{header: "top box"},
		{header: "bottom box"},
		{header: "don't know"},
		{header: "n"},
		{header: "effective"},
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
				r.cells = append(r.cells, cell{withheld})
			}
			s.grid.rows = append(s.grid.rows, r)
			continue
		}
		write := func(x analysis.Number) string { return number(x, digits) }
		r.cells = append(r.cells,
			cell{orUndefined(mean.Value, write), notes.mean(mean, of("rwg"))},
			cell{orNone(between(mean.Low, mean.High, write))},
			cell{share(of("top_box"))}, cell{share(of("bottom_box"))}, cell{share(of("dont_know"))},
			cell{rounded(mean.N)}, cell{rounded(mean.NEffective)},
		)
		s.grid.rows = append(s.grid.rows, r)
	}
	s.lines = append(s.lines, notes.lines()...)
	s.lines = append(s.lines, l.scores(t)...)
	s.notes = notes.texts
	return s
}

func orUndefined(x analysis.Number, write func(analysis.Number) string) string {
	if !x.Defined() {
		return undefined
	}
	return write(x)
}

func orNone(text string) string {
	if text == "" {
		return undefined
	}
	return text
}

// share writes a share as a whole percentage.
func share(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return undefined
	}
	return percent(f.Value, 0)
}

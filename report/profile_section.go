package report

import "github.com/cxgap/cxgap/analysis"

// profileSection is the table of a topic that only one audience was asked: no gap, but what it says.
func (l *lookup) profileSection(t *topic) section {
	rows := figureRows{notes: &footnotes{language: l.language, result: l.result}, beside: 2}
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
	for _, i := range t.items {
		if item := l.result.Items[i]; l.profile(t, audience.ID, item.ID, "mean") != nil {
			rows.add(func(notes *footnotes) row { return l.profileRow(t, audience, item, notes) })
		}
	}
	rows.into(&s)
	s.lines = append(s.lines, l.scores(t)...)
	return s
}

func (l *lookup) profileRow(t *topic, audience analysis.Audience, item analysis.Item, notes *footnotes) row {
	of := func(statistic string) *analysis.Figure { return l.profile(t, audience.ID, item.ID, statistic) }
	write := func(x analysis.Number) string { return l.number(x, decimals(t)) }
	mean := of("mean")
	if mean.Note.Withheld() {
		supp := notes.heldBack(mean)
		return row{cells: []cell{{visible(item.Label)}, supp, supp, supp, supp, supp, supp, supp}}
	}
	return row{cells: []cell{
		{visible(item.Label)},
		{l.orUndefined(mean.Value, write), notes.mean(mean, of("rwg"))},
		{l.orNone(l.between(mean.Low, mean.High, write)), notes.cutMark(mean)},
		{l.share(of("top_box"))},
		{l.share(of("bottom_box"))},
		{l.share(of("dont_know"))},
		{l.rounded(mean.N)},
		{l.rounded(mean.NEffective)},
	}}
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

package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// dontKnowSection shows how many of each audience could not judge an item: the items on which an audience says so as often as a difference would
// be told (analysis.NotableDontKnow). A share that is not shown brings no item in.
func (l *lookup) dontKnowSection(t *topic) section {
	notes := &footnotes{language: l.language, result: l.result}
	s := section{title: l.text("Who could not judge: %s", l.lowerTitle(t))}
	s.grid.columns = []column{{l.text("item"), words}}
	names, bases := l.shortNames(), make([]answered, len(t.audiences))
	for _, a := range t.audiences {
		at := slices.IndexFunc(l.result.Audiences, func(b analysis.Audience) bool { return a.ID == b.ID })
		s.grid.columns = append(s.grid.columns, column{l.text("%s, %%", names[at]), gaps})
	}
	left := 0
	for _, i := range t.items {
		item := l.result.Items[i]
		of := func(a analysis.Audience) *analysis.Figure { return l.profile(t, a.ID, item.ID, "dont_know") }
		if !slices.ContainsFunc(t.audiences, func(a analysis.Audience) bool { f := of(a); return f != nil && f.Value >= analysis.NotableDontKnow }) {
			left++
			continue
		}
		cells := []cell{{visible(item.Label)}}
		for k, a := range t.audiences {
			bases[k].count(of(a))
			cells = append(cells, notes.intervalCell(of(a), func(x analysis.Number) string { return l.number(100*x, 0) }))
		}
		s.grid.rows = append(s.grid.rows, row{cells: cells})
	}
	if len(s.grid.rows) == 0 {
		return section{}
	}
	s.lines = append(s.lines, l.bracketed(l.text("share of those who said that they could not judge (“don't know”, “cannot say” and the like) among those who gave an answer or said so; n: how many these are"), s.grid.rows),
		l.text("whether that answer was offered to everybody the exports do not say: 0 may also mean that it was not"))
	if left > 0 {
		s.lines = append(s.lines, l.plural(left, "not listed: %[1]s item, on which no share that is shown reaches %[2]s", "not listed: %[1]s items, on which no share that is shown reaches %[2]s",
			l.whole(left), l.percent(analysis.NotableDontKnow, 0)))
	}
	s.grid.rows = append(s.grid.rows, l.basesRow(bases))
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// dontKnowCounted reports whether it is known of any item how many could not judge it.
func (l *lookup) dontKnowCounted(t *topic) bool {
	return slices.ContainsFunc(t.items, func(i int) bool {
		return slices.ContainsFunc(t.audiences, func(a analysis.Audience) bool {
			f := l.profile(t, a.ID, l.result.Items[i].ID, "dont_know")
			return f != nil && f.Value.Defined()
		})
	})
}

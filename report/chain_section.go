package report

import (
	"math"
	"slices"
	"sort"

	"github.com/cxgap/cxgap/analysis"
)

// chainDetail splits the gap of the outer audiences at the one between them.
func (l *lookup) chainDetail(t *topic) section {
	n := len(l.result.Audiences)
	if n < 3 {
		return section{}
	}
	first, middle, last := l.result.Audiences[0].ID, l.result.Audiences[n-2].ID, l.result.Audiences[n-1].ID
	notes := &footnotes{language: l.language, result: l.result}
	s := section{title: l.text("Where the distance arises, %s", l.lowerTitle(t))}
	if why := l.chainWithheld(t); why != "" {
		return section{title: s.title, lines: []string{why}}
	}
	if !l.hasChain(t) {
		return section{} // one part of a sum: the table of gaps has it
	}
	s.grid.columns = []column{
		{l.text("item"), words},
		{l.text("total %s", l.pairName(first, last)), gaps},
		{l.text("communication %s", l.pairName(first, middle)), gaps},
		{l.text("delivery %s", l.pairName(middle, last)), gaps},
		{l.text("share of delivery"), numbers},
	}
	digits := decimals(t)
	for _, i := range l.inOrderOfDistance(t) {
		item := l.result.Items[i].ID
		of := func(a, b, statistic string) *analysis.Figure {
			return l.figure(key{"chain", t.kind, t.perspective, a, b, item, statistic, t.wave})
		}
		if of(first, last, "total_gap") == nil {
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(l.result.Items[i].Label)},
			notes.differenceCell(of(first, last, "total_gap"), digits),
			notes.differenceCell(of(first, middle, "communication_gap"), digits), notes.differenceCell(of(middle, last, "delivery_gap"), digits),
			{l.shareOrDash(of(middle, last, "delivery_share"))},
		}})
	}
	if l.firstOfKind(t) {
		s.lines = []string{l.text("communication: the gap between %[1]s and %[2]s, inside the house; delivery: the gap between %[2]s and %[3]s, with its share of the total where that is an established difference and both parts have its sign",
			l.label(first), l.label(middle), l.label(last))}
	}
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// totalGap is the gap of an item between the outer audiences.
func (l *lookup) totalGap(t *topic, item string) *analysis.Figure {
	first, last := l.result.Audiences[0].ID, l.result.Audiences[len(l.result.Audiences)-1].ID
	return l.figure(key{"chain", t.kind, t.perspective, first, last, item, "total_gap", t.wave})
}

// hasChain reports whether the gap between the outer audiences is known of any item, or is withheld: it is not where shares alone were
// published of one.
func (l *lookup) hasChain(t *topic) bool {
	return slices.ContainsFunc(t.items, func(i int) bool {
		f := l.totalGap(t, l.result.Items[i].ID)
		return f != nil && (f.Value.Defined() || !f.Note.Has(analysis.NoteNoMean))
	})
}

// inOrderOfDistance sorts the items of a topic by their gap between the outer audiences, the largest first.
func (l *lookup) inOrderOfDistance(t *topic) []int {
	size := func(i int) float64 {
		f := l.totalGap(t, l.result.Items[i].ID)
		if f == nil || !f.Value.Defined() {
			return -1
		}
		return math.Abs(float64(f.Value))
	}
	order := slices.Clone(t.items)
	sort.SliceStable(order, func(a, b int) bool { return size(order[a]) > size(order[b]) })
	return order
}

// chainWithheld says that no gap of the chain may be shown, where that is so: a table would say nothing else, row by row.
func (l *lookup) chainWithheld(t *topic) string {
	withheld := 0
	for _, i := range t.items {
		switch f := l.totalGap(t, l.result.Items[i].ID); {
		case f == nil:
		case !f.Note.Has(analysis.NoteSuppressed):
			return ""
		default:
			withheld++
		}
	}
	if withheld == 0 {
		return ""
	}
	first, last := l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
	return l.text("not shown: no gap between %s and %s rests on at least %d answers of both, or would keep such a number hidden", visible(first.Label), visible(last.Label), l.result.Choices.MinimumBase)
}

package report

import (
	"slices"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A row without any figure is a sentence with its reason; its footnotes do not stand below the table, and those of the others keep their numbers.
func TestRowsWithoutFigures(t *testing.T) {
	figures := []analysis.Figure{
		{Item: "few", Value: analysis.NaN, Note: analysis.Notes{analysis.NoteFewInZone}},
		{Item: "shown", Value: 2, Low: 1, High: 3},
		{Item: "alike", Value: analysis.NaN, Note: analysis.Notes{analysis.NoteConstant}},
		{Item: "hidden", Value: analysis.NaN, Note: analysis.Notes{analysis.NoteSuppressed}},
		{Item: "few too", Value: analysis.NaN, Note: analysis.Notes{analysis.NoteFewInZone}},
	}
	gather := func(kept ...string) section {
		rows := figureRows{notes: &footnotes{result: &analysis.Result{}}, beside: 1}
		s := section{title: "t", grid: grid{columns: []column{{"item", words}, {"a", gaps}, {"b", gaps}, {"n", numbers}}}}
		for _, f := range figures {
			if len(kept) > 0 && !slices.Contains(kept, f.Item) {
				continue
			}
			rows.add(func(notes *footnotes) row {
				write := func(x analysis.Number) string { return english().number(x, 1) }
				second := f
				if f.Item == "shown" {
					second = figures[2]
				}
				return row{cells: []cell{{f.Item}, notes.intervalCell(&f, write), notes.intervalCell(&second, write), {"14"}}}
			})
		}
		rows.into(&s)
		return s
	}
	const few = "fewer than ten respondents rate this low, or high: ten of each would be needed"
	s := gather()
	if len(s.grid.rows) != 1 || s.grid.rows[0].cells[0][0] != "shown" || len(s.notes) != 1 {
		t.Errorf("rows %v, notes %q", s.grid.rows, s.notes)
	}
	want := []string{
		"no figures of few and few too: " + few,
		"no figures of alike: all respondents rate this item alike: answers that differ would be needed",
		"no figures of hidden: suppressed, not shown because of too few answers or none, or of few that are all alike",
	}
	if !slices.Equal(s.lines, want) {
		t.Errorf("got  %q\nwant %q", s.lines, want)
	}
	if s = gather("few", "few too"); !s.says() || s.hasRows() || len(s.grid.columns) > 0 || !slices.Equal(s.lines, want[:1]) {
		t.Errorf("a table without figures: %+v", s)
	}
}

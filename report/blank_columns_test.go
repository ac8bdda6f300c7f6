package report

import (
	"slices"
	"testing"
)

// A column without a figure is a word below the table, with its note; one of what was never asked is not missed, and what names rows stays.
func TestColumnsWithoutFigures(t *testing.T) {
	w := english()
	s := section{lines: []string{"how to read it"}, grid: grid{
		columns: []column{{"item", words}, {"mean", numbers}, {"top box", numbers}, {"asked", words}, {"n", numbers}, {"some", numbers}},
		rows: []row{
			{cells: []cell{{"Quick"}, {"7.0"}, {"n/a ¹"}, {"–"}, {"n/a"}, {"n/a"}}},
			{cells: []cell{{"Friendly"}, {"6.0"}, {"n/a ¹"}, {""}, {"n/a"}, {"3"}}},
		},
	}}
	got := w.withoutBlankColumns(s)
	var headers []string
	for _, c := range got.grid.columns {
		headers = append(headers, c.header)
	}
	if !slices.Equal(headers, []string{"item", "mean", "some"}) || len(got.grid.rows[1].cells) != 3 {
		t.Errorf("columns %q, rows %v", headers, got.grid.rows)
	}
	if want := []string{"how to read it", "n/a ¹ in every row: top box", "n/a in every row: n"}; !slices.Equal(got.lines, want) {
		t.Errorf("got %q, want %q", got.lines, want)
	}
	if len(s.lines) != 1 {
		t.Error("the lines of the section it was given have changed")
	}
	s.grid = s.grid.only([]int{0, 2, 3})
	if got := w.withoutBlankColumns(s); len(got.grid.columns) > 0 || !got.says() {
		t.Errorf("a table without figures: %+v", got)
	}
	s.grid = s.grid.only([]int{0, 1})
	s.grid.columns = append(s.grid.columns, column{"n", numbers})
	for k := range s.grid.rows {
		s.grid.rows[k].cells = append(s.grid.rows[k].cells, cell{"n/a"})
	}
	if got, want := w.withoutBlankColumns(s), []string{"how to read it", "n/a in every row and column"}; !slices.Equal(got.lines, want) {
		t.Errorf("a table of two columns without figures: got %q, want %q", got.lines, want)
	}
}

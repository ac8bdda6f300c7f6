package report

import (
	"slices"
	"strings"
)

// withoutBlankColumns takes the columns out of a section in which no row has a figure. Those without a number (n/a) are named below
// the table with their note; those that only say that nothing was asked are not missed. Where no column has a figure, one line stands for the table.
func (w *language) withoutBlankColumns(s section) section {
	var kept []int
	var marks []string // of the columns without a number, in their order
	named := map[string][]string{}
	for k, c := range s.grid.columns {
		mark, blank := w.blankColumn(s.grid, k)
		switch {
		case !blank || k < max(1, s.grid.keys):
			kept = append(kept, k)
		case mark != "":
			if named[mark] == nil {
				marks = append(marks, mark)
			}
			named[mark] = append(named[mark], c.header)
		}
	}
	if len(kept) == len(s.grid.columns) {
		return s
	}
	s.lines = slices.Clone(s.lines)
	if len(kept) == max(1, s.grid.keys) && len(marks) > 0 {
		s.grid, s.lines = grid{}, append(s.lines, w.text("%s in every row and column", w.undefined()))
		return s
	}
	for _, mark := range marks {
		s.lines = append(s.lines, w.text("%s in every row: %s", mark, w.listed(named[mark])))
	}
	if len(kept) == max(1, s.grid.keys) {
		s.grid = grid{}
		return s
	}
	s.grid = s.grid.only(kept)
	return s
}

// blankColumn reports whether a column has no figure, and what stands in it instead: n/a with its notes, or nothing to name.
func (w *language) blankColumn(g grid, k int) (mark string, blank bool) {
	for _, r := range g.rows {
		switch text := strings.Join(r.cells[k], ""); {
		case text == "" || text == notAsked:
		case strings.HasPrefix(text, w.undefined()) && (mark == "" || mark == text):
			mark = text
		default:
			return "", false
		}
	}
	return mark, len(g.rows) > 0
}

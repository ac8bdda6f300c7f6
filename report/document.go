package report

import "fmt"

// document is what a report says, before it is a terminal table or Markdown. All texts are plain: what a format must
// escape, its renderer escapes.
type document struct {
	title    string
	facts    []remark // of a terminal, before all sections
	sections []section
	remarks  []remark // below all sections
}

// section is one table with what stands around it.
type section struct {
	title   string
	grid    grid
	charts  []figureChart // before the table
	drawing []string      // below the table, line by line as it is
	steps   []step        // before the table: what to do, in order
	others  []finding     // behind the steps: what is none; or what is to be said before a table
	lines   []string      // below the table: how to read it, and what is said of all items
	notes   []string      // footnotes, in the order of their numbers
}

// says reports whether a section has anything to show: a table with rows, or sentences, lines or charts without one.
func (s section) says() bool {
	return s.hasRows() || len(s.grid.columns) == 0 && len(s.lines)+len(s.charts)+len(s.others) > 0
}

// hasRows reports whether a section has a table with rows.
func (s section) hasRows() bool { return len(s.grid.rows) > 0 }

// grid is a table: its first column names the rows.
type grid struct {
	columns  []column
	rows     []row
	grouped  string // header of the rows' groups; empty: they have none
	keys     int    // how many first columns say what a row is about: a table that is split has them in every part; 0: one
	together int    // how many of the columns behind those belong together: a page does not part them; 0: one
}

// check refuses a grid with a row that has not a cell for every column: tablewriter would shift it without a word.
func (g grid) check() error {
	for _, r := range g.rows {
		if len(r.cells) != len(g.columns) {
			return fmt.Errorf("row %q has %d cells for %d columns", r.cells[0], len(r.cells), len(g.columns))
		}
	}
	return nil
}

type column struct {
	header string
	align  alignment
}

// alignment is where the texts of a column stand.
type alignment int

const (
	numbers alignment = iota // to the right, part under part
	gaps                     // part under part, below a header to the left
	words                    // to the left
	amounts                  // to the left like words, and written by the report: a workbook may compute with them
)

// left reports whether the texts of a column stand to the left as they are, without parts under parts.
func (a alignment) left() bool { return a == words || a == amounts }

// row is one line of a grid.
type row struct {
	group string // rows of one group follow each other
	cells []cell
}

// cell is the text of one cell in parts that stand under each other in all rows: value, interval, mark, margin.
type cell []string

// remark is a list of sentences under a common heading.
type remark struct {
	title string
	lines []string
}

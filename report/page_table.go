package report

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// pageTable is one of the tables, under each other, that a grid becomes on a page: some of its columns, and how wide they are.
type pageTable struct {
	columns []int
	widths  []float64 // in digits
}

// The page is one of A4 with margins of 25 mm, in the font of 12 points that LibreOffice takes where pandoc's is not installed: of
// those in use it has the widest letters.
const (
	pageDigits  = 59.0
	cellPadding = 1.65 // between the columns of a word processor, and what percents round off
	mostWord    = 24.0 // a longer word is broken
	leastRow    = 16.0 // of the words that name a row
	leastWords  = 12.0 // of other words
)

// columnRoom is the width of a column: what it needs so that neither word nor interval breaks, and what it wishes so that no line does.
type columnRoom struct{ need, wish float64 }

// pageTables cuts a grid into as few tables as have room on a page, alike full, each with the columns that say what a row is about.
func pageTables(g grid) []pageTable {
	rooms := make([]columnRoom, len(g.columns))
	for k := range g.columns {
		rooms[k] = g.room(k)
	}
	fewest := len(g.cut(rooms, math.Inf(1)))
	most := 1.0
	for len(g.cut(rooms, most)) > fewest {
		most++
	}
	tables := g.cut(rooms, most)
	for n := range tables {
		tables[n].shareOut(g, rooms)
	}
	return tables
}

// room measures a column. Words have some room beside the longest of them: labels in four lines are more trouble than a second table.
func (g grid) room(k int) columnRoom {
	var r columnRoom
	for word := range strings.FieldsSeq(g.columns[k].header) {
		r.need = max(r.need, breadth(word))
	}
	r.wish = r.need
	for _, row := range g.rows {
		text := unbroken(row.cells[k], g.columns[k].align)
		r.wish = max(r.wish, breadth(text))
		for word := range strings.SplitSeq(text, " ") {
			r.need = max(r.need, breadth(word))
		}
	}
	switch {
	case k == 0:
		r.need = max(min(r.need, mostWord), min(r.wish, leastRow))
	case g.columns[k].align == words:
		r.need = max(min(r.need, mostWord), min(r.wish, leastWords))
	}
	return columnRoom{r.need + cellPadding, r.wish + cellPadding}
}

// cut fills tables from the left, each up to the page and up to a sum of wishes.
func (g grid) cut(rooms []columnRoom, most float64) []pageTable {
	keys, step := max(1, g.keys), max(1, g.together)
	var named pageTable
	needed := 0.0
	for k := range keys {
		named.columns = append(named.columns, k)
		needed += rooms[k].need
	}
	var tables []pageTable
	need, wish := math.Inf(1), 0.0
	for first := keys; first < len(rooms); first += step {
		next, more := min(first+step, len(rooms)), columnRoom{}
		for _, room := range rooms[first:next] {
			more.need, more.wish = more.need+room.need, more.wish+room.wish
		}
		if need+more.need > pageDigits || wish+more.wish > most {
			tables = append(tables, pageTable{columns: slices.Clone(named.columns)})
			need, wish = needed, 0
		}
		last := &tables[len(tables)-1]
		for k := first; k < next; k++ {
			last.columns = append(last.columns, k)
		}
		need, wish = need+more.need, wish+more.wish
	}
	if len(tables) == 0 { // nothing but what names the rows
		return []pageTable{named}
	}
	return tables
}

// shareOut gives every column what it needs, and what is left of the page first to the numbers, so that their intervals stand beside
// them, then to the words.
func (p *pageTable) shareOut(g grid, rooms []columnRoom) {
	p.widths = make([]float64, len(p.columns))
	left := pageDigits
	for n, k := range p.columns {
		p.widths[n] = rooms[k].need
		left -= rooms[k].need
	}
	for _, wordy := range []bool{false, true} {
		p.widen(rooms, &left, func(k int) bool { return (g.columns[k].align == words) == wordy })
	}
}

// widen gives what is left bit by bit to all of some columns that wish for more.
func (p *pageTable) widen(rooms []columnRoom, left *float64, of func(k int) bool) {
	const bit = 0.5
	for given := true; given; {
		given = false
		for n, k := range p.columns {
			if *left >= bit && p.widths[n] < rooms[k].wish && of(k) {
				p.widths[n] += bit
				*left -= bit
				given = true
			}
		}
	}
}

// breadth measures a text in digits of the page's font, DejaVu Serif: its letters in classes, each as wide as the widest in it.
func breadth(text string) float64 {
	sum := 0.0
	for _, r := range text {
		sum += breadthOf(r)
	}
	return sum
}

func breadthOf(r rune) float64 {
	for _, class := range []struct {
		width   float64
		letters string
	}{
		{0.53, "ijl .,:;|/'’·-" + noBreak},
		{0.63, "ftIJ!()[]¹²³⁴⁵⁶⁷⁸⁹⁰"},
		{0.81, "rsz–*_†‡“”"},
		{0.95, "acevxyo?"},
		{1.17, "ABEFKLPSTVXYZ"},
		{1.32, "CDGOQRU+−±=~<>"},
		{1.4, "wHN&●○"},
		{1.62, "mMW%@"},
	} {
		if strings.ContainsRune(class.letters, r) {
			return class.width
		}
	}
	switch {
	case twwidth.Width(string(r)) > 1:
		return 1.65
	case unicode.IsUpper(r):
		return 1.32
	}
	return 1.02
}

// only is a grid with some of its columns.
func (g grid) only(columns []int) grid {
	some := grid{grouped: g.grouped, keys: g.keys}
	for _, k := range columns {
		some.columns = append(some.columns, g.columns[k])
	}
	for _, r := range g.rows {
		cells := make([]cell, len(columns))
		for n, k := range columns {
			cells[n] = r.cells[k]
		}
		some.rows = append(some.rows, row{group: r.group, cells: cells})
	}
	return some
}

// paged writes a grid as the tables that it becomes on a page.
func (t *gridTables) paged(b *bytes.Buffer, g grid) error {
	if err := g.check(); err != nil {
		return err
	}
	if len(g.columns) == 0 {
		return nil // a section of lines alone
	}
	for n, p := range pageTables(g) {
		var table bytes.Buffer
		if err := t.markdown(&table, g.only(p.columns)); err != nil {
			return err
		}
		if n > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.dashed(table.String()))
	}
	return nil
}

// dashed gives a Markdown table its widths by the dashes below its head, of which there is one for every percent of the page: pandoc
// and Quarto read them so where a line is longer than 72 letters, as this one is.
func (p pageTable) dashed(table string) string {
	lines := strings.SplitN(table, "\n", 3)
	cells := strings.Split(strings.Trim(lines[1], "|"), "|")
	sum := 0.0
	for _, width := range p.widths {
		sum += width
	}
	for n, cell := range cells {
		dashes := strings.Trim(cell, ":")
		colons := len(cell) - len(dashes)
		percent := int(math.Round(100 * p.widths[n] / sum))
		cells[n] = strings.Replace(cell, dashes, strings.Repeat("-", max(1, percent-colons)), 1)
	}
	lines[1] = "|" + strings.Join(cells, "|") + "|"
	return strings.Join(lines, "\n")
}

package report

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/olekukonko/tablewriter/tw"

	"github.com/cxgap/cxgap/analysis"
)

// TableOptions adapt a table to where it is shown.
type TableOptions struct {
	Width  int // columns of the terminal; 0: not a terminal
	Color  bool
	Detail bool // with the tables behind the gap table
	Plot   bool // with importance against performance drawn
}

// plainWidth is the width of a table that is not shown on a terminal: what most screens and mails show unbroken.
const plainWidth = 100

// Bounds of the first column, whose texts are wrapped.
const (
	leastLabel     = 18
	narrowestLabel = 12 // where a table would else be split
	mostLabel      = 44
)

// gutter stands between columns, groupIndent before the rows of a group.
const (
	gutter      = "  "
	groupIndent = " "
)

// Table writes a result for a terminal.
func Table(w io.Writer, r *analysis.Result, o TableOptions) error {
	return newDocument(r, o.Detail).table(w, o)
}

// DriversTable writes what matters to whom for a terminal.
func DriversTable(w io.Writer, r *analysis.Result, o TableOptions) error {
	return newDriversDocument(r, o.Plot).table(w, o)
}

func (d *document) table(w io.Writer, o TableOptions) error {
	if o.Width <= 0 {
		o.Width = plainWidth
	}
	t := &tableRenderer{options: o}
	t.line(t.bold(d.title))
	t.remarks(d.facts)
	for i, s := range d.sections {
		t.line("")
		if i > 0 {
			for _, line := range wrap(s.title, o.Width) {
				t.line(t.bold(line))
			}
		}
		if err := t.grid(s.grid); err != nil {
			return err
		}
		for _, line := range s.drawing {
			t.line(line)
		}
		for _, line := range s.lines {
			t.wrapped("", line)
		}
		for n, note := range s.notes {
			t.wrapped("", superscript(n+1)+" "+note)
		}
	}
	t.line("")
	t.remarks(d.remarks)
	_, err := w.Write(t.out.Bytes())
	return err
}

// remarks writes remarks, each below the one before.
func (t *tableRenderer) remarks(remarks []remark) {
	for _, remark := range remarks {
		for i, line := range remark.lines {
			head := strings.ToLower(remark.title) + ": "
			if i > 0 {
				head = strings.Repeat(" ", len(head))
			}
			t.wrapped(head, line)
		}
	}
}

type tableRenderer struct {
	options TableOptions
	out     bytes.Buffer
	tables  gridTables
}

func (t *tableRenderer) line(text string) {
	const reset = "\x1b[0m"
	text = strings.TrimRight(text, " ")
	if body, colored := strings.CutSuffix(text, reset); colored { // tablewriter ends a coloured line with its padding inside
		text = strings.TrimRight(body, " ") + reset
	}
	t.out.WriteString(strings.ReplaceAll(text, noBreak, " "))
	t.out.WriteByte('\n')
}

// wrapped writes a text under a head, its further lines indented as far as the head.
func (t *tableRenderer) wrapped(head, text string) {
	indent := strings.Repeat(" ", max(2, twwidth.Width(head)))
	lines := wrap(text, t.options.Width-twwidth.Width(indent))
	for i, line := range lines {
		if i == 0 {
			t.line(head + line)
		} else {
			t.line(indent + line)
		}
	}
}

// wrap breaks a text at blanks into lines of at most this width; a longer word is broken. A no-break space stays.
func wrap(text string, width int) []string {
	width = max(1, width)
	var lines []string
	line, used := "", 0
	for _, word := range strings.Split(text, " ") {
		for _, piece := range pieces(word, width) {
			w := twwidth.Width(piece)
			switch {
			case line == "":
				line, used = piece, w
			case used+1+w <= width:
				line, used = line+" "+piece, used+1+w
			default:
				lines = append(lines, line)
				line, used = piece, w
			}
		}
	}
	return append(lines, line)
}

// pieces breaks a word that is wider than a line.
func pieces(word string, width int) []string {
	if twwidth.Width(word) <= width {
		return []string{word}
	}
	var all []string
	piece := ""
	for _, r := range word {
		if piece != "" && twwidth.Width(piece+string(r)) > width {
			all = append(all, piece)
			piece = ""
		}
		piece += string(r)
	}
	return append(all, piece)
}

func (t *tableRenderer) bold(text string) string {
	if !t.options.Color {
		return text
	}
	return "\x1b[1m" + text + "\x1b[0m"
}

// colored gives the marks of verdicts their colour; the marks tell apart without it.
func (t *tableRenderer) colored(part string) string {
	if !t.options.Color {
		return part
	}
	colors := map[string]string{"●": "\x1b[33m", "○": "\x1b[2m", "=": "\x1b[32m", "~": "\x1b[2m"}
	if color, mark := colors[part]; mark {
		return color + part + "\x1b[0m"
	}
	return part
}

// grid writes a table; one that is too wide is split into several with the same first column.
func (t *tableRenderer) grid(g grid) error {
	if err := g.check(); err != nil {
		return err
	}
	if len(g.columns) == 0 {
		return nil // a section of lines alone
	}
	texts := t.texts(g)
	widths := make([]int, len(g.columns))
	for k, c := range g.columns {
		widths[k] = twwidth.Width(c.header)
		for _, row := range texts {
			widths[k] = max(widths[k], twwidth.Width(row[k]))
		}
	}
	indent, widest := 0, widths[0]
	if g.grouped != "" {
		indent = len(groupIndent)
		for _, row := range g.rows { // the names of groups stand in the first column too
			widest = max(widest, twwidth.Width(row.group)-indent)
		}
	}
	keys := max(1, g.keys)
	beside := indent // what stands in every part beside the first column
	for _, width := range widths[1:keys] {
		beside += len(gutter) + width
	}
	total := beside
	for _, width := range widths[keys:] {
		total += len(gutter) + width
	}
	least := min(leastLabel, widths[0])
	if narrow := min(least, max(narrowestLabel, wrappedWidth(g, texts))); narrow+total <= t.options.Width {
		least = narrow // a label in more lines is less trouble than a table in two
	}
	for first := keys; first < len(g.columns); {
		last, used := first, beside
		for last < len(g.columns) && (last == first || least+used+len(gutter)+widths[last] <= t.options.Width) {
			used += len(gutter) + widths[last]
			last++
		}
		p := tablePart{label: min(mostLabel, max(least, t.options.Width-used), widest)}
		for k := range last {
			if k < keys || k >= first {
				p.columns, p.widths = append(p.columns, k), append(p.widths, widths[k])
			}
		}
		p.narrow(g, p.label+used-t.options.Width)
		if err := t.part(g, texts, p); err != nil {
			return err
		}
		if first = last; first < len(g.columns) {
			t.line("")
		}
	}
	return nil
}

// tablePart is what a terminal shows of a table side by side.
type tablePart struct {
	columns []int // of the table
	widths  []int // of those
	label   int   // width of the first
}

// narrow takes the width that a part has too much from its widest column of words, which is then wrapped.
func (p *tablePart) narrow(g grid, excess int) {
	widest := -1
	for n, k := range p.columns {
		if n > 0 && g.columns[k].align == words && (widest < 0 || p.widths[n] > p.widths[widest]) {
			widest = n
		}
	}
	if widest > 0 && excess > 0 {
		p.widths[widest] = max(min(leastLabel, p.widths[widest]), p.widths[widest]-excess)
	}
}

// wrappedWidth is the width to which the first column can be wrapped without breaking a word.
func wrappedWidth(g grid, texts [][]string) int {
	longest := 0
	for i, r := range g.rows {
		for _, word := range append(strings.Fields(texts[i][0]), strings.Fields(r.group)...) {
			longest = max(longest, twwidth.Width(word))
		}
	}
	return longest
}

// texts returns the cells with their parts padded so that they stand under each other.
func (t *tableRenderer) texts(g grid) [][]string {
	widths := make([][]int, len(g.columns))
	for _, r := range g.rows {
		for k, c := range r.cells {
			for p, part := range c {
				for len(widths[k]) <= p {
					widths[k] = append(widths[k], 0)
				}
				if len(c) > 1 { // a lone text, such as "supp.", stands where it likes
					widths[k][p] = max(widths[k][p], twwidth.Width(part))
				}
			}
		}
	}
	texts := make([][]string, len(g.rows))
	for i, r := range g.rows {
		for k, c := range r.cells {
			texts[i] = append(texts[i], t.cell(c, widths[k], g.columns[k].align))
		}
	}
	return texts
}

func (t *tableRenderer) cell(c cell, widths []int, align alignment) string {
	if align.left() || len(widths) == 0 || len(c) == 1 && widths[0] == 0 {
		return strings.Join(c, "")
	}
	var parts []string
	for p, width := range widths {
		part := ""
		if p < len(c) {
			part = c[p]
		}
		if width == 0 {
			continue
		}
		pad := strings.Repeat(" ", max(0, width-twwidth.Width(part)))
		if p == 0 { // numbers end under each other
			parts = append(parts, pad+part)
		} else {
			parts = append(parts, t.colored(part)+pad)
		}
	}
	if len(parts) == 2 && len(widths) == 2 { // a number with its footnote marks
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}

// part writes some columns of a table.
func (t *tableRenderer) part(g grid, texts [][]string, p tablePart) error {
	var buffer bytes.Buffer
	table := t.tables.begin(&buffer, tableStyle(g, p.columns)...)
	var header []string
	for _, k := range p.columns {
		header = append(header, g.columns[k].header)
	}
	table.Header(header)
	group, indent := "", ""
	for i, r := range g.rows {
		if g.grouped != "" && r.group != group {
			group, indent = r.group, groupIndent
			for _, line := range wrap(group, p.label+len(indent)) {
				if err := table.Append(append([]string{t.bold(line)}, make([]string, len(header)-1)...)); err != nil {
					return err
				}
			}
		}
		for _, line := range p.lines(g, texts[i], indent) {
			if err := table.Append(line); err != nil {
				return err
			}
		}
	}
	if err := errors.Join(table.Render(), t.tables.sink.err); err != nil {
		return err
	}
	for line := range strings.Lines(buffer.String()) {
		t.line(strings.TrimRight(line, " \n"))
	}
	return nil
}

// lines returns a row as the lines that its wrapped columns of words take.
func (p *tablePart) lines(g grid, texts []string, indent string) [][]string {
	columns, most := make([][]string, len(p.columns)), 1
	for n, k := range p.columns {
		switch {
		case n == 0:
			columns[n] = wrap(texts[k], p.label)
		case g.columns[k].align == words:
			columns[n] = wrap(texts[k], p.widths[n])
		default:
			columns[n] = []string{texts[k]}
		}
		most = max(most, len(columns[n]))
	}
	lines := make([][]string, most)
	for i := range lines {
		lines[i] = make([]string, len(columns))
		for n, of := range columns {
			if i < len(of) {
				lines[i][n] = of[i]
			}
		}
		if lines[i][0] != "" {
			lines[i][0] = indent + lines[i][0]
		}
	}
	return lines
}

// tableStyle is a table without lines, its cells untouched: tablewriter would otherwise rewrite headers ("95% CI" to
// "95 %  CI"), wrap cells and trim the padding that puts signs and marks under each other.
func tableStyle(g grid, columns []int) []tablewriter.Option {
	var align []tw.Align
	for n, k := range columns {
		if n > 0 && g.columns[k].align == numbers {
			align = append(align, tw.AlignRight)
		} else {
			align = append(align, tw.AlignLeft)
		}
	}
	alignment := tw.CellAlignment{Global: tw.AlignLeft, PerColumn: align}
	return []tablewriter.Option{
		tablewriter.WithHeaderAutoFormat(tw.Off), tablewriter.WithHeaderAutoWrap(tw.WrapNone), tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithTrimSpace(tw.Off), tablewriter.WithTrimLine(tw.Off),
		tablewriter.WithHeaderAlignmentConfig(alignment), tablewriter.WithRowAlignmentConfig(alignment),
		tablewriter.WithPadding(tw.Padding{Right: gutter, Overwrite: true}),
		tablewriter.WithRendition(tw.Rendition{
			Borders:  tw.BorderNone,
			Settings: tw.Settings{Lines: tw.LinesNone, Separators: tw.SeparatorsNone},
		}),
	}
}

package report

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"reflect"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/cxgap/cxgap/analysis"
)

// ClientWorkbook writes a client report as an Excel workbook: the answer, one sheet for every table of the report with its numbers
// typed, the methods, and all figures in full precision. The version for one audience has no such sheet, so that it says no more than
// its page: of few people exact means, deviations and shares come close to their answers.
func ClientWorkbook(w io.Writer, r *analysis.Result, o ClientOptions) error {
	c, err := newClientReport(r, o)
	if err != nil {
		return err
	}
	b := newWorkbook(c.language, c.result)
	b.heads = c.running()
	if waves := c.result.Waves; len(waves) > 0 {
		b.dull[strings.TrimPrefix(c.inWave(waves[len(waves)-1]), ", ")] = "" // the wave that a report is about
	}
	b.answer(c)
	for _, part := range c.parts {
		for _, s := range part.sections {
			if len(s.grid.columns) > 0 {
				b.table(part.title, s)
			}
		}
	}
	for _, part := range c.parts {
		if part.ID == "methods" {
			b.prose(part)
		}
	}
	if o.Audience == "" {
		b.figures(r)
	}
	return b.write(w, c.title)
}

// Workbook writes a result as an Excel workbook: one sheet a table, in detail if wanted, and all figures in full precision.
func Workbook(w io.Writer, r *analysis.Result, detail bool) error {
	return newWorkbook(english(), r).document(w, newDocument(r, detail), r)
}

// DriversWorkbook writes what matters to whom as an Excel workbook.
func DriversWorkbook(w io.Writer, r *analysis.Result) error {
	return newWorkbook(english(), r).document(w, newDriversDocument(r, false), r)
}

func (b *workbook) document(w io.Writer, d *document, r *analysis.Result) error {
	b.heads = d.title
	for _, s := range d.sections {
		b.table("", s)
	}
	methods := reportPart{title: "Methods"}
	for _, remark := range d.remarks {
		methods.sections = append(methods.sections, section{title: remark.title, lines: remark.lines})
	}
	b.prose(methods)
	b.figures(r)
	return b.write(w, d.title)
}

// workbook is an Excel workbook in the making; the first error ends it.
type workbook struct {
	*language
	file      *excelize.File
	heads     string // the head of printed pages
	sheets    []string
	styles    map[string]int
	dull      map[string]string // what titles say and the names of sheets need not: waves, and scales with how they are written to tell two tables apart
	audiences []nameAndShort
	err       error
}

func newWorkbook(w *language, r *analysis.Result) *workbook {
	b := &workbook{language: w, file: excelize.NewFile(), styles: map[string]int{}, dull: map[string]string{}, audiences: audienceNames(r)}
	l := newLookup(r, w)
	for _, t := range l.topics() {
		if t.unit != analysis.POMP {
			b.dull[l.scaleName(t)] = strings.Replace(t.scale, "..", "–", 1)
		}
	}
	for _, t := range l.importanceTopics() {
		b.dull[t.scale] = strings.TrimPrefix(t.scale, b.text("scale %s", ""))
	}
	return b
}

// keep remembers the first error.
func (b *workbook) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// style returns the number of a style; a number format is one of Excel's own language, whatever that of the report.
func (b *workbook) style(key string, s excelize.Style) int {
	if id, made := b.styles[key]; made {
		return id
	}
	id, err := b.file.NewStyle(&s)
	b.keep(err)
	b.styles[key] = id
	return id
}

// typeface is that of Excel's own cells.
const typeface = "Calibri"

func (b *workbook) heading() int {
	return b.style("heading", excelize.Style{Font: &excelize.Font{Bold: true, Size: 14, Family: typeface}})
}

func (b *workbook) subheading() int {
	return b.style("subheading", excelize.Style{Font: &excelize.Font{Bold: true, Family: typeface}, Border: []excelize.Border{{Type: "bottom", Color: "5A5A5A", Style: 1}}})
}

func (b *workbook) header() int { return b.headerOver(words) }

// headerOver is the header of a column, on the side where what stands below it does.
func (b *workbook) headerOver(align alignment) int {
	side, indent := "right", 0
	if align.left() {
		side, indent = "left", 1
	}
	return b.style("header "+side, excelize.Style{
		Font: &excelize.Font{Bold: true, Family: typeface}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom", Horizontal: side, Indent: indent},
		Border: []excelize.Border{{Type: "bottom", Color: "5A5A5A", Style: 1}},
	})
}

func (b *workbook) wrapped() int {
	return b.style("wrapped", excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
}

func (b *workbook) indented() int {
	return b.style("indented", excelize.Style{Alignment: &excelize.Alignment{Horizontal: "left", Indent: 1, WrapText: true, Vertical: "top"}})
}

// numeric is the style of numbers; in a column of words they stand to the left, like the words.
func (b *workbook) numeric(format string, align alignment) int {
	s := excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}} // beside the first line of words
	if align.left() {
		s.Alignment.Horizontal, s.Alignment.Indent = "left", 1
	}
	return b.style(fmt.Sprintf("number %d %s", align, format), s)
}

// words writes a text as what it is: no program may take it for a formula.
func (b *workbook) words(sheet string, column, row int, text string, style int) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.keep(err)
	b.keep(b.file.SetCellStr(sheet, at, inert(strings.ReplaceAll(text, noBreak, " "))))
	if style > 0 {
		b.keep(b.file.SetCellStyle(sheet, at, at, style))
	}
}

func (b *workbook) number(sheet string, column, row int, x float64, style int) {
	at, err := excelize.CoordinatesToCellName(column, row)
	b.keep(err)
	b.keep(b.file.SetCellFloat(sheet, at, x, -1, 64))
	if style > 0 {
		b.keep(b.file.SetCellStyle(sheet, at, at, style))
	}
}

func (b *workbook) width(sheet string, column int, width float64) {
	name, err := excelize.ColumnNumberToName(column)
	b.keep(err)
	b.keep(b.file.SetColWidth(sheet, name, name, width))
}

// answer is the sheet with the head of the report and its sentences.
func (b *workbook) answer(c *clientReport) {
	sheet := b.sheet(c.language.text("The answer"))
	b.width(sheet, 1, 26)
	b.width(sheet, 2, 110)
	b.words(sheet, 1, 1, c.title, b.heading())
	row := 2
	if c.options.Client != "" {
		b.words(sheet, 1, row, visible(c.options.Client), 0)
		row++
	}
	if c.version != "" {
		b.words(sheet, 1, row, c.version+". "+c.leftOut, 0)
		row++
	}
	b.words(sheet, 1, row, c.scope, 0)
	row += 2
	for _, f := range c.findings {
		b.words(sheet, 1, row, f.head, b.wrapped())
		b.paragraph(sheet, 2, row, f.text(), 110)
		row++
	}
	b.paragraph(sheet, 2, row+1, c.howToRead(), 110)
}

// proseColumn is how wide lines are: a single column that is wider than the paper is cut off in print by LibreOffice.
const proseColumn = 110

// prose is a sheet of lines under headings.
func (b *workbook) prose(part reportPart) {
	sheet := b.sheet(b.tabs("", part.title)...)
	b.width(sheet, 1, proseColumn)
	b.words(sheet, 1, 1, part.title, b.heading())
	row := 3
	for _, s := range part.sections {
		if len(s.lines) == 0 {
			continue
		}
		b.words(sheet, 1, row, s.title, b.subheading())
		for _, line := range s.lines {
			row++
			b.paragraph(sheet, 1, row, line, proseColumn)
		}
		row += 2
	}
}

// headerRow is where the headers of a table stand; above them its title.
const headerRow = 3

// table is the sheet of one table: a part of a cell a column, so that intervals can be computed with, then what stands below it.
func (b *workbook) table(chapter string, s section) {
	sheet := b.sheet(b.tabs(chapter, s.title)...)
	b.keep(s.grid.check())
	heading := cmp.Or(s.title, chapter)
	if chapter != "" && s.title != "" {
		heading = chapter + " · " + s.title
	}
	b.words(sheet, 1, 1, heading, b.heading())
	at := 1
	if s.grid.grouped != "" {
		b.words(sheet, 1, headerRow, s.grid.grouped, b.header())
		b.width(sheet, 1, 22)
		for i, r := range s.grid.rows {
			b.words(sheet, 1, headerRow+1+i, r.group, b.indented())
		}
		at = 2
	}
	frozen := at
	for k, column := range s.grid.columns {
		at = b.column(sheet, at, k, column, s.grid.rows)
	}
	b.freeze(sheet, frozen)
	b.titles(sheet, frozen, at-1)
	b.height(sheet, headerRow, 4)
	row := headerRow + len(s.grid.rows) + 2
	notes := append([]string{}, s.lines...)
	for n, note := range s.notes {
		notes = append(notes, superscript(n+1)+" "+note)
	}
	for _, line := range notes {
		b.below(sheet, row, max(at-1, 6), line)
		row++
	}
}

// below writes a text across the columns of a table, in as many lines as it needs.
func (b *workbook) below(sheet string, row, columns int, text string) {
	room := 0.0
	for k := 1; k <= columns; k++ {
		name, err := excelize.ColumnNumberToName(k)
		b.keep(err)
		width, err := b.file.GetColWidth(sheet, name)
		b.keep(err)
		room += width
	}
	first, err := excelize.CoordinatesToCellName(1, row)
	b.keep(err)
	last, err := excelize.CoordinatesToCellName(columns, row)
	b.keep(err)
	b.keep(b.file.MergeCell(sheet, first, last))
	b.paragraph(sheet, 1, row, text, room)
}

// paragraph writes a text into a cell of this width and makes its row as high as the text: programs do not do so by themselves when
// they open a file.
func (b *workbook) paragraph(sheet string, column, row int, text string, width float64) {
	b.words(sheet, column, row, text, b.wrapped())
	b.height(sheet, row, 1+int(float64(len([]rune(text)))/(0.95*width)))
}

// height makes a row as high as so many lines, or as a row may be at most.
func (b *workbook) height(sheet string, row, lines int) {
	b.keep(b.file.SetRowHeight(sheet, row, min(15.5*float64(lines), excelize.MaxRowHeight)))
}

// atLeast makes a row as high as so many lines, if it is lower.
func (b *workbook) atLeast(sheet string, row, lines int) {
	now, err := b.file.GetRowHeight(sheet, row)
	b.keep(err)
	if lines > 1 && 15.5*float64(lines) > now {
		b.height(sheet, row, lines)
	}
}

// freeze keeps the headers and the names of the rows in sight.
func (b *workbook) freeze(sheet string, columns int) {
	corner, err := excelize.CoordinatesToCellName(columns+1, headerRow+1)
	b.keep(err)
	b.keep(b.file.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: columns, YSplit: headerRow, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}},
	}))
}

// widestColumn is how many letters a column has room for.
const widestColumn = 60

// verdictColumn is how wide verdicts are: two short lines, for a table has one beside every gap.
const verdictColumn = 16

// narrowestColumn is how many letters a column has room for, so that the words of its header fit.
const narrowestColumn = 12

// column writes one column of a table over as many as it has pieces, and returns the number of the next free one.
func (b *workbook) column(sheet string, at, k int, c column, rows []row) int {
	spread := make([][piecesOfCell]string, len(rows))
	var used [piecesOfCell]bool
	for i, r := range rows {
		spread[i] = b.spread(r.cells[k], c.align)
		for p, text := range spread[i] {
			used[p] = used[p] || text != ""
		}
	}
	used[pieceValue] = used[pieceValue] || !used[pieceLow] // of intervals alone the ends are all that there is
	names := [piecesOfCell]string{
		c.header, b.language.text("%s, low", c.header), b.language.text("%s, high", c.header), b.language.text("%s, verdict", c.header), b.language.text("%s, notes", c.header),
	}
	for p := range piecesOfCell {
		if !used[p] {
			continue
		}
		align := c.align
		if p == pieceVerdict || p == pieceMarks {
			align = words
		}
		b.words(sheet, at, headerRow, names[p], b.headerOver(align))
		longest := 0
		for _, word := range strings.Fields(names[p]) { // a word of the header is not broken, bold as it is
			longest = max(longest, len([]rune(word)))
		}
		for i := range rows {
			text := spread[i][p]
			longest = max(longest, len([]rune(text)))
			if x, format, numeric := b.typed(text); numeric && c.align != words { // "007" is what somebody calls an item
				b.number(sheet, at, headerRow+1+i, x, b.numeric(format, c.align))
			} else if text != "" {
				b.words(sheet, at, headerRow+1+i, text, b.indented())
			}
		}
		widest := widestColumn
		if p == pieceVerdict {
			widest = verdictColumn
		}
		b.width(sheet, at, math.Min(float64(widest), math.Max(narrowestColumn, float64(longest)+3)))
		for i := range rows { // a longer text takes several lines
			b.atLeast(sheet, headerRow+1+i, 1+len([]rune(spread[i][p]))/(widest-2))
		}
		at++
	}
	return at
}

// shownDigits is how many letters a number of the tidy table has room for; the cell holds all its digits.
const shownDigits = 9

// figures is the sheet of the tidy table: one figure a row, the numbers as exact as they are.
func (b *workbook) figures(r *analysis.Result) {
	sheet := b.sheet(b.language.text("All figures"))
	kind := reflect.TypeFor[analysis.Figure]()
	b.words(sheet, 1, 1, b.language.text("All figures"), b.heading())
	column := 0
	for field := range kind.NumField() {
		name := strings.Split(kind.Field(field).Tag.Get("csv"), ",")[0]
		if name == "" || name == "-" {
			continue
		}
		column++
		b.words(sheet, column, headerRow, name, b.header())
		longest := len(name) + 1
		for i := range r.Figures {
			switch x := reflect.ValueOf(&r.Figures[i]).Elem().Field(field).Interface().(type) {
			case analysis.Number:
				if x.Defined() {
					b.number(sheet, column, headerRow+1+i, float64(x), 0)
					longest = max(longest, shownDigits)
				}
			case analysis.Notes:
				b.words(sheet, column, headerRow+1+i, strings.Join(x, " "), 0)
				longest = max(longest, len(strings.Join(x, " ")))
			default:
				if text := fmt.Sprint(x); text != "" {
					b.words(sheet, column, headerRow+1+i, text, 0)
					longest = max(longest, len([]rune(text)))
				}
			}
		}
		b.width(sheet, column, math.Min(widestColumn, float64(longest)+1))
	}
	b.titles(sheet, 1, column)
	b.across(sheet, 1)
	b.freeze(sheet, 1)
}

// write ends the workbook. Its properties hold no clock.
func (b *workbook) write(w io.Writer, title string) error {
	const never = "2000-01-01T00:00:00Z"
	b.keep(b.file.SetDocProps(&excelize.DocProperties{Title: title, Creator: "cxgap", Created: never, Modified: never}))
	b.file.SetActiveSheet(0)
	if b.err != nil {
		return b.err
	}
	_, err := b.file.WriteTo(w)
	return err
}

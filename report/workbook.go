package report

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/cxgap/cxgap/analysis"
)

// ClientWorkbook writes a client report as an Excel workbook: the answer, one sheet for every table of the report with its numbers
// typed, the methods, and all figures in full precision.
func ClientWorkbook(w io.Writer, r *analysis.Result, o ClientOptions) error {
	c, err := newClientReport(r, o)
	if err != nil {
		return err
	}
	b := newWorkbook(c.language)
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
	b.figures(r)
	return b.write(w, c.title)
}

// Workbook writes a result as an Excel workbook: one sheet a table, in detail if wanted, and all figures in full precision.
func Workbook(w io.Writer, r *analysis.Result, detail bool) error {
	return newWorkbook(english()).document(w, newDocument(r, detail), r)
}

// DriversWorkbook writes what matters to whom as an Excel workbook.
func DriversWorkbook(w io.Writer, r *analysis.Result) error {
	return newWorkbook(english()).document(w, newDriversDocument(r, false), r)
}

func (b *workbook) document(w io.Writer, d *document, r *analysis.Result) error {
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
	file   *excelize.File
	sheets []string
	styles map[string]int
	err    error
}

func newWorkbook(w *language) *workbook {
	return &workbook{language: w, file: excelize.NewFile(), styles: map[string]int{}}
}

// keep remembers the first error.
func (b *workbook) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// longestName is how long the name of a sheet may be, in the units of UTF-16: Excel counts an emoji twice.
const longestName = 31

var notInNames = strings.NewReplacer(":", " ", "\\", " ", "/", " ", "?", " ", "*", " ", "[", " ", "]", " ", "'", "’")

// sheet begins a sheet with a name made of its title: no longer than Excel has it, and of its own.
func (b *workbook) sheet(title string) string {
	n := len(b.sheets) + 1
	name := fmt.Sprintf("%d %s", n, strings.Join(strings.Fields(notInNames.Replace(title)), " "))
	name = fitting(name)
	if n == 1 {
		b.keep(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.keep(err)
	}
	b.sheets = append(b.sheets, name)
	b.printed(name)
	return name
}

// fitting cuts the name of a sheet where it is too long: in its middle, for titles of one kind differ in their ends.
func fitting(name string) string {
	const ending = 11
	units := func(runes []rune) int { return len(utf16.Encode(runes)) }
	runes := []rune(name)
	if units(runes) <= longestName {
		return name
	}
	last := len(runes)
	for last > 0 && units(runes[last-1:]) <= ending {
		last--
	}
	tail := strings.TrimLeft(string(runes[last:]), " ")
	first := 0
	for first < last && units(runes[:first+1])+1+units([]rune(tail)) <= longestName {
		first++
	}
	return strings.TrimSpace(string(runes[:first])) + "…" + tail
}

// printed sets a sheet to print across the width of a page laid on its side.
func (b *workbook) printed(name string) {
	landscape, fits, one, asMany := "landscape", true, 1, 0
	b.keep(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fits}))
	b.keep(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &one, FitToHeight: &asMany}))
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
	s := excelize.Style{CustomNumFmt: &format}
	if align.left() {
		s.Alignment = &excelize.Alignment{Horizontal: "left", Indent: 1}
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

// prose is a sheet of lines under headings.
func (b *workbook) prose(part reportPart) {
	sheet := b.sheet(part.title)
	b.width(sheet, 1, 130)
	b.words(sheet, 1, 1, part.title, b.heading())
	row := 3
	for _, s := range part.sections {
		if len(s.lines) == 0 {
			continue
		}
		b.words(sheet, 1, row, s.title, b.header())
		for _, line := range s.lines {
			row++
			b.paragraph(sheet, 1, row, line, 130)
		}
		row += 2
	}
}

// headerRow is where the headers of a table stand; above them its title.
const headerRow = 3

// sheetTitle is what a table's sheet is called: by its own title, behind that of its chapter where the title alone, such as the name
// of an audience, does not say what the table shows.
func sheetTitle(chapter, title string) string {
	const telling = 18
	if chapter != "" && title != "" && len([]rune(title)) < telling {
		return chapter + ", " + title
	}
	return cmp.Or(title, chapter)
}

// table is the sheet of one table: a part of a cell a column, so that intervals can be computed with, then what stands below it.
func (b *workbook) table(chapter string, s section) {
	sheet := b.sheet(sheetTitle(chapter, s.title))
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
			b.words(sheet, 1, headerRow+1+i, r.group, 0)
		}
		at = 2
	}
	frozen := at
	for k, column := range s.grid.columns {
		at = b.column(sheet, at, k, column, s.grid.rows)
	}
	b.freeze(sheet, frozen)
	b.spreadOver(sheet, frozen, at-1)
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

// height makes a row as high as so many lines.
func (b *workbook) height(sheet string, row, lines int) {
	b.keep(b.file.SetRowHeight(sheet, row, 15.5*float64(lines)))
}

// atLeast makes a row as high as so many lines, if it is lower.
func (b *workbook) atLeast(sheet string, row, lines int) {
	now, err := b.file.GetRowHeight(sheet, row)
	b.keep(err)
	if lines > 1 && 15.5*float64(lines) > now {
		b.height(sheet, row, lines)
	}
}

// spreadOver sets a wide table to print over several pages beside each other, each with the names of its rows and its headers: on one it
// would be too small to read.
func (b *workbook) spreadOver(sheet string, frozen, columns int) {
	const page = 190.0 // letters across a page laid on its side, at half their size
	width := 0.0
	for k := 1; k <= columns; k++ {
		name, err := excelize.ColumnNumberToName(k)
		b.keep(err)
		w, err := b.file.GetColWidth(sheet, name)
		b.keep(err)
		width += w
	}
	pages, asMany := max(1, int(math.Ceil(width/page))), 0
	landscape := "landscape"
	b.keep(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &pages, FitToHeight: &asMany}))
	last, err := excelize.ColumnNumberToName(frozen)
	b.keep(err)
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!"
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s$A:$%s,%s$%d:$%d", quoted, last, quoted, headerRow, headerRow), Scope: sheet,
	}))
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

// piece is what a column of a table is spread over: the value, the ends of its interval, its verdict, its marks.
type piece int

const (
	pieceValue piece = iota
	pieceLow
	pieceHigh
	pieceVerdict
	pieceMarks
	piecesOfCell
)

// widestColumn is how many letters a column has room for.
const widestColumn = 60

// column writes one column of a table over as many as it has pieces, and returns the number of the next free one.
func (b *workbook) column(sheet string, at, k int, c column, rows []row) int {
	spread := make([][piecesOfCell]string, len(rows))
	var used [piecesOfCell]bool
	used[pieceValue] = true
	for i, r := range rows {
		spread[i] = b.spread(r.cells[k], c.align)
		for p, text := range spread[i] {
			used[p] = used[p] || text != ""
		}
	}
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
		for i := range rows {
			text := spread[i][p]
			longest = max(longest, len([]rune(text)))
			if x, format, numeric := b.typed(text); numeric && c.align != words { // "007" is what somebody calls an item
				b.number(sheet, at, headerRow+1+i, x, b.numeric(format, c.align))
			} else if text != "" {
				b.words(sheet, at, headerRow+1+i, text, b.indented())
			}
		}
		b.width(sheet, at, math.Min(widestColumn, math.Max(16, float64(longest)+3)))
		for i := range rows { // a longer text takes several lines
			b.atLeast(sheet, headerRow+1+i, 1+len([]rune(spread[i][p]))/(widestColumn-4))
		}
		at++
	}
	return at
}

// spread takes a cell apart.
func (b *workbook) spread(c cell, align alignment) (out [piecesOfCell]string) {
	if len(c) == 1 {
		out[pieceValue] = c[0]
		if low, high, isInterval := b.ends(c[0]); isInterval && !align.left() {
			out[pieceValue], out[pieceLow], out[pieceHigh] = "", low, high
		}
		return out
	}
	out[pieceValue] = c[0]
	names := map[string]string{"●": analysis.Disparity, "○": analysis.Trivial, "=": analysis.Similar, "~": analysis.Inconclusive}
	for _, part := range c[1:] {
		if low, high, isInterval := b.ends(part); isInterval {
			out[pieceLow], out[pieceHigh] = low, high
		} else if name, isVerdict := names[part]; isVerdict {
			out[pieceVerdict] = b.word(name)
		} else {
			out[pieceMarks] += part
		}
	}
	return out
}

// ends takes an interval apart.
func (b *workbook) ends(text string) (low, high string, isInterval bool) {
	inside, opened := strings.CutPrefix(text, "[")
	inside, closed := strings.CutSuffix(inside, "]")
	if !opened || !closed {
		return "", "", false
	}
	separator := ","
	if b.language != nil {
		separator = b.separator
	}
	return strings.Cut(inside, separator+noBreak)
}

var plainDigits = regexp.MustCompile(`^[+−]?[0-9]+(\.([0-9]+))?$`)

// typed reads a number that the report has written, and the format in which it was: what is shown and what is computed with are the
// same number. The figures in full precision have a sheet of their own.
func (b *workbook) typed(text string) (x float64, format string, numeric bool) {
	thousands, point := ",", "."
	if b.language != nil {
		thousands, point = b.thousands, b.fraction
	}
	text, percent := strings.CutSuffix(text, " %")
	text = strings.ReplaceAll(text, thousands, "")
	text = strings.Replace(text, point, ".", 1)
	m := plainDigits.FindStringSubmatch(text)
	if m == nil {
		return 0, "", false
	}
	x, err := strconv.ParseFloat(strings.Replace(text, "−", "-", 1), 64)
	if err != nil {
		return 0, "", false
	}
	format = "#,##0"
	if m[2] != "" {
		format = "0." + strings.Repeat("0", len(m[2]))
	}
	if percent {
		return x / 100, format + " %", true
	}
	if strings.HasPrefix(text, "+") {
		format = "+" + format + ";−" + format + ";" + format
	}
	return x, format, true
}

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
		b.width(sheet, column, 14)
		for i := range r.Figures {
			switch x := reflect.ValueOf(&r.Figures[i]).Elem().Field(field).Interface().(type) {
			case analysis.Number:
				if x.Defined() {
					b.number(sheet, column, headerRow+1+i, float64(x), 0)
				}
			case analysis.Notes:
				b.words(sheet, column, headerRow+1+i, strings.Join(x, " "), 0)
			default:
				if text := fmt.Sprint(x); text != "" {
					b.words(sheet, column, headerRow+1+i, text, 0)
				}
			}
		}
	}
	b.width(sheet, 1, 60)
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

package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// a4 is the number of the paper in Excel.
const a4 = 9

// printed sets a sheet to print across the width of a page laid on its side, with the report's title above and its own name below.
func (b *workbook) printed(name string) {
	fits, side, edge, head := true, 0.4, 0.6, 0.3 // inches
	b.keep(b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fits}))
	b.keep(b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &head, Footer: &head}))
	b.keep(b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: "&L&8" + headerText(b.heads), OddFooter: "&L&8&A&R&8&P / &N",
	}))
	b.across(name, 1)
}

// across sets how many pages a sheet is wide in print; it is as many high as it needs.
func (b *workbook) across(name string, pages int) {
	landscape, paper, asMany := "landscape", a4, 0
	b.keep(b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &paper, FitToWidth: &pages, FitToHeight: &asMany}))
}

// headerText writes a text as the head of printed pages has it: & begins a code there, digits behind one belong to it, and the whole
// has no more than 255 letters.
func headerText(text string) string {
	const most = 100
	if runes := []rune(text); len(runes) > most {
		text = string(runes[:most]) + "…"
	}
	return " " + strings.ReplaceAll(text, "&", "&&")
}

// titles prints the headers of a table on each of its pages, and on those beside the first the names of its rows. A table that would be
// too small to read on one page is spread over several beside each other.
func (b *workbook) titles(sheet string, frozen, columns int) {
	const page = 300.0 // letters across a page laid on its side, at less than half their size
	width := 0.0
	for k := 1; k <= columns; k++ {
		name, err := excelize.ColumnNumberToName(k)
		b.keep(err)
		w, err := b.file.GetColWidth(sheet, name)
		b.keep(err)
		width += w
	}
	b.across(sheet, max(1, int(math.Ceil(width/page))))
	last, err := excelize.ColumnNumberToName(frozen)
	b.keep(err)
	quoted := "'" + strings.ReplaceAll(sheet, "'", "''") + "'!"
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("%s$A:$%s,%s$%d:$%d", quoted, last, quoted, headerRow, headerRow), Scope: sheet,
	}))
}

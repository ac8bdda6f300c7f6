package importers

import (
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
	"github.com/cxgap/cxgap/importers/xlsx"
)

const zipMagic = "PK\x03\x04"

// workbookReader reads the rows of one sheet as records. A row may end before its blank cells: they are put back.
type workbookReader struct {
	others []string // the other sheets, where nobody told which to read
	rows   *xlsx.Rows
	marks  delimited.Occurrences
	sheet  string
	width  int
	place  study.Place
	file   io.Closer

	header int      // how many records stand above the answers; 0: nobody knows yet
	given  int      // records
	row    int      // that of the record given last, from 1
	behind []string // the record behind rows that hold nothing, once these are given; nil: there are none
}

// openWorkbook opens a sheet by name, or the first that is shown.
func openWorkbook(s *source, sheet string, sum hash.Hash) (*workbookReader, error) {
	file, size, closer, err := s.anywhere(sum)
	if err != nil {
		return nil, err
	}
	w := &workbookReader{place: study.Place{File: s.name}, file: closer}
	if err := w.open(file, size, sheet); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func (w *workbookReader) open(file io.ReaderAt, size int64, name string) error {
	book, err := xlsx.Open(file, size)
	if err != nil {
		return notOpened(w.place, err)
	}
	chosen, err := w.choose(book.Sheets, name)
	if err != nil {
		return err
	}
	w.sheet = chosen.Name
	if w.rows, err = book.Rows(chosen); err != nil {
		return notOpened(w.place, err)
	}
	return nil
}

// notOpened says why an archive is not read.
func notOpened(place study.Place, err error) error {
	var foreign *xlsx.Foreign
	var large *xlsx.TooLarge
	switch {
	case errors.As(err, &foreign):
		return inputFault(place, "is "+foreign.What+", not a survey export in CSV or an Excel workbook (.xlsx)", foreign.Remedy)
	case errors.As(err, &large):
		return inputFault(place, fmt.Sprintf("is a zip archive or Excel workbook whose %s is too large once unpacked", large.Part), "save its sheet as CSV")
	}
	return inputFault(place, "is a damaged zip archive or Excel workbook (.xlsx): "+err.Error(), "open it in a spreadsheet and save it again, or as CSV")
}

// choose finds a sheet.
func (w *workbookReader) choose(sheets []xlsx.Sheet, name string) (xlsx.Sheet, error) {
	if len(sheets) == 0 {
		return xlsx.Sheet{}, inputFault(w.place, "is a workbook without a sheet", "")
	}
	chosen := -1
	var names []string
	for i, s := range sheets {
		names = append(names, s.Name)
		if name == "" && s.Cells && !s.Hidden && chosen < 0 || name != "" && s.Name == name {
			chosen = i
		}
	}
	for i, s := range sheets {
		if name == "" && s.Cells && !s.Hidden && i != chosen {
			w.others = append(w.others, s.Name)
		}
	}
	switch {
	case chosen < 0 && name == "":
		chosen = 0
	case chosen < 0:
		return xlsx.Sheet{}, &UsageError{fmt.Sprintf("%s has no sheet %q", w.place.File, name), "its sheets are " + strings.Join(names, ", ")}
	}
	if s := sheets[chosen]; !s.Cells {
		return s, inputFault(w.place, fmt.Sprintf("sheet %s cannot be read: it is no sheet of cells", s.Name), "name another with --sheet: "+strings.Join(names, ", "))
	}
	return sheets[chosen], nil
}

// Read returns the next row. Among the answers a row that holds nothing is one too, whether the sheet spells it out or leaves it out; the sheet ends
// with the last row that holds anything, for what is below has only been given a format.
func (w *workbookReader) Read() (record []string, err error) {
	if w.behind == nil {
		if record, err = w.filled(); err != nil {
			return nil, err
		}
		if w.header == 0 || w.given < w.header || w.rows.Row <= w.row+1 {
			w.given, w.row = w.given+1, w.rows.Row
			return record, nil
		}
		w.behind = record
	}
	w.given++
	if w.row++; w.row < w.rows.Row {
		return make([]string, w.width), nil
	}
	record, w.behind = w.behind, nil
	return record, nil
}

// filled returns the next row that holds anything.
func (w *workbookReader) filled() (record []string, err error) {
	for {
		err := w.rows.Next()
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		if err != nil {
			return nil, w.damaged(err)
		}
		record, blank := w.rows.Record, true
		for i, text := range record {
			if strings.HasPrefix(text, delimited.ByteOrderMark) {
				record[i] = strings.TrimPrefix(text, delimited.ByteOrderMark)
				w.marks.Note(w.rows.Row)
			}
			blank = blank && record[i] == ""
		}
		if blank {
			continue
		}
		for len(record) < w.width {
			record = append(record, "")
		}
		for len(record) > w.width && w.width > 0 && record[len(record)-1] == "" {
			record = record[:len(record)-1]
		}
		w.rows.Record = record
		return record, nil
	}
}

// damaged says where a sheet cannot be read on.
func (w *workbookReader) damaged(err error) error {
	at := study.Place{File: w.place.File, Line: max(w.rows.Row, 1)}
	if errors.Is(err, xlsx.ErrLongRow) {
		return inputFault(at, fmt.Sprintf("the row holds more than %d MiB", xlsx.MaxRow>>20), "is this a survey export?")
	}
	return inputFault(at, fmt.Sprintf("sheet %s cannot be read from here: %v", w.sheet, err), "open it in a spreadsheet and save it again, or as CSV")
}

// notices says which cells of the rows read so far say nothing although somebody filled them in.
func (w *workbookReader) notices() (notices []study.Notice) {
	add := func(code, message, hint string) {
		notices = append(notices, study.Notice{Code: code, Where: w.place.File, Message: w.place.File + ": " + message, Hint: hint})
	}
	if w.marks.N > 0 {
		notices = append(notices, joinedFiles(w.marks, w.place.File))
	}
	if l := w.rows.Unstored; l.N > 0 {
		add(study.FormulasUnread, fmt.Sprintf("%s a formula without its result, first %s: read as blank", hold(l.N), l.First),
			"open the workbook in a spreadsheet and save it, and the results are stored")
	}
	if l := w.rows.Errors; l.N > 0 {
		add(study.ErrorCells, fmt.Sprintf("%s an error in place of a value, first %s (%s): read as blank", hold(l.N), l.First, lexicon.Shorten(l.Text)), "")
	}
	return notices
}

func hold(cells int) string {
	if cells == 1 {
		return "1 cell holds"
	}
	return fmt.Sprintf("%d cells hold", cells)
}

// FieldPos returns the row of the sheet and the column of a cell.
func (w *workbookReader) FieldPos(field int) (line, column int) { return w.row, field + 1 }

// Close lets go of the file and of what was spooled.
func (w *workbookReader) Close() error {
	var err error
	if w.rows != nil {
		err = w.rows.Close()
	}
	return errors.Join(err, w.file.Close())
}

// sheetRecords returns the first records of a workbook, as wide as the widest: of the sheet that was named, or else of the first that
// holds anything. A spreadsheet program leaves an empty one before the answers easily.
func (e *Export) sheetRecords(n int) (records [][]string, err error) {
	records, others, err := e.rowsOfSheet(e.sheet, n)
	for i := 0; i < len(others) && len(records) == 0 && err == nil; i++ {
		if records, _, err = e.rowsOfSheet(others[i], n); len(records) > 0 {
			others = others[i+1:]
		}
	}
	if err != nil {
		return nil, err
	}
	e.Encoding = "xlsx, sheet " + e.sheetRead
	if len(others) > 0 && len(records) > 0 {
		e.sheets = append([]string{e.sheetRead}, others...)
		e.otherSheets = fmt.Sprintf("this is sheet %s; the workbook also has %s: name the sheet of answers with --sheet NAME (sheet: NAME in a study file)", e.sheetRead, few(others))
	}
	return records, nil
}

// sheetApart says how each of several audiences is given its sheet of a workbook; empty: it has one, or which to read was told.
func (e *Export) sheetApart() string {
	if len(e.sheets) == 0 {
		return ""
	}
	return fmt.Sprintf("if each has a sheet of its own (%s), a study file says  sheet: %s  under the audience whose it is, and so of the others, or save each sheet as a file; else ", few(quoted(e.sheets)), e.sheets[0])
}

// rowsOfSheet returns the first records of one sheet, and the other sheets where nobody told which to read.
func (e *Export) rowsOfSheet(sheet string, n int) (records [][]string, others []string, err error) {
	w, err := openWorkbook(e.source, sheet, nil)
	if err != nil {
		return nil, nil, err
	}
	defer w.Close()
	width := 0
	for len(records) < n {
		record, err := w.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		width = max(width, len(record))
		records = append(records, slices.Clone(record))
	}
	for i := range records {
		for len(records[i]) < width {
			records[i] = append(records[i], "")
		}
	}
	e.sheetRead = w.sheet
	return records, w.others, nil
}

// delimiterText is what stands between cells; empty in a workbook, and where columns are of fixed width.
func (e *Export) delimiterText() string {
	if e.workbook || e.Delimiter == 0 {
		return ""
	}
	return string(e.Delimiter)
}

// headerWidth is how many columns the header records of a sheet name.
func headerWidth(headers [][]string) int {
	width := 0
	for _, record := range headers {
		for i, c := range record {
			if strings.TrimSpace(c) != "" {
				width = max(width, i+1)
			}
		}
	}
	return width
}

package importers

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/cxgap/cxgap/analysis/study"
)

// The bounds of a workbook: its file is held in memory, its sheets are spooled to the disk when they grow.
const (
	maxWorkbook         = 256 << 20
	maxWorkbookUnpacked = 1 << 30
	maxPartInMemory     = 64 << 20 // styles, pictures and the like
	maxWorkbookInMemory = 16 << 20
)

const zipMagic = "PK\x03\x04"

// workbookReader reads the rows of one sheet as records. A row may end before its blank cells: they are put back.
type workbookReader struct {
	file        *excelize.File
	sheet       string
	raw, shown  *excelize.Rows // the numbers as they are, and as the sheet shows them: only that tells a date
	from1904    bool
	row, width  int
	record      []string
	placeOfFile study.Place
}

// openWorkbook opens a sheet by name, or the first.
func openWorkbook(s *source, sheet string, sum hash.Hash) (*workbookReader, error) {
	in, closer, err := s.open(sum)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxWorkbook+1))
	if err != nil {
		return nil, unreadable(s.name, err)
	}
	place := study.Place{File: s.name}
	if len(data) > maxWorkbook {
		return nil, inputFault(place, fmt.Sprintf("is a workbook of more than %d MiB", maxWorkbook>>20), "save its sheet as CSV")
	}
	if err := checkParts(place, data); err != nil {
		return nil, err
	}
	file, err := parseWorkbook(data)
	if err != nil {
		return nil, damagedWorkbook(place, err)
	}
	w := &workbookReader{file: file, placeOfFile: place}
	if err := w.choose(sheet); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return w, nil
}

// checkParts looks at a zip archive before anything is unpacked: is it a workbook, and how large are its parts?
func checkParts(place study.Place, data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return damagedWorkbook(place, err)
	}
	workbook, total := false, uint64(0)
	for _, part := range archive.File {
		name := strings.ToLower(strings.ReplaceAll(part.Name, "\\", "/"))
		workbook = workbook || strings.HasPrefix(name, "xl/workbook")
		spooled := strings.HasPrefix(name, "xl/worksheets/") || name == "xl/sharedstrings.xml"
		if total += part.UncompressedSize64; total > maxWorkbookUnpacked || !spooled && part.UncompressedSize64 > maxPartInMemory {
			return inputFault(place, fmt.Sprintf("is a zip archive or Excel workbook whose %s is too large once unpacked", part.Name), "save its sheet as CSV")
		}
	}
	if !workbook {
		return inputFault(place, "is a zip archive, not a survey export in CSV or an Excel workbook (.xlsx)", "unpack it, and name the export in it")
	}
	return nil
}

func damagedWorkbook(place study.Place, err error) error {
	return inputFault(place, "is a damaged zip archive or Excel workbook (.xlsx): "+err.Error(), "open it in a spreadsheet and save it again, or as CSV")
}

// parseWorkbook turns a panic over malformed bytes into an error: the parser is not ours, and the bytes are anybody's.
func parseWorkbook(data []byte) (file *excelize.File, err error) {
	defer recovered(&err)
	return excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxWorkbookUnpacked, UnzipXMLSizeLimit: maxWorkbookInMemory})
}

func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("malformed content (%v)", p)
	}
}

// choose begins a sheet.
func (w *workbookReader) choose(sheet string) (err error) {
	defer recovered(&err)
	sheets := w.file.GetSheetList()
	if len(sheets) == 0 {
		return inputFault(w.placeOfFile, "is a workbook without a sheet", "")
	}
	if w.sheet = sheets[0]; sheet != "" {
		if w.sheet = sheet; !oneOfWords(sheet, sheets...) {
			return &UsageError{fmt.Sprintf("%s has no sheet %q", w.placeOfFile.File, sheet), "its sheets are " + strings.Join(sheets, ", ")}
		}
	}
	if properties, err := w.file.GetWorkbookProps(); err == nil && properties.Date1904 != nil {
		w.from1904 = *properties.Date1904
	}
	if w.raw, err = w.file.Rows(w.sheet); err == nil {
		w.shown, err = w.file.Rows(w.sheet)
	}
	if err != nil {
		return inputFault(w.placeOfFile, fmt.Sprintf("sheet %s cannot be read: %v", w.sheet, err), "is it a sheet of cells?")
	}
	return nil
}

// Read returns the next row that holds anything.
func (w *workbookReader) Read() (record []string, err error) {
	defer recovered(&err)
	for w.raw.Next() && w.shown.Next() {
		w.row++
		raw, err := w.raw.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, err
		}
		shown, err := w.shown.Columns(excelize.Options{})
		if err != nil {
			return nil, err
		}
		w.record = w.record[:0]
		blank := true
		for i, text := range raw {
			w.record = append(w.record, w.cell(text, cell(shown, i)))
			blank = blank && text == ""
		}
		if blank {
			continue
		}
		for len(w.record) < w.width {
			w.record = append(w.record, "")
		}
		for len(w.record) > w.width && w.width > 0 && w.record[len(w.record)-1] == "" {
			w.record = w.record[:len(w.record)-1]
		}
		return w.record, nil
	}
	if err := errors.Join(w.raw.Error(), w.shown.Error()); err != nil {
		return nil, err
	}
	return nil, io.EOF
}

// FieldPos returns the row of the sheet and the column of a cell.
func (w *workbookReader) FieldPos(field int) (line, column int) { return w.row, field + 1 }

// Close lets go of the sheet and of what was spooled.
func (w *workbookReader) Close() error {
	return errors.Join(w.raw.Close(), w.shown.Close(), w.file.Close())
}

// shownDate is a number that the sheet shows as a date, a time or both.
var shownDate = lazily(`\d:\d\d|^\d{1,4}([-/.])\d{1,2}([-/.])\d{1,4}\b|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`)

// cell is the text of a cell: its number as it is stored, not as it is rounded for show; a date in the order of ISO 8601.
func (w *workbookReader) cell(raw, shown string) string {
	if raw == shown {
		return raw
	}
	if oneOfWords(shown, "TRUE", "FALSE") {
		return shown
	}
	days, err := parseNumber(raw)
	if err != nil || !shownDate().MatchString(shown) {
		return raw
	}
	at, err := excelize.ExcelDateToTime(days, w.from1904)
	if err != nil {
		return raw
	}
	if days == float64(int(days)) {
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04:05")
}

// sheetRecords returns the first records of a workbook, as wide as the widest, and the name of the sheet.
func (e *Export) sheetRecords(n int) (records [][]string, err error) {
	w, err := openWorkbook(e.source, e.sheet, nil)
	if err != nil {
		return nil, err
	}
	defer w.Close()
	width := 0
	for len(records) < n {
		record, err := w.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, recordFault(e.Name, w.row, err)
		}
		width = max(width, len(record))
		records = append(records, append([]string(nil), record...))
	}
	for i := range records {
		for len(records[i]) < width {
			records[i] = append(records[i], "")
		}
	}
	e.Encoding = "xlsx, sheet " + w.sheet
	return records, nil
}

// delimiterText is what stands between cells; empty in a workbook.
func (e *Export) delimiterText() string {
	if e.workbook {
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

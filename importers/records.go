package importers

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
)

// sniffed is how much text of an export is looked at to find its delimiter, platform and header: enough for the longest
// header that real exports have (195 columns with question texts are 30 kB), little enough to be fast.
const sniffed = 1 << 20

// sniffedRecords is how many records decide on the delimiter.
const sniffedRecords = 12

// newRecordReader reads records strictly: a quote is where RFC 4180 allows it, or the file is damaged.
func newRecordReader(text io.Reader, delimiter rune) *csv.Reader {
	r := csv.NewReader(text)
	r.Comma = delimiter
	r.FieldsPerRecord = -1 // the width is checked with a better message
	r.ReuseRecord = true
	return r
}

// firstRecords returns up to n complete records of a text of which only the beginning may be there.
func firstRecords(text []byte, delimiter rune, n int, whole bool) [][]string {
	r := newRecordReader(bytes.NewReader(text), delimiter)
	r.ReuseRecord = false
	var records [][]string
	for len(records) < n {
		record, err := r.Read()
		if err != nil {
			break
		}
		if !whole && r.InputOffset() >= int64(len(text)) {
			break // the last record may be cut
		}
		records = append(records, record)
	}
	return records
}

// findDelimiter decides by whole records, not by counting characters: header texts are full of commas, and a cell with
// several answers is full of semicolons. The delimiter that gives every record the same width above 1 wins, then the one that does so below
// titles; of several, the one with most cells; if none does, the one with the most cells in the first record. A bar is one only where it gives every record
// the same width and none of the others does.
func findDelimiter(text []byte, whole bool) rune {
	best, bestWidth, bestEven := ',', 1, uneven
	for _, delimiter := range []rune{',', ';', '\t'} {
		width, even := evenness(firstRecords(text, delimiter, sniffedRecords, whole))
		if width > 1 && (even > bestEven || even == bestEven && width > bestWidth) {
			best, bestWidth, bestEven = delimiter, width, even
		}
	}
	if bestEven != evenly {
		if width, even := evenness(firstRecords(text, '|', sniffedRecords, whole)); width > 1 && even == evenly {
			return '|'
		}
	}
	return best
}

// howEven says whether records have one width.
type howEven int

const (
	uneven      howEven = iota
	belowTitles         // all but narrower ones above them
	evenly
)

// evenness returns the width that the records have; if they have none, that of the first.
func evenness(records [][]string) (width int, even howEven) {
	if len(records) == 0 {
		return 0, uneven
	}
	table, width := len(records), len(records[len(records)-1])
	for table > 0 && len(records[table-1]) == width {
		table--
	}
	if table == 0 {
		return width, evenly
	}
	for _, record := range records[:table] {
		if len(record) >= width {
			return len(records[0]), uneven
		}
	}
	if table > mostTitles || len(records)-table < 2 {
		return len(records[0]), uneven
	}
	return width, belowTitles
}

// delimiterLine is the line that Excel writes, or wants, above a header to say what stands between cells.
var delimiterLine = lazily(`^(?i:"?sep=([^"\r\n])"?)(?:\r|\n|$)`)

// namedDelimiter returns the delimiter that the first line of a text names: it is neither a header nor an answer.
func namedDelimiter(text []byte) (delimiter rune, named bool) {
	m := delimiterLine().FindSubmatch(text)
	if m == nil {
		return 0, false
	}
	delimiter, _ = utf8.DecodeRune(m[1])
	return delimiter, delimiter != utf8.RuneError
}

// recordFault words an error of the record reader, which it met in the record that begins on a line.
func recordFault(name string, line int, err error) error {
	if errors.Is(err, errLongRecord) {
		return inputFault(study.Place{File: name, Line: line}, fmt.Sprintf("the record that begins here is longer than %d MiB", maxRecord>>20),
			`a quote (") may not be closed; or is this no survey export?`)
	}
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return unreadable(name, err)
	}
	switch {
	case errors.Is(parse.Err, csv.ErrBareQuote):
		return inputFault(study.Place{File: name, Line: parse.Line},
			`a quote (") stands inside a cell that does not begin with one`, `write such a cell as "…" with its quotes doubled`)
	case errors.Is(parse.Err, csv.ErrQuote):
		return inputFault(study.Place{File: name, Line: parse.StartLine},
			"a quoted cell that begins in this record is not closed", `the file may be cut off, or a quote (") inside a quoted cell is not doubled`)
	}
	return inputFault(study.Place{File: name, Line: parse.Line}, parse.Err.Error(), "")
}

// raggedFault says that a record does not have the header's width. In a sheet no delimiter is to blame, but what was taken for the header.
func (e *Export) raggedFault(line, cells int) study.Fault {
	hint := "a cell that holds the delimiter or a line end needs quotes around it"
	if cells == 1 && len(e.Columns) > 2 {
		hint = "if the line is a note below the answers, take it out of the file; if it is the rest of an answer: " + hint
	}
	if e.workbook {
		hint = cmp.Or(e.otherSheets, "a title above the table may count as its header: take it out, or say --header-rows")
	}
	return study.Fault{
		Place:   study.Place{File: e.Name, Line: line},
		Message: fmt.Sprintf("row has %s, the header has %d", count(cells, "cell"), len(e.Columns)),
		Hint:    hint,
	}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return study.Grouped(n) + " " + what + "s"
}

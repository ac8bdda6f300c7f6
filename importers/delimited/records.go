package delimited

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// Sniffed is how much text of an export is looked at to find its delimiter, platform and header: enough for the longest
// header that real exports have (195 columns with question texts are 30 kB), little enough to be fast.
const Sniffed = 1 << 20

// SniffedRecords is how many records decide on the delimiter.
const SniffedRecords = 12

// NewRecordReader reads records strictly: a quote is where RFC 4180 allows it, or the file is damaged.
func NewRecordReader(text io.Reader, delimiter rune) *csv.Reader {
	r := csv.NewReader(text)
	r.Comma = delimiter
	r.FieldsPerRecord = -1 // the width is checked with a better message
	r.ReuseRecord = true
	return r
}

// FirstRecords returns up to n complete records of a text of which only the beginning may be there.
func FirstRecords(text []byte, delimiter rune, n int, whole bool) [][]string {
	r := NewRecordReader(bytes.NewReader(text), delimiter)
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

// FindDelimiter decides by whole records, not by counting characters: header texts are full of commas, and a cell with
// several answers is full of semicolons. The delimiter that gives every record the same width above 1 wins, then the one that does so below
// titles; of several, the one with most cells; if none does, the one with the most cells in the first record. A bar is one only where it gives every record
// the same width and none of the others does.
func FindDelimiter(text []byte, whole bool) rune {
	best, bestWidth, bestEven := ',', 1, uneven
	for _, delimiter := range []rune{',', ';', '\t'} {
		width, even := evenness(FirstRecords(text, delimiter, SniffedRecords, whole))
		if width > 1 && (even > bestEven || even == bestEven && width > bestWidth) {
			best, bestWidth, bestEven = delimiter, width, even
		}
	}
	if bestEven != evenly {
		if width, even := evenness(FirstRecords(text, '|', SniffedRecords, whole)); width > 1 && even == evenly {
			return '|'
		}
	}
	return best
}

// MostTitles is how many records can stand above a header.
const MostTitles = 8

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
	if table > MostTitles || len(records)-table < 2 {
		return len(records[0]), uneven
	}
	return width, belowTitles
}

// WholeRowsQuoted returns the delimiter within records that stand in quotes as a whole, as if each were one cell ("a;""b""",): all of them, parted
// once more, have one width of three cells or more; 0: they are not so.
func WholeRowsQuoted(records [][]string) rune {
	const leastRecords, leastWidth = 3, 3
	if len(records) < leastRecords {
		return 0
	}
	for _, delimiter := range []rune{',', ';', '\t', '|'} {
		width := 0
		for _, record := range records {
			inner := partedAgain(record, delimiter)
			if width == 0 {
				width = len(inner)
			}
			if width < leastWidth || len(inner) != width {
				width = 0
				break
			}
		}
		if width > 0 {
			return delimiter
		}
	}
	return 0
}

// partedAgain returns the cells within the only cell of a record; nil: it has several, or what it holds is no record.
func partedAgain(record []string, delimiter rune) []string {
	if len(record) != 1 {
		return nil
	}
	r := NewRecordReader(strings.NewReader(record[0]), delimiter)
	inner, err := r.Read()
	if err != nil {
		return nil
	}
	if _, err := r.Read(); !errors.Is(err, io.EOF) {
		return nil
	}
	return inner
}

// delimiterLine is the line that Excel writes, or wants, above a header to say what stands between cells.
var delimiterLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?i:"?sep=([^"\r\n])"?)(?:\r|\n|$)`) })

// NamedDelimiter returns the delimiter that the first line of a text names: it is neither a header nor an answer.
func NamedDelimiter(text []byte) (delimiter rune, named bool) {
	m := delimiterLine().FindSubmatch(text)
	if m == nil {
		return 0, false
	}
	delimiter, _ = utf8.DecodeRune(m[1])
	return delimiter, delimiter != utf8.RuneError
}

// MaxRecord bounds the memory that one record takes: a file without line ends, or a quote that is never closed.
const MaxRecord = 16 << 20

// ErrLongRecord says that a record is longer than MaxRecord.
var ErrLongRecord = errors.New("record too long")

// RecordLimit reads text as long as a record stays within MaxRecord.
type RecordLimit struct {
	in   io.Reader
	left int
}

// NewRecordLimit returns a reader of a text whose first record begins.
func NewRecordLimit(in io.Reader) *RecordLimit { return &RecordLimit{in, MaxRecord} }

// Begin says that the next record begins.
func (l *RecordLimit) Begin() { l.left = MaxRecord }

func (l *RecordLimit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, ErrLongRecord
	}
	n, err := l.in.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

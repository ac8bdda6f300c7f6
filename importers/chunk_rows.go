package importers

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// chunkRows reads the records of one chunk after the other: one worker's tools.
type chunkRows struct {
	of      *Export
	decoded bool // chunks come as text, not as bytes
	fields  fields
	text    []byte // of the chunk
	padded  []byte // with what stands behind it
	headers int    // header records in the chunk
	counted int    // place up to which lines are counted
	line    int    // of that place
}

// open makes text of a chunk; bad is its first bad byte.
func (r *chunkRows) open(c chunk) (bad *badByte) {
	r.text, bad = c.text, c.bad
	if !r.decoded {
		r.text, bad = textOf(c.text)
	}
	r.padded = r.text[:len(r.text)+chunkPadding]
	r.counted, r.line, r.headers = 0, 1, 0
	if c.number == 0 {
		r.headers = r.of.HeaderRecords
	}
	return bad
}

// each visits the data records. Those of the header's width go to quick, by the places of their cells; what it does not take, and every
// other record, goes to careful. A chunk whose quotes break the rules, or of an unusual delimiter, is read as encoding/csv does; the
// error is its.
func (r *chunkRows) each(quick func(places []uint32) bool, careful func(cells []string, lines func(int) int)) error {
	delimiter := r.of.Delimiter
	if delimiter >= utf8.RuneSelf || delimiter == 0 || strings.ContainsRune("\"\r\n", delimiter) {
		return r.byRecord(careful)
	}
	if r.fields.split(r.text, byte(delimiter)); !r.fields.sound {
		return r.byRecord(careful)
	}
	width, headers := len(r.of.Columns), r.headers
	for n := range r.fields.records {
		places := r.fields.record(n)
		switch {
		case blankLine(places):
		case headers > 0:
			headers--
		case len(places)-1 == width && quick(places):
		default:
			r.withCare(places, careful)
		}
	}
	return nil
}

// withCare hands a record over cell by cell.
func (r *chunkRows) withCare(places []uint32, careful func(cells []string, lines func(int) int)) {
	start := int(places[0] + 1)
	r.line += bytes.Count(r.text[r.counted:start], []byte{'\n'})
	r.counted = start
	cells := make([]string, len(places)-1)
	for i := range cells {
		cells[i] = string(unquoted(r.fields.raw(places, i)))
	}
	line := r.line
	careful(cells, func(cell int) int { return line + bytes.Count(r.text[start:places[cell]+1], []byte{'\n'}) })
}

// byRecord reads the chunk as encoding/csv does.
func (r *chunkRows) byRecord(careful func(cells []string, lines func(int) int)) error {
	reader := newRecordReader(bytes.NewReader(r.text), r.of.Delimiter)
	lines := func(cell int) int { at, _ := reader.FieldPos(cell); return at }
	for n := 0; ; n++ {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return recordFault(r.of.Name, 1, err)
		}
		if n >= r.headers {
			careful(cells, lines)
		}
	}
}

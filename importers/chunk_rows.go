package importers

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/cxgap/cxgap/importers/delimited"
)

// chunkRows reads the records of one chunk after the other: one worker's tools.
type chunkRows struct {
	of      *Export
	decoded bool // chunks come as text, not as bytes
	fields  delimited.Fields
	text    []byte // of the chunk
	padded  []byte // with what stands behind it
	marks   delimited.Occurrences
	headers int // header records still to come in the chunk
	counted int // place up to which lines are counted
	line    int // of that place
}

// open makes text of a chunk; bad is its first bad byte.
func (r *chunkRows) open(c delimited.Chunk) (bad *delimited.BadByte) {
	r.text, bad, r.marks = c.Text, c.Bad, delimited.Occurrences{}
	if !r.decoded {
		r.text, bad, r.marks = delimited.TextOf(c.Text, r.of.toldUTF8)
	}
	r.padded = r.text[:len(r.text)+delimited.ChunkPadding]
	r.counted, r.line, r.headers = 0, 1, 0
	if c.Number == 0 {
		r.headers = r.of.HeaderRecords
	}
	return bad
}

// each visits the data records. Those of the header's width go to quick, by the places of their cells; what it does not take, the header once
// more, and every other record, goes to careful. From a record on whose quotes break the rules, or with an unusual delimiter from the first, the chunk is
// read as encoding/csv does; the error is its.
func (r *chunkRows) each(quick func(places []uint32) bool, careful func(cells []string, lines func(int) int)) error {
	delimiter := r.of.Delimiter
	if delimiter >= utf8.RuneSelf || delimiter == 0 || strings.ContainsRune("\"\r\n", delimiter) {
		return r.byRecord(0, careful)
	}
	width := len(r.of.Columns)
	r.fields.Open(r.padded, byte(delimiter), width)
	for at := 0; at < len(r.text); {
		places, next := r.fields.Record(at)
		switch {
		case next < 0:
			return r.byRecord(at, careful)
		case delimited.BlankLine(places):
		case r.headers > 0:
			r.headers--
		case len(places)-1 == width && !r.of.again.holdAt(&r.fields, places) && quick(places):
		default:
			r.withCare(places, careful)
		}
		at = next
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
		cells[i] = string(delimited.Unquoted(r.fields.Raw(places, i)))
	}
	line := r.line
	careful(cells, func(cell int) int { return line + bytes.Count(r.text[start:places[cell]+1], []byte{'\n'}) })
}

// byRecord reads the chunk from a record on as encoding/csv does.
func (r *chunkRows) byRecord(from int, careful func(cells []string, lines func(int) int)) error {
	before := bytes.Count(r.text[:from], []byte{'\n'})
	reader := delimited.NewRecordReader(bytes.NewReader(r.text[from:]), r.of.Delimiter)
	lines := func(cell int) int { at, _ := reader.FieldPos(cell); return before + at }
	for n := 0; ; n++ {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return placedError(recordFault(r.of.Name, 1, err), before)
		}
		if n >= r.headers {
			careful(cells, lines)
		}
	}
}

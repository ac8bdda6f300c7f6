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

// runTaker takes in the first records of a run, up to one that needs care, and returns how many.
type runTaker func(run delimited.Run) (taken int)

// oneByOne takes in a run record by record, by the places of their cells; quick is false, with nothing done, for one that needs care.
func oneByOne(quick func(places []uint32) bool) runTaker {
	return func(run delimited.Run) int {
		for i := range run.N {
			if !quick(run.Record(i)) {
				return i
			}
		}
		return run.N
	}
}

// each visits the data records. Those of the header's width go to take, run by run; what it does not take, the header once
// more, and every other record, goes to careful. From a record on whose quotes break the rules, or with an unusual delimiter from the first, the chunk is
// read as encoding/csv does; the error is its.
func (r *chunkRows) each(take runTaker, careful func(cells []string, lines func(int) int)) error {
	delimiter := r.of.Delimiter
	if delimiter >= utf8.RuneSelf || delimiter == 0 || strings.ContainsRune("\"\r\n", delimiter) {
		return r.byRecord(0, careful)
	}
	r.fields.Open(r.padded, byte(delimiter), len(r.of.Columns))
	atOnce := delimited.MostRecords
	for at := 0; at < len(r.text); {
		if r.headers == 0 {
			if run := r.fields.Run(at); run.N > 0 {
				atOnce = r.inRun(run, atOnce, take, careful)
				at = run.End(run.N)
				continue
			}
		}
		places, next := r.fields.Record(at)
		switch {
		case next < 0:
			return r.byRecord(at, careful)
		case delimited.BlankLine(places):
		case r.headers > 0:
			r.headers--
		default:
			r.withCare(places, careful)
		}
		at = next
	}
	return nil
}

// inRun visits the records of a run, as many at once as it is told, and returns how many the next run shall begin with: what stands behind a record that needed
// care was looked at in vain, and the next may need care again.
func (r *chunkRows) inRun(run delimited.Run, atOnce int, take runTaker, careful func(cells []string, lines func(int) int)) (next int) {
	for run.N > 0 {
		n := min(atOnce, run.N)
		some := run.First(n)
		taken := take(some.First(r.of.again.before(r.padded, some)))
		if taken == n {
			run, atOnce = run.Behind(n), min(2*atOnce, delimited.MostRecords)
			continue
		}
		r.withCare(run.Record(taken), careful)
		run, atOnce = run.Behind(taken+1), 1
	}
	return atOnce
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

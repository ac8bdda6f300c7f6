package importers

import (
	"bytes"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// batch is what a run of consecutive records of an export holds, read without a look at any other. Lines in it count from its
// own beginning. What needs a look at the records before it is entered later, in the order of the file: reading.enter.
type batch struct {
	text   []byte     // of the chunk; nil of a workbook
	parts  []*blockOf // by part of the export
	nobody flow       // records that belong to no audience
	rows   int        // data records, ragged ones included
	lines  int        // line ends
	faults []rowFault
	shared *sharedRecord // the first record of two audiences
	values []segmentValue
	seen   []seenRow             // what is compared with rows of other batches
	cells  []uint32              // hashes of the cells of these, where rows are compared with those of other files
	marks  delimited.Occurrences // of a text that is not decoded
	again  delimited.Occurrences // of a text read in chunks
	bad    *delimited.BadByte    // the first bad byte
	// badInFile: its line is one of the file, not of the batch.
	badInFile bool
	err       error // what ended the records before the end of the batch; its line is one of the batch
}

// rowFault is a fault of a record; faults of one record are told from left to right.
type rowFault struct {
	row int
	study.Fault
	word *wordCell // the cell is a word; nil: something else is wrong
}

// sharedRecord is a record that the conditions of two audiences select.
type sharedRecord struct{ first, second, line int }

// segmentValue is a value of a segment that this worker has not met before.
type segmentValue struct {
	segment int
	value   string
	place   study.Place
}

// seenRow is what is compared with other rows: the respondent's id, and a hash of all answers.
type seenRow struct {
	part         *part
	wave         int
	id           []byte // "" names nobody; valid as long as the batch
	line, offset int    // of the id's cell: its line, or 0 and where it stands in the text
	rowHash
}

// blockOf is the block that one part fills, and the flow of its rows. The columns of the block have room for more rows than it has.
type blockOf struct {
	part  *part
	room  int
	block study.Responses
	flow  flow
	valid bool       // an answer was seen
	from  [][]uint16 // by rating of several columns: which of them holds the answer
	days  *batchDays // nil: no column says when they answered
	// rowDays are the days of the rows of the block, where a column says them.
	rowDays []rowDay
}

func newBlock(s *study.Study, p *part) *blockOf {
	b := &blockOf{part: p}
	b.block.Audience = p.audience
	b.block.Codes, b.from = make([][]study.Code, len(p.positions)), make([][]uint16, len(p.positions))
	audience := s.Audiences[p.audience]
	if p.time >= 0 {
		b.days, b.rowDays = newBatchDays(audience.Time.Order, len(s.Waves)), []rowDay{}
	}
	b.block.Segments = make([][]string, len(p.segments))
	for k, at := range p.segments {
		if at >= 0 {
			b.block.Segments[k] = []string{}
		}
	}
	for i, r := range s.Ratings() {
		if r.Columns[audience.ID] != nil {
			b.block.Codes[i] = []study.Code{}
		}
	}
	return b
}

// makeRoom makes room for so many more rows.
func (b *blockOf) makeRoom(rows int) {
	if b.block.N+rows <= b.room {
		return
	}
	b.room = max(64, 2*b.room, b.block.N+rows)
	b.block.Wave, b.block.Straight = longer(b.block.Wave, b.room), longer(b.block.Straight, b.room)
	if b.part.weight >= 0 {
		b.block.Weight = longer(b.block.Weight, b.room)
	}
	if b.part.cluster >= 0 {
		b.block.Cluster = longer(b.block.Cluster, b.room)
	}
	if b.part.named {
		b.block.ID = longer(b.block.ID, b.room)
	}
	if b.part.duration >= 0 {
		b.block.Speeders = longer(b.block.Speeders, b.room)
	}
	for k, values := range b.block.Segments {
		if values != nil {
			b.block.Segments[k] = longer(values, b.room)
		}
	}
	for i := range b.from {
		if b.part.branches[i] != nil {
			b.from[i] = longer(b.from[i], b.room)
		}
	}
	b.makeRoomForCodes()
}

// besides is the number of codes between two columns. Without them the same row of all columns might lie at the same place of a page,
// which few lines of a cache share.
const besides = 32

// makeRoomForCodes moves the columns of codes into one longer piece of memory.
func (b *blockOf) makeRoomForCodes() {
	stride := b.room + besides
	memory := make([]study.Code, stride*len(b.block.Codes))
	for i, codes := range b.block.Codes {
		if codes != nil {
			b.block.Codes[i] = memory[i*stride : i*stride+b.room : i*stride+b.room]
			copy(b.block.Codes[i], codes)
		}
	}
}

func longer[T any](values []T, n int) []T {
	return append(values[:len(values):len(values)], make([]T, n-len(values))...)
}

// responses returns the block without the room behind its rows.
func (b *blockOf) responses() *study.Responses {
	n := b.block.N
	r := study.Responses{Audience: b.block.Audience, N: n, Wave: b.block.Wave[:n], Straight: b.block.Straight[:n]}
	if b.block.Weight != nil {
		r.Weight = b.block.Weight[:n]
	}
	if b.block.Cluster != nil {
		r.Cluster = b.block.Cluster[:n]
	}
	if b.block.ID != nil {
		r.ID = b.block.ID[:n]
	}
	if b.block.Speeders != nil {
		r.Speeders = b.block.Speeders[:n]
	}
	for _, values := range b.block.Segments {
		r.Segments = append(r.Segments, values[:min(n, len(values))])
	}
	for _, codes := range b.block.Codes {
		r.Codes = append(r.Codes, codes[:min(n, len(codes))])
	}
	return &r
}

// reset empties the batch for the next run of records.
func (b *batch) reset(text []byte) {
	for _, p := range b.parts {
		p.block.N, p.valid = 0, false
		p.flow.reset()
		if p.days != nil {
			p.days.reset()
			p.rowDays = p.rowDays[:0]
		}
	}
	b.nobody.reset()
	b.text, b.rows, b.lines = text, 0, 0
	b.faults, b.values, b.seen, b.cells = b.faults[:0], b.values[:0], b.seen[:0], b.cells[:0]
	b.shared, b.bad, b.err, b.marks, b.again = nil, nil, nil, delimited.Occurrences{}, delimited.Occurrences{}
}

// lineAt returns the line of a place in the text.
func (b *batch) lineAt(offset int) int { return 1 + bytes.Count(b.text[:offset], []byte{'\n'}) }

// flow counts the rows of one part of an export.
type flow struct {
	read, kept int
	leftEarly  int // of those kept: who may have left early
	dropped    map[study.Reason]int
}

func (f *flow) drop(why study.Reason) {
	if f.dropped == nil {
		f.dropped = map[study.Reason]int{}
	}
	f.dropped[why]++
}

func (f *flow) add(part *flow) {
	f.read += part.read
	f.kept += part.kept
	f.leftEarly += part.leftEarly
	for why, n := range part.dropped {
		if f.dropped == nil {
			f.dropped = map[study.Reason]int{}
		}
		f.dropped[why] += n
	}
}

func (f *flow) reset() {
	f.read, f.kept, f.leftEarly = 0, 0, 0
	clear(f.dropped)
}

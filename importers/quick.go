package importers

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
)

// quick reads rows whose cells it has met before, as bytes, and leaves every other row to the careful way, which decides what a cell
// means and what is wrong with it. Both ways end in rowReader.keep.
type quick struct {
	*rowReader
	fields    *fields
	delimiter byte
	selectors []selector
	status    *quickStatus // nil: every response counts
	parts     []*quickPart
	text      []byte // of the batch, with what stands behind it
	scratch   []byte
	counted   int // place up to which lines are counted
	line      int // of that place
	compared  bool
}

// selector tells which parts' conditions on a column a cell does not meet.
type selector struct {
	column int
	cells  *cellTable // to an index of failing
	fails  []uint64   // parts as bits
}

// quickStatus tells the status of a row from the cells that its platform looks at.
type quickStatus struct {
	rule    *statusRule
	cells   *cellTable // of all those cells in a row, to an index of reasons
	reasons []study.Reason
	record  []string
}

// quickPart is what one audience takes from a row.
type quickPart struct {
	*part
	block    *blockOf
	ratings  []quickRating
	unasked  []int      // ratings that this file has no column for
	waves    *cellTable // to the wave
	names    *cellTable // of clusters, to an index of clusters
	clusters []string
	groups   []*cellTable // by segment, to an index of values
	values   [][]string   // by segment
	days     *cellTable   // to an index of dates
	readDays [][2]study.Date
}

// quickRating is the column of a rating.
type quickRating struct {
	rating, column int
	codes          *cellTable
}

// mostParts is how many parts a selector can tell apart.
const mostParts = 64

// newQuick returns nil for an export that only the careful way can read.
func newQuick(r *rowReader, f *fields) *quick {
	delimiter := r.export.Delimiter
	if delimiter >= utf8.RuneSelf || delimiter == 0 || strings.ContainsRune("\"\r\n", delimiter) || len(r.parts) > mostParts {
		return nil
	}
	q := &quick{rowReader: r, fields: f, delimiter: byte(delimiter)}
	for _, p := range r.parts {
		for _, c := range p.conditions {
			q.addSelector(c.position)
		}
	}
	if rule := r.export.status; rule != nil {
		q.status = &quickStatus{rule: rule, cells: newCellTable(), record: make([]string, len(r.export.Columns))}
	}
	tables := map[string]*cellTable{}
	for i, p := range r.parts {
		q.parts = append(q.parts, newQuickPart(p, r.batch.parts[i], tables))
	}
	return q
}

func (q *quick) addSelector(column int) {
	for _, s := range q.selectors {
		if s.column == column {
			return
		}
	}
	q.selectors = append(q.selectors, selector{column: column, cells: newCellTable()})
}

// newQuickPart prepares a part; columns that are read alike share a table.
func newQuickPart(p *part, block *blockOf, tables map[string]*cellTable) *quickPart {
	q := &quickPart{part: p, block: block, waves: newCellTable(), names: newCellTable(), days: newCellTable()}
	for i, at := range p.positions {
		switch {
		case block.block.Codes[i] == nil:
		case at < 0:
			q.unasked = append(q.unasked, i)
		default:
			key := p.ratings[i].meaning()
			if tables[key] == nil {
				tables[key] = newCellTable()
			}
			q.ratings = append(q.ratings, quickRating{i, at, tables[key]})
		}
	}
	for range p.segments {
		q.groups, q.values = append(q.groups, newCellTable()), append(q.values, nil)
	}
	return q
}

// rows reads the records of the batch's text behind the header; false if it is not sound.
func (q *quick) rows(headers int) bool {
	if q.fields.split(q.batch.text, q.delimiter); !q.fields.sound {
		return false
	}
	q.text = q.batch.text[:len(q.batch.text)+chunkPadding]
	q.counted, q.line, q.compared = 0, 1, q.compare()
	for n := range q.fields.records {
		places := q.fields.record(n)
		switch {
		case blankLine(places):
		case headers > 0:
			headers--
		case len(places)-1 == len(q.export.Columns) && q.row(places):
			q.batch.rows++
		default:
			q.withCare(places)
		}
	}
	return true
}

// withCare reads a row the careful way.
func (q *quick) withCare(places []uint32) {
	start := int(places[0] + 1)
	q.line += bytes.Count(q.batch.text[q.counted:start], []byte{'\n'})
	q.counted = start
	cells := make([]string, len(places)-1)
	for i := range cells {
		cells[i] = string(unquoted(q.fields.raw(places, i)))
	}
	line := q.line
	q.cells(cells, func(cell int) int {
		return line + bytes.Count(q.batch.text[start:places[cell]+1], []byte{'\n'})
	})
}

// row takes a row in; false, with nothing done, if it needs care.
func (q *quick) row(places []uint32) bool {
	owner, one := q.owner(places)
	if !one {
		return false
	}
	status := q.statusOf(places)
	if owner < 0 {
		q.nobodys(status)
		return true
	}
	p := q.parts[owner]
	if q.dropped(status) {
		p.block.flow.read++
		p.block.flow.drop(status)
		return true
	}
	row := answeredRow{weight: 1, seenRow: seenRow{part: p.part, wave: p.waveIndex}}
	var ok bool
	if p.weight >= 0 {
		if row.weight, ok = quickNumber(unquoted(q.fields.raw(places, p.weight))); !ok || row.weight > mostWeight {
			return false
		}
		if row.weight == 0 {
			p.block.flow.read++
			p.block.flow.drop(study.ZeroWeight)
			return true
		}
	}
	if p.wave >= 0 {
		if row.wave, ok = q.waveOf(p, places); !ok {
			return false
		}
	}
	return q.answers(p, places, row)
}

// owner returns the part that a row belongs to, -1 if there is none; one is false if there are several.
func (q *quick) owner(places []uint32) (part int, one bool) {
	fails := uint64(0)
	for i := range q.selectors {
		s := &q.selectors[i]
		start, end := places[s.column]+1, places[s.column+1]
		at, known := s.cells.get(q.text, start, end)
		if !known {
			at = q.selected(s, start, end)
		}
		fails |= s.fails[at]
	}
	part = -1
	for i := range q.parts {
		if fails&(1<<i) == 0 {
			if part >= 0 {
				return 0, false
			}
			part = i
		}
	}
	return part, true
}

// answers decodes the ratings of a row and keeps it; false, with nothing done, if it needs care.
func (q *quick) answers(p *quickPart, places []uint32, row answeredRow) bool {
	answered, ok := q.codes(p, places)
	if !ok {
		return false
	}
	if p.duration >= 0 && answered {
		seconds, blank, ok := q.seconds(p, places)
		if !ok {
			return false
		}
		row.speeder = !blank && q.fast(p.part, row.wave, seconds)
	}
	cluster := ""
	if p.cluster >= 0 && answered {
		if cluster, ok = q.clusterOf(p, places); !ok {
			return false
		}
	}
	p.block.flow.read++
	if !answered {
		p.block.flow.drop(study.NoAnswer)
		return true
	}
	if p.id >= 0 {
		row.id = bytes.TrimSpace(unquoted(q.fields.raw(places, p.id)))
		row.offset = int(places[p.id] + 1)
	}
	if q.compared {
		row.answers = q.hash(places)
	}
	if !q.keep(p.block, row) {
		return true
	}
	last := p.block.block.N - 1
	if p.cluster >= 0 {
		p.block.block.Cluster[last] = cluster
	}
	if p.named {
		p.block.block.ID[last] = string(row.id)
	}
	for k, column := range p.segments {
		if column >= 0 {
			p.block.block.Segments[k][last] = q.segment(p, k, column, places)
		}
	}
	if p.time >= 0 {
		q.day(p, row.wave, places)
	}
	return true
}

// codes puts the codes of a row behind the last of the block; ok is false if a cell has none.
func (q *quick) codes(p *quickPart, places []uint32) (answered, ok bool) {
	p.block.makeRoom()
	columns, n := p.block.block.Codes, p.block.block.N
	lowest, dontKnow := study.Blank, false
	for i := range p.ratings {
		r := &p.ratings[i]
		start, end := places[r.column]+1, places[r.column+1]
		var code study.Code
		if length := end - start; length < 8 {
			key := shortKey(binary.LittleEndian.Uint64(q.text[start:]), length)
			if slot := &r.codes.slots[r.codes.slot(key)]; slot.key == key {
				code = study.Code(slot.value)
			} else if code, ok = q.code(p, r, start, end); !ok {
				return false, false
			}
		} else if code, ok = q.code(p, r, start, end); !ok {
			return false, false
		}
		columns[r.rating][n] = code
		lowest = min(lowest, code)
		dontKnow = dontKnow || code == study.DontKnow
	}
	for _, i := range p.unasked {
		columns[i][n] = study.NotShown
	}
	p.block.valid = p.block.valid || lowest.Valid()
	return lowest.Valid() || dontKnow, true
}

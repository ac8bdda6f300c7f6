package importers

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// begin makes ready for the next batch.
func (q *quick) begin() { q.compared = q.compare() || q.reading.serial }

// rows takes in the first rows of a run, up to one that needs care, and returns how many.
func (q *quick) rows(run delimited.Run) (taken int) {
	if len(q.parts) > mostParts {
		return 0
	}
	n := q.owned(run)
	for i, p := range q.parts {
		n = q.read(i, p, run, n)
	}
	for row := range n {
		if !q.row(row, run.Record(row)) {
			return row
		}
		q.batch.rows++
	}
	return n
}

// owned finds the owner and the status of each row, up to one that several parts select, and returns of how many.
func (q *quick) owned(run delimited.Run) int {
	q.owners, q.why = q.owners[:0], q.why[:0]
	for row := range run.N {
		places := run.Record(row)
		owners, owner := ^q.failing(places)&(1<<len(q.parts)-1), ofNobody
		if owners&(owners-1) != 0 {
			break
		}
		if owners != 0 {
			owner = bits.TrailingZeros64(owners)
		}
		q.owners, q.why = append(q.owners, owner), append(q.why, q.statusOf(places))
	}
	return len(q.owners)
}

// failing returns the parts, as bits, whose conditions a row does not meet.
func (q *quick) failing(places []uint32) uint64 {
	fails := uint64(0)
	for i := range q.selectors {
		s := &q.selectors[i]
		start, end := places[s.column]+1, places[s.column+1]
		at, known := s.cells.get(q.padded, start, end)
		if !known {
			at = q.selected(s, start, end)
		}
		fails |= s.fails[at]
	}
	return fails
}

// read puts the weights of a part's rows among the first n of a run and their codes behind its block, up to a row that needs care; it returns how
// many rows are left, whosever they are.
func (q *quick) read(i int, p *quickPart, run delimited.Run, n int) int {
	p.rows, p.places, p.next = p.rows[:0], p.places[:0], 0
	for row, owner := range q.owners[:n] {
		if owner == i && !q.dropped(q.why[row]) {
			p.rows, p.places = append(p.rows, row), append(p.places, row*run.Stride)
		}
	}
	if len(p.rows) == 0 {
		return n
	}
	n = q.weigh(p, run, n)
	p.block.makeRoom(len(p.rows))
	p.first = p.block.block.N
	codes := func(rating int) []study.Code { return p.block.block.Codes[rating][p.first : p.first+len(p.rows)] }
	for k := range p.ratings {
		n = p.upTo(n, q.column(p, &p.ratings[k], run, codes(p.ratings[k].rating)))
	}
	for k := range p.joined {
		n = p.upTo(n, q.joinedColumn(p, &p.joined[k], run))
	}
	for _, rating := range p.unasked {
		for k := range codes(rating) {
			codes(rating)[k] = study.NotShown
		}
	}
	return n
}

// upTo leaves of n rows those before the one at which the part's rows end that were read; what stands behind it in other columns need not be read.
func (p *quickPart) upTo(n, read int) int {
	if read < len(p.rows) {
		n = min(n, p.rows[read])
		p.rows, p.places = p.rows[:read], p.places[:read]
	}
	return n
}

// weigh reads the weights of a part's rows; those of weight 0 are left out.
func (q *quick) weigh(p *quickPart, run delimited.Run, n int) int {
	if p.weight < 0 {
		return n
	}
	p.weights = p.weights[:0]
	kept := 0
	for k, row := range p.rows {
		weight, ok := quickWeight(delimited.Unquoted(q.fields.Raw(run.Record(row), p.weight)))
		if !ok {
			n = min(n, row)
			break
		}
		if weight == 0 {
			q.why[row] = study.ZeroWeight
			continue
		}
		p.weights = append(p.weights, weight)
		p.rows[kept], p.places[kept] = row, p.places[k]
		kept++
	}
	p.rows, p.places = p.rows[:kept], p.places[:kept]
	return n
}

// quickWeight reads a weight as the careful way does; ok is false if it is none.
func quickWeight(cell []byte) (weight float64, ok bool) {
	if weight, ok = quickNumber(cell); ok {
		return weight, true
	}
	weight, err := lexicon.ParseNumber(strings.TrimSpace(string(cell))) // of many digits, as programs write them
	return weight, err == nil && weight >= 0 && weight <= mostWeight
}

// column puts the codes of a rating's cells in, and returns how many, up to a cell that has none.
func (q *quick) column(p *quickPart, r *quickRating, run delimited.Run, out []study.Code) int {
	places := run.Places[r.column:]
	for k := 0; ; k++ {
		k += r.short.column(q.padded, places, p.places[k:], out[k:])
		if k == len(p.places) {
			return k
		}
		cell := places[p.places[k]:]
		code, ok := q.code(p, r, cell[0]+1, cell[1])
		if !ok {
			return k
		}
		out[k] = code
	}
}

// row takes in one of the rows whose codes are read; false, with nothing done, if it needs care.
func (q *quick) row(row int, places []uint32) bool {
	owner, why := q.owners[row], q.why[row]
	if owner == ofNobody {
		q.nobodys(why)
		return true
	}
	p := q.parts[owner]
	if q.dropped(why) {
		p.block.flow.read++
		p.block.flow.drop(why)
		return true
	}
	kept := &q.kept
	*kept = answeredRow{weight: 1, leftEarly: why == study.LeftEarly, seenRow: seenRow{part: p.part, wave: p.waveIndex}}
	if p.weight >= 0 {
		kept.weight = p.weights[p.next]
	}
	if p.wave >= 0 {
		var ok bool
		if kept.wave, ok = q.waveOf(p, places); !ok {
			return false
		}
	}
	if !q.answers(p, places, kept) {
		return false
	}
	p.next++
	return true
}

// answers keeps a row whose codes are read; false, with nothing done, if it needs care.
func (q *quick) answers(p *quickPart, places []uint32, row *answeredRow) bool {
	var ok bool
	answered := p.advance()
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
		row.id = respondentIn(delimited.Unquoted(q.fields.Raw(places, p.id)))
		row.offset = int(places[p.id] + 1)
	}
	if q.compared {
		row.rowHash = q.reading.answers.hashFields(q.export.Columns, &q.fields, places, q.keptCells())
	}
	if !q.keep(p.block, row) {
		return true
	}
	last := p.block.block.N - 1
	if p.cluster >= 0 {
		p.block.block.Cluster[last] = cluster
	}
	if p.named {
		p.block.block.ID[last] = p.block.part.person(row.id)
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

// advance brings the codes of the next row right behind the last of the block, for rows before it may have been left out; it reports whether any
// cell says something.
func (p *quickPart) advance() (answered bool) {
	n, at := p.block.block.N, p.first+p.next
	if n != at {
		p.moveCodes(n, at)
	}
	for _, codes := range p.block.block.Codes {
		if codes != nil && codes[n].Valid() {
			p.block.valid = true
			return true
		}
	}
	return p.knowsNot(n)
}

// moveCodes moves the codes of a row of the block.
func (p *quickPart) moveCodes(to, from int) {
	for i, codes := range p.block.block.Codes {
		if codes != nil {
			codes[to] = codes[from]
		}
		if p.branches[i] != nil {
			p.block.from[i][to] = p.block.from[i][from]
		}
	}
}

// knowsNot reports whether a row of the block says "don't know" anywhere.
func (p *quickPart) knowsNot(row int) bool {
	return slices.ContainsFunc(p.ratings, func(r quickRating) bool { return p.block.block.Codes[r.rating][row] == study.DontKnow }) ||
		slices.ContainsFunc(p.joined, func(r quickJoined) bool { return p.block.block.Codes[r.rating][row] == study.DontKnow })
}

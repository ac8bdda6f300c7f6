package importers

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// quick reads rows whose cells it has met before, as bytes, and leaves every other row to the careful way, which decides what a cell
// means and what is wrong with it. Both ways end in rowReader.keep.
type quick struct {
	*rowReader
	*chunkRows
	selectors []selector
	status    *quickStatus // nil: every response counts
	parts     []*quickPart
	unknown   *shortCells // knows no cell
	scratch   []byte
	compared  bool // rows are still compared with those of the other files
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

func newQuickStatus(e *Export) *quickStatus {
	return &quickStatus{rule: e.status, cells: newCellTable(), record: make([]string, len(e.Columns))}
}

// quickPart is what one audience takes from a row.
type quickPart struct {
	*part
	block    *blockOf
	ratings  []quickRating
	runs     []ratingRun // of the ratings
	joined   []quickJoined
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
	short          *shortCells
}

// mostParts is how many parts a selector can tell apart.
const mostParts = 64

func newQuick(r *rowReader, rows *chunkRows) *quick {
	q := &quick{rowReader: r, chunkRows: rows}
	for _, p := range r.parts {
		for _, c := range p.conditions {
			q.addSelector(c.position)
		}
	}
	if r.export.status != nil {
		q.status = newQuickStatus(r.export.Export)
	}
	q.unknown = new(shortCells)
	tables := map[string]quickRating{}
	for i, p := range r.parts {
		q.parts = append(q.parts, q.newPart(p, r.batch.parts[i], tables))
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

// mostShort is how many tables of short cells there are, of 128 KiB each.
const mostShort = 16

// newPart prepares a part; columns that are read alike share their tables.
func (q *quick) newPart(p *part, block *blockOf, tables map[string]quickRating) *quickPart {
	of := &quickPart{part: p, block: block, waves: newCellTable(), names: newCellTable(), days: newCellTable()}
	for i, at := range p.positions {
		if block.block.Codes[i] == nil {
			continue
		}
		if at < 0 {
			of.unasked = append(of.unasked, i)
			continue
		}
		if p.branches[i] != nil {
			of.joined = append(of.joined, newQuickJoined(p, i))
			continue
		}
		meaning := p.ratings[i].meaning()
		shared, known := tables[meaning]
		if !known {
			shared = quickRating{codes: newCellTable(), short: q.unknown}
			if len(tables) < mostShort {
				shared.short = new(shortCells)
			}
			tables[meaning] = shared
		}
		shared.rating, shared.column = i, at
		of.ratings = append(of.ratings, shared)
	}
	of.runs = runsOf(of.ratings)
	for range p.segments {
		of.groups, of.values = append(of.groups, newCellTable()), append(of.values, nil)
	}
	return of
}

// begin makes ready for the next batch.
func (q *quick) begin() {
	q.compared = q.compare() || q.reading.serial
	q.bind()
}

// row takes a row in; false, with nothing done, if it needs care.
func (q *quick) row(places []uint32) bool {
	if !q.take(places) {
		return false
	}
	q.batch.rows++
	return true
}

func (q *quick) take(places []uint32) bool {
	if len(q.parts) > mostParts {
		return false
	}
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
	row := answeredRow{weight: 1, leftEarly: status == study.LeftEarly, seenRow: seenRow{part: p.part, wave: p.waveIndex}}
	var ok bool
	if p.weight >= 0 {
		if row.weight, ok = quickNumber(delimited.Unquoted(q.fields.Raw(places, p.weight))); !ok || row.weight > mostWeight {
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

// owner returns the part that a row belongs to, -1 if there is none; one is false if there are several.
func (q *quick) owner(places []uint32) (part int, one bool) {
	fails := q.failing(places)
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

// codes puts the codes of a row behind the last of the block; ok is false if a cell has none.
func (q *quick) codes(p *quickPart, places []uint32) (answered, ok bool) {
	if p.block.block.N == p.block.room {
		p.block.makeRoom()
		p.bind()
	}
	n, lowest := p.block.block.N, study.Blank
	for i := range p.runs {
		low, ok := q.run(p, &p.runs[i], places, n)
		if !ok {
			return false, false
		}
		lowest = min(lowest, low)
	}
	for k := range p.joined {
		code, ok := q.joined(p, &p.joined[k], places)
		if !ok {
			return false, false
		}
		lowest = min(lowest, code)
	}
	for _, i := range p.unasked {
		p.block.block.Codes[i][n] = study.NotShown
	}
	p.block.valid = p.block.valid || lowest.Valid()
	return lowest.Valid() || p.knowsNot(n), true
}

// knowsNot reports whether a row of the block says "don't know" anywhere.
func (p *quickPart) knowsNot(row int) bool {
	return slices.ContainsFunc(p.ratings, func(r quickRating) bool { return p.block.block.Codes[r.rating][row] == study.DontKnow }) ||
		slices.ContainsFunc(p.joined, func(r quickJoined) bool { return p.block.block.Codes[r.rating][row] == study.DontKnow })
}

// bind finds the columns of all blocks, which may have moved.
func (q *quick) bind() {
	for _, p := range q.parts {
		p.bind()
	}
}

func (p *quickPart) bind() {
	for i := range p.runs {
		run := &p.runs[i]
		for k, r := range run.ratings {
			run.out[k] = p.block.block.Codes[r.rating]
		}
	}
}

package importers

import "github.com/cxgap/cxgap/analysis/study"

// quick reads rows whose cells it has met before, as bytes, and leaves every other row to the careful way, which decides what a cell
// means and what is wrong with it. Both ways end in rowReader.keep.
//
// Of a run of rows it first reads weights and ratings, column by column, behind the rows of the blocks, where they count for nothing yet; then, row by
// row, the rest, which may depend on the rows before.
type quick struct {
	*rowReader
	*chunkRows
	selectors []selector
	status    *quickStatus // nil: every response counts
	parts     []*quickPart
	owners    []int          // by row of the run: its part, or ofNobody
	why       []study.Reason // by row: its status, or that its weight is 0
	kept      answeredRow    // memory: the row at hand
	unknown   *shortCells    // knows no cell
	scratch   []byte
	compared  bool // rows are still compared with those of the other files
}

// ofNobody is the owner of a row that no part selects.
const ofNobody = -1

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
	rows     []int     // of the run that it owns and counts
	places   []int     // of the run: where those of each of these rows begin
	weights  []float64 // of these rows
	first    int       // where their codes begin in the block
	next     int       // of these rows: the one that is taken in next
	ratings  []quickRating
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
	for range p.segments {
		of.groups, of.values = append(of.groups, newCellTable()), append(of.values, nil)
	}
	return of
}

package importers

import (
	"bytes"
	"context"
	"encoding/hex"
	"io"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// scanChunks makes the pass over a text with all processors.
func scanChunks(ctx context.Context, s *scan) error {
	e := s.export
	sum := io.Discard
	if s.digest != nil {
		sum = s.digest
	}
	text, encoding, closer, err := e.openChunks(sum)
	if err != nil {
		return err
	}
	defer closer.Close()
	s.info.encoding = encoding
	err = text.InParallel(ctx, e.route.workersOf(text), func() delimited.Worker { return newScanWorker(s, text.Decoded != nil) })
	if s.digest != nil {
		s.info.sha256 = hex.EncodeToString(s.digest.Sum(nil))
	}
	e.endPass(&s.info, text.Decoded)
	return err
}

// scanWorker looks at the cells of chunks; what it has counted is added up at the end, whatever it was.
type scanWorker struct {
	whole   *scan
	own     *scan
	batch   batch
	rows    *chunkRows
	quick   *quick // for the status
	columns []*cellScan
}

// cellScan counts the cells of a column by table, as long as they are few.
type cellScan struct {
	table    *cellTable
	texts    []string
	counts   []int
	grouped  bool        // the column stands together with others
	together []groupCell // of the texts, if so
}

func newScanWorker(s *scan, decoded bool) *scanWorker {
	e := s.export
	w := &scanWorker{whole: s, own: newScan(e), rows: &chunkRows{of: e, decoded: decoded}}
	w.quick = &quick{chunkRows: w.rows}
	if e.status != nil {
		w.quick.status = newQuickStatus(e)
	}
	for i := range e.Columns {
		w.columns = append(w.columns, &cellScan{table: newCellTable(), grouped: w.own.grouped[i]})
	}
	return w
}

func (w *scanWorker) Read(c delimited.Chunk) {
	w.batch.bad = w.rows.open(c)
	w.batch.badInFile = w.rows.decoded
	bad := w.batch.bad
	w.batch.reset(w.rows.text)
	w.batch.bad, w.batch.marks = bad, w.rows.marks
	w.batch.lines = bytes.Count(w.rows.text, []byte{'\n'})
	w.batch.err = w.rows.each(w.rows.filledRows(oneByOne(w.row)), w.careful)
	if w.batch.err == nil && c.Err != nil {
		w.batch.err = recordFault(w.own.export.Name, w.batch.lines+1, c.Err)
	}
}

// row takes a row in by the places of its cells.
func (w *scanWorker) row(places []uint32) bool {
	w.batch.rows++
	s := w.own
	s.flow.read++
	if why := w.quick.statusOf(places); why != "" {
		s.flow.drop(why)
		for i, c := range s.columns {
			if len(bytes.TrimSpace(delimited.Unquoted(w.rows.fields.Raw(places, i)))) > 0 {
				c.leftOut++
			}
		}
		return true
	}
	s.flow.kept++
	for i, c := range w.columns {
		at, few := c.add(s.columns[i], w.rows.padded, places[i]+1, places[i+1], s.export.Columns[i].Role)
		switch {
		case !c.grouped:
		case few:
			s.together[i] = c.together[at]
		default:
			s.together[i] = newGroupCell(string(delimited.Unquoted(w.rows.fields.Raw(places, i))))
		}
	}
	s.lookTogether()
	seen := seenRow{rowHash: w.hash(places)}
	if w.own.id >= 0 {
		seen.id, seen.offset = respondentIn(delimited.Unquoted(w.rows.fields.Raw(places, w.own.id))), int(places[w.own.id]+1)
	}
	w.batch.seen = append(w.batch.seen, seen)
	return true
}

// careful takes a row in cell by cell.
func (w *scanWorker) careful(cells []string, lines func(int) int) {
	w.batch.rows++
	e := w.own.export
	cells, fits := e.fitted(cells)
	if !fits {
		w.batch.faults = append(w.batch.faults, rowFault{row: w.batch.rows, Fault: e.raggedFault(lines(0), len(cells))})
		return
	}
	status := e.statusOf(cells)
	if status == study.RepeatedHeader {
		w.batch.again.Note(lines(0))
	}
	if w.own.add(cells, status); status != "" {
		return
	}
	seen := seenRow{rowHash: w.whole.answers.hash(e.Columns, cells, &w.batch.cells)}
	if w.own.id >= 0 {
		seen.id, seen.line = respondentIn([]byte(cells[w.own.id])), lines(w.own.id)
	}
	w.batch.seen = append(w.batch.seen, seen)
}

func (w *scanWorker) hash(places []uint32) rowHash {
	if w.whole.compared.Load() >= maxCompared {
		return rowHash{}
	}
	return w.whole.answers.hashFields(w.own.export.Columns, &w.rows.fields, places, &w.batch.cells)
}

// enter takes in what needs the order of the file.
func (w *scanWorker) Enter() error {
	s, b := w.whole, &w.batch
	s.export.source.rows(b.rows)
	for i := range b.seen {
		s.see(&b.seen[i], b)
	}
	b.noteBadByte(s.export, s.lines, &s.info)
	s.info.marks.Add(b.marks, s.lines)
	s.info.again.Add(b.again, s.lines)
	for _, f := range b.faults {
		f.Place.Line += s.lines
		s.ragged.Add(f.Fault)
	}
	err := placedError(b.err, s.lines)
	s.lines += b.lines
	s.info.rows += b.rows
	return err
}

func (w *scanWorker) Add() error { return nil }

func (w *scanWorker) Join() error { return nil }

func (w *scanWorker) Finish() {
	for i, c := range w.columns {
		c.pour(w.own.columns[i], w.own.export.Columns[i].Role)
		w.whole.columns[i].merge(w.own.columns[i], w.own.export.Columns[i].Role)
	}
	for i, g := range w.own.groups {
		w.whole.groups[i].merge(g)
	}
	for i, g := range w.own.rankings {
		w.whole.rankings[i].merge(g)
	}
	for i, e := range w.own.extremes {
		w.whole.extremes[i].merge(e)
	}
	w.whole.flow.add(&w.own.flow)
}

// add counts the cell between two places; it returns which of the texts it is, as long as they are few.
func (c *cellScan) add(to *columnScan, padded []byte, start, end uint32, role Role) (at uint32, few bool) {
	if to.cells.many {
		to.lookAt(delimited.Unquoted(padded[start:end]), role)
		return 0, false
	}
	at, known := c.table.get(padded, start, end)
	if !known {
		if len(c.texts) == maxDifferent {
			c.pour(to, role)
			return c.add(to, padded, start, end, role)
		}
		at = uint32(len(c.texts))
		c.table.put(padded, start, end, at)
		text := string(delimited.Unquoted(padded[start:end]))
		if c.texts, c.counts = append(c.texts, text), append(c.counts, 0); c.grouped {
			c.together = append(c.together, newGroupCell(text))
		}
	}
	c.counts[at]++
	return at, true
}

// pour adds what the table has counted to a column, and begins anew.
func (c *cellScan) pour(to *columnScan, role Role) {
	for i, text := range c.texts {
		to.addTimes(text, c.counts[i], role)
	}
	c.table, c.texts, c.counts, c.together = newCellTable(), nil, nil, nil
}

// lookAt notes what a cell of a column of many different ones looks like; most are told at a glance.
func (c *columnScan) lookAt(cell []byte, role Role) {
	if c.atAGlance(cell) && (role != Answer || c.manyPieces) {
		return
	}
	text := c.said(string(cell), 1)
	c.cells.add(text)
	c.look(text, 1, role)
}

// atAGlance notes a cell that is a plain number, a day with its time, or a text that is nothing special; false, with nothing noted,
// of any other. The caller looks at cells of several answers.
func (c *columnScan) atAGlance(cell []byte) bool {
	if len(cell) == 0 || cell[0] <= ' ' || cell[len(cell)-1] <= ' ' || bytes.IndexByte(cell, 0xC2) >= 0 {
		return false
	}
	if cell[0] >= '0' && cell[0] <= '9' {
		if !c.cells.texts {
			_, number := quickNumber(cell)
			if !number || bytes.HasSuffix(cell, []byte(".0")) {
				return false
			}
			c.filled++
			return true
		}
		if isPlainDateTime(cell) {
			c.filled++
			c.dates++
			return true
		}
		return false
	}
	if !c.cells.texts || len(cell) == 6 || cell[0] == '-' || isSpreadsheetError(cell) || bytes.IndexByte(cell, '@') > 0 || bytes.Contains(cell, []byte(" than ")) {
		return false
	}
	c.filled++
	return true
}

// isPlainDateTime tells 2006-01-02 15:04:05 with a day that every month has.
func isPlainDateTime(cell []byte) bool {
	const shape = "0000-00-00 00:00:00"
	if len(cell) != len(shape) {
		return false
	}
	for i := range shape {
		if digit := cell[i] >= '0' && cell[i] <= '9'; shape[i] == '0' && !digit || shape[i] != '0' && cell[i] != shape[i] {
			return false
		}
	}
	two := func(at int) byte { return 10*(cell[at]-'0') + cell[at+1] - '0' }
	month, day := two(5), two(8)
	return month >= 1 && month <= 12 && day >= 1 && day <= 28 && two(11) < 24 && two(14) < 60 && two(17) < 60
}

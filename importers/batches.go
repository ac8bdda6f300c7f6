package importers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"runtime"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// blockRows is the number of rows in a block of a workbook: large enough to make the handing over cheap, small enough for the cache.
const blockRows = 4096

// route is how the text of an export is read. The tests take other ones: by encoding/csv record by record, in chunks of a few
// bytes, with many workers; all give the same.
type route struct {
	byRecord       bool
	chunk, workers int // 0: the usual
}

// byRecord reports whether an export is read record by record.
func (e *Export) byRecord() bool {
	return e.workbook || e.reader != nil || e.rewrite != nil || e.route.byRecord
}

// readBatches reads an export batch by batch: a text in chunks by all processors; a workbook record by record, and so what is no text
// of records or whose cells are put into another form first.
func (r *reading) readBatches(ctx context.Context, e *boundExport) error {
	if e.byRecord() {
		return r.readRecords(ctx, e)
	}
	return r.readChunks(ctx, e)
}

// readRecords reads the records one by one.
func (r *reading) readRecords(ctx context.Context, e *boundExport) error {
	rows, sink := newRowReader(r, e), newPart(r.sink)
	rows.batch.reset(nil)
	hand := func() error {
		if err := r.enter(e, &rows.batch); err != nil {
			return err
		}
		if err := rows.batch.handTo(sink); err != nil {
			return err
		}
		rows.batch.reset(nil)
		return sink.Join()
	}
	info, err := e.read(ctx, func(record Record) error {
		if rows.record(record); rows.batch.rows < blockRows {
			return nil
		}
		return hand()
	}, rows.ragged)
	if last := hand(); err == nil {
		err = last
	}
	r.progress.info = info
	rows.Finish()
	return err
}

// readChunks reads the text in chunks.
func (r *reading) readChunks(ctx context.Context, e *boundExport) error {
	sum := sha256.New()
	text, encoding, closer, err := e.openChunks(sum)
	if err != nil {
		return err
	}
	defer closer.Close()
	r.progress.info.encoding = encoding
	workers := e.route.workersOf(text)
	if r.serial {
		workers = 1
	}
	err = text.InParallel(ctx, workers, func() delimited.Worker { return newBatchWorker(r, e, text.Decoded != nil) })
	r.progress.info.sha256 = hex.EncodeToString(sum.Sum(nil))
	e.endPass(&r.progress.info, text.Decoded)
	return err
}

// workersOf returns how many workers read a text.
func (r route) workersOf(text *delimited.Chunks) int {
	if r.chunk > 0 {
		text.Size = r.chunk
		return r.workers
	}
	return processors()
}

// finish adds what a worker has counted to the whole.
func (r *rowReader) Finish() {
	for i, p := range r.parts {
		all := r.export.parts[i].read()
		for k, c := range p.read() {
			reader, whole := c.reader, all[k].reader
			whole.addPoints(reader.points)
			whole.failed, whole.byOrder = whole.failed || reader.failed, whole.byOrder || reader.byOrder
			whole.ends.add(reader.ends)
		}
	}
}

// openChunks opens the text of an export to be read in chunks; its bytes go to sum. UTF-8 is taken as it lies in the file.
func (e *Export) openChunks(sum io.Writer) (text *delimited.Chunks, encoding string, closer io.Closer, err error) {
	raw, closer, err := e.source.open(sum)
	if err != nil {
		return nil, "", nil, err
	}
	start, rest, err := peek(raw, 512)
	if err != nil {
		return nil, "", nil, errors.Join(recordFault(e.Name, 1, err), closer.Close())
	}
	decoded, plain, encoding, err := e.decode(rest, start)
	if err != nil {
		return nil, "", nil, errors.Join(err, closer.Close())
	}
	text = &delimited.Chunks{Text: rest, Size: delimited.ChunkSize, Headers: e.HeaderRecords, Delimiter: e.Delimiter}
	switch {
	case plain.Decoded != "" || plain.Bad != nil:
		text.Text, text.Decoded = decoded, plain
	case bytes.HasPrefix(start, []byte(delimited.ByteOrderMark)):
		text.Text = delimited.DropBytes(rest, len(delimited.ByteOrderMark))
	}
	return text, encoding, closer, nil
}

// batchWorker reads chunks into batches and hands their blocks to a part of the sink.
type batchWorker struct {
	*rowReader
	rows  *chunkRows
	quick *quick
	sink  study.Part
}

func newBatchWorker(r *reading, e *boundExport, decoded bool) *batchWorker {
	w := &batchWorker{rowReader: newRowReader(r, e), rows: &chunkRows{of: e.Export, decoded: decoded}, sink: newPart(r.sink)}
	w.quick = newQuick(w.rowReader, w.rows)
	return w
}

func (w *batchWorker) Read(c delimited.Chunk) {
	bad := w.rows.open(c)
	w.batch.reset(w.rows.text)
	w.batch.bad, w.batch.badInFile, w.batch.marks = bad, w.rows.decoded, w.rows.marks
	w.batch.lines = bytes.Count(w.rows.text, []byte{'\n'})
	w.quick.begin()
	w.batch.err = w.rows.each(w.rows.filledRows(w.quick.rows), w.cells)
	if w.batch.err == nil && c.Err != nil {
		w.batch.err = recordFault(w.export.Name, w.batch.lines+1, c.Err)
	}
}

// cells takes in one record with care.
func (r *rowReader) cells(cells []string, lines func(int) int) {
	cells, fits := r.export.fitted(cells)
	if !fits {
		r.ragged(r.export.raggedFault(lines(0), len(cells)))
		return
	}
	record := Record{Line: lines(0), Cells: cells, Status: r.export.statusOf(cells), lines: lines}
	if record.Status == study.RepeatedHeader {
		r.batch.again.Note(record.Line)
	}
	r.record(record)
}

// ragged notes a record that has not the header's width.
func (r *rowReader) ragged(f study.Fault) {
	r.fault(f)
	r.batch.rows++
}

func (w *batchWorker) Enter() error {
	if err := w.reading.enter(w.export, &w.batch); err != nil {
		return err
	}
	return nil
}

func (w *batchWorker) Add() error { return w.batch.handTo(w.sink) }

func (w *batchWorker) Join() error { return w.sink.Join() }

// handTo hands the blocks over.
func (b *batch) handTo(sink study.Part) error {
	for _, p := range b.parts {
		if p.block.N > 0 {
			p.tallyPoints()
			if err := sink.Add(p.responses()); err != nil {
				return err
			}
		}
	}
	return nil
}

// badCell looks for the first bad byte of the file, on a line of the batch.
func (b *batch) badCell(e *Export, bad *delimited.BadByte) (at int, here bool) {
	if bad.Line > b.lines+1 {
		return 0, false
	}
	reader := delimited.NewRecordReader(bytes.NewReader(b.text), e.Delimiter)
	for {
		cells, err := reader.Read()
		if err != nil {
			return 0, false
		}
		if at, here = badCell(reader, cells, bad); here {
			return at, true
		}
	}
}

// newPart returns a part of a sink; a sink that has none gets the blocks in their order.
func newPart(sink study.Sink) study.Part {
	if s, parallel := sink.(study.ParallelSink); parallel {
		return s.Part()
	}
	return &onlyPart{sink: sink}
}

// onlyPart keeps the blocks until it is their turn.
type onlyPart struct {
	sink   study.Sink
	blocks []*study.Responses
}

func (p *onlyPart) Add(r *study.Responses) error {
	p.blocks = append(p.blocks, r)
	return nil
}

func (p *onlyPart) Join() error {
	for _, r := range p.blocks {
		if err := p.sink.Add(r); err != nil {
			return err
		}
	}
	p.blocks = p.blocks[:0]
	return nil
}

// processors is how many workers a pass has.
func processors() int { return runtime.GOMAXPROCS(0) }

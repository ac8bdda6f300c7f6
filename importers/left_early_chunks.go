package importers

import (
	"bytes"
	"context"
	"io"

	"github.com/cxgap/cxgap/importers/delimited"
)

// inChunks counts the responses of a text with all processors.
func (b *blankEnds) inChunks(ctx context.Context, e *Export) error {
	text, _, closer, err := e.openChunks(io.Discard)
	if err != nil {
		return err
	}
	defer closer.Close()
	lines := 0
	return text.InParallel(ctx, e.route.workersOf(text), func() delimited.Worker {
		return &endsWorker{
			of: e, whole: b, own: newBlankEnds(e), rows: &chunkRows{of: e, decoded: text.Decoded != nil}, filled: make([]bool, len(e.Columns)), before: &lines,
		}
	})
}

// endsWorker counts the responses of chunks; its counts are added up at the end.
type endsWorker struct {
	of         *Export
	whole, own *blankEnds
	rows       *chunkRows
	filled     []bool // memory
	before     *int   // lines of the chunks that have been entered
	lines      int    // of the present chunk
	err        error
}

func (w *endsWorker) Read(c delimited.Chunk) {
	w.rows.open(c)
	w.lines = bytes.Count(w.rows.text, []byte{'\n'})
	if w.err = w.rows.each(oneByOne(w.row), w.careful); w.err == nil && c.Err != nil {
		w.err = recordFault(w.of.Name, w.lines+1, c.Err)
	}
}

func (w *endsWorker) row(places []uint32) bool {
	if w.of.footers.holdAt(&w.rows.fields, places) {
		return true
	}
	for i := range w.filled {
		w.filled[i] = !delimited.Blank(w.rows.fields.Raw(places, i))
	}
	w.own.add(w.filled)
	return true
}

func (w *endsWorker) careful(cells []string, _ func(int) int) {
	if len(cells) == len(w.of.Columns) && !w.of.footers.hold(cells) && !w.of.again.hold(cells) {
		w.own.add(filledIn(cells, len(w.of.Columns)))
	}
}

// enter tells what is wrong with a chunk by its line in the file.
func (w *endsWorker) Enter() error {
	err := placedError(w.err, *w.before)
	*w.before += w.lines
	return err
}

func (w *endsWorker) Add() error { return nil }

func (w *endsWorker) Join() error { return nil }

func (w *endsWorker) Finish() {
	w.whole.responses += w.own.responses
	for i := range w.own.ends {
		w.whole.ends[i] += w.own.ends[i]
		w.whole.gaps[i] += w.own.gaps[i]
	}
}

package importers

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"
)

// inChunks counts the responses of a text with all processors.
func (b *blankEnds) inChunks(ctx context.Context, e *Export) error {
	text, _, closer, err := e.openChunks(io.Discard)
	if err != nil {
		return err
	}
	defer closer.Close()
	lines := 0
	return text.inParallel(ctx, e.route.workersOf(text), func() chunkWorker {
		w := &endsWorker{of: e, whole: b, own: newBlankEnds(e), rows: &chunkRows{of: e, decoded: text.decoded != nil}, before: &lines}
		w.filled = w.holdsSomething
		return w
	})
}

// endsWorker counts the responses of chunks; its counts are added up at the end.
type endsWorker struct {
	of         *Export
	whole, own *blankEnds
	rows       *chunkRows
	places     []uint32 // of the present response
	filled     func(column int) bool
	before     *int // lines of the chunks that have been entered
	lines      int  // of the present chunk
	err        error
}

func (w *endsWorker) read(c chunk) {
	w.rows.open(c)
	w.lines = bytes.Count(w.rows.text, []byte{'\n'})
	if w.err = w.rows.each(w.row, w.careful); w.err == nil && c.err != nil {
		w.err = recordFault(w.of.Name, w.lines+1, c.err)
	}
}

func (w *endsWorker) row(places []uint32) bool {
	if w.places = places; !w.of.footers.holdAt(&w.rows.fields, places) {
		w.own.add(w.filled)
	}
	return true
}

// holdsSomething reports whether a cell of the present response does; most tell by their first byte.
func (w *endsWorker) holdsSomething(column int) bool {
	raw := w.rows.fields.raw(w.places, column)
	if len(raw) == 0 || raw[0] > ' ' && raw[0] < utf8.RuneSelf && raw[0] != '"' {
		return len(raw) > 0
	}
	return len(bytes.TrimSpace(unquoted(raw))) > 0
}

func (w *endsWorker) careful(cells []string, _ func(int) int) {
	if len(cells) == len(w.of.Columns) && !w.of.footers.hold(cells) {
		w.own.add(filledIn(cells))
	}
}

// enter tells what is wrong with a chunk by its line in the file.
func (w *endsWorker) enter() error {
	err := placedError(w.err, *w.before)
	*w.before += w.lines
	return err
}

func (w *endsWorker) add() error { return nil }

func (w *endsWorker) join() error { return nil }

func (w *endsWorker) finish() {
	w.whole.responses += w.own.responses
	for i := range w.own.ends {
		w.whole.ends[i] += w.own.ends[i]
		w.whole.gaps[i] += w.own.gaps[i]
	}
}

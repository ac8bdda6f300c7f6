package importers

import (
	"context"
	"io"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// durations finds the median duration of every audience and wave that has a duration column, in a pass of its own: whether a
// respondent was a speeder can only be told when all durations are known. Seconds are counted, not kept, so that memory
// does not grow with the rows.
func (r *reading) durations(ctx context.Context) error {
	seen := secondsSeen{}
	for _, e := range r.survey.exports {
		if !slices.ContainsFunc(e.parts, func(p *part) bool { return p.duration >= 0 }) {
			continue
		}
		if err := r.damagedLater(r.countSeconds(ctx, e, seen)); err != nil {
			return err
		}
	}
	r.median = map[[2]int]float64{}
	for key, counts := range seen {
		r.median[key] = medianOf(counts)
	}
	return nil
}

// secondsSeen counts respondents by seconds, for each audience and wave.
type secondsSeen map[[2]int]map[int]int

func (s secondsSeen) add(key [2]int, seconds, n int) {
	if s[key] == nil {
		s[key] = map[int]int{}
	}
	s[key][seconds] += n
}

// countSeconds reads the durations of an export.
func (r *reading) countSeconds(ctx context.Context, e *boundExport, seen secondsSeen) error {
	if e.byRecord() {
		w := durationWorker{rowReader: newRowReader(r, e), seen: seen}
		_, err := e.read(ctx, func(record Record) error {
			w.record(record.Cells, record.Status)
			return nil
		}, func(study.Fault) {})
		return err
	}
	text, _, closer, err := e.openChunks(io.Discard)
	if err != nil {
		return err
	}
	defer closer.Close()
	return text.InParallel(ctx, e.route.workersOf(text), func() delimited.Worker {
		w := &durationWorker{rowReader: newRowReader(r, e), rows: &chunkRows{of: e.Export, decoded: text.Decoded != nil}, seen: secondsSeen{}, whole: seen}
		w.quick = newQuick(w.rowReader, w.rows)
		return w
	})
}

// durationWorker counts the durations in chunks. A duration that cannot be read is a fault of the second pass, if the row counts.
type durationWorker struct {
	*rowReader
	rows  *chunkRows
	quick *quick
	seen  secondsSeen
	whole secondsSeen
	n     int
	err   error
}

func (w *durationWorker) record(cells []string, status study.Reason) {
	if w.dropped(status) {
		return
	}
	for _, p := range w.parts {
		if p.duration < 0 || !p.selects(cells) {
			continue
		}
		if x, ok := parseDuration(cells[p.duration]); ok {
			w.count(p, p.waveOf(w.reading.survey.study, cells), x)
		}
	}
}

func (w *durationWorker) count(p *part, wave int, x float64) {
	w.seen.add([2]int{p.audience, max(0, wave)}, min(maxSeconds, int(math.Round(x))), 1)
}

func (w *durationWorker) Read(c delimited.Chunk) {
	w.rows.open(c)
	w.n = 0
	w.err = w.rows.each(w.rows.filledRows(oneByOne(w.row)), func(cells []string, _ func(int) int) {
		if w.n++; len(cells) != len(w.export.Columns) {
			return
		}
		w.record(cells, w.export.statusOf(cells))
	})
	if w.err == nil && c.Err != nil {
		w.err = recordFault(w.export.Name, 1, c.Err)
	}
}

// row takes a row in by its places.
func (w *durationWorker) row(places []uint32) bool {
	if len(w.parts) > mostParts {
		return false
	}
	w.n++
	if w.dropped(w.quick.statusOf(places)) {
		return true
	}
	fails := w.quick.failing(places)
	for i, p := range w.quick.parts {
		if p.duration < 0 || fails&(1<<i) != 0 {
			continue
		}
		x, blank, ok := w.quick.seconds(p, places)
		if !ok || blank {
			continue
		}
		wave := p.waveIndex
		if p.wave >= 0 {
			wave, _ = w.quick.waveOf(p, places)
		}
		w.count(p.part, wave, x)
	}
	return true
}

func (w *durationWorker) Enter() error {
	w.export.source.rows(w.n)
	return w.err
}

func (w *durationWorker) Add() error { return nil }

func (w *durationWorker) Join() error { return nil }

func (w *durationWorker) Finish() {
	for key, counts := range w.seen {
		for x, n := range counts {
			w.whole.add(key, x, n)
		}
	}
}

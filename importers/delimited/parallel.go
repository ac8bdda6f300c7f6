package delimited

import (
	"context"
	"sync"
)

// Worker works on one chunk at a time, beside others.
type Worker interface {
	Read(c Chunk) // by itself
	Enter() error // in the order of the file
	Add() error   // by itself
	Join() error  // in the order of the file
	Finish()      // after the last chunk, one worker after the other
}

// InParallel hands the chunks to as many workers, one for each processor; a text of one chunk, or for one worker, is read here. The
// result does not depend on who reads what: what depends on order is done in order.
func (s *Chunks) InParallel(ctx context.Context, workers int, start func() Worker) error {
	first, ok := s.next(nil)
	if !ok {
		return nil
	}
	l := &line{ctx: ctx, chunks: s, entered: newTurns(), joined: newTurns()}
	if s.ended {
		workers = 1
	}
	var others sync.WaitGroup
	for range workers - 1 {
		others.Go(func() {
			if c, ok := s.next(nil); ok {
				l.work(l.begin(start), c)
			}
		})
	}
	l.work(l.begin(start), first)
	others.Wait()
	return l.entered.failed(l.joined)
}

// line is where the workers of a pass keep their order.
type line struct {
	ctx             context.Context
	chunks          *Chunks
	entered, joined *turns
	whole           sync.Mutex // what workers begin with, and add to when they finish
}

// begin makes a worker, which copies of the whole what it needs, while no other adds to it. A worker is made for its first chunk, so that a
// small text has one.
func (l *line) begin(start func() Worker) Worker {
	l.whole.Lock()
	defer l.whole.Unlock()
	return start()
}

// work reads chunks until there are none, or one fails.
func (l *line) work(w Worker, c Chunk) {
	defer l.finish(w)
	for ok := true; ok; {
		if err := l.chunk(w, c); err != nil {
			l.entered.stop(err)
			l.joined.stop(err)
			return
		}
		c, ok = l.chunks.next(c.Text)
	}
}

func (l *line) finish(w Worker) {
	l.whole.Lock()
	defer l.whole.Unlock()
	w.Finish()
}

func (l *line) chunk(w Worker, c Chunk) error {
	if err := l.ctx.Err(); err != nil {
		return err
	}
	w.Read(c)
	if err := l.entered.take(c.Number, w.Enter); err != nil {
		return err
	}
	if err := w.Add(); err != nil {
		return err
	}
	return l.joined.take(c.Number, w.Join)
}

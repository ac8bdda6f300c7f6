package delimited

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// meeting sees to it that the second worker of a pass is made while the first finishes, if anything lets it.
type meeting struct {
	alone     bool // there is no second
	made      atomic.Int32
	second    chan struct{} // closed when the second is being made
	finishing chan struct{} // closed when the first finishes
	once      sync.Once
	together  atomic.Bool
}

func (m *meeting) start() Worker {
	if m.made.Add(1) > 1 {
		close(m.second)
		select {
		case <-m.finishing:
			m.together.Store(true)
		case <-time.After(200 * time.Millisecond):
		}
	}
	return &meetingWorker{m}
}

type meetingWorker struct{ *meeting }

func (w *meetingWorker) Read(c Chunk) {
	if c.Number == 0 && !w.alone {
		<-w.second
	}
}
func (*meetingWorker) Enter() error { return nil }
func (*meetingWorker) Add() error   { return nil }
func (*meetingWorker) Join() error  { return nil }
func (w *meetingWorker) Finish()    { w.once.Do(func() { close(w.finishing) }) }

// No worker is made while another adds to the whole what it has counted: both touch the same readers. A text of one chunk has one worker.
func TestWorkersAreMadeOneByOne(t *testing.T) {
	for name, in := range map[string]struct{ size, workers, made int }{"two chunks": {8, 2, 2}, "one chunk": {1 << 16, 8, 1}} {
		m := &meeting{alone: in.made == 1, second: make(chan struct{}), finishing: make(chan struct{})}
		text := &Chunks{Text: strings.NewReader("a,b\n1,2\n3,4\n5,6\n"), Size: in.size, Headers: 1, Delimiter: ','}
		if err := text.InParallel(context.Background(), in.workers, m.start); err != nil {
			t.Fatal(err)
		}
		if n := int(m.made.Load()); n != in.made {
			t.Errorf("%s: %d workers were made, want %d", name, n, in.made)
		}
		if m.together.Load() {
			t.Errorf("%s: a worker is made while another finishes", name)
		}
	}
}

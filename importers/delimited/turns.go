package delimited

import "sync"

// turns lets workers do what must be done in the order of a file, one after the other; an error ends it for all.
type turns struct {
	mu    sync.Mutex
	moved sync.Cond
	next  int
	err   error
}

func newTurns() *turns {
	t := &turns{}
	t.moved.L = &t.mu
	return t
}

// take waits until it is the turn of this number, and then does what is to be done; numbers run from 0 without a gap.
func (t *turns) take(number int, do func() error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.next != number && t.err == nil {
		t.moved.Wait()
	}
	if t.err != nil {
		return t.err
	}
	t.err = do()
	t.next++
	t.moved.Broadcast()
	return t.err
}

// stop ends it for all.
func (t *turns) stop(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err == nil {
		t.err = err
	}
	t.moved.Broadcast()
}

// failed returns the first error, of these turns before those that come after them.
func (t *turns) failed(later *turns) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.err != nil {
		return t.err
	}
	return later.err
}

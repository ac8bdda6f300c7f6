package importers

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/cxgap/cxgap/analysis/study"
)

// The bounds of standard input, which can be read only once: beyond a MiB it is spooled to a temporary file, of a GiB at most.
const (
	keptInMemory     = 1 << 20
	maxStandardInput = 1 << 30
)

// StandardInput keeps what a stream holds, so that it can be read as often as a file: to draft a study and to analyse it.
type StandardInput struct {
	in     io.Reader
	most   int64
	read   sync.Once
	size   int64
	memory []byte
	err    error

	// An interrupt closes the input while its reader still waits for more.
	mutex  sync.Mutex
	closed bool
	spool  *os.File // nil: all of it is in memory
}

// NewStandardInput returns the standard input that reads this stream, once and when it is first asked for.
func NewStandardInput(in io.Reader) *StandardInput {
	return &StandardInput{in: in, most: maxStandardInput}
}

// keep reads the stream, once; a meter (if not nil) is told how far, once it is long.
func (s *StandardInput) keep(meter Meter) error {
	s.read.Do(func() { s.err = s.readAll(meter) })
	return s.err
}

func (s *StandardInput) readAll(meter Meter) error {
	var start bytes.Buffer
	n, err := io.Copy(&start, io.LimitReader(s.in, keptInMemory))
	s.size, s.memory = n, start.Bytes()
	if err != nil || n < keptInMemory {
		return err
	}
	spool, err := s.newSpool()
	if err != nil {
		return err
	}
	in := io.MultiReader(&start, s.in)
	if meter != nil {
		meter.File(standardInput, -1)
		in = &meteredReader{in, meter}
	}
	rest, err := io.Copy(spool, io.LimitReader(in, s.most+1))
	s.size, s.memory = rest, nil
	if err == nil && rest > s.most {
		return inputFault(study.Place{File: standardInput}, fmt.Sprintf("more than %d MiB on standard input", s.most>>20), "write it to a file first")
	}
	return err
}

// newSpool makes the temporary file, unless the input is closed by now.
func (s *StandardInput) newSpool() (*os.File, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.closed {
		return nil, os.ErrClosed
	}
	spool, err := os.CreateTemp("", "cxgap-stdin-*")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(spool.Name()) // the open file lives on without its name; where a system forbids that, Close removes it
	s.spool = spool
	return spool, nil
}

// open returns what was read, from its beginning.
func (s *StandardInput) open() *io.SectionReader {
	if s.spool != nil {
		return io.NewSectionReader(s.spool, 0, s.size)
	}
	return io.NewSectionReader(bytes.NewReader(s.memory), 0, s.size)
}

// Close removes what was spooled.
func (s *StandardInput) Close() error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.closed = true
	if s.spool == nil {
		return nil
	}
	_ = os.Remove(s.spool.Name()) // gone already where an open file can lose its name
	return s.spool.Close()
}

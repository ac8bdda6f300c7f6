package importers

import (
	"io"
	"os"
)

// Meter is told how far reading has come. Its methods may be called from several goroutines.
type Meter interface {
	File(name string, bytes int64) // a pass through all of a file of this size begins; -1: nobody knows how long it is
	Bytes(n int)                   // so many more bytes of the file are read
	Rows(n int)                    // so many more of its records are read
}

// metered tells the source's meter of a pass through the whole file, and of its bytes as they are read.
func (s *source) metered(in io.Reader) io.Reader {
	if s.meter == nil {
		return in
	}
	size := int64(0)
	if s.in != nil {
		size = s.in.size
	} else if info, err := os.Stat(s.path); err == nil {
		size = info.Size()
	}
	s.meter.File(s.name, size)
	return &meteredReader{in, s.meter}
}

// rows tells the source's meter of records that were read.
func (s *source) rows(n int) {
	if s.meter != nil {
		s.meter.Rows(n)
	}
}

type meteredReader struct {
	in    io.Reader
	meter Meter
}

func (m *meteredReader) Read(p []byte) (int, error) {
	n, err := m.in.Read(p)
	m.meter.Bytes(n)
	return n, err
}

// meteredAt is metered for bytes that are read in any order, each once.
func (s *source) meteredAt(in io.ReaderAt, size int64) io.ReaderAt {
	if s.meter == nil {
		return in
	}
	s.meter.File(s.name, size)
	return &meteredReaderAt{in, s.meter}
}

type meteredReaderAt struct {
	in    io.ReaderAt
	meter Meter
}

func (m *meteredReaderAt) ReadAt(p []byte, at int64) (int, error) {
	n, err := m.in.ReadAt(p, at)
	m.meter.Bytes(n)
	return n, err
}

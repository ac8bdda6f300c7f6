// Package importers turns any survey export into responses: bytes, encoding, records, platform, columns, cells.
//
// An export is opened (OpenExport), its header understood by its platform, and its records read in one pass. A study is
// bound to its exports (Open) and read into a study.Sink (Survey.Read); without a study file one is drafted (Draft).
package importers

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"

	"github.com/cxgap/cxgap/analysis/study"
)

// standardInput is the name of standard input as a file.
const standardInput = "-"

// source gives the bytes of one export, as often as they are asked for.
type source struct {
	name string // as messages and results show it
	path string
	in   *StandardInput // nil: a file
	size int64          // as it lies in the file when it is found, for those who make room for it

	meter Meter // nil: none
}

// newSource finds a file; name is relative to dir unless it is absolute.
func newSource(name string, o Options) (*source, error) {
	if name == standardInput {
		return readStandardInput(o)
	}
	s := &source{name: filepath.ToSlash(name), path: pathOf(name, o.Dir), meter: o.Meter}
	if filepath.IsAbs(name) {
		s.name = filepath.Base(name) // a result holds no path of this machine
	}
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, inputFault(study.Place{File: s.name}, "no such file", "")
	case err != nil:
		return nil, unreadable(s.name, err)
	case info.IsDir():
		return nil, inputFault(study.Place{File: s.name}, "is a folder", "name its files, or a pattern such as "+s.name+"/*.csv")
	}
	s.size = info.Size()
	o.Opened.add(s.path)
	return s, nil
}

func readStandardInput(o Options) (*source, error) {
	s := &source{name: standardInput, in: o.Stdin, meter: o.Meter}
	if s.in == nil {
		return nil, inputFault(study.Place{File: s.name}, "there is no standard input", "")
	}
	var input *study.InputError
	if err := s.in.keep(o.Meter); errors.As(err, &input) {
		return nil, err
	} else if err != nil {
		return nil, unreadable(s.name, err)
	}
	s.size = s.in.size
	return s, nil
}

// identity is the same for a file under all its names: other spellings of its path, and links to it.
func (s *source) identity() string {
	if s.name == standardInput {
		return s.name
	}
	absolute, err := filepath.Abs(s.path)
	if err != nil {
		return s.path
	}
	if target, err := filepath.EvalSymlinks(absolute); err == nil {
		return target
	}
	return absolute
}

// open returns the bytes, decompressed if they are gzip, and writes them as they lie in the file to sum (if not nil).
func (s *source) open(sum io.Writer) (io.Reader, io.Closer, error) {
	var raw io.Reader
	var closer io.Closer = io.NopCloser(nil)
	if s.in != nil {
		raw = s.in.open()
	} else {
		f, err := os.Open(s.path)
		if err != nil {
			return nil, nil, unreadable(s.name, err)
		}
		raw, closer = f, f
	}
	if sum != nil {
		raw = s.metered(io.TeeReader(raw, sum))
	}
	// Whoever reads takes large pieces, past this buffer; the decompressor takes byte by byte.
	buffered := bufio.NewReader(raw)
	if magic, _ := buffered.Peek(2); string(magic) == gzipMagic {
		unpacked, err := gzip.NewReader(bufio.NewReaderSize(buffered, 64<<10))
		if err != nil {
			return nil, nil, errors.Join(unreadable(s.name, errDamagedGzip), closer.Close())
		}
		return unpacker{unpacked}, closer, nil
	}
	return buffered, closer, nil
}

// maxUnpackedWorkbook bounds a workbook within a gzip file: it is held in memory, for it is read here and there.
const maxUnpackedWorkbook = 256 << 20

// anywhere returns the bytes to be read in any order, decompressed if they are gzip; sum (if not nil) gets them as they lie in the file.
func (s *source) anywhere(sum io.Writer) (at io.ReaderAt, size int64, closer io.Closer, err error) {
	at, size, closer, err = s.raw()
	if err != nil {
		return nil, 0, nil, unreadable(s.name, err)
	}
	magic := make([]byte, 2)
	if _, err := at.ReadAt(magic, 0); err == nil && string(magic) == gzipMagic {
		at, size, err = s.unpacked(sum)
		return at, size, io.NopCloser(nil), errors.Join(err, closer.Close())
	}
	if sum != nil {
		if _, err := io.Copy(sum, io.NewSectionReader(at, 0, size)); err != nil {
			return nil, 0, nil, errors.Join(unreadable(s.name, err), closer.Close())
		}
		at = s.meteredAt(at, size)
	}
	return at, size, closer, nil
}

const gzipMagic = "\x1f\x8b"

// raw returns the bytes as they lie in the file.
func (s *source) raw() (io.ReaderAt, int64, io.Closer, error) {
	if s.in != nil {
		return s.in.open(), s.in.size, io.NopCloser(nil), nil
	}
	f, err := os.Open(s.path)
	if err != nil {
		return nil, 0, nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, nil, errors.Join(err, f.Close())
	}
	return f, info.Size(), f, nil
}

// unpacked holds the bytes of a gzip file in memory.
func (s *source) unpacked(sum io.Writer) (io.ReaderAt, int64, error) {
	in, closer, err := s.open(sum)
	if err != nil {
		return nil, 0, err
	}
	defer closer.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxUnpackedWorkbook+1))
	switch {
	case err != nil:
		return nil, 0, unreadable(s.name, err)
	case len(data) > maxUnpackedWorkbook:
		return nil, 0, inputFault(study.Place{File: s.name}, fmt.Sprintf("is a workbook of more than %d MiB in a gzip file", maxUnpackedWorkbook>>20), "unpack it")
	}
	return bytes.NewReader(data), int64(len(data)), nil
}

// begins reports whether the bytes begin with these.
func (s *source) begins(magic string) (bool, error) {
	in, closer, err := s.open(nil)
	if err != nil {
		return false, err
	}
	defer closer.Close()
	start, _, err := peek(in, len(magic))
	if err != nil {
		return false, unreadable(s.name, err)
	}
	return string(start) == magic, nil
}

// inputFault is one thing wrong with an input.
func inputFault(place study.Place, message, hint string) error {
	e := &study.InputError{}
	e.Add(study.Fault{Place: place, Message: message, Hint: hint})
	return e
}

// unpacker reads gzip and calls its damage by one name: where it meets it, a text decoder above has errors of the same kind.
type unpacker struct{ in *gzip.Reader }

var errDamagedGzip = errors.New("damaged gzip file")

func (u unpacker) Read(p []byte) (int, error) {
	n, err := u.in.Read(p)
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errDamagedGzip
	}
	return n, err
}

// unreadable says why the bytes of a file cannot be had.
func unreadable(name string, err error) error {
	if errors.Is(err, errDamagedGzip) {
		return inputFault(study.Place{File: name}, err.Error(), "it may have been cut off on its way: fetch it again, or unpack it to see how far it goes")
	}
	return inputFault(study.Place{File: name}, "cannot be read: "+cause(err).Error(), "")
}

// cause strips the operation and path from a file error: the place says them.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

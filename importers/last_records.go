package importers

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/cxgap/cxgap/importers/delimited"
)

// lastText is how much of the end of a file is looked at.
const lastText = 64 << 10

// mostReadThrough is how large a file may be that is read from its beginning to its end for its last records alone: such as people write below a
// table by hand. To read it once more would double the time of a large one.
const mostReadThrough = 4 << 20

// lastRecords returns what are probably the last records of a text, or of a sheet: lines with no more cells than the header. Records of several lines
// may be missing, and all of a file that is large and has to be unpacked.
func (e *Export) lastRecords() ([][]string, error) {
	if e.workbook {
		if large, err := e.largeToReadThrough(); large || err != nil {
			return nil, err
		}
		var last [][]string
		err := e.eachQuietly(func(r Record) {
			if len(last) == mostFooters {
				last = last[1:]
			}
			last = append(last, cloned(r.Cells))
		})
		return last, err
	}
	text, err := e.lastText()
	if err != nil {
		return nil, err
	}
	lines := strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' || r == '\r' })
	var last [][]string
	for i := len(lines) - 1; i >= 0 && len(last) < mostFooters; i-- {
		reader := delimited.NewRecordReader(strings.NewReader(lines[i]), e.Delimiter)
		reader.ReuseRecord = false
		if record, err := reader.Read(); err == nil && len(record) <= len(e.Columns) {
			last = append(last, record)
		}
	}
	return last, nil
}

// largeToReadThrough reports whether a file is too large to be read for its last records alone.
func (e *Export) largeToReadThrough() (bool, error) {
	_, size, closer, err := e.source.raw()
	if err != nil {
		return false, unreadable(e.Name, err)
	}
	return size > mostReadThrough, closer.Close()
}

// lastText returns the end of the text. Of a file that lies open it is read from there; any other is read through, unless it is large.
func (e *Export) lastText() ([]byte, error) {
	if !strings.HasPrefix(e.Encoding, "utf-16") {
		at, size, closer, err := e.source.raw()
		if err != nil {
			return nil, unreadable(e.Name, err)
		}
		defer closer.Close()
		start := make([]byte, len(gzipMagic))
		if _, err := at.ReadAt(start, 0); err == nil && string(start) != gzipMagic {
			text, err := io.ReadAll(io.NewSectionReader(at, max(0, size-lastText), lastText))
			if err != nil {
				return nil, unreadable(e.Name, err)
			}
			return text, nil
		}
	}
	if large, err := e.largeToReadThrough(); large || err != nil {
		return nil, err
	}
	in, closer, err := e.source.open(nil)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	start, rest, err := peek(in, 512)
	if err != nil {
		return nil, unreadable(e.Name, err)
	}
	text, _, _, err := e.decode(rest, start)
	if err != nil {
		return nil, err
	}
	return endOf(text)
}

// endOf reads a text and keeps its end. Damage in it is for whoever reads its records.
func endOf(text io.Reader) ([]byte, error) {
	var end bytes.Buffer
	piece := make([]byte, lastText)
	for {
		n, err := io.ReadFull(text, piece)
		end.Write(piece[:n])
		if more := end.Len() - lastText; more > 0 {
			end.Next(more)
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, errDamagedGzip) {
			return end.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
	}
}

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
	var last [][]string
	for len(text) > 0 && len(last) < mostFooters {
		begin := bytes.LastIndexAny(text, "\n\r") + 1
		line := text[begin:]
		text = text[:max(0, begin-1)]
		reader := delimited.NewRecordReader(bytes.NewReader(line), e.Delimiter)
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
			text := make([]byte, min(size, lastText))
			n, err := at.ReadAt(text, size-int64(len(text)))
			if err != nil && !errors.Is(err, io.EOF) {
				return nil, unreadable(e.Name, err)
			}
			return text[:n], nil
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

package importers

import (
	"errors"
	"hash"
	"io"

	"github.com/cxgap/cxgap/analysis/study"
)

// recordReader gives the records of an export one by one, and the place of their cells; a record is valid until the next.
type recordReader interface {
	Read() ([]string, error)
	FieldPos(field int) (line, column int)
}

// tellingReader can say, once all is read, what of the file is in no record.
type tellingReader interface{ notices() []study.Notice }

// makingReader makes cells of its own out of those of the file, and counts them.
type makingReader interface{ changes() cellChanges }

// pass is one way through an export from its beginning.
type pass struct {
	reader   recordReader
	limit    *recordLimit // nil: the reader has bounds of its own
	plain    *utf8Text    // nil: there are no bytes of text
	encoding string
	closer   io.Closer
}

// maxRecord bounds the memory that one record takes: a file without line ends, or a quote that is never closed.
const maxRecord = 16 << 20

var errLongRecord = errors.New("record too long")

// recordLimit reads text as long as a record stays within maxRecord.
type recordLimit struct {
	in   io.Reader
	left int
}

func (l *recordLimit) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLongRecord
	}
	n, err := l.in.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// begin opens an export for one pass; its bytes go to sum.
func (e *Export) begin(sum hash.Hash) (*pass, error) {
	if e.reader != nil {
		return e.reader(sum)
	}
	if e.workbook {
		w, err := openWorkbook(e.source, e.sheetRead, sum)
		if err != nil {
			return nil, err
		}
		w.width = len(e.Columns)
		return &pass{reader: w, encoding: e.Encoding, closer: w}, nil
	}
	raw, closer, err := e.source.open(sum)
	if err != nil {
		return nil, err
	}
	start, rest, err := peek(raw, 512)
	if err != nil {
		return nil, errors.Join(recordFault(e.Name, 1, err), closer.Close())
	}
	text, plain, encodingName, err := e.decode(rest, start)
	if err != nil {
		return nil, errors.Join(err, closer.Close())
	}
	limit := &recordLimit{text, maxRecord}
	return &pass{newRecordReader(limit, e.Delimiter), limit, plain, encodingName, closer}, nil
}

// next reads a record.
func (p *pass) next() ([]string, error) {
	if p.limit != nil {
		p.limit.left = maxRecord
	}
	return p.reader.Read()
}

// decode returns the text of an export as it was told, or as its first bytes were taken for.
func (e *Export) decode(in io.Reader, start []byte) (io.Reader, *utf8Text, string, error) {
	if e.encoding == "" && e.guessed != nil {
		text, plain, _, err := decode(in, start, e.guessed.encoding)
		if err == nil {
			bad := e.guessed.bad
			plain.bad = &bad
		}
		return text, plain, e.guessed.encoding, err
	}
	return decode(in, start, e.encoding)
}

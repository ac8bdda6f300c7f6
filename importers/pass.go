package importers

import (
	"errors"
	"hash"
	"io"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
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
	limit    *delimited.RecordLimit // nil: the reader has bounds of its own
	plain    *delimited.UTF8Text    // nil: there are no bytes of text
	encoding string
	closer   io.Closer
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
		w.width, w.header = len(e.Columns), e.HeaderRecords
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
	limit := delimited.NewRecordLimit(text)
	return &pass{delimited.NewRecordReader(limit, e.Delimiter), limit, plain, encodingName, closer}, nil
}

// next reads a record.
func (p *pass) next() ([]string, error) {
	if p.limit != nil {
		p.limit.Begin()
	}
	return p.reader.Read()
}

// decode returns the text of an export as it was told, or as its first bytes were taken for.
func (e *Export) decode(in io.Reader, start []byte) (io.Reader, *delimited.UTF8Text, string, error) {
	if e.encoding == "" && e.guessed != nil {
		text, plain, _, err := delimited.Decode(in, start, e.guessed.Encoding)
		if err == nil {
			bad := e.guessed.Bad
			plain.Bad = &bad
		}
		return text, plain, e.guessed.Encoding, err
	}
	text, plain, name, err := delimited.Decode(in, start, e.encoding)
	var unknown *delimited.UnknownEncoding
	if errors.As(err, &unknown) {
		return nil, nil, "", &UsageError{err.Error(), "such as utf-8, windows-1252, iso-8859-15, euc-kr, shift_jis, gbk"}
	}
	if err == nil {
		plain.Told = e.toldUTF8 && plain.Decoded == ""
	}
	return text, plain, name, err
}

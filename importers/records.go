package importers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// Record is one response as it stands in the file. Cells are only valid until the next record is read.
type Record struct {
	Line   int // physical line on which it begins, 1-based
	Cells  []string
	Status study.Reason // why the platform says that it is no response; empty: it is one

	lines func(cell int) int
}

// CellLine returns the physical line on which a cell begins: cells may hold line ends.
func (r Record) CellLine(cell int) int { return r.lines(cell) }

// Records reads the data records in order, and returns what is to be said of how they were read. It stops at the first record that cannot
// be read, or when each fails.
func (e *Export) Records(ctx context.Context, each func(Record) error) ([]study.Notice, error) {
	var ragged study.InputError
	info, err := e.read(ctx, each, ragged.Add)
	if err != nil {
		return nil, err
	}
	if !ragged.Empty() {
		return nil, &ragged
	}
	return info.warnings, nil
}

// readInfo is what a full pass tells of a file.
type readInfo struct {
	sha256   string
	encoding string
	rows     int
	changed  cellChanges
	marks    delimited.Occurrences
	again    delimited.Occurrences
	warnings []study.Notice
}

// cancelEvery is the number of records after which a pass looks whether it is still wanted.
const cancelEvery = 1024

// read makes one pass; a record that has not the header's width goes to ragged.
func (e *Export) read(ctx context.Context, each func(Record) error, ragged func(study.Fault)) (readInfo, error) {
	sum := sha256.New()
	p, err := e.begin(sum)
	if err != nil {
		return readInfo{}, err
	}
	defer p.closer.Close()
	info := readInfo{encoding: p.encoding}
	line := 0
	lines := func(cell int) int { at, _ := p.reader.FieldPos(cell); return at }
	for n := 0; ; n++ {
		if n%cancelEvery == 0 {
			if ctx.Err() != nil {
				return info, ctx.Err()
			}
			e.source.rows(min(n, cancelEvery))
		}
		cells, err := p.next()
		if errors.Is(err, io.EOF) {
			e.source.rows(n % cancelEvery)
			break
		}
		if input := (*study.InputError)(nil); errors.As(err, &input) {
			return info, input
		}
		if err != nil {
			return info, recordFault(e.Name, line+1, err)
		}
		e.noteBadByte(p, cells, &info)
		line = lines(len(cells) - 1)
		if n < e.HeaderRecords {
			continue
		}
		info.rows++
		cells, fits := e.fitted(cells)
		if !fits {
			ragged(e.raggedFault(lines(0), len(cells)))
			continue
		}
		if err := each(e.recordOf(cells, lines, &info)); err != nil {
			return info, err
		}
	}
	e.endPass(&info, p.plain)
	if reader, tells := p.reader.(tellingReader); tells {
		info.warnings = append(info.warnings, reader.notices()...)
	}
	if reader, makes := p.reader.(makingReader); makes {
		info.changed.add(reader.changes())
	}
	info.sha256 = hex.EncodeToString(sum.Sum(nil))
	return info, nil
}

// recordOf puts right what the platform writes otherwise, and tells which of the records are responses.
func (e *Export) recordOf(cells []string, lines func(cell int) int, info *readInfo) Record {
	footer, blank, again := e.footers.hold(cells), blankRecord(cells), e.again.hold(cells) // as they stand in the file
	if e.rewrite != nil {
		info.changed.add(e.rewrite(cells))
	}
	record := Record{Line: lines(0), Cells: cells, Status: study.SummaryRow, lines: lines}
	switch {
	case blank:
		record.Status = study.BlankRow
	case again:
		record.Status = study.RepeatedHeader
		info.again.Note(record.Line)
	case !footer:
		record.Status = e.statusOfAnswers(cells)
	}
	return record
}

// endPass adds to the warnings what is known behind the last record, and what was known before the first; decoded is the text, if it was
// read as a stream.
func (e *Export) endPass(info *readInfo, decoded *delimited.UTF8Text) {
	info.warnings = append(info.warnings, e.notices...)
	if decoded != nil {
		info.marks = decoded.Marks
	}
	if info.marks.N > 0 {
		info.warnings = append(info.warnings, joinedFiles(info.marks, e.Name))
	}
	if info.again.N > 0 {
		info.warnings = append(info.warnings, headerAgain(info.again, e.Name))
	}
}

// noteBadByte warns once the first bad byte is in the record just read.
func (e *Export) noteBadByte(p *pass, cells []string, info *readInfo) {
	if p.plain == nil || p.plain.Bad == nil || info.warnings != nil {
		return
	}
	if at, here := badCell(p.reader, cells, p.plain.Bad); here {
		info.warnings = append(info.warnings, e.encodingAssumed(p.plain.Bad, at))
		if p.plain.Bad.Guessed() {
			info.encoding = p.plain.Bad.As + " (assumed)"
		}
	}
}

// badCell reports whether a record holds the first bad byte, and in which of its cells; -1 if that cannot be told. Text is
// decoded ahead of the records, so the byte may belong to a later record than the one just read.
func badCell(reader recordReader, cells []string, bad *delimited.BadByte) (at int, here bool) {
	at = -1
	for i, text := range cells {
		first, _ := reader.FieldPos(i)
		if first+strings.Count(text, "\n") < bad.Line {
			continue
		}
		here = true
		if strings.ContainsRune(text, bad.Char) {
			return i, true
		}
	}
	return at, here
}

package importers

import (
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// Options override what is detected, and say where files are.
type Options struct {
	Platform   string
	Encoding   string
	Delimiter  rune           // 0: found by the records
	HeaderRows int            // 0: by platform
	Stdin      *StandardInput // nil: none
	Dir        string         // relative names are below this folder
}

// Export is one export, its header understood. Its records can be read any number of times.
type Export struct {
	Name          string
	Platform      string
	Evidence      string // why it is taken for the platform's
	Encoding      string
	Delimiter     rune
	HeaderRecords int
	Columns       []Column

	source   *source
	encoding string // as told; empty: found by the bytes
	status   func([]string) study.Reason
}

// OpenExport finds encoding, delimiter, platform and header of an export from its beginning.
func OpenExport(name string, o Options) (*Export, error) {
	source, err := newSource(name, o)
	if err != nil {
		return nil, err
	}
	return openSource(source, o)
}

func openSource(s *source, o Options) (*Export, error) {
	e := &Export{Name: s.name, source: s, encoding: o.Encoding, Delimiter: o.Delimiter}
	start, whole, err := e.beginning()
	if err != nil {
		return nil, err
	}
	if e.Delimiter == 0 {
		e.Delimiter = findDelimiter(start, whole)
	}
	records := firstRecords(start, e.Delimiter, max(votingRecords, o.HeaderRows), whole)
	if len(records) == 0 {
		return nil, e.noRecords(whole)
	}
	p, evidence, headers, err := findPlatform(o.Platform, records)
	if err != nil {
		return nil, err
	}
	if o.HeaderRows > 0 {
		headers = o.HeaderRows
	}
	if headers > len(records) {
		return nil, inputFault(study.Place{File: s.name}, fmt.Sprintf("has %s, fewer than the %d header records", count(len(records), "record"), headers), "")
	}
	e.Platform, e.Evidence, e.HeaderRecords = p.name(), evidence, headers
	e.Columns = p.columns(records[:headers])
	uniqueIDs(e.Columns)
	markPersonal(e.Columns)
	e.status = p.status(e.Columns)
	return e, nil
}

// beginning returns the first text of the file; whole says that it is all of it.
func (e *Export) beginning() (text []byte, whole bool, err error) {
	raw, closer, err := e.source.open(nil)
	if err != nil {
		return nil, false, err
	}
	defer closer.Close()
	start, rest, err := peek(raw, 512)
	if err != nil {
		return nil, false, unreadable(e.Name, err)
	}
	if len(start) == 0 {
		return nil, false, inputFault(study.Place{File: e.Name}, "the file is empty", "")
	}
	if what := foreign(start); what != "" {
		return nil, false, inputFault(study.Place{File: e.Name}, "is "+what+", not a survey export in CSV", "export or save it as CSV")
	}
	decoded, _, encodingName, err := decode(rest, start, e.encoding)
	if err != nil {
		return nil, false, err
	}
	e.Encoding = encodingName
	text, err = io.ReadAll(io.LimitReader(decoded, sniffed))
	if err != nil {
		return nil, false, unreadable(e.Name, err)
	}
	return text, len(text) < sniffed, nil
}

// noRecords says why not a single record could be read.
func (e *Export) noRecords(whole bool) error {
	none := func(Record) error { return nil }
	if _, err := e.read(context.Background(), none, func(study.Fault) {}); err != nil {
		return err
	}
	if !whole {
		return inputFault(study.Place{File: e.Name, Line: 1}, fmt.Sprintf("the first record is longer than %d MiB", sniffed>>20), "is this a survey export?")
	}
	return inputFault(study.Place{File: e.Name}, "the file holds no records", "")
}

// Record is one response as it stands in the file. Cells are only valid until the next record is read.
type Record struct {
	Line   int // physical line on which it begins, 1-based
	Cells  []string
	Status study.Reason // why the platform says that it is no response; empty: it is one

	lines func(cell int) int
}

// CellLine returns the physical line on which a cell begins: cells may hold line ends.
func (r Record) CellLine(cell int) int { return r.lines(cell) }

// Records reads the data records in order. It stops at the first record that cannot be read, or when each fails.
func (e *Export) Records(ctx context.Context, each func(Record) error) error {
	var ragged study.InputError
	if _, err := e.read(ctx, each, ragged.Add); err != nil {
		return err
	}
	if !ragged.Empty() {
		return &ragged
	}
	return nil
}

// readInfo is what a full pass tells of a file.
type readInfo struct {
	sha256   string
	encoding string
	rows     int
	warnings []study.Notice
}

// cancelEvery is the number of records after which a pass looks whether it is still wanted.
const cancelEvery = 1024

// read makes one pass; a record that has not the header's width goes to ragged.
func (e *Export) read(ctx context.Context, each func(Record) error, ragged func(study.Fault)) (readInfo, error) {
	sum := sha256.New()
	raw, closer, err := e.source.open(sum)
	if err != nil {
		return readInfo{}, err
	}
	defer closer.Close()
	start, rest, err := peek(raw, 512)
	if err != nil {
		return readInfo{}, recordFault(e.Name, err)
	}
	text, plain, encodingName, err := decode(rest, start, e.encoding)
	if err != nil {
		return readInfo{}, err
	}
	info := readInfo{encoding: encodingName}
	reader := newRecordReader(text, e.Delimiter)
	for n := 0; ; n++ {
		if n%cancelEvery == 0 && ctx.Err() != nil {
			return info, ctx.Err()
		}
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return info, recordFault(e.Name, err)
		}
		if plain.bad != nil && info.warnings == nil {
			if at, here := badCell(reader, cells, plain.bad); here {
				info.warnings = append(info.warnings, e.encodingAssumed(plain.bad, at))
				info.encoding = "windows-1252 (assumed)"
			}
		}
		if n < e.HeaderRecords {
			continue
		}
		info.rows++
		lines := func(cell int) int { line, _ := reader.FieldPos(cell); return line }
		if len(cells) != len(e.Columns) {
			ragged(raggedFault(e.Name, lines(0), len(cells), len(e.Columns)))
			continue
		}
		record := Record{Line: lines(0), Cells: cells, lines: lines}
		if e.status != nil {
			record.Status = e.status(cells)
		}
		if err := each(record); err != nil {
			return info, err
		}
	}
	info.sha256 = hex.EncodeToString(sum.Sum(nil))
	return info, nil
}

// badCell reports whether a record holds the first bad byte, and in which of its cells; -1 if that cannot be told. Text is
// decoded ahead of the records, so the byte may belong to a later record than the one just read.
func badCell(reader *csv.Reader, cells []string, bad *badByte) (at int, here bool) {
	at = -1
	for i, text := range cells {
		first, _ := reader.FieldPos(i)
		if first+strings.Count(text, "\n") < bad.line {
			continue
		}
		here = true
		if strings.ContainsRune(text, bad.char) {
			return i, true
		}
	}
	return at, here
}

// encodingAssumed names the first bad byte with its place.
func (e *Export) encodingAssumed(bad *badByte, at int) study.Notice {
	where := study.Place{File: e.Name, Line: bad.line, Column: at + 1}.String()
	return study.Notice{
		Code: study.EncodingAssumed, Where: where,
		Message: fmt.Sprintf("%s: byte 0x%02X is not UTF-8; read as Windows-1252 (%q); --encoding says otherwise", where, bad.value, bad.char),
	}
}

// foreign names what a file is if its first bytes are not those of a text.
func foreign(start []byte) string {
	for _, known := range []struct{ magic, what string }{
		{"PK\x03\x04", "a zip archive or an Excel workbook (.xlsx)"},
		{"\xd0\xcf\x11\xe0", "an Excel workbook of 1997 (.xls) or a protected one"},
		{"%PDF", "a PDF document"},
		{"\x89PNG", "a PNG picture"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"GIF8", "a GIF picture"},
		{"$FL2", "an SPSS file"},
		{"$FL3", "an SPSS file"},
	} {
		if strings.HasPrefix(string(start), known.magic) {
			return known.what
		}
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(start), "\ufeff")))
	if strings.HasPrefix(text, "<!doctype html") || strings.HasPrefix(text, "<html") {
		return "an HTML page"
	}
	utf16 := strings.HasPrefix(string(start), "\xff\xfe") || strings.HasPrefix(string(start), "\xfe\xff")
	if strings.IndexByte(string(start), 0) >= 0 && !utf16 {
		return "a binary file"
	}
	return ""
}

// peek returns the first bytes and a reader that still has them.
func peek(in io.Reader, n int) (start []byte, rest io.Reader, err error) {
	start = make([]byte, n)
	k, err := io.ReadFull(in, start)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	start = start[:k]
	return start, io.MultiReader(strings.NewReader(string(start)), in), err
}

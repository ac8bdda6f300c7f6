package importers

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"maps"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// fileBytes returns the bytes of a file, unpacked.
func fileBytes(t testing.TB, e *Export) []byte {
	t.Helper()
	in, closer, err := e.source.open(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	raw, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// fileRecords reads the records below the header a second time: of the whole text at once, by encoding/csv and by nothing of this package
// but what was found out about the file (encoding, delimiter, header records). Of a workbook there are none.
func fileRecords(t testing.TB, e *Export) [][]string {
	t.Helper()
	raw := fileBytes(t, e)
	r := csv.NewReader(strings.NewReader(fileText(t, raw, e.Encoding)))
	r.Comma, r.FieldsPerRecord = e.Delimiter, -1
	records, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s was read, and encoding/csv refuses it: %v", e.Name, err)
	}
	return records[min(e.HeaderRecords, len(records)):]
}

// fileText decodes a whole file, byte by byte where it is not what it is taken for.
func fileText(t testing.TB, raw []byte, name string) string {
	t.Helper()
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(raw)
		if err != nil {
			t.Fatal(err)
		}
		raw = decoded
	case !strings.HasPrefix(name, "utf-8"):
		encoding, err := htmlindex.Get(name)
		if err != nil {
			t.Fatal(err)
		}
		if raw, err = encoding.NewDecoder().Bytes(raw); err != nil {
			t.Fatal(err)
		}
	}
	var text strings.Builder
	for raw = bytes.ReplaceAll(raw, []byte(delimited.ByteOrderMark), nil); len(raw) > 0; {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(raw[0])
		}
		text.WriteRune(r)
		raw = raw[size:]
	}
	return strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n").Replace(text.String())
}

// filledOf counts the filled cells of an export by fileRecords; of Triple-S, whose variables are its cells, by their places. Description is
// the file that has them.
func filledOf(t testing.TB, e *Export, description string, o Options) int {
	t.Helper()
	n := 0
	if description == "" {
		for _, record := range fileRecords(t, e) {
			n += filled(record...)
		}
		return n
	}
	file, err := newSource(description, o)
	if err != nil {
		t.Fatal(err)
	}
	survey, err := readTripleS(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range sssRecords(t, e, survey) {
		for _, v := range survey.variables {
			n += min(1, filled(record(v)...))
		}
	}
	return n
}

// sssRecords returns the records of Triple-S data as what they hold of a variable.
func sssRecords(t testing.TB, e *Export, s *sssSurvey) (records []func(sssVariable) []string) {
	t.Helper()
	if !s.fixed {
		for _, fields := range fileRecords(t, e) {
			records = append(records, func(v sssVariable) []string {
				last := v.start
				if v.kind == "multiple" {
					last = max(v.finish, v.start+v.subfields-1)
				}
				return fields[min(v.start-1, len(fields)):min(last, len(fields))]
			})
		}
		return records
	}
	raw := fileBytes(t, e)
	for _, line := range strings.FieldsFunc(fileText(t, raw, e.Encoding), func(r rune) bool { return r == '\n' || r == '\x1a' }) {
		characters := []rune(line)
		records = append(records, func(v sssVariable) []string {
			return []string{string(characters[min(v.start-1, len(characters)):min(v.finish, len(characters))])}
		})
	}
	return records[min(s.skip, len(records)):]
}

// accountedFor inspects an export, and demands that every filled cell of the file is in the account: column by column as encoding/csv finds
// them, text by text where all rows count, and each counted once where it went. It returns how many there are.
func accountedFor(t testing.TB, name string, o Options, r route) (*study.Inspection, int) {
	t.Helper()
	e, err := OpenExport(name, o)
	if err != nil {
		inputOrUsage(t, err)
		return nil, 0
	}
	e.route = r
	s, err := scanExport(context.Background(), e)
	if err != nil {
		inputOrUsage(t, err)
		return nil, 0
	}
	in := s.inspection(nil)
	accounted(t, in)
	if e.workbook { // FuzzSheet
		return in, in.Cells.Filled
	}
	description := ""
	if e.Platform == (tripleS{}).name() {
		if description = o.Dictionary; description == "" {
			description = name
		}
	}
	if n := filledOf(t, e, description, o); n != in.Cells.Filled {
		t.Fatalf("%s: %d filled cells in the file, %d in the account %+v", name, n, in.Cells.Filled, in.Cells)
	}
	if e.reader == nil && e.rewrite == nil {
		s.sameColumns(t, fileRecords(t, e))
	}
	return in, in.Cells.Filled
}

// sameColumns demands that each column of the file was seen as it is.
func (s *scan) sameColumns(t testing.TB, records [][]string) {
	t.Helper()
	if len(records) != s.flow.read {
		t.Fatalf("%s: %d records in the file, %d read", s.export.Name, len(records), s.flow.read)
	}
	for i, c := range s.columns {
		n, cells := 0, map[string]int{}
		for _, record := range records {
			n += filled(record[i])
			if isSpreadsheetError(record[i]) {
				cells[""]++
			} else {
				cells[record[i]]++
			}
		}
		if n != c.filled+c.failed+c.leftOut {
			t.Fatalf("%s, column %d: %d filled cells in the file, %d seen, %d failed and %d left out", s.export.Name, i+1, n, c.filled, c.failed, c.leftOut)
		}
		if s.flow.read == s.flow.kept && !c.cells.many && !maps.Equal(cells, c.cells.count) {
			t.Fatalf("%s, column %d: %v in the file, %v seen", s.export.Name, i+1, cells, c.cells.count)
		}
	}
}

package importers

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"
)

func TestDelimiterByWholeRecords(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       rune
	}{
		{"commas in header texts", "id;Speed, price, place;why\n1;7;so\n2;8;\n", ';'},
		{"semicolons in cells", "id,tools,why\n1,a;b;c;d,so\n2,a;,no\n", ','},
		{"semicolons everywhere, unevenly", "id,tools; all\n1,a;b\n2,a;b;c\n", ','},
		{"tabs", "id\tSpeed, price; place\n1\t7\n", '\t'},
		{"tabs within quoted headers", "id,\"a\tb\"\n1,7\n", ','},
		{"the delimiter within quotes", "id;\"a;b,c\";d\n1;\"x;y\";2\n", ';'},
		{"two that are even: the one with most cells", "a;b,c;d\n1;2,3;4\n", ';'},
		{"one column", "quick\n7\n8\n", ','},
		{"one column of text with commas", "why\nso, and so\nno\n", ','},
		{"ragged: the most cells of the first record", "a;b;c\n1;2\n1;2;3\n", ';'},
	} {
		if got := delimited.FindDelimiter([]byte(test.text), true); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// The text that is looked at may end within a record: half a record decides nothing.
func TestFirstRecordsAreWhole(t *testing.T) {
	const text = "a,b\n1,2\n3,4"
	for _, test := range []struct {
		whole bool
		n     int
		want  string
	}{
		{true, 9, "[[a b] [1 2] [3 4]]"}, {false, 9, "[[a b] [1 2]]"}, {true, 2, "[[a b] [1 2]]"},
	} {
		if got := fmt.Sprint(delimited.FirstRecords([]byte(text), ',', test.n, test.whole)); got != test.want {
			t.Errorf("%+v: got %s", test, got)
		}
	}
}

// recorded returns the data records of a text as lines: line number and cells.
func recorded(t testing.TB, text string, o Options) (string, error) {
	t.Helper()
	e, err := exported(t, text, o)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	_, err = e.Records(context.Background(), func(r Record) error {
		fmt.Fprintf(&b, "%d%q\n", r.Line, r.Cells)
		return nil
	})
	return b.String(), err
}

func TestRecords(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"embedded line ends", "a,b\n\"1\n\n2\",3\n4,5\n", "2[\"1\\n\\n2\" \"3\"]\n5[\"4\" \"5\"]\n"},
		{"embedded line ends of Windows", "a,b\r\n\"1\r\n2\",3\r\n4,5\r\n", "2[\"1\\n2\" \"3\"]\n4[\"4\" \"5\"]\n"},
		{"a header of several lines", "\"a\nb\",\"c\td\"\n1,2\n", "3[\"1\" \"2\"]\n"},
		{"doubled quotes", "a,b\n\"say \"\"so\"\"\",\"\"\"\"\n", "2[\"say \\\"so\\\"\" \"\\\"\"]\n"},
		{"the delimiter within quotes", "a,b\n\"1,2\",3\n", "2[\"1,2\" \"3\"]\n"},
		{"blank lines between and at the end", "a,b\n1,2\n\n3,4\n\n\n", "2[\"1\" \"2\"]\n4[\"3\" \"4\"]\n"},
		{"no line end at the end", "a,b\n1,2", "2[\"1\" \"2\"]\n"},
		{"blank cells", "a,b\n,\n", "2[\"\" \"\"]\n"},
		{"blanks are kept", "a,b\n 1, 2 \n", "2[\" 1\" \" 2 \"]\n"},
		{"CR CR LF", "a,b\r\r\n1,2\r\r\n3,4\r\r\n", "2[\"1\" \"2\"]\n3[\"3\" \"4\"]\n"},
		{"CR and blank lines", "a,b\r1,2\r\r3,4\r", "2[\"1\" \"2\"]\n4[\"3\" \"4\"]\n"},
	} {
		if got, err := recorded(t, test.text, Options{}); err != nil || got != test.want {
			t.Errorf("%s: got %s, %v, want %s", test.name, got, err, test.want)
		}
	}
}

// What is wrong with the records of a file is said with place and remedy; ragged rows are collected, damage ends the reading.
func TestRecordsThatAreNone(t *testing.T) {
	const padding = 300_000 // records: more text than is looked at for the header
	for _, test := range []struct{ name, text, want, hint string }{
		{"ragged", "a,b\n\"1\n2\",3\n4\n5,6,7\n", "export.csv:4: row has 1 cell, the header has 2\nexport.csv:5: row has 3 cells, the header has 2\n", "quotes around it"},
		{"a quote within a cell", "a,b\n1,2\n3,4\"5\n", "export.csv:3: a quote (\") stands inside a cell that does not begin with one\n", "quotes doubled"},
		{"a quote in the header", "a\"b,c\n1,2\n", "export.csv:1: a quote (\") stands inside a cell that does not begin with one\n", "quotes doubled"},
		{
			"a quote in the header of a large file", "a\"b,c\n" + strings.Repeat("1,2\n", padding),
			"export.csv:1: a quote (\") stands inside a cell that does not begin with one\n", "quotes doubled",
		},
		{"an open quote", "a,b\n1,2\n\"3,4\n5,6\n", "export.csv:3: a quoted cell that begins in this record is not closed\n", "may be cut off"},
		{
			"an open quote in the header of a large file", "a,\"b\n" + strings.Repeat("1,2\n", padding),
			"export.csv:1: a quoted cell that begins in this record is not closed\n", "may be cut off",
		},
		{"text behind a closed quote", "a,b\n\"1\"2,3\n", "export.csv:2: a quoted cell that begins in this record is not closed\n", "not doubled"},
		{"an endless line", strings.Repeat("so and ", delimited.Sniffed/7+1) + "on\n1\n", "export.csv:1: the first record is longer than 1 MiB\n", "is this a survey export?"},
		{"blank lines only", "\n\r\n\n", "export.csv: the file holds no records\n", ""},
		{"a mark only", "\ufeff", "export.csv: the file holds no records\n", ""},
		{"nothing", "", "export.csv: the file is empty\n", ""},
	} {
		_, err := recorded(t, test.text, Options{})
		if got := faultsOf(err); got != test.want {
			t.Errorf("%s: got %swant %s", test.name, got, test.want)
		}
		var input *study.InputError
		if errors.As(err, &input) && !strings.Contains(input.List[0].Hint, test.hint) {
			t.Errorf("%s: got hint %q, want %q in it", test.name, input.List[0].Hint, test.hint)
		}
	}
}

// Header records may be more than are looked at to find the delimiter.
func TestManyHeaderRecords(t *testing.T) {
	text := "a,b\n" + strings.Repeat("more,words\n", delimited.SniffedRecords+3) + "1,2\n"
	got, err := recorded(t, text, Options{HeaderRows: delimited.SniffedRecords + 4})
	if want := fmt.Sprintf("%d[\"1\" \"2\"]\n", delimited.SniffedRecords+5); err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

// A consumer that has had enough ends the reading, with its own error.
func TestRecordsEndWhenEachFails(t *testing.T) {
	e, err := exported(t, "a,b\n1,2\n3,4\n", Options{})
	if err != nil {
		t.Fatal(err)
	}
	enough, seen := errors.New("enough"), 0
	if _, err := e.Records(context.Background(), func(Record) error { seen++; return enough }); !errors.Is(err, enough) || seen != 1 {
		t.Errorf("got %v after %d records", err, seen)
	}
}

// A reading that is called off in its midst ends soon, and a file can be read again.
func TestRecordsCalledOff(t *testing.T) {
	const records = 10 * cancelEvery
	e, err := exported(t, "a,b\n"+strings.Repeat("1,2\n", records), Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	_, err = e.Records(ctx, func(Record) error {
		if seen++; seen == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || seen > cancelEvery+10 {
		t.Errorf("got %v after %d records", err, seen)
	}
	seen = 0
	if _, err := e.Records(context.Background(), func(Record) error { seen++; return nil }); err != nil || seen != records {
		t.Errorf("again: got %v after %d records", err, seen)
	}
}

// inBytes writes a table with a delimiter, a line end and an encoding.
func inBytes(t rapid.TB, table [][]string, delimiter rune, end, encoding string) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = delimiter
	if err := w.WriteAll(table); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(b.String(), "\n", end)
	var err error
	switch encoding {
	case "utf-8 with mark":
		text = "\ufeff" + text
	case "utf-16le":
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	case "utf-16be":
		text, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	case "windows-1252":
		text, err = charmap.Windows1252.NewEncoder().String(text)
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Any table, written in any of the ways in which exports are written, reads back cell by cell, on the lines on which it stands.
func TestEveryTableReadsBack(t *testing.T) {
	cells := []string{"1", "2", "10", "-99", "", "N/A", "so, so", "a;b;", "tab\tbed", "say \"so\"", "two\nlines", "three\n\nlines\n", "naïve – “très”", " padded ", "#"}
	rapid.Check(t, func(rt *rapid.T) {
		width := rapid.IntRange(2, 6).Draw(rt, "width")
		row := rapid.SliceOfN(rapid.SampledFrom(cells), width, width)
		table := append([][]string{nil}, rapid.SliceOfN(row, 1, 40).Draw(rt, "rows")...)
		for i := range width {
			table[0] = append(table[0], fmt.Sprintf("Q%d", i))
		}
		delimiter := rapid.SampledFrom([]rune{',', ';', '\t'}).Draw(rt, "delimiter")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r\r\n", "\r"}).Draw(rt, "line end")
		encoding := rapid.SampledFrom([]string{"utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "windows-1252"}).Draw(rt, "encoding")
		e, err := exported(t, inBytes(rt, table, delimiter, end, encoding), Options{Delimiter: delimiter, HeaderRows: 1}) // whether row 2 is a header is the vote's affair
		if err != nil {
			rt.Fatal(faultsOf(err))
		}
		line, next := 2, 1
		_, err = e.Records(context.Background(), func(r Record) error {
			want := table[next]
			if !slices.Equal(r.Cells, want) || r.Line != line {
				rt.Fatalf("got line %d %q, want line %d %q", r.Line, r.Cells, line, want)
			}
			for i, cell := range want {
				if got := r.CellLine(i); got != line {
					rt.Fatalf("cell %d of %q: got line %d, want %d", i, want, got, line)
				}
				line += strings.Count(cell, "\n")
			}
			line++
			next++
			return nil
		})
		if err != nil || next != len(table) {
			rt.Fatalf("read %d of %d rows, %v", next-1, len(table)-1, faultsOf(err))
		}
	})
}

package importers

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// oddities are bytes that have been somebody's export, or what was left of one.
func oddities(t testing.TB) []string {
	return []string{
		"", "\n", "\r", "\ufeff", "\xef\xbb", "a", "a,b", "a,b\n", "a,\"b\nc", "a,b\n1,2\"\n", "a,b\n\"1\"2,3\n", "a,b\n1\n1,2,3\n",
		"w,quick\n1,7\n0,8\n1,N/A\n", "w;quick\r\n1;7\r\n2;11\r\n", "quick\tw\n\"7\"\t1\n", "w,quick\r\r\n1,7\r\r\n", "w,quick\r1,7\r\r2,8\r",
		"quick,w,caf\xe9\n7,1,\x96\n", "w,quick\n1,\"7\n\"\n,\n-1,4,5\n", "w,quick\n1,\x00\n", "w,quick\n1,7\n\ufeff1,8\n\ufeff\n1,\"\ufeff9\"\n",
		"\xff\xfea\x00\n\x00", "\xfe\xff\x00a\x00\n\x00", "\xff\xfea\x00\n", "\x1f\x8b", "\x1f\x8b\x08broken", "PK\x03\x04", "<html>",
		encoded(t, "gzip", "w,quick\n1,7\n"), encoded(t, "utf-16le", "w,quick\n1,7\n"), encoded(t, "utf-16be", "w;quick\n1;7\n"),
	}
}

func seeds(f *testing.F) {
	for _, text := range samples(f) {
		f.Add([]byte(text))
	}
	for _, text := range oddities(f) {
		f.Add([]byte(text))
	}
}

// FuzzOpenExport opens any bytes: they are records of the header's width on rising lines, as encoding/csv has them, or there
// is a fault of the input.
func FuzzOpenExport(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		var input *study.InputError
		e, err := OpenExport(standardInput, Options{Stdin: NewStandardInput(bytes.NewReader(text))})
		if err != nil {
			if !errors.As(err, &input) || input.Empty() {
				t.Fatalf("opening: %v", err)
			}
			return
		}
		var got [][]string
		line := 0
		_, err = e.Records(context.Background(), func(r Record) error {
			if len(r.Cells) != len(e.Columns) {
				t.Fatalf("line %d has %d cells for %d columns", r.Line, len(r.Cells), len(e.Columns))
			}
			for i := range r.Cells {
				if at := r.CellLine(i); at < max(line, r.Line) {
					t.Fatalf("cell %d on line %d stands before line %d", i+1, at, line)
				}
			}
			if r.Line <= line {
				t.Fatalf("a record on line %d follows one on line %d", r.Line, line)
			}
			line = r.Line
			got = append(got, slices.Clone(r.Cells))
			return nil
		})
		if err != nil && !errors.As(err, &input) {
			t.Fatalf("reading: %v", err)
		}
		if err == nil && plainText(text) && e.rewrite == nil && e.reader == nil {
			sameAsPlainCSV(t, text, e, got)
		}
	})
}

// plainText tells bytes that need no decoding at all.
func plainText(text []byte) bool {
	return bytes.IndexFunc(text, func(r rune) bool { return r > '~' || r < ' ' && r != '\n' && r != '\t' }) < 0
}

func sameAsPlainCSV(t *testing.T, text []byte, e *Export, got [][]string) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = e.Delimiter, -1
	want, err := r.ReadAll()
	if err != nil {
		t.Fatalf("encoding/csv refuses it: %v", err)
	}
	if !slices.EqualFunc(got, want[e.HeaderRecords:], slices.Equal) {
		t.Fatalf("got %q, want %q", got, want[e.HeaderRecords:])
	}
}

// FuzzRead reads any bytes as an export of a study: rows are kept or counted and every kept row has its weight and the code that its cell has
// in the file, or there is a fault with a place.
func FuzzRead(f *testing.F) {
	seeds(f)
	const of = "audiences:\n  customers: {files: [\"-\"], weight: w}\nscale: 1..10\nmissing: {dont_know: [99, \"N/A\"], blank: [-], not_shown: [x]}\nitems: {quick: {performance: quick}}\n"
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := study.Parse("s.yaml", []byte(of))
		if err != nil {
			t.Fatal(err)
		}
		v, err := Open(s, Options{Stdin: NewStandardInput(bytes.NewReader(text))})
		if err != nil {
			faultOf(t, err)
			return
		}
		var c collector
		intake, err := v.Read(context.Background(), &c)
		if err != nil {
			faultOf(t, err)
			return
		}
		read, kept := 0, 0
		for _, flow := range intake.Flow {
			read, kept = read+flow.Read, kept+flow.Kept
			for _, d := range flow.Dropped {
				read -= d.Rows
			}
		}
		if read != kept || intake.Inputs[0].Rows == 0 {
			t.Fatalf("%d rows: flow %+v", intake.Inputs[0].Rows, intake.Flow)
		}
		if codes := c.codes[[2]int{0, 0}]; len(codes) != kept || len(c.weights) != kept || c.rows[0] != kept {
			t.Fatalf("%d rows kept, with %d codes and %d weights", kept, len(codes), len(c.weights))
		}
		for _, w := range c.weights {
			if !(w > 0) {
				t.Fatalf("weight %v", w)
			}
		}
		readsAsAgain(t, v)
	})
}

// faultOf demands that an error is one of the two that people can act on, its first fault with a file and a message.
func faultOf(t testing.TB, err error) {
	var file *study.FileError
	var input *study.InputError
	if !errors.As(err, &file) && !errors.As(err, &input) {
		t.Fatalf("no fault of the study or of an input: %v", err)
	}
	if text := faultsOf(err); !strings.HasPrefix(text, "s.yaml:") && !strings.HasPrefix(text, "-:") {
		t.Fatalf("a fault without its place: %s", text)
	}
}

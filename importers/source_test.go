package importers

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cxgap/cxgap/analysis/study"
)

// twoAudiences name standard input, each with its rows.
const twoAudiences = "audiences:\n  leaders: {files: [\"-\"], where: {role: leader}}\n  customers: {files: [\"-\"], where: {role: customer}}\n" +
	"scale: 1..10\nitems: {quick: {performance: quick}}\n"

// openText opens the study of this text.
func openText(t testing.TB, text string, o Options) (*Survey, error) {
	t.Helper()
	s, err := study.Parse("s.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return Open(s, o)
}

// Standard input can be read once only, and is wanted several times: to find its shape, by two audiences, for two passes.
func TestStandardInput(t *testing.T) {
	in := NewStandardInput(iotest.OneByteReader(strings.NewReader("role,quick\nleader,7\ncustomer,5\ncustomer,4\n")))
	v, err := openText(t, twoAudiences, Options{Stdin: in})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for range 2 {
		var c collector
		intake, err := v.Read(context.Background(), &c)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if fmt.Sprint(intake.Flow) != "[{leaders - 1 1 []} {customers - 2 2 []}]" {
			t.Errorf("flow: got %v", intake.Flow)
		}
		if len(intake.Inputs) != 1 || intake.Inputs[0].File != "-" || intake.Inputs[0].Rows != 3 {
			t.Errorf("inputs: got %+v", intake.Inputs)
		}
	}
	if files := v.Files(); len(files) != 0 {
		t.Errorf("standard input is no file to protect from being written: got %v", files)
	}
}

func TestStandardInputThatFails(t *testing.T) {
	if _, err := openText(t, twoAudiences, Options{}); faultsOf(err) != "-: there is no standard input\n" {
		t.Errorf("none: got %v", err)
	}
	broken := NewStandardInput(iotest.ErrReader(errors.New("the pipe broke")))
	if _, err := openText(t, twoAudiences, Options{Stdin: broken}); faultsOf(err) != "-: cannot be read: the pipe broke\n" {
		t.Errorf("broken: got %v", err)
	}
	empty := NewStandardInput(strings.NewReader(""))
	if _, err := openText(t, twoAudiences, Options{Stdin: empty}); faultsOf(err) != "-: the file is empty\n" {
		t.Errorf("empty: got %v", err)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "exports"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, want, hint string }{
		{"missing.csv", "missing.csv: no such file\n", ""},
		{"exports", "exports: is a folder\n", "name its files, or a pattern such as exports/*.csv"},
		{filepath.Join(dir, "elsewhere", "missing.csv"), "missing.csv: no such file\n", ""}, // no path of this machine
	} {
		_, err := OpenExport(test.name, Options{Dir: dir})
		if got := faultsOf(err); got != test.want {
			t.Errorf("%s: got %s", test.name, got)
		}
		var input *study.InputError
		if errors.As(err, &input) && input.List[0].Hint != test.hint {
			t.Errorf("%s: hint %q", test.name, input.List[0].Hint)
		}
	}
}

// What is no table of text is named for what it is, with a remedy, packed or not.
func TestForeignFiles(t *testing.T) {
	const asCSV = "export or save it as CSV"
	const page = "such a page is saved in place of a file where a download failed or somebody had to sign in: download the export again; a table on it can be opened in a spreadsheet and saved as CSV"
	const asOther, unmarked = "open it in a spreadsheet and save it as .xlsx or CSV, without a password", asCSV + "; if it is UTF-16 without its mark, say --encoding utf-16le"
	for _, test := range []struct{ bytes, what, hint string }{
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook of 1997 (.xls) or a protected one", asOther},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "an Excel workbook (.xlsx) protected by a password", "open it and save it without the password"},
		{"{\"responses\": []}", "a JSON document", asCSV},
		{"<?xml version=\"1.0\"?><sheet/>", "an XML document", asCSV},
		{"<!-- saved --><html>", "an HTML page", page},
		{"RIFF0000WEBP", "a WebP picture or a sound", "name the export itself"},
		{"$FL2@(#) SPSS DATA FILE", "an SPSS file", asCSV},
		{"$FL3@(#) SPSS DATA FILE", "an SPSS file", asCSV},
		{"%PDF-1.7\n", "a PDF document", "name the export itself: such a document shows results, and holds no rows of answers"},
		{"\ufeff \n<!doctype HTML>", "an HTML page", page},
		{"<html><table>", "an HTML page", page},
		{"<table border=1><tr><td>1</td></tr></table>", "an HTML page", page}, // what some systems call .xls
		{"quick\n7\n\x00", "a binary file", unmarked},
		{"q\x00u\x00i\x00c\x00k\x00\n\x00", "a binary file", unmarked}, // UTF-16 without a mark
	} {
		for name, bytes := range map[string]string{"plain": test.bytes, "packed": encoded(t, "gzip", test.bytes)} {
			_, err := exported(t, bytes, Options{})
			var input *study.InputError
			if !errors.As(err, &input) {
				t.Errorf("%s, %s: got %v", test.what, name, err)
				continue
			}
			want := study.Fault{Place: study.Place{File: "export.csv"}, Message: "is " + test.what + ", not a survey export in CSV", Hint: test.hint}
			if len(input.List) != 1 || input.List[0] != want {
				t.Errorf("%s, %s: got %+v", test.what, name, input.List)
			}
		}
	}
}

// Damage of a packed file is damage wherever it lies: it is found before a figure is made of what could be read.
func TestDamagedGzip(t *testing.T) {
	whole := encoded(t, "gzip", "quick\n"+strings.Repeat("7\n8\n9\n1\n", 50_000))
	flipped := func(at int) string {
		b := []byte(whole)
		b[at] ^= 0xff
		return string(b)
	}
	for name, bytes := range map[string]string{
		"two bytes": whole[:2], "within the head": whole[:9], "cut in the middle": whole[:len(whole)/2], "without its checksum": whole[:len(whole)-8],
		"wrong checksum": flipped(len(whole) - 6), "wrong length": flipped(len(whole) - 1), "something behind it": whole + "more",
	} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", bytes)
		if err == nil {
			_, err = v.Read(context.Background(), &collector{})
		}
		var input *study.InputError
		if !errors.As(err, &input) || len(input.List) != 1 || input.List[0].Message != "damaged gzip file" || input.List[0].Hint == "" {
			t.Errorf("%s: got %s", name, faultsOf(err))
		}
	}
}

// The checksum is that of the file as it lies there, so that anybody can compare it.
func TestChecksumIsOfTheFile(t *testing.T) {
	const text = "quick\n7\n8\n"
	for _, bytes := range []string{text, encoded(t, "gzip", text), encoded(t, "utf-16be", text), text + "\n\n"} {
		_, v, err := survey(t, "s.yaml", fmt.Sprintf(oneItem, ""), "c.csv", bytes)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		sum := sha256.Sum256([]byte(bytes))
		if in := intake.Inputs[0]; in.SHA256 != hex.EncodeToString(sum[:]) || in.Rows != 2 {
			t.Errorf("%q: got %+v", bytes, in)
		}
	}
}

// One file is one file under all its names, and nobody answers twice.
func TestSameFileTwice(t *testing.T) {
	const of = "audiences: {customers: {files: [%s]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n"
	for _, files := range []string{"c.csv, c.csv", "c.csv, ./c.csv", "c.csv, \"*.csv\""} {
		_, _, err := survey(t, "s.yaml", fmt.Sprintf(of, files), "c.csv", "quick\n7\n")
		if got := faultsOf(err); !strings.HasSuffix(got, ": customers names c.csv twice\n") || !strings.HasPrefix(got, "s.yaml:1:") {
			t.Errorf("%s: got %s", files, got)
		}
	}
	_, v, err := survey(t, "s.yaml", fmt.Sprintf(of, "c.csv, d.csv"), "c.csv", "quick\n7\n", "d.csv", "quick\n7\n")
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := v.Read(context.Background(), &collector{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if len(intake.Warnings) != 1 || intake.Warnings[0].Code != study.SameBytes || intake.Warnings[0].Where != "d.csv" {
		t.Errorf("a copy: got %v", intake.Warnings)
	}
	if files := v.Files(); len(files) != 2 || filepath.Base(files[0]) != "c.csv" || filepath.Base(files[1]) != "d.csv" {
		t.Errorf("files: got %v", files)
	}
}

// A link to a file is the file.
func TestLinkToTheSameFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte("quick\n7\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("c.csv", filepath.Join(dir, "latest.csv")); err != nil {
		t.Skip("no links here: ", err)
	}
	_, err := openText(t, "audiences: {customers: {files: [c.csv, latest.csv]}}\nscale: 1..10\nitems: {quick: {performance: quick}}\n", Options{Dir: dir})
	if got := faultsOf(err); got != "s.yaml:1:40: customers names c.csv twice\n" {
		t.Errorf("got %s", got)
	}
}

// What does not fit into memory is spooled: it reads as often as a file, up to a bound, and leaves nothing behind.
func TestStandardInputIsSpooled(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	text := "quick\n" + strings.Repeat("7\n8\n", keptInMemory/4)
	in := NewStandardInput(iotest.HalfReader(strings.NewReader(text)))
	var meter countedReading // of the spooling
	if err := in.keep(&meter); err != nil {
		t.Fatal(err)
	}
	for pass := range 2 {
		e, err := OpenExport(standardInput, Options{Stdin: in})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		rows := 0
		if _, err := e.Records(context.Background(), func(Record) error { rows++; return nil }); err != nil || rows != keptInMemory/2 {
			t.Fatalf("pass %d: got %d rows and %v", pass, rows, err)
		}
	}
	if len(meter.files) != 1 || meter.size != -1 || meter.bytes != len(text) {
		t.Errorf("the first reading of %d bytes was counted as %+v", len(text), meter)
	}
	if err := in.Close(); in.spool == nil || err != nil {
		t.Errorf("spool %v, closed with %v", in.spool, err)
	}
	if left, err := os.ReadDir(dir); len(left) > 0 || err != nil {
		t.Errorf("%v and %v are left", left, err)
	}
	most := NewStandardInput(strings.NewReader(text))
	most.most = keptInMemory
	if _, err := OpenExport(standardInput, Options{Stdin: most}); faultsOf(err) != "-: more than 1 MiB on standard input\n" {
		t.Errorf("got %s", faultsOf(err))
	}
}

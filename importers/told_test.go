package importers

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/cxgap/cxgap/analysis/study"
)

// A drafted study is read again without what its drafting needed to be told: the sheet of workbooks, delimiter, header and encoding of
// texts, decimal commas.
func TestDraftKeepsWhatWasTold(t *testing.T) {
	dir := t.TempDir()
	rows := [][]any{{"We listen", "We answer"}, {1, 2}, {5, 4}, {3, 3}, {2, 5}, {4, 1}}
	files := map[string]string{
		"v.xlsx":  string(answersBehindCover(t, rows)),
		"w.xlsx":  string(answersBehindCover(t, rows)),
		"c.csv":   "The survey|\nWe listen|We answer\n1|2\n5|4\n3|3\n2|5\n4|1\n",
		"tab.csv": "We listen, really\tWe answer\tName, given\n1\t2\tA, B\n5\t4\tC, D\n",
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, of := range map[string]struct {
		files []AudienceFiles
		told  Options
		keys  []string
	}{
		"sheet of workbooks, not of texts": {
			[]AudienceFiles{{ID: "staff", Files: []string{"v.xlsx"}}, {ID: "customers", Files: []string{"w.xlsx"}}},
			Options{Sheet: "Form1", DecimalComma: true},
			[]string{"    sheet: Form1\n", "    decimal: comma\n"},
		},
		"delimiter and header": {
			[]AudienceFiles{{ID: "customers", Files: []string{"c.csv"}}},
			Options{Delimiter: '|', HeaderRows: 2, Encoding: "windows-1252", Platform: "generic"},
			[]string{"    delimiter: \"|\"\n", "    header_rows: 2\n", "    encoding: \"windows-1252\"\n", "    platform: generic\n"},
		},
		"tab": {[]AudienceFiles{{ID: "customers", Files: []string{"tab.csv"}}}, Options{Delimiter: '\t'}, []string{"    delimiter: tab\n"}},
	} {
		of.told.Dir = dir
		text, err := DraftFile(context.Background(), of.files, of.told)
		if err != nil {
			t.Errorf("%s: %s", name, faultsOf(err))
			continue
		}
		for _, key := range of.keys {
			if strings.Count(string(text), key) != len(of.files) {
				t.Errorf("%s: no %q in\n%s", name, key, text)
			}
		}
		s, err := study.Parse("s.yaml", text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Open(s, Options{Dir: dir}); err != nil {
			t.Errorf("%s: %s\n%s", name, faultsOf(err), text)
		}
	}
}

// Two sheets of one workbook are two exports.
func TestTwoSheetsOfOneWorkbook(t *testing.T) {
	dir := t.TempDir()
	rows := [][]any{{"We listen"}, {1}, {5}, {4}}
	if err := os.WriteFile(filepath.Join(dir, "w.xlsx"), answersBehindCover(t, rows), 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := openText(t, "audiences:\n  staff: {files: [w.xlsx]}\n  customers: {files: [w.xlsx], sheet: Form1}\n"+
		"scale: 1..5\nitems: {listens: {performance: {staff: Score, customers: We listen}}}\n", Options{Dir: dir})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	var c collector
	intake, err := v.Read(context.Background(), &c)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if got := fmt.Sprint(intake.Flow); got != "[{staff w.xlsx 1 1 []} {customers w.xlsx 3 3 []}]" {
		t.Errorf("flow: got %v", got)
	}
}

// An empty sheet before the answers, as spreadsheet programs leave it, is passed over.
func TestEmptyFirstSheet(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Answers"); err != nil {
		t.Fatal(err)
	}
	for i, value := range []any{"We listen", 4, 5} {
		if err := f.SetCellValue("Answers", fmt.Sprintf("A%d", i+1), value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	e, err := exported(t, b.String(), Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	var read []string
	if _, err := e.Records(context.Background(), func(r Record) error { read = append(read, r.Cells...); return nil }); err != nil || fmt.Sprint(read) != "[4 5]" || e.otherSheets != "" {
		t.Errorf("got %q, %v, %q", read, err, e.otherSheets)
	}
}

// answersBehindCover writes rows into the second sheet of a workbook, behind one with a single score.
func answersBehindCover(t *testing.T, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "Cover"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Form1"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Form1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	for i, cell := range []any{"Score", 3} {
		if err := f.SetCellValue("Cover", fmt.Sprintf("A%d", i+1), cell); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Of a workbook with several sheets the cover may have been read: inspect names the others, unless somebody told which.
func TestInspectNamesOtherSheets(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "w.xlsx"), answersBehindCover(t, [][]any{{"We listen"}, {1}, {5}}), 0o600); err != nil {
		t.Fatal(err)
	}
	for sheet, want := range map[string]string{
		"":      "this is sheet Cover; the workbook also has Form1: name the sheet of answers with --sheet NAME (sheet: NAME in a study file)",
		"Form1": "", "Cover": "",
	} {
		in, err := Inspect(context.Background(), "w.xlsx", "", Options{Dir: dir, Sheet: sheet})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		got := ""
		for _, n := range in.Warnings {
			got += n.Text()
		}
		if got != want {
			t.Errorf("sheet %q: %q, want %q", sheet, got, want)
		}
	}
}

// Between columns of fixed width stands nothing.
func TestInspectNamesNoDelimiterOfFixedWidth(t *testing.T) {
	in, err := Inspect(context.Background(), "fixed.sss", "", Options{Dir: "testdata/platforms/triple_s"})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if in.Delimiter != "" {
		t.Errorf("got %q", in.Delimiter)
	}
}

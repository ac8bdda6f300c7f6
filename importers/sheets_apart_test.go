package importers

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A workbook that is given to two audiences may have a sheet for each: the message says how they are named.
func TestWorkbookOfTwoAudiences(t *testing.T) {
	const theirs = `sheet: Leaders  under the audience whose it is`
	const study = "audiences: {leaders: {files: [book.xlsx]SHEET}, customers: {files: [book.xlsx]}}\nscale: 1..5\nitems: {a: {performance: We listen}}\n"
	for _, c := range []struct {
		sheets []string
		told   string
		said   bool
	}{
		{[]string{"Leaders", "Customers"}, "", true},
		{[]string{"Leaders"}, "", false},
		{[]string{"Leaders", "Customers"}, ", sheet: Customers", false},
	} {
		book := string(sheetsOf(t, c.sheets))
		dir := written(t, "s.yaml", "", "book.xlsx", book)
		if c.told == "" {
			_, _, err := Draft(t.Context(), []AudienceFiles{{ID: "leaders", Files: []string{"book.xlsx"}}, {ID: "customers", Files: []string{"book.xlsx"}}}, Options{Dir: dir})
			if got := hintsOf(err); strings.Contains(got, theirs) != c.said {
				t.Errorf("draft of %q: hint %s", c.sheets, got)
			}
		}
		_, _, err := readFiles(t, "s.yaml", strings.ReplaceAll(strings.ReplaceAll(study, "SHEET", c.told), "[book.xlsx]}}", "[book.xlsx]"+c.told+"}}"), "book.xlsx", book)
		if got := hintsOf(err); err == nil || strings.Contains(got, theirs) != c.said {
			t.Errorf("study of %q%s: hint %s", c.sheets, c.told, got)
		}
	}
}

// sheetsOf writes a workbook of sheets with the same few answers.
func sheetsOf(t *testing.T, sheets []string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for k, sheet := range sheets {
		if _, err := f.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range [][]any{{"We listen", "We answer"}, {4 + k, 3}, {3, 5 - k}, {1, 2}} {
			if err := f.SetSheetRow(sheet, "A"+string(rune('1'+i)), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

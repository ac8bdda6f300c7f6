package importers

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/cxgap/cxgap/analysis/study"
)

// workbook writes a sheet "Antworten" behind a first one of notes.
func workbook(t testing.TB, rows [][]any, first string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", first); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Notes"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		place, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow(first, place, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellValue("Notes", "A1", "note"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("Notes", "A2", "x"); err != nil {
		t.Fatal(err)
	}
	// 7.5 is shown as 8: what counts is what is stored
	style, err := f.NewStyle(&excelize.Style{NumFmt: 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle(first, "G2", "G4", style); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func formsWorkbook(t testing.TB) []byte {
	at := time.Date(2026, 9, 1, 10, 30, 0, 0, time.UTC)
	return workbook(t, [][]any{
		{"ID", "Start time", "Completion time", "Email", "Name", "How good?.We listen", "How good?.We answer", "Why?"},
		{1, at, at.Add(time.Minute), "anonymous", nil, 7, 7.5, "quick, kind"},
		{},
		{2, at, at.Add(time.Minute), "anonymous", nil, 6, nil, nil},
	}, "Answers")
}

// A workbook is read as its CSV would be: blank cells at the end are cells, dates are dates, rows keep their numbers.
func TestWorkbook(t *testing.T) {
	e, err := exported(t, string(formsWorkbook(t)), Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if e.Platform != "microsoft_forms" || e.Encoding != "xlsx, sheet Answers" || len(e.Columns) != 8 {
		t.Errorf("got %s, %s, %d columns", e.Platform, e.Encoding, len(e.Columns))
	}
	var got [][]string
	var lines []int
	if _, err := e.Records(context.Background(), func(r Record) error {
		got, lines = append(got, slices.Clone(r.Cells)), append(lines, r.CellLine(3))
		return nil
	}); err != nil {
		t.Fatal(faultsOf(err))
	}
	want := [][]string{
		{"1", "2026-09-01 10:30:00", "2026-09-01 10:31:00", "anonymous", "", "7", "7.5", "quick, kind"},
		{"", "", "", "", "", "", "", ""},
		{"2", "2026-09-01 10:30:00", "2026-09-01 10:31:00", "anonymous", "", "6", "", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !slices.Equal(lines, []int{2, 3, 4}) {
		t.Errorf("rows %v", lines)
	}
}

func TestWorkbookSheet(t *testing.T) {
	e, err := exported(t, string(formsWorkbook(t)), Options{Sheet: "Notes"})
	if err != nil || len(e.Columns) != 1 || e.Columns[0].ID != "note" {
		t.Errorf("got %+v, %v", e, err)
	}
	_, err = exported(t, string(formsWorkbook(t)), Options{Sheet: "Note"})
	var usage *UsageError
	if !errors.As(err, &usage) || usage.Hint != "its sheets are Answers, Notes" {
		t.Errorf("a sheet that is not there: %v", err)
	}
}

// Rows amid the answers that hold nothing are counted, whether the sheet spells them out or leaves them out, and the places of the others stay
// theirs; above the header and below the answers they are none.
func TestBlankRowsOfAWorkbook(t *testing.T) {
	const row = `<row r="%d"><c r="A%d" t="str"><v>%s</v></c><c r="B%d"><v>%d</v></c></row>`
	sheet := `<worksheet><sheetData><row r="1"/><row r="2"/><row r="3"><c r="A3" t="str"><v>Who</v></c><c r="B3" t="str"><v>How good is it?</v></c></row>`
	for _, at := range []int{4, 5, 9, 10} {
		sheet += fmt.Sprintf(row, at, at, "x", at, at%5+1)
	}
	sheet += `<row r="11"><c r="A11" t="str"><v></v></c><c r="B11"/></row><row r="12">` + `<c r="A12" t="str"><v>x</v></c><c r="B12"><v>6</v></c></row><row r="13"><c r="A13"/></row><row r="99"/></sheetData></worksheet>`
	data := archive(t, sheetParts(sheet, `<sst/>`))
	e, err := exported(t, data, Options{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	var filled, blank []int
	if _, err := e.Records(context.Background(), func(r Record) error {
		if strings.Join(r.Cells, "") == "" {
			blank = append(blank, r.CellLine(0))
		} else {
			filled = append(filled, r.CellLine(0))
		}
		return nil
	}); err != nil {
		t.Fatal(faultsOf(err))
	}
	if !slices.Equal(filled, []int{4, 5, 9, 10, 12}) || !slices.Equal(blank, []int{6, 7, 8, 11}) {
		t.Errorf("rows %v, blank %v", filled, blank)
	}
	in := inspectedText(t, data)
	if in.Read != 9 || in.Kept != 5 {
		t.Errorf("read %d, kept %d of them: %+v", in.Read, in.Kept, in.Dropped)
	}
}

// A row with a cell beyond the header is named with its row.
func TestWorkbookRaggedRow(t *testing.T) {
	e, err := exported(t, string(workbook(t, [][]any{{"a", "b"}, {1, 2}, {1, 2, 3}}, "A")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = e.Records(context.Background(), func(Record) error { return nil })
	if got := faultsOf(err); !strings.HasPrefix(got, "export.csv:3: row has 3 cells, the header has 2") {
		t.Errorf("got %s", got)
	}
}

// archive packs files into a zip.
func archive(t testing.TB, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Archives that are no workbook, or would fill the memory, end in an error that says so.
func TestNoWorkbook(t *testing.T) {
	for what, text := range map[string]string{
		"is a zip archive, not a survey export": archive(t, map[string]string{"responses.csv": "a,b\n1,2\n"}),
		"xl/styles.xml is too large once":       archive(t, map[string]string{"xl/workbook.xml": "<workbook/>", "xl/styles.xml": strings.Repeat(" ", 64<<20+1)}),
		"is a damaged zip archive":              string(formsWorkbook(t))[:900],
		"workbook":                              archive(t, map[string]string{"xl/workbook.xml": "<workbook><sheets><sheet/></sheets>"}),
	} {
		_, err := exported(t, text, Options{})
		var input *study.InputError
		if !errors.As(err, &input) || !strings.Contains(faultsOf(err), what) {
			t.Errorf("%s: got %v", what, faultsOf(err))
		}
	}
}

// FuzzWorkbook opens any bytes that call themselves a zip: records of one width, or a fault of the input.
func FuzzWorkbook(f *testing.F) {
	f.Add(formsWorkbook(f))
	f.Add([]byte(archive(f, map[string]string{"xl/workbook.xml": "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>"})))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "w.xlsx"), append([]byte(zipMagic), bytes.TrimPrefix(data, []byte(zipMagic))...), 0o644); err != nil {
			t.Fatal(err)
		}
		var input *study.InputError
		e, err := OpenExport("w.xlsx", Options{Dir: dir})
		if err == nil {
			_, err = e.Records(context.Background(), func(r Record) error {
				if len(r.Cells) != len(e.Columns) {
					t.Fatalf("%d cells for %d columns", len(r.Cells), len(e.Columns))
				}
				return nil
			})
		}
		if err != nil && !errors.As(err, &input) {
			t.Fatal(err)
		}
	})
}

// The sheet that was read may be a cover: what is wrong with it names the others, and no quotes that a CSV would need.
func TestWorkbookWithCover(t *testing.T) {
	const others = "this is sheet Cover; the workbook also has Notes: name the sheet of answers with --sheet NAME (sheet: NAME in a study file)"
	for name, rows := range map[string][][]any{
		"a title":         {{"Customer survey 2026"}, {"Prepared by the research team"}},
		"one cell":        {{"Customer survey 2026"}},
		"a title, ragged": {{"Customer survey 2026"}, {"Prepared by"}, {"", "Confidential"}},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "w.xlsx"), plainWorkbook(t, rows, "Cover"), 0o600); err != nil {
			t.Fatal(err)
		}
		for what, draft := range map[string]func(context.Context, []AudienceFiles, Options) error{
			"analyze": func(ctx context.Context, a []AudienceFiles, o Options) error {
				_, _, err := Draft(ctx, a, o)
				return err
			},
			"init": func(ctx context.Context, a []AudienceFiles, o Options) error {
				_, err := DraftFile(ctx, a, o)
				return err
			},
		} {
			var input *study.InputError
			if err := draft(context.Background(), []AudienceFiles{{ID: "customers", Files: []string{"w.xlsx"}}}, Options{Dir: dir}); !errors.As(err, &input) {
				t.Fatalf("%s, %s: %v", name, what, err)
			}
			if got := input.Faults.List[0].Hint; got != others {
				t.Errorf("%s, %s: hint %q, want %q", name, what, got, others)
			}
		}
	}
}

// plainWorkbook writes rows into a first sheet, before one of notes.
func plainWorkbook(t *testing.T, rows [][]any, first string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", first); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Notes"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, cell := range row {
			if err := f.SetCellValue(first, string(rune('A'+j))+string(rune('1'+i)), cell); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is told of a text has no meaning for a workbook, and is not passed over in silence.
func TestOptionsThatDoNothingForAWorkbook(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "w.xlsx"), plainWorkbook(t, [][]any{{"We listen", "We answer"}, {1, 2}, {5, 4}}, "Answers"), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, o := range map[string]Options{
		"": {Dir: dir}, "w.xlsx is a workbook: --encoding (encoding:) does nothing": {Dir: dir, Encoding: "utf-8"}, "w.xlsx is a workbook: --delimiter (delimiter:) does nothing": {Dir: dir, Delimiter: ';'},
	} {
		in, err := Inspect(context.Background(), "w.xlsx", "", o)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, n := range in.Warnings {
			if n.Code == study.OptionUnused {
				got += n.Text()
			}
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A sheet is named in vain where no file is a workbook; of several files one is enough, and of an audience the export with choice texts.
func TestSheetOfNoWorkbook(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.csv": "ResponseId,q\nR_1,1\nR_2,2\n", "w.xlsx": string(plainWorkbook(t, [][]any{{"ResponseId", "q"}, {"R_1", 4}, {"R_2", 5}}, "Answers"))} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	unused := func(notices []study.Notice) (said string) {
		for _, n := range notices {
			if n.Code == study.OptionUnused {
				said += n.Text()
			}
		}
		return said
	}
	for _, test := range []struct{ files, sheet, want string }{
		{"customers: {files: [a.csv]}", "", ""},
		{"customers: {files: [a.csv]}", "Answers", noSheets},
		{"customers: {files: [a.csv]}\n  staff: {files: [w.xlsx]}", "Answers", ""},
		{"customers: {files: [a.csv], sheet: Answers}", "", "audience customers: sheet: Answers does nothing, for none of its files is a workbook"},
		{"customers: {files: [a.csv, w.xlsx], sheet: Answers}", "", ""},
		{"customers: {files: [a.csv], sheet: Answers, labels_from: w.xlsx}", "", ""},
	} {
		v, err := openText(t, "audiences:\n  "+test.files+"\nscale: 1..5\nitems: {q: {performance: q}}\n", Options{Dir: dir, Sheet: test.sheet})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if got := unused(v.notices); got != test.want {
			t.Errorf("%s, --sheet %q: got %q, want %q", test.files, test.sheet, got, test.want)
		}
	}
	for file, want := range map[string]string{"a.csv": "a.csv is no workbook: --sheet does nothing", "w.xlsx": ""} {
		in, err := Inspect(context.Background(), file, "", Options{Dir: dir, Sheet: "Answers"})
		if err != nil {
			t.Fatal(err)
		}
		if got := unused(in.Warnings); got != want {
			t.Errorf("inspect %s: got %q", file, got)
		}
		text, err := DraftFile(context.Background(), []AudienceFiles{{ID: "customers", Files: []string{file}}}, Options{Dir: dir, Sheet: "Answers"})
		if err != nil {
			t.Fatal(err)
		}
		if said := strings.Contains(string(text), "# - "+noSheets); said != (want != "") {
			t.Errorf("init %s:\n%s", file, text)
		}
	}
}

// Formulas whose results no spreadsheet has stored, and errors, are blank cells, and are said with their number and the first of them;
// an empty text is the result of a formula too. In a study they are said too.
func TestFormulasAndErrors(t *testing.T) {
	sheet := `<worksheet><sheetData><row><c t="inlineStr"><is><t>We listen</t></is></c><c t="inlineStr"><is><t>We answer</t></is></c></row>`
	for _, cell := range []string{`<c><v>4</v></c>`, `<c><f>A2</f></c>`, `<c><f>A2</f><v/></c>`, `<c t="str"><f>""</f><v></v></c>`, `<c><f>A2</f><v>5</v></c>`, `<c t="e"><f>NA()</f><v>#N/A</v></c>`} {
		sheet += `<row><c><v>3</v></c>` + cell + `</row>`
	}
	data := archive(t, sheetParts(sheet+`</sheetData></worksheet>`, `<sst/>`))
	want := []string{
		"a.xlsx: 2 cells hold a formula without its result, first B3: read as blank; open the workbook in a spreadsheet and save it, and the results are stored",
		"a.xlsx: 1 cell holds an error in place of a value, first B7 (#N/A): read as blank",
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	in, err := Inspect(context.Background(), "a.xlsx", "", Options{Dir: dir})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if c := in.Columns[1]; c.Answered != 2 || c.Blank != 4 || c.DontKnow != 0 {
		t.Errorf("%d answered, %d blank, %d don't know", c.Answered, c.Blank, c.DontKnow)
	}
	_, v, err := survey(t, "s.yaml", "audiences: {staff: {files: [a.xlsx]}}\nscale: 1..5\nitems: {listen: {performance: We listen}, answer: {performance: We answer}}\n", "a.xlsx", data)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	intake, err := v.Read(context.Background(), discardSink{})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for of, warnings := range map[string][]study.Notice{"inspection": in.Warnings, "study": intake.Warnings} {
		var got []string
		for _, n := range warnings {
			if n.Code == study.FormulasUnread || n.Code == study.ErrorCells {
				got = append(got, n.Text())
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", of, diff)
		}
	}
}

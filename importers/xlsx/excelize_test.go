package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// FuzzSheet holds the reader equal to excelize on workbooks that excelize writes.
func FuzzSheet(f *testing.F) {
	for seed := range uint64(30) {
		f.Add(seed, seed%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, stream bool) {
		data := inventedWorkbook(t, rand.New(rand.NewPCG(seed, 7)), stream)
		agreesWithExcelize(t, "w.xlsx", data)
	})
}

// inventedWorkbook is a sheet of cells of all kinds.
func inventedWorkbook(t *testing.T, r *rand.Rand, stream bool) []byte {
	f := excelize.NewFile()
	defer f.Close()
	styles := []int{0}
	for _, format := range []int{1, 2, 9, 10, 11, 14, 15, 20, 21, 22, 37, 45, 46, 47, 49} {
		id, err := f.NewStyle(&excelize.Style{NumFmt: format})
		if err != nil {
			t.Fatal(err)
		}
		styles = append(styles, id)
	}
	for _, format := range []string{"yyyy-mm-dd", `dd\.mm\.yyyy hh:mm`, "[h]:mm:ss", `0.0" days"`, "[Red]0;[Blue]-0", "mmm yy", "#,##0.00 €"} {
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		styles = append(styles, id)
	}
	var writer *excelize.StreamWriter
	if stream {
		var err error
		if writer, err = f.NewStreamWriter("Sheet1"); err != nil {
			t.Fatal(err)
		}
	}
	for row := 1; row < 40; row += 1 + r.IntN(8)/7 {
		cells := make([]any, r.IntN(30))
		for i := range cells {
			cells[i] = excelize.Cell{StyleID: styles[r.IntN(len(styles))], Value: inventedValue(r)}
		}
		if err := writeRow(f, writer, row, cells); err != nil {
			t.Fatal(err)
		}
	}
	if stream {
		if err := writer.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func writeRow(f *excelize.File, writer *excelize.StreamWriter, row int, cells []any) error {
	if writer != nil {
		return writer.SetRow(cellName(0, row), cells)
	}
	for i, c := range cells {
		place, cell := cellName(i, row), c.(excelize.Cell)
		if err := f.SetCellValue("Sheet1", place, cell.Value); err != nil {
			return err
		}
		if err := f.SetCellStyle("Sheet1", place, place, cell.StyleID); err != nil {
			return err
		}
	}
	return nil
}

func inventedValue(r *rand.Rand) any {
	switch r.IntN(9) {
	case 0:
		return nil
	case 1:
		return r.IntN(11)
	case 2:
		return r.Float64() * 60000
	case 3:
		return float64(r.IntN(100)) / 10
	case 4:
		return r.IntN(2) == 0
	case 5:
		return time.Date(1990+r.IntN(60), time.Month(1+r.IntN(12)), 1+r.IntN(28), r.IntN(24), r.IntN(60), r.IntN(60), 0, time.UTC)
	case 6:
		return []string{"", " both ", "a\nb", "<&>\"'", "_x0041_", "TRUE", "7", "二", "\t", "0.10"}[r.IntN(10)]
	case 7:
		return []float64{1e-3, 1e21, 0.1 + 0.2, 1e-20, 123456789012, -7.25, 0.04}[r.IntN(7)]
	}
	return fmt.Sprintf("remark %d", r.IntN(1000))
}

// agreesWithExcelize compares every cell of the first sheet.
func agreesWithExcelize(t *testing.T, name string, data []byte) {
	t.Helper()
	book, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	w, err := book.Rows(book.Sheets[0])
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	defer w.Close()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	raw, err := file.GetRows(book.Sheets[0].Name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	shown, err := file.GetRows(book.Sheets[0].Name)
	if err != nil {
		t.Fatal(err)
	}
	for n := range raw {
		if strings.Join(raw[n], "") == "" {
			continue
		}
		if err := nextFilled(w); err != nil || w.Row != n+1 {
			t.Fatalf("%s: row %d instead of %d: %v", name, w.Row, n+1, err)
		}
		record := w.Record
		for i := range max(len(record), len(raw[n])) {
			if got, raw, shown := cell(record, i), cell(raw[n], i), cell(shown[n], i); !sameAsExcelize(got, raw, shown) {
				t.Fatalf("%s: cell %s: got %q, excelize has %q, shown as %q", name, cellName(i, n+1), got, raw, shown)
			}
		}
	}
	if err := nextFilled(w); !errors.Is(err, io.EOF) {
		t.Fatalf("%s: row %d, %q: %v", name, w.Row, w.Record, err)
	}
}

// nextFilled reads on to the next row that holds anything.
func nextFilled(w *Rows) error {
	for {
		if err := w.Next(); err != nil || strings.Join(w.Record, "") != "" {
			return err
		}
	}
}

// cell is a cell of a row, which may end before it.
func cell(record []string, i int) string {
	if i < len(record) {
		return record[i]
	}
	return ""
}

// sameAsExcelize reports whether a text is what excelize has in a cell: as it is stored, or the same number, date or time.
func sameAsExcelize(got, raw, shown string) bool {
	if got == raw && !shownDate.MatchString(shown) {
		return true
	}
	if (raw == "0" || raw == "1") && got == shown && (shown == "TRUE" || shown == "FALSE") {
		return true
	}
	stored, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return got == raw
	}
	if stored >= lastDay+1 {
		return got == raw
	}
	if x, err := strconv.ParseFloat(got, 64); err == nil {
		return !shownDate.MatchString(shown) && (x == stored || (x-stored)*(x-stored) < 3e-29*stored*stored)
	}
	if seconds, ok := elapsed(got); ok {
		return shownDate.MatchString(shown) && seconds-86400*stored < 0.51 && seconds-86400*stored > -0.51
	}
	at, err := excelize.ExcelDateToTime(stored, false)
	if err != nil || !shownDate.MatchString(shown) {
		return false
	}
	if stored < 60 { // which excelize shows rightly, and returns a day early
		at = at.AddDate(0, 0, 1)
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02 15:04:05"} {
		if mine, err := time.Parse(layout, got); err == nil {
			return mine.Sub(at).Abs() <= time.Second
		}
	}
	return false
}

// elapsed reads hours, minutes and seconds.
func elapsed(text string) (seconds float64, ok bool) {
	var hours, minutes int
	n, err := fmt.Sscanf(text, "%d:%d:%g", &hours, &minutes, &seconds)
	return float64(60*(60*hours+minutes)) + seconds, err == nil && n == 3
}

// shownDate is a number that the sheet shows as a date, a time or both.
var shownDate = regexp.MustCompile(`\d:\d\d|^\d{1,4}([-/.])\d{1,2}([-/.])\d{1,4}\b|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`)

// The workbooks among the real exports say to this reader what they say to excelize.
func TestRealWorkbooks(t *testing.T) {
	found := 0
	for _, folder := range []string{"exports", "datasets"} {
		err := filepath.WalkDir(filepath.Join("..", "..", "..", "shared", folder), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".xlsx") {
				return nil //nolint:nilerr // a folder that is not there holds none
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			found++
			agreesWithExcelize(t, path, data)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found == 0 {
		t.Skip("there are none here")
	}
}

package delimited

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Records of many cells, of blanks alone, and of more cells than most are found as encoding/csv finds them.
func TestWideRecords(t *testing.T) {
	var b strings.Builder
	for _, cells := range []int{1, 7, 64, 65, 300, 3, 1000} {
		for _, cell := range []string{"", "7", "10", "a long text that says much", `"quoted, ""twice"""`, "\"on two\nlines\""} {
			b.WriteString(strings.Repeat("x"+strings.Repeat(","+cell, cells)+",,\n", 15))
		}
	}
	text := b.String()
	reader := csv.NewReader(strings.NewReader(text))
	reader.FieldsPerRecord = -1
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{1, 4, 10, 67, 303} {
		for _, got := range [][][]string{recordsOf(t, text, width, false), recordsOf(t, text, width, true)} {
			if len(got) != len(records) {
				t.Fatalf("width %d: %d records, want %d", width, len(got), len(records))
			}
			for n := range records {
				if !slices.Equal(got[n], records[n]) {
					t.Fatalf("width %d: record %d: got %d cells %.100q, want %d %.100q", width, n, len(got[n]), got[n], len(records[n]), records[n])
				}
			}
		}
	}
}

// recordsOf finds the records of a text one by one, or as many at once as it can.
func recordsOf(t *testing.T, text string, width int, atOnce bool) (records [][]string) {
	t.Helper()
	var f Fields
	p := padded([]byte(text))
	f.Open(p[:len(p)+ChunkPadding], ',', width)
	cells := func(places []uint32) (record []string) {
		for i := range len(places) - 1 {
			record = append(record, string(Unquoted(f.Raw(places, i))))
		}
		return record
	}
	for at := 0; at < len(text); {
		if atOnce {
			run := f.Run(at)
			for i := range run.N {
				records = append(records, cells(run.Record(i)))
			}
			if run.N > 0 {
				at = run.End(run.N)
				continue
			}
		}
		places, next := f.Record(at)
		if next < 0 {
			t.Fatalf("width %d: record %d: a quote where none may stand", width, len(records))
		}
		if len(places)-1 == width && atOnce && !BlankLine(places) {
			t.Fatalf("width %d: record %d is not found in a run", width, len(records))
		}
		records, at = append(records, cells(places)), next
	}
	return records
}

// A cell is blank by its bytes if it is blank by what it holds.
func TestBlankByBytes(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune{' ', '\t', '\n', '"', 'a', '0', 'é', '\u00a0', '\u2003'}), 0, 4, -1).Draw(r, "text")
		for _, raw := range []string{text, `"` + strings.ReplaceAll(text, `"`, `""`) + `"`} {
			if raw == text && strings.HasPrefix(text, `"`) {
				continue // not as a cell without quotes may stand
			}
			if got, want := Blank([]byte(raw)), strings.TrimSpace(text) == ""; got != want {
				r.Fatalf("%q: got %v, want %v", raw, got, want)
			}
		}
	})
}

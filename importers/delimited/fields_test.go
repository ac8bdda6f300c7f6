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
			b.WriteString("x" + strings.Repeat(","+cell, cells) + ",,\n")
		}
	}
	text := b.String()
	reader := csv.NewReader(strings.NewReader(text))
	reader.FieldsPerRecord = -1
	records, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{1, 5, 67, 303} {
		var f Fields
		p := padded([]byte(text))
		f.Open(p[:len(p)+ChunkPadding], ',', width)
		at := 0
		for n, record := range records {
			places, next := f.Record(at)
			if next < 0 {
				t.Fatalf("width %d: record %d: a quote where none may stand", width, n)
			}
			var got []string
			for i := range len(places) - 1 {
				got = append(got, string(Unquoted(f.Raw(places, i))))
			}
			if !slices.Equal(got, record) {
				t.Fatalf("width %d: record %d: got %d cells %.100q, want %d %.100q", width, n, len(got), got, len(record), record)
			}
			at = next
		}
		if at != len(text) {
			t.Errorf("width %d: the records end at %d of %d", width, at, len(text))
		}
	}
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

package importers

import (
	"fmt"
	"strings"
	"testing"
	"unsafe"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
	"pgregory.net/rapid"
)

// cellsOf returns the cell reader of the first rating of a study with one item `quick`, whose column is described as given.
func cellsOf(t testing.TB, column string) *cellReader {
	t.Helper()
	s, err := study.Parse("s.yaml", []byte("audiences: {customers: {files: [c.csv]}}\nscale: 1..10\nitems: {quick: {performance: {customers: {column: quick, "+column+"}}}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := s.Ratings()[0]
	return newCellReader(r, r.Columns["customers"], "quick")
}

func TestNumbersAreStrict(t *testing.T) {
	for text, want := range map[string]float64{"7": 7, "7.0": 7, "+7": 7, "007": 7, "-99": -99, "1e1": 10, ".5": 0.5, "'4": 4, "'-99": -99} {
		if got, err := lexicon.ParseNumber(text); err != nil || got != want {
			t.Errorf("%q: got %v, %v, want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "4,5", "1,000", "1 000", "1_000", "0x10", "0b1", "NaN", "nan", "Inf", "-Infinity", "1e999", "٧", "½", "7%", "7/10", "+-7", "e", ".", "Jun-25", "'", "''4", "4'"} {
		if got, err := lexicon.ParseNumber(text); err == nil {
			t.Errorf("%q is taken for %v", text, got)
		}
	}
}

func TestCellsOfScales(t *testing.T) {
	const missing = ", missing: {dont_know: [\"N/A\", 99, \"don’t know\"], blank: [-99, -], not_shown: [x, 0]}"
	const labels = "scale: [Strongly disagree, Disagree, Agree, Strongly agree]"
	for _, test := range []struct {
		column, cell string
		want         study.Code
	}{
		{"scale: 1..10", "1", 0},
		{"scale: 1..10", "10", 9},
		{"scale: 1..10", " 7 ", 6},
		{"scale: 1..10", "\u00a07\u00a0", 6},
		{"scale: 1..10", "7.0", 6},
		{"scale: 1..10", "", study.Blank},
		{"scale: 1..10", " \u00a0\t", study.Blank},
		{"scale: 0..10", "0", 0},
		{"scale: 1..10, reversed: true", "1", 9},
		{"scale: 1..10, reversed: true", "10", 0},
		{"scale: 1..10, reversed: true" + missing, "99", study.DontKnow}, // what is no answer is not turned round
		{"scale: 1..10" + missing, "99.0", study.DontKnow},
		{"scale: 1..10" + missing, " n/a ", study.DontKnow},
		{"scale: 1..10" + missing, "Don't  know", study.DontKnow},
		{"scale: 1..10" + missing, "-99", study.Blank},
		{"scale: 1..10" + missing, "-", study.Blank},
		{"scale: 1..10" + missing, "", study.Blank},
		{"scale: 1..10" + missing, "X", study.NotShown},
		{"scale: 0..10" + missing, "0", study.NotShown}, // a declared missing value goes before the scale
		{"scale: 0..10, missing: {not_shown: [\"\"]}", "", study.NotShown},
		{labels, "Agree", 2},
		{labels, "strongly\u00a0AGREE ", 3},
		{labels, "<b>Disagree</b>", 1},
		{labels + ", reversed: true", "Strongly disagree", 3},
		{labels, "4", 3},                                // exported as numbers
		{"scale: [\"4\", \"3\", \"2\", \"1\"]", "4", 0}, // a label that is a number is a label
	} {
		r := cellsOf(t, test.column)
		for _, time := range []string{"first", "second"} { // decided, then known
			if got, ok := r.read(test.cell); !ok || got != test.want {
				t.Errorf("%s, %q, %s time: got %d, %v, want %d", test.column, test.cell, time, got, ok, test.want)
			}
		}
	}
}

// A cell that is not on the scale says so in the words of the study, with the remedy that it likely needs.
func TestFaultsOfCells(t *testing.T) {
	const labels = "scale: [Never, Rarely, Often, Always]"
	long := strings.Repeat("ä", 61)
	for _, test := range []struct{ column, cell, message, hint string }{
		{"scale: 1..10", " 11 ", `"11" is outside the scale 1..10 of item quick (column quick)`, `if 11 means "don't know", give the item  missing: {dont_know: [11]}`},
		{"scale: 1..10", "0", `"0" is outside the scale 1..10 of item quick (column quick)`, `if 0 means "don't know", give the item  missing: {dont_know: [0]}`},
		{"scale: 1..10", "2.7", `"2.7" is outside the scale 1..10 of item quick (column quick)`, "if answers between the points are meant, say how fine:  scale: 1..10 by 0.1"},
		{"scale: 1..6 by 0.5", "2.7", `"2.7" is outside the scale 1..6 by 0.5 of item quick (column quick)`, "if answers between the points are meant, say how fine:  scale: 1..6 by 0.1"},
		{"scale: 1..10", "7.5", `"7.5" is outside the scale 1..10 of item quick (column quick)`, "if answers between the points are meant, say how fine:  scale: 1..10 by 0.5"},
		{"scale: 1..10", "4,5", `"4,5" is not on the scale 1..10 of item quick (column quick)`, "if the comma is a decimal one:  --decimal comma, or  decimal: comma  for the audience; if these are several answers, the column is no rating"},
		{
			"scale: 1..10", "refused", `"refused" is not on the scale 1..10 of item quick (column quick)`,
			`if it means "don't know", give the item  missing: {dont_know: ["refused"]}; if answers are words, list them: scale: [low, …, high]`,
		},
		{labels, "5", `"5" is outside the scale [Never, Rarely, Often, Always] of item quick (column quick)`, `these may be the codes of an export, which are not scale order: name the points they stand for (codes: {…}) ` +
			`or the same export with choice texts (labels_from: …); if 5 means "don't know", give the item  missing: {dont_know: [5]}`},
		{labels, "seldom", `"seldom" is not on the scale [Never, Rarely, Often, Always] of item quick (column quick)`, ""},
		{"scale: 1..10", long, `"` + strings.Repeat("ä", 59) + `…" is not on the scale 1..10 of item quick (column quick)`, ""},
	} {
		r := cellsOf(t, test.column)
		if code, ok := r.read(test.cell); ok {
			t.Errorf("%s, %q: taken for %d", test.column, test.cell, code)
			continue
		}
		place := study.Place{File: "c.csv", Line: 3, Column: 2}
		got := r.fault(place, test.cell)
		if got.Place != place || got.Message != test.message || test.hint != "" && got.Hint != test.hint || got.Hint == "" {
			t.Errorf("%s, %q: got %s\nhint %s", test.column, test.cell, got.Message, got.Hint)
		}
	}
}

// Whoever feeds a column a million different spellings does not fill the memory, and every one of them is still read.
func TestKnownCellsAreBounded(t *testing.T) {
	r := cellsOf(t, "scale: 1..10")
	for n := range 3 * maxKnownCells {
		cell := strings.Repeat(" ", n%8192) + "7" + strings.Repeat(" ", n/8192)
		if code, ok := r.read(cell); !ok || code != 6 {
			t.Fatalf("spelling %d: got %d, %v", n, code, ok)
		}
	}
	if len(r.known) != maxKnownCells {
		t.Errorf("%d cells are known, want %d", len(r.known), maxKnownCells)
	}
	for n := range 10 { // faults are not kept either
		if _, ok := r.read(fmt.Sprintf("no %d", n)); ok {
			t.Errorf("no %d is taken for an answer", n)
		}
	}
	if len(r.known) != maxKnownCells {
		t.Errorf("%d cells are known after faults", len(r.known))
	}
}

// A cell that was read before costs nothing.
func TestKnownCellsDoNotAllocate(t *testing.T) {
	r := cellsOf(t, "scale: 1..10")
	cells := []string{"7", "10", "", " 3 "}
	if n := testing.AllocsPerRun(100, func() {
		for _, cell := range cells {
			r.read(cell)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A cell that is kept does not keep the whole record that it came in, comments and all.
func TestKnownCellsHoldNoRecords(t *testing.T) {
	r := cellsOf(t, "scale: 1..10")
	record := "7," + strings.Repeat("a long comment ", 1000)
	if _, ok := r.read(record[:1]); !ok {
		t.Fatal("7 is not read")
	}
	for known := range r.known {
		if unsafe.StringData(known) == unsafe.StringData(record) {
			t.Errorf("%q lies in the memory of its record", known)
		}
	}
	if len(r.known) != 1 {
		t.Errorf("%d cells are known, want 1", len(r.known))
	}
}

// No text is two things: it is one code, the same each time and whatever stands around it, or it is a fault.
func TestEveryTextIsOneCodeOrAFault(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := cellsOf(t, "scale: 1..7, missing: {dont_know: [9, \"N/A\"], blank: [-], not_shown: [x]}")
		cell := rapid.OneOf(rapid.String(), rapid.StringMatching(`[-+.,0-9 eExX]{0,5}`)).Draw(rt, "cell")
		code, ok := r.read(cell)
		again, okAgain := r.read(cell)
		padded, okPadded := r.read(" " + cell + "\u00a0")
		if code != again || ok != okAgain || code != padded || ok != okPadded {
			rt.Fatalf("%q: got %d %v, %d %v, padded %d %v", cell, code, ok, again, okAgain, padded, okPadded)
		}
		if ok && code.Valid() && int(code) > 6 {
			rt.Fatalf("%q: got code %d of a scale of 7 points", cell, code)
		}
		x, err := lexicon.ParseNumber(strings.TrimSpace(strings.ReplaceAll(cell, "\u00a0", " ")))
		if onScale := err == nil && x >= 1 && x <= 7 && x == float64(int(x)); onScale != (ok && code.Valid()) {
			rt.Fatalf("%q is the number %v (%v), got %d, %v", cell, x, err, code, ok)
		}
	})
}

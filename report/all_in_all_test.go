package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Below the answer stand the alignment and the largest gaps on both stretches, each with its interval; they are not fragments of the answer.
func TestAllInAll(t *testing.T) {
	r := invented(t, "All", []string{"one", "two", "three", "four"}, nil,
		audience{"lead", "Board", 60, []float64{9, 8, 9, 6}, ten(), 0, nil}, audience{"staff", "Staff", 90, []float64{7, 5, 6, 6}, ten(), 0, nil},
		audience{"customers", "Customers", 200, []float64{5, 7.5, 5.4, 6}, ten(), 0, nil})
	l := newLookup(r, english())
	var said []string
	for _, f := range l.allInAll() {
		said = append(said, strings.ReplaceAll(f.text(), noBreak, " "))
	}
	text := strings.Join(said, "\n")
	if len(said) != 3 {
		t.Fatalf("%d sentences:\n%s", len(said), text)
	}
	for _, want := range []string{
		"Alignment of the audiences: ", " of 100 (95 % CI ", "The largest established gaps inside the house: “three”, rated 3.1 points higher by Board than by Staff (95 % CI ", "; “two”, rated 2.9 points",
		"at delivery: “two”, rated 2.5 points higher by Customers than by Staff (95 % CI ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	page := english().clientReport(r, ClientOptions{})
	for _, s := range page.parts[0].sections {
		if len(s.lines) > 0 {
			t.Errorf("who answered says %q", s.lines)
		}
	}
	for i := range r.Figures { // without the chain the answer itself has the largest gap
		if r.Figures[i].Analysis == "chain" {
			r.Figures[i].Value = analysis.Number(math.NaN())
		}
	}
	if got := newLookup(r, english()).allInAll(); len(got) != 1 {
		t.Errorf("%d sentences without a chain", len(got))
	}
}

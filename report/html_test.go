package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// A table says once which of its columns are numbers: the style aligns them, and no cell repeats it. Only columns behind those that the style
// knows bear a class in their cells.
func TestColumnsOfNumbersAreNamedOnce(t *testing.T) {
	s := section{grid: grid{columns: []column{{"item", words}}, rows: []row{{cells: []cell{{"Fair prices"}}}}}}
	for k := range 10 {
		s.grid.columns = append(s.grid.columns, column{"n", []alignment{numbers, gaps}[k%2]})
		s.grid.rows[0].cells = append(s.grid.rows[0].cells, cell{"1"})
	}
	s.grid.columns[10].align = numbers
	out := s.html("x", &sources{}, nil)
	if out.Numeric != "n2 n4 n6 n8" {
		t.Errorf("columns of numbers: %q", out.Numeric)
	}
	for k, c := range out.Groups[0].Rows[0] {
		want := ""
		if k >= styledColumns { // the tenth and the eleventh
			want = "n"
		}
		if k > 0 && c.Class != want {
			t.Errorf("column %d has the class %q, want %q", k+1, c.Class, want)
		}
	}
	style, err := page.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	for k := 2; k <= styledColumns; k++ {
		if !regexp.MustCompile(fmt.Sprintf(`\.n%[1]d tr>:nth-child\(%[1]d\)[^{}]*\{text-align:right`, k)).Match(style) {
			t.Errorf("the style does not align column %d", k)
		}
	}
}

// Who answered, in amounts, has no more room than it needs: on a telephone words take a third of the screen.
func TestAmountsStayShort(t *testing.T) {
	s := section{grid: grid{columns: []column{{"audience", words}, {"answered", amounts}, {"remark", words}}, rows: []row{{cells: []cell{{"Staff"}, {"14 of 14, census"}, {strings.Repeat("long ", 9)}}}}}}
	cells := s.html("x", &sources{}, nil).Groups[0].Rows[0]
	if cells[1].Class != "s" || cells[2].Class != "w" {
		t.Errorf("classes %q and %q, want s and w", cells[1].Class, cells[2].Class)
	}
}

// The anchor of a figure is short, and the same in every report; those of two figures differ.
func TestAnchorsAreShortAndStay(t *testing.T) {
	if got := anchorOf("gap/performance/leadership:customers/easy/difference@wave=2026"); got != "f-1htv5py" {
		t.Errorf("the anchor has become %s: links from elsewhere lead nowhere", got)
	}
	said := finding{}
	for k := range 2000 {
		said.parts = append(said.parts, part{text: "1", figure: fmt.Sprintf("profile/performance/customers/item_%d/mean", k)})
	}
	all := &sources{anchors: map[string]string{}}
	all.enter(said)
	seen := map[string]bool{}
	for id, anchor := range all.anchors {
		if seen[anchor] || len(anchor) > len("f-1z141z3-2") {
			t.Errorf("%s has the anchor %s", id, anchor)
		}
		seen[anchor] = true
	}
	if len(seen) != 2000 {
		t.Errorf("%d anchors of 2000 figures", len(seen))
	}
}

// What the heading above a chart says is not said again in front of what it shows.
func TestMapsAreTitledOnce(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, fortyItems(t), ClientOptions{}); err != nil {
		t.Fatal(err)
	}
	const head = "Importance against performance, customers"
	if !strings.Contains(b.String(), "-h\">"+head) || strings.Contains(b.String(), "<figcaption><b>"+head) {
		t.Errorf("the map has no heading, or two")
	}
}

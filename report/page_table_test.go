package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// wideGrid is a table that no page holds: what names its rows, and eight numbers with their intervals, two by two.
func wideGrid() grid {
	g := grid{columns: []column{{"item", words}, {"audience", words}}, keys: 2, together: 2}
	r := row{cells: []cell{{"Settles complaints fairly"}, {"Customers"}}}
	for range 8 {
		g.columns = append(g.columns, column{"lead − cust", gaps})
		r.cells = append(r.cells, cell{"+2.7", "[+0.6," + noBreak + "+4.9]", "●", ""})
	}
	g.rows = []row{r}
	return g
}

// On a page every column has room for its words and its intervals; what names a row stands in every part, what belongs together in one.
func TestTablesFitThePage(t *testing.T) {
	g := wideGrid()
	var shown []int
	for _, p := range pageTables(g) {
		sum := 0.0
		for n, k := range p.columns {
			sum += p.widths[n]
			for word := range strings.SplitSeq(g.columns[k].header+" "+unbroken(g.rows[0].cells[k], g.columns[k].align), " ") {
				if p.widths[n] < breadth(word) {
					t.Errorf("column %d is %.1f digits wide, %q needs %.1f", k, p.widths[n], word, breadth(word))
				}
			}
		}
		if sum > pageDigits {
			t.Errorf("columns %v are %.1f digits wide together, the page has %.1f", p.columns, sum, pageDigits)
		}
		if !slices.Equal(p.columns[:2], []int{0, 1}) || len(p.columns)%2 == 1 {
			t.Errorf("a part has the columns %v", p.columns)
		}
		shown = append(shown, p.columns[2:]...)
	}
	if !slices.Equal(shown, []int{2, 3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("the parts show %v", shown)
	}
}

// An interval has its line before a long label takes what is left of the page.
func TestIntervalsHaveTheirLine(t *testing.T) {
	g := grid{columns: []column{{"item", words}, {"gap", gaps}, {"n", numbers}}, rows: []row{{cells: []cell{
		{strings.Repeat("a long label ", 12)}, {"+2.7", "[+2.6," + noBreak + "+2.9]", "●", ""}, {"640"},
	}}}}
	parts := pageTables(g)
	if want := breadth("+2.7 [+2.6, +2.9] ●"); len(parts) != 1 || parts[0].widths[1] < want {
		t.Errorf("%+v, want one part and %.1f for the gap", parts, want)
	}
}

// pandoc takes the widths of columns from the dashes, but only where a line of the table is longer than 72 letters.
func TestDashesAreWidths(t *testing.T) {
	var b bytes.Buffer
	g := grid{columns: []column{{"item", words}, {"n", numbers}}, rows: []row{{cells: []cell{{"Ease"}, {"640"}}}}}
	if err := new(gridTables).paged(&b, g); err != nil {
		t.Fatal(err)
	}
	line := strings.Split(b.String(), "\n")[1]
	if n := strings.Count(line, "-") + strings.Count(line, ":"); len(line) <= 72 || n < 98 || n > 102 {
		t.Errorf("%d letters, %d percent: %s", len(line), n, line)
	}
}

// The names of groups stand in rows of their own, so that no column is spent on them.
func TestGroupsInMarkdown(t *testing.T) {
	var b bytes.Buffer
	g := grid{columns: []column{{"item", words}, {"n", numbers}}, grouped: "dimension", rows: []row{
		{"Ease & speed", []cell{{"Easy"}, {"640"}}}, {"Ease & speed", []cell{{"Quick"}, {"12"}}}, {"Trust", []cell{{"Honest"}, {"7"}}},
	}}
	if err := new(gridTables).markdown(&b, g); err != nil {
		t.Fatal(err)
	}
	want := `| item                 |   n |
|:---------------------|----:|
| **Ease &amp; speed** |     |
| Easy                 | 640 |
| Quick                |  12 |
| **Trust**            |     |
| Honest               |   7 |
`
	if got := b.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

package report

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report/chart"
)

// pageOf is the page of a result, in English.
func pageOf(t *testing.T, r *analysis.Result) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, r, ClientOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Boxes are those of the items: where they differ each item says its own, where all have others than the study these are said.
func TestBoxesAreThoseOfTheItems(t *testing.T) {
	with := func(points ...int) (texts, drawing string) {
		r := threeAudiences(t, false)
		for i := range r.Items {
			for k := range r.Items[i].Ratings {
				r.Items[i].Ratings[k].TopBox = points[i%len(points)]
			}
		}
		l := newLookup(r, english())
		for _, topic := range l.topics() {
			s := l.boxesSection(topic)
			if len(s.charts) == 0 {
				continue
			}
			for _, c := range s.grid.columns {
				texts += strings.ReplaceAll(c.header, noBreak, " ") + "\n"
			}
			for _, row := range s.grid.rows {
				texts += row.cells[0][0] + "\n"
			}
			return texts + strings.Join(s.lines, "\n"), drawnOn(s.charts[0])
		}
		t.Fatal("no section on how answers divide")
		return "", ""
	}
	for _, c := range []struct {
		points []int
		want   []string
		not    []string
	}{
		{[]int{2}, []string{"top 2, %", "bottom 2 and top 2 points"}, []string{"(bottom", "top box"}},
		{[]int{3}, []string{"top 3, %", "bottom 2 and top 3 points"}, []string{"top 2", "(bottom"}},
		{[]int{3, 1, 1, 1}, []string{"Easy to do business with (bottom 2, top 3)", "Keeps its promises (bottom 2, top 1)", "top box, %", "stand beside the item"}, []string{"top 2"}},
	} {
		texts, drawing := with(c.points...)
		for _, want := range c.want {
			if !strings.Contains(texts, want) {
				t.Errorf("top boxes %v: no %q in\n%s", c.points, want, texts)
			}
		}
		for _, not := range c.not {
			if strings.Contains(texts, not) || strings.Contains(drawing, not) && not != "top box" {
				t.Errorf("top boxes %v: %q in\n%s", c.points, not, texts)
			}
		}
		if mixed := len(c.points) > 1; mixed != strings.Contains(drawing, "Keeps its promises (bottom 2, top 1)") {
			t.Errorf("top boxes %v: the chart names boxes: %v", c.points, !mixed)
		}
	}
}

// A share that lies between two whole percentages is rounded alike on a bar and in the table below it.
func TestBarsAndTablesRoundAlike(t *testing.T) {
	r := threeAudiences(t, false)
	for i, f := range r.Figures {
		if f.Analysis != "profile" || f.Audience != "customers" || f.Item != r.Items[0].ID {
			continue
		}
		switch f.Statistic {
		case "top_box":
			r.Figures[i].Value = 0.625
		case "bottom_box":
			r.Figures[i].Value = 0.125
		}
	}
	l := newLookup(r, english())
	s := l.boxesSection(l.topics()[0])
	var drawn, written bool
	for _, row := range s.charts[0].chart.(chart.Distribution).Rows {
		if row.Group == r.Items[0].Label && row.Label == "Customers" {
			drawn = slices.Equal(row.Texts, []string{"13 %", "25 %", "63 %"})
		}
	}
	for _, row := range s.grid.rows {
		if row.cells[0][0] == r.Items[0].Label {
			last := row.cells[len(row.cells)-2:]
			written = last[0][0] == "13" && last[1][0] == "63"
		}
	}
	if !drawn || !written {
		t.Errorf("12.5 and 62.5 %%: on the bar 13 and 63 %v, in the table %v", drawn, written)
	}
}

// Which points are the top is said of importance and of performance, with the items that have others.
func TestTopPoints(t *testing.T) {
	r := threeAudiences(t, false)
	r.Items[1].Ratings[0].TopBox = 1
	l := newLookup(r, english())
	b := l.boxesOf([]int{0, 1, 2, 3}, r.Items[1].Ratings[0].Kind, "own")
	if got := l.topPoints(b); !b.mixed || got != "2 points; Keeps its promises: 1 point" {
		t.Errorf("mixed %v, got %q", b.mixed, got)
	}
}

// What is hidden of few answers does not go missing in the chart of how answers divide: its row says so, as its cell in the table does.
func TestHiddenAnswersKeepTheirRow(t *testing.T) {
	rows := func(r *analysis.Result) int {
		l := newLookup(r, english())
		return strings.Count(drawnOn(l.boxesSection(l.topics()[0]).charts[0]), ">Leadership team<")
	}
	hidden := threeAudiences(t, true)
	if got, want := rows(hidden), rows(threeAudiences(t, false)); got != want || want == 0 {
		t.Errorf("%d rows of the hidden team, %d of one that is shown", got, want)
	}
	l := newLookup(hidden, english())
	if drawing := drawnOn(l.boxesSection(l.topics()[0]).charts[0]); !strings.Contains(drawing, "supp.") {
		t.Error("the rows do not say why they are empty")
	}
}

// A row stays where one box alone is not shown, and where the top box alone was published; that nobody answered makes none.
func TestOneBoxKeepsItsRow(t *testing.T) {
	for want, change := range map[string]func(top, bottom *analysis.Figure){
		">supp.<": func(_, bottom *analysis.Figure) {
			bottom.Value, bottom.Note = analysis.NaN, analysis.Notes{analysis.NoteSuppressed}
		},
		">supp. <": func(top, _ *analysis.Figure) { top.Value, top.Note = analysis.NaN, analysis.Notes{analysis.NoteTooFew} },
		">top 2 40": func(top, bottom *analysis.Figure) {
			top.Value, bottom.Value, bottom.Note = 0.4, analysis.NaN, analysis.Notes{analysis.NoteNotPublished}
		},
	} {
		r := threeAudiences(t, false)
		l := newLookup(r, english())
		of := l.topics()[0]
		item := r.Items[of.items[0]].ID
		rows := strings.Count(drawnOn(l.boxesSection(of).charts[0]), ">Customers<")
		change(l.profile(of, "customers", item, "top_box"), l.profile(of, "customers", item, "bottom_box"))
		drawing := drawnOn(l.boxesSection(of).charts[0])
		stays := !strings.HasSuffix(want, " <") // of which there is nothing to say
		if n := strings.Count(drawing, ">Customers<"); (n == rows) != stays || strings.Contains(drawing, want) != stays {
			t.Errorf("%q: %d rows of %d, said: %v", want, n, rows, strings.Contains(drawing, want))
		}
	}
}

// The legend of a chart of means has the audiences that have a mark in it, and the text below says of whom there is none.
func TestLegendsHaveWhatIsDrawn(t *testing.T) {
	for _, published := range []bool{false, true} {
		r := threeAudiences(t, false)
		for k := range r.Figures {
			if f := &r.Figures[k]; published && f.Audience == "customers" && f.Statistic == "mean" {
				f.Value, f.Note = analysis.NaN, analysis.Notes{analysis.NoteNoMean}
			}
		}
		l := newLookup(r, english())
		for _, lines := range []bool{false, true} {
			d, _ := l.meansChart(l.topics()[0], lines).chart.(chart.Dumbbell)
			if named := slices.Contains(d.Series, "Customers"); named == published || len(d.Series) != len(d.Looks) || len(d.Rows[0].Values) != len(d.Series) {
				t.Errorf("published without means: %v, legend %q", published, d.Series)
			}
			if strings.Contains(d.Desc, "No mean is shown of Customers.") != published {
				t.Errorf("published without means: %v, said %q", published, d.Desc)
			}
		}
	}
}

// Where nothing may be shown of how answers divide, there is no empty chart above the table that says so.
func TestNoChartOfHiddenAnswers(t *testing.T) {
	r := threeAudiences(t, false)
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Statistic == "top_box" || f.Statistic == "bottom_box" {
			f.Value, f.Note = analysis.Number(math.NaN()), analysis.Notes{analysis.NoteSuppressed}
		}
	}
	l := newLookup(r, english())
	if s := l.boxesSection(l.topics()[0]); len(s.charts) > 0 || !s.hasRows() {
		t.Errorf("%d charts, %d rows", len(s.charts), len(s.grid.rows))
	}
}

// Where items have targets of their own, each row has its mark and no line is drawn across; the definitions give the range.
func TestTargetsOfItems(t *testing.T) {
	for name, targets := range map[string][]float64{"one": {40}, "two": {30, 90}} {
		r := threeAudiences(t, false)
		for i := range r.Items {
			r.Items[i].Target = targets[i%len(targets)]
		}
		page := pageOf(t, r)
		l := newLookup(r, english())
		marks, one := 0, false
		for _, topic := range l.topics() {
			drawing := drawnOn(l.meansChart(topic, false))
			marks, one = marks+strings.Count(drawing, `class="cross"`), one || strings.Contains(drawing, ">target 4.6<")
			if strings.Contains(drawing, "target 7") {
				t.Errorf("%s: the study's target stands in place of the items'", name)
			}
		}
		want, wantMarks := fmt.Sprintf("below the target (%v of 100) outside", targets[0]), 1
		if len(targets) > 1 {
			want, wantMarks = "below the target (30 to 90 of 100) outside", len(r.Items)
		}
		if marks != wantMarks || one != (len(targets) == 1) || strings.Contains(page, "dashed: the item&#39;s target") != (len(targets) > 1) {
			t.Errorf("%s: %d marks, a line for all: %v", name, marks, one)
		}
		if !strings.Contains(page, want) {
			t.Errorf("%s: the definitions do not say %q", name, want)
		}
	}
}

// drawnOn is a chart as it stands beside a document, all its pieces.
func drawnOn(f figureChart) string {
	text := ""
	for _, piece := range f.chart.Pages() {
		text += string(piece.File())
	}
	return text
}

package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// faults returns the texts of a drawing that leave its frame or lie on each other.
func (d *Drawing) faults() []string {
	var found []string
	for i, b := range d.texts {
		if b.Left < 0 || b.Top < 0 || b.Right > d.Width || b.Bottom > d.Height {
			found = append(found, fmt.Sprintf("%q leaves the frame: %+v of %v × %v", b.Text, b, d.Width, d.Height))
		}
		for _, o := range d.texts[i+1:] {
			if b.overlaps(o) {
				found = append(found, fmt.Sprintf("%q lies on %q: %+v, %+v", b.Text, o.Text, b, o))
			}
		}
	}
	return found
}

func TestFaultsAreFound(t *testing.T) {
	d := &Drawing{Width: 100, Height: 100, texts: []Box{{0, 0, 20, 10, "a"}, {15, 5, 30, 12, "b"}, {90, 90, 120, 99, "c"}}}
	if got := d.faults(); len(got) != 2 {
		t.Errorf("found %v", got)
	}
}

const long = "Communicates frequently and honestly on the state of its business, in words that a customer who has never read an annual report understands"

// drawable is a chart that is drawn in one piece too.
type drawable interface {
	Chart
	Draw() *Drawing
}

// charts draws every kind of chart of n items with long labels.
func charts(n int, seed uint64) map[string]*Drawing {
	drawn := map[string]*Drawing{}
	for name, c := range invented(n, seed) {
		drawn[name] = c.Draw()
	}
	return drawn
}

// invented is every kind of chart of n items with long labels.
func invented(n int, seed uint64) map[string]drawable {
	source := rand.New(rand.NewPCG(seed, 1))
	value := func(low, high float64) Value {
		x := low + (high-low)*source.Float64()
		return Value{x, math.Max(low, x-(high-low)/10*source.Float64()), math.Min(high, x+(high-low)/10*source.Float64())}
	}
	label := func(i int) string {
		switch i % 4 {
		case 0:
			return long
		case 1:
			return fmt.Sprintf("Item %d", i)
		case 2:
			return strings.Repeat("unbreakable", 6)
		}
		return "Listens to customer needs & <feedback>"
	}
	audiences := []string{"Leadership team", "Staff in branches and in the service centre of the whole of Northern Europe, temporary staff included", "Customers"}
	var three, bars, parts []Row
	var points []Point
	var items []TrendItem
	var totals []string
	for i := range n {
		group := fmt.Sprintf("group %d", i/7)
		three = append(three, Row{Label: label(i), Group: group, Values: []Value{value(1, 10), value(1, 10), value(1, 10)}, Note: "+2.7 ●"})
		bars = append(bars, Row{Label: label(i), Values: []Value{value(-3, 3), value(-3, 3)}})
		totals = append(totals, "+2.7 = +1.5 +1.2")
		low := source.Float64() / 2
		high := source.Float64() / 2
		parts = append(parts, Row{Label: label(i), Group: group, Values: []Value{{Value: low}, {Value: 1 - low - high}, {Value: high}}, Texts: []string{"50 %", "0 %", "100 %"}})
		points = append(points, Point{Label: label(i), X: value(4, 6), Y: value(6, 9), Note: "keep up the good work"})
		items = append(items, TrendItem{Label: label(i), Values: [][]Value{{value(1, 10), value(1, 10)}, {None(), value(1, 10)}}})
	}
	nan := math.NaN()
	return map[string]drawable{
		"dumbbell": Dumbbell{Words{}, "Means", "desc", "mean, scale 1 to 10", 1, 10, audiences, nil, three, 7.3, false, "leadership − customers"},
		"profile":  Dumbbell{Words{}, "Means", "desc", "mean, scale 1 to 10", 1, 10, audiences, nil, three, nan, true, ""},
		"bars":     Bars{Title: "Chain", Desc: "desc", Axis: "gap in points", Series: audiences[:2], Rows: bars, Totals: totals, Total: "leadership − customers"},
		"parts":    Distribution{Title: "Answers", Desc: "desc", Parts: [3]string{"bottom 2", "between", "top 2"}, Rows: parts},
		"quadrant": Scatter{
			Title: "Map", Desc: "desc", X: "performance", Y: "importance", Low: 1, High: 10, Square: true, CrossX: 5, CrossY: 7.5,
			Corners: [4]string{"concentrate here", "keep up the good work", "low priority", "possible overkill"}, Points: points, Guide: "dashed: cross-hair at the means of the items; thin: importance equals performance",
		},
		"derived": Scatter{Title: "Map", Desc: "desc", X: "share", Y: "importance", Low: 0, High: 10, CrossX: nan, CrossY: nan, Points: points, Percent: true},
		"trend":   Trend{Words{}, "Trend", "desc", "mean", []string{"2025-Q3, after the merger", "2026-Q3"}, audiences[:2], nil, 1, 10, items, 0, 0},
	}
}

func TestLabelsNeitherOverlapNorLeaveTheFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "items")
		for name, d := range charts(n, rapid.Uint64Range(1, 1000).Draw(t, "seed")) {
			for _, fault := range d.faults() {
				t.Errorf("%s of %d items: %s", name, n, fault)
			}
		}
	})
}

// A drawing is well-formed XML without a script, says what it is, and is the same at every draw.
func TestDrawingsAreSound(t *testing.T) {
	again := charts(30, 7)
	for name, d := range charts(30, 7) {
		text := string(d.File())
		if text != string(again[name].File()) {
			t.Errorf("%s is drawn in two ways", name)
		}
		decoder := xml.NewDecoder(strings.NewReader(text))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		for _, want := range []string{"<title", "<desc", `role="img"`, "viewBox"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
		for _, bad := range []string{"<script", "NaN", "Inf", "href", "var("} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %s", name, bad)
			}
		}
		if dir := os.Getenv("CXGAP_CHARTS"); dir != "" { // to be looked at
			if err := os.WriteFile(filepath.Join(dir, name+".svg"), d.File(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Values beyond the scale, and none at all, do not leave the plot.
func TestChartsOfOddValues(t *testing.T) {
	d := Dumbbell{Words{}, "t", "d", "a", 1, 5, []string{"one", "two"}, nil, []Row{{Label: "x", Values: []Value{{9, -3, 12}, None()}}}, math.NaN(), false, ""}.Draw()
	if got := d.faults(); len(got) > 0 || strings.Contains(d.body, "NaN") {
		t.Errorf("%v %s", got, d.body)
	}
	b := Bars{Title: "t", Desc: "d", Axis: "a", Series: []string{"one", "two"}, Rows: []Row{{Label: "x", Values: []Value{None(), {Value: 0}}}}, Totals: []string{"n/a"}}.Draw()
	if got := b.faults(); len(got) > 0 || strings.Contains(b.body, "NaN") {
		t.Errorf("%v %s", got, b.body)
	}
	s := Scatter{Low: 1, High: 5, CrossX: 3, CrossY: 3, Square: true, Points: []Point{{Label: "a", X: Value{3, 3, 3}, Y: Value{3, 3, 3}}, {Label: "b", X: Value{3, 3, 3}, Y: Value{3, 3, 3}}}}.Draw()
	if got := s.faults(); len(got) > 0 {
		t.Error(got)
	}
}

// A chart that is longer than a page comes in pieces that hold all rows once and fit a page.
func TestLongChartsComeInPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d Dumbbell
		var b Bars
		var p Distribution
		trend := Trend{Waves: []string{"1", "2"}, Series: []string{"a"}, High: 1}
		n := rapid.IntRange(1, 60).Draw(t, "rows")
		for i := range n {
			label := rapid.SampledFrom([]string{"short", long}).Draw(t, "label")
			values := []Value{{Value: 0.2}, {Value: 0.3}, {Value: 0.5}}
			d.Rows = append(d.Rows, Row{Label: label, Group: fmt.Sprint(i / 9), Values: values})
			b.Rows, b.Totals = append(b.Rows, Row{Label: label, Values: values}), append(b.Totals, "1")
			trend.Items = append(trend.Items, TrendItem{Label: label, Values: [][]Value{{{Value: 0.2}, {Value: 0.4}}}})
			p.Rows = append(p.Rows, Row{Label: "customers", Group: fmt.Sprint(i), Values: values, Texts: []string{"20 %", "30 %", "50 %"}})
		}
		d.Series, b.Series, d.High = []string{"a", "b", "c"}, []string{"a", "b", "c"}, 1
		for name, drawings := range map[string][]*Drawing{"dumbbell": d.Pages(), "bars": b.Pages(), "parts": p.Pages(), "trend": trend.Pages()} {
			for _, drawing := range drawings {
				if drawing.Height > 1000 {
					t.Errorf("%s of %d rows: a piece %v high", name, n, drawing.Height)
				}
				if faults := drawing.faults(); len(faults) > 0 {
					t.Error(faults[0])
				}
			}
		}
		rows := 0
		for _, run := range pieces(make([]float64, n), tallest) {
			rows += run[1] - run[0]
		}
		if rows != n {
			t.Errorf("%d of %d rows", rows, n)
		}
	})
}

// Rows that do not go evenly into the pieces leave no piece with one row.
func TestPiecesShareOut(t *testing.T) {
	for n := 15; n < 80; n++ {
		heights := make([]float64, n)
		for i := range heights {
			heights[i] = 51
		}
		for _, height := range []float64{tallest, handy} {
			runs := pieces(heights, height)
			least, most := n, 0
			for _, run := range runs {
				least, most = min(least, run[1]-run[0]), max(most, run[1]-run[0])
			}
			if 2*least < most || len(runs) > 1 && 51*float64(most) > height {
				t.Errorf("%d rows: pieces %v", n, runs)
			}
		}
	}
}

// Thirty points with labels of sixty letters fit a page.
func TestScatterOfThirtyFitsAPage(t *testing.T) {
	s := Scatter{Low: 1, High: 10, CrossX: 5, CrossY: 7, Square: true, Guide: "lines"}
	for i := range 30 {
		s.Points = append(s.Points, Point{
			Label: fmt.Sprintf("%d takes responsible action to address an issue or a crisis early", i), Note: "keep up the good work, 100 % of resamples",
			X: Value{4 + float64(i%7)/3, 4, 6}, Y: Value{5 + float64(i%5)/2, 5, 7},
		})
	}
	d := s.Draw()
	if d.Height > 1000 {
		t.Errorf("%v high", d.Height)
	}
	if faults := d.faults(); len(faults) > 0 {
		t.Error(faults)
	}
	if n := strings.Count(d.body, "takes responsible"); n != 30 {
		t.Errorf("%d of 30 labels", n)
	}
}

// The number of every point stands in the plot, however many lie in one corner.
func TestScatterLeavesNoNumberOut(t *testing.T) {
	for _, n := range []int{1, 30, 60, 120} {
		s := Scatter{Low: 1, High: 10, CrossX: 5, CrossY: 5, Square: true, Points: []Point{{Label: "far", X: Value{1, 1, 1}, Y: Value{1, 1, 1}}}}
		for i := range n {
			x := 9.9 + float64(i%8)/100
			s.Points = append(s.Points, Point{Label: "crowded", X: Value{x, x, x}, Y: Value{9.9, 9.9, 9.9}})
		}
		d := s.Draw()
		for k := range s.Points {
			number := fmt.Sprintf(">%d</text>", k+1)
			if got := strings.Count(d.body, `class="strong"`+number); got < 2 { // in the plot and in the list
				t.Errorf("%d points: %s stands %d times", n, number, got)
			}
		}
	}
}

// No point lies on the name of a quadrant.
func TestQuadrantNamesGiveWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Scatter{Low: 1, High: 10, CrossX: 5.5, CrossY: 5.5, Square: true, Corners: [4]string{"concentrate here", "keep up the good work", "low priority", "possible overkill"}}
		corner := rapid.SampledFrom([]float64{1, 1.3, 9.7, 9.85, 10})
		for range rapid.IntRange(2, 12).Draw(t, "points") {
			x, y := corner.Draw(t, "x"), corner.Draw(t, "y")
			s.Points = append(s.Points, Point{Label: "item", X: Value{x, x, x}, Y: Value{y, y, y}})
		}
		d := s.Draw()
		circles := regexp.MustCompile(`circle cx="([0-9.]+)" cy="([0-9.]+)"`).FindAllStringSubmatch(d.body, -1)
		for _, text := range d.texts {
			for _, m := range circles {
				x, _ := strconv.ParseFloat(m[1], 64)
				y, _ := strconv.ParseFloat(m[2], 64)
				if slices.Contains(s.Corners[:], text.Text) && text.overlaps(Box{x - pointRadius, y - pointRadius, x + pointRadius, y + pointRadius, ""}) {
					t.Errorf("%q lies under a point", text.Text)
				}
			}
		}
	})
}

// The axis of a trend is the part of the scale that the values take, one for all pieces, and the chart says so.
func TestTrendShowsThePartOfTheScale(t *testing.T) {
	trend := Trend{Axis: "mean", Waves: []string{"1", "2"}, Series: []string{"a"}, Low: 1, High: 7}
	for i := range 40 {
		x := 4.1 + float64(i)/40
		trend.Items = append(trend.Items, TrendItem{Label: long, Values: [][]Value{{{x, x - 0.1, x + 0.1}, {x, x - 0.1, x + 0.1}}}})
	}
	pages := trend.Pages()
	if len(pages) < 2 {
		t.Fatal("one piece")
	}
	for _, d := range pages {
		if !strings.Contains(d.body, "mean; axis from 4 to 5.5: part of the scale") {
			t.Errorf("%.300s", d.body)
		}
	}
	trend.Items = []TrendItem{{Label: "all", Values: [][]Value{{{1, 1, 2}, {7, 6, 7}}}}}
	if d := trend.Draw(); strings.Contains(d.body, "part of the scale") {
		t.Error("the whole scale is called a part")
	}
}

// However long the notes are, the plot keeps its room, and the title of an axis stays in the frame.
func TestLongNotesLeaveThePlotItsRoom(t *testing.T) {
	d := Dumbbell{Low: 1, High: 7, Axis: long, Series: []string{"a"}, Target: 7, Noted: long, Rows: []Row{{Label: "x", Note: long, Values: []Value{{2, 1, 3}}}}}.Draw()
	b := Bars{Axis: long, Total: long, Series: []string{"a"}, Rows: []Row{{Label: "x", Values: []Value{{Value: 1}}}}, Totals: []string{long}}.Draw()
	s := Scatter{Low: 1, High: 7, X: long, Y: long, CrossX: 4, CrossY: 4, Points: []Point{{Label: "a", X: Value{3, 3, 3}, Y: Value{3, 3, 3}}}}.Draw()
	for name, drawing := range map[string]*Drawing{"dumbbell": d, "bars": b, "scatter": s} {
		for _, fault := range drawing.faults() {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// A quadrant whose name has no room in the plot is named below it.
func TestEveryQuadrantIsNamed(t *testing.T) {
	s := Scatter{Low: 0, High: 7, CrossX: 0.06, CrossY: 6, Percent: true, Corners: [4]string{"Selbstverständlichkeit", "Kerntreiber", "nachrangig", "verborgener Treiber"}, Guide: "gestrichelt: Hälften", Words: Words{Places: [4]string{"oben links"}}}
	for _, x := range []float64{0.03, 0.05, 0.1, 0.3} {
		s.Points = append(s.Points, Point{Label: "item", X: Value{x, x, x}, Y: Value{5 + 5*x, 5 + 5*x, 5 + 5*x}})
	}
	said := ""
	for _, text := range s.Draw().texts {
		said += text.Text + "\n"
	}
	for _, name := range append(s.Corners[:], "oben links:") {
		if !strings.Contains(said, name) {
			t.Errorf("%q is not in\n%s", name, said)
		}
	}
}

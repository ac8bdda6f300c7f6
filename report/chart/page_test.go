package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// attributes returns the values of some attributes in a page, in their order.
func attributes(page string, names ...string) []string {
	var values []string
	for _, m := range regexp.MustCompile(` (?:`+strings.Join(names, "|")+`)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		values = append(values, m[1])
	}
	return values
}

// The charts of one page are well-formed, say what they are, refer to what is there, and share no id. None has a group without rows, where a
// printed page would part the head from the rows.
func TestChartsOfAPageAreSound(t *testing.T) {
	var page Page
	ids, all := map[string]bool{}, ""
	for name, c := range invented(7, 3) {
		text := page.Inline(c)
		all += text
		decoder := xml.NewDecoder(strings.NewReader("<p>" + withEndTags(text) + "</p>"))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		for _, want := range []string{fmt.Sprintf(`role="img" aria-labelledby="c%[1]d-t c%[1]d-d"`, page.charts), fmt.Sprintf(`<title id="c%d-t">`, page.charts), fmt.Sprintf(`<desc id="c%d-d">`, page.charts)} {
			if strings.Count(text, want) != 1 {
				t.Errorf("%s: not once %s", name, want)
			}
		}
		for _, bad := range []string{"NaN", "Inf", "<script", "%!", "<tbody><tbody>", "<tbody></table>"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %s", name, bad)
			}
		}
	}
	for _, id := range attributes(all, "id") {
		if ids[id] {
			t.Errorf("id %q stands twice", id)
		}
		ids[id] = true
	}
	for _, target := range attributes(all, "href") {
		if !ids[strings.TrimPrefix(target, "#")] {
			t.Errorf("nothing is called %q", target)
		}
	}
}

// withEndTags adds the end tags of cells, rows and their groups, which HTML lets be left out.
func withEndTags(page string) string {
	ends := map[string][]string{"td": {"td", "th"}, "th": {"td", "th"}, "tr": {"td", "th", "tr"}, "tbody": {"td", "th", "tr", "thead", "tbody"}, "/table": {"td", "th", "tr", "thead", "tbody"}}
	var open []string
	return regexp.MustCompile(`<(/?(?:table|thead|tbody|tr|td|th))\b[^>]*>`).ReplaceAllStringFunc(page, func(tag string) string {
		name := strings.TrimPrefix(regexp.MustCompile(`^</?[a-z]+`).FindString(tag), "<")
		closed := ""
		for len(open) > 0 && slices.Contains(ends[name], open[len(open)-1]) {
			closed += "</" + open[len(open)-1] + ">"
			open = open[:len(open)-1]
		}
		if !strings.HasPrefix(name, "/") {
			open = append(open, name)
		} else if len(open) > 0 {
			open = open[:len(open)-1]
		}
		return closed + tag
	})
}

// A page shows every item once, and plots nothing beyond the ends of the axis, where other columns stand.
func TestChartsOfAPageStayInTheirPlots(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 30).Draw(t, "items")
		for name, c := range invented(n, rapid.Uint64Range(1, 1000).Draw(t, "seed")) {
			text := (&Page{}).Inline(c)
			for i := 1; i < n; i += 4 { // the labels that others do not begin with
				label := html.EscapeString(fmt.Sprintf("Item %d", i)) + "<"
				if got := strings.Count(text, ">"+label); name != "parts" && got != 1 {
					t.Errorf("%s: %q stands %d times", name, label, got)
				}
			}
			for _, value := range attributes(text, "x", "x1", "x2") {
				if at, isShare := strings.CutSuffix(value, "%"); isShare {
					if x, err := strconv.ParseFloat(at, 64); err != nil || x < 0 || x > 100 {
						t.Errorf("%s: something lies at %s", name, value)
					}
				}
			}
		}
	})
}

// What a chart draws again in every row is styled by rules of its own: browsers do not look for the chart around it.
func TestRepeatedShapesAreStyledByThemselves(t *testing.T) {
	for name, c := range invented(3, 5) {
		for _, defined := range regexp.MustCompile(`<defs>.*?</defs>`).FindAllString((&Page{}).Inline(c), -1) {
			for _, m := range regexp.MustCompile(`<([a-z]+)[^>]* class="([^"]*)"`).FindAllStringSubmatch(defined, -1) {
				rule := regexp.MustCompile(`(^|[}\n,])` + m[1] + `\.` + m[2] + `[,{]`)
				if !rule.MatchString(PageStyle) {
					t.Errorf("%s: no rule of a %s of the class %s alone", name, m[1], m[2])
				}
			}
		}
	}
}

// A row whose values are lacking breaks the line of a profile: nothing is joined across it.
func TestProfilesBreakAtWhatIsLacking(t *testing.T) {
	d := Dumbbell{High: 10, Lines: true, Series: []string{"a"}, Rows: []Row{
		{Label: "one", Values: []Value{{2, 2, 2}}},
		{Label: "two", Values: []Value{None()}},
		{Label: "three", Values: []Value{{8, 8, 8}}},
		{Label: "four", Values: []Value{{6, 6, 6}}},
	}}
	text := (&Page{}).Inline(d)
	if got := len(attributes(text, "y1")); got != 2 { // half a line below the third, half a line above the fourth
		t.Errorf("%d pieces of lines in %s", got, text)
	}
}

// The list of a map stands below it where it would reach far beyond it.
func TestLongListsStandBelow(t *testing.T) {
	for n, want := range map[int]bool{4: false, 30: true} {
		if got := strings.Contains((&Page{}).Inline(invented(n, 1)["quadrant"]), `class="map long"`); got != want {
			t.Errorf("%d points: below %v", n, got)
		}
	}
}

// Rows of a page differ in height: the line of a profile ends at the edge of its row, at the same place as the next row's begins.
func TestProfilesMeetAtTheEdgesOfRows(t *testing.T) {
	d := Dumbbell{High: 10, Lines: true, Series: []string{"a", "b", "c"}, Rows: []Row{
		{Label: "one", Values: []Value{{2, 2, 2}, {5, 5, 5}, {7, 7, 7}}},
		{Label: "two", Values: []Value{{8, 8, 8}, {4, 4, 4}, {1, 1, 1}}},
	}}
	text := (&Page{}).Inline(d)
	heights := regexp.MustCompile(`<svg class="s\d" y="([\d.]+)%">`).FindAllStringSubmatch(text, -1)
	lines := regexp.MustCompile(`<line x1="([\d.]+)%" y1="(-?[\d.]+)%"`).FindAllStringSubmatch(text, -1)
	if len(heights) != 6 || len(lines) != 6 {
		t.Fatalf("%d values and %d lines in %s", len(heights), len(lines), text)
	}
	for k := range 3 {
		if lines[k][1] != lines[k+3][1] {
			t.Errorf("series %d: left at %s, entered at %s", k, lines[k][1], lines[k+3][1])
		}
		for i, edge := range []float64{100, 0} {
			if got := number(t, heights[k+3*i][1]) + number(t, lines[k+3*i][2]); math.Abs(got-edge) > 0.02 {
				t.Errorf("series %d, row %d: the line ends at %.3f %% of the row", k, i, got)
			}
		}
	}
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

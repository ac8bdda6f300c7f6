package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// Items on another scale than the first have their answers shown too, few as they may be; and margins name the scale of each.
func TestEveryScaleShowsHowAnswersDivide(t *testing.T) {
	r := twoScales(t)
	l := newLookup(r, english())
	l.client = true
	var divided []string
	for _, s := range l.gapChapter() {
		if strings.HasPrefix(s.title, "How answers divide") {
			divided = append(divided, s.title)
		}
	}
	if got := strings.Join(divided, "; "); got != "How answers divide: performance, scale 1–10; How answers divide: performance, scale 1–5" {
		t.Errorf("%q", got)
	}
	if got := strings.ReplaceAll(l.yardsticks(), noBreak, " "); !strings.Contains(got, "5 % of the scale (0.45 points on the scale 1–10; 0.2 points on the scale 1–5).") {
		t.Errorf("%q", got)
	}
}

// Of a scale without a table of who could not judge it is said why, where another has one.
func TestNoTableOfWhoCouldNotJudgeIsSaid(t *testing.T) {
	r := twoScales(t)
	l := newLookup(r, english())
	said := func() (lines string) {
		for _, s := range l.gapChapter() {
			if strings.HasPrefix(s.title, "Who could not judge") {
				lines += strings.Join(s.lines, "\n")
			}
		}
		return lines
	}
	if got := said(); got != "" {
		t.Errorf("everybody could judge everything: %q", got)
	}
	f := l.profile(l.topics()[0], "staff", "item_a", "dont_know")
	f.Value, f.Low, f.High = 0.2, 0.1, 0.3
	if got := said(); !strings.Contains(got, "no table for performance, scale 1–5: no share that is shown reaches 5") {
		t.Errorf("%q", got)
	}
}

// Where audiences answered one item on scales of different numbers of points, their shares of two points are not set side by side, and that is said.
func TestAnswersOnUnlikeScalesAreNotSetSideBySide(t *testing.T) {
	l := newLookup(twoScales(t), english())
	c, topics := &gapTables{lookup: l, divided: -1, judged: -1}, l.topics()
	topics[1].unit = analysis.POMP
	c.add(topics[0])
	c.add(topics[1])
	c.sayWhatHasNoTable()
	var tables, said int
	for _, s := range c.sections {
		if strings.HasPrefix(s.title, "How answers divide") {
			tables++
			said += strings.Count(strings.Join(s.lines, "\n"), "no table for performance, in POMP (0–100): on scales of different numbers of points")
		}
	}
	if tables != 1 || said != 1 {
		t.Errorf("%d tables, the reason is said %d times", tables, said)
	}
}

// twoScales has three items on 1 to 10 and one on 1 to 5.
func twoScales(t *testing.T) *analysis.Result {
	t.Helper()
	of := func(scale study.Scale, labels []string, inside, outside []float64) *analysis.Result {
		return invented(t, "Two scales", labels, nil, audience{"staff", "Staff", 60, inside, scale, 0, nil}, audience{"customers", "Customers", 200, outside, scale, 0, nil})
	}
	r := of(ten(), []string{"a", "b", "c"}, []float64{9, 8, 7}, []float64{6, 8, 7})
	other := of(study.NewScale(1, 5), []string{"d"}, []float64{4}, []float64{3})
	other.Items[0].ID = "item_d"
	r.Items = append(r.Items, other.Items...)
	for _, f := range other.Figures {
		if f.Item == "item_a" {
			f.Item, f.ID = "item_d", strings.ReplaceAll(f.ID, "item_a", "item_d")
			r.Figures = append(r.Figures, f)
		}
	}
	return r
}

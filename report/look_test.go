package report

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// What was asked in one wave only has no trend: a line says so, in place of rows of n/a and of a point in the chart.
func TestNoTrendOfOneWave(t *testing.T) {
	r := differentScales(t)
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "profile" && f.Audience == "staff" && f.Wave == r.Waves[0] {
			f.Value, f.N = analysis.Number(math.NaN()), 0
		}
	}
	l := newLookup(r, english())
	trend := l.trendSection(l.topics()[len(l.topics())-1])
	for _, row := range trend.grid.rows {
		if row.group != "Customers" {
			t.Errorf("a row of %s", row.group)
		}
	}
	if len(trend.grid.rows) == 0 || !slices.Contains(trend.lines, "answers in one wave only, no trend to show: Staff") {
		t.Errorf("%d rows, lines %q", len(trend.grid.rows), trend.lines)
	}
}

// Where no gap between the outer audiences may be shown, the chain is one line and no chart.
func TestChainOfFewIsOneLine(t *testing.T) {
	l := newLookup(threeAudiences(t, true), english())
	for _, s := range l.chainChapter() {
		if len(s.grid.rows) > 0 || len(s.charts) > 0 || len(s.lines) != 1 || !strings.HasPrefix(s.lines[0], "not shown: ") {
			t.Errorf("%d rows, %d charts, lines %q", len(s.grid.rows), len(s.charts), s.lines)
		}
	}
	if len(l.chainChapter()) == 0 {
		t.Error("nothing says that the chain is not shown")
	}
}

// The table and the chart of the chain begin with the item that is furthest apart.
func TestChainBeginsWithTheLargestGap(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	topic := l.topics()[0]
	last := math.Inf(1)
	for _, i := range l.inOrderOfDistance(topic) {
		f := l.totalGap(topic, l.result.Items[i].ID)
		if f == nil || !f.Value.Defined() {
			continue
		}
		if size := math.Abs(float64(f.Value)); size > last {
			t.Errorf("%s stands behind a smaller gap", l.result.Items[i].Label)
		} else {
			last = size
		}
	}
	if math.IsInf(last, 1) {
		t.Error("no gaps")
	}
}

// The cuts in the chart of stated against derived importance part the items by the halves of the ranks that their classes come of.
func TestCutsPartTheHalvesOfTheRanks(t *testing.T) {
	topic := newLookup(fortyItems(t), english()).importanceTopics()[0]
	cut := topic.halves("derived", "derived_share", "derived_rank")
	ranked, above := 0, 0
	for _, i := range topic.rated {
		item := topic.result.Items[i].ID
		rank, value := topic.of("stated_derived", item, "derived_rank"), topic.of("derived", item, "derived_share")
		if rank == nil || !rank.Value.Defined() {
			continue
		}
		ranked++
		if float64(value.Value) > cut {
			above++
		}
	}
	if ranked < 3 || above != (ranked+1)/2 {
		t.Errorf("%d of %d items above the cut %v", above, ranked, cut)
	}
}

// A mark does not stand at the end of a line, its meaning on the next; an interval follows its number in a span of its own.
func TestMarksKeepTheirCompany(t *testing.T) {
	if got := marked("● difference, ○ trivial"); got != "●"+noBreak+"difference, ○"+noBreak+"trivial" {
		t.Errorf("got %q", got)
	}
	for _, of := range []struct {
		cell         cell
		number, rest string
	}{
		{cell{"+1.5", "[+1.3, +1.6]", "●", "¹"}, "+1.5", "[+1.3,_+1.6]_●_¹"},
		{cell{"5.5", "[5.4, 5.6]", "†"}, "5.5", "[5.4,_5.6]_†"},
		{cell{"+0.3", "", "●", ""}, "", ""},
		{cell{"supp."}, "", ""},
	} {
		got := htmlCellOf(of.cell, gaps)
		if want := strings.ReplaceAll(of.rest, "_", noBreak); got.Number != of.number || got.Rest != want {
			t.Errorf("%q: %q, %q", of.cell, got.Number, got.Rest)
		}
	}
}

// Where nothing is tested, no table names a number of comparisons, and no item is uncertain because of a sample.
func TestNothingTestedIsSaid(t *testing.T) {
	r := threeAudiences(t, false)
	for i := range r.Figures {
		r.Figures[i].Family = analysis.Number(math.NaN())
		if r.Figures[i].Statistic == "class" {
			r.Figures[i].Verdict = analysis.Uncertain
		}
	}
	l := newLookup(r, english())
	said := strings.Join(l.gapSection(l.topics()[0], true).lines, "\n")
	for _, bad := range []string{"over 0", "the sample cannot tell"} {
		if strings.Contains(said, bad) {
			t.Errorf("%q is said of what is not tested", bad)
		}
	}
	for _, want := range []string{"no gap of this table is tested: ", "uncertain: not tested, so that nothing is established"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
}

// The first gap table of a document explains the marks for all, whichever wave it is of; alignment is told once of each wave.
func TestFirstTableExplainsTheMarks(t *testing.T) {
	r := differentScales(t)
	c := english().clientReport(r, ClientOptions{})
	var all []section
	for _, part := range c.parts {
		all = append(all, part.sections...)
	}
	for name, sections := range map[string][]section{"client's report": all, "table": newDocument(r, false).sections} {
		said := ""
		for _, s := range sections {
			said += strings.Join(s.lines, "\n") + "\n"
			for _, f := range s.others {
				said += f.text() + "\n"
			}
		}
		for _, want := range []string{"● difference", "where no difference is established", "classes (inside: Staff", "80.4 of 100"} {
			if n := strings.Count(said, want); n != 1 {
				t.Errorf("%s: %q is said %d times in\n%s", name, want, n, said)
			}
		}
	}
}

// What a number with the mark of a side means is said below the first table that has one, and only there.
func TestSidesAreExplained(t *testing.T) {
	table := func(text string) section {
		return section{grid: grid{rows: []row{{cells: []cell{{"Under <5 minutes"}, {text, "", "~", "±0.2¹"}}}}}}
	}
	sections := []section{table("+0.1"), table("<+0.20"), table(">5.2†")}
	english().explainSides(sections)
	for k, s := range sections {
		if told := len(s.lines) > 0; told != (k == 1) {
			t.Errorf("table %d: %q", k, s.lines)
		}
	}
}

// Below a chart in several pieces Markdown says once how to read it.
func TestMarkdownSaysHowToReadCharts(t *testing.T) {
	var labels []string
	var means []float64
	for k := range 30 {
		labels, means = append(labels, fmt.Sprintf("Item %d", k)), append(means, 5+float64(k%4))
	}
	r := invented(t, "", labels, nil, audience{"staff", "Staff", 40, means, ten(), 0, nil}, audience{"customers", "Customers", 90, means, ten(), 0, nil})
	text := rendered(t, func(w io.Writer) error {
		_, err := ClientMarkdown(w, r, ClientOptions{Charts: "charts"})
		return err
	})
	if pieces, said := strings.Count(text, "![Means of the audiences"), strings.Count(text, "mean with its 95"); pieces < 2 || said != 1 {
		t.Errorf("%d pieces, told %d times", pieces, said)
	}
}

package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/report/chart"
)

// The lines of a trend say what the table of changes says: solid where a change is established over all comparisons, dotted elsewhere.
func TestTrendsShowWhichChangesAreEstablished(t *testing.T) {
	r := invented(t, "Two waves", []string{"moved", "stayed"}, []string{"2025", "2026"},
		audience{"staff", "Staff", 80, []float64{6, 6}, ten(), 0, []float64{0, 0}},
		audience{"customers", "Customers", 200, []float64{5, 5}, ten(), 0, []float64{0, 2}})
	change := func(audience, item string) *analysis.Figure {
		for i, f := range r.Figures {
			if f.Statistic == "mean_change" && f.Audience == audience && f.Item == item {
				return &r.Figures[i]
			}
		}
		t.Fatalf("no change of %s", audience)
		return nil
	}
	stays := change("customers", "item_b") // its interval alone excludes 0
	stays.Value, stays.Low, stays.High, stays.P, stays.PAdjusted = 0.4, 0.1, 0.7, 0.02, 0.08
	for _, item := range []string{"item_a", "item_b"} {
		f := change("staff", item)
		f.Value, f.Low, f.High, f.P, f.PAdjusted = 0.1, -0.2, 0.4, 0.5, 1
	}
	l := newLookup(r, english())
	trend := l.trendChart(l.topics()[0]).chart.(chart.Trend)
	for k, want := range [][2]bool{{true, false}, {true, true}} { // of an item: whether the stretch of staff, and of customers, is dotted
		for a := range want {
			if got := trend.Items[k].Loose[a][1]; got != want[a] {
				t.Errorf("%s, %s: dotted %v, want %v", trend.Items[k].Label, trend.Series[a], got, want[a])
			}
		}
	}
	if !strings.Contains(trend.Desc, "dotted: it is not") {
		t.Errorf("nothing says what the lines mean: %q", trend.Desc)
	}
}

package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Every item of many is on the map, however close they lie, and no letter stands in the name of a quadrant.
func TestPlotOverprintsNothing(t *testing.T) {
	for _, items := range []int{20, 30} {
		p := &quadrantPlot{x: span{1, 10}, y: span{1, 10}}
		p.ground(5.5, 5.5)
		for n := range items {
			x, y := 1+float64(n)*0.03, 10.0 // along the name at the top left
			if n%2 == 1 {
				x, y = 10-float64(n)*0.2, 10 // and at the top right
			}
			column, row, found := p.mark(x, y, letter(n))
			if !found || math.Abs(float64(column-p.column(x)))+math.Abs(float64(row-p.row(y))) > plotHeight {
				t.Errorf("%d items: item %d is at %d, %d", items, n, column, row)
			}
		}
		drawn := strings.Join(p.lines(1), "\n")
		for _, name := range []string{analysis.Concentrate, analysis.KeepUp, analysis.LowPriority, analysis.Overkill} {
			if !strings.Contains(drawn, name) {
				t.Errorf("%d items: %q is not legible in\n%s", items, name, drawn)
			}
		}
		for _, line := range strings.Split(drawn, "\n") {
			if n := len([]rune(line)); n > 80 {
				t.Errorf("a line of %d characters", n)
			}
		}
	}
}

// No letter stands beside a name, where it would be read as its last.
func TestPlotKeepsLettersOffNames(t *testing.T) {
	p := &quadrantPlot{x: span{1, 10}, y: span{1, 10}}
	p.ground(5.5, 5.5)
	for n := range 40 {
		p.mark(1+float64(n)*0.1, 1, letter(n))
		p.mark(6+float64(n)*0.1, 10, letter(n))
	}
	drawn := strings.Join(p.lines(1), "\n") + "\n"
	for _, name := range []string{" " + analysis.LowPriority + " ", " " + analysis.KeepUp + "\n"} {
		if !strings.Contains(drawn, name) {
			t.Errorf("%q is not apart in\n%s", name, drawn)
		}
	}
}

// Items that are rated alike in performance stand in one column of a common range, and apart on their own.
func TestPlotSpreadsNarrowAxes(t *testing.T) {
	x, y := span{5.4, 5.8}, span{5, 9}
	if performance, importance := axes(x, y); performance != x || importance != y {
		t.Errorf("axes %v, %v", performance, importance)
	}
	if performance, importance := axes(span{5, 8}, y); performance != (span{5, 9}) || importance != performance {
		t.Errorf("axes %v, %v, want one", performance, importance)
	}
}

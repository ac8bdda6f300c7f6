package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// The interval of a mean is shown up to the ends of its scale, with a note; in the result it stays what its method makes of it, and what is within
// is shown as it is.
func TestIntervalsAreShownWithinTheirScale(t *testing.T) {
	for _, of := range []struct {
		low, high, wantLow, wantHigh analysis.Number
		cut                          bool
	}{
		{4.1, 10.3, 4.1, 10, true},
		{0.4, 3.2, 1, 3.2, true},
		{0.4, 10.2, 1, 10, true},
		{4.1, 10, 4.1, 10, false},
		{4.1, 8.3, 4.1, 8.3, false},
	} {
		r := threeAudiences(t, false)
		var mean, gap *analysis.Figure
		for k := range r.Figures {
			switch f := &r.Figures[k]; {
			case f.Analysis == "profile" && f.Statistic == "mean" && f.Audience == "customers" && f.Item == r.Items[0].ID:
				mean = f
			case f.Analysis == "gap" && f.Statistic == "difference" && gap == nil:
				gap = f
			}
		}
		mean.Low, mean.High, gap.High = of.low, of.high, 12
		l := newLookup(r, english())
		shown := l.figure(key{"profile", study.Performance, "own", "customers", "", mean.Item, "mean", ""})
		if shown.Low != of.wantLow || shown.High != of.wantHigh || mean.Low != of.low || mean.High != of.high {
			t.Errorf("%v to %v is shown as %v to %v", of.low, of.high, shown.Low, shown.High)
		}
		if g := l.figure(key{gap.Analysis, gap.Kind, gap.Perspective, gap.Audience, gap.Versus, gap.Item, gap.Statistic, ""}); g.High != 12 {
			t.Errorf("a gap is cut off at %v", g.High)
		}
		notes := &footnotes{language: english(), result: r}
		text := strings.Join(notes.meanIntervalCell(shown, 1), "|")
		if strings.Contains(text, "¹") != of.cut || (len(notes.noted) == 1) != of.cut {
			t.Errorf("%q: %q", text, notes.noted)
		}
		if said := strings.Join(l.shortIntervals(), "\n"); strings.Contains(said, "shown up to the end of their scale") != of.cut {
			t.Errorf("%v to %v: %q", of.low, of.high, said)
		}
	}
}

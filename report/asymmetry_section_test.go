package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Where no item has an asymmetry a client reads in one line why; a table without what it is about says less.
func TestNoAsymmetryIsSaidInOneLine(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	topic := l.importanceTopics()[0]
	known := topic.drivers[3]
	for _, i := range topic.drivers {
		f := topic.of("asymmetry", l.result.Items[i].ID, "impact_asymmetry")
		f.Value, f.Low, f.High, f.Note = analysis.NaN, analysis.NaN, analysis.NaN, analysis.Notes{analysis.NoteFewInZone}
		reward := topic.of("asymmetry", l.result.Items[i].ID, "reward")
		reward.Value, reward.Note = 0.5, nil
	}
	if s := topic.asymmetrySection(); len(s.grid.rows) == 0 {
		t.Error("the analyst has no table")
	}
	l.client = true
	if s := topic.asymmetrySection(); len(s.grid.rows) > 0 || len(s.lines) != 1 || !strings.Contains(s.lines[0], "so that none is called a basic (fewer than ten respondents rate this low, or high") {
		t.Errorf("%d rows, %q", len(s.grid.rows), s.lines)
	}
	topic.of("asymmetry", l.result.Items[known].ID, "impact_asymmetry").Value = -0.5
	if s := topic.asymmetrySection(); len(s.grid.rows) == 0 || !strings.Contains(strings.Join(s.lines, " "), "undetermined: the interval reaches over one of these limits, or there is none") {
		t.Errorf("%d rows, %q", len(s.grid.rows), s.lines)
	}
}

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
		reward.Value, reward.Low, reward.High, reward.Note = 0.5, 0.2, 0.8, nil
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

// An asymmetry of effects that are not shown is no number; one of which either is shown stays, and so does one without intervals.
func TestAsymmetryOfWhatIsNotShown(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	topic := l.importanceTopics()[0]
	item := topic.result.Items[topic.drivers[0]]
	const reason = "neither a penalty nor a reward is shown: "
	for name, test := range map[string]struct {
		penalty, reward [3]analysis.Number // value and ends
		want            bool
	}{
		"both reach 0":      {[3]analysis.Number{-0.4, -1, 0.2}, [3]analysis.Number{0.2, -0.3, 0.7}, true},
		"both of the wrong": {[3]analysis.Number{0.3, 0.1, 0.6}, [3]analysis.Number{-0.6, -1, -0.1}, true},
		"penalty shown":     {[3]analysis.Number{-0.4, -0.7, -0.1}, [3]analysis.Number{0.2, -0.3, 0.7}, false},
		"reward shown":      {[3]analysis.Number{-0.4, -1, 0.2}, [3]analysis.Number{0.2, 0.1, 0.7}, false},
		"exact":             {[3]analysis.Number{-0.4, analysis.NaN, analysis.NaN}, [3]analysis.Number{0, analysis.NaN, analysis.NaN}, false},
	} {
		for statistic, x := range map[string][3]analysis.Number{"penalty": test.penalty, "reward": test.reward} {
			f := topic.of("asymmetry", item.ID, statistic)
			f.Value, f.Low, f.High, f.Note = x[0], x[1], x[2], nil
		}
		index := topic.of("asymmetry", item.ID, "impact_asymmetry")
		index.Value, index.Low, index.High, index.Note = -1, -1, 1, nil
		notes := &footnotes{language: english(), result: l.result}
		written := topic.asymmetryRow(item, notes).cells[3]
		if hidden := written[0] == "n/a"+noBreak+"¹" && strings.HasPrefix(strings.Join(notes.noted, ""), reason); hidden != test.want || !hidden && written[0] != "−1.00" {
			t.Errorf("%s: %q, %q", name, written, notes.noted)
		}
	}
	for _, i := range topic.drivers { // where it is so of all, the chapter is one sentence
		for statistic, x := range map[string][3]analysis.Number{"penalty": {-0.1, -1, 1}, "reward": {0.1, -1, 1}, "impact_asymmetry": {-1, -1, 1}} {
			f := topic.of("asymmetry", topic.result.Items[i].ID, statistic)
			f.Value, f.Low, f.High, f.Note = x[0], x[1], x[2], nil
		}
	}
	l.client = true
	if s := topic.asymmetrySection(); len(s.grid.rows) > 0 || len(s.lines) != 1 || !strings.Contains(s.lines[0], reason) {
		t.Errorf("%d rows, %q", len(s.grid.rows), s.lines)
	}
}

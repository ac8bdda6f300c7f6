package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// In the chart of stated against derived importance only points are filled whose class is held, and each of these lies in the quadrant of its
// class; the table has the ranks that the class goes by.
func TestStatedChartFillsWhatIsHeld(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	topic := l.importanceTopics()[0]
	s := topic.statedPoints()
	crossX, crossY := s.CrossX, s.CrossY
	held := 0
	for _, p := range s.Points {
		if p.Hollow != (p.Note == analysis.Uncertain) {
			t.Errorf("%q, %s: hollow is %v", p.Label, p.Note, p.Hollow)
		}
		if p.Hollow {
			continue
		}
		held++
		important, moves := p.Note == analysis.CoreDriver || p.Note == analysis.TableStakes, p.Note == analysis.CoreDriver || p.Note == analysis.HiddenDriver
		if important != (p.Y.Value > crossY) || moves != (p.X.Value > crossX) {
			t.Errorf("%q is called %s in another quadrant", p.Label, p.Note)
		}
	}
	if held == 0 || held == len(s.Points) {
		t.Fatalf("%d of %d classes are held: nothing to tell apart", held, len(s.Points))
	}
	if hollow := strings.Count(string(s.Draw().File()), `class="paper"/>`); hollow < len(s.Points)-held {
		t.Errorf("%d hollow marks for %d uncertain items", hollow, len(s.Points)-held)
	}
	table := topic.derivedSection()
	if table.grid.columns[6].header != "difference" || len(table.grid.rows[0].cells) != 8 {
		t.Errorf("columns %v", table.grid.columns)
	}
	if lines := strings.Join(table.lines, "\n"); !strings.Contains(lines, "among the 40 items that have both") || !strings.Contains(lines, "beyond 10 ranks, a quarter of them") {
		t.Errorf("lines %q", lines)
	}
}

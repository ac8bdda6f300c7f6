package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Items on which an audience often says "don't know" have a row, and those whose only share of that size is suppressed have none.
func TestDontKnowByAudience(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	topic := l.topics()[0]
	if s := l.dontKnowSection(topic); len(s.grid.rows) > 0 || len(s.lines) > 0 {
		t.Errorf("everybody answered, and the table has %d rows", len(s.grid.rows))
	}
	share := func(audience, item string) *analysis.Figure { return l.profile(topic, audience, item, "dont_know") }
	items := []string{"item_a", "item_b", "item_d"}
	for k, value := range []analysis.Number{0.2, 0.049, 0.3} {
		f := share("staff", items[k])
		f.Value, f.Low, f.High, f.N = value, value-0.04, value+0.1, 60
	}
	suppressed := share("staff", "item_d")
	suppressed.Value, suppressed.Low, suppressed.High, suppressed.N = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN
	suppressed.Note = analysis.Notes{analysis.NoteSuppressed}
	s := l.dontKnowSection(topic)
	if len(s.grid.rows) != 2 || s.grid.rows[0].cells[0][0] != "Easy to do business with" {
		t.Fatalf("%v", s.grid.rows)
	}
	if got := strings.Join(s.grid.rows[0].cells[2], " "); !strings.HasPrefix(got, "20 [16,"+noBreak+"30]") {
		t.Errorf("staff: %q", got)
	}
	if got := s.grid.rows[1].cells[2][0]; got != "60" {
		t.Errorf("n of staff: %q", got)
	}
	if said := strings.Join(s.lines, "\n"); !strings.Contains(said, "not listed: 3 items, on which no share that is shown reaches 5 %") || strings.Contains(said, "applicable") {
		t.Errorf("%s", said)
	}
}

package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// What is said of two profiles fits what was asked, and does not contradict the rank correlation beside it.
func TestAgreementReading(t *testing.T) {
	for _, c := range []struct {
		kind        study.Kind
		correlation analysis.Number
		want        string
	}{
		{study.Performance, 0.41, "they differ on which items are good"},
		{study.Importance, 0.41, "they differ on which items matter"},
		{study.Importance, 0.93, "they order the items largely alike, and differ on single ones"},
	} {
		l := &lookup{language: english(), result: &analysis.Result{}, figures: map[key]*analysis.Figure{}}
		for statistic, value := range map[string]analysis.Number{"profile_distance": 10, "spearman": c.correlation, "elevation": 1, "scatter": 1, "shape": 8} {
			l.figures[key{"agreement", c.kind, "own", "a", "b", "", statistic, ""}] = &analysis.Figure{Value: value, N: 8}
		}
		g := &gapTable{lookup: l, topic: &topic{kind: c.kind, perspective: "own", audiences: []analysis.Audience{{ID: "a"}, {ID: "b"}}}}
		if lines := g.agreement(); len(lines) != 1 || !strings.HasSuffix(lines[0], ": "+c.want) {
			t.Errorf("%s, rank correlation %v: %q, want the reading %q", c.kind, c.correlation, lines, c.want)
		}
	}
}

package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// What was not tested, or needs no test, is not called a difference that may well be chance.
func TestContrastsWithoutATest(t *testing.T) {
	exact := analysis.Notes{analysis.NoteCensus}
	for _, test := range []struct {
		name   string
		client bool
		figure analysis.Figure
		values [2]string
		rows   bool
		say    string
		not    string
	}{
		{
			"everyone answered", true,
			analysis.Figure{Value: 5.55, Verdict: analysis.Disparity, Note: exact},
			[2]string{"South", "North"},
			true, "where everyone answered, contrasts are exact: ● not 0", "Holm over 0",
		},
		{
			"the same gaps, for clients", true,
			analysis.Figure{Verdict: analysis.Similar, Note: exact},
			[2]string{},
			false, "of the gap Leadership team − Customers between two groups differs from 0", "may well be",
		},
		{
			"the same gaps", false,
			analysis.Figure{Verdict: analysis.Similar, Note: exact},
			[2]string{},
			true, "= the gaps are the same", "Holm over 0",
		},
		{
			"all answers equal", true,
			analysis.Figure{Value: 2, Note: analysis.Notes{analysis.NoteZeroVariance}},
			[2]string{"South", "North"},
			false, "not tested, for want of a standard error: ", "may well be",
		},
	} {
		l := newLookup(threeAudiences(t, false), english())
		topic := l.topics()[0]
		l.client, l.result.Segments = test.client, []string{"region"}
		for _, i := range topic.items {
			of := func(statistic, segment string) segmentKey {
				return segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", l.result.Items[i].ID, statistic, topic.wave}, segment}
			}
			f := test.figure
			f.SE, f.Low, f.High, f.P, f.PAdjusted = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN
			l.segments[of("contrast", "region")] = &f
			l.segments[of("contrast_larger", "region")], l.segments[of("contrast_smaller", "region")] = &analysis.Figure{Verdict: test.values[0]}, &analysis.Figure{Verdict: test.values[1]}
			l.segments[of("difference", "region=South")], l.segments[of("difference", "region=North")] = &analysis.Figure{Value: 3}, &analysis.Figure{Value: 1}
		}
		s := l.contrasts(topic, "region")
		said := strings.Join(s.lines, "\n")
		if len(s.grid.rows) > 0 != test.rows || !strings.Contains(said, test.say) || strings.Contains(said, test.not) {
			t.Errorf("%s: %d rows, lines %s", test.name, len(s.grid.rows), said)
		}
		if test.rows && test.values[0] == "" && s.grid.rows[0].cells[3][0] != notAsked {
			t.Errorf("%s: %q has the larger gap", test.name, s.grid.rows[0].cells[3][0])
		}
	}
}

package report

import (
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A change of censuses has no interval and is shown by its value alone; without a census, or without a change, nothing is.
func TestACensusIsShownToMove(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	for _, test := range []struct {
		name  string
		value analysis.Number
		notes analysis.Notes
		want  bool
		ends  string
	}{
		{"exact", -3.25, analysis.Notes{analysis.NoteCensus}, true, "everyone answered"},
		{"exactly none", 0, analysis.Notes{analysis.NoteCensus}, false, "everyone answered"},
		{"no standard error", -3, nil, false, "no interval"},
	} {
		f := &analysis.Figure{Value: test.value, Low: analysis.NaN, High: analysis.NaN, PAdjusted: analysis.NaN, Note: test.notes}
		if l.claimed(f) != test.want || l.standsOverAll(f) != test.want {
			t.Errorf("%s: claimed %v, over all %v, want %v", test.name, l.claimed(f), l.standsOverAll(f), test.want)
		}
		if got := l.endsOf(f, "", "")[0].text; got != test.ends {
			t.Errorf("%s: %q, want %q", test.name, got, test.ends)
		}
	}
}

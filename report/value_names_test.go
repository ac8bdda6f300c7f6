package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A value that says that nobody answered is called so, in the language of the report; ids keep it.
func TestNoAnswerIsNoGroup(t *testing.T) {
	german, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	with := func(w *language, values ...string) *lookup {
		r := threeAudiences(t, false)
		r.Segments = []string{"region"}
		for _, item := range r.Items {
			for _, value := range values {
				r.Figures = append(r.Figures, analysis.Figure{
					ID: "segment/performance/customers/" + item.ID + "/mean@region=" + value, Analysis: "segment", Kind: "performance", Perspective: "own", Audience: "customers",
					Item: item.ID, Statistic: "mean", Segment: "region=" + value, Value: 5, Low: 4, High: 6, N: 40,
				})
			}
		}
		return newLookup(r, w)
	}
	headers := func(l *lookup) string {
		var all []string
		for _, c := range l.segmentMeans(l.topics()[0], "region")[0].grid.columns[1:] {
			all = append(all, c.header)
		}
		return strings.Join(all, "; ")
	}
	for _, test := range []struct {
		of   *lookup
		want string
	}{
		{with(english(), "North", "N/A"), "North; (no answer)"},
		{with(german, "Nord", "-"), "Nord; (keine Antwort)"},
		{with(english(), "NA", "-", "n/a"), "NA; (no answer: “-”); (no answer: “n/a”)"},
	} {
		if got := headers(test.of); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

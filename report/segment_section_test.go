package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// segmented gives two audiences means by region, and a contrast of their gap.
func segmented(t *testing.T, contrast string) (*lookup, *topic) {
	t.Helper()
	l := newLookup(threeAudiences(t, false), english())
	topic := l.topics()[0]
	l.result.Segments = []string{"region"}
	for _, i := range topic.items[:2] {
		put := func(a, b, statistic, segment string, f analysis.Figure) {
			l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, a, b, l.result.Items[i].ID, statistic, topic.wave}, segment}] = &f
		}
		for n, region := range []string{"North", "South"} {
			for _, audience := range []string{"staff", "customers"} {
				put(audience, "", "mean", "region="+region, analysis.Figure{Value: analysis.Number(6 + n), Low: 5, High: 8, N: 40})
			}
			put("staff", "customers", "difference", "region="+region, analysis.Figure{Value: 0, Low: -1, High: 1, N: 40, NVersus: 40})
		}
		put("staff", "customers", "contrast", "region", analysis.Figure{Value: 1, Low: -1, High: 3, P: 0.3, PAdjusted: 0.6, Family: 2, Verdict: contrast})
		put("staff", "customers", "contrast_larger", "region", analysis.Figure{Verdict: "South"})
		put("staff", "customers", "contrast_smaller", "region", analysis.Figure{Verdict: "North"})
	}
	l.result.Figures = append(l.result.Figures, analysis.Figure{Segment: "region=North", Wave: topic.wave}, analysis.Figure{Segment: "region=South", Wave: topic.wave})
	return l, topic
}

// A client sees how every audience that has a segment rates within it, also where the gap between two of them is compared.
func TestMeansOfEveryAudienceBySegment(t *testing.T) {
	for _, verdict := range []string{analysis.Disparity, analysis.Inconclusive} {
		l, of := segmented(t, verdict)
		l.client = true
		var titles []string
		for _, s := range l.segmentsOf([]*topic{of}, false) {
			titles = append(titles, strings.SplitN(s.title, ",", 2)[0])
		}
		if got, want := strings.Join(titles, "; "), "Contrasts by region; Staff by region; Customers by region"; got != want {
			t.Errorf("%s: tables %q, not %q", verdict, got, want)
		}
	}
}

// Contrasts that are not established are told with the gap that they are of, and not as if all groups rated alike.
func TestNoContrastEstablished(t *testing.T) {
	l, of := segmented(t, analysis.Inconclusive)
	l.client = true
	said := strings.Join(l.contrasts(of, "region").lines, "\n")
	for _, want := range []string{"2 contrasts of the gap Staff − Customers", "stays open", "the means of the groups may differ all the same"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}

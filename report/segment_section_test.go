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

// Respondents without a value of a segment are in no column, and counted, where they are enough and nothing is hidden that they would be counted with.
func TestRespondentsInNoGroupAreCounted(t *testing.T) {
	l, of := segmented(t, analysis.Inconclusive)
	of.items = of.items[:2]
	said := func() string {
		for _, s := range l.segmentMeans(of, "region") {
			if strings.HasPrefix(s.title, "Customers by") {
				return strings.Join(s.lines, "\n")
			}
		}
		t.Fatal("no table")
		return ""
	}
	all := func(item int, n analysis.Number) {
		l.profile(of, "customers", l.result.Items[of.items[item]].ID, "mean").N = n
	}
	all(0, 120)
	all(1, 117)
	if got := said(); !strings.Contains(got, "in no column: respondents of whom no “region” is known (n 37–40)") {
		t.Errorf("%q", got)
	}
	l.handedOn = true // hidden groups of others are not in its tables
	if got := said(); strings.Contains(got, "in no column") {
		t.Errorf("handed on: %q", got)
	}
	l.handedOn = false
	all(1, 80+analysis.Number(l.result.Choices.MinimumBase)-1)
	if got := said(); strings.Contains(got, "in no column") {
		t.Errorf("fewer than the minimum base: %q", got)
	}
	all(1, 117)
	l.within(of, "region=North", "customers", "", l.result.Items[of.items[0]].ID, "mean").Note = analysis.Notes{analysis.NoteSuppressed}
	if got := said(); strings.Contains(got, "in no column") {
		t.Errorf("with a hidden group: %q", got)
	}
}

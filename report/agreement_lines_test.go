package report

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// What is said of two profiles fits what was asked, and does not contradict the rank correlation beside it.
func TestAgreementReading(t *testing.T) {
	for _, c := range []struct {
		kind               study.Kind
		shape, correlation analysis.Number // of a distance of 10, 1 of which is scatter
		want               string
	}{
		{study.Performance, 8, 0.41, "they differ on which items are good"},
		{study.Importance, 8, 0.41, "they differ on which items matter"},
		{study.Performance, 8, 0.57, "they agree only in part on which items are good"},
		{study.Importance, 8, 0.57, "they agree only in part on which items matter"},
		{study.Importance, 8, 0.93, "they order the items largely alike, and differ on single ones"},
		{study.Performance, 1, 0.57, "they agree only in part on which items are good, and the ratings of Board and heads are higher on the whole"},
		{study.Performance, 1, 0.93, "they agree on which items are good, and the ratings of Board and heads are higher on the whole"},
		{study.Importance, 1, 0.93, "they agree on which items matter, and the ratings of Board and heads are higher on the whole"},
		{study.Performance, 1, 0.41, "they differ on which items are good, and the ratings of Board and heads are higher on the whole"},
	} {
		l := &lookup{language: english(), result: &analysis.Result{}, figures: map[key]*analysis.Figure{}}
		for statistic, value := range map[string]analysis.Number{"profile_distance": 10, "spearman": c.correlation, "elevation": 9 - c.shape, "scatter": 1, "shape": c.shape} {
			l.figures[key{"agreement", c.kind, "own", "a", "b", "", statistic, ""}] = &analysis.Figure{Value: value, N: 8}
		}
		g := &gapTable{lookup: l, topic: &topic{kind: c.kind, perspective: "own", audiences: []analysis.Audience{{ID: "a", Label: "Board and heads"}, {ID: "b"}}}}
		if lines := g.agreement(); len(lines) != 1 || !strings.HasSuffix(lines[0], ": "+c.want) {
			t.Errorf("%s, rank correlation %v: %q, want the reading %q", c.kind, c.correlation, lines, c.want)
		}
	}
}

// A correlation that is not 1 is not written as 1.
func TestCorrelationsAreNotRoundedToOne(t *testing.T) {
	for x, want := range map[analysis.Number]string{0.996: "<1.00", 1: "1.00", -0.999: ">−1.00", 0.57: "0.57"} {
		if got := english().correlation(&analysis.Figure{Value: x}); got != want {
			t.Errorf("%v: %q, want %q", x, got, want)
		}
	}
}

// What would settle several gaps alike stands in one line; the other gaps that are inconclusive are counted for the same pair and for others.
func TestSettlingCountsEveryInconclusiveGap(t *testing.T) {
	for tag, want := range map[string][]string{
		"en": {
			"to settle “Open”, “Listens” and “Quick”, so that a gap of the margin would be found four times in five: all 40 of Leadership needed, 30 answered; 900 of Customers needed, 200 answered",
			"1 more gap between Leadership and Customers is inconclusive", "3 gaps between other audiences are inconclusive",
		},
		"de": {
			"für eine Entscheidung bei „Open“, „Listens“ und „Quick“ (eine Lücke in Höhe der Äquivalenzgrenze würde dann in vier von fünf Fällen erkannt) – Leadership: alle 40 nötig, 30 haben geantwortet; Customers: 900 nötig, 200 haben geantwortet",
			"1 weitere Lücke zwischen den Gruppen „Leadership“ und „Customers“ ist offen", "3 Lücken zwischen anderen Gruppen sind offen",
		},
	} {
		r := invented(t, "", []string{"Listens", "Quick", "Fair", "Open"}, nil,
			audience{"leadership", "Leadership", 30, []float64{6, 6, 6, 6}, ten(), 40, nil}, audience{"staff", "Staff", 60, []float64{6, 6, 6, math.NaN()}, ten(), 0, nil},
			audience{"customers", "Customers", 200, []float64{6, 6, 6, 6}, ten(), 0, nil})
		for i := range r.Figures {
			f := &r.Figures[i]
			inside := f.Audience == "leadership" && f.Versus == "customers"
			switch {
			case f.Analysis != "gap":
			case f.Statistic == "n_needed" && inside:
				f.Value, f.N = 40, 30
			case f.Statistic == "n_needed_versus" && inside:
				f.Value, f.NVersus = 900, 200
			case f.Verdict != "" && (inside || f.Audience == "leadership") && f.Statistic == "difference":
				f.Verdict = analysis.Inconclusive
			case f.Statistic == "difference":
				f.Verdict = analysis.Similar
			}
		}
		w, err := newLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		l := newLookup(r, w)
		l.client = true
		g := &gapTable{lookup: l, topic: l.topics()[0], notes: &footnotes{language: w, result: r}}
		g.pairs()
		if got := g.settling(); !slices.Equal(got, want) {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

// The scope counts the items that several audiences were asked, and apart those of one only.
func TestScopeCountsWhatIsCompared(t *testing.T) {
	r := invented(t, "", []string{"Listens", "Quick", "Fair"}, nil,
		audience{"leadership", "Leadership", 30, []float64{6, 6, math.NaN()}, ten(), 0, nil}, audience{"customers", "Customers", 200, []float64{6, 6, 6}, ten(), 0, nil})
	for tag, want := range map[string]string{
		"en": "This report compares how Leadership and Customers rate 2 items, on a scale of 1 to 10. One more item was asked of one audience only.",
		"de": "Dieser Bericht vergleicht, wie Leadership und Customers 2 Merkmale bewerten, und zwar auf einer Skala von 1 bis 10. Ein weiteres Merkmal wurde nur in einer Gruppe erfragt.",
	} {
		w, err := newLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		if got := newLookup(r, w).scope(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

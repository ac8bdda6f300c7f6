package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// One of one is said in the singular, in every language.
func TestOneOfOneIsSingular(t *testing.T) {
	one, several := changesTogether{statistic: "gap_change", all: 1}, changesTogether{statistic: "mean_change", all: 2}
	german, err := newLanguage("de")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		w    *language
		of   changesTogether
		want string
	}{
		{english(), one, "1 of 1 change of a gap"},
		{english(), several, "1 of 2 changes of means"},
		{german, one, "1 von 1 Veränderung einer Lücke"},
		{german, several, "1 von 2 Veränderungen von Mittelwerten"},
	} {
		if got := c.w.ofChanges(c.of, "1", c.w.whole(c.of.all)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// Where the analysis was made in one other way only, that way is named, and not counted as 0 of 1 ways.
func TestOneOtherWayToCount(t *testing.T) {
	for _, c := range []struct {
		tag, want string
	}{
		{"", "Quick, Leadership − Customers: the difference is not established in the one other way to count the answers, without weights"},
		{"de", "„Quick“, Leadership − Customers: In der einen anderen Auswertung, ohne Gewichte, ist der Unterschied nicht nachgewiesen"},
	} {
		w, err := newLanguage(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		r := invented(t, "", []string{"Quick", "Friendly"}, nil,
			audience{"leadership", "Leadership", 60, []float64{8, 6}, ten(), 0, nil},
			audience{"customers", "Customers", 300, []float64{6, 7}, ten(), 0, nil},
		)
		l := newLookup(r, w)
		l.client = true
		topic := l.headlineTopic()
		l.figures[key{"gap", topic.kind, "own", "leadership", "customers", "item_a", "holds", ""}] = &analysis.Figure{Value: 0, Note: analysis.Notes{analysis.FailsUnweighted}}
		l.figures[key{"gap", topic.kind, "own", "leadership", "customers", "item_a", "variants", ""}] = &analysis.Figure{Value: 1}
		g := &gapTable{lookup: l, topic: topic, of: [][2]string{{"leadership", "customers"}}}
		if got := strings.Join(g.sensitivity(), "\n"); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// What disparities were tried on is named, and nothing that the study lacks, such as weights.
func TestSensitivityNamesWhatWasTried(t *testing.T) {
	l := newLookup(invented(t, "", []string{"Quick", "Friendly"}, nil,
		audience{"leadership", "Leadership", 60, []float64{8, 6}, ten(), 0, nil},
		audience{"customers", "Customers", 300, []float64{6, 7}, ten(), 0, nil},
	), english())
	topic := l.headlineTopic()
	g := &gapTable{lookup: l, topic: topic, of: [][2]string{{"leadership", "customers"}}}
	for _, test := range []struct {
		tried analysis.Notes
		want  string
	}{
		{analysis.Notes{analysis.TriedWithoutSpeeders}, "sensitivity: the one established difference also stands without speeders"},
		{analysis.Notes{analysis.TriedUnweighted, analysis.TriedWithoutStraightLiners}, "sensitivity: the one established difference also stands without weights and without straight-liners"},
	} {
		n := analysis.Number(len(test.tried))
		l.figures[key{"gap", topic.kind, "own", "leadership", "customers", "item_a", "holds", ""}] = &analysis.Figure{Value: n}
		l.figures[key{"gap", topic.kind, "own", "leadership", "customers", "item_a", "variants", ""}] = &analysis.Figure{Value: n, Note: test.tried}
		if got := strings.Join(g.sensitivity(), "\n"); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

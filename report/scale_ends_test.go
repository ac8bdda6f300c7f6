package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// What the ends of a scale mean stands in the title of the table and in the definitions; where audiences have other words, in the latter alone.
func TestEndsOfScalesAreSaid(t *testing.T) {
	for tag, want := range map[string][2]string{
		"en": {"Performance, scale 1–10 (1 = poor, 10 = excellent) · margin ±0.45", "performance: 1 = poor, 10 = excellent (turned: in the answers the numbers ran the other way)"},
		"de": {"Leistung, Skala 1–10 (1 = poor, 10 = excellent) · Äquivalenzgrenze ±0,45", "Leistung: 1 = poor, 10 = excellent (umgedreht: In den Antworten liefen die Zahlen andersherum)"},
	} {
		r := threeAudiences(t, false)
		w, err := newLanguage(tag)
		if err != nil {
			t.Fatal(err)
		}
		l := newLookup(r, w)
		l.client = true
		said := func() (title, definitions string) {
			return l.gapSection(l.topics()[0], true).title, strings.Join(l.definitions(), "\n")
		}
		if title, definitions := said(); strings.Contains(title, "=") || strings.Contains(title, "A − B") || strings.Contains(definitions, " = ") {
			t.Errorf("without names of the ends: %q, %q", title, definitions)
		}
		for i := range r.Items {
			for k := range r.Items[i].Ratings {
				for a := range r.Items[i].Ratings[k].Asked {
					asked := &r.Items[i].Ratings[k].Asked[a]
					asked.LowEnd, asked.HighEnd, asked.Reversed = "poor", "excellent", true
				}
			}
		}
		if title, definitions := said(); !strings.HasPrefix(title, want[0]) || !strings.Contains(definitions, want[1]) {
			t.Errorf("%q, %q", title, definitions)
		}
		r.Items[0].Ratings[0].Asked[1] = analysis.Asked{Audience: "staff", Scale: "1..10", LowEnd: "never", HighEnd: "always"}
		if title, definitions := said(); strings.Contains(title, "=") || !strings.Contains(definitions, "1 = never, 10 = always") {
			t.Errorf("two names of the ends: %q, %q", title, definitions)
		}
	}
}

// An analyst's table keeps the sign in its title.
func TestAnalystsTitleHasTheSign(t *testing.T) {
	r := invented(t, "", []string{"Listens"}, nil, audience{"a", "A", 30, []float64{6}, ten(), 0, nil}, audience{"b", "B", 30, []float64{math.NaN()}, ten(), 0, nil})
	l := newLookup(r, english())
	if title := l.gapSection(l.topics()[0], true).title; !strings.Contains(title, "gap A − B") {
		t.Errorf("%q", title)
	}
}

package report

import (
	"math"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Where too few answered everything, chapters say so and what leaves respondents out, instead of tables of nothing.
func TestTooFewComplete(t *testing.T) {
	r := fortyItems(t)
	for i := range r.Figures {
		f := &r.Figures[i]
		switch f.Analysis {
		case "derived", "stated_derived", "asymmetry", "priority":
			f.Value, f.Low, f.High, f.N, f.Verdict, f.Note = analysis.NaN, analysis.NaN, analysis.NaN, analysis.NaN, "", analysis.Notes{analysis.NoteSuppressed}
		}
	}
	for item, complete := range map[string]float64{"item_3": math.NaN(), "item_1": 188, "item_0": 300} {
		r.Figures = append(r.Figures, analysis.Figure{
			ID: "derived/performance/customers/" + item + "/complete_without", Analysis: "derived", Kind: "performance", Perspective: "own", Audience: "customers",
			Item: item, Statistic: "complete_without", Value: analysis.Number(complete), N: 640,
		})
	}
	const without = "without “Statement 3 on how we work for you” and “Statement 1 on how we work for you” 188 of 640 would have, without “Statement 0 on how we work for you” too 300"
	l := newLookup(r, english())
	topic := l.importanceTopics()[0]
	for name, s := range map[string]section{
		"no derived importance: too few respondents answered everything; " + without: topic.derivedSection(),
		"no penalty and reward: there is no derived importance either":               topic.asymmetrySection(),
		"no priorities: there is no derived importance":                              topic.priorities(),
	} {
		if len(s.grid.rows) > 0 || len(s.lines) != 1 || s.lines[0] != name {
			t.Errorf("%d rows, lines %q, want %q", len(s.grid.rows), s.lines, name)
		}
	}
	want := "No item can be put first: what goes with “Likelihood to recommend” is not known, as too few respondents of customers answered everything; " + without + "."
	if said := l.first("").text(); said != want {
		t.Errorf("%q, want %q", said, want)
	}
	if lines := strings.Join(topic.shortfallSection(false).lines, "\n"); !strings.Contains(lines, "no derived importance: too few") {
		t.Errorf("in brief: %q", lines)
	}
}

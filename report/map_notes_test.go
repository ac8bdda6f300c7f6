package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// Under the map stands what the other rules are, and which items it has among the better rated though they are below the target.
func TestMapSaysItsRulesAndWhatIsBelowTheTarget(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	plan := l.plan("")
	lines := func() string { return strings.Join(plan.quadrantSection(false).lines, "\n") }
	if said := lines(); !strings.Contains(said, "elsewhere: median (at the medians of the items), midpoint (in the middle of the scale) and target (at the target)") {
		t.Errorf("the other rules: %q", said)
	}
	l.result.Choices.Crosshair = study.CrosshairTarget
	if said := lines(); strings.Contains(said, "target (at the target)") || !strings.Contains(said, "mean (at the means of the items)") {
		t.Errorf("the rules beside the target: %q", said)
	}
	for _, i := range plan.rated {
		plan.of("quadrant", l.result.Items[i].ID, "quadrant").Verdict = analysis.LowPriority
	}
	if said := lines(); strings.Contains(said, "not with the target") {
		t.Errorf("nothing is rated above the cross-hair: %q", said)
	}
	below, above := l.result.Items[plan.rated[0]], l.result.Items[plan.rated[1]]
	for item, mean := range map[string]analysis.Number{below.ID: 7, above.ID: 8} { // the target is 7.3
		plan.of("quadrant", item, "quadrant").Verdict = analysis.KeepUp
		plan.of("quadrant", item, "performance").Value = mean
	}
	if said := lines(); !strings.Contains(said, "yet below the target: “"+below.Label+"”") || strings.Contains(said, "“"+above.Label+"”") {
		t.Errorf("one item below the target: %q", said)
	}
}

// The score of an opportunity is explained where it stands.
func TestOpportunityIsExplained(t *testing.T) {
	plan := newLookup(fortyItems(t), english()).plan("")
	if said := strings.Join(plan.shortfallSection(true).lines, "\n"); !strings.Contains(said, "opportunity: importance + (importance − performance), ") {
		t.Errorf("%q", said)
	}
}

// A step against the map is below the target where the whole interval of its mean is; else it is not shown to reach it.
func TestStepsAgainstTheMapSayWhereTheTargetIs(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	plan := l.plan("")
	i := plan.inOrderOfPriority()[0]
	called(l, plan, i, analysis.BlindSpot, analysis.KeepUp, 2)
	mean := l.profile(plan.topicOf(i), plan.audience.ID, l.result.Items[i].ID, "mean")
	for high, want := range map[analysis.Number]string{7.2: "but below the target", 7.4: "but not shown to reach the target", analysis.NaN: "but not shown to reach the target"} {
		mean.Value, mean.High = 7, high
		for _, said := range []string{plan.whyThere(i), finding{parts: plan.onTheMap(i)}.text()} {
			if !strings.Contains(said, want) {
				t.Errorf("to %v: %q does not say %q", high, said, want)
			}
		}
	}
}

// Sentences that count in resamples have below them what a resample is; others have not, and the answer counts in none.
func TestResamplesAreExplained(t *testing.T) {
	const said = "resamples are redraws of the answers: 100 times"
	c := english().clientReport(fortyItems(t), ClientOptions{})
	told := 0
	for _, part := range c.parts {
		for _, s := range part.sections {
			counts := false
			for _, f := range append(stepFindings(s.steps), s.others...) {
				counts = counts || strings.Contains(f.text(), "resamples")
			}
			if has := strings.Contains(strings.Join(s.lines, "\n"), said); has != counts {
				t.Errorf("%s, %s: explained %v", part.title, s.title, has)
			} else if has {
				told++
			}
		}
	}
	if told == 0 {
		t.Error("no sentence counts in resamples")
	}
	counted := slices.ContainsFunc(c.findings, func(s finding) bool { return strings.Contains(s.text(), "resamples") })
	if explained := strings.Contains(c.howToRead(), "Resamples are redraws of the answers (100)."); !counted || !explained {
		t.Errorf("the answer counts in resamples: %v; explained below it: %v", counted, explained)
	}
	c.findings = nil
	if strings.Contains(c.howToRead(), "Resamples") {
		t.Error("explained although the answer does not count in resamples")
	}
}

// Which groups a contrast compares is said of three groups where no contrast is listed, and of two not, as they are the only ones.
func TestContrastsOfSeveralGroupsSayWhichTwo(t *testing.T) {
	for n, want := range map[int]bool{2: false, 4: true} {
		l := newLookup(threeAudiences(t, false), english())
		topic := l.topics()[0]
		l.client, l.result.Segments = true, []string{"hospital"}
		for _, value := range []string{"A", "B", "C", "D"}[:n] {
			l.result.Figures = append(l.result.Figures, analysis.Figure{Segment: "hospital=" + value, Wave: topic.wave})
		}
		for _, i := range topic.items {
			of := func(statistic, segment string) segmentKey {
				return segmentKey{key{"segment", topic.kind, topic.perspective, "leadership", "customers", l.result.Items[i].ID, statistic, topic.wave}, segment}
			}
			l.segments[of("contrast", "hospital")] = &analysis.Figure{Value: 1, Low: -1, High: 3, P: 0.4, Family: 3, Verdict: analysis.Inconclusive}
			l.segments[of("contrast_larger", "hospital")], l.segments[of("contrast_smaller", "hospital")] = &analysis.Figure{Verdict: "B"}, &analysis.Figure{Verdict: "A"}
			for _, value := range []string{"A", "B", "C", "D"}[:n] {
				l.segments[of("difference", "hospital="+value)] = &analysis.Figure{Value: 1}
			}
			l.segments[of("difference", "hospital=D")] = &analysis.Figure{Value: analysis.NaN, Note: analysis.Notes{analysis.NoteSuppressed}} // is not counted
		}
		said := strings.Join(l.contrasts(topic, "hospital").lines, "\n")
		if !strings.Contains(said, "none of ") || strings.Contains(said, "of the 3 groups, each contrast is between the two whose gaps differ most clearly") != want {
			t.Errorf("of %d groups: %q", n, said)
		}
	}
}

// A withheld figure of a group says that it may protect a smaller one; one of all does not.
func TestWithheldGroupsSayWhomTheyProtect(t *testing.T) {
	for segment, want := range map[string]bool{"": false, "hospital=A": true} {
		notes := &footnotes{language: english(), result: threeAudiences(t, false)}
		notes.heldBack(&analysis.Figure{Segment: segment, Note: analysis.Notes{analysis.NoteSuppressed}})
		if said := strings.Join(notes.lines(), "\n"); !strings.Contains(said, "or as it would give such away") || strings.Contains(said, "where a smaller one could be had from it and the total") != want {
			t.Errorf("of %q: %q", segment, said)
		}
	}
}

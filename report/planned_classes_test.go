package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// called gives an item of a topic a class and a standing.
func called(l *lookup, t *importanceTopic, i int, class, place string, shortfall float64) string {
	item := l.result.Items[i]
	first, last := l.ends(t.wave)
	of := l.gap(t.topicOf(i), first.ID, last.ID, item.ID, "class")
	of.Verdict = class
	t.of("quadrant", item.ID, "quadrant").Verdict = place
	t.of("quadrant", item.ID, "performance").Value = 5
	f := t.of("shortfall", item.ID, "shortfall")
	f.Value, f.Low, f.High = analysis.Number(shortfall), analysis.Number(shortfall-0.1), analysis.Number(shortfall+0.1)
	t.of("priority", item.ID, "confidence").Value = 1
	return item.Label
}

// Every blind spot and every shared weakness has a place in the plan, with a reason, and the answer says of those that are no step why.
func TestClassesHaveTheirPlaceInThePlan(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	plan := l.plan("")
	if plan == nil {
		t.Fatal("no plan")
	}
	order := plan.inOrderOfPriority()
	for i, item := range l.result.Items {
		if slices.Contains(plan.rated, i) {
			called(l, plan, i, analysis.Uncertain, analysis.KeepUp, 0.01)
			plan.of("shortfall", item.ID, "shortfall").Value = 0
		}
	}
	want := map[string][2]string{
		called(l, plan, order[0], analysis.BlindSpot, analysis.Concentrate, 2):        {"step 1", "of importance above the average item, and short of it"},
		called(l, plan, order[1], analysis.SharedWeakness, analysis.LowPriority, 1.9): {"to be watched", "its importance is below the average item"},
		called(l, plan, order[2], analysis.SharedWeakness, analysis.Concentrate, 0.2): {"in no step", "in these answers it falls short of its importance by less than the margin"},
		called(l, plan, order[3], analysis.BlindSpot, analysis.Concentrate, -1):       {"in no step", "in these answers it does not fall short of its importance"},
	}
	s := l.plannedClasses()
	if len(s.grid.rows) != len(want) || s.title != "What to do first, blind spots and shared weaknesses" {
		t.Errorf("%q has %d rows, want %d", s.title, len(s.grid.rows), len(want))
	}
	for _, row := range s.grid.rows {
		label, place, why := row.cells[0][0], row.cells[3][0], row.cells[4][0]
		if want[label] != [2]string{place, why} {
			t.Errorf("%s: %q as %q, want %q", label, place, why, want[label])
		}
	}
	inWords := func(class string) string {
		return finding{parts: l.ofOneClass("", class, "%[1]s %[2]s %[3]s %[4]s", "%[1]s %[2]s %[3]s %[4]s")}.text()
	}
	for _, said := range []string{inWords(analysis.SharedWeakness), inWords(analysis.BlindSpot)} {
		if !strings.Contains(said, "; not among what to do first: in these answers") || strings.Count(said, "not among") != 1 {
			t.Errorf("%q", said)
		}
	}
	if said := inWords(analysis.SharedWeakness); !strings.Contains(said, "; importance to customers below the average item)") || strings.Contains(said, "low priority") {
		t.Errorf("%q", said)
	}
}

// The plan is introduced by what the study has: without a map nothing matters more than most, and without a plan no order is promised.
func TestPlanIsIntroducedByWhatThereIs(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	if said := l.planIntro(); !strings.Contains(said, "items of importance above the average item") {
		t.Errorf("with a map: %q", said)
	}
	plan := l.plan("")
	for _, item := range l.result.Items {
		if f := plan.of("quadrant", item.ID, "quadrant"); f != nil {
			f.Verdict = ""
		}
	}
	if said := l.planIntro(); said == "" || strings.Contains(said, "average") {
		t.Errorf("without a map: %q", said)
	}
	if said := newLookup(threeAudiences(t, false), english()).planIntro(); said != "" {
		t.Errorf("without a plan: %q", said)
	}
}

// What is said behind the steps of items without a shortfall does not stand below the table again.
func TestItemsWithoutShortfallAreToldOnce(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	plan := l.plan("")
	first := plan.inOrderOfPriority()[0]
	plan.of("shortfall", l.result.Items[first].ID, "shortfall").Value = 0.01
	if len(plan.withoutPriority()) != 1 {
		t.Error("the analyst is not told of items without a shortfall")
	}
	l.client = true
	s := plan.priorities()
	if len(plan.withoutPriority()) != 0 || !strings.Contains(told(s.others), "without a shortfall above the margin: ") {
		t.Errorf("%q, %q", s.lines, s.others)
	}
}

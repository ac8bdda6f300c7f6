package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// onThePlan returns the plan of forty items, all of them kept up but the first of the order, which is a step, and that item's number.
func onThePlan(t *testing.T, tag string) (*lookup, *importanceTopic, int) {
	t.Helper()
	w, err := newLanguage(tag)
	if err != nil {
		t.Fatal(err)
	}
	l := newLookup(fortyItems(t), w)
	plan := l.plan("")
	order := plan.inOrderOfPriority()
	for _, i := range plan.rated {
		called(l, plan, i, analysis.Uncertain, analysis.KeepUp, 1)
		plan.of("quadrant", l.result.Items[i].ID, "performance").Value = 9
		plan.of("quadrant", l.result.Items[i].ID, "quadrant_stability").Value = 1
	}
	called(l, plan, order[0], analysis.BlindSpot, analysis.Concentrate, 2)
	return l, plan, order[0]
}

// What lies beyond the cross-hair is not more than most items: every rule says what it stands at.
func TestPlacesAreSaidByTheCrossHair(t *testing.T) {
	for rule, want := range map[study.Crosshair][2]string{
		study.CrosshairMean: {"above the average item", "below the average item"}, study.CrosshairMedian: {"at or above the median item", "below the median item"},
		study.CrosshairMidpoint: {"at or above the middle of the scale", "below the middle of the scale"}, study.CrosshairTarget: {"at or above the target", "below the target"},
	} {
		l, plan, first := onThePlan(t, "en")
		l.result.Choices.Crosshair = rule
		low := plan.inOrderOfPriority()[1]
		called(l, plan, low, analysis.BlindSpot, analysis.LowPriority, 1)
		head, behind := plan.steps()[0].head, finding{parts: plan.noSteps()}.text()
		if head != "Step 1: what falls short, of importance "+want[0] || !strings.Contains(behind, "(rated "+want[0]+", and not below") || !strings.Contains(behind, "which is "+want[1]+"): ") {
			t.Errorf("%s: %q; %q", rule, head, behind)
		}
		for _, said := range []string{plan.whyThere(first), l.planIntro(), strings.Join(l.plannedClasses().lines, "\n")} {
			if !strings.Contains(said, want[0]) || strings.Contains(said, "than most") {
				t.Errorf("%s: %q", rule, said)
			}
		}
	}
}

// Overdone is only what is rated above an importance below the cross-hair, and not below its target; never what falls short.
func TestNothingShortIsOverdone(t *testing.T) {
	for _, test := range []struct {
		shortfall, performance float64
		overdone               bool
	}{{1, 9, false}, {-1, 5, false}, {-0.05, 9, false}, {-1, 9, true}} {
		l, plan, _ := onThePlan(t, "en")
		i := plan.inOrderOfPriority()[1]
		label := called(l, plan, i, analysis.HiddenStrength, analysis.Overkill, test.shortfall)
		plan.of("quadrant", l.result.Items[i].ID, "performance").Value = analysis.Number(test.performance)
		c := classified{topic: plan.topicOf(i), item: l.result.Items[i]}
		first, last := l.ends("")
		c.gap = l.gap(c.topic, first.ID, last.ID, c.item.ID, "difference")
		l.profile(c.topic, last.ID, c.item.ID, "mean").Value = analysis.Number(test.performance)
		behind, place := finding{parts: plan.noSteps()}.text(), plan.placeInPlan(i)
		if said := strings.Contains(behind, "overdone"); said != test.overdone || (place == "perhaps overdone") != test.overdone || !strings.Contains(behind, label) {
			t.Errorf("%+v: %q, in the plan %q", test, behind, place)
		}
		remark := finding{parts: withRemarks(nil, l.leftOutOfPlan(c, last))}.text()
		if lacking := test.shortfall > 0 || test.performance < 7; strings.Contains(remark, "overkill") == lacking {
			t.Errorf("%+v: %q", test, remark)
		}
	}
}

// The plan and the answer say of a step whose place on the map few resamples hold that it is uncertain.
func TestUncertainPlacesAreSaid(t *testing.T) {
	for tag, want := range map[string][3]string{
		"en": {" Its place in the plan is uncertain: only in 46 % of the resamples ", "; its place on the map is uncertain (46 % of the resamples).", "(46 % of the resamples)"},
		"de": {" Sein Platz im Plan ist unsicher: Nur in 46 % der Bootstrap-Stichproben ", "; sein Platz auf der Karte ist unsicher (46 % der Bootstrap-Stichproben).", "(46 % der Bootstrap-Stichproben)"},
	} {
		l, plan, i := onThePlan(t, tag)
		stable := plan.of("quadrant", l.result.Items[i].ID, "quadrant_stability")
		said := func() [3]string {
			all := [3]string{plan.steps()[0].items[0].text(), finding{parts: plan.firstStep()}.text(), plan.whyThere(i)}
			for k := range all {
				all[k] = strings.ReplaceAll(all[k], noBreak, " ")
			}
			return all
		}
		stable.Value = 0.4567
		for k, text := range said() {
			if !strings.Contains(text, want[k]) {
				t.Errorf("%q is not in %q", want[k], text)
			}
		}
		stable.Value = 0.896 // which is written as 90 %
		for _, text := range said() {
			if strings.Contains(text, "uncertain") || strings.Contains(text, "unsicher") {
				t.Errorf("%q", text)
			}
		}
	}
}

// An item whose importance and performance stand on different scales is missing from the plan, not without a shortfall; the answer says so,
// and what the map has of it.
func TestItemsOnUnlikeScalesAreNotPlaced(t *testing.T) {
	for tag, want := range map[string][4]string{
		"en": {"; one item is missing from this order, as its importance ", "though the map calls for it: “", "not to be placed", "asked on different scales"},
		"de": {"; ein Merkmal fehlt in dieser Reihenfolge, weil seine Wichtigkeit ", "obwohl nach der Karte dort anzusetzen wäre: „", "nicht einzuordnen", "auf verschiedenen Skalen erfragt"},
	} {
		l, plan, _ := onThePlan(t, tag)
		i := plan.inOrderOfPriority()[3]
		label := called(l, plan, i, analysis.BlindSpot, analysis.Concentrate, 1)
		before := finding{parts: plan.firstStep()}.text()
		f := plan.of("shortfall", l.result.Items[i].ID, "shortfall")
		f.Value, f.Low, f.High, f.Note = analysis.NaN, analysis.NaN, analysis.NaN, analysis.Notes{analysis.NoteUnlikeScales}
		plan.of("priority", l.result.Items[i].ID, "priority").Value = analysis.NaN
		answer, behind := finding{parts: plan.firstStep()}.text(), finding{parts: plan.noSteps()}.text()
		if strings.Contains(before, want[0]) || !strings.Contains(answer, want[0]) || !strings.Contains(answer, want[1]+label) {
			t.Errorf("before %q, now %q", before, answer)
		}
		if _, tail, found := strings.Cut(behind, want[2]+" ("); !found || !strings.Contains(tail, label) || plan.placeInPlan(i) != want[2] || !strings.Contains(plan.whyThere(i), want[3]) {
			t.Errorf("%q; %q because %q", behind, plan.placeInPlan(i), plan.whyThere(i))
		}
		if tag == "en" && !strings.Contains(strings.Join(plan.withoutPriority(), "\n"), want[3]+", by derived importance: "+label) {
			t.Errorf("%q", plan.withoutPriority())
		}
	}
}

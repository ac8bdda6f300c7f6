package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A hidden driver of which no step is made is named in the answer, behind the steps, in the plan of the classes, beside its place on the
// map; never as overkill, of low priority or without a shortfall alone.
func TestHiddenDriversAreNotDismissed(t *testing.T) {
	for _, test := range []struct {
		place          string
		shortfall      float64
		performance    float64
		dismissed, now string
		be             string
	}{
		{analysis.Overkill, 2, 5, "to be watched", "to be looked into", "below the target): “"},
		{analysis.LowPriority, 2, 5, "to be watched", "to be looked into", "below the target): “"},
		{analysis.Overkill, -1, 9, "perhaps overdone", "to be kept up", "not below the target): “"},
	} {
		l := newLookup(fortyItems(t), english())
		plan := l.plan("")
		for _, of := range plan.drivers {
			plan.of("stated_derived", l.result.Items[of].ID, "class").Verdict = analysis.Uncertain
		}
		i := plan.inOrderOfPriority()[0]
		label := called(l, plan, i, analysis.BlindSpot, test.place, test.shortfall)
		plan.of("quadrant", l.result.Items[i].ID, "performance").Value = analysis.Number(test.performance)
		tells := func() (behind, remark, note, place, why string) {
			c := classified{topic: plan.topicOf(i), item: l.result.Items[i]}
			first, last := l.ends("")
			c.gap = l.gap(c.topic, first.ID, last.ID, c.item.ID, "difference")
			note = strings.Join(plan.quadrantSection(false).lines, "; ")
			return finding{parts: plan.noSteps()}.text(), finding{parts: withRemarks(nil, l.leftOutOfPlan(c, last))}.text(), note,
				plan.placeInPlan(i), finding{parts: plan.whyNoStep(i)}.text()
		}
		if behind, remark, note, place, _ := tells(); place != test.dismissed || strings.Contains(behind+remark+note, "hidden driver") {
			t.Fatalf("%s, no hidden driver: %q, %q, %q, %q", test.place, behind, remark, note, place)
		}
		plan.of("stated_derived", l.result.Items[i].ID, "class").Verdict = analysis.HiddenDriver
		behind, remark, note, place, why := tells()
		share := finding{parts: plan.shareOfDriver(i)}.text()
		if !strings.Contains(behind, test.now+" (hidden drivers: ") || !strings.Contains(behind, test.be+label+"” ("+share) || strings.Count(behind, label+"”") != 1 {
			t.Errorf("%s: behind the steps stands %q", test.place, behind)
		}
		if !strings.Contains(remark, "; yet a hidden driver: it goes with "+share) && !strings.Contains(remark, " of resamples; yet a hidden driver: it goes with "+share) {
			t.Errorf("%s: of its place is said %q", test.place, remark)
		}
		if !strings.Contains(note, "by what goes with “Likelihood to recommend”: “"+label+"” ("+share) {
			t.Errorf("%s: under the map stands %q", test.place, note)
		}
		if place != test.now || !strings.HasPrefix(why, "it is in the lower half of the items by stated importance, yet goes with ") {
			t.Errorf("%s: in the plan %q, because %q", test.place, place, why)
		}
		plan.of("derived", "", "r_squared").P = 0.5
		if plan.hiddenDriver(i) {
			t.Error("a hidden driver of an outcome that is not shown to go with the items")
		}
	}
}

// What is remarked on an item stands in one bracket, its last if it has one.
func TestRemarksStandInOneBracket(t *testing.T) {
	one, two := plain("one"), plain("two")
	for said, want := range map[string]string{"5.9 (n 40)": "5.9 (n 40; one; two)", "shown to be similar": "shown to be similar (one; two)"} {
		whole := plain(said)
		if got := (finding{parts: withRemarks(whole, []phrase{one, two})}).text(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if whole[0].text != said || (finding{parts: withRemarks(whole, nil)}).text() != said {
			t.Errorf("%q has changed", whole[0].text)
		}
	}
}

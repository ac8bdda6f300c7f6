package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// The item that falls furthest short is named with its place in the plan, and where it is no step with the reason in numbers, not as of low
// priority; of the first step the sentence on what to do first says it.
func TestLargestShortfallIsNamed(t *testing.T) {
	topic, labels := ordered(t, [2]string{analysis.Concentrate, analysis.Concentrate}, [2]float64{6, 6}, [2]float64{0.6, 0.4})
	l := topic.lookup
	order := topic.inOrderOfPriority()
	said := func() string {
		return strings.ReplaceAll(finding{parts: l.largestShortfall("").parts}.text(), noBreak, " ")
	}
	short := func(i int, x float64) {
		f := topic.of("shortfall", topic.result.Items[i].ID, "shortfall")
		f.Value, f.Low, f.High = analysis.Number(x), analysis.Number(x-0.2), analysis.Number(x+0.2)
	}
	for _, i := range topic.rated {
		topic.of("shortfall", topic.result.Items[i].ID, "opportunity").Value = 10
	}
	short(order[0], 4)
	if first := (finding{parts: topic.firstStep()}).text(); said() != "" || !strings.Contains(first, "; no item falls further short") {
		t.Errorf("of the first step: %q, %q", said(), first)
	}
	short(order[1], 4.04)
	if first := (finding{parts: topic.firstStep()}).text(); !strings.HasPrefix(said(), labels[1]+" falls furthest short") || strings.Contains(first, "no item falls further short") {
		t.Errorf("another falls further short, by less than is written: %q, %q", said(), first)
	}
	short(order[0], 2)
	short(order[1], 4)
	if want := labels[1] + " falls furthest short of its importance in the ratings of customers, by 4.0 points (95 % CI 3.8 to 4.2; n 640); in the plan: step 1."; said() != want {
		t.Errorf("of another step: %q, want %q", said(), want)
	}
	watchedItem := topic.result.Items[order[2]]
	short(order[2], 5)
	topic.of("quadrant", watchedItem.ID, "importance").Value, topic.of("quadrant", "", "crosshair_importance").Value = 5.5, 6.5
	class := topic.of("stated_derived", watchedItem.ID, "class")
	class.Verdict = ""
	if got := said(); !strings.HasPrefix(got, topic.quoted(watchedItem)) || !strings.HasSuffix(got, "; it is no step of the plan: its importance of 5.5 is below the average item (6.5).") {
		t.Errorf("of no step: %q", got)
	}
	topic.of("shortfall", watchedItem.ID, "opportunity").Value = 17
	if got := said(); !strings.Contains(got, "; it is no step of the plan, though its opportunity of 17.0 is extreme (above 15): its importance of 5.5 is ") {
		t.Errorf("of an extreme opportunity: %q", got)
	}
	other := topic.result.Items[order[3]]
	topic.of("shortfall", other.ID, "opportunity").Value = 16
	if got := said(); !strings.Contains(got, "; nor is "+topic.quoted(other)+" a step, though its opportunity of 16.0 is extreme (above 15): ") {
		t.Errorf("of another extreme opportunity: %q", got)
	}
	if plan := told(topic.priorities().others); !strings.Contains(plan, topic.quoted(watchedItem)+", with the largest shortfall, is not among what to do first: its importance is below the average item.") {
		t.Errorf("in the plan: %q", plan)
	}
	l.handedOn = true
	if got := said(); strings.Contains(got, "plan") || !strings.Contains(got, "falls furthest short") {
		t.Errorf("without a plan: %q", got)
	}
}

// Nothing is said of a shortfall that is not established, or within the margin.
func TestNoLargestShortfall(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	topic := l.importanceTopics()[0]
	for _, i := range topic.rated {
		f := topic.of("shortfall", topic.result.Items[i].ID, "shortfall")
		if f.Low = -0.1; i%2 == 0 {
			f.Low, f.Value = 0.1, 0.2
		}
	}
	if said := l.largestShortfall(""); len(said.parts) > 0 {
		t.Errorf("%q", said.text())
	}
}

package report

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A basic comes first only where its shortfall is established; else it is to be watched, and hides no other from the answer.
func TestBasicWithoutEstablishedShortfallIsWatched(t *testing.T) {
	r := fortyItems(t)
	l := newLookup(r, english())
	topic := l.importanceTopics()[0]
	order := topic.inOrderOfPriority()
	last := topic.result.Items[order[len(order)-1]]
	rank, shortfall := topic.of("priority", last.ID, "priority_rank"), topic.of("shortfall", last.ID, "shortfall")
	rank.Verdict = analysis.Basic
	rank.Value = 0 // before all others
	shortfall.Low = 0.1
	if first := topic.inOrderOfSteps()[0]; topic.result.Items[first].ID != last.ID {
		t.Errorf("an established basic: first is %s, want %s", topic.result.Items[first].ID, last.ID)
	}
	shortfall.Low = -0.1
	steps := topic.inOrderOfSteps()
	if first := topic.result.Items[steps[0]]; first.ID == last.ID || !topic.established(first.ID) {
		t.Errorf("a basic that is not established: first is %s", first.ID)
	}
	if len(l.first("").parts) == 0 {
		t.Error("what to do first is not said, although other shortfalls are established")
	}
}

// What to do first says why it stands before items of higher priority; of what is first by priority there is nothing to explain.
func TestFirstSaysWhyItIsFirst(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	topic := l.importanceTopics()[0]
	order := topic.inOrderOfPriority()
	leading, other := topic.result.Items[order[0]], topic.result.Items[order[len(order)-1]]
	said := func() string { return topic.priorities().steps[0].items[0].text() }
	topic.of("shortfall", leading.ID, "shortfall").Low = 0.1
	if strings.Contains(said(), "by priority alone") {
		t.Errorf("the first by priority is excused: %q", said())
	}
	rank := topic.of("priority", other.ID, "priority_rank")
	number := strconv.Itoa(len(order))
	// An analysis ranks basics before all others: the rank does not say where an item would be by its priority.
	rank.Value, rank.Verdict, topic.of("shortfall", other.ID, "shortfall").Low = 0, analysis.Basic, 0.1
	if want := "Basics come first, as what is lacking there goes with a lower outcome; by priority alone it would be number " + number + "."; !strings.Contains(said(), want) {
		t.Errorf("%q, want %q in it", said(), want)
	}
}

// Steps are made of what falls short and is rated too low; what the map calls to keep up or of low priority is named behind them, in its words.
func TestStepsAgreeWithTheMap(t *testing.T) {
	l := newLookup(fortyItems(t), english())
	topic := l.importanceTopics()[0]
	order := topic.inOrderOfPriority()
	set := func(i int, place string, performance, shortfall, low, confidence float64) string {
		item := topic.result.Items[i].ID
		topic.of("quadrant", item, "quadrant").Verdict = place
		topic.of("quadrant", item, "performance").Value = analysis.Number(performance)
		f := topic.of("shortfall", item, "shortfall")
		f.Value, f.Low, f.High = analysis.Number(shortfall), analysis.Number(low), analysis.Number(2*shortfall-low)
		topic.of("priority", item, "confidence").Value = analysis.Number(confidence)
		return topic.result.Items[i].Label
	}
	for _, i := range order {
		set(i, analysis.KeepUp, 8, 1, 0.5, 1)
	}
	if steps := topic.steps(); len(steps) > 0 {
		t.Errorf("%d steps, the first %q, of items that are to be kept up", len(steps), steps[0].head)
	}
	if said := topic.noStep(); !strings.Contains((finding{parts: said}).text(), "Nothing is put first in the ratings of customers: what falls short") {
		t.Errorf("%q", said)
	}
	concentrate := set(order[4], analysis.Concentrate, 6, 1, 0.5, 1)
	below := set(order[5], analysis.KeepUp, 6, 1, 0.5, 1)
	low := set(order[0], analysis.LowPriority, 6, 1, 0.5, 1)
	uncertain := set(order[1], analysis.Concentrate, 6, 1, -0.2, 0.95)
	unlikely := set(order[2], analysis.Concentrate, 6, 1, -0.5, 0.7)
	within := set(order[3], analysis.Concentrate, 6, 0.1, 0.05, 1)
	var got []string
	for _, s := range topic.steps() {
		for _, item := range s.items {
			got = append(got, s.head+" | "+strings.Split(item.text(), "”")[0])
		}
	}
	want := []string{
		"Step 1: what falls short, of importance above the average item | “" + concentrate, "Step 1: what falls short, of importance above the average item | “" + below,
		"Step 2: what is likely to fall short, not established | “" + uncertain,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if second := topic.steps()[0].items[1].text(); !strings.Contains(second, "It is rated above the average item (keep up the good work on the map), but ") {
		t.Errorf("a step against the map: %q", second)
	}
	others := finding{parts: topic.noSteps()}
	for head, label := range map[string]string{"below the average item): “": low, "neither established nor likely): “": unlikely, "without a shortfall above the margin: ": within} {
		if !slices.ContainsFunc(strings.Split(others.text(), "; "), func(of string) bool { return strings.Contains(of, head) && strings.Contains(of, label) }) {
			t.Errorf("%q is not under %q in %q", label, head, others.text())
		}
	}
	for _, of := range append(order, topic.rated...) {
		if label := topic.result.Items[of].Label; !strings.Contains(others.text(), label+"”") && !strings.Contains(strings.Join(got, "”")+"”", label+"”") {
			t.Errorf("%s is neither a step nor named behind them", label)
		}
	}
}

// Without a map nothing is known of what matters more than most, and no step is called so.
func TestStepsWithoutAMap(t *testing.T) {
	r := fortyItems(t)
	heads := func() string {
		var all []string
		for _, s := range newLookup(r, english()).importanceTopics()[0].steps() {
			all = append(all, s.head)
		}
		return strings.Join(all, "; ")
	}
	if mapped := heads(); !strings.Contains(mapped, "of importance above the average item") {
		t.Errorf("with a map: %q", mapped)
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Analysis == "quadrant" && f.Statistic == "quadrant" {
			f.Verdict = ""
		}
	}
	if unmapped := heads(); strings.Contains(unmapped, "of importance") || !strings.Contains(unmapped, "what falls short") {
		t.Errorf("without a map: %q", unmapped)
	}
}

package report

import (
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
	said := func() string { return (finding{parts: l.first("").parts}).text() }
	topic.of("shortfall", leading.ID, "shortfall").Low = 0.1
	if strings.Contains(said(), "by priority alone") {
		t.Errorf("the first by priority is excused: %q", said())
	}
	rank := topic.of("priority", other.ID, "priority_rank")
	number := l.number(rank.Value, 0)
	// An analysis ranks basics before all others: the rank does not say where an item would be by its priority.
	rank.Value, rank.Verdict, topic.of("shortfall", other.ID, "shortfall").Low = 0, analysis.Basic, 0.1
	if want := "Basics come first, as what is lacking there goes with a lower outcome; by priority alone it would be number " + number + "."; !strings.Contains(said(), want) {
		t.Errorf("%q, want %q in it", said(), want)
	}
}

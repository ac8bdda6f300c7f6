package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// ordered is a topic whose first two items by priority have these places on the map, means and shares of the resamples.
func ordered(t *testing.T, places [2]string, means, shares [2]float64) (topic *importanceTopic, labels [2]string) {
	t.Helper()
	l := newLookup(fortyItems(t), english())
	topic = l.importanceTopics()[0]
	order := topic.inOrderOfPriority()
	for _, i := range topic.rated {
		topic.of("priority", topic.result.Items[i].ID, "first_share").Value = 0
	}
	for _, i := range order[2:] {
		topic.of("quadrant", topic.result.Items[i].ID, "quadrant").Verdict = analysis.LowPriority
	}
	for k, i := range order[:2] {
		item := topic.result.Items[i]
		topic.of("quadrant", item.ID, "quadrant").Verdict = places[k]
		topic.of("quadrant", item.ID, "quadrant_stability").Value = 1
		topic.of("quadrant", item.ID, "performance").Value = analysis.Number(means[k])
		short := topic.of("shortfall", item.ID, "shortfall")
		short.Value, short.Low, short.High = 2, 1.8, 2.2
		topic.of("priority", item.ID, "confidence").Value = 1
		topic.of("priority", item.ID, "priority").Value = analysis.Number(9 - k)
		topic.of("priority", item.ID, "priority_rank").Value = analysis.Number(k + 1)
		topic.of("priority", item.ID, "first_share").Value = analysis.Number(shares[k])
		labels[k] = topic.quoted(item)
	}
	return topic, labels
}

// An item is said to come first only where it is the first by its rank too, with how sure that is; else the answer says what priority alone
// would put first, and why that is not the first step.
func TestFirstStepAndPriority(t *testing.T) {
	const concentrate, keep = analysis.Concentrate, analysis.KeepUp
	for name, test := range map[string]struct {
		places        [2]string
		means, shares [2]float64
		begins        string
		has           string
		not           string
	}{
		"sure":           {[2]string{concentrate, concentrate}, [2]float64{6, 6}, [2]float64{0.95, 0.05}, "%1 comes first: it falls ", "", "resamples"},
		"unsure":         {[2]string{concentrate, concentrate}, [2]float64{6, 6}, [2]float64{0.5, 0.3}, "%1 comes first: it falls ", "; it is the first in 50 % of the resamples, %2 in 30 %.", "no step"},
		"against a kept": {[2]string{concentrate, keep}, [2]float64{6, 8}, [2]float64{0.5, 0.3}, "%1 comes first: it falls ", "%2 in 30 %, which is no step: it is rated above the average item, and not below the target.", ""},
		"last":           {[2]string{keep, concentrate}, [2]float64{8, 6}, [2]float64{1, 0}, "The plan begins with %2: it falls ", "; by priority alone it would be number 2 (the first in 0 % of the resamples), and %1 the first (in 100 %), which is no step: it is rated above the average item, and not below the target.", "comes first"},
		"untold":         {[2]string{keep, concentrate}, [2]float64{8, 6}, [2]float64{0, 0}, "The plan begins with %2: it falls ", "; by priority alone it would be number 2, and %1 the first, which is no step: ", "resamples"},
	} {
		topic, labels := ordered(t, test.places, test.means, test.shares)
		fill := strings.NewReplacer("%1", labels[0], "%2", labels[1]).Replace
		said := strings.ReplaceAll(finding{parts: topic.firstStep()}.text(), noBreak, " ")
		if !strings.HasPrefix(said, fill(test.begins)) || !strings.Contains(said, fill(test.has)) || test.not != "" && strings.Contains(said, test.not) {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// A basic below its target is first by the rule, whatever its priority, and says so; one without an established shortfall is no step, and is
// named as what the rule would put first.
func TestBasicsBeforePriority(t *testing.T) {
	basic := func(low float64) string {
		topic, labels := ordered(t, [2]string{analysis.Concentrate, analysis.Concentrate}, [2]float64{6, 6}, [2]float64{0, 1})
		second := topic.result.Items[topic.inOrderOfPriority()[1]].ID
		rank := topic.of("priority", second, "priority_rank")
		rank.Value, rank.Verdict = 0, analysis.Basic
		topic.of("shortfall", second, "shortfall").Low = analysis.Number(low)
		topic.of("priority", second, "confidence").Value = 0.6
		said := strings.ReplaceAll(finding{parts: topic.firstStep()}.text(), noBreak, " ")
		return strings.NewReplacer(labels[0], "%1", labels[1], "%2").Replace(said)
	}
	if said := basic(1); !strings.HasPrefix(said, "%2 comes first: ") || !strings.HasSuffix(said, "; as a basic below its target it stands before items of higher priority (by that alone it would be number 2).") {
		t.Errorf("an established basic: %q", said)
	}
	if said := basic(-1); !strings.HasPrefix(said, "The plan begins with %1: ") || !strings.HasSuffix(said, "; before it would stand, as a basic below its target, %2, which is no step: a shortfall is neither established nor likely.") {
		t.Errorf("one that is not: %q", said)
	}
}

// The table of priorities, of drivers and of a report, has the order of the plan, and says where each item stands in it.
func TestPrioritiesHaveTheOrderOfThePlan(t *testing.T) {
	topic, _ := ordered(t, [2]string{analysis.KeepUp, analysis.Concentrate}, [2]float64{8, 6}, [2]float64{1, 0})
	prior := topic.inOrderOfPriority()
	places := func() (all []string) {
		s := topic.prioritySection()
		for _, row := range s.grid.rows {
			all = append(all, row.cells[0][0]+": "+row.cells[len(row.cells)-1][0])
		}
		return all
	}
	name := func(k int) string { return topic.result.Items[prior[k]].Label }
	if got := places(); got[0] != name(1)+": step 1" || got[1] != name(0)+": to be kept up" || !strings.HasPrefix(got[2], name(2)+": to be ") {
		t.Errorf("%q", got[:3])
	}
	for client, want := range map[bool]int{false: 1, true: 0} {
		topic.client = client
		lines := strings.Join(topic.prioritySection().lines, "\n")
		if !strings.Contains(lines, "order: that of the plan, then the other items by priority") || strings.Count(lines, "the plan: items that fall short") != want {
			t.Errorf("client %v: %q", client, lines)
		}
	}
	topic.of("derived", "", "r_squared").P = 0.5
	if got := places(); !strings.HasPrefix(got[0], name(0)+": ") || strings.Contains(strings.Join(got, ""), "step") {
		t.Errorf("without a plan: %q", got)
	}
}

package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// The two groups that lie furthest apart are named with intervals and bases, and that nothing is tested; a group that is not shown is no
// end of it, and groups that are alike, or of one item, make no sentence.
func TestGroupsFurthestApartAreNamed(t *testing.T) {
	l := newLookup(threeAudiences(t, false), english())
	topic, customers := l.topics()[0], l.result.Audiences[2]
	values := []string{"North", "South", "West"}
	set := func(item int, value string, mean float64, note ...string) {
		id := l.result.Items[topic.items[item]].ID
		l.segments[segmentKey{key{"segment", topic.kind, topic.perspective, "customers", "", id, "mean", topic.wave}, "region=" + value}] = &analysis.Figure{
			ID: fmt.Sprintf("%s %s", id, value), Value: analysis.Number(mean), Low: analysis.Number(mean - 0.3), High: analysis.Number(mean + 0.3), N: 40, Note: note,
		}
	}
	said := func() string {
		return strings.ReplaceAll(told(l.groupsApart(topic, "region", customers, values)), noBreak, " ")
	}
	for item := range topic.items {
		for _, value := range values {
			set(item, value, 7)
		}
	}
	if said() != "" {
		t.Errorf("of groups that are alike: %q", said())
	}
	set(1, "South", 4.8)
	set(1, "North", 7.8)
	set(0, "West", 5)
	label := l.quoted(l.result.Items[topic.items[1]])
	want := "Two groups of Customers lie furthest apart on " + label + ": “North” 7.8 (95 % CI 7.5 to 8.1; n 40) and “South” 4.8 (95 % CI 4.5 to 5.1; n 40); the largest of many differences, of which chance makes some large; none is tested here."
	if said() != want {
		t.Errorf("%q, want %q", said(), want)
	}
	set(1, "South", 4.8, analysis.NoteSuppressed)
	if got := said(); !strings.Contains(got, "“West” 5.0") || strings.Contains(got, "4.8") {
		t.Errorf("a hidden group: %q", got)
	}
	topic.items = topic.items[:1]
	if said() != "" {
		t.Errorf("of one item: %q", said())
	}
}

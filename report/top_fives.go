package report

import (
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// topListed is how many places a list of what matters most has.
const topListed = 5

// topFives lists what matters most to each audience, and how far the lists overlap.
func (l *lookup) topFives(t *topic) []string {
	var lines []string
	for _, a := range t.audiences {
		type placed struct {
			label string
			place analysis.Number
		}
		var all []placed
		for _, item := range l.result.Items {
			f := l.figure(key{"agreement", t.kind, t.perspective, a.ID, "", item.ID, "importance_rank", t.wave})
			if f != nil && f.Value <= topListed {
				all = append(all, placed{visible(item.Label), f.Value})
			}
		}
		sort.SliceStable(all, func(i, j int) bool { return all[i].place < all[j].place })
		var labels []string
		for _, r := range all {
			labels = append(labels, r.label)
		}
		lines = append(lines, l.text("what matters most to %s: %s", visible(a.Label), strings.Join(labels, ", ")))
	}
	for i, a := range t.audiences {
		for _, b := range t.audiences[i+1:] {
			if f := l.study(t, "agreement", a.ID, b.ID, "top_five_overlap"); f != nil && f.Value.Defined() {
				lines = append(lines, l.text("%s and %s share %s among their five", visible(a.Label), visible(b.Label), l.counted(int(f.Value), "%s item", "%s items")))
			}
		}
	}
	return lines
}

package report

import (
	"fmt"
	"sort"
	"strings"
)

// topFives lists what matters most to each audience, and how far the lists overlap.
func (l *lookup) topFives(t *topic) []string {
	var lines []string
	for _, a := range t.audiences {
		type rated struct {
			label string
			mean  float64
		}
		var all []rated
		for _, u := range l.topics() {
			if u.kind != t.kind || u.perspective != t.perspective || u.wave != t.wave {
				continue
			}
			for _, i := range u.items {
				if f := l.profile(u, a.ID, l.result.Items[i].ID, "mean"); f != nil && f.Value.Defined() {
					all = append(all, rated{visible(l.result.Items[i].Label), (float64(f.Value) - u.low) / (u.high - u.low)})
				}
			}
		}
		sort.SliceStable(all, func(i, j int) bool { return all[i].mean > all[j].mean })
		var labels []string
		for _, r := range all[:min(5, len(all))] {
			labels = append(labels, r.label)
		}
		lines = append(lines, fmt.Sprintf("what matters most to %s: %s", visible(a.Label), strings.Join(labels, ", ")))
	}
	for i, a := range t.audiences {
		for _, b := range t.audiences[i+1:] {
			if f := l.study(t, "agreement", a.ID, b.ID, "top_five_overlap"); f != nil && f.Value.Defined() {
				lines = append(lines, fmt.Sprintf("%s and %s share %s among their five", visible(a.Label), visible(b.Label), counted(int(f.Value), "item")))
			}
		}
	}
	return lines
}

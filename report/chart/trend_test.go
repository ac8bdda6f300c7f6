package chart

import (
	"strings"
	"testing"
)

// A stretch that shows no change is dotted, in a drawing and on a page: one stretch a pair of waves, none across an audience's first.
func TestStretchesWithoutChangeAreDotted(t *testing.T) {
	trend := Trend{Low: 1, High: 7, Waves: []string{"1", "2", "3"}, Series: []string{"Customers"}, Items: []TrendItem{
		{Label: "x", Values: [][]Value{{{2, 1, 3}, {3, 2, 4}, {5, 4, 6}}}, Loose: [][]bool{{false, true, false}}},
	}}
	for name, text := range map[string]string{"drawing": string(trend.Draw().File()), "page": (&Page{}).Inline(trend)} {
		loose, all := strings.Count(text, `line loose"`), strings.Count(text, `line"`)+strings.Count(text, `line loose"`)
		if loose != 1 || all != 2 {
			t.Errorf("%s: %d of %d stretches dotted, want 1 of 2", name, loose, all)
		}
	}
}

package chart

import (
	"strings"
	"testing"
)

// Series keep the colours and shapes that they are given, in the picture and in its key.
func TestSeriesKeepTheirLooks(t *testing.T) {
	dots := Dumbbell{Low: 1, High: 7, Series: []string{"Customers"}, Looks: []int{2}, Rows: []Row{{Label: "x", Values: []Value{{2, 1, 3}}}}}
	lines := Trend{Low: 1, High: 7, Waves: []string{"1", "2"}, Series: []string{"Customers"}, Looks: []int{2}, Items: []TrendItem{{Label: "x", Values: [][]Value{{{2, 1, 3}, {3, 2, 4}}}}}}
	for name, drawing := range map[string]*Drawing{"dots": dots.Draw(), "lines": lines.Draw()} {
		if body := drawing.body; strings.Contains(body, `"s0`) || strings.Count(body, `"s2`) < 2 {
			t.Errorf("%s:\n%s", name, body)
		}
	}
}

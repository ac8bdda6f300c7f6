package importers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Columns side by side that are answered on 0 to 4 are ratings on five points, unless the 0 stands apart, or what they ask for is bad.
func TestRunsFromZero(t *testing.T) {
	statements := "I get help|My manager listens|We share what we know|I know my goals|I can decide|I am proud"
	for name, test := range map[string]struct {
		headings string
		weights  []int // of 0, 1, 2 …
		want     string
	}{
		"many":                {statements, []int{2, 3, 5, 8, 6}, "rating 0..4"},
		"falling":             {statements, []int{8, 6, 4, 2, 1}, "rating 0..4"},
		"rows of a matrix":    {"Do you agree? [" + strings.ReplaceAll(statements, "|", "]|Do you agree? [") + "]", []int{2, 3, 5, 8, 6}, "rating 0..4"},
		"few":                 {"I get help|My manager listens|We share what we know|I know my goals|I can decide", []int{2, 3, 5, 8, 6}, "number "},
		"the 0 apart":         {statements, []int{9, 1, 4, 9, 9}, "number "},
		"five points and a 0": {statements, []int{2, 3, 5, 8, 6, 3}, "number "},
		"to 3":                {statements, []int{2, 3, 5, 8}, "number "},
		"from 1":              {statements, []int{0, 3, 5, 8, 6, 3}, "rating 1..5"},
		"symptoms":            {"Trouble sleeping|Feeling tired|Little interest|Poor appetite|Trouble concentrating|Feeling down", []int{8, 6, 4, 2, 1}, "number "},
		"counts":              {"Visits|Orders|Calls|Returns|Letters|Mails", []int{8, 6, 4, 2, 1}, "number "},
	} {
		random := rand.New(rand.NewPCG(3, 4))
		var points []string
		for x, n := range test.weights {
			for range n {
				points = append(points, fmt.Sprint(x))
			}
		}
		headings := strings.Split(test.headings, "|")
		text := strings.Join(headings, ",") + "\n"
		for range 80 {
			var cells []string
			for range headings {
				cells = append(cells, points[random.IntN(len(points))])
			}
			text += strings.Join(cells, ",") + "\n"
		}
		for _, c := range inspectedText(t, text).Columns {
			if got := string(c.Kind) + " " + c.Scale; got != test.want {
				t.Errorf("%s: %s: %s, want %s", name, c.ID, got, test.want)
			}
			if assumed := strings.Contains(fmt.Sprint(c.Flags), "0 is taken for the low end"); assumed != (test.want == "rating 0..4") {
				t.Errorf("%s: %s: assumed: %v", name, c.ID, assumed)
			}
		}
	}
}

package importers

import (
	"context"
	"strings"
	"testing"
)

// Words on a scale of numbers are one fault a column: with the first place, their number, examples, and the scale as the first remedy.
func TestWordsAreOneFaultAColumn(t *testing.T) {
	const of = "audiences:\n  customers: {files: [c.csv]}\nscale: 1..5\nitems: {quick: {performance: quick}, care: {performance: care}}\n"
	text := "quick,care\n" + strings.Repeat("3,Satisfied\nSatisfied,4\nVery dissatisfied,1\n6,Neutral\n", 100)
	for _, route := range []route{{byRecord: true}, {}, {chunk: 100, workers: 3}} {
		_, v, err := survey(t, "s.yaml", of, "c.csv", text)
		if err != nil {
			t.Fatal(err)
		}
		v.exports[0].route = route
		_, err = v.Read(context.Background(), &collector{})
		got := faultsOf(err)
		for _, want := range []string{
			`c.csv:2:2: "Satisfied" is not on the scale 1..5 of item care (column care); 200 cells of the column are not, among them "Satisfied", "Neutral"` + "\n",
			`c.csv:3:1: "Satisfied" is not on the scale 1..5 of item quick (column quick); 200 cells of the column are not, among them "Satisfied", "Very dissatisfied"` + "\n",
			"c.csv:5:1: \"6\" is outside the scale", "and 92 more\n",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("route %+v: no %s in\n%s", route, want, got)
			}
		}
		if hints := hintsOf(err); !strings.Contains(hints, "list them from low to high: scale: [Very dissatisfied, Dissatisfied, Neutral, Satisfied, Very satisfied]") {
			t.Errorf("hints %s", hints)
		}
	}
}

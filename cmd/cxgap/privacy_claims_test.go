package main

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// What help and methods say of how much the figures of few tell is counted: of how many sets of answers base, mean, interval and shares,
// as a report writes them, leave no other.
func TestWhatFewAnswersTell(t *testing.T) {
	quantile := map[int]float64{5: 2.776, 7: 2.447, 9: 2.306} // of t, n − 1 degrees of freedom, 97.5 %
	told := func(points, n int) string {
		seen := map[string]int{}
		var all []string
		var add func(from, left, sum, squares, top, bottom int)
		add = func(from, left, sum, squares, top, bottom int) {
			if left > 0 {
				for x := from; x <= points; x++ {
					high, low := 0, 0
					if x >= points-1 {
						high = 1
					}
					if x <= 2 {
						low = 1
					}
					add(x, left-1, sum+x, squares+x*x, top+high, bottom+low)
				}
				return
			}
			mean := float64(sum) / float64(n)
			half := quantile[n] * math.Sqrt(math.Max(0, float64(squares)-mean*float64(sum))/float64(n-1)/float64(n))
			shown := fmt.Sprintf("%.1f %.1f %.1f %d %d", mean, mean-half, mean+half, top, bottom)
			seen[shown]++
			all = append(all, shown)
		}
		add(1, n, 0, 0, 0, 0)
		alone := 0
		for _, shown := range all {
			if seen[shown] == 1 {
				alone++
			}
		}
		return fmt.Sprintf("%.0f %%", 100*float64(alone)/float64(len(all)))
	}
	for n := range quantile {
		if got := told(5, n); got != "100 %" {
			t.Errorf("five points, %d answers: %s", n, got)
		}
	}
	methods := readFile(t, "../../docs/methods.md")
	for _, want := range []string{
		"points " + told(7, 5) + " of those of 5 answers, " + told(7, 7) + " of 7 and " + told(7, 9) + " of 9",
		"on ten points " + told(10, 5) + ", " + told(10, 7) + " and " + told(10, 9),
	} {
		if !strings.Contains(methods, want) {
			t.Errorf("methods do not say %q", want)
		}
	}
}

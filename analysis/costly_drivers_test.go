package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// The items whose missing answers leave most respondents out are named with how many would be complete without them: by a count of invented rows.
func TestItemsThatLeaveRespondentsOut(t *testing.T) {
	for name, test := range map[string]struct {
		answers func(i, item int) bool
		want    string // the figures, by item; s: not told
		message string // empty: none
	}{
		"seven answered one item": {
			func(i, item int) bool { return item != 2 || i < 7 }, "c 100",
			`no derived importance of "customers": too few of 100 respondents answered everything; 100 would have without "c"; driver: false`,
		},
		"three answered one item": {
			func(i, item int) bool { return item != 2 || i < 3 }, "c 100",
			`too few of 100 respondents answered everything; 100 would have without "c"; driver: false`,
		},
		"seven answered one, seven others another": {
			func(i, item int) bool { return (item != 2 || i < 7) && (item != 3 || i >= 7 && i < 14) }, "c 7, d 100",
			`7 would have without "c", 100 without "d" too; driver: false`,
		},
		"four answered one, four others another": {
			func(i, item int) bool { return (item != 2 || i < 4) && (item != 3 || i >= 4 && i < 8) }, "c s, d 100",
			`100 would have without "c", "d"; driver: false`,
		},
		"a third lack one, another two more": {
			func(i, item int) bool { return (item != 0 || i >= 33) && (item != 1 || i < 98) }, "a 98",
			`derived importance of "customers" stands on 65 of 100 respondents, who answered everything; 98 would have without "a"; driver: false`,
		},
		"a fifth lack one":             {func(i, item int) bool { return item != 0 || i >= 20 }, "", ""},
		"half answered nothing at all": {func(i, item int) bool { return i >= 50 }, "", `stands on 50 of 100 respondents, who answered everything; fewest answered "a": 50`},
	} {
		t.Run(name, func(t *testing.T) {
			result, figures := partlyAsked(t, test.answers).analyze(t)
			var got []string
			for _, item := range []string{"a", "b", "c", "d"} {
				if f, found := figures["derived/performance/customers/"+item+"/complete_without"]; found && f.Note.Has(NoteSuppressed) {
					got = append(got, item+" s")
				} else if found {
					got = append(got, fmt.Sprintf("%s %v", item, f.Value))
				}
			}
			if strings.Join(got, ", ") != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
			var messages string
			for _, w := range result.Warnings {
				if w.Code == NoteManyLeftOut {
					messages += w.Text()
				}
			}
			if !strings.Contains(messages, test.message) || (messages == "") != (test.message == "") {
				t.Errorf("warned %q, want %q in it", messages, test.message)
			}
		})
	}
}

// partlyAsked is a study of a hundred customers and four items, not all of which everybody answers.
func partlyAsked(t *testing.T, answers func(i, item int) bool) *invented {
	t.Helper()
	items := []string{"a", "b", "c", "d"}
	return explained(t, 100, items, func(source *rand.Rand, i int) []float64 {
		var row []float64
		for item := range items {
			x := float64(1 + source.IntN(10))
			if !answers(i, item) {
				x = math.NaN()
			}
			row = append(row, x)
		}
		return append(row, float64(1+source.IntN(10)))
	})
}

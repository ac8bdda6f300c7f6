package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A file whose answers end at 5 beside one that runs to 10 is asked about, unless few of the others pass 5, the study says that there is one scale, or
// the files are of different waves, which is judged where they are compared.
func TestFilesOnTwoScales(t *testing.T) {
	five, ten := []int{5, 20, 40, 30, 8}, []int{0, 1, 8, 15, 30, 25, 20, 10, 5, 1}
	const files = "files: [c.csv, d.csv]"
	for name, test := range map[string]struct {
		first, second []int
		files, one    string
		want          bool
	}{
		"two scales":        {five, ten, files, "", true},
		"longer first":      {ten, five, files, "", true},
		"one scale":         {ten, ten, files, "", false},
		"both end sooner":   {five, five, files, "", false},
		"as said":           {five, ten, files, "one_scale: true\n", false},
		"few beyond":        {five, []int{5, 20, 40, 30, 8, 3, 2}, files, "", false},
		"the end hardly":    {[]int{20, 40, 30, 10, 2}, ten, files, "", false},
		"few answers":       {[]int{1, 5, 10, 10, 8}, ten, files, "", false},
		"one answer beyond": {[]int{5, 20, 40, 30, 8, 1}, ten, files, "", false},
		"two waves":         {five, ten, `files: {"1": [c.csv], "2": [d.csv]}`, "waves: [\"1\", \"2\"]\n", false},
	} {
		text := test.one + "audiences: {customers: {" + test.files + "}}\nscale: 1..10\nitems: {served: {performance: {customers: {column: served}}}}\n"
		_, intake, err := readFiles(t, "s.yaml", text, "c.csv", servedRows(test.first), "d.csv", servedRows(test.second))
		if err != nil {
			if got := faultsOf(err); !test.want || !strings.Contains(got, "two scales") {
				t.Errorf("%s: %s", name, got)
			}
			continue
		}
		said := false
		for _, n := range intake.Warnings {
			said = said || n.Code == study.ScaleChanged && strings.Contains(n.Message, "was it the same scale?")
		}
		if said != test.want {
			t.Errorf("%s: asked %v, want %v: %v", name, said, test.want, intake.Warnings)
		}
	}
}

// servedRows are answers to one question, so many times by point from 1 on, each point in turn.
func servedRows(times []int) string {
	var b strings.Builder
	b.WriteString("id,served\n")
	left, row := append([]int(nil), times...), 0
	for more := true; more; {
		more = false
		for point, n := range left {
			if n > 0 {
				row++
				fmt.Fprintf(&b, "%d,%d\n", row, point+1)
				left[point], more = n-1, true
			}
		}
	}
	return b.String()
}

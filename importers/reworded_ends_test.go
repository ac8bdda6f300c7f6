package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// An end of the scale in other words is read and said; where both wordings are answers, the file is refused.
func TestEndsInOtherWords(t *testing.T) {
	const of = "audiences: {customers: {files: [c.csv]}}\nscale: [Helemaal niet mee eens, Mee oneens, Neutraal, Mee eens, Helemaal mee eens]\nitems: {quick: {performance: quick}}\n"
	for _, c := range []struct{ answers, codes, want, fault string }{
		{"Mee eens|Helemaal mee oneens|Neutraal", "3 0 2", `c.csv: "Helemaal mee oneens" is read as "Helemaal niet mee eens", the same end of the scale in other words`, ""},
		{"Mee eens|Helemaal niet mee eens|Neutraal", "3 0 2", "", ""},
		{"Zeer mee eens|Helemaal niet mee eens|Neutraal", "4 0 2", `c.csv: "Zeer mee eens" is read as "Helemaal mee eens", the same end of the scale in other words`, ""},
		{"Mee eens|Enigszins mee oneens|Neutraal", "", "", `c.csv:3:1: "Enigszins mee oneens" is not on the scale`},
		{"Helemaal mee oneens|Mee eens|Helemaal niet mee eens", "", "", `c.csv: "Helemaal niet mee eens" and "Helemaal mee oneens" are both answers, and the scale [`},
	} {
		file := "quick\n" + strings.ReplaceAll(c.answers, "|", "\n") + "\n"
		for _, route := range []string{file, `"` + strings.ReplaceAll(strings.TrimSpace(file), "\n", "\"\n\"") + "\"\n"} { // the quick and the careful reading
			read, intake, err := readFiles(t, "s.yaml", of, "c.csv", route)
			if c.fault != "" {
				if got := faultsOf(err); !strings.HasPrefix(got, c.fault) {
					t.Errorf("%s: got %s, want %s", c.answers, got, c.fault)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s: %s", c.answers, faultsOf(err))
				continue
			}
			said := ""
			for _, n := range intake.Warnings {
				if n.Code == study.EndReworded {
					said += n.Message
				}
			}
			if got := strings.Trim(fmt.Sprint(read.codes[[2]int{0, 0}]), "[]"); got != c.codes || said != c.want {
				t.Errorf("%s: got %s, said %q; want %s, %q", c.answers, got, said, c.codes, c.want)
			}
		}
	}
}

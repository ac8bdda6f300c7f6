package analysis

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite docs/figures.md")

// docs/figures.md is the list of Definitions and Codes as a page; TestDefinitionsCoverWhatIsEmitted holds the list
// against what an analysis emits.
func TestFiguresPage(t *testing.T) {
	const page = "../docs/figures.md"
	want := figuresPage()
	if *update {
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/figures.md is out of date (-want +got), go test ./analysis -update rewrites it:\n%s", diff)
	}
}

func figuresPage() string {
	var b strings.Builder
	b.WriteString(`# Figures

<!-- Written by go test ./analysis -update from analysis/statistics.go: change it there. -->

Every number of a result is a figure: one row of ` + "`--format csv`" + `, one object under ` + "`figures`" + ` in ` + "`--format json`" + `.
Numbers have full precision; an undefined number is empty in CSV and ` + "`null`" + ` in JSON, and ` + "`note`" + ` says why.
docs/methods.md has the formulas and their sources.

## Columns

| column | meaning |
|---|---|
| ` + "`figure`" + ` | stable id: ` + "`analysis/kind/audience[:versus]/item/statistic[@wave=W][@segment=value]`" + `; ` + "`*`" + ` where a part does not apply |
| ` + "`analysis`" + ` | profile (one audience), gap and belief_gap (two), chain, agreement, spread and alignment (all), accuracy, congruency and self_organisation (other views of one item), segment (groups within audiences), change (from one wave to the next) |
| ` + "`item`" + `, ` + "`kind`" + `, ` + "`perspective`" + ` | what was rated, as what (performance, importance …), and whose view it is: ` + "`own`" + ` or ` + "`estimate_of:AUDIENCE`" + ` |
| ` + "`audience`" + `, ` + "`versus`" + ` | whom the figure is about; a pair is A − B, the more internal audience first |
| ` + "`wave`" + `, ` + "`segment`" + ` | the part of the study; empty: all of it |
| ` + "`statistic`" + `, ` + "`unit`" + ` | what the value is; ` + "`pt`" + ` scale points, ` + "`pomp`" + ` percent of maximum possible, ` + "`share`" + ` and ` + "`share_diff`" + ` fractions of 1, ` + "`nps`" + ` −100 to 100, ` + "`count`" + `, ` + "`ratio`" + ` and ` + "`statistic`" + ` without unit; ` + "`pt2`, `pomp2`" + ` squares |
| ` + "`value`" + `, ` + "`se`" + `, ` + "`low`" + `, ` + "`high`" + `, ` + "`level`" + `, ` + "`df`" + ` | the estimate, its standard error, its two-sided interval at ` + "`level`" + `, the degrees of freedom (empty: a normal or score interval) |
| ` + "`n`" + `, ` + "`n_versus`" + ` | bases: unweighted valid answers |
| ` + "`n_effective`" + `, ` + "`n_effective_versus`" + ` | Kish's effective bases |
| ` + "`p`" + `, ` + "`p_adjusted`" + `, ` + "`family`" + ` | p, p adjusted for the number of comparisons, and that number |
| ` + "`verdict`" + ` | on all rows of a pair: disparity, similar, trivial difference, inconclusive; on ` + "`class`" + ` rows the class |
| ` + "`note`" + ` | codes, separated by blanks |

## Statistics
`)
	section := ""
	for _, d := range Definitions() {
		if d.Analysis != section {
			section = d.Analysis
			fmt.Fprintf(&b, "\n### %s\n\n| statistic | unit | meaning |\n|---|---|---|\n", section)
		}
		var units []string
		for _, u := range d.Units {
			if u != "" {
				units = append(units, "`"+string(u)+"`")
			}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", d.Statistic, strings.Join(units, ", "), strings.ReplaceAll(d.Meaning, "|", "\\|"))
	}
	b.WriteString("\n## Codes\n\nNotes on figures, and warnings and assumptions of a result.\n\n| code | meaning |\n|---|---|\n")
	for _, c := range Codes() {
		fmt.Fprintf(&b, "| `%s` | %s |\n", c.Code, c.Meaning)
	}
	return b.String()
}

package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// reading is how the numbers of every answer are to be read.
const reading = "CI: confidence interval. n: number of answers, of both audiences where two are compared. Points are those of the scale."

// howToRead says how the numbers in the answer are to be read.
func (c *clientReport) howToRead() string {
	text, said := c.text(reading), ""
	for _, f := range c.findings {
		said += f.text()
	}
	if strings.Contains(said, "R²") {
		text += " " + c.text("R²: share of the differences in the outcome that goes with all items together.")
	}
	if sideMark.MatchString(said) {
		text += " " + c.sidesMeaning() + "."
	}
	return text
}

// abbreviations explains those that the report's tables use.
func (l *lookup) abbreviations() []string {
	short := shortNames(l.result.Audiences)
	var all []string
	for i, a := range l.result.Audiences {
		if short[i] != visible(a.Label) {
			all = append(all, short[i]+": "+visible(a.Label))
		}
	}
	if slices.ContainsFunc(l.result.Figures, func(f analysis.Figure) bool { return f.Low.Defined() && f.High.Defined() }) {
		all = append(all, l.text("CI, [ ]: confidence interval"))
	}
	all = append(all, l.text("n: number of answers"), l.text("n/a: undefined; a note says why"), notAsked+": "+l.text("not asked, left out, or nothing to say"))
	has := func(names ...string) bool {
		for i := range l.result.Figures {
			for _, name := range names {
				if f := &l.result.Figures[i]; f.Analysis == name || f.Statistic == name {
					return true
				}
			}
		}
		return false
	}
	for _, of := range []struct {
		figure, meaning string
	}{
		{"shortfall", l.text("pp: percentage points, the difference of two shares")},
		{"derived", l.text("r: correlation with the outcome; β: standardised coefficient in a regression on all items; R²: share of the differences in the outcome that goes with all items together")},
		{"derived", l.text("LMG: share of R² after Lindeman, Merenda and Gold (the Shapley value)")},
		{"construct", l.text("α: Cronbach's alpha, ω: McDonald's omega: how consistently the items of a construct measure one thing, up to 1")},
		{"nps", l.text("NPS: net promoter score, the share of 9 and 10 less the share of 0 to 6, in percentage points")},
		{"csat", l.text("CSAT: customer satisfaction, the share of the two highest points")},
		{"ces", l.text("CES: customer effort score, a mean on its own scale")},
	} {
		if has(of.figure) {
			all = append(all, of.meaning)
		}
	}
	for i := range l.result.Figures {
		if l.result.Figures[i].Note.Has(analysis.NoteSuppressed) {
			return append(all, l.withheld()+": "+l.text("suppressed, not shown because of too few answers or none"))
		}
	}
	return all
}

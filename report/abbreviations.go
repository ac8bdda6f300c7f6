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
	l := newLookup(c.result, c.language)
	text, said := strings.TrimSpace(l.yardsticks()+" "+c.text(reading)), ""
	for _, f := range c.findings {
		said += f.text()
	}
	if strings.Contains(said, "R²") {
		text += " " + c.text("R²: share of the differences in the outcome that goes with all items together.")
	}
	if strings.Contains(said, smallBaseMark) {
		text += " " + c.text("† fewer than 30 answers: indicative") + "."
	}
	if sideMark().MatchString(said) {
		text += " " + c.sidesMeaning() + "."
	}
	if slices.ContainsFunc(c.findings, func(f finding) bool { return slices.ContainsFunc(f.figures(), ofResamples) }) {
		text += " " + c.text("Resamples are redraws of the answers (%s).", c.whole(c.result.Choices.Resamples))
	}
	if chapters := c.chaptersOf("gaps", "waves", "priorities"); len(chapters) > 0 {
		text += " " + c.text("What is counted here and not named stands in the tables of %s.", c.listed(chapters))
	}
	return text
}

// chaptersOf returns the titles, in quotes, of those of the chapters that the report has.
func (c *clientReport) chaptersOf(ids ...string) (titles []string) {
	for _, part := range c.parts {
		if slices.Contains(ids, part.ID) {
			titles = append(titles, c.inQuotes(part.title))
		}
	}
	return titles
}

// abbreviations explains those that the report's tables use.
func (l *lookup) abbreviations() []string {
	short := l.shortNames()
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
	all = append(all, l.samplingWords()...)
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
	if slices.ContainsFunc(l.result.Figures, func(f analysis.Figure) bool { return f.Note.Has(analysis.NoteSplit) }) {
		all = append(all, l.text("r_wg: agreement within an audience, 1 where all answer alike, 0 where answers scatter as if given at random"))
	}
	for i := range l.result.Figures {
		if n := l.result.Figures[i].Note; n.Has(analysis.NoteSuppressed) {
			return append(all, l.withheld()+": "+l.text("suppressed, not shown because of too few answers or none, or of few that are all alike"))
		}
	}
	return all
}

// samplingWords explain what stands beside the number of those who answered.
func (l *lookup) samplingWords() []string {
	var census, weighted, clusters bool
	for _, a := range l.result.Audiences {
		for _, base := range a.Bases {
			census, weighted, clusters = census || base.Census, weighted || base.Weighted, clusters || base.Clusters > 0
		}
	}
	var all []string
	for _, of := range []struct {
		said    bool
		meaning string
	}{
		{census, l.text("census: the whole audience answered, so that its figures have no sampling error")},
		{weighted, l.text("weighted: answers count more or less, to make up for groups that answered less often or more often than others")},
		{clusters, l.text("clusters: respondents who belong together, such as those of one account, and whose answers are likely to be alike")},
	} {
		if of.said {
			all = append(all, of.meaning)
		}
	}
	return all
}

package analysis

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/stats"
	"github.com/cxgap/cxgap/analysis/study"
)

// ratedTogether is how many respondents tell whether an item runs against the rest: their correlations have a standard error of at most 0.014.
const ratedTogether = 5000

// runsAgainst names the questions of each audience whose answers fall where those to the rest rise: maybe a high answer is the bad one, and the
// study does not say so. Nothing is turned (METHODS section 2). Not looked for where only sums are known, as of published results and of clusters
// of a very large audience.
func (v *view) runsAgainst() []study.Notice {
	var all []study.Notice
	for j, audience := range v.study.Audiences {
		rated := v.ratedAlike(j)
		c := v.cells[j]
		if c == nil || c.units == nil || c.units.codes == nil || len(rated) < 3 || v.discloser(audience, c.n).tooFew(c.n) {
			continue
		}
		scores, weight := c.units.scores(c.counts, rated)
		against := stats.ItemsAgainst(scores, weight, len(c.clusters), v.study.Analysis.Confidence)
		against = slices.DeleteFunc(against, func(one stats.ItemAgainst) bool { // r of few would tell what each of them answered
			return v.discloser(audience, c.n).tooFew(one.R.N) || v.discloser(audience, c.n).few(one.R.N)
		})
		if len(against) == 0 {
			continue
		}
		var named []string
		for _, one := range against {
			named = append(named, fmt.Sprintf("%q (r = −%.2f, n = %d)", v.variables[rated[one.Item]].rating.Item.Label, -one.R.Value, one.R.N))
		}
		all = append(all, study.Notice{
			Code: WarnNegativeItemRest, Where: audience.ID,
			Message: fmt.Sprintf("answers of %s to %d of %d questions fall where those to the rest rise: %s; nothing was turned",
				inWave(audience.Label, v.waves()[v.wave]), len(against), len(rated), strings.Join(named, ", ")),
			Hint: "where a high answer is a bad one, write reversed: true for it in the study file; prices and the like may well fall where the rest rises",
		})
	}
	return all
}

// ratedAlike are the ratings of an audience of which high answers are taken for good: own performance and outcome, as far as they may be shown.
func (v *view) ratedAlike(audience int) []int {
	var rated []int
	for i := range v.variables {
		r := v.variables[i].rating
		x := v.answers[i][audience]
		good := r.Kind == study.Performance || r.Kind == study.OutcomeKind && r.CES != study.LowIsEasy
		if good && r.Of == "" && x != nil && !x.suppressed && x.published == nil {
			rated = append(rated, i)
		}
	}
	return rated
}

// scores returns the answers of respondents who are known one by one to some ratings, in POMP and NaN for none, with their weights: of all, or of
// every k-th of many.
func (u *units) scores(tables []*counts, ratings []int) (scores [][]float64, weight []float64) {
	every := (len(u.weight) + ratedTogether - 1) / ratedTogether
	for row := 0; row < len(u.weight); row += max(1, every) {
		weight = append(weight, u.weight[row])
	}
	for _, i := range ratings {
		pomp := sumsOf(tables[i].scale)
		column := make([]float64, len(weight))
		for k := range column {
			column[k] = math.NaN()
			if c := u.codes[i][k*every]; c.Valid() {
				column[k] = pomp[entryOf(c)][1]
			}
		}
		scores = append(scores, column)
	}
	return scores, weight
}

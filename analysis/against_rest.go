package analysis

import (
	"fmt"
	"math"
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
		against := v.against()[j]
		if len(against) == 0 {
			continue
		}
		var named []string
		for i := range v.variables {
			if r, runs := against[&v.variables[i]]; runs {
				named = append(named, fmt.Sprintf("%q (r = −%.2f, n = %d)", v.variables[i].rating.Item.Label, -r.Value, r.N))
			}
		}
		all = append(all, study.Notice{
			Code: NegativeItemRest, Where: audience.ID,
			Message: fmt.Sprintf("answers of %s to %d of %d questions fall where those to the rest rise: %s; nothing was turned",
				inWave(audience.Label, v.waves()[v.wave]), len(against), len(v.ratedAlike(j)), strings.Join(named, ", ")),
			Hint: "where a high answer is a bad one, write reversed: true for it in the study file; prices and the like may well fall where the rest rises",
		})
	}
	return all
}

// itemsAgainst finds, by audience, the ratings that run against the rest, with their correlation.
func (v *view) itemsAgainst() []map[*variable]stats.Estimate {
	all := make([]map[*variable]stats.Estimate, len(v.study.Audiences))
	for j, audience := range v.study.Audiences {
		c := v.cells[j]
		if c == nil || c.units == nil || c.units.codes == nil {
			continue
		}
		d := v.discloser(audience, c.n)
		rated := v.ratedAlike(j)
		if len(rated) < 3 || d.tooFew(c.n) {
			continue
		}
		all[j] = map[*variable]stats.Estimate{}
		scores, weight := c.units.scores(c.counts, rated)
		for _, one := range stats.ItemsAgainst(scores, weight, len(c.clusters), v.study.Analysis.Confidence) {
			if !d.tooFew(one.R.N) && !d.few(one.R.N) { // r of few would tell what each of them answered
				all[j][&v.variables[rated[one.Item]]] = one.R
			}
		}
	}
	return all
}

// runs reports whether an answer runs against the rest of what its audience rated.
func (v *view) runs(x *answer) bool {
	_, runs := v.against()[v.study.Audience(x.audience.ID)][x.variable]
	return runs
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
				column[k] = pomp[c.Entry()][1]
			}
		}
		scores = append(scores, column)
	}
	return scores, weight
}

package analysis

import "github.com/cxgap/cxgap/analysis/study"

// accuracies holds every estimate of another audience's rating against that audience's own: the gap between what leaders
// think that customers say and what customers say (Chaffee & McLeod 1968). Their family is one per kind.
func (v *view) accuracies() *gaps {
	g := &gaps{view: v}
	for i := range v.variables {
		r := v.variables[i].rating
		if r.Of == "" {
			continue
		}
		own, target := v.ownRating(r), v.study.Audience(r.Of)
		if own < 0 {
			continue
		}
		for j, audience := range v.study.Audiences {
			if v.answers[i][j] != nil && v.answers[own][target] != nil {
				g.all = append(g.all, v.accuracy(i, own, audience, v.study.Audiences[target]))
			}
		}
	}
	for _, family := range g.families() {
		v.judge(family)
	}
	return g
}

// ownRating returns the index of the rating that an estimate is about; -1 if it was not asked.
func (v *view) ownRating(estimate *study.Rating) int {
	for i := range v.variables {
		r := v.variables[i].rating
		if r.Item == estimate.Item && r.Kind == estimate.Kind && r.Of == "" {
			return i
		}
	}
	return -1
}

// accuracy compares one audience's estimate with the actual rating, on their common scale or in POMP.
func (v *view) accuracy(estimate, own int, audience, target *study.Audience) *gap {
	about := v.variables[estimate]
	guessed, actual := about.rating.Columns[audience.ID].Scale, v.variables[own].rating.Columns[target.ID].Scale
	about.same, about.unit, about.scale = guessed.Same(actual), Points, guessed
	if !about.same {
		about.unit, about.scale = POMP, study.NewScale(0, 100)
	}
	about.margin = v.study.Analysis.Equivalence.On(about.scale)
	g := v.gap(v.rescaled(estimate, audience, &about), v.rescaled(own, target, &about))
	g.analysis = "accuracy"
	return g
}

// rescaled returns an answer in the unit of another variable: a rating and its estimate may be on different scales.
func (v *view) rescaled(rating int, audience *study.Audience, about *variable) *answer {
	j := v.study.Audience(audience.ID)
	x := v.answers[rating][j]
	y := newAnswer(v.analyzer, about, audience, x.counts, x.group, x.population)
	y.census = x.census
	if x.published != nil {
		y.publish(v.tabulated(j, v.wave, rating), v.study.Analysis.Confidence)
	}
	return y
}

package analysis

import "github.com/cxgap/cxgap/analysis/study"

// pairing is two ratings that one respondent gives on one scale. Their difference, first − second, is tallied like a rating
// of its own, so that everything said of a mean can be said of a paired difference.
type pairing struct {
	analysis      string // the analysis that it belongs to
	first, second int    // indices of the ratings
}

// The analyses of paired ratings.
const (
	selfOrganisation    = "self_organisation"
	congruency          = "congruency"
	shortfall           = "shortfall"
	relativePerformance = "relative_performance"
	expectationGap      = "expectation"
)

// pairings lists the pairs of a study: self against organisation, importance against performance, performance against the best
// alternative and against what was expected, and one's own view against one's estimate of another audience's (congruency).
func pairings(ratings []*study.Rating) []pairing {
	find := func(item *study.Item, kind study.Kind) int {
		for i, r := range ratings {
			if r.Item == item && r.Kind == kind && r.Of == "" {
				return i
			}
		}
		return -1
	}
	var all []pairing
	for i, r := range ratings {
		for _, p := range []struct {
			analysis string
			first    study.Kind
			second   study.Kind
		}{
			{selfOrganisation, study.Self, study.Organisation},
			{shortfall, study.Importance, study.Performance},
			{relativePerformance, study.Performance, study.Alternative},
			{expectationGap, study.Performance, study.Expectation},
		} {
			if r.Kind != p.first || r.Of != "" {
				continue
			}
			if second := find(r.Item, p.second); second >= 0 {
				all = append(all, pairing{p.analysis, i, second})
			}
		}
		if r.Of == "" {
			continue
		}
		if own := find(r.Item, r.Kind); own >= 0 {
			all = append(all, pairing{congruency, own, i})
		}
	}
	return all
}

// mappedRatings marks the ratings that items are placed by, importance against performance: the only ones whose sums resamples ask for.
func mappedRatings(pairings []pairing, ratings int) []bool {
	mapped := make([]bool, ratings)
	for _, p := range pairings {
		if p.analysis == shortfall {
			mapped[p.first], mapped[p.second] = true, true
		}
	}
	return mapped
}

// pairCounts are the answers of the respondents who gave both ratings of a pair.
type pairCounts struct {
	difference    *counts // first − second
	first, second *counts
	box           *counts // in the top box of the first (1 or 0) less in that of the second: −1, 0 or 1
	top           study.Code
}

// newPairCounts returns the empty table of a pairing in one audience; nil if the audience was not asked both, or on
// different scales, whose difference has no meaning.
func newPairCounts(a *study.Audience, first, second *variable) *pairCounts {
	one, other := first.rating.Columns[a.ID], second.rating.Columns[a.ID]
	if one == nil || other == nil || !one.Scale.Same(other.Scale) {
		return nil
	}
	span := one.Scale.Range()
	return &pairCounts{
		difference: newCounts(study.Scale{Low: -span, High: span, Step: one.Scale.Step}),
		first:      newCounts(one.Scale), second: newCounts(one.Scale),
		box: newCounts(study.NewScale(-1, 1)),
		top: study.Code(one.Scale.Points() - first.top),
	}
}

// add counts a respondent who gave both ratings.
func (t *pairCounts) add(first, second study.Code, w float64, cluster int) {
	if !first.Valid() || !second.Valid() {
		return
	}
	middle := (t.difference.scale.Points() - 1) / 2
	t.difference.add(study.Code(int(first)-int(second)+middle), w, cluster)
	t.first.add(first, w, cluster)
	t.second.add(second, w, cluster)
	t.box.add(1+t.inTop(first)-t.inTop(second), w, cluster)
}

// addColumns counts some rows of the two ratings.
func (t *pairCounts) addColumns(first, second []study.Code, rows []int32, weight []float64, cluster []int) {
	number := -1
	for _, table := range []*counts{t.difference, t.first, t.second, t.box} {
		table.roomFor(cluster)
	}
	for i, row := range rows {
		if cluster != nil {
			number = cluster[i]
		}
		t.add(first[row], second[row], weight[row], number)
	}
}

// merge adds what a part has counted, and empties it; numbers are those of its clusters.
func (t *pairCounts) merge(part *pairCounts, numbers []int) {
	for _, of := range [][2]*counts{{t.difference, part.difference}, {t.first, part.first}, {t.second, part.second}, {t.box, part.box}} {
		of[0].merge(of[1], numbers)
		of[1].reset()
	}
}

func (t *pairCounts) inTop(c study.Code) study.Code {
	if c >= t.top {
		return 1
	}
	return 0
}

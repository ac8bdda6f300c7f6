package analysis

import "github.com/cxgap/cxgap/analysis/study"

// pairing is two ratings that one respondent gives on one scale. Their difference, first − second, is tallied like a rating
// of its own, so that everything said of a mean can be said of a paired difference.
type pairing struct {
	analysis      string // the analysis that it belongs to
	first, second int    // indices of the ratings
}

// pairings lists the pairs of a study: self against organisation, and one's own view against one's estimate of another
// audience's (congruency).
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
		switch {
		case r.Kind == study.Self && r.Of == "":
			if organisation := find(r.Item, study.Organisation); organisation >= 0 {
				all = append(all, pairing{"self_organisation", i, organisation})
			}
		case r.Of != "":
			if own := find(r.Item, r.Kind); own >= 0 {
				all = append(all, pairing{"congruency", own, i})
			}
		}
	}
	return all
}

// newPairCounts returns the empty table of a pairing in one audience; nil if the audience was not asked both, or on
// different scales, whose difference has no meaning.
func newPairCounts(a *study.Audience, ratings []*study.Rating, p pairing) *counts {
	first, second := ratings[p.first].Columns[a.ID], ratings[p.second].Columns[a.ID]
	if first == nil || second == nil || !first.Scale.Same(second.Scale) {
		return nil
	}
	span := first.Scale.Range()
	return newCounts(study.Scale{Low: -span, High: span, Step: first.Scale.Step})
}

// differenceCode returns the code of first − second on the scale of differences; blank unless both are answers.
func differenceCode(first, second study.Code, scale study.Scale) study.Code {
	if !first.Valid() || !second.Valid() {
		return study.Blank
	}
	middle := (scale.Points() - 1) / 2
	return study.Code(int(first) - int(second) + middle)
}

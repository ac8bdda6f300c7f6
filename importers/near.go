package importers

import (
	"maps"
	"slices"
	"sort"
)

// nearItem is a question of one audience in words like those of an item that this audience was not asked: a suggestion.
type nearItem struct {
	item       *question
	a          *asked
	score      float64
	translated bool // the score is that of the two questionnaires, not of the words
}

// furtherAudiences finds, for the items, what audiences that were not asked them were asked in similar words; a question stands by one
// item only, and an item has at most one of an audience: the most similar.
func furtherAudiences(items, alone []*question) []nearItem {
	var all []nearItem
	columns := make([]*asked, len(alone))
	for i, q := range alone {
		columns[i] = q.by[0]
	}
	known := newResembling(gramsOf(columns))
	for _, item := range items {
		scores := map[int]float64{}
		for _, b := range item.by {
			for _, i := range known.candidates(b.grams()) {
				a := columns[i]
				if item.of(a.audience) != nil || item.asks() != a.asks() {
					continue
				}
				if s := alike(a.grams(), b.grams()); s >= nearEnough && s > scores[i] && !opposed(a, b) {
					scores[i] = s
				}
			}
		}
		for _, i := range slices.Sorted(maps.Keys(scores)) {
			all = append(all, nearItem{item: item, a: columns[i], score: scores[i]})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	type place struct {
		item     *question
		audience int
	}
	filled, taken := map[place]bool{}, map[*asked]bool{}
	var best []nearItem
	for _, m := range all {
		if at := (place{m.item, m.a.audience}); !filled[at] && !taken[m.a] {
			filled[at], taken[m.a] = true, true
			best = append(best, m)
		}
	}
	return best
}

// likeGroup are questions of different audiences in similar words, and the similarity of the two of them that are least alike.
type likeGroup struct {
	question
	score float64
}

// likeGroups joins pairs into groups with at most one question of an audience, the most similar first: what three audiences were asked
// each in words of its own is one suggestion. apart: what is never joined, whatever is between.
func likeGroups(pairs []nearMatch, apart func(a, b []*asked) bool) []*likeGroup {
	var groups []*likeGroup
	of := map[*asked]*likeGroup{}
	for _, m := range pairs {
		for _, one := range []*asked{m.a, m.b} {
			if of[one] == nil {
				of[one] = &likeGroup{question{by: []*asked{one}}, 1}
				groups = append(groups, of[one])
			}
		}
		a, b := of[m.a], of[m.b]
		if a == b || slices.ContainsFunc(b.by, func(one *asked) bool { return a.of(one.audience) != nil }) || apart != nil && apart(a.by, b.by) {
			continue
		}
		for _, one := range b.by {
			of[one] = a
		}
		a.by, a.score = append(a.by, b.by...), min(a.score, b.score, m.score)
		b.by = nil
	}
	return slices.DeleteFunc(groups, func(g *likeGroup) bool { return len(g.by) < 2 })
}

package importers

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// lookups answer what is asked of a draft for each of its items, found once for all of them.
type lookups struct {
	subjects    subjects                 // of the questions that items are named by
	performance []bool                   // by audience: it was asked for performance
	ownItems    map[*asked]*study.Item   // by the question of the one audience that was asked
	further     map[*question][]nearItem // by item: what others were asked in words like its
	importance  []*question              // that one audience alone was asked
	important   *resembling              // the words of these
	estimates   map[int][]*asked         // by the item that an estimate is most likely about; −1: none
	lone        map[*question]bool       // those that one audience alone was asked
	// withoutImportance are those on performance that no item gives an importance to.
	withoutImportance []*question
}

func (d *draft) lookups() *lookups {
	l := &lookups{
		subjects: subjectsOf(d.usable), ownItems: map[*asked]*study.Item{}, further: map[*question][]nearItem{},
		estimates: d.estimatesByItem(), lone: map[*question]bool{},
	}
	for i := range d.study.Audiences {
		l.performance = append(l.performance, d.asksPerformance(i, d.usable))
	}
	for i, q := range d.usable {
		if len(q.by) == 1 {
			l.ownItems[q.by[0]] = d.study.Items[i]
		}
		if q.asks() == study.Performance && !slices.ContainsFunc(d.study.Items[i].Ratings, func(r *study.Rating) bool { return r.Kind == study.Importance }) {
			l.withoutImportance = append(l.withoutImportance, q)
		}
	}
	for _, m := range d.further {
		l.further[m.item] = append(l.further[m.item], m)
	}
	var columns []*asked
	for _, q := range d.lone {
		l.lone[q] = true
		if q.by[0].asks() == study.Importance {
			l.importance, columns = append(l.importance, q), append(columns, q.by[0])
		}
	}
	l.important = newResembling(gramsOf(columns))
	return l
}

// importanceLike returns the question on importance, of those that one audience alone was asked, that is most like another of its
// questions; nil: none is near enough.
func (l *lookups) importanceLike(a *asked) (best *question, score float64) {
	score = nearEnough
	for _, i := range l.important.candidates(a.grams()) {
		b := l.importance[i].by[0]
		if b.audience != a.audience {
			continue
		}
		if s := alike(a.grams(), b.grams()); s >= score {
			best, score = l.importance[i], s
		}
	}
	return best, score
}

// estimatesByItem finds the item that each estimate is most likely about: whose label stands in its words for the greatest part.
func (d *draft) estimatesByItem() map[int][]*asked {
	by := map[int][]*asked{}
	labels := make([]map[string]int, len(d.usable))
	for i, q := range d.usable {
		labels[i] = trigrams(q.by[0].subject())
	}
	known := newResembling(labels)
	for _, e := range d.estimates {
		best, most := -1, 0.7
		for _, i := range known.candidates(e.grams()) {
			if share := float64(inCommon(labels[i], e.grams())) / float64(max(1, total(labels[i]))); share >= most {
				best, most = i, share
			}
		}
		if d.estimated(e) == "" {
			best = -1
		}
		by[best] = append(by[best], e)
	}
	return by
}

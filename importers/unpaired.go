package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// unpaired says which questions on importance, expectation or the best alternative stand without the performance of their subject,
// although others of their kind have it: a table of what falls short lacks them.
func (d *draft) unpaired(usable, all []*question) {
	at := subjectsOf(all)
	for i, of := range d.study.Audiences {
		for _, kind := range besidePerformance() {
			var lone, several []string
			for _, q := range usable {
				a := q.of(i)
				if a == nil || a.asks() != kind {
					continue
				}
				text := fmt.Sprintf("%q", lexicon.Shorten(a.column.statement()))
				switch n := len(at.of(a, study.Performance)); {
				case n == 0:
					lone = append(lone, text)
				case !slices.Contains(several, text):
					several = append(several, text)
				}
			}
			if len(several) > 0 {
				d.hinted(study.NotPaired, of.ID, "a study file can say which", "%s: %s not joined with performance, for several questions could be meant: %s", of.ID, kind, few(several))
			}
			if len(lone) > 0 && d.asksPerformance(i, all) {
				d.notice(study.NotPaired, of.ID, "%s: %s without a question on performance in the same words: %s", of.ID, kind, few(lone))
			}
		}
	}
}

func (d *draft) asksPerformance(audience int, questions []*question) bool {
	return slices.ContainsFunc(questions, func(q *question) bool {
		a := q.of(audience)
		return a != nil && a.asks() == study.Performance
	})
}

// whichPerformance asks, of an item without performance, which of the questions in its words is meant.
func (w *fileWriter) whichPerformance(item *study.Item, q *question) {
	if slices.ContainsFunc(item.Ratings, func(r *study.Rating) bool { return r.Kind == study.Performance }) {
		return
	}
	offered, seen := false, map[*question]bool{}
	for _, a := range q.by {
		for _, p := range w.look.subjects.of(a, study.Performance) {
			if seen[p] || w.draft.readScales(p) != "" { // one without a scale is asked about below
				continue
			}
			seen[p] = true
			w.line("    # ? performance: %s # in the same words; then take the item with this column out", w.columns(w.draft.rating(p)))
			offered = true
		}
	}
	switch like, score := w.look.performanceLike(q.by[0]); {
	case offered || !w.look.performance[q.by[0].audience]:
	case like != nil && w.draft.readScales(like) == "":
		w.line("    # ? performance: %s # %.2f %s; then take the item with this column out", w.columns(w.draft.rating(like)), score, scalarOf(like.by[0].column.statement()))
	default:
		w.line("    # ? performance: which column? None asks for it in the same words.")
	}
}

// performanceLike returns the question on performance without importance that is most like one of another kind of its audience, by what both
// are about; nil: none is near enough.
func (l *lookups) performanceLike(a *asked) (best *question, score float64) {
	score = nearEnough
	own := trigrams(a.about())
	for _, q := range l.withoutImportance {
		b := q.of(a.audience)
		if b == nil || b.asks() != study.Performance {
			continue
		}
		if s := alike(own, trigrams(b.about())); s > score || s == score && best == nil {
			best, score = q, s
		}
	}
	return best, score
}

// about is the topic of a column without its language, or its subject.
func (a *asked) about() string {
	if _, topic, has := strings.Cut(a.topic(), ": "); has {
		return topic
	}
	return a.subject()
}

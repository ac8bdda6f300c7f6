package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// couldBeRated reports whether the numbers of a column are read as a scale, were its heading one of a rating.
func (a *asked) couldBeRated() bool {
	return !a.answers.many && scaleOf(a.answers.clone(), a.headings()).scale.Defined()
}

// facts offers what was taken for facts by its heading, and has the numbers of ratings, as items; of the others it names those that no notice does.
func (w *fileWriter) facts() {
	var others []string
	byAudience := make([][]*asked, len(w.draft.study.Audiences))
	for _, a := range w.draft.facts {
		if a.couldBeRated() {
			byAudience[a.audience] = append(byAudience[a.audience], a)
		} else {
			others = append(others, scalarOf(lexicon.Shorten(naming(a.column))))
		}
	}
	headed := false
	for _, q := range match(byAudience) {
		offers := q.offersInNumbers()
		if offers == nil {
			others = append(others, scalarOf(lexicon.Shorten(naming(q.by[0].column))))
			continue
		}
		if !headed {
			w.comment("  ", "? These were taken for facts, such as an age, a date or a number of something. If one is a rating, take its # away:")
			headed = true
		}
		label := q.by[0].column.statement()
		w.reading(q, w.freeID(label), label, offers)
	}
	if len(w.draft.facts) > mostNamed && len(others) > 0 {
		w.comment("  ", fmt.Sprintf("Taken for facts besides, whose numbers are of no usual scale: %s.", strings.Join(others, ", ")))
	}
}

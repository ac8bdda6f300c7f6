package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// Q1 of two questionnaires is the same question only if whoever made them took care of it: a code says nothing of what was asked, so that items
// whose audiences have nothing but a code in common are named.

// bareCode is a heading, its underscores as blanks, that is nothing but a code: "Q5 2", "v12", "Frage 3a", "17".
var bareCode = lazily(`^(?:\p{L}{1,3}|var|item|column|field|statement|question|frage|merkmal|aussage|spalte|pregunta|pergunta|domanda|vraag|stelling)?[ .:-]?\d+(?:[ .:-]?(?:\d+|\p{L}))*$`)

// joinedByCode reports whether audiences share a question by a code alone: one of them has no words for it.
func (q *question) joinedByCode() bool {
	if len(q.by) < 2 {
		return false
	}
	for _, a := range q.by {
		if stemOf(a.column) == "" && bareCode().MatchString(plainWords(a.column)) {
			return true
		}
	}
	return false
}

// joinedByCode returns the names of the items that are joined by a code alone.
func (d *draft) joinedByCode() (names []string) {
	for _, q := range d.read {
		if q.joinedByCode() {
			names = append(names, fmt.Sprintf("%q", q.by[0].column.ID))
		}
	}
	return names
}

// saysJoinedByCode says which items are joined by a code alone.
func (d *draft) saysJoinedByCode() {
	if names := d.joinedByCode(); len(names) > 0 {
		d.hinted(study.JoinedByCode, "", "a study file names the column of each audience", "joined because their columns bear the same code, which says nothing of what was asked: %s", few(names))
	}
}

// askJoinedByCode asks, above the items, whether those with the same code are the same.
func (w *fileWriter) askJoinedByCode() {
	if names := w.draft.joinedByCode(); len(names) > 0 {
		w.comment("  ", "? Do all audiences answer the same question under "+strings.Join(names, ", ")+"? They are joined by this code alone. If not, give each item the columns that ask the same: performance: {staff: Q1, customers: Q7}.")
	}
}

package importers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// likelyImportance offers, for an item whose importance nobody was asked in its words, the most similar question on importance of each
// of its audiences.
func (w *fileWriter) likelyImportance(item *study.Item, q *question) {
	for _, r := range item.Ratings {
		if r.Kind == study.Importance {
			return
		}
	}
	for _, a := range q.by {
		best, most := w.look.importanceLike(a)
		if best != nil && w.draft.readScales(best) == "" {
			w.line("    # ? importance: %s # %.2f %s", w.columns(w.draft.rating(best)), most, scalarOf(best.by[0].column.statement()))
		}
	}
}

// likelyFurther offers, for an item, the questions in similar words of audiences that were not asked it: the line takes the place of
// that with the columns of the others. What stands beside such a question in an item of its own goes with it.
func (w *fileWriter) likelyFurther(item *study.Item, q *question) {
	whole, remarks := &question{by: slices.Clone(q.by)}, []string{}
	var own []*study.Item
	for _, m := range w.look.further[q] {
		if w.draft.readScales(&question{by: []*asked{m.a}}) == "" {
			whole.by = append(whole.by, m.a)
			own = append(own, w.look.ownItems[m.a])
			remark := fmt.Sprintf("%s%s", shareText(m.score), w.draft.study.Audiences[m.a.audience].ID)
			if m.a.column.HasID {
				own, _ := shortenApart(m.a.column.statement(), q.by[0].column.statement())
				remark += ": " + scalarOf(own)
			}
			switch {
			case m.translated && math.IsNaN(m.score):
				remark += " (a translation? it has the same place and scale)"
			case m.translated:
				remark += " (a translation? the number is the share of all ratings that have the same ids and scales)"
			}
			remarks = append(remarks, remark+w.orTwin(m.a))
		}
	}
	if len(remarks) > 0 {
		r := w.draft.rating(whole)
		w.line("    # ? %s: %s # in place of the line above: %s", r.Kind, w.columns(r), strings.Join(remarks, ", "))
		w.goWith(item, r.Kind, slices.DeleteFunc(own, func(of *study.Item) bool { return of == nil || of == item }))
	}
}

// goWith offers the other ratings of the items that an item would take up, and says which items are then to be taken out.
func (w *fileWriter) goWith(item *study.Item, joined study.Kind, own []*study.Item) {
	if len(own) == 0 {
		return
	}
	var ids []string
	kinds := map[study.Kind]*study.Rating{}
	var order []study.Kind
	for _, of := range own {
		ids = append(ids, of.ID)
		for _, r := range of.Ratings {
			if r.Kind == joined {
				continue
			}
			if kinds[r.Kind] == nil {
				kinds[r.Kind], order = &study.Rating{Kind: r.Kind, Columns: map[string]*study.Column{}}, append(order, r.Kind)
			}
			maps.Copy(kinds[r.Kind].Columns, r.Columns)
		}
	}
	for _, kind := range order {
		remark := "goes with it"
		for _, r := range item.Ratings {
			if r.Kind == kind {
				maps.Copy(kinds[kind].Columns, r.Columns)
				remark = "goes with it, in place of the line for " + string(kind)
			}
		}
		w.line("    # ? %s: %s # %s", kind, w.columns(kinds[kind]), remark)
	}
	w.line("    # With these, take out the item %s; what else it holds belongs here.", strings.Join(ids, ", "))
}

// suggestions writes the questions that one audience alone was asked, as items in comments: pairs of similar ones, then each.
func (w *fileWriter) suggestions() {
	w.askOpposites()
	if len(w.draft.near) > 0 {
		w.line("  # ? Do these ask the same? The number is the similarity of their words, 1 for the same. Without its # a line is an item.")
	}
	offered := map[*asked]bool{}
	for _, g := range likeGroups(w.draft.near, nil) {
		for _, a := range g.by {
			offered[a] = true
		}
		w.suggested(&g.question, fmt.Sprintf(" # %.2f%s", g.score, w.orTwin(g.by...)))
	}
	w.translatedItems(offered)
	var lone, shared []*question
	for _, q := range w.draft.lone {
		switch {
		case offered[q.by[0]]:
		case w.draft.besideNearAnswers(q.by[0]): // is offered with them
		case w.draft.unreadElsewhere(q.by[0]):
			shared = append(shared, q)
		default:
			lone = append(lone, q)
		}
	}
	w.suggestedUnder("Asked of one audience only, and therefore left out:", lone)
	w.suggestedUnder("Asked of several audiences, but the answers of one alone can be read:", shared)
}

// suggestedUnder writes questions as items in comments, below a heading.
func (w *fileWriter) suggestedUnder(heading string, questions []*question) {
	if len(questions) > 0 {
		w.line("  # ? %s", heading)
	}
	for _, q := range questions {
		w.suggested(q, "")
	}
}

// freeID is an id for an item in a comment, which no other in a comment has.
func (w *fileWriter) freeID(label string) string { return w.offered.free(slug(label)) }

// suggested writes a question as an item in a comment, if its scale can be told.
func (w *fileWriter) suggested(q *question, remark string) {
	slices.SortStableFunc(q.by, func(a, b *asked) int { return a.audience - b.audience })
	label := q.by[0].column.statement()
	if why := w.draft.readScales(q); why != "" {
		w.unreadable(why+w.draft.firstAt(q), q)
		return
	}
	r := w.draft.rating(q)
	points := mostPoints
	for _, c := range r.Columns {
		points = min(points, c.Scale.Points())
	}
	w.line("#  %s: {label: %s, %s: %s%s%s}%s", w.freeID(label), scalarOf(label), r.Kind, w.columns(r), w.takenUp(r, q), boxes(points), remark)
}

// takenUp writes what stands beside questions in items of their own, whose place the item takes that joins them: further ratings, and estimates
// of an audience that it has.
func (w *fileWriter) takenUp(joined *study.Rating, q *question) string {
	var order []*study.Rating
	var items []int
	for i, item := range w.draft.study.Items {
		if !slices.ContainsFunc(q.by, func(a *asked) bool { return w.look.ownItems[a] == item }) {
			continue
		}
		items = append(items, i)
		for _, r := range item.Ratings {
			at := slices.IndexFunc(order, func(known *study.Rating) bool { return known.Kind == r.Kind })
			if r.Kind != joined.Kind && at < 0 {
				order, at = append(order, &study.Rating{Kind: r.Kind, Columns: map[string]*study.Column{}}), len(order)
			}
			if at >= 0 {
				maps.Copy(order[at].Columns, r.Columns)
			}
		}
	}
	text := ""
	for _, r := range order {
		text += fmt.Sprintf(", %s: %s", r.Kind, w.columns(r))
	}
	has := append(order, joined)
	if of := w.estimatesUnder(items, func(e *asked) bool {
		return slices.ContainsFunc(has, func(r *study.Rating) bool { return r.Kind == e.asks() && r.Columns[w.draft.estimated(e)] != nil })
	}); of != "" {
		text += ", estimates: " + of
	}
	return text
}

package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// otherWords offers, for answers in words that may be of a longer or a shorter scale, the line with that scale, and the boxes that fit it.
func (w *fileWriter) otherWords(item *study.Item, q *question) {
	r := w.draft.rating(q)
	var labels []string
	for _, a := range q.by {
		if len(a.read.other) > 0 && !slices.Equal(a.read.other, w.other) {
			labels = a.read.other
			r.Columns[w.draft.study.Audiences[a.audience].ID].Scale = study.LabelScale(labels)
		}
	}
	if labels == nil {
		return
	}
	points := mostPoints
	for _, c := range r.Columns {
		points = min(points, c.Scale.Points())
	}
	besides := ""
	if item.TopBox > 0 && boxes(points) == "" {
		besides = " without top_box and bottom_box below,"
	}
	w.line("    # ? %s: %s # in place of the line above,%s if these %d answers were offered", r.Kind, w.columns(r), besides, len(labels))
	if item.TopBox == 0 && boxes(points) != "" {
		w.line("    # ? top_box: 1 # with the line above")
		w.line("    # ? bottom_box: 1 # with the line above")
	}
}

// shortened says which points are left out of the scale, that nobody chose.
func shortened(f *lexicon.Fitted, answers int) string {
	if len(f.Dropped) == 0 {
		return ""
	}
	return fmt.Sprintf("nobody of %d answered %s, which is taken for not offered", answers, quotedFew(f.Dropped))
}

package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

func (w *fileWriter) outcome() {
	r := w.draft.study.Outcome
	if r == nil {
		w.likelyOutcomes()
		w.line("")
		return
	}
	w.line("outcome:")
	w.line("  label: %s", scalarOf(r.Item.Label))
	w.line("  column: %s", w.columns(r))
	w.line("  nps: true")
	w.line("")
}

// likelyOutcomes offers the questions whether people would recommend, of which none could be taken for sure.
func (w *fileWriter) likelyOutcomes() {
	offered := false
	asked := append(slices.Clone(w.draft.usable), w.draft.lone...)
	known := map[*question]bool{}
	for _, q := range asked {
		known[q] = true
	}
	for _, l := range w.draft.left {
		if !known[l.question] {
			known[l.question], asked = true, append(asked, l.question)
		}
	}
	for _, q := range asked {
		if !q.by[0].column.asksToRecommend() && !asksOfTheWhole(q.by[0].column) {
			continue
		}
		if !offered {
			w.line("# ? Is this the outcome, and on which scale was it asked? Then leave it out of the items.")
		}
		offered = true
		w.offeredOutcome(q)
	}
	if !offered {
		audiences := w.draft.study.Audiences
		w.line("# ? outcome: {label: Likelihood to recommend, column: {%s: <its column>}, scale: 0..10, nps: true} # no question was found that asks so", audiences[len(audiences)-1].ID)
	}
}

// offeredOutcome writes a question as the outcome, in a comment.
func (w *fileWriter) offeredOutcome(q *question) {
	label := scalarOf(q.by[0].column.statement())
	if !q.by[0].column.asksToRecommend() {
		if w.draft.readScales(q) == "" {
			w.line("#outcome: {label: %s, column: %s}%s", label, w.columns(w.draft.rating(q)), w.orAll(q))
		}
		return
	}
	var columns []string
	for _, a := range q.by {
		columns = append(columns, w.draft.study.Audiences[a.audience].ID+": "+w.outcomeColumn(a))
	}
	w.line("#outcome: {label: %s, column: {%s}, scale: 0..10, nps: true}%s", label, strings.Join(columns, ", "), w.orAll(q))
}

// outcomeColumn writes a column of an outcome on 0 to 10, with the words at the ends of its numbers and what stands for no answer.
func (w *fileWriter) outcomeColumn(a *asked) string {
	details := []string{"column: " + scalarOf(selectorText(a.column))}
	if codes := a.read.codes; len(codes) > 0 {
		details = append(details, "codes: {"+codesText(codes)+"}")
	} else if len(a.answers.words) == 0 && a.answers.onePast() {
		details = append(details, "codes: {"+shiftedCodes()+"}")
	}
	if a.read.reversed {
		details = append(details, "reversed: true")
	}
	missing := study.Missing{DontKnow: sortedKeys(a.answers.dontKnow), Blank: sortedKeys(a.answers.blank)}
	beyond := w.apart
	if !a.answers.onePast() {
		for _, x := range a.answers.observed() {
			if x < 0 || x > 10 { // no points of that scale
				missing.DontKnow, beyond = append(missing.DontKnow, lexicon.FormatNumber(x)), true
			}
		}
	}
	if text := missingText(missing); text != "" && beyond {
		details = append(details, "missing: "+text)
	}
	if len(details) == 1 {
		return scalarOf(selectorText(a.column))
	}
	return "{" + strings.Join(details, ", ") + "}"
}

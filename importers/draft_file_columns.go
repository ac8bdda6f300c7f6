package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// scale writes the scale of most questions, and the missing cells of all.
func (w *fileWriter) scale() {
	times, scales := map[string]int{}, map[string]study.Scale{}
	labels := map[string]bool{}
	for _, r := range w.draft.study.Ratings() {
		for _, a := range w.draft.study.Audiences {
			c := r.Columns[a.ID]
			if c == nil {
				continue
			}
			times[scaleText(c.Scale)]++
			scales[scaleText(c.Scale)] = c.Scale
			for _, label := range c.Scale.Labels {
				labels[lexicon.Normalise(label)] = true
			}
			w.missing.DontKnow = union(w.missing.DontKnow, c.Missing.DontKnow)
			w.missing.Blank = union(w.missing.Blank, c.Missing.Blank)
			w.apart = w.apart || len(c.Missing.NotShown) > 0 // a blank cell says so in one export only
		}
	}
	for _, text := range append(slices.Clone(w.missing.DontKnow), w.missing.Blank...) {
		w.apart = w.apart || labels[lexicon.Normalise(text)] || onScale(text, scales)
	}
	if common := sortedKeys(times); len(common) > 0 {
		w.common = scales[common[0]]
		w.line("scale: %s # of every question that does not say otherwise", common[0])
		if labels := w.otherOfAll(); labels != nil && boxes(len(labels)) == boxes(w.common.Points()) { // else every item has its own line, with its boxes
			w.other = labels
			w.line("# ? scale: %s # in place of the line above, if these %d answers were offered", scaleText(study.LabelScale(labels)), len(labels))
		}
	}
	text := missingText(w.missing)
	if text != "" && !w.apart {
		w.line("missing: %s", text)
	}
	if len(times) > 0 || text != "" {
		w.line("")
	}
}

// otherOfAll returns the labels of the other scale that all questions with the usual one may be of; nil: there is none.
func (w *fileWriter) otherOfAll() (labels []string) {
	for _, q := range w.draft.read {
		for _, a := range q.by {
			switch {
			case scaleText(a.read.scale) != scaleText(w.common):
			case a.read.other == nil, labels != nil && !slices.Equal(labels, a.read.other):
				return nil
			default:
				labels = a.read.other
			}
		}
	}
	return labels
}

// onScale reports whether a missing code of one question is a point of another's scale.
func onScale(text string, scales map[string]study.Scale) bool {
	x, err := lexicon.ParseNumber(text)
	for _, s := range scales {
		if err == nil && x >= s.Low && x <= s.High {
			return true
		}
	}
	return false
}

// covers reports whether what is missing in all questions is what is missing in a column too: that of a suggestion may have a cell for no
// answer that no item has, or a label that is no answer in them.
func (w *fileWriter) covers(c *study.Column) bool {
	all := append(slices.Clone(w.missing.DontKnow), w.missing.Blank...)
	for _, text := range append(slices.Clone(c.Missing.DontKnow), c.Missing.Blank...) {
		if !slices.Contains(all, text) {
			return false
		}
	}
	if slices.ContainsFunc(all, func(text string) bool { return onScale(text, map[string]study.Scale{"": c.Scale}) }) {
		return false
	}
	for _, label := range c.Scale.Labels {
		if slices.ContainsFunc(all, func(text string) bool { return lexicon.Normalise(text) == lexicon.Normalise(label) }) {
			return false
		}
	}
	return true
}

func union(a, b []string) []string {
	for _, text := range b {
		if !slices.Contains(a, text) {
			a = append(a, text)
		}
	}
	return a
}

// columns writes the columns of a rating, by audience.
func (w *fileWriter) columns(r *study.Rating) string {
	var parts []string
	for _, a := range w.draft.study.Audiences {
		if c := r.Columns[a.ID]; c != nil {
			parts = append(parts, a.ID+": "+w.column(c))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (w *fileWriter) column(c *study.Column) string {
	details := []string{"column: " + columnsOf(c)}
	if scaleText(c.Scale) != scaleText(w.common) {
		details = append(details, "scale: "+scaleText(c.Scale))
	}
	if len(c.Codes) > 0 {
		details = append(details, "codes: {"+codesText(c.Codes)+"}")
	}
	if c.Reversed {
		details = append(details, "reversed: true")
	}
	switch text := missingText(c.Missing); {
	case text != "" && (w.apart || !w.covers(c)):
		details = append(details, "missing: "+text)
	case !w.apart && !w.covers(c):
		details = append(details, "missing: {}")
	}
	if len(details) == 1 {
		return columnsOf(c)
	}
	return "{" + strings.Join(details, ", ") + "}"
}

// columnsOf writes the name of a column, or the list of those of one question.
func columnsOf(c *study.Column) string {
	if len(c.Branches) == 0 {
		return scalarOf(c.Selector.String())
	}
	return "[" + selectorsText(c.Selectors()) + "]"
}

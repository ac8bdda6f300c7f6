package gate

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// quadrantWords are the quadrants as rules write them.
func quadrantWords() []string {
	var words []string
	for _, name := range []string{analysis.Concentrate, analysis.KeepUp, analysis.LowPriority, analysis.Overkill} {
		words = append(words, asWord(name))
	}
	return words
}

func asWord(name string) string { return strings.ReplaceAll(name, " ", "_") }

// quadrant returns in which quadrant an item lies, and in which share of resamples it does.
func (m *measurer) quadrant(q *quantity, audiences []string, s subject) measured {
	f, found := m.figures[m.id(q, audiences, s)]
	if !found {
		return m.without(m.id(q, audiences, s))
	}
	of := *q.of
	of.statistic = "quadrant_stability"
	share := m.figures[m.id(&quantity{of: &of}, audiences, s)]
	switch {
	case f.Note.Has(analysis.NoteSuppressed):
		return suppressed()
	case f.Note.Has(analysis.NoteRescaled):
		return held()
	case f.Verdict == "":
		return absent("undefined: " + joinNotes(f.Note))
	}
	x := absent("")
	x.category, x.stability, x.figure = asWord(f.Verdict), math.NaN(), f.ID
	if share != nil {
		x.stability = float64(share.Value)
	}
	x.small = f.Note.Has(analysis.NoteSmallBase)
	for _, kind := range q.of.needs() {
		if rated := m.profile(kind, audiences, s, "mean"); rated != nil {
			x.n = float64(rated.N)
			x.least = least(x.least, x.n)
		}
	}
	return x
}

// weighWord holds a quadrant against the word of a rule. The p of the item lying elsewhere is the share of resamples in which
// it does.
func weighWord(c *comparison, x measured, point bool) evidence {
	e := evidence{missing: x.missing, x: x, limit: math.NaN(), against: 1, inFavour: 1, byValue: point}
	if x.missing != "" {
		return e
	}
	elsewhere := 1 - x.stability
	if point {
		elsewhere = 0
	}
	if math.IsNaN(elsewhere) {
		e.missing = "the quadrant has no resamples that say how sure it is"
		return e
	}
	if (x.category == c.limit.word) == (c.op == "is") {
		e.inFavour = elsewhere
	} else {
		e.against = elsewhere
	}
	return e
}

// isQuadrant reports whether a word names a quadrant.
func isQuadrant(word string) bool { return slices.Contains(quadrantWords(), word) }

package gate

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// doubt says of a comparison that it rests on answers of which a warning asks whether they are all on one scale; empty: there is none. The
// figure stands, and so does the verdict: whoever reads it must know.
func (m *measurer) doubt(c *comparison, s subject) string {
	for _, q := range c.quantities() {
		if !q.of.rests() {
			continue
		}
		audiences, item := q.on(s)
		s.id = item
		for _, n := range m.result.Warnings {
			if n.Code != analysis.NoteScaleInDoubt && n.Code != study.ScaleChanged {
				continue
			}
			if (len(audiences) == 0 || slices.Contains(audiences, n.Where)) && m.onScale(q, s, n) {
				return fmt.Sprintf("a warning asks whether the answers of %s are on one scale", n.Where)
			}
		}
	}
	return ""
}

// rests reports whether a quantity would be another if answers were on another scale: a number of people or of blanks would not.
func (d *definition) rests() bool {
	return d.kind != "" && d.analysis != "base" && d.statistic != "missing" && d.statistic != "dont_know"
}

// onScale reports whether a warning may be about a rating: it names a scale that the audience rated it on, or none at all.
func (m *measurer) onScale(q *quantity, s subject, n study.Notice) bool {
	named := func(a analysis.Asked) bool {
		return a.Audience == n.Where && (n.Scale == "" || n.Scale == a.Scale)
	}
	if r := m.rating(q, s); r != nil && slices.ContainsFunc(r.Asked, named) {
		return true
	}
	for _, item := range m.result.Items {
		for _, r := range item.Ratings {
			if slices.ContainsFunc(r.Asked, named) {
				return m.rating(q, s) == nil
			}
		}
	}
	return true
}

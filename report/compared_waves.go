package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// compared is what two waves can be compared in: the audiences and items with answers in both, and those with answers in one.
type compared struct {
	before, after            string
	audiences                []analysis.Audience
	items                    []int
	loneAudiences, loneItems []string
}

func (l *lookup) comparedIn(t *topic, before, after string) compared {
	c := compared{before: before, after: after}
	change := func(a analysis.Audience, item int) *analysis.Figure {
		return l.figure(key{"change", t.kind, t.perspective, a.ID, "", l.result.Items[item].ID, "mean_change", c.waves()})
	}
	for _, a := range l.result.Audiences {
		switch both, one := answeredIn(t.items, func(i int) *analysis.Figure { return change(a, i) }); {
		case both:
			c.audiences = append(c.audiences, a)
		case one:
			c.loneAudiences = append(c.loneAudiences, visible(a.Label))
		}
	}
	for _, i := range t.items {
		switch both, one := answeredIn(c.audiences, func(a analysis.Audience) *analysis.Figure { return change(a, i) }); {
		case both:
			c.items = append(c.items, i)
		case one:
			c.loneItems = append(c.loneItems, visible(l.result.Items[i].Label))
		}
	}
	return c
}

// answeredIn reports whether some of the changes of audiences, or of items, have answers in both waves, and whether some have them in one.
func answeredIn[T any](all []T, change func(T) *analysis.Figure) (both, one bool) {
	for _, each := range all {
		f := change(each)
		both, one = both || inBoth(f), one || inOne(f)
	}
	return both, one
}

// waves is how figures of a change name the two waves.
func (c compared) waves() string { return c.before + ":" + c.after }

// has reports whether an audience has answers in both waves.
func (c compared) has(audience string) bool {
	return slices.ContainsFunc(c.audiences, func(a analysis.Audience) bool { return a.ID == audience })
}

// inBoth reports whether a change has answers in both waves, if only too few to be shown.
func inBoth(f *analysis.Figure) bool { return f != nil && f.N != 0 && f.NVersus != 0 }

// inOne reports whether a change has answers in one wave and none in the other.
func inOne(f *analysis.Figure) bool { return f != nil && (f.N == 0) != (f.NVersus == 0) }

// once names what cannot be compared.
func (c compared) once(w *language) []string {
	var lines []string
	if len(c.loneAudiences) > 0 {
		lines = append(lines, w.text("answers in one of the two waves only, nothing to compare: %s", strings.Join(c.loneAudiences, ", ")))
	}
	if len(c.loneItems) > 0 {
		lines = append(lines, w.text("asked in one of the two waves only: %s", strings.Join(c.loneItems, ", ")))
	}
	return lines
}

package study

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// missingPoints refuses lists of missing values that hold a point of a scale: its answers would be taken from the figures without a word. A list of
// the file knows nothing of the scale of a column; what an item or a column lists itself is its author's word (99 on 0 to 100).
func (d *fileDecoder) missingPoints() {
	for _, r := range d.study.Ratings() {
		for _, a := range d.study.Audiences {
			c := r.Columns[a.ID]
			if c == nil || !c.Scale.Defined() || c.ownMissing {
				continue
			}
			for _, cell := range slices.Concat(c.Missing.DontKnow, c.Missing.Blank, c.Missing.NotShown) {
				if c.answeredBy(cell, a) {
					d.missingPoint(r, c, cell)
				}
			}
		}
	}
}

// missingPoint says that a declared missing value is a point of a column's scale.
func (d *fileDecoder) missingPoint(r *Rating, c *Column, cell string) {
	what, where := whatOf(r), "in the item or beside its column"
	switch r.Kind {
	case OutcomeKind:
		what, where = "the outcome", "in the outcome"
	case JourneyKind:
		where = "beside the column"
	}
	hint := fmt.Sprintf("missing: %s  %s takes the place of the list of the file; if it is no answer there either, give a scale without it", c.Missing.without(cell), where)
	d.fault(c.Selector.Place, hint, "%q is declared missing and is a point of the scale %s of %s", cell, c.Scale.inFull(), what)
}

// inFull returns the scale with its words.
func (s Scale) inFull() string {
	if len(s.Labels) > 0 {
		return "[" + strings.Join(s.Labels, ", ") + "]"
	}
	return s.String()
}

// answeredBy reports whether a cell of the column would be an answer if it were not missing. Numbers are codes, and no points, where choice texts
// or a dictionary say what they stand for, or codes: lists numbers.
func (c *Column) answeredBy(cell string, a *Audience) bool {
	coded := false
	for _, k := range c.Codes {
		if sameCell(k.Cell, cell) {
			return true
		}
		_, err := parseNumber(k.Cell)
		coded = coded || err == nil
	}
	for _, label := range c.Scale.Labels {
		if strings.EqualFold(label, cell) {
			return true
		}
	}
	x, err := parseNumber(cell)
	if err != nil || coded || a.LabelsFrom != "" || a.Dictionary != "" && len(c.Scale.Labels) > 0 {
		return false
	}
	_, is := c.Scale.Code(x)
	return is
}

// sameCell reports whether two cells are one: numbers in any spelling, words whatever their case.
func sameCell(a, b string) bool {
	x, errX := parseNumber(a)
	y, errY := parseNumber(b)
	return errX == nil && errY == nil && x == y || strings.EqualFold(a, b)
}

// without returns the missing cells but one as a study file writes them.
func (m Missing) without(cell string) string {
	var parts []string
	for _, kind := range []struct {
		key   string
		cells []string
	}{{"dont_know", m.DontKnow}, {"blank", m.Blank}, {"not_shown", m.NotShown}} {
		var kept []string
		for _, c := range kind.cells {
			if sameCell(c, cell) {
				continue
			}
			if _, err := parseNumber(c); err != nil {
				c = strconv.Quote(c)
			}
			kept = append(kept, c)
		}
		if len(kept) > 0 {
			parts = append(parts, kind.key+": ["+strings.Join(kept, ", ")+"]")
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

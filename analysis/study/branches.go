package study

import "strings"

// A question that is asked in several branches of a questionnaire, or under a new name in a later wave, stands in several columns of which a
// respondent answered one. Where a rating names its column it may name a list of them.

// Selectors are all columns of the question, in the order of the study.
func (c *Column) Selectors() []Selector {
	return append([]Selector{c.Selector}, c.Branches...)
}

// String names all columns of the question.
func (c *Column) String() string {
	var names []string
	for _, s := range c.Selectors() {
		names = append(names, s.String())
	}
	return strings.Join(names, " or ")
}

// selectors reads a selector, or a list of those of one question.
func (d *fileDecoder) selectors(n *node, what string) (all []Selector) {
	if n.kind != sequence {
		if s := d.selector(n, what); s != nil {
			all = append(all, *s)
		}
		return all
	}
	if len(n.items) == 0 {
		d.fault(n.place, "[Q5_web, Q5_shop]", "%s names no column", what)
	}
	seen := map[string]bool{}
	for _, item := range n.items {
		s := d.branch(item, what)
		switch {
		case s == nil:
			return nil // one fault of a list is enough
		case seen[s.String()]:
			d.fault(s.Place, "each column of a list is another one", "%s names column %q twice", what, s.String())
			return nil
		}
		seen[s.String()] = true
		all = append(all, *s)
	}
	return all
}

// detailed reads what stands as column: beside its details.
func (d *fileDecoder) detailed(n *node, what string) []Selector {
	if n.kind == sequence {
		return d.selectors(n, what)
	}
	return d.selectors(n, "column")
}

// branch reads one column of a list.
func (d *fileDecoder) branch(n *node, what string) *Selector {
	switch {
	case n.kind == nothing:
		d.fault(n.place, "[Q5_web, Q5_shop]", "%s names no column", what)
		return nil
	case n.kind == sequence:
		d.fault(n.place, "[Q5_web, Q5_shop]", "%s takes a list of columns, and no list within it", what)
		return nil
	case n.kind == mapping && !isText(n):
		d.fault(n.place, "what holds for all of them stands beside the list: {column: [Q5_web, Q5_shop], scale: 1..5}",
			"in a list, %s takes columns as ids, positions or {text: …}", what)
		return nil
	}
	return d.selector(n, what)
}

// isText tells a column that is named by its question text alone.
func isText(n *node) bool { return len(n.entries) == 1 && n.entries[0].key == "text" }

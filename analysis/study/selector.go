package study

import (
	"strconv"
	"strings"
)

// String returns the selector as a study file writes it.
func (s Selector) String() string {
	switch {
	case s.Position > 0:
		return "#" + strconv.Itoa(s.Position)
	case s.Text != "":
		return "{text: " + strconv.Quote(s.Text) + "}"
	}
	return s.Name
}

// selectorOf reads a bare string: "#17" is a position, all else an id or header.
func selectorOf(text string, place Place) Selector {
	if digits, isPosition := strings.CutPrefix(text, "#"); isPosition {
		if n, err := strconv.Atoi(digits); err == nil && n > 0 {
			return Selector{Position: n, Place: place}
		}
	}
	return Selector{Name: text, Place: place}
}

// selector reads a bare string or {text: …}; nil if it is neither.
func (d *fileDecoder) selector(n *node, what string) *Selector {
	if n.kind == scalar {
		if n.text == "" {
			d.fault(n.place, "", "%s names no column", what)
			return nil
		}
		s := selectorOf(n.text, n.place)
		return &s
	}
	if n.kind == sequence {
		d.fault(n.place, "a list of columns stands where items and outcome are asked: one question in several branches", "%s takes one column, not a list", what)
		return nil
	}
	var text string
	d.fields(n, what, field{"text", d.text(&text, "text")})
	if n.kind != mapping {
		return nil
	}
	if text == "" {
		d.fault(n.place, `a column is named by its id, or as {text: "How well do we listen?"}`, "%s names no column", what)
		return nil
	}
	return &Selector{Text: text, Place: n.place}
}

func (d *fileDecoder) selectorTo(to **Selector, what string) func(*node) {
	return func(n *node) { *to = d.selector(n, what) }
}

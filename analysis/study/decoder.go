package study

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// decoder reads the tree of a study file into a Study and collects everything that is wrong on the way.
type decoder struct {
	source *Source
	faults []Fault
}

func (d *decoder) fault(place Place, hint, format string, args ...any) {
	d.faults = append(d.faults, Fault{Place: place, Message: fmt.Sprintf(format, args...), Hint: hint, Line: d.source.Line(place.Line)})
}

// field is a key that a mapping may have, and what reads its value.
type field struct {
	key  string
	read func(*node)
}

// fields reads a mapping with known keys. The values are read in the order of the fields, not of the text, so that what
// later keys refer to is there.
func (d *decoder) fields(n *node, what string, fields ...field) {
	if !d.is(n, mapping, what) {
		return
	}
	known := make([]string, len(fields))
	for i, f := range fields {
		known[i] = f.key
	}
	values := map[string]*node{}
	for _, e := range n.entries {
		_, twice := values[e.key]
		switch {
		case !contains(known, e.key):
			hint := "known keys: " + strings.Join(known, ", ")
			if near := meant(e.key, known); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			d.fault(e.place, hint, "unknown key %q in %s", e.key, what)
		case twice:
			d.fault(e.place, "", "key %q stands twice in %s", e.key, what)
		default:
			values[e.key] = e.value
		}
	}
	for _, f := range fields {
		if v := values[f.key]; v != nil && v.kind != nothing {
			f.read(v)
		}
	}
}

// meant returns the known key that an unknown one stands for: another word for it, or the nearest in spelling.
func meant(key string, known []string) string {
	if strings.EqualFold(key, "name") {
		for _, word := range []string{"title", "label"} {
			if contains(known, word) {
				return word
			}
		}
	}
	return Nearest(key, known)
}

// each reads a mapping whose keys are names of the user's choice, in the order of the text.
func (d *decoder) each(n *node, what string, read func(e entry)) {
	if !d.is(n, mapping, what) {
		return
	}
	seen := map[string]bool{}
	for _, e := range n.entries {
		if seen[e.key] {
			d.fault(e.place, "", "%q stands twice in %s", e.key, what)
			continue
		}
		seen[e.key] = true
		read(e)
	}
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// id checks a name of the user's choice that becomes part of figure ids.
func (d *decoder) id(e entry, what string) bool {
	if idPattern.MatchString(e.key) {
		return true
	}
	d.fault(e.place, "ids begin with a small letter and hold small letters, digits and _; a label may hold anything",
		"%q is not an id of %s", e.key, what)
	return false
}

func (d *decoder) is(n *node, kind nodeKind, what string) bool {
	if n.kind != kind {
		d.fault(n.place, "", "%s takes %s, not %s", what, kind, n.kind)
		return false
	}
	return true
}

func (d *decoder) text(to *string, what string) func(*node) {
	return func(n *node) {
		if d.is(n, scalar, what) {
			*to = n.text
		}
	}
}

func (d *decoder) boolean(to *bool, what string) func(*node) {
	return func(n *node) {
		if !d.is(n, scalar, what) {
			return
		}
		switch n.text {
		case "true":
			*to = true
		case "false":
			*to = false
		default:
			d.fault(n.place, "", "%s is true or false, not %q", what, n.text)
		}
	}
}

func (d *decoder) integer(to *int, least int, what string) func(*node) {
	return func(n *node) {
		if !d.is(n, scalar, what) {
			return
		}
		x, err := strconv.Atoi(n.text)
		if err != nil || x < least {
			d.fault(n.place, "", "%s is a whole number of at least %d, not %q", what, least, n.text)
			return
		}
		*to = x
	}
}

// number reads a decimal number within [low, high].
func (d *decoder) number(to *float64, low, high float64, what string) func(*node) {
	return func(n *node) {
		if !d.is(n, scalar, what) {
			return
		}
		x, err := parseNumber(n.text)
		if err != nil || x < low || x > high {
			d.fault(n.place, "", "%s is a number from %g to %g, not %q", what, low, high, n.text)
			return
		}
		*to = x
	}
}

// parseNumber reads a plain decimal number: no hexadecimals, no underscores, no NaN or infinity.
func parseNumber(text string) (float64, error) {
	if strings.ContainsAny(text, "xXpP_nNiI") {
		return 0, strconv.ErrSyntax
	}
	x, err := strconv.ParseFloat(text, 64)
	if err == nil && math.IsInf(x, 0) {
		return 0, strconv.ErrRange
	}
	return x, err
}

// word reads one of a few words.
func word[T any](d *decoder, to *T, what string, words map[string]T, order ...string) func(*node) {
	return func(n *node) {
		if !d.is(n, scalar, what) {
			return
		}
		value, known := words[n.text]
		if !known {
			hint := ""
			if near := Nearest(n.text, order); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			d.fault(n.place, hint, "%s is one of %s, not %q", what, strings.Join(order, ", "), n.text)
			return
		}
		*to = value
	}
}

// texts reads a single value or a list of them.
func (d *decoder) texts(n *node, what string) []*node {
	if n.kind == scalar {
		return []*node{n}
	}
	if !d.is(n, sequence, what) {
		return nil
	}
	var list []*node
	for _, item := range n.items {
		if d.is(item, scalar, "each of "+what) {
			list = append(list, item)
		}
	}
	return list
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

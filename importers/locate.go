package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// notFound says why a selector names no column.
type notFound struct {
	message, hint string
	near          string // the name that may have been meant; empty: none is near
	ambiguous     bool
}

// locate returns the position of the column that a selector names: by position, by exact id or header, or by what reads
// the same once typography is put aside.
func locate(e *Export, s *study.Selector) (int, notFound) {
	if s.Position > 0 {
		if s.Position <= len(e.Columns) {
			return s.Position - 1, notFound{}
		}
		return -1, notFound{message: fmt.Sprintf("%s has %s, no #%d", e.Name, count(len(e.Columns), "column"), s.Position)}
	}
	exact := func(c Column) bool {
		return s.Text == "" && (c.ID == s.Name || strings.TrimSpace(c.Header) == s.Name || c.joined == s.Name && s.Name != "")
	}
	folded := joinedText(s.Name + s.Text)
	loose := func(c Column) bool {
		words := s.Text == "" || strings.Contains(strings.TrimSpace(c.Header), " ") // a tag is no question text
		return joinedText(c.Text) == folded || words && joinedText(c.Header) == folded || s.Text == "" && joinedText(c.ID) == folded
	}
	for i, c := range e.Columns { // an exact id is unique, whatever headers repeat it
		if s.Text == "" && c.ID == s.Name {
			return i, notFound{}
		}
	}
	for _, matches := range []func(Column) bool{exact, loose} {
		var found []int
		for i, c := range e.Columns {
			if matches(c) {
				found = append(found, i)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], notFound{}
		case len(found) > 1:
			return -1, ambiguous(e, s, found)
		}
	}
	return -1, unknown(e, s)
}

// joinedText is a question as it is compared: with or without blanks around the hyphen behind its stem.
func joinedText(text string) string { return strings.ReplaceAll(lexicon.Normalise(text), " - ", "-") }

func ambiguous(e *Export, s *study.Selector, found []int) notFound {
	var names []string
	for _, i := range found {
		names = append(names, fmt.Sprintf("%q", e.Columns[i].ID))
	}
	return notFound{
		message:   fmt.Sprintf("%s has %d columns %q", e.Name, len(found), s.Name+s.Text),
		hint:      "name one of " + strings.Join(names, ", ") + fmt.Sprintf(", or its position, such as \"#%d\"", found[0]+1),
		ambiguous: true,
	}
}

func unknown(e *Export, s *study.Selector) notFound {
	f := notFound{message: fmt.Sprintf("%s has no column %q", e.Name, s.Name+s.Text)}
	var known []string
	for _, c := range e.Columns {
		if s.Text == "" {
			known = append(known, c.ID)
		}
		if c.Text != "" && (s.Text != "" || c.HasID) {
			known = append(known, c.Text)
		}
	}
	if e.titles > 0 && strings.Contains(s.Name+s.Text, " - ") {
		f.hint = fmt.Sprintf("%s above the header left out as a title; header_rows: %d reads it as a part of the header", count(e.titles, "row"), e.titles+e.HeaderRecords-e.preamble)
		return f
	}
	if near := study.Nearest(s.Name+s.Text, known); near != "" {
		f.hint, f.near = fmt.Sprintf("did you mean %q?", near), near
		return f
	}
	var some []string
	for _, c := range e.Columns {
		if c.Role == Answer && len(some) < 12 {
			some = append(some, lexicon.Shorten(c.ID))
		}
	}
	f.hint = "its columns are " + strings.Join(some, ", ")
	if len(e.Columns) > len(some) {
		f.hint += ", …"
	}
	return f
}

package importers

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Where the choice texts of codes are taken from another export, missing: and codes: may name either: a code of the export itself, or a
// choice text.

// translate takes the choice texts of the column. A value that could name a code and, of another code, the text is returned: which was meant?
func (r *cellReader) translate(of *choices) (twice string) {
	r.choices = of
	codes := slices.Sorted(maps.Keys(of.of))
	named := func(value string) (asText bool) {
		for _, code := range codes {
			if !sameCell(of.of[code], value) {
				continue
			}
			asText = true
			for _, other := range codes {
				if twice == "" && sameCell(other, value) && !sameCell(of.of[other], value) {
					twice = fmt.Sprintf("%q is a code (%q), and the choice text of code %q in %s", value, of.of[other], code, of.from)
				}
			}
		}
		return asText
	}
	for i := range r.missing {
		r.missing[i].asText = named(r.missing[i].text)
	}
	for i := range r.coded {
		r.coded[i].asText = named(r.coded[i].cell)
	}
	return twice
}

// namedCode returns what the study says of a code itself, before anybody asks what its text is.
func (r *cellReader) namedCode(cell string) (code study.Code, named bool) {
	folded := lexicon.Normalise(cell)
	x, err := lexicon.ParseNumber(strings.TrimSpace(cell))
	for _, m := range r.missing {
		if !m.asText && (m.is(cell, folded) || err == nil && x == m.number) {
			return m.code, true
		}
	}
	for _, c := range r.coded {
		if !c.asText && (c.folded == folded || err == nil && c.number == x) {
			return r.turned(c.code), true
		}
	}
	return 0, false
}

package importers

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A study file that was drafted from answers among which nobody gave an end of the scale has that end in the words of the lexicon. A later file may
// have it in others: these are read, and said. Where both wordings are answers, they may be two points.

// readEnds are the ends of a scale in words as the cells of a column have them.
type readEnds struct {
	others map[string]int // what the ends are called besides, with their points; nil: not asked yet
	own    map[int]bool   // by point: it was read as the scale has it
	other  map[int]string // by point: the other wording in which it was read
}

// otherWording returns the end of the scale that a cell names in other words than the scale.
func (r *cellReader) otherWording(cell string) (study.Code, bool) {
	if len(r.column.Scale.Labels) == 0 || r.digits {
		return 0, false
	}
	if r.ends.others == nil {
		if r.ends.others = lexicon.OtherWordings(r.column.Scale.Labels); r.ends.others == nil {
			r.ends.others = map[string]int{}
		}
	}
	at, known := r.ends.others[lexicon.PlainLabel(cell)]
	if !known {
		return 0, false
	}
	if r.ends.other == nil {
		r.ends.other = map[int]string{}
	}
	r.ends.other[at] = strings.Clone(cell)
	return study.Code(at), true
}

// ownWording notes that an end of the scale was read as the scale has it.
func (r *cellReader) ownWording(code study.Code) {
	if at := int(code); at == 0 || at == len(r.column.Scale.Labels)-1 {
		if r.ends.own == nil {
			r.ends.own = map[int]bool{}
		}
		r.ends.own[at] = true
	}
}

// add takes what another reader of the same scale has met.
func (e *readEnds) add(of readEnds) {
	if e.own == nil {
		e.own, e.other = map[int]bool{}, map[int]string{}
	}
	maps.Copy(e.own, of.own)
	for at, cell := range of.other { // of several the same one, whichever worker met it
		if e.other[at] == "" || cell < e.other[at] {
			e.other[at] = cell
		}
	}
}

// reportReworded says, for each file, which ends were read in other words than the study has, and refuses those of which both wordings are answers. Columns
// with the same scale are looked at together: those that are read alike share what was found in any.
func (r *reading) reportReworded() {
	for _, e := range r.survey.exports {
		found, scales := map[string]*readEnds{}, []study.Scale{}
		for _, p := range e.parts {
			for _, c := range p.read() {
				reader := c.reader
				if len(reader.ends.own)+len(reader.ends.other) == 0 {
					continue
				}
				key := strings.Join(reader.column.Scale.Labels, "\x00")
				if found[key] == nil {
					found[key], scales = &readEnds{}, append(scales, reader.column.Scale)
				}
				found[key].add(reader.ends)
			}
		}
		for _, scale := range scales {
			r.rewordedIn(e, scale.Labels, found[strings.Join(scale.Labels, "\x00")])
		}
	}
}

func (r *reading) rewordedIn(e *boundExport, labels []string, ends *readEnds) {
	const hint = "if these are two points, list all of them from low to high: scale: […]"
	for _, at := range slices.Sorted(maps.Keys(ends.other)) {
		other, own := lexicon.Shorten(ends.other[at]), lexicon.Shorten(labels[at])
		if ends.own[at] {
			r.input.Add(study.Fault{
				Place:   study.Place{File: e.Name},
				Message: fmt.Sprintf("%q and %q are both answers, and the scale [%s] has one point for them", own, other, strings.Join(labels, ", ")),
				Hint:    fmt.Sprintf("%s; if they are one:  codes: {%q: %q}", hint, other, own),
			})
			continue
		}
		r.intake.Warnings = append(r.intake.Warnings, study.Notice{
			Code: study.EndReworded, Where: e.Name, Hint: hint,
			Message: fmt.Sprintf("%s: %q is read as %q, the same end of the scale in other words", e.Name, other, own),
		})
	}
}

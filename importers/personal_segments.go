package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// reportPersonal marks the segments that group respondents by personal data, and says so: their values stand in the results, as headings. A study that
// names such a column means it; who only tries columns may not have seen what it holds.
func (r *reading) reportPersonal() {
	for k := range r.survey.study.Segments {
		s := &r.survey.study.Segments[k]
		column, file := r.personalIn(k)
		if s.Personal = file != ""; !s.Personal {
			continue
		}
		r.intake.Warnings = append(r.intake.Warnings, study.Notice{
			Code: study.PersonalSegment, Where: s.Name,
			Message: fmt.Sprintf("segment %s: column %s of %s holds personal data, such as names, addresses or places of people, and its values are headings in the results; those that are suppressed everywhere are not named", s.Name, column, file),
			Hint:    "group by what nobody is known by, such as a region, in results that are passed on",
		})
	}
}

// personalIn returns the first column of a segment that holds personal data, and its file: it is called so, or the values of the segment are such.
func (r *reading) personalIn(segment int) (column, file string) {
	for _, e := range r.survey.exports {
		for _, p := range e.parts {
			if at := p.segments[segment]; at >= 0 && personalValues(e.Columns[at], r.values[segment]) {
				return e.Columns[at].ID, e.Name
			}
		}
	}
	return "", ""
}

// personalValues reports whether the values of a column are personal data, by its name or by what they are. Each counts once, however many rows have it.
func personalValues(column Column, values map[string]bool) bool {
	var c columnScan
	for value := range values {
		c.cells.add(value)
	}
	for value := range values {
		c.look(value, 1, Meta) // what several answers in one cell are does not matter
	}
	return column.Role == Personal && c.filled > 0 || column.Role == Answer && (c.reaches(column) || c.ofPeople(column) || c.cells.mostly(isPersonName))
}

// shownValue is a value of a segment with its place, as a fault names it: what may be personal is not quoted.
func (r *reading) shownValue(v segmentValue) string {
	personal := slices.ContainsFunc(r.survey.exports, func(e *boundExport) bool {
		return slices.ContainsFunc(e.parts, func(p *part) bool {
			at := p.segments[v.segment]
			return at >= 0 && personalValues(e.Columns[at], r.values[v.segment])
		})
	})
	if personal {
		return fmt.Sprintf("of people, as in %s", v.place)
	}
	return fmt.Sprintf("such as %q in %s", lexicon.Shorten(v.value), v.place)
}

package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// segmentSections are, for every segment, the largest contrasts between its values; in detail also the gaps within each.
func (l *lookup) segmentSections(detail bool) []section {
	return l.segmentsOf(l.topics(), detail)
}

// newestSegments are the segments of the newest wave: of the others a report for clients says how they changed.
func (l *lookup) newestSegments() []section {
	var newest []*topic
	for _, t := range l.topics() {
		if l.newest(t) {
			newest = append(newest, t)
		}
	}
	return l.segmentsOf(newest, false)
}

func (l *lookup) segmentsOf(topics []*topic, detail bool) []section {
	var sections []section
	for _, t := range topics {
		if t.perspective != "own" {
			continue
		}
		for _, name := range l.result.Segments {
			s := l.contrasts(t, name)
			if len(s.lines) > 0 {
				sections = append(sections, s)
			}
			if l.client || len(s.lines) == 0 { // a gap that is alike in all values hides means that are not
				sections = append(sections, l.segmentMeans(t, name)...)
			}
			if detail {
				sections = append(sections, l.segmentValues(t, name)...)
			}
		}
	}
	return sections
}

// segmentValuesOf returns the values of a segment in the order of the result.
func (l *lookup) segmentValuesOf(t *topic, name string) []string {
	var values []string
	seen := map[string]bool{}
	for i := range l.result.Figures {
		f := &l.result.Figures[i]
		value, within := strings.CutPrefix(f.Segment, name+"=")
		if within && f.Wave == t.wave && !seen[value] {
			seen[value] = true
			values = append(values, value)
		}
	}
	return values
}

// segmentName is what headings call a segment: its label, else its name.
func (l *lookup) segmentName(name string) string {
	return visible(cmp.Or(l.result.SegmentLabels[name], name))
}

// within returns a figure of one value of a segment.
func (l *lookup) within(t *topic, segment, a, b, item, statistic string) *analysis.Figure {
	return l.segments[segmentKey{key{"segment", t.kind, t.perspective, a, b, item, statistic, t.wave}, segment}]
}

// segmentMeans are the means by value of a segment, a table for each audience that has it.
func (l *lookup) segmentMeans(t *topic, name string) []section {
	var sections []section
	for _, a := range t.audiences {
		rows := figureRows{notes: &footnotes{language: l.language, result: l.result}}
		s := section{title: l.text("%s by %s, %s", visible(a.Label), l.segmentName(name), l.lowerTitle(t))}
		s.grid.columns = []column{{l.text("item"), words}}
		values := l.segmentValuesOf(t, name)
		for _, value := range values {
			s.grid.columns = append(s.grid.columns, column{l.valueName(name, value), gaps})
		}
		found, bases := false, make([]answered, len(values))
		for _, i := range t.items {
			for k, value := range values {
				f := l.within(t, name+"="+value, a.ID, "", l.result.Items[i].ID, "mean")
				found = found || f != nil
				bases[k].count(f)
			}
			rows.add(func(notes *footnotes) row {
				r := row{cells: []cell{{visible(l.result.Items[i].Label)}}}
				for _, value := range values {
					r.cells = append(r.cells, notes.meanIntervalCell(l.within(t, name+"="+value, a.ID, "", l.result.Items[i].ID, "mean"), decimals(t)))
				}
				return r
			})
		}
		if found {
			s.lines = []string{l.bracketed(l.text("means; n: answers per item"), rows.rows)}
			if l.client {
				s.lines = append(s.lines, l.text("each interval is of one mean alone: that groups differ is not tested here"))
			}
			if rows.into(&s); s.hasRows() {
				s.grid.rows = append(s.grid.rows, l.basesRow(bases))
			}
			s.lines = append(s.lines, l.inNoGroup(t, a, name, values)...)
			if l.client && s.hasRows() {
				s.others = l.groupsApart(t, name, a, values)
			}
			sections = append(sections, s)
		}
	}
	return sections
}

// inNoGroup says how many answers per item came from respondents without a value of a segment, who are in no column: where every value is
// shown, so that nothing hidden is among them, and they are no fewer than the minimum base. A version for an audience leaves hidden groups of
// others out of its tables, so there the rest may be more than these.
func (l *lookup) inNoGroup(t *topic, a analysis.Audience, name string, values []string) []string {
	if l.handedOn {
		return nil
	}
	var rest answered
	for _, i := range t.items {
		item := l.result.Items[i].ID
		all := l.profile(t, a.ID, item, "mean")
		if all == nil {
			continue
		}
		without := all.N
		for _, value := range values {
			f := l.within(t, name+"="+value, a.ID, "", item, "mean")
			if f == nil || f.Note.Withheld() || !f.N.Defined() {
				return nil
			}
			without -= f.N
		}
		if all.Note.Withheld() || !(float64(without) >= float64(l.result.Choices.MinimumBase)) {
			return nil
		}
		rest.add(without)
	}
	if rest.most == 0 {
		return nil
	}
	n := l.fromTo(float64(rest.least), float64(rest.most))
	if l.namesPeople(name) {
		return []string{l.text("in no column: respondents whose “%s” is not known, or is not named because nothing of it is shown (n %s)", l.segmentName(name), n)}
	}
	return []string{l.text("in no column: respondents of whom no “%s” is known (n %s)", l.segmentName(name), n)}
}

// namesPeople reports whether a segment was said to hold personal data: its values of which nothing is shown are not named.
func (l *lookup) namesPeople(segment string) bool {
	return slices.ContainsFunc(l.result.Warnings, func(n study.Notice) bool { return n.Code == study.PersonalSegment && n.Where == segment })
}

// answered is how many answered the items of a table at least and at most.
type answered struct{ least, most analysis.Number }

// count takes in the base of a figure that is shown.
func (a *answered) count(f *analysis.Figure) {
	if f != nil && f.Value.Defined() && !f.Note.Has(analysis.NoteSuppressed) {
		a.add(f.N)
	}
}

func (a *answered) add(n analysis.Number) {
	if a.most == 0 || n < a.least {
		a.least = n
	}
	a.most = max(a.most, n)
}

// basesRow is the last row of a table of means: their bases.
func (w *language) basesRow(bases []answered) row {
	r := row{cells: []cell{{w.text("n")}}}
	for _, b := range bases {
		text := notAsked
		switch {
		case b.least < b.most:
			text = w.rounded(b.least) + "–" + w.rounded(b.most)
		case b.most > 0:
			text = w.rounded(b.most)
		}
		r.cells = append(r.cells, cell{text})
	}
	return r
}

// segmentValues are the gaps within each value of a segment, one table a value, its family its own.
func (l *lookup) segmentValues(t *topic, name string) []section {
	if len(t.audiences) < 2 {
		return nil // no gap can be told
	}
	var sections []section
	digits := decimals(t)
	for _, value := range l.segmentValuesOf(t, name) {
		s := section{title: fmt.Sprintf("%s: %s, %s", l.segmentName(name), l.valueName(name, value), l.lowerTitle(t))}
		s.grid.columns = []column{{l.text("item"), words}}
		notes := &footnotes{language: l.language, result: l.result}
		var pairs [][2]string
		for j, a := range t.audiences {
			for _, b := range t.audiences[j+1:] {
				pairs = append(pairs, [2]string{a.ID, b.ID})
				s.grid.columns = append(s.grid.columns, column{l.pairName(a.ID, b.ID), gaps})
			}
		}
		family, compared := 0, false
		for _, i := range t.items {
			r := row{cells: []cell{{visible(l.result.Items[i].Label)}}}
			for _, pair := range pairs {
				f := l.within(t, name+"="+value, pair[0], pair[1], l.result.Items[i].ID, "difference")
				compared = compared || f != nil
				c := notes.cell(f, 4, func() cell {
					if f.Family.Defined() {
						family = max(family, int(f.Family))
					}
					c := notes.differenceCell(f, digits)
					c[3] = l.text("n %s", l.rounded(f.N)+"/"+l.rounded(f.NVersus)) + c[3]
					return c
				})
				r.cells = append(r.cells, c)
			}
			s.grid.rows = append(s.grid.rows, r)
		}
		if !compared { // nobody to compare with
			continue
		}
		if family > 0 {
			s.lines = append(s.lines, l.counted(family, "a family of its own: %s comparison", "a family of its own: %s comparisons"))
		}
		s.lines = append(s.lines, notes.lines()...)
		s.notes = notes.noted
		sections = append(sections, s)
	}
	return sections
}

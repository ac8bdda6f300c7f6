package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// segmentSections say what goes with the outcome within the values of each segment.
func (t *importanceTopic) segmentSections() []section {
	var sections []section
	if len(t.drivers) == 0 {
		return nil
	}
	for _, name := range t.result.Segments {
		d := &derivedBySegment{importanceTopic: t, segment: name, notes: &footnotes{language: t.language, result: t.result}}
		for _, value := range t.segmentValuesOf(&topic{wave: t.wave}, name) {
			if d.tooFew(value) {
				d.few = append(d.few, d.valueName(name, value))
			} else {
				d.values = append(d.values, value)
			}
		}
		if d.found() || len(d.few) > 0 {
			sections = append(sections, d.section())
		}
	}
	return sections
}

// derivedBySegment is a table of derived importance within the values of a segment in the making.
type derivedBySegment struct {
	*importanceTopic
	segment string
	notes   *footnotes
	values  []string // with figures, or with none that may be shown
	few     []string // with too few respondents for shares that stand still
}

func (d *derivedBySegment) section() section {
	s := section{title: d.title(d.text("Derived importance by %s", d.segmentName(d.segment)))}
	if d.found() {
		s.grid = d.grid()
		s.lines = append([]string{d.text("share of the explained differences in the outcome within each group; without intervals")}, d.notes.lines()...)
		s.notes = d.notes.noted
	}
	if len(d.few) > 0 {
		s.lines = append(s.lines, d.text("too few respondents who answered everything, ten for every item would be needed: %s", strings.Join(d.few, ", ")))
	}
	return s
}

// within returns a figure of one value.
func (d *derivedBySegment) within(item, statistic, value string) *analysis.Figure {
	return d.segments[segmentKey{key{"derived", study.Performance, "own", d.audience.ID, "", item, statistic, d.wave}, d.segment + "=" + value}]
}

// tooFew reports whether a value has too few respondents for any driver: with fewer than ten for each, the shares of a few respondents
// move with every one of them, and beside those of others they would be read as differences.
func (d *derivedBySegment) tooFew(value string) bool {
	return !slices.ContainsFunc(d.drivers, func(i int) bool {
		f := d.within(d.result.Items[i].ID, "derived_share", value)
		return f == nil || !f.Note.Has(analysis.NoteTooFewForDrivers) && !f.Note.Has(analysis.NoteSuppressed) && !f.Note.Has(analysis.NoteFewPerDriver)
	})
}

// found reports whether any value has a figure of any driver.
func (d *derivedBySegment) found() bool {
	return slices.ContainsFunc(d.values, func(value string) bool {
		return slices.ContainsFunc(d.drivers, func(i int) bool { return d.within(d.result.Items[i].ID, "derived_share", value) != nil })
	})
}

// grid has a row for every driver, and the bases as last.
func (d *derivedBySegment) grid() grid {
	g := grid{columns: []column{{d.text("item"), words}}}
	bases := []cell{{d.text("n")}}
	for _, value := range d.values {
		g.columns = append(g.columns, column{d.valueName(d.segment, value), numbers})
		base := d.within("", "r_squared", value)
		bases = append(bases, d.notes.cell(base, 2, func() cell {
			return cell{d.rounded(base.N), d.notes.of(d.within(d.result.Items[d.drivers[0]].ID, "derived_share", value))}
		}))
	}
	for _, i := range d.drivers {
		r := row{cells: []cell{{visible(d.result.Items[i].Label)}}}
		for _, value := range d.values {
			f := d.within(d.result.Items[i].ID, "derived_share", value)
			r.cells = append(r.cells, d.notes.cell(f, 1, func() cell { return cell{d.percent(f.Value, 0)} }))
		}
		g.rows = append(g.rows, r)
	}
	g.rows = append(g.rows, row{cells: bases})
	return g
}

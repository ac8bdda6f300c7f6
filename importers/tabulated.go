package importers

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// table is an export that holds results instead of responses: one published figure a row, for audiences whose respondents
// nobody has any more.
type table struct {
	*Export
	audience  int
	waveIndex int
	place     study.Place // of the file in the study

	item, kind, statistic, value, base, of int // positions of the columns; -1: none
}

// bindTable finds the columns of a table of results by their names.
func (b *binder) bindTable(index int, u use) *table {
	t := &table{Export: u.export.Export, audience: index, place: u.place, waveIndex: b.waveIndex(u)}
	find := func(names ...string) int {
		for i, c := range t.Columns {
			if oneOfWords(Normalise(c.ID), names...) {
				return i
			}
		}
		return -1
	}
	t.item, t.value = find("item"), find("value")
	t.kind, t.statistic, t.base, t.of = find("kind"), find("statistic"), find("base", "n"), find("audience")
	if t.item < 0 || t.value < 0 {
		b.fault(u.place, "its columns are item and value, and as far as needed audience, kind, statistic (mean or top_box) and base",
			"%s is no table of results: it has no column %q", t.Name, map[bool]string{true: "item", false: "value"}[t.item < 0])
	}
	return t
}

// readTable enters the figures of a table. A row about another audience, or about what the study does not ask, is counted.
func (r *reading) readTable(ctx context.Context, t *table) error {
	s := r.survey.study
	audience := s.Audiences[t.audience]
	var f flow
	found := make([]bool, len(s.Ratings()))
	info, err := t.read(ctx, func(record Record) error {
		f.read++
		rating := -1
		if t.of < 0 || Normalise(record.Cells[t.of]) == Normalise(audience.ID) || Normalise(record.Cells[t.of]) == Normalise(audience.Label) {
			rating = t.rating(s, audience, record)
		}
		if rating < 0 {
			f.drop(study.NotSelected)
			return nil
		}
		figure, fault := t.figure(s.Ratings()[rating].Columns[audience.ID], record)
		if fault != nil {
			r.input.Add(*fault)
			return nil
		}
		figure.Rating = rating
		found[rating] = true
		r.intake.Tabulated = append(r.intake.Tabulated, figure)
		f.kept++
		return nil
	}, r.input.Add)
	if err != nil {
		return r.damaged(err)
	}
	r.seenTable(t, found)
	r.intake.Inputs = append(r.intake.Inputs, study.Input{
		File: t.Name, SHA256: info.sha256, Platform: t.Platform, Evidence: "a table of results", Encoding: info.encoding, Rows: info.rows,
	})
	r.intake.Flow = append(r.intake.Flow, f.entry(audience.ID, t.Name))
	return nil
}

// seenTable refuses a rating that a table does not hold.
func (r *reading) seenTable(t *table, found []bool) {
	audience := r.survey.study.Audiences[t.audience]
	for i, rating := range r.survey.study.Ratings() {
		c := rating.Columns[audience.ID]
		switch {
		case found[i]:
			r.seen(t.audience, 0)
		case c != nil && !c.Everywhere:
			r.study.Add(study.Fault{
				Place: c.Selector.Place, Line: r.survey.study.Source.Line(c.Selector.Place.Line),
				Message: fmt.Sprintf("%s has no row of item %q and kind %s for %s", t.Name, c.Selector.Name, rating.Kind, audience.ID),
			})
		}
	}
}

// rating returns the rating that a row is about, or -1.
func (t *table) rating(s *study.Study, a *study.Audience, record Record) int {
	kind := study.Performance
	if t.kind >= 0 && strings.TrimSpace(record.Cells[t.kind]) != "" {
		kind = study.Kind(Normalise(record.Cells[t.kind]))
	}
	item := Normalise(record.Cells[t.item])
	for i, r := range s.Ratings() {
		c := r.Columns[a.ID]
		if c != nil && r.Of == "" && (r.Kind == kind || r.Kind == study.OutcomeKind && t.kind < 0) && Normalise(c.Selector.Name+c.Selector.Text) == item {
			return i
		}
	}
	return -1
}

// figure reads the value and base of a row: a mean on the item's scale, or the share of the top box as 0.08 or 8 %.
func (t *table) figure(c *study.Column, record Record) (study.Tabulated, *study.Fault) {
	out := study.Tabulated{Audience: t.audience, Wave: t.waveIndex, Statistic: study.TabulatedMean}
	fault := func(at int, hint, format string, args ...any) (study.Tabulated, *study.Fault) {
		return out, &study.Fault{
			Place: study.Place{File: t.Name, Line: record.CellLine(at), Column: at + 1}, Message: fmt.Sprintf(format, args...), Hint: hint,
		}
	}
	if t.statistic >= 0 {
		switch name := Normalise(record.Cells[t.statistic]); name {
		case "", study.TabulatedMean:
		case study.TabulatedTopBox:
			out.Statistic = name
		default:
			return fault(t.statistic, "", "%q is not a statistic of a table of results: mean or top_box", shorten(name))
		}
	}
	text := strings.TrimSpace(record.Cells[t.value])
	digits, percent := strings.CutSuffix(text, "%")
	x, err := parseNumber(strings.TrimSpace(digits))
	if percent {
		x /= 100
	}
	switch {
	case err != nil || math.IsInf(x, 0) || percent && out.Statistic == study.TabulatedMean:
		return fault(t.value, "a mean is a number on the scale, a share is 0.08 or 8 %", "value %q is not a %s", shorten(text), out.Statistic)
	case out.Statistic == study.TabulatedTopBox && (x < 0 || x > 1):
		return fault(t.value, "write 8 % or 0.08", "share %q is not between 0 and 1", shorten(text))
	case out.Statistic == study.TabulatedMean && (x < c.Scale.Low || x > c.Scale.High):
		return fault(t.value, "", "mean %q is outside the scale %s", shorten(text), c.Scale)
	}
	out.Value = x
	if t.base >= 0 && strings.TrimSpace(record.Cells[t.base]) != "" {
		n, err := strconv.Atoi(strings.TrimSpace(record.Cells[t.base]))
		if err != nil || n < 1 {
			return fault(t.base, "leave it blank where it was not published", "base %q is not a whole number of at least 1", shorten(record.Cells[t.base]))
		}
		out.Base = n
	}
	return out, nil
}

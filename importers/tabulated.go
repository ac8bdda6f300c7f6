package importers

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// table is an export that holds results instead of responses: published figures for audiences whose respondents nobody has any
// more. A row holds one figure of an item, and may say of which kind; or one of each kind, side by side as articles print them.
type table struct {
	*Export
	audience  int
	waveIndex int
	selected  []boundCondition
	place     study.Place // of the file in the study

	item, kind, statistic, of int // positions of the columns; -1: none
	spread                    int // of standard deviations or errors, which are not read
	values                    []valueColumn
}

// valueColumn is a column of figures.
type valueColumn struct {
	kind     study.Kind // empty: the row says it
	at, base int        // positions; base -1: none
}

// entered is a figure that a table has given.
type entered struct {
	audience, wave, rating int
	statistic              string
}

// newTable finds the columns of a table of results by their names.
func newTable(e *Export) *table {
	t := &table{Export: e}
	var heads []string
	for _, c := range t.Columns {
		heads = append(heads, lexicon.Normalise(c.ID))
	}
	t.item, t.kind, t.statistic = headed(heads, itemNames()...), headed(heads, "kind"), headed(heads, "statistic")
	t.of, t.values, t.spread = headed(heads, "audience"), valueColumns(heads), slices.IndexFunc(heads, saysSpread)
	return t
}

// bindTable binds a table of results to an audience.
func (b *binder) bindTable(index int, u use) *table {
	t := newTable(u.export.Export)
	t.audience, t.place, t.waveIndex = index, u.place, b.waveIndex(u)
	for _, c := range b.study.Audiences[index].Where {
		t.selected = append(t.selected, boundCondition{b.find(u.export, &c.Column, b.study.Audiences[index]), c.Not, c.Values})
	}
	if t.item < 0 || len(t.values) == 0 {
		missing := `"item"`
		if t.item >= 0 {
			missing = `"value", or of a kind: "importance", "performance", "expectation", "alternative"`
		}
		hint := "its columns are item and value, and as far as needed audience, kind, statistic (mean or top_box) and base; or item and one column a kind"
		if t.renaming != "" {
			hint += "; in this file: " + t.renaming
		}
		b.fault(u.place, hint, "%s is no table of results: it has no column %s", t.Name, missing)
	}
	return t
}

// readTable enters the figures of a table. A row that the study does not choose, about another audience, or about what the study does not ask, is counted.
func (r *reading) readTable(ctx context.Context, t *table) error {
	s := r.survey.study
	audience := s.Audiences[t.audience]
	var f flow
	found := make([]bool, len(s.Ratings()))
	info, err := t.read(ctx, func(record Record) error {
		f.read++
		kept := false
		if record.Status == study.RepeatedHeader {
			f.drop(record.Status)
			return nil
		}
		if !holdAll(t.selected, record.Cells) {
			f.drop(study.NotSelected)
			return nil
		}
		for _, v := range t.values {
			rating := t.rating(s, audience, record, v)
			if rating < 0 {
				continue
			}
			kept, found[rating] = true, true
			figure, fault := t.figure(s.Ratings()[rating].Columns[audience.ID], record, v)
			figure.Rating = rating
			if fault == nil {
				fault = r.again(t, figure, record, v)
			}
			if fault != nil {
				r.input.Add(*fault)
				continue
			}
			r.intake.Tabulated = append(r.intake.Tabulated, figure)
		}
		if kept {
			f.kept++
		} else {
			f.drop(study.NotSelected)
		}
		return nil
	}, r.input.Add)
	if err != nil {
		return r.damaged(err)
	}
	r.intake.Warnings = append(append(r.intake.Warnings, info.warnings...), t.spreadUnread()...)
	r.seenTable(t, found)
	r.intake.Inputs = append(r.intake.Inputs, study.Input{
		File: t.Name, SHA256: info.sha256, Platform: t.Platform, Evidence: "a table of results", Encoding: info.encoding, Rows: info.rows,
	})
	r.intake.Flow = append(r.intake.Flow, f.entry(audience.ID, t.Name))
	return nil
}

// spreadUnread says that a table has standard deviations or errors, of which nothing is worked out: an interval from them would take a simple random sample for
// granted, and the test of ranks takes the answers themselves (METHODS section 4).
func (t *table) spreadUnread() []study.Notice {
	if t.spread < 0 {
		return nil
	}
	return []study.Notice{{
		Code: study.SpreadUnread, Where: t.Name, Hint: "the file of the responses themselves has intervals and tests",
		Message: fmt.Sprintf("%s: column %q is not read: no interval is worked out of published means, as their design is not known, and nothing is tested against them", t.Name, lexicon.Shorten(t.Columns[t.spread].ID)),
	}}
}

// again refuses a figure that this table, or another one of the audience, has given before: which of the two was meant?
func (r *reading) again(t *table, figure study.Tabulated, record Record, v valueColumn) *study.Fault {
	key := entered{figure.Audience, figure.Wave, figure.Rating, figure.Statistic}
	place := study.Place{File: t.Name, Line: record.CellLine(v.at), Column: v.at + 1}
	first, twice := r.published[key]
	if !twice {
		r.published[key] = place
		return nil
	}
	where := fmt.Sprintf("line %d", first.Line)
	if first.File != t.Name {
		where = first.String()
	}
	return &study.Fault{
		Place:   place,
		Message: fmt.Sprintf("the %s of %q stands in %s already", figure.Statistic, lexicon.Shorten(lexicon.Tidy(record.Cells[t.item])), where),
		Hint:    "an item has one figure of a kind; name the items apart",
	}
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

// rating returns the rating that a cell is about, or -1. A blank cell beside those of other kinds was not published.
func (t *table) rating(s *study.Study, a *study.Audience, record Record, v valueColumn) int {
	if !t.isOf(a, record) {
		return -1
	}
	kind, told := t.kindOf(record, v)
	if kind == "" {
		return -1
	}
	item := lexicon.Normalise(record.Cells[t.item])
	for i, r := range s.Ratings() {
		c := r.Columns[a.ID]
		if c != nil && r.Of == "" && (r.Kind == kind || r.Kind == study.OutcomeKind && !told) && lexicon.Normalise(c.Selector.Name+c.Selector.Text) == item {
			return i
		}
	}
	return -1
}

// isOf reports whether a row is about an audience: a table that names none is about all.
func (t *table) isOf(a *study.Audience, record Record) bool {
	return t.of < 0 || oneOfWords(lexicon.Normalise(record.Cells[t.of]), lexicon.Normalise(a.ID), lexicon.Normalise(a.Label))
}

// kindOf returns of which kind of rating a cell is, and whether the table says so; empty: the cell is blank beside those of other kinds.
func (t *table) kindOf(record Record, v valueColumn) (kind study.Kind, told bool) {
	switch {
	case v.kind != "" && strings.TrimSpace(record.Cells[v.at]) == "":
		return "", true
	case v.kind != "":
		return v.kind, true
	case t.kind >= 0 && strings.TrimSpace(record.Cells[t.kind]) != "":
		return study.Kind(lexicon.Normalise(record.Cells[t.kind])), true
	}
	return study.Performance, t.kind >= 0
}

// figure reads a value of a row and its base: a mean on the item's scale, or the share of the top box as 0.08 or 8 %.
func (t *table) figure(c *study.Column, record Record, v valueColumn) (study.Tabulated, *study.Fault) {
	out := study.Tabulated{Audience: t.audience, Wave: t.waveIndex, Statistic: study.TabulatedMean}
	fault := func(at int, hint, format string, args ...any) (study.Tabulated, *study.Fault) {
		return out, &study.Fault{
			Place: study.Place{File: t.Name, Line: record.CellLine(at), Column: at + 1}, Message: fmt.Sprintf(format, args...), Hint: hint,
		}
	}
	if t.statistic >= 0 {
		switch name := lexicon.Normalise(record.Cells[t.statistic]); name {
		case "", study.TabulatedMean:
		case study.TabulatedTopBox:
			out.Statistic = name
		default:
			return fault(t.statistic, "", "%q is not a statistic of a table of results: mean or top_box", lexicon.Shorten(name))
		}
	}
	text := strings.TrimSpace(record.Cells[v.at])
	digits, percent := strings.CutSuffix(text, "%")
	x, err := lexicon.ParseNumber(strings.TrimSpace(digits))
	if percent {
		x /= 100
	}
	switch {
	case err != nil || math.IsInf(x, 0) || percent && out.Statistic == study.TabulatedMean:
		hint := "a mean is a number on the scale, a share is 0.08 or 8 % and needs to be called one: top_box in a column  statistic"
		if _, fraction := lexicon.ParseNumber(strings.TrimSpace(strings.Replace(digits, ",", ".", 1))); fraction == nil && strings.Contains(digits, ",") {
			hint = "if the comma is a decimal one:  --decimal comma, or  decimal: comma  for the audience"
		}
		return fault(v.at, hint, "value %q is not a %s", lexicon.Shorten(text), out.Statistic)
	case out.Statistic == study.TabulatedTopBox && (x < 0 || x > 1):
		return fault(v.at, "write 8 % or 0.08", "share %q is not between 0 and 1", lexicon.Shorten(text))
	case out.Statistic == study.TabulatedMean && (x < c.Scale.Low || x > c.Scale.High):
		return fault(v.at, "", "mean %q is outside the scale %s", lexicon.Shorten(text), c.Scale)
	}
	out.Value = x
	if v.base >= 0 && strings.TrimSpace(record.Cells[v.base]) != "" {
		n, err := strconv.Atoi(strings.TrimSpace(record.Cells[v.base]))
		if err != nil || n < 1 {
			return fault(v.base, "leave it blank where it was not published", "base %q is not a whole number of at least 1", lexicon.Shorten(record.Cells[v.base]))
		}
		out.Base = n
	}
	return out, nil
}

package importers

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// Below a table people write what they worked out of it: its means, sums and counts, a line with its source. Such a row is nobody's answers. It is
// known by its numbers, which are those of the rows above (footer_evidence.go), or by a word where an id would stand, and only at the end of a file.

// mostFooters is how many records at the end of a file may be footers.
const mostFooters = 12

// footer is a row below the answers. A cell tells it from all rows above.
type footer struct {
	column int
	text   string // of the cell, without blanks around it
	said   string // its first cell that holds something
}

// footers are the rows below the answers of an export.
type footers []footer

// hold reports whether a row is one of the footers.
func (f footers) hold(cells []string) bool {
	return slices.ContainsFunc(f, func(one footer) bool { return strings.TrimSpace(cell(cells, one.column)) == one.text })
}

// holdAt is hold by the places of the cells.
func (f footers) holdAt(fields *delimited.Fields, places []uint32) bool {
	return slices.ContainsFunc(f, func(one footer) bool {
		return string(bytes.TrimSpace(delimited.Unquoted(fields.Raw(places, one.column)))) == one.text
	})
}

// fitted returns a record in the header's width: that of a footer, whose line may end behind its last word, has blank cells behind it. fits: it has
// the width, or may do without.
func (e *Export) fitted(cells []string) (of []string, fits bool) {
	switch missing := len(e.Columns) - len(cells); {
	case missing == 0, missing > 0 && e.short:
		return cells, true
	case missing > 0 && e.footers.hold(cells):
		return append(slices.Clone(cells), make([]string, missing)...), true
	}
	return cells, false
}

// statusOf returns why a row, as it stands in the file, is none of a respondent; empty: it is one.
func (e *Export) statusOf(cells []string) study.Reason {
	switch {
	case blankRecord(cells):
		return study.BlankRow
	case e.footers.hold(cells):
		return study.SummaryRow
	}
	return e.statusOfAnswers(cells)
}

// statusOfAnswers is the status of a row that is neither blank nor a footer.
func (e *Export) statusOfAnswers(cells []string) study.Reason {
	if blankRecord(cells) {
		return study.BlankRow
	}
	if e.status == nil {
		return ""
	}
	return e.status.of(cells)
}

// findFooters looks for rows below the answers and says what it finds; it returns the first records without them. Only where the last rows
// look like some are all rows read for it. complete says that the first records are all.
func (e *Export) findFooters(first [][]string, complete bool) ([][]string, error) {
	if e.reader != nil || e.Platform == (tabulated{}).name() || e.Platform == (long{}).name() {
		return first, nil
	}
	if maybe, err := e.maybeFooters(first, complete); !maybe {
		return first, err
	}
	rows, unsure, err := e.rowsBelow()
	if len(unsure) > 0 {
		e.unsureSaid(unsure)
	}
	if err != nil || len(rows) == 0 {
		return first, err
	}
	if e.footers, err = e.toldFrom(rows); err != nil || len(e.footers) == 0 {
		return first, err
	}
	e.footersSaid(rows[0].line)
	return slices.DeleteFunc(slices.Clone(first), e.footers.hold), nil
}

// fewRows is how many rows tell what a column holds, where only a look at the last ones is at stake.
const fewRows = 50

// maybeFooters reports whether the last rows look like footers, by what stands in the first ones.
func (e *Export) maybeFooters(first [][]string, complete bool) (bool, error) {
	if complete && len(first) <= fewRows+mostFooters {
		rows := make([]rowBelow, len(first))
		for i, record := range first {
			rows[i].cells = record
		}
		found, unsure := newAbove(e.Columns).lastOf(rows)
		return len(found)+len(unsure) > 0, nil
	}
	last := first[max(0, len(first)-mostFooters):]
	if !complete {
		var err error
		if last, err = e.lastRecords(); err != nil {
			return false, err
		}
	}
	above := newAbove(e.Columns)
	for _, record := range first[:min(fewRows, len(first))] {
		above.add(record)
	}
	return slices.ContainsFunc(last, above.maybe), nil
}

// rowBelow is a footer with all of its cells.
type rowBelow struct {
	cells []string
	line  int
	said  string
}

// rowsBelow reads all rows and returns those at the end that are nobody's, and answers before these that may be none.
func (e *Export) rowsBelow() (found, unsure []rowBelow, err error) {
	above := newAbove(e.Columns)
	var last []rowBelow
	err = e.eachQuietly(func(r Record) {
		if len(last) == mostFooters {
			above.add(last[0].cells)
			last = last[1:]
		}
		last = append(last, rowBelow{cells: cloned(r.Cells), line: r.Line})
	})
	found, unsure = above.lastOf(last)
	return found, unsure, err
}

// lastOf returns those of the last rows that are nobody's; the others are answers, of which the last may be figures too.
func (a *above) lastOf(rows []rowBelow) (found, unsure []rowBelow) {
	for i, row := range rows {
		if len(rows)-i <= mostFooters {
			if found = a.footersIn(rows[i:]); len(found) > 0 {
				return found, unsure
			}
			if f := a.compare(row.cells); f.unsure() && a.rows >= fewestAbove {
				row.said = sayFooter(row.cells)
				unsure = append(unsure, row)
			} else if !blankRecord(row.cells) {
				unsure = nil
			}
		}
		a.add(row.cells)
	}
	return nil, unsure
}

// cloned returns cells that stay when the next record is read.
func cloned(cells []string) []string {
	own := make([]string, len(cells))
	for i, text := range cells {
		own[i] = strings.Clone(text)
	}
	return own
}

// toldFrom finds for each of the rows below a cell that no other row has: by it they are known when the file is read. Rows without one stay.
func (e *Export) toldFrom(rows []rowBelow) (footers, error) {
	times := map[footer]int{}
	for _, row := range rows {
		for i, text := range row.cells {
			if text = strings.TrimSpace(text); text != "" {
				times[footer{column: i, text: text}]--
			}
		}
	}
	err := e.eachQuietly(func(r Record) {
		for i, text := range r.Cells {
			key := footer{column: i, text: strings.TrimSpace(text)}
			if n, asked := times[key]; asked {
				times[key] = n + 1
			}
		}
	})
	var found footers
	for _, row := range rows {
		for i, text := range row.cells {
			key := footer{column: i, text: strings.TrimSpace(text)}
			if n, asked := times[key]; asked && n == 0 {
				found = append(found, footer{key.column, key.text, row.said})
				break
			}
		}
	}
	return found, err
}

// eachQuietly reads all records that have no more cells than the header, as they stand in the file, without telling the meter.
func (e *Export) eachQuietly(each func(Record)) error {
	quiet, source := *e, *e.source
	source.meter = nil
	quiet.source, quiet.status, quiet.rewrite, quiet.footers, quiet.short = &source, nil, nil, nil, true
	_, err := quiet.read(context.Background(), func(r Record) error {
		each(r)
		return nil
	}, func(study.Fault) {})
	return err
}

// footersSaid says which rows are nobody's, and from which line on they stand.
func (e *Export) footersSaid(line int) {
	var said []string
	for _, f := range e.footers {
		said = append(said, f.said)
	}
	e.notices = append(e.notices, study.Notice{
		Code: study.FootersLeftOut, Where: e.Name, Hint: "if somebody answered there, give the row an id like those above",
		Message: fmt.Sprintf("%s: %s below the answers left out, from line %d on, for they hold figures of the rows above or notes: %s", e.Name, count(len(e.footers), "row"), line, few(said)),
	})
}

// unsureSaid says which of the last answers may be figures of the rows above.
func (e *Export) unsureSaid(rows []rowBelow) {
	var said []string
	for _, row := range rows {
		said = append(said, row.said)
	}
	e.notices = append(e.notices, study.Notice{
		Code: study.FootersUnsure, Where: e.Name, Hint: "if nobody answered there, delete the lines from the file",
		Message: fmt.Sprintf("%s: read as answers, although a word for figures stands there: %s at the end, from line %d on: %s", e.Name, count(len(rows), "row"), rows[0].line, few(said)),
	})
}

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
// known by its numbers, which are those of the rows above (footer_evidence.go), or by a word where an id would stand. Numbers tell it at the end of a
// file only; such a word also amid the answers, where subtotals stand.

// mostFooters is how many records at the end of a file may be footers, mostAmid how many amid the answers are left out.
const mostFooters, mostAmid = 12, 100

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
	case e.again.hold(cells):
		return study.RepeatedHeader
	case e.footers.hold(cells):
		return study.SummaryRow
	}
	return e.statusOfAnswers(cells)
}

// rowOfNobody reports whether a status is that of a row without a respondent.
func rowOfNobody(status study.Reason) bool {
	return status == study.SummaryRow || status == study.BlankRow || status == study.RepeatedHeader
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
	above, rows, unsure, err := e.rowsBelow()
	if err != nil {
		return first, err
	}
	var amid []rowBelow
	more := 0
	if e.footers, amid, more, err = e.toldFrom(above, rows); err != nil {
		return first, err
	}
	untold := func(row rowBelow) bool { return !e.footers.hold(row.cells) }
	for _, row := range slices.Concat(rows, amid) {
		if untold(row) {
			unsure = append(unsure, row)
		}
	}
	if len(unsure) > 0 {
		e.unsureSaid(unsure)
	}
	if len(e.footers) == 0 {
		return first, nil
	}
	e.footersSaid(slices.DeleteFunc(rows, untold), slices.DeleteFunc(amid, untold), more)
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
		above := newAbove(e.Columns)
		found, unsure := above.lastOf(rows)
		return len(found)+len(unsure) > 0 || slices.ContainsFunc(first, above.instead), nil
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
	return slices.ContainsFunc(last, above.maybe) || behindBlank(last) || slices.ContainsFunc(first, above.instead), nil
}

// behindBlank reports whether a blank row stands amid the last ones.
func behindBlank(last [][]string) bool {
	at := slices.IndexFunc(last, blankRecord)
	return at > 0 && slices.ContainsFunc(last[at:], func(cells []string) bool { return !blankRecord(cells) })
}

// rowBelow is a footer with all of its cells.
type rowBelow struct {
	cells []string
	line  int
	said  string
	apart bool // a blank row stands before it, and all of its numbers are figures of the rows above
}

// rowsBelow reads all rows and returns those at the end that are nobody's, and answers before these that may be none.
func (e *Export) rowsBelow() (above *above, found, unsure []rowBelow, err error) {
	above = newAbove(e.Columns)
	var last []rowBelow
	err = e.eachQuietly(func(r Record) {
		if len(last) == mostFooters {
			above.add(last[0].cells)
			last = last[1:]
		}
		last = append(last, rowBelow{cells: cloned(r.Cells), line: r.Line})
	})
	found, unsure = above.lastOf(last)
	return above, found, unsure, err
}

// lastOf returns those of the last rows that are nobody's; the others are answers, of which the last may be figures too.
func (a *above) lastOf(rows []rowBelow) (found, unsure []rowBelow) {
	for i, row := range rows {
		if len(rows)-i <= mostFooters {
			if found = a.footersIn(rows[i:]); len(found) > 0 {
				return found, unsure
			}
			f := a.compare(row.cells)
			row.apart = i > 0 && blankRecord(rows[i-1].cells) && !a.parted && f.bare()
			if (f.unsure() || row.apart) && a.rows >= fewestAbove {
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

// toldFrom finds for each of the rows below a cell that no other row has: by it they are known when the file is read. Rows without one stay. It finds
// the rows amid the answers too that have a word for figures instead of an id: that word tells them, unless a row of answers has it as well. Of many it
// keeps the first; so many more have a word of one of these.
func (e *Export) toldFrom(above *above, rows []rowBelow) (found footers, amid []rowBelow, more int, err error) {
	later := map[footer]int{}
	elsewhere, below := map[footer]int{}, map[int]bool{}
	for _, row := range rows {
		below[row.line] = true
		for i, text := range row.cells {
			elsewhere[footer{column: i, text: strings.TrimSpace(text)}] = 0
		}
	}
	err = e.eachQuietly(func(r Record) {
		if below[r.Line] {
			return
		}
		if above.instead(r.Cells) {
			if at := above.wordIn(r.Cells); len(amid) < mostSeen {
				amid = append(amid, rowBelow{cells: cloned(r.Cells), line: r.Line, said: sayFooter(r.Cells)})
			} else {
				later[footer{column: at, text: strings.Clone(strings.TrimSpace(r.Cells[at]))}]++
			}
			return
		}
		for i, text := range r.Cells {
			key := footer{column: i, text: strings.TrimSpace(text)}
			if n, asked := elsewhere[key]; asked || above.wordAt(i, text) {
				key.text = strings.Clone(key.text)
				elsewhere[key] = n + 1
			}
		}
	})
	for _, row := range rows {
		found = found.with(row, elsewhere)
	}
	for _, row := range amid[:min(len(amid), mostAmid)] {
		at := above.wordIn(row.cells)
		found = found.with(rowBelow{cells: append(make([]string, at), row.cells[at]), said: row.said}, elsewhere)
	}
	for _, one := range found {
		more += later[footer{column: one.column, text: one.text}]
	}
	return found, amid, more, err
}

// with adds the first cell of a row that stands in no row of answers.
func (f footers) with(row rowBelow, elsewhere map[footer]int) footers {
	for i, text := range row.cells {
		key := footer{column: i, text: strings.TrimSpace(text)}
		if key.text != "" && elsewhere[key] == 0 {
			if key.said = row.said; !slices.Contains(f, key) {
				f = append(f, key)
			}
			break
		}
	}
	return f
}

// eachQuietly reads all records that have no more cells than the header and are not that header once more, as they stand in the file, without telling the meter.
func (e *Export) eachQuietly(each func(Record)) error {
	quiet, source := *e, *e.source
	source.meter = nil
	quiet.source, quiet.status, quiet.rewrite, quiet.footers, quiet.short = &source, nil, nil, nil, true
	_, err := quiet.read(context.Background(), func(r Record) error {
		if r.Status != study.RepeatedHeader {
			each(r)
		}
		return nil
	}, func(study.Fault) {})
	return err
}

// footersSaid says which rows are nobody's, and from which line on they stand; so many more stand amid the answers.
func (e *Export) footersSaid(below, amid []rowBelow, more int) {
	rows := slices.Concat(amid, below)
	var said []string
	for _, row := range rows {
		said = append(said, row.said)
	}
	said = append(said, slices.Repeat([]string{`"…"`}, more)...)
	message := "%s: %s below the answers left out, from line %d on, for they hold figures of the rows above, goals or notes: %s"
	if len(amid) > 0 {
		message = "%s: %s amid or below the answers left out, the first at line %d, for they hold figures of the rows above, goals or notes: %s"
	}
	e.notices = append(e.notices, study.Notice{
		Code: study.FootersLeftOut, Where: e.Name, Hint: "if somebody answered there, give the row an id like those above",
		Message: fmt.Sprintf(message, e.Name, count(len(said), "row"), rows[0].line, few(said)),
	})
}

// unsureSaid says which answers may be figures of the rows above.
func (e *Export) unsureSaid(rows []rowBelow) {
	slices.SortFunc(rows, func(a, b rowBelow) int { return a.line - b.line })
	var apart []rowBelow
	rows = slices.DeleteFunc(rows, func(row rowBelow) bool {
		if row.apart {
			apart = append(apart, row)
		}
		return row.apart
	})
	const hint = "if nobody answered there, delete the lines from the file"
	if len(rows) > 0 {
		var said []string
		for _, row := range rows {
			said = append(said, row.said)
		}
		e.notices = append(e.notices, study.Notice{
			Code: study.FootersUnsure, Where: e.Name, Hint: hint,
			Message: fmt.Sprintf("%s: read as answers, although no id stands there or a word for figures: %s, from line %d on: %s", e.Name, count(len(rows), "row"), rows[0].line, few(said)),
		})
	}
	if len(apart) > 0 {
		e.notices = append(e.notices, study.Notice{
			Code: study.FootersUnsure, Where: e.Name, Hint: hint,
			Message: fmt.Sprintf("%s: read as answers, although they stand below a blank row and are all figures of the rows above, such as rounded means: %s, from line %d on", e.Name, count(len(apart), "row"), apart[0].line),
		})
	}
}

package importers

import (
	"math"
	"strings"
)

// A running number counts the rows: 1, 2, 3 … Where the rows are few it has the numbers of a rating, but no answers run on from row to row.

const (
	fewestRunning = 5  // numbers; fewer may stand in order by chance
	mostInOrder   = 11 // answers on a usual scale that can all differ, in order, where a question is worded as one
)

// markRunning marks the columns whose whole numbers run on, up or down, through the first records: what they are is then decided by all rows.
func markRunning(columns []Column, records [][]string) {
	for i := range columns {
		if c := &columns[i]; c.Role == Answer {
			c.runsOn = runsOn(records, i)
		}
	}
}

// runsOn reports whether the numbers of a column differ from row to row, all in one direction. One step in twenty may go the other way, for
// rows that somebody sorted or joined.
func runsOn(records [][]string, i int) bool {
	const oneIn = 20
	spared := len(records) / oneIn
	n, up, down, before := 0, 0, 0, 0.0
	for _, record := range records {
		text := strings.TrimSpace(cell(record, i))
		if text == "" {
			continue
		}
		x, err := parseNumber(text)
		if err != nil || x != math.Trunc(x) {
			return false
		}
		if n > 0 && x <= before {
			down++
		}
		if n > 0 && x >= before {
			up++
		}
		if down > spared && up > spared {
			return false
		}
		n, before = n+1, x
	}
	return n >= fewestRunning
}

// counts reports whether a column counts the rows: its numbers run on, and hardly two are alike. A question that is worded as a rating has to
// have more of them than a scale has points.
func (c *columnScan) counts(column Column) bool {
	const hardlyAlike = 20 // one in so many
	switch {
	case !column.runsOn, isFact(column) && !numbersByName(column):
		return false
	case c.cells.many:
		return !c.cells.texts
	case hardlyAlike*c.cells.distinct() < (hardlyAlike-1)*c.filled:
		return false
	}
	return c.filled > mostInOrder && !namesScale(column) || !wordedAsRating(column)
}

// namesScale reports whether a question names the ends of its scale.
func namesScale(c Column) bool {
	_, _, named := namedEnds([]string{c.Text})
	return named
}

package importers

import (
	"math"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// A running number counts the rows: 1, 2, 3 … Where the rows are few it has the numbers of a rating, but no answers run on from row to row.

const (
	fewestRunning = 5   // numbers; fewer may stand in order by chance
	highestPoint  = 100 // of a scale
)

// markRunning marks the columns whose whole numbers run on through the first records: what they are is then decided by all rows.
func markRunning(columns []Column, records [][]string) {
	for i := range columns {
		if c := &columns[i]; c.Role == Answer {
			c.runsOn = runsOn(records, i, true) && (runsOn(records, i, false) || numbersByName(*c) || countsByName().MatchString(plainName(*c)))
		}
	}
}

// countsByName are names of what counts the rows.
var countsByName = lazily(`^(?:row|entry|entries|record|line|seq|sequence|index|counter|count|zeile|lfd|laufende nummer|zähler|datensatz|ligne|fila|riga|linha|rij|regel)(?: ?(?:no|nr|number|nummer|id))?$`)

// runsOn reports whether the numbers of a column go up by one from row to row. One step in twenty may be another, for rows that somebody sorted or
// joined. Where the name says that it numbers the rows, some may be left out, and the newest may stand first: any step in one direction is one.
func runsOn(records [][]string, i int, byName bool) bool {
	const oneIn = 20
	spared := len(records) / oneIn
	n, notUp, notDown, before := 0, 0, 0, 0.0
	for _, record := range records {
		text := strings.TrimSpace(cell(record, i))
		if text == "" {
			continue
		}
		x, err := lexicon.ParseNumber(text)
		if err != nil || x != math.Trunc(x) {
			return false
		}
		if step := x - before; n > 0 {
			if step != 1 && !(byName && step > 0) {
				notUp++
			}
			if !byName || step >= 0 {
				notDown++
			}
		}
		if notDown > spared && notUp > spared {
			return false
		}
		n, before = n+1, x
	}
	return n >= fewestRunning
}

// counts reports whether a column counts the rows: its numbers run on, and hardly two are alike. A question that is worded as a rating does
// only where they pass the end of any scale.
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
	return !wordedAsRating(column) || !namesScale(column) && c.cells.passes(highestPoint)
}

// passes reports whether a number lies beyond another.
func (s *seenCells) passes(most float64) bool {
	for text := range s.count {
		if x, err := lexicon.ParseNumber(strings.TrimSpace(text)); err == nil && x > most {
			return true
		}
	}
	return false
}

// NamesScale reports whether a question names the ends of its scale.
func namesScale(c Column) bool { return c.heading().NamesScale() }

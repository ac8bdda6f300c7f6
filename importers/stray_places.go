package importers

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// cellPlaces says where each of the few different cells of a column stands first, by the column's place in the export.
type cellPlaces []map[string]study.Place

// nearRows is how many rows of an export are read for a place before all of them are: what stands amid a million answers stands mostly among the first.
const nearRows = 20_000

// placesIn reads the first rows of an export once more, or all, and notes where the different cells of its columns stand first.
func placesIn(ctx context.Context, e *Export, most int) (cellPlaces, error) {
	places, rows := make(cellPlaces, len(e.Columns)), 0
	_, err := e.read(ctx, func(r Record) error {
		if rows++; rows > most {
			return errEnough
		}
		if r.Status != "" {
			return nil
		}
		for i, text := range r.Cells {
			text = strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
			if _, known := places[i][text]; known || text == "" || len(places[i]) > maxDifferent || e.Columns[i].Role != Answer {
				continue
			}
			if places[i] == nil {
				places[i] = map[string]study.Place{}
			}
			places[i][strings.Clone(text)] = study.Place{File: e.Name, Line: r.CellLine(i), Column: e.Columns[i].inFile()}
		}
		return nil
	}, func(study.Fault) {})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return places, err
}

// firstAt says where the first cell stands that keeps a question from having a scale, for somebody to look at; empty: no single cells do.
func (d *draft) firstAt(q *question) string {
	a := q.unread
	if a == nil {
		a = q.brokenBy()
	}
	if a == nil || a.answers.many || q.sharesCode {
		return ""
	}
	var texts []string
	n := 0
	for _, word := range a.answers.strayWords() {
		texts, n = append(texts, word), n+a.answers.words[word]
	}
	for _, x := range d.straysOf(q, a) {
		texts, n = append(texts, lexicon.FormatNumber(x)), n+a.answers.numbers[x]
	}
	for _, x := range a.answers.fewBroken() {
		texts, n = append(texts, lexicon.FormatNumber(x)), n+a.answers.numbers[x]
	}
	place := d.placeOf(a, texts)
	switch {
	case place.Line == 0:
		return ""
	case n == 1:
		return fmt.Sprintf("; it stands at %s", place)
	}
	return fmt.Sprintf("; the first stands at %s", place)
}

// brokenBy returns the audience of which few answers are broken numbers; nil: of none.
func (q *question) brokenBy() *asked {
	for _, a := range q.by {
		if len(a.answers.fewBroken()) > 0 {
			return a
		}
	}
	return nil
}

// fewBroken returns the broken numbers among answers if they are so few that somebody should look at them: slips, or a row below the answers.
func (a *answersSeen) fewBroken() (broken []float64) {
	n := 0
	for _, x := range sortedNumbers(a.numbers) {
		if x != math.Trunc(x) {
			broken, n = append(broken, x), n+a.numbers[x]
		}
	}
	if a.many || rareTop*n > total(a.numbers)+total(a.words) && n > 1 {
		return nil
	}
	return broken
}

// placeOf finds the first of some cells in the exports of an audience.
func (d *draft) placeOf(a *asked, texts []string) (first study.Place) {
	if len(texts) == 0 {
		return first
	}
	for _, e := range d.exports[a.audience] {
		at := slices.IndexFunc(e.Columns, func(c Column) bool { return c.ID == a.column.ID })
		if at < 0 {
			continue
		}
		for _, most := range []int{nearRows, math.MaxInt} {
			for text, place := range d.places(e, most)[at] {
				if slices.Contains(texts, text) && (first.Line == 0 || place.Line < first.Line) {
					first = place
				}
			}
			if first.Line > 0 {
				return first
			}
		}
	}
	return first
}

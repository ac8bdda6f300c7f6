package importers

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// nearAnswers are the answers to a question that are labels of a family but for one or two: init offers the scale without those.
type nearAnswers struct {
	*asked
	why  string
	rows []string // the words of all rows of its matrix
}

// wordsOfRows are the words in which the rows of a column's matrix are answered; none: it is no row.
func wordsOfRows(columns []*asked, c *asked) []string {
	words := map[string]int{}
	for _, other := range columns {
		if block := c.block(); block != "" && other.block() == block && fewWords(other) {
			maps.Copy(words, other.answers.words)
		}
	}
	return sortedKeys(words)
}

// strangeAt says where the first answer stands that is no label of the family of the others.
func (d *draft) strangeAt(a *asked) string {
	_, strange := nearestFamily(a.answers)
	place := d.placeOf(a, strange)
	if place.Line == 0 {
		return ""
	}
	return fmt.Sprintf("; it stands first at %s", place)
}

// nearWords writes the questions with such answers as items in comments, each with the columns of the others that were asked it.
func (w *fileWriter) nearWords() {
	taken := map[*asked]bool{}
	for _, n := range w.draft.nearly {
		if taken[n.asked] {
			continue
		}
		columns := map[int]string{}
		points, remark := mostPoints, ""
		for _, other := range w.draft.nearly {
			offer, is := other.learned.nearOffer(other.rows)
			if !is || columns[other.audience] != "" || other.asked != n.asked && !sameQuestion(other.asked, n.asked) {
				continue
			}
			taken[other.asked], points, remark = true, min(points, offer.points), cmp.Or(remark, offer.remark)
			columns[other.audience] = fmt.Sprintf("{column: %s, %s}", scalarOf(selectorText(other.column)), offer.text)
		}
		if len(columns) == 0 {
			continue
		}
		w.besideNear(n, columns)
		var parts []string
		for i, a := range w.draft.study.Audiences {
			if columns[i] != "" {
				parts = append(parts, a.ID+": "+columns[i])
			}
		}
		label := naming(n.column)
		w.comment("  ", fmt.Sprintf("? Which scale has %s? %s", scalarOf(lexicon.Shorten(label)), sentence(n.why)))
		w.line("#  %s: {label: %s, %s: {%s}%s} # %s", w.freeID(label), scalarOf(label), n.asks(), strings.Join(parts, ", "), boxes(points), remark)
	}
}

// besideNear adds the columns of those audiences whose answers to the same question can be read.
func (w *fileWriter) besideNear(n nearAnswers, columns map[int]string) {
	for i, of := range w.draft.columns {
		beside := besideOf(of, n)
		if beside == nil || columns[i] != "" {
			continue
		}
		if q := (&question{by: []*asked{beside}}); w.draft.readScales(q) == "" {
			columns[i] = w.column(w.draft.rating(q).Columns[w.draft.study.Audiences[i].ID])
		}
	}
}

// besideOf is the column of an audience that asks what nearly answers ask; nil: it has none.
func besideOf(columns []*asked, n nearAnswers) *asked {
	if at := slices.IndexFunc(columns, func(c *asked) bool { return sameQuestion(c, n.asked) }); at >= 0 {
		return columns[at]
	}
	return nil
}

// besideNearAnswers reports whether a rating is offered beside another audience's answers that are nearly labels.
func (d *draft) besideNearAnswers(a *asked) bool {
	return slices.ContainsFunc(d.nearly, func(n nearAnswers) bool {
		_, offered := n.learned.nearOffer(n.rows)
		return offered && n.audience != a.audience && besideOf(d.columns[a.audience], n) == a
	})
}

// nearlyAsked reports whether an audience has answers that init offers a scale for.
func (d *draft) nearlyAsked(audience int) bool {
	return slices.ContainsFunc(d.nearly, func(n nearAnswers) bool { return n.audience == audience })
}

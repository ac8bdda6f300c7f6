package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// A question that stands in an audience's file several times, in the same words, may have been asked in two branches, about two things, or before and
// after. Nothing tells which of its columns asks what another audience was asked: none is joined.

// askedTwice finds the questions that an audience was asked several times in the same words, and says so.
func (d *draft) askedTwice() {
	for audience, columns := range d.columns {
		var order []string
		of := map[string][]*asked{}
		for _, c := range columns {
			key := c.exactKey()
			if of[key] = append(of[key], c); len(of[key]) == 2 {
				order = append(order, key)
			}
		}
		for _, key := range order {
			for _, c := range of[key] {
				c.twins = slices.DeleteFunc(slices.Clone(of[key]), func(other *asked) bool { return other == c })
			}
			id, not := d.study.Audiences[audience].ID, ""
			if len(d.columns) > 1 {
				not = "; none of them is joined with what others were asked"
			}
			d.hinted(study.AskedTwice, id, "a study file names the column that is meant",
				"%s was asked the same in %s (%s): %q%s", id, count(len(of[key]), "column"), placesOf(of[key]), shortenQuestion(of[key][0].column), not)
		}
	}
}

// placesOf lists columns by their places in the file.
func placesOf(columns []*asked) string {
	var places []string
	for _, c := range columns {
		places = append(places, fmt.Sprintf("#%d", c.column.Position))
	}
	return strings.Join(places, ", ")
}

// askTwins asks, above the items, which of the columns is meant in which an audience was asked the same.
func (w *fileWriter) askTwins() {
	for _, n := range w.draft.notices {
		if n.Code != study.AskedTwice {
			continue
		}
		w.comment("  ", "? "+n.Message+". What does each of these columns ask? Those of one question in several branches are to be put into one column first.")
	}
}

// orTwin offers, in the place of columns that are joined for the same words, those in which their audiences were asked these too.
func (w *fileWriter) orTwin(columns ...*asked) (text string) {
	for _, a := range columns {
		for _, twin := range a.twins {
			text += fmt.Sprintf(", or %s: %s, asked in the same words", w.draft.study.Audiences[a.audience].ID, scalarOf(selectorText(twin.column)))
		}
	}
	return text
}

package importers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A question that stands in an audience's file several times, in the same words, may have been asked in two branches, about two things, or before and
// after. Nothing tells which of its columns asks what another audience was asked: none is joined. A study file joins those of branches, as a list.

// askedTwice finds the questions that an audience was asked several times in the same words, and says so.
func (d *draft) askedTwice(ctx context.Context) error {
	d.twins = map[string][]*asked{}
	for audience, columns := range d.columns {
		groups := ofOneWording(columns)
		if err := d.answeredTogether(ctx, audience, groups); err != nil {
			return err
		}
		for _, all := range groups {
			for _, c := range all {
				c.twins = slices.DeleteFunc(slices.Clone(all), func(other *asked) bool { return other == c })
			}
			d.saysTwins(audience, all)
		}
	}
	return nil
}

// ofOneWording returns the columns of each question that stands several times, in order.
func ofOneWording(columns []*asked) (groups [][]*asked) {
	at := map[string]int{}
	for _, c := range columns {
		k, known := at[c.exactKey()]
		if !known {
			k = len(groups)
			at[c.exactKey()], groups = k, append(groups, nil)
		}
		groups[k] = append(groups[k], c)
	}
	return slices.DeleteFunc(groups, func(g []*asked) bool { return len(g) < 2 })
}

// saysTwins says that questions of an audience stand in the same words.
func (d *draft) saysTwins(audience int, all []*asked) {
	id, not, hint := d.study.Audiences[audience].ID, "", "a study file names the column that is meant"
	if len(d.columns) > 1 {
		not = "; none of them is joined with what others were asked"
	}
	if !all[0].together && scalesOfTwins(all) == "" {
		hint += ", or all of them in a list, if this is one question in several branches: nobody answered more than one"
	}
	d.hinted(study.AskedTwice, id, hint, "%s was asked the same in %s (%s): %q%s", id, count(len(all), "column"), placesOf(all), shortenQuestion(all[0].column), not)
	d.twins[d.notices[len(d.notices)-1].Message] = all
}

// answeredTogether marks the columns of the same words of which somebody answered several: these are no branches. It reads until each is known.
func (d *draft) answeredTogether(ctx context.Context, audience int, groups [][]*asked) error {
	open := len(groups)
	for _, e := range d.exports[audience] {
		if open == 0 {
			return nil
		}
		at := make([][]int, len(groups)) // -1: not in this file
		for g, all := range groups {
			for _, a := range all {
				at[g] = append(at[g], slices.IndexFunc(e.Columns, func(c Column) bool { return c.ID == a.column.ID }))
			}
		}
		_, err := e.read(ctx, func(r Record) error {
			for g, all := range groups {
				if !all[0].together && r.Status == "" && severalAnswered(all, at[g], r.Cells) {
					for _, a := range all {
						a.together = true
					}
					open--
				}
			}
			if open == 0 {
				return errEnough
			}
			return nil
		}, func(study.Fault) {})
		if err != nil && !errors.Is(err, errEnough) {
			return err
		}
	}
	return nil
}

// severalAnswered reports whether a row has an answer to several questions, which stand at these places.
func severalAnswered(questions []*asked, at []int, cells []string) bool {
	answered := 0
	for k, a := range questions {
		if at[k] < 0 || cells[at[k]] == notShownCell {
			continue
		}
		cell := strings.TrimSpace(cells[at[k]])
		if _, blank := a.answers.blank[cell]; cell != "" && !blank && !isSpreadsheetError(cell) {
			answered++
		}
	}
	return answered > 1
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
		all, remark := w.draft.twins[n.Message], "Some respondents answered several of them."
		if apart := scalesOfTwins(all); apart != "" {
			remark = sentence(sentenceCase(apart))
		} else if !all[0].together {
			remark = fmt.Sprintf("Nobody answered more than one: if this is one question in several branches, an item takes them as a list: {%s: %s}%s", n.Where, listOfTwins(all), maybeApart(all))
		}
		w.comment("  ", "? "+n.Message+". What does each of these columns ask? "+remark)
	}
}

// scalesOfTwins says which of the columns of the same words were asked on two scales; empty: none.
func scalesOfTwins(all []*asked) string {
	var parts []answersPart
	for _, a := range all {
		parts = append(parts, answersPart{fmt.Sprintf("#%d", a.column.Position), a.answers})
	}
	return endsApart(parts)
}

// maybeApart asks whether columns of the same words have one scale, where the answers in one end early and many of another lie beyond; empty: nothing
// speaks against it.
func maybeApart(all []*asked) string {
	const fewest, many = 20, 5 // answers, and the part of those that lie beyond
	for _, one := range all {
		seen := one.answers.observed()
		if len(seen) == 0 || total(one.answers.numbers) < fewest || !slices.Contains(usualEnds(), seen[len(seen)-1]) {
			continue
		}
		high := seen[len(seen)-1]
		for _, other := range all {
			beyond := 0
			for x, n := range other.answers.numbers {
				if x > high {
					beyond += n
				}
			}
			if many*beyond > total(other.answers.numbers) {
				return fmt.Sprintf(". But the answers in #%d end at %s, and many in #%d lie beyond: was the scale the same?", one.column.Position, lexicon.FormatNumber(high), other.column.Position)
			}
		}
	}
	return ""
}

// listOfTwins writes columns as the list of one question.
func listOfTwins(all []*asked) string {
	var names []string
	for _, a := range all {
		names = append(names, scalarOf(selectorText(a.column)))
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// inOrder are a column and those of the same words, by their places.
func inOrder(a *asked) []*asked {
	all := append([]*asked{a}, a.twins...)
	slices.SortFunc(all, func(a, b *asked) int { return cmp.Compare(a.column.Position, b.column.Position) })
	return all
}

// asOneQuestion offers, below the first of several columns of the same words, to read them as one question.
func (w *fileWriter) asOneQuestion(q *question) {
	r, joined := w.draft.rating(q), false
	for _, a := range q.by {
		if all := inOrder(a); len(all) == 1 || all[0] != a || a.together {
			continue
		}
		if c := w.inBranches(a); c != nil {
			r.Columns[w.draft.study.Audiences[a.audience].ID] = c
			joined = true
		}
	}
	if joined {
		w.line("    # ? %s: %s # in place of the line above, if this is one question in several branches; then take out the items of the others", r.Kind, w.columns(r))
	}
}

// inBranches returns the column of a question that stands in several; nil: their answers have no scale together.
func (w *fileWriter) inBranches(a *asked) *study.Column {
	all := append([]*asked{a}, a.twins...)
	var before []readScale
	for _, one := range all {
		before = append(before, one.read)
	}
	defer func() {
		for i, one := range all {
			one.read = before[i]
		}
	}()
	if w.draft.readScales(&question{by: all}) != "" {
		return nil
	}
	var c *study.Column
	for _, one := range all {
		own := w.draft.rating(&question{by: []*asked{one}}).Columns[w.draft.study.Audiences[one.audience].ID]
		switch {
		case c == nil:
			c = own
			continue
		case scaleText(own.Scale) != scaleText(c.Scale), own.Reversed != c.Reversed, codesText(own.Codes) != codesText(c.Codes):
			return nil
		}
		c.Branches = append(c.Branches, own.Selector)
		c.Missing.DontKnow, c.Missing.Blank = union(c.Missing.DontKnow, own.Missing.DontKnow), union(c.Missing.Blank, own.Missing.Blank)
	}
	return c
}

// orAll offers, beside the first column of a question, to read those of the same words as one.
func (w *fileWriter) orAll(q *question) string {
	var lists []string
	for _, a := range q.by {
		if all := inOrder(a); len(all) > 1 && all[0] == a && !a.together {
			lists = append(lists, w.draft.study.Audiences[a.audience].ID+": "+listOfTwins(all))
		}
	}
	if lists == nil {
		return ""
	}
	return " # or " + strings.Join(lists, ", ") + ", if this is one question in several branches"
}

// orTwin offers, in the place of columns that are joined for the same words, those in which their audiences were asked these too.
func (w *fileWriter) orTwin(columns ...*asked) (text string) {
	for _, a := range columns {
		if len(a.twins) == 0 {
			continue
		}
		id := w.draft.study.Audiences[a.audience].ID
		for _, twin := range a.twins {
			text += fmt.Sprintf(", or %s: %s, asked in the same words", id, scalarOf(selectorText(twin.column)))
		}
		if !a.together {
			text += fmt.Sprintf(", or %s: %s, if this is one question in several branches", id, listOfTwins(inOrder(a)))
		}
	}
	return text
}

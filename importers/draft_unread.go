package importers

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// unread says which questions were asked of several audiences in identical words, or of the only one, and are no items all the same,
// because nothing tells what their answers are worth: words of no known order, or more different numbers than a scale has points. A group
// that respondents belong to looks like the former, too. What looks most like ratings comes first.
func (d *draft) unread() {
	var likely, worded, numbers, mixed []string
	d.severalAnswersUnread()
	for i, columns := range d.asks {
		for _, c := range columns {
			if d.isID(c) || c.kind != "" || c.commas != "" || c.learned.rated() || isWeight(c.column) || d.firstAsked(c) != i || !d.askedOfAll(c) {
				continue
			}
			switch text := fmt.Sprintf("%q", lexicon.Shorten(naming(c.column))); {
			case fewWords(c) && nearFamily(c.learned) == "" && !listsPeople(c):
				if slices.ContainsFunc(d.unordered[i], func(u *asked) bool { return u.column.Position == c.column.Position }) {
					likely = append(likely, text)
				} else {
					worded = append(worded, text)
				}
			case c.answers.many && c.answers.onlyNumbers && !c.fact():
				numbers = append(numbers, text)
			case len(c.answers.numbers) > 0 && len(c.answers.words) > 0 && len(c.answers.numbers)+len(c.answers.words) <= mostPoints && !c.fact():
				mixed = append(mixed, text+d.numberAmidWords(c))
			}
		}
	}
	if worded = slices.Concat(likely, worded); len(worded) > 0 {
		d.hinted(study.WordsNotRead, "", "a study file can say the order of their words (scale: [...]), or take one as a segment",
			"groups, or answers in words of no known order, and so no ratings: %s", few(worded))
	}
	if len(mixed) > 0 {
		d.hinted(study.ScaleUnknown, "", "a study file can say which points they are (codes:)", "left out: some answers are numbers, and some are words: %s", few(mixed))
	}
	if len(numbers) > 0 {
		d.hinted(study.ScaleUnknown, "", "rounded to whole numbers they can be read", "left out: more different numbers than a scale has points: %s", few(numbers))
	}
}

// isID reports whether a column tells the respondents of its audience apart: it is offered as their id, and is no group of them.
func (d *draft) isID(c *asked) bool {
	return c.audience < len(d.ids) && d.ids[c.audience] != "" && d.ids[c.audience] == scalarOf(selectorText(c.column))
}

// numberAmidWords says where the first of few numbers stands where all others answered in words, for somebody to look at; empty: there are many.
func (d *draft) numberAmidWords(c *asked) string {
	var texts []string
	for _, x := range sortedNumbers(c.answers.numbers) {
		texts = append(texts, lexicon.FormatNumber(x))
	}
	if n := total(c.answers.numbers); n > 1 && rareTop*n > total(c.answers.words) {
		return ""
	}
	if place := d.placeOf(c, texts); place.Line > 0 {
		return fmt.Sprintf(" (a number at %s)", place)
	}
	return ""
}

// severalAnswersUnread says which questions have several answers, in columns of their own or in one cell.
func (d *draft) severalAnswersUnread() {
	var names, joined []string
	for i, columns := range d.asks {
		for _, c := range columns {
			if c.kind != study.MultiColumn || c.commas != "" || d.firstAsked(c) != i || !d.askedOfAll(c) {
				continue
			}
			name := fmt.Sprintf("%q", lexicon.Shorten(cmp.Or(stemOf(c.column), c.column.Text)))
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
			if len(c.options) > 0 {
				joined = append(joined, fmt.Sprintf("%s: %s", name, few(quoted(c.options))))
			}
		}
	}
	if len(names) > 0 {
		d.notice(study.NoRating, "", "questions with several answers, and so no ratings: %s", few(names))
	}
	for _, one := range joined {
		d.hinted(study.NoRating, "", "exported with one column an option, each of them can be a segment", "of several answers in one cell nothing is worked out: %s", one)
	}
}

// askedOfAll reports whether the question of a column could be an item of a study: it was asked of another audience too, or there is none.
func (d *draft) askedOfAll(c *asked) bool { return len(d.study.Audiences) == 1 || d.askedElsewhere(c) }

// firstAsked is the first audience that was asked the question of a column.
func (d *draft) firstAsked(c *asked) int {
	return slices.IndexFunc(d.askSets, func(s *questionSet) bool { return s.has(c) })
}

// askedElsewhere reports whether another audience was asked the question of a column too, whatever its answers are.
func (d *draft) askedElsewhere(c *asked) bool {
	for i, s := range d.askSets {
		if i != c.audience && s.has(c) {
			return true
		}
	}
	return false
}

// unreadElsewhere reports whether another audience was asked the question of a rating, and its answers are none.
func (d *draft) unreadElsewhere(c *asked) bool {
	for i, columns := range d.asks {
		if i == c.audience || !d.askSets[i].has(c) {
			continue
		}
		if slices.ContainsFunc(columns, func(other *asked) bool { return !other.learned.rated() && sameQuestion(c, other) }) {
			return true
		}
	}
	return false
}

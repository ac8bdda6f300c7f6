package importers

import (
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// shortenApart cuts two texts that a message sets side by side so that what differs is still to be seen: where their beginnings are the
// same, the cut is there and not at the ends.
func shortenApart(a, b string) (string, string) {
	shortA, shortB := lexicon.Shorten(a), lexicon.Shorten(b)
	if shortA != shortB || a == b {
		return shortA, shortB
	}
	return fromDifference(a, b), fromDifference(b, a)
}

// fromDifference shows the first words of a text, and what stands from the word on in which it differs from another.
func fromDifference(text, other string) string {
	const beginning, before = 24, 12 // letters: that say which question it is, and that lead to the difference
	letters, others := []rune(text), []rune(other)
	at := 0
	for at < len(letters) && at < len(others) && letters[at] == others[at] {
		at++
	}
	from := wordAtOrBefore(letters, at-before)
	to := wordAtOrBefore(letters, beginning)
	if to >= from {
		return lexicon.Shorten(text)
	}
	return lexicon.Shorten(strings.TrimSpace(string(letters[:to])) + " … " + string(letters[from:]))
}

// wordAtOrBefore returns where the word begins that holds a letter.
func wordAtOrBefore(letters []rune, at int) int {
	at = min(at, len(letters))
	for at > 0 && !unicode.IsSpace(letters[at-1]) {
		at--
	}
	return max(at, 0)
}

// shortenQuestion cuts the question of a column that a message quotes. Of a row of a matrix the cut is in the stem, which all rows share.
func shortenQuestion(c Column) string {
	const beginning = 24 // letters of the stem
	short, stem := lexicon.Shorten(c.Text), []rune(stemOf(c))
	if short == c.Text || len(stem) == 0 {
		return short
	}
	if len(stem) > beginning {
		stem = append(stem[:wordAtOrBefore(stem, beginning)], '…')
	}
	return lexicon.Shorten(string(stem) + " " + c.statement())
}

// quotedQuestion is the question of a column as a message quotes it: cut so that it is told from the others of its audience.
func (d *draft) quotedQuestion(a *asked) string {
	short := shortenQuestion(a.column)
	if number := numberedTwin().FindString(a.column.ID); number != "" && strings.TrimSuffix(a.column.ID, number) == a.column.Text {
		return short + number
	}
	if short == a.column.Text {
		return short
	}
	for _, other := range d.columns[a.audience] {
		if other.column.Text != a.column.Text && shortenQuestion(other.column) == short {
			return fromDifference(a.column.Text, other.column.Text)
		}
	}
	return short
}

// numberedTwin ends the id of a column whose header stands more than once.
var numberedTwin = lazily(`\[\d+\]$`)

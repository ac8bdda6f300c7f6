package importers

import (
	"strings"
	"unicode"
)

// shortenApart cuts two texts that a message sets side by side so that what differs is still to be seen: where their beginnings are the
// same, the cut is there and not at the ends.
func shortenApart(a, b string) (string, string) {
	shortA, shortB := shorten(a), shorten(b)
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
		return shorten(text)
	}
	return shorten(strings.TrimSpace(string(letters[:to])) + " … " + string(letters[from:]))
}

// wordAtOrBefore returns where the word begins that holds a letter.
func wordAtOrBefore(letters []rune, at int) int {
	at = min(at, len(letters))
	for at > 0 && !unicode.IsSpace(letters[at-1]) {
		at--
	}
	return max(at, 0)
}

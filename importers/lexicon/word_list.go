package lexicon

import "strings"

// Listed reports whether a text is one of the words of a list, as the tables of this room are written: words between bars, one language a line. To look a word up
// so takes no memory, unlike parting the list.
func Listed(list, text string) bool {
	if text == "" || strings.ContainsAny(text, "|\n") {
		return false
	}
	for from := 0; ; {
		at := strings.Index(list[from:], text)
		if at < 0 {
			return false
		}
		begin, end := from+at, from+at+len(text)
		if (begin == 0 || parts(list[begin-1])) && (end == len(list) || parts(list[end])) {
			return true
		}
		from = begin + 1
	}
}

// parts reports whether a sign stands between the words of a list.
func parts(sign byte) bool { return sign == '|' || sign == '\n' }

package importers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberNeighbours tells what stands beside the numbers of a text: what the patterns that explain points are made of, so that a text which
// holds none of it is asked no pattern. Most questions hold no number.
type numberNeighbours struct {
	numbers int
	sign    bool // behind one "=", ":" or a dash: "1 = never"
	opening bool // behind one a bracket: "1 (never)"
	word    bool // behind one a word: "1 is never"
	inside  bool // one in brackets: "never (1)"
}

func besideNumbers(text string) numberNeighbours {
	var beside numberNeighbours
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		first := i
		for i < len(text) && isDigit(text[i]) {
			i++
		}
		beside.numbers++
		bracket := i < len(text) && text[i] == ')'
		beside.inside = beside.inside || bracket && first > 0 && text[first-1] == '('
		behind := strings.TrimLeftFunc(text[i:], unicode.IsSpace)
		next, _ := utf8.DecodeRuneInString(behind)
		beside.sign = beside.sign || strings.ContainsRune("=:-–—", next)
		beside.opening = beside.opening || next == '('
		beside.word = beside.word || unicode.IsLetter(next)
	}
	return beside
}

// mayNamePoints reports whether the numbers may be points of a scale: two, or one with a sign somewhere in the text.
func (b numberNeighbours) mayNamePoints(text string) bool {
	return b.numbers > 1 || b.numbers == 1 && strings.ContainsAny(text, "=:-–—")
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

package gate

import (
	"fmt"
	"strings"
)

// tokenKind tells the words of an expression apart.
type tokenKind int

const (
	end tokenKind = iota
	name
	pattern // a name with a *
	numeral // with its unit
	operator
	punctuation
	quotation // the name of a wave
)

// token is one word of an expression.
type token struct {
	kind tokenKind
	text string
	unit string // of a numeral
	at   int    // characters before it
}

// scanFault is a character that no expression has.
type scanFault struct {
	at            int
	message, hint string
}

// scan splits an expression into words.
func scan(text string) ([]token, *scanFault) {
	letters := []rune(text)
	var tokens []token
	for i := 0; i < len(letters); {
		from := i
		take := func(more func(rune) bool) string {
			for i < len(letters) && more(letters[i]) {
				i++
			}
			return string(letters[from:i])
		}
		switch c := letters[i]; {
		case c == ' ' || c == '\t' || c == '\n':
			i++
		case isLetter(c) || c == '*':
			text := take(func(r rune) bool { return isLetter(r) || isDigit(r) || r == '*' })
			kind := name
			if isPattern(text) {
				kind = pattern
			}
			tokens = append(tokens, token{kind: kind, text: text, at: from})
		case isDigit(c) || (c == '-' || c == '+') && i+1 < len(letters) && isDigit(letters[i+1]):
			i++
			digits := take(func(r rune) bool { return isDigit(r) || r == '.' })
			if i+1 < len(letters) && letters[i] == ',' && isDigit(letters[i+1]) {
				return nil, &scanFault{i, "a number has no comma", "write " + digits + "." + string(letters[i+1])}
			}
			unitFrom := i
			for i < len(letters) && (isLetter(letters[i]) || letters[i] == '%') {
				i++
			}
			tokens = append(tokens, token{kind: numeral, text: digits, unit: string(letters[unitFrom:i]), at: from})
		case strings.ContainsRune("<>=!", c):
			tokens = append(tokens, token{kind: operator, text: take(func(r rune) bool { return strings.ContainsRune("<>=!", r) }), at: from})
		case c == '≤' || c == '≥':
			i++
			tokens = append(tokens, token{kind: operator, text: map[rune]string{'≤': "<=", '≥': ">="}[c], at: from})
		case strings.ContainsRune("(),", c):
			i++
			tokens = append(tokens, token{kind: punctuation, text: string(c), at: from})
		case c == '"' || c == '\'':
			i++
			text := take(func(r rune) bool { return r != c })
			if i == len(letters) {
				return nil, &scanFault{from, "a quotation mark is not closed", ""}
			}
			i++
			tokens = append(tokens, token{kind: quotation, text: text[1:], at: from})
		default:
			return nil, &scanFault{i, fmt.Sprintf("%q has no meaning in a rule", string(c)), strayHint(c, tokens)}
		}
	}
	return append(tokens, token{kind: end, text: "the end", at: len(letters)}), nil
}

// strayHint is the remedy for a character that no expression has.
func strayHint(c rune, before []token) string {
	switch {
	case c == '&' || c == '|':
		return "combine comparisons with and, or and not"
	case c == '%' && len(before) > 0 && before[len(before)-1].kind == numeral:
		return "a unit stands right behind its number: " + before[len(before)-1].text + "%"
	case c == '-' || c == '+':
		return "a sign stands right before its number; there is no arithmetic: compare two quantities, or use gap and change"
	case c == '[' || c == '{':
		return "audiences and items stand in parentheses: gap(leadership, customers)"
	}
	return "such as  gap(leadership, customers) <= 15pomp"
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

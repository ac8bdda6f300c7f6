package importers

import (
	"fmt"
	"html"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// truth is what a condition is in one record. Where a cell is blank that another record of the same person may hold, or is compared by
// its size, nobody knows.
type truth int

const (
	isFalse truth = iota - 1
	cannotTell
	isTrue
)

// condition is the branching logic of a field, ready for a record as the export has it.
type condition func(r *branchRow) truth

// both is true where two conditions are.
func both(a, b condition) condition {
	return func(r *branchRow) truth { return min(a(r), b(r)) }
}

// either is true where one of two conditions is.
func either(a, b condition) condition {
	return func(r *branchRow) truth { return max(a(r), b(r)) }
}

// operand is one side of a comparison.
type operand func(r *branchRow) branchValue

// branchValue is what one side of a comparison holds: a code or another text, and the number that it is.
type branchValue struct {
	text   string
	number float64
	// numeric: the text is a number. unknown: another record of the same person may hold it.
	numeric, unknown bool
}

func branchValueOf(text string) branchValue {
	x, err := lexicon.ParseNumber(text)
	return branchValue{text: text, number: x, numeric: err == nil}
}

// always is a value that stands in the condition itself.
func always(text string) operand {
	v := branchValueOf(text)
	return func(*branchRow) branchValue { return v }
}

// branching reads the branching logic of a field: [q1] = '1' and ([q2(3)] = '1' or [age] >= 18).
type branching struct {
	text   string // still to be read
	values map[string]operand
	// partial: a record of the export may hold but a part of what its person answered.
	partial bool
}

// readBranching returns the condition, or why it cannot be evaluated.
func readBranching(text string, values map[string]operand, partial bool) (condition, string) {
	if strings.Contains(text, "&") {
		text = html.UnescapeString(text)
	}
	b := &branching{text: text, values: values, partial: partial}
	c, why := b.or()
	if b.blanks(); why == "" && b.text != "" {
		why = fmt.Sprintf("%q", lexicon.Shorten(b.text))
	}
	return c, why
}

func (b *branching) blanks() { b.text = strings.TrimLeft(b.text, " \t\r\n\u00a0") }

func (b *branching) or() (condition, string) {
	return b.joined("or", b.and, either)
}

func (b *branching) and() (condition, string) {
	return b.joined("and", b.single, both)
}

// joined reads parts with a word between them.
func (b *branching) joined(word string, part func() (condition, string), join func(a, b condition) condition) (condition, string) {
	c, why := part()
	for why == "" && b.word(word) {
		var more condition
		if more, why = part(); why == "" {
			c = join(c, more)
		}
	}
	return c, why
}

// word takes a word, in capitals or not.
func (b *branching) word(word string) bool {
	b.blanks()
	n := len(word)
	if len(b.text) < n || !strings.EqualFold(b.text[:n], word) || len(b.text) > n && strings.IndexByte(" \t\r\n([", b.text[n]) < 0 {
		return false
	}
	b.text = b.text[n:]
	return true
}

// single reads a comparison, or a condition in brackets.
func (b *branching) single() (condition, string) {
	b.blanks()
	if strings.HasPrefix(b.text, "(") {
		b.text = b.text[1:]
		c, why := b.or()
		if b.blanks(); why == "" && !strings.HasPrefix(b.text, ")") {
			why = "a bracket that is not closed"
		}
		b.text = strings.TrimPrefix(b.text, ")")
		return c, why
	}
	left, why := b.operand()
	if why != "" {
		return nil, why
	}
	sign, why := b.sign()
	if why != "" {
		return nil, why
	}
	right, why := b.operand()
	if why != "" {
		return nil, why
	}
	partial := b.partial
	return func(r *branchRow) truth { return compare(left(r), sign, right(r), partial) }, ""
}

func (b *branching) sign() (sign, why string) {
	b.blanks()
	for _, sign := range []string{"<>", "!=", "<=", ">=", "=", "<", ">"} {
		if strings.HasPrefix(b.text, sign) {
			b.text = b.text[len(sign):]
			return sign, ""
		}
	}
	return "", fmt.Sprintf("%q", lexicon.Shorten(b.text))
}

// operand reads a field in square brackets, a text in quotes or a number.
func (b *branching) operand() (operand, string) {
	b.blanks()
	if b.text == "" {
		return nil, "it ends too early"
	}
	first := b.text[0]
	switch {
	case first == '[':
		name, rest, closed := strings.Cut(b.text[1:], "]")
		if !closed || strings.HasPrefix(rest, "[") { // of another event
			return nil, fmt.Sprintf("%q", lexicon.Shorten(b.text))
		}
		value, known := b.values[strings.ToLower(strings.TrimSpace(name))]
		if !known {
			return nil, fmt.Sprintf("the export has no %q", lexicon.Shorten(name))
		}
		b.text = rest
		return value, ""
	case first == '\'' || first == '"':
		text, rest, closed := strings.Cut(b.text[1:], string(first))
		if !closed {
			return nil, fmt.Sprintf("%q", lexicon.Shorten(b.text))
		}
		b.text = rest
		return always(text), ""
	}
	end := strings.IndexFunc(b.text, func(r rune) bool { return !strings.ContainsRune("0123456789.-", r) })
	if end < 0 {
		end = len(b.text)
	}
	number := b.text[:end]
	if _, err := lexicon.ParseNumber(number); err != nil {
		return nil, fmt.Sprintf("%q", lexicon.Shorten(b.text)) // a function, or a variable of REDCap's own
	}
	b.text = b.text[end:]
	return always(number), ""
}

// compare compares two values: as numbers, if both are, else as texts. A blank is equal to nothing but a blank; whether REDCap takes it for
// a small number, or for 0, depends on where it evaluates the condition.
func compare(left branchValue, sign string, right branchValue, partial bool) truth {
	blank := left.text == "" || right.text == ""
	numbers := left.numeric && right.numeric
	zero := left.numeric && left.number == 0 || right.numeric && right.number == 0
	equal := left.text == right.text || numbers && left.number == right.number
	switch {
	case left.unknown || right.unknown:
		return cannotTell
	case blank && (partial || zero && left.text != right.text):
		return cannotTell
	case sign == "=":
		return truthOf(equal)
	case sign == "<>" || sign == "!=":
		return truthOf(!equal)
	case !numbers:
		return cannotTell
	case sign == "<":
		return truthOf(left.number < right.number)
	case sign == ">":
		return truthOf(left.number > right.number)
	case sign == "<=":
		return truthOf(left.number <= right.number)
	}
	return truthOf(left.number >= right.number)
}

func truthOf(yes bool) truth {
	if yes {
		return isTrue
	}
	return isFalse
}

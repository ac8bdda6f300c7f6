package importers

import (
	"fmt"
	"html"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// notShownCell stands in place of a blank cell whose question was not shown. It is blank to whoever trims it: only readers of answers, and
// who counts them, look for it.
const notShownCell = "\u2003\u2009\u2002\u2009\u2003"

// truth is what a condition is in one record. Where a cell is blank that another record of the same person may hold, or is compared by
// its size, nobody knows.
type truth int

const (
	isFalse truth = iota - 1
	cannotTell
	isTrue
)

// condition is the branching logic of a field, ready for the cells of a record as the export has them.
type condition func(cells []string) truth

// both is true where two conditions are.
func both(a, b condition) condition {
	return func(cells []string) truth { return min(a(cells), b(cells)) }
}

// either is true where one of two conditions is.
func either(a, b condition) condition {
	return func(cells []string) truth { return max(a(cells), b(cells)) }
}

// operand is one side of a comparison.
type operand func(cells []string) string

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
		why = fmt.Sprintf("%q", shorten(b.text))
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
	return func(cells []string) truth { return compare(left(cells), sign, right(cells), partial) }, ""
}

func (b *branching) sign() (sign, why string) {
	b.blanks()
	for _, sign := range []string{"<>", "!=", "<=", ">=", "=", "<", ">"} {
		if strings.HasPrefix(b.text, sign) {
			b.text = b.text[len(sign):]
			return sign, ""
		}
	}
	return "", fmt.Sprintf("%q", shorten(b.text))
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
			return nil, fmt.Sprintf("%q", shorten(b.text))
		}
		value, known := b.values[strings.ToLower(strings.TrimSpace(name))]
		if !known {
			return nil, fmt.Sprintf("the export has no %q", shorten(name))
		}
		b.text = rest
		return value, ""
	case first == '\'' || first == '"':
		text, rest, closed := strings.Cut(b.text[1:], string(first))
		if !closed {
			return nil, fmt.Sprintf("%q", shorten(b.text))
		}
		b.text = rest
		return func([]string) string { return text }, ""
	}
	end := strings.IndexFunc(b.text, func(r rune) bool { return !strings.ContainsRune("0123456789.-", r) })
	if end < 0 {
		end = len(b.text)
	}
	number := b.text[:end]
	if _, err := parseNumber(number); err != nil {
		return nil, fmt.Sprintf("%q", shorten(b.text)) // a function, or a variable of REDCap's own
	}
	b.text = b.text[end:]
	return func([]string) string { return number }, ""
}

// compare compares two values: as numbers, if both are, else as texts. A blank is equal to nothing but a blank; whether REDCap takes it for
// a small number, or for 0, depends on where it evaluates the condition.
func compare(left, sign, right string, partial bool) truth {
	blank := left == "" || right == ""
	x, errLeft := parseNumber(left)
	y, errRight := parseNumber(right)
	numbers := errLeft == nil && errRight == nil
	zero := errLeft == nil && x == 0 || errRight == nil && y == 0
	equal := left == right || numbers && x == y
	switch {
	case blank && (partial || zero && left != right):
		return cannotTell
	case sign == "=":
		return truthOf(equal)
	case sign == "<>" || sign == "!=":
		return truthOf(!equal)
	case !numbers:
		return cannotTell
	case sign == "<":
		return truthOf(x < y)
	case sign == ">":
		return truthOf(x > y)
	case sign == "<=":
		return truthOf(x <= y)
	}
	return truthOf(x >= y)
}

func truthOf(yes bool) truth {
	if yes {
		return isTrue
	}
	return isFalse
}

// conditions returns, by column, when its field is shown, and says which conditions cannot be evaluated: blank cells of those fields stay
// blank, whatever they are.
func (d *redCapDictionary) conditions(columns []Column) (shown map[int]condition, told []study.Notice) {
	values, partial := d.values(columns), false
	for _, c := range columns {
		partial = partial || oneOfWords(c.Header, "redcap_event_name", "redcap_repeat_instrument")
	}
	shown = map[int]condition{}
	of := map[string]condition{}
	var unread []string
	for i, c := range columns {
		name := fieldOf(c.Header)
		f, known := d.fields[name]
		if !known || f.shownIf == "" {
			continue
		}
		when, read := of[name]
		if !read {
			var why string
			if when, why = readBranching(f.shownIf, values, partial); why != "" {
				when, unread = nil, append(unread, fmt.Sprintf("%s (%s)", name, why))
			}
			of[name] = when
		}
		if when != nil {
			shown[i] = when
		}
	}
	if len(unread) > 0 {
		told = append(told, study.Notice{
			Code: study.BranchingUnread, Where: d.file,
			Message: fmt.Sprintf("%s: when these fields are shown cannot be told, and their blank cells count as blank: %s", d.file, few(unread)),
		})
	}
	return shown, told
}

// fieldOf is the field that a column belongs to: that of an option of several answers is before its mark.
func fieldOf(header string) string {
	if m := rawCheckbox().FindStringSubmatch(header); m != nil {
		return m[1]
	}
	return header
}

// values returns what conditions name, by its name in small letters: fields, and options of several answers as field(code). Labels in
// place of codes are taken back.
func (d *redCapDictionary) values(columns []Column) map[string]operand {
	values := map[string]operand{}
	for i, c := range columns {
		name := fieldOf(c.Header)
		f := d.fields[name]
		if name == c.Header {
			values[strings.ToLower(name)] = func(cells []string) string { return f.codeOf(strings.TrimSpace(cells[i])) }
			continue
		}
		ticked := func(cells []string) string {
			if oneOfWords(strings.TrimSpace(cells[i]), "1", "Checked") {
				return "1"
			}
			return "0"
		}
		_, option, _ := strings.Cut(c.Header, "___")
		for _, choice := range f.choices {
			if strings.EqualFold(redCapSuffix(choice.code), option) {
				values[strings.ToLower(name+"("+choice.code+")")] = ticked
			}
		}
	}
	return values
}

// codeOf returns the code of a cell, where the export holds the label.
func (f redCapField) codeOf(cell string) string {
	for _, choice := range f.choices {
		if sameCode(cell, choice.code) {
			return choice.code
		}
	}
	for _, choice := range f.choices {
		if tidy(cell) == choice.label {
			return choice.code
		}
	}
	return cell
}

// hide marks the blank cells of fields that were not shown, and takes away the zeroes of options that were not. An answer stays one.
func hide(columns []Column, shown map[int]condition, cells []string) (zeroes int) {
	var hidden []int
	for i, when := range shown {
		if when(cells) == isFalse {
			hidden = append(hidden, i)
		}
	}
	for _, i := range hidden {
		text := strings.TrimSpace(cells[i])
		if columns[i].Kind == study.MultiColumn && oneOfWords(text, "0", "Unchecked") {
			zeroes++
			text = ""
		}
		if text == "" {
			cells[i] = notShownCell
		}
	}
	return zeroes
}

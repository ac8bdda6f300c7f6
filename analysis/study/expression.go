package study

import (
	"strings"
	"unicode"
)

// Expression is a text to be parsed, with the place of its first character.
type Expression struct {
	Text  string
	Place Place
	Line  string

	source *Source // nil: Line is all that is known
}

// At returns the place of a character of the text, and the line that it stands on. A text in quotation marks begins behind them, one
// in a block (| or >) on the next line; lines may be folded.
func (e Expression) At(character int) (Place, string) {
	place := e.Place
	if e.source == nil {
		place.Column += character
		return place, e.Line
	}
	lines := strings.Split(e.source.Text, "\n")
	at := cursor{lines: lines, line: place.Line - 1, column: place.Column - 1}
	switch at.letter() {
	case '"', '\'':
		at.column++
	case '|', '>':
		at.line, at.column = at.line+1, 0
	}
	text := append([]rune(e.Text), endOfText)
	for _, r := range text[:min(character, len(text)-1)] {
		if unicode.IsSpace(r) {
			continue
		}
		if !at.find(r) {
			return e.Place, e.Line
		}
		at.column++
	}
	if character < len(text)-1 { // the next character, behind blanks and folded lines; the end stands right behind the last
		at.find(text[character])
	}
	place.Line, place.Column = at.line+1, at.column+1
	return place, e.source.Line(place.Line)
}

// endOfText stands behind the last character.
const endOfText = rune(0)

// cursor is a place in lines, counted from 0.
type cursor struct {
	lines        []string
	line, column int
}

// letter returns the character at the cursor; 0 behind the end of a line.
func (c *cursor) letter() rune {
	if c.line >= len(c.lines) {
		return endOfText
	}
	letters := []rune(c.lines[c.line])
	if c.column >= len(letters) {
		return endOfText
	}
	return letters[c.column]
}

// find moves forward to a character.
func (c *cursor) find(r rune) bool {
	for line, column := c.line, c.column; line < len(c.lines); line, column = line+1, 0 {
		for i, letter := range []rune(c.lines[line]) {
			if i >= column && letter == r {
				c.line, c.column = line, i
				return true
			}
		}
	}
	return false
}

package importers

import (
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// ownCells says whether the cells of a column are each row's own, and so how they count where rows are compared with each other: an id
// is no answer and would tell copies apart, a comment that two rows share is more than a coincidence.
type ownCells byte

const (
	sharedCells ownCells = iota // many rows have the same
	rowNames                    // they number or name the rows or who answered
	ownWords                    // people wrote them
	moments                     // when a row was answered, to the second
)

const (
	fewestOwn    = 8   // cells that all differ, for the names of rows
	fewestWords  = 20  // cells most of which differ, for people's own words
	shortestText = 40  // bytes of a text that nobody else writes by chance
	numbersRun   = 100 // numbers up to here may be a rating of many points
)

// namesRow reports whether a text names a row without being a word: A17, r-0003, R_3nX9, 4711-B. It is one piece, with a digit near its beginning.
func namesRow(text string) bool {
	const near = 12
	runes, digit := 0, -1
	for _, r := range text {
		isDigit := r >= '0' && r <= '9'
		if !isDigit && !unicode.IsLetter(r) && !strings.ContainsRune("#_./:-", r) {
			return false
		}
		if isDigit && digit < 0 {
			digit = runes
		}
		runes++
	}
	return digit >= 0 && digit <= near
}

// respondentName is the header of a column that names who answered: "Participant", "Teilnehmer-ID".
var respondentName = lazily(`^(?:respondent|participant|subject|panelist|teilnehmer(?:in)?|befragter?|proband(?:in)?|répondante?|participante?|encuestado|rispondente|partecipante|respondente?|inquirido|deelnemer)[ _-]?(?:id|nr|no|nummer|number|numéro|numero|número|code|key)?\.?$`)

// markOwn marks the columns whose cells are each row's own, by their names and by the first records.
func markOwn(columns []Column, records [][]string) {
	for i := range columns {
		c := &columns[i]
		switch {
		case c.Role != Answer && c.Role != OtherText:
		case c.runsOn, numbersByName(*c), respondentName().MatchString(plainName(*c)), namesID(*c), namesRows(records, i):
			c.own = rowNames
		case inOwnWords(records, i):
			c.own = ownWords
		}
	}
}

// namesRows reports whether the cells of a column all differ and are the numbers or names of rows: none is blank, each is one piece with
// a digit in it, and plain numbers are too large for answers.
func namesRows(records [][]string, i int) bool {
	seen := map[string]bool{}
	for _, record := range records {
		text := strings.TrimSpace(cell(record, i))
		x, err := lexicon.ParseNumber(text)
		if text == "" || seen[text] || err == nil && (x <= numbersRun || len(records) < fewestIDs) || !namesRow(text) {
			return false
		}
		seen[text] = true
	}
	return len(seen) >= fewestOwn
}

// inOwnWords reports whether the cells of a column are texts of which three in four stand once.
func inOwnWords(records [][]string, i int) bool {
	filled, different := 0, map[string]bool{}
	for _, record := range records {
		if text := strings.TrimSpace(cell(record, i)); text != "" && !numeric(text) {
			filled++
			different[text] = true
		}
	}
	return filled >= fewestWords && 4*len(different) >= 3*filled
}

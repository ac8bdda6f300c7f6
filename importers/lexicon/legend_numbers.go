package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberAt is a number of at most three digits in a text.
type numberAt struct {
	value      float64
	start, end int
	joined     bool // letters go on behind it: "5th"
}

// HoldsNumber reports whether a text holds a digit: most questions hold none, and need no look.
func HoldsNumber(text string) bool {
	return strings.ContainsAny(text, "0123456789０１２３４５６７８９")
}

// halfWidth writes digits and signs of full width as keyboards do.
func halfWidth(text string) string {
	if ascii(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if r == '、' || r == '，' {
			return ','
		}
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, text)
}

// numbersOf finds the whole numbers of a text that may be points of a scale: no part of a name, a year or a decimal.
func numbersOf(text string) []numberAt {
	const longest = 3
	var all []numberAt
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		first := i
		for i < len(text) && (isDigit(text[i]) || (text[i] == '.' || text[i] == ',') && i+1 < len(text) && isDigit(text[i+1])) {
			i++
		}
		previous, size := utf8.DecodeLastRuneInString(text[:first])
		if i-first > longest || strings.ContainsAny(text[first:i], ".,") || unicode.IsLetter(previous) || previous == '_' {
			continue
		}
		x, _ := ParseNumber(text[first:i]) // digits only
		next, _ := utf8.DecodeRuneInString(text[i:])
		n := numberAt{value: x, start: first, end: i, joined: unicode.IsLetter(next) || next == '_'}
		if first > 0 && isSign(previous) && signStandsAlone(text[:first-size]) {
			n.start = first - size
			if previous != '+' {
				n.value = -x
			}
		}
		all = append(all, n)
	}
	return all
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isSign(r rune) bool { return strings.ContainsRune("-+−–", r) }

// signStandsAlone reports whether a sign behind a text belongs to the number behind it: "(-3" and "to +3", but neither "1-5" nor "1 -5".
func signStandsAlone(before string) bool {
	bare := strings.TrimRightFunc(before, unicode.IsSpace)
	if bare == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(bare)
	if bare == before {
		return strings.ContainsRune("([,;=:/.…", last)
	}
	return !unicode.IsDigit(last) && last != ')'
}

// between are words and signs that stand between the ends of an interval, in a text that is folded.
var between = lazily(`^(?:-|−|–|—|~|to|\.\.\.?|…|through|until|bis|bis zu|à|a|hasta|ao?|até|al?|fino a|tot|t/m)$`)

var (
	// betweenBefore stands before the ends of an interval that "and" joins: "between 0 and 5".
	betweenBefore = lazily(`(?:^|[^\pL])(?:between|zwischen|entre|tra|fra|tussen)\s+$`)
	and           = lazily(`^(?:and|und|et|y|e|en)$`)
	// measureBehind is what an interval counts that is no scale: "0-5 years".
	measureBehind = lazily(`^[\s-]*(?:years?|months?|weeks?|days?|hours?|minutes?|employees|people|persons?|times|km|miles|percent|%|` +
		`jahren?|monaten?|wochen?|tagen?|stunden?|minuten|mitarbeiter\p{L}*|personen|mal|ans|années?|mois|semaines?|jours?|heures?|salariés|personnes|fois|` +
		`años|meses|semanas?|días|horas?|empleados|personas|veces|anos|dias|funcionários|pessoas|vezes|anni|mesi|settimane|giorni|ore|dipendenti|persone|volte|` +
		`jaar|maanden|weken|dagen|uur|uren|medewerkers|keer)(?:$|[^\pL])`)
	// ageBefore stands before ages: "children aged 0-5".
	ageBefore = lazily(`(?:^|[^\pL])(?:ages?|aged|alter|âge|âgés de|edad|idade|età|leeftijd|children|kinder(?:n|en)?|enfants|niños|crianças|bambini)(?: (?:of|von|from|de|da|van))?[\s(:]*$`)
)

// measures reports whether an interval between two texts is one of ages, times or people, and no scale.
func measures(before, behind string) bool {
	return measureBehind().MatchString(Lower(behind)) || ageBefore().MatchString(Lower(before))
}

// endsOf returns the ends of the intervals and rows of numbers in a text.
func endsOf(text string, numbers []numberAt) []float64 {
	const leastRow = 3
	var ends []float64
	row := 1
	for i := 1; i < len(numbers); i++ {
		gap := text[numbers[i-1].end:numbers[i].start]
		switch bare := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(gap, "\u00a0", " "))); {
		case bare == "" && numbers[i].value == numbers[i-1].value+1 && gap != "":
			if row++; row >= leastRow {
				ends = append(ends, numbers[i-row+1].value, numbers[i].value)
			}
			continue
		case numbers[i-1].joined || measures(text[:numbers[i-1].start], text[numbers[i].end:]):
		case between().MatchString(bare), and().MatchString(bare) && betweenBefore().MatchString(Lower(text[:numbers[i-1].start])):
			ends = append(ends, numbers[i-1].value, numbers[i].value)
		}
		row = 1
	}
	return ends
}

package importers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// googleForms reads exports of Google Forms, whether from the form or from its linked sheet: one header record of
// question texts, a time stamp first, grids as `Question [Row]` (FORMATS section 4).
type googleForms struct{}

func (googleForms) name() string { return "google_forms" }

// timestampHeaders are the names of the first column, in the language of the form's owner.
func timestampHeaders() []string {
	return []string{
		"timestamp", "marca temporal", "horodateur", "zeitstempel", "informazioni cronologiche", "carimbo de data/hora", "tijdstempel",
		"sygnatura czasowa", "отметка времени", "タイムスタンプ", "時間戳記", "时间戳记", "타임스탬프", "tidsstämpel", "tidsstempel", "aikaleima", "zaman damgası",
	}
}

func (googleForms) detect(records [][]string) (string, int) {
	if len(records) == 0 {
		return "", 0
	}
	if first := lexicon.Tidy(cell(records[0], 0)); oneOfWords(strings.ToLower(first), timestampHeaders()...) {
		return fmt.Sprintf("the first column is %q", first), 1
	}
	// A form's owner may rename the column: then its first value decides.
	first := strings.ToLower(lexicon.Tidy(cell(records[0], 0)))
	if len(records) > 1 && (strings.Contains(first, "time") || strings.Contains(first, "date")) && isSheetTime(cell(records[1], 0)) {
		return fmt.Sprintf("the first column is %q and holds %q", lexicon.Tidy(cell(records[0], 0)), cell(records[1], 0)), 1
	}
	return "", 0
}

// isSheetTime reports whether a cell is a time as Google writes it: a T between day and time (2026-09-01T10:30:00Z) is that of programs.
func isSheetTime(text string) bool { return isDateTime(text) && !programTime().MatchString(text) }

var programTime = lazily(`^\s*\d{4}-\d\d-\d\dT`)

// timeZone is the zone behind a time: UTC+2, GMT-03:30, MESZ, +0200.
var timeZone = lazily(`(\d|[AP]M) ?(?:[A-Z]{2,5}(?:[+−-]\d{1,2}(?::?\d{2})?)?|[+−-]\d{2}:?\d{2}|Z)$`)

// dateTimeLayouts are the ways in which sheets write a day with a time.
func dateTimeLayouts() []string {
	return []string{
		"1/2/2006 15:04:05", "1/2/2006 15:04", "1/2/2006 3:04:05 PM", "2/1/2006 15:04:05", "2/1/2006 15:04",
		"2006/01/02 3:04:05 PM", "2006/01/02 15:04:05", "2006-01-02 15:04:05",
		"02.01.2006 15:04:05", "02.01.2006 15:04", "1/2/06 15:04:05", "1/2/06 15:04", "2/1/2006 15.04.05", "2/1/2006 15.04", "02.01.2006 15.04.05", "2-1-2006 15:04:05", "2-1-2006 15:04",
		"2006-01-02 15:04", "1/2/2006 3:04 PM", "2006. 1. 2 15:04:05", "2006-01-02T15:04:05", "2006-01-02T15:04",
	}
}

// isDateTime reports whether a text is a date with a time of day, in one of the ways that sheets write it; whatever its zone.
func isDateTime(text string) bool {
	text = strings.ToUpper(strings.TrimSpace(text)) // am and pm are written either way
	if mayNameZone(text) {
		if m := timeZone().FindStringSubmatchIndex(text); m != nil && !oneOfWords(strings.TrimSpace(text[m[3]:]), "AM", "PM") {
			text = text[:m[3]]
		}
	}
	return slices.ContainsFunc(dateTimeLayouts(), func(layout string) bool {
		if !mayFit(layout, text) {
			return false
		}
		_, err := time.Parse(layout, text)
		return err == nil
	})
}

// mayNameZone reports whether a time may have its zone behind it, which ends in a letter or has a sign before its four digits at most.
func mayNameZone(text string) bool {
	const longest = len("−03:30")
	if text == "" {
		return false
	}
	last := text[len(text)-1]
	return last >= 'A' && last <= 'Z' || strings.ContainsAny(text[max(0, len(text)-longest):], "+−-")
}

// mayFit reports whether a time begins as a layout does: with a year or none, and the same sign behind it. Any other is no time of this layout, and
// to find that out by parsing takes far longer.
func mayFit(layout, text string) bool {
	const year = len("2006")
	in, at := digitsAhead(layout), digitsAhead(text)
	return at < len(text) && text[at] == layout[in] && (at == year) == (in == year)
}

// digitsAhead is how many digits a text begins with.
func digitsAhead(text string) int {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

func (googleForms) columns(headers [][]string) []Column {
	var columns []Column
	for i, header := range headers[0] {
		c := Column{ID: lexicon.Tidy(header), Header: header, Text: lexicon.Tidy(header), Role: Answer}
		if i == 0 {
			c.Role = Meta
		}
		columns = append(columns, c)
	}
	return columns
}

// status: only submitted forms are exported.
func (googleForms) status([]Column) *statusRule { return nil }

package importers

import (
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/cxgap/cxgap/analysis/study"
)

// monthTable are the names of the months, one language a line; a cell may cut them after three letters.
const monthTable = `
january february march april may june july august september october november december
januar februar märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
januari februari maart april mei juni juli augustus september oktober november december
`

// monthsByName are the months by their names and by what is left of these when they are cut. What two languages cut alike is one month.
var monthsByName = sync.OnceValue(func() map[string]int {
	months := map[string]int{"mrz": 3, "sept": 9, "fév": 2, "févr": 2, "janv": 1, "avr": 4, "juil": 7, "déc": 12}
	for _, line := range strings.Split(strings.TrimSpace(monthTable), "\n") {
		for i, name := range strings.Fields(line) {
			months[name] = i + 1
			if short := string([]rune(name)[:3]); short != "jui" { // juin or juillet
				months[short] = i + 1
			}
		}
	}
	return months
})

// longestDay bounds the cells that are looked at: "Wednesday, September 30, 2026 at 11:59:59 PM" is as long as a day gets.
const longestDay = 48

// namedDay reads a day whose month is a word: Mar 1, 2026; 1. März 2026 10:30; Sunday, March 1, 2026; 0: it is none.
func namedDay(text string) study.Date {
	if len(text) < 8 || len(text) > longestDay || !strings.ContainsFunc(text, unicode.IsLetter) {
		return 0
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",.-/", r) })
	var rest []string
	month, day, year := 0, 0, 0
	for i, word := range words {
		number, err := strconv.Atoi(word)
		switch known := monthsByName()[strings.ToLower(word)]; {
		case known != 0 && month == 0:
			month = known
		case err == nil && day == 0 && len(word) <= 2:
			day = number
		case err == nil && year == 0 && len(word) == 4 && month != 0:
			year = number
		case year != 0:
			rest = append(rest, word)
		case i > 0 && !(day != 0 && month == 0 || month != 0 && day != 0) || i == 0 && len(words) < 4:
			return 0 // before the day stands its weekday only
		case i > 0 && strings.ToLower(word) != "de" && strings.ToLower(word) != "del":
			return 0
		}
	}
	if month == 0 || day == 0 || year == 0 || len(rest) > 3 || len(rest) > 0 && !strings.Contains(strings.Join(rest, ""), ":") {
		return 0
	}
	date, _ := study.NewDate(year, month, day)
	return date
}

// isNamedDay reports whether a cell is a day whose month is a word.
func isNamedDay(text string) bool {
	return strings.Contains(text, "20") && namedDay(text) != 0 // nearly no other text has both, and none is parted for nothing
}

// isMoment reports whether a cell that begins with a digit is a day, with or without its time.
func isMoment(text string) bool {
	if len(text) < 8 || len(text) > longestDay {
		return false
	}
	if isNamedDay(text) {
		return true
	}
	if len(text) <= 10 { // a day without its time; with a year of four digits, for 1-5-10 may be anything
		dayFirst, monthFirst := readDay(text)
		return (dayFirst != 0 || monthFirst != 0) && fourDigits().MatchString(text)
	}
	return (strings.IndexByte(text, ':') > 0 || strings.Count(text, ".") >= 2 && strings.IndexByte(text, ' ') > 0) && isDateTime(text)
}

var fourDigits = lazily(`^\d{4}\D|\D\d{4}$`)

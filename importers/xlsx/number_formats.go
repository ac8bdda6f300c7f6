package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// shownAs is what a number format makes of a number.
type shownAs byte

const (
	asNumber  shownAs = iota
	asDate            // a day, with or without its time
	asClock           // a time of day
	asElapsed         // a time that may be longer than a day
)

// readFormats reads from the styles of a workbook how the numbers of each style are shown.
func readFormats(part io.Reader) ([]shownAs, error) {
	m := newTagReader(part)
	var ids []int
	own := map[int]shownAs{}
	for inCells := false; ; {
		err := m.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch {
		case m.is("cellXfs"):
			inCells = !m.closing && !m.empty
		case m.closing:
		case m.is("numFmt"):
			code, _ := m.value("formatCode")
			own[m.number("numFmtId")] = formatShows(code)
		case m.is("xf") && inCells:
			ids = append(ids, m.number("numFmtId"))
		}
	}
	formats := make([]shownAs, len(ids))
	for i, id := range ids {
		var known bool
		if formats[i], known = own[id]; !known {
			formats[i] = builtInFormat(id)
		}
	}
	return formats, nil
}

// number returns an attribute that is a number; 0 if it is none.
func (t *tagReader) number(name string) int {
	text, _ := t.value(name)
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}

// builtInFormat knows the formats that have a number and no code (ECMA-376, part 1, 18.8.30), those of East Asia among them.
func builtInFormat(id int) shownAs {
	switch {
	case id == 46:
		return asElapsed
	case id >= 18 && id <= 21, id == 45, id == 47, id >= 32 && id <= 35, id == 55 || id == 56:
		return asClock
	case id >= 14 && id <= 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
		return asDate
	}
	return asNumber
}

// formatShows reads a format's code: the letters of days, months and years make a date, those of hours and seconds a time, unless
// they are quoted, escaped, padding, a colour or a locale. A month is told from minutes by the letters around it.
func formatShows(code string) shownAs {
	code = strings.ToLower(code)
	if general := strings.TrimSpace(code); general == "general" || general == "standard" {
		return asNumber
	}
	day, clock, month := false, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';': // what follows is for negative numbers
			i = len(code)
		case '\\', '_', '*':
			_, size := utf8.DecodeRuneInString(code[i+1:])
			i += size
		case '"':
			if end := strings.IndexByte(code[i+1:], '"'); end >= 0 {
				i += end + 1
			}
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end > 1 && strings.Trim(code[i+1:i+end], "hms") == "" {
				return asElapsed
			}
			i += max(end, 0)
		case 'd', 'y':
			day = true
		case 'h', 's':
			clock = true
		case 'm':
			month = true
		}
	}
	switch {
	case day || month && !clock:
		return asDate
	case clock:
		return asClock
	}
	return asNumber
}

// appendNumber writes a number as the sheet holds it, not as it is rounded for show; a date in the order of ISO 8601, a time as
// hours, minutes and seconds.
func appendNumber(to, raw []byte, format shownAs, from1904 bool) []byte {
	raw = bytes.TrimSpace(raw)
	if format == asNumber && plainNumber(raw) {
		return append(to, raw...)
	}
	if len(raw) == 0 || raw[0] > '9' || len(raw) > 400 {
		return append(to, raw...)
	}
	x, err := strconv.ParseFloat(string(raw), 64)
	if err != nil {
		return append(to, raw...)
	}
	if format != asNumber {
		if text := serial(x, format, from1904); text != "" {
			return append(to, text...)
		}
	}
	if plainNumber(raw) {
		return append(to, raw...)
	}
	return appendStored(to, x)
}

// plainNumber reports whether a number can stay as it is written: digits alone, which may be an id of more than 15, or decimals without
// the traces of binary arithmetic.
func plainNumber(raw []byte) bool {
	point := false
	for i, c := range raw {
		switch {
		case c == '.':
			point = true
		case c < '0' || c > '9':
			if c != '-' || i > 0 {
				return false
			}
		}
	}
	return !point || len(raw) <= 16 && raw[len(raw)-1] != '0' && raw[len(raw)-1] != '.'
}

// appendStored writes a number with the 15 digits that a spreadsheet stands for; of whole numbers all digits.
func appendStored(to []byte, x float64) []byte {
	if x != math.Trunc(x) {
		if rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64); err == nil {
			x = rounded
		}
	}
	if size := math.Abs(x); size != 0 && (size < 1e-15 || size >= 1e21) {
		return strconv.AppendFloat(to, x, 'E', -1, 64)
	}
	return strconv.AppendFloat(to, x, 'f', -1, 64)
}

// lastDay is the 31st of December 9999.
const lastDay = 2958465

// serial turns days since the epoch of a workbook into text; empty if they are no date that a spreadsheet could show.
func serial(days float64, format shownAs, from1904 bool) string {
	if !(days >= 0 && days < lastDay+1) {
		return ""
	}
	seconds := int64(math.Round(days * 86400))
	if format == asElapsed || format == asClock && days < 1 {
		return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60: // the 29th of February 1900 is a day to spreadsheets
		epoch = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	at := epoch.AddDate(0, 0, int(seconds/86400)).Add(time.Duration(seconds%86400) * time.Second)
	if seconds%86400 == 0 {
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04:05")
}

// isoDate turns a cell that holds a date as text (2026-09-01T10:30:00Z) into the form of the others.
func isoDate(raw string) string {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if at, err := time.Parse(layout, raw); err == nil {
			return at.Format("2006-01-02 15:04:05")
		}
	}
	return raw
}

// decodeEscapes puts back the characters that XML cannot hold, which workbooks write as _x000D_.
func decodeEscapes(text []byte) []byte {
	if !bytes.Contains(text, []byte("_x")) {
		return text
	}
	var out []byte
	for len(text) > 0 {
		if len(text) >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' {
			if r, err := strconv.ParseUint(string(text[2:6]), 16, 16); err == nil && r > 0 && utf8.ValidRune(rune(r)) {
				out, text = utf8.AppendRune(out, rune(r)), text[7:]
				continue
			}
		}
		out, text = append(out, text[0]), text[1:]
	}
	return out
}

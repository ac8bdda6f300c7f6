package study

import "fmt"

// Date is a day of the Gregorian calendar, counted from 1 March of the year 0; 0 stands for none. It has no hours and no
// zone: rules and waivers expire by the day, and the ground floor has no clock.
type Date int

// ParseDate reads a day as 2026-11-24.
func ParseDate(text string) (Date, bool) {
	var year, month, day int
	if len(text) != len("2026-11-24") {
		return 0, false
	}
	for i, r := range text {
		if (i == 4 || i == 7) != (r == '-') || r != '-' && (r < '0' || r > '9') {
			return 0, false
		}
	}
	if n, err := fmt.Sscanf(text, "%04d-%02d-%02d", &year, &month, &day); n != 3 || err != nil {
		return 0, false
	}
	return NewDate(year, month, day)
}

// NewDate returns the day; false if the calendar does not have it.
func NewDate(year, month, day int) (Date, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month) {
		return 0, false
	}
	// The year begins in March, so that the leap day is its last.
	y, m := year, month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return Date(365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + day), true
}

func daysOf(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// Calendar returns year, month and day; all 0 for none.
func (d Date) Calendar() (year, month, day int) {
	if d == 0 {
		return 0, 0, 0
	}
	y := int((float64(d) - 1) / 365.2425)
	for first(y+1) <= d {
		y++
	}
	for first(y) > d {
		y--
	}
	rest := int(d - first(y))
	m := (5*rest + 2) / 153
	day = rest - (153*m+2)/5 + 1
	if m += 3; m > 12 {
		y, m = y+1, m-12
	}
	return y, m, day
}

// String writes the day as 2026-11-24; nothing for none.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	year, month, day := d.Calendar()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// first returns 1 March of a year.
func first(year int) Date {
	return Date(365*year + year/4 - year/100 + year/400 + 1)
}

// MarshalText writes the day for JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	parsed, ok := ParseDate(string(text))
	if !ok {
		return fmt.Errorf("%q is no day such as 2026-11-24", text)
	}
	*d = parsed
	return nil
}

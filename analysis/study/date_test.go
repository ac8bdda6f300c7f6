package study

import (
	"testing"
	"time"
)

// Every day of four centuries, against the calendar of Go's library.
func TestDatesFollowTheCalendar(t *testing.T) {
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	before := Date(0)
	for day.Year() < 2301 {
		text := day.Format("2006-01-02")
		d, ok := ParseDate(text)
		if !ok || d.String() != text || before != 0 && d != before+1 {
			t.Fatalf("%s: got %s (%d, the day before is %d)", text, d, d, before)
		}
		before, day = d, day.AddDate(0, 0, 1)
	}
}

func TestDatesThatAreNone(t *testing.T) {
	for _, text := range []string{
		"", "2026-1-02", "2026-13-01", "2026-00-10", "2025-02-29", "1900-02-29", "2026-04-31", "24.11.2026", "2026/11/24", "+026-11-24", "2026-11-241", "2026-11-2a",
	} {
		if d, ok := ParseDate(text); ok {
			t.Errorf("%q is read as %s", text, d)
		}
	}
	if d, ok := ParseDate("2024-02-29"); !ok || d.String() != "2024-02-29" {
		t.Errorf("the leap day is read as %s", d)
	}
}

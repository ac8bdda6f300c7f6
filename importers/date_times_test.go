package importers

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// A day with its time is known in each way that sheets write it, with its zone and without, and nothing else is.
func TestDateTimes(t *testing.T) {
	for text, want := range map[string]bool{
		"9/1/2026 10:30:05": true, "09/31/2026 10:30": false, "31/12/2026 10:30:05": true, "9/1/26 10:30": true, "9/1/026 10:30": false, "9/1/2026 3:04 pm": true,
		"2026/09/01 3:04:05 PM MESZ": true, "2026/09/01 15:04:05 UTC+2": true, "2026-09-01 10:30:05 −03:30": true, "2026-09-01T10:30:05+0200": true, "2026-09-01T10:30:05Z": true,
		"2026-09-01 10:30:05.123": true, "2026-09-01  10:30": true, "2026. 9. 1 10:30:05": true, "2026. 9. 1. 10:30:05": false, "01.09.2026 10.30.05": true, "1.9.2026 10:30": false,
		"1-9-2026 10:30": true, "1-9-26 10:30": false, "2026-09-01": false, "10:30:05": false, "2026": false, "": false, "/": false, "20260-09-01 10:30": false, "12:30 at the door": false,
	} {
		if got := isDateTime(text); got != want {
			t.Errorf("isDateTime(%q) = %v", text, got)
		}
	}
}

// Layouts that a time is not tried with would not have fitted, and a zone that is not looked for does not stand there.
func TestDateTimesWithoutTrial(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		layout := rapid.SampledFrom(dateTimeLayouts()).Draw(t, "layout")
		moment := time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "moment"), 0).UTC()
		text := moment.Format(layout) + rapid.SampledFrom([]string{"", ".5", " ", "Z", " CET", " UTC+2", "+02:30", "−0230", "-02", " GMT+10:00"}).Draw(t, "behind")
		if at := rapid.IntRange(0, len(text)).Draw(t, "at"); rapid.Bool().Draw(t, "damaged") {
			text = text[:at] + rapid.SampledFrom([]string{"", " ", "0", "/", ".", "-", ":"}).Draw(t, "sign") + text[min(len(text), at+1):]
		}
		text = strings.TrimSpace(text)
		fits := slices.ContainsFunc(dateTimeLayouts(), func(layout string) bool { _, err := time.Parse(layout, text); return err == nil })
		if zone := timeZone().MatchString(text); zone && !mayNameZone(text) {
			t.Errorf("no zone is looked for in %q", text)
		} else if !zone && isDateTime(text) != fits {
			t.Errorf("isDateTime(%q) = %v", text, !fits)
		}
	})
}

// The seconds of a time are two digits behind two signs, and no more.
func TestSecondsOf(t *testing.T) {
	for text, want := range map[string]string{
		"9:30:05": "05", "2026-09-01 10:30:59 CET": "59", "01.09.2026 10.30.07": "07", "10:30:00.5": "00", "3:04:05PM": "05", "x1:22.33": "33",
		"10:30": "", ":30:05": "", "9:30:5": "", "9:30:055": "", "9:3:055": "", "9-30-05": "", "": "", "01.09.2026": "",
	} {
		if got := secondsOf(text); got != want {
			t.Errorf("secondsOf(%q) = %q, not %q", text, got, want)
		}
	}
}

package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

func dayOf(t *testing.T, text string) study.Date {
	t.Helper()
	day, valid := study.ParseDate(text)
	if !valid && text != "" {
		t.Fatalf("%q is no day", text)
	}
	return day
}

// Audiences that answered on the same days are named together, beside those that did not.
func TestSameDaysAreToldOnce(t *testing.T) {
	r := threeAudiences(t, false)
	for k, days := range [][2]string{{"2026-06-02", "2026-06-28"}, {"2026-06-01", "2026-06-30"}, {"2026-06-01", "2026-06-30"}} {
		r.Audiences[k].Bases[0].Oldest, r.Audiences[k].Bases[0].Newest = dayOf(t, days[0]), dayOf(t, days[1])
	}
	const want = "Answers were given from 2 June to 28 June 2026 (Leadership team) and from 1 June to 30 June 2026 (Staff and Customers)."
	if got := newLookup(r, english()).fieldwork(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The scope says when answers were given: once for all, by audience or by wave, and nothing where it is not known.
func TestFieldwork(t *testing.T) {
	for _, c := range []struct {
		tag, days, want string // days: oldest and newest of each audience, of the first wave and of the second
	}{
		{"", "2026-09-01 2026-09-12|2026-09-01 2026-09-12", "Answers were given from 1 September to 12 September 2026."},
		{"", "2025-12-20 2026-01-03|2025-12-20 2026-01-03", "Answers were given from 20 December 2025 to 3 January 2026."},
		{"", "2026-09-01 2026-09-01|2026-09-03 2026-09-12", "Answers were given on 1 September 2026 (Staff) and from 3 September to 12 September 2026 (Customers)."},
		{"", " |2026-09-03 2026-09-12", "Answers were given from 3 September to 12 September 2026 (Customers)."},
		{"", " 2026-09-12| 2026-09-12", ""}, // too few: when the last answered does not say from when to when
		{"de", "2026-03-01 2026-03-01|2026-09-03 2026-09-12", "Geantwortet wurde am 1. März 2026 (Staff) und vom 3. September bis zum 12. September 2026 (Customers)."},
		{"", "2025-09-01 2025-09-12|2025-09-03 2025-09-14|2026-10-01 2026-10-12|2026-10-02 2026-10-10", "Answers were given from 1 September to 14 September 2025 (2025) and from 1 October to 12 October 2026 (2026)."},
		{"", "2025-09-01 2025-09-12| |2026-10-01 2026-10-12|2026-10-02 2026-10-10", "Answers were given from 1 September to 12 September 2025 (Staff, 2025); and from 1 October to 12 October 2026 (2026)."},
		{"", " |2025-09-03 2025-09-14| |2026-10-02 2026-10-10", "Answers were given from 3 September to 14 September 2025 (Customers, 2025); and from 2 October to 10 October 2026 (Customers, 2026)."},
	} {
		ranges := strings.Split(c.days, "|")
		var waves []string
		var shifts []float64
		if len(ranges) > 2 {
			waves, shifts = []string{"2025", "2026"}, []float64{0, 0}
		}
		r := invented(t, "", []string{"Quick"}, waves, audience{"staff", "Staff", 60, []float64{7}, ten(), 0, shifts}, audience{"customers", "Customers", 300, []float64{6}, ten(), 0, shifts})
		for k, of := range ranges {
			oldest, newest, _ := strings.Cut(of, " ")
			base := &r.Audiences[k%2].Bases[k/2]
			base.Oldest, base.Newest = dayOf(t, oldest), dayOf(t, newest)
		}
		w, err := newLanguage(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		l := newLookup(r, w)
		if got := l.fieldwork(); got != c.want {
			t.Errorf("%s: %q, want %q", c.days, got, c.want)
		}
		if got := l.scope(); c.want != "" && strings.Count(got, c.want) != 1 {
			t.Errorf("%q does not stand once in the scope: %q", c.want, got)
		}
	}
}

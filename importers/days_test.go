package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// newestOf returns the newest day of a column of one wave, or why there is none.
func newestOf(order study.DateOrder, cells ...string) string {
	d := newDays(order, 0)
	for _, cell := range cells {
		if !enterDay(d, 0, cell) {
			return "no day: " + cell
		}
	}
	newest, settled := d.settled()
	if !settled {
		return "open: " + d.open.text
	}
	return newest[0].String()
}

func TestNewestDay(t *testing.T) {
	for _, test := range []struct {
		name, want string
		order      study.DateOrder
		cells      []string
	}{
		{"Qualtrics", "2026-09-03", "", []string{"2026-09-01 12:33:44", "2026-09-03 00:00:00", "2026-08-31 23:59:59"}},
		{"with a T", "2026-09-03", "", []string{"2026-09-03T10:00:00Z"}},
		{"Google Forms", "2025-05-07", "", []string{"2025/05/07 2:04:28 PM GMT-3", "2025/05/06 2:04:28 PM GMT-3"}},
		{"American, by a day above 12", "2016-04-22", "", []string{"4/5/2016 19:57:50", "4/22/2016 19:57:50"}},
		{"European, by a day above 12", "2016-05-04", "", []string{"4/5/2016 19:57:50", "22/4/2016 19:57:50"}},
		{"two digits of the year", "2026-09-14", "", []string{"9/1/26 10:11:12", "9/14/26 10:11:12"}},
		{"dots", "2026-02-12", "", []string{"12.02.2026 19.07", "1.2.2026 07.00"}},
		{"dashes, day first", "2024-10-25", "", []string{"05-10-2024 02:39", "25-10-2024 02:39"}},
		{"both readings, one newest day", "2026-04-04", "", []string{"4/4/2026", "3/3/2026"}},
		{"open", "open: 4/5/2026", "", []string{"4/4/2026", "4/5/2026", "5/4/2026", "6/5/2026"}},
		{"told: day first", "2026-05-06", study.DayFirst, []string{"4/5/2026", "6/5/2026"}},
		{"told: month first", "2026-06-05", study.MonthFirst, []string{"4/5/2026", "6/5/2026"}},
		{"told otherwise than it is", "no day: 4/22/2016", study.DayFirst, []string{"4/22/2016"}},
		{"two layouts", "no day: 22/4/2016", "", []string{"4/22/2016", "22/4/2016"}},
		{"blank", "2026-09-01", "", []string{"", " ", "2026-09-01"}},
		{"none", "", "", []string{""}},
		{"LimeSurvey's nobody", "2026-09-01", "", []string{"1980-01-01 00:00:00", "2026-09-01 10:00:00"}},
		{"no calendar has it", "no day: 2026-02-30", "", []string{"2026-02-30"}},
		{"words", "no day: yesterday", "", []string{"yesterday"}},
		{"a number", "no day: 45567", "", []string{"45567"}},
		{"signs", "no day: 2026--9-01", "", []string{"2026--9-01"}},
	} {
		if got := newestOf(test.order, test.cells...); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// Waves have newest days of their own, and one layout.
func TestNewestDayOfEachWave(t *testing.T) {
	d := newDays("", 2)
	for wave, cells := range [][]string{{"4/5/2025", "4/6/2025"}, {"22/4/2026"}} {
		for _, cell := range cells {
			enterDay(d, wave, cell)
		}
	}
	newest, settled := d.settled()
	if !settled || newest[0].String() != "2025-06-04" || newest[1].String() != "2026-04-22" {
		t.Errorf("got %v, %v", newest, settled)
	}
}

// The oldest day is known where the readings of its column agree on it, though they need not agree on others; so is how many have a day.
func TestOldestDay(t *testing.T) {
	for _, test := range []struct {
		name, want string
		order      study.DateOrder
		cells      []string
		dated      int
	}{
		{"years first", "2026-08-31", "", []string{"2026-09-01 12:33:44", "", "2026-08-31 23:59:59", "1980-01-01 00:00:00"}, 2},
		{"by a day above 12", "2016-04-05", "", []string{"4/22/2016", "4/5/2016"}, 2},
		{"told", "2026-04-05", study.MonthFirst, []string{"4/5/2026", "4/6/2026"}, 2},
		{"the newest agrees, the oldest not", "", "", []string{"4/5/2025", "4/4/2026"}, 2},
		{"both agree", "2026-03-03", "", []string{"3/3/2026", "4/4/2026"}, 2},
	} {
		d := newDays(test.order, 0)
		for _, cell := range test.cells {
			enterDay(d, 0, cell)
		}
		if got := d.first()[0].String(); got != test.want || d.dated[0] != test.dated {
			t.Errorf("%s: got %q of %d, want %q of %d", test.name, got, d.dated[0], test.want, test.dated)
		}
	}
}

// enterDay enters a batch of one cell.
func enterDay(d *days, wave int, cell string) bool {
	order := study.OrderFromColumn
	switch {
	case d.dayFirst.barred:
		order = study.MonthFirst
	case d.monthFirst.barred:
		order = study.DayFirst
	}
	b := newBatchDays(order, len(d.dayFirst.newest))
	if dayFirst, monthFirst := readDay(cell); strings.TrimSpace(cell) != "" && b.add(wave, dayFirst, monthFirst) {
		b.told = append(b.told, dayCell{dayFirst, monthFirst, wave, 0, cell, study.Place{}})
	}
	return len(d.enter(b)) == 0
}

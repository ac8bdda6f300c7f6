package importers

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// sentForm writes a form of three questions; sent writes when each row was sent.
func sentForm(rows int, sent func(row int) string) []string {
	var lines []string
	for i := range rows {
		lines = append(lines, fmt.Sprintf("%s,%d,%d,%d", sent(i), 2+(i*7+i/3)%4, 2+(i*3+i/4)%4, 2+(i*5+i/2)%4))
	}
	return lines
}

func formTable(header string, lines []string) string {
	return header + ",Satisfaction with delivery,Satisfaction with support,Satisfaction with prices\n" + strings.Join(lines, "\n") + "\n"
}

// A second download of a short form holds the rows of the first, which their times to the second tell. Times to the minute tell nothing.
func TestSecondDownloads(t *testing.T) {
	second := func(i int) string {
		return fmt.Sprintf("2026/09/%02d %d:%02d:%02d", 1+i/20, 9+i%9, i*7%60, (i*13+5)%60)
	}
	minute := func(i int) string { s := second(i); return s[:len(s)-3] }
	zeros := func(i int) string { return minute(i) + ":00" }
	program := func(i int) string {
		return fmt.Sprintf("2026-09-%02d %02d:%02d:%02d", 1+i/20, 9+i%9, i*7%60, (i*13+5)%60)
	}
	other := func(i int) string {
		return fmt.Sprintf("2026/10/%02d %d:%02d:%02d", 1+i/20, 9+i%9, i*7%60, (i*13+5)%60)
	}
	stroke := func(int) string { return "2026/09/01 9:30:17" }
	turned := sentForm(40, second) // by somebody else at the same second
	for i, line := range turned {
		cells := strings.Split(line, ",")
		turned[i] = strings.Join([]string{cells[0], cells[2], cells[3], "1"}, ",")
	}
	for name, test := range map[string]struct {
		header        string
		first, second []string
		left          int
	}{
		"all of the first and more":    {"Timestamp", sentForm(25, second), sentForm(40, second), 25},
		"some of the first":            {"Timestamp", sentForm(40, second), sentForm(70, second)[32:], 8},
		"another table":                {"Submitted", sentForm(25, program), sentForm(40, program), 25},
		"to the minute":                {"Timestamp", sentForm(25, minute), sentForm(40, minute), 0},
		"seconds of nought":            {"Timestamp", sentForm(25, zeros), sentForm(40, zeros), 0},
		"other times":                  {"Timestamp", sentForm(25, second), sentForm(40, other), 0},
		"entered at one stroke":        {"Timestamp", sentForm(25, stroke), sentForm(40, stroke), 0},
		"other answers at these times": {"Timestamp", sentForm(25, second), turned, 0},
	} {
		audiences, o := audiencesIn(t, "one.csv", formTable(test.header, test.first), "two.csv", formTable(test.header, test.second))
		audiences[0].Files = append(audiences[0].Files, audiences[1].Files...)
		s, _, err := Draft(context.Background(), audiences[:1], o)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, drop := range []bool{false, true} {
			if drop {
				s.Quality.Duplicates = study.Drop
			}
			intake, err := readThrough(s, o)
			if err != nil {
				t.Fatal(name, err)
			}
			left, said := 0, slices.ContainsFunc(intake.Warnings, func(n study.Notice) bool { return n.Code == study.IdenticalAnswers })
			for _, f := range intake.Flow {
				for _, d := range f.Dropped {
					left += d.Rows
				}
			}
			want := test.left
			if !drop {
				want = 0
			}
			if left != want || said != (test.left > 0) {
				t.Errorf("%s, drop %v: %d rows left out, want %d; said: %v: %v", name, drop, left, want, said, intake.Warnings)
			}
		}
	}
}

// A few rows of large files are the same responses where people seldom answer in one second, and most of one second answer alike.
func TestOverlapsByTime(t *testing.T) {
	const rows = 200
	for name, test := range map[string]struct {
		row  func(file, i int) rowHash
		sure bool
	}{
		"rows of both files":     {func(file, i int) rowHash { at := uint64(1 + i + file*(rows-9)); return rowHash{moment: at, time: at} }, true},
		"two rows of both files": {func(file, i int) rowHash { at := uint64(1 + i + file*(rows-2)); return rowHash{moment: at, time: at} }, false},
		"one second, each answers": {func(file, i int) rowHash {
			at := uint64(1 + i)
			return rowHash{moment: at + uint64(file*i%7)<<32, time: at}
		}, false},
		"many seconds are of two or three":  {func(file, i int) rowHash { at := uint64(1 + i/3 + file*63); return rowHash{moment: at, time: at} }, false},
		"none answers at a time of another": {func(file, i int) rowHash { at := uint64(1 + i + file*rows); return rowHash{moment: at, time: at} }, false},
		"no times":                          {func(int, int) rowHash { return rowHash{} }, false},
	} {
		timed := newTimedAnswers()
		for file := range 2 {
			for i := range rows {
				timed.note(file, test.row(file, i))
			}
		}
		if got := timed.sure([2]int{0, 1}); got != test.sure {
			t.Errorf("%s: %v, not %v: %v %v", name, got, test.sure, timed.copies, timed.same)
		}
	}
}

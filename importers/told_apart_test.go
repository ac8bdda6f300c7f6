package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// longTable is a table of one answer a row of 20 respondents, three items and two waves; about writes what stands behind an answer.
func longTable(header string, about func(person, item, wave int) string) string {
	var b strings.Builder
	b.WriteString("respondent,item,value," + header + "\n")
	for wave := range 2 {
		for person := range 20 {
			for item, name := range []string{"listens", "answers", "cares"} {
				fmt.Fprintf(&b, "p%d,%s,%d,%s\n", person, name, 1+(person+2*item+3*wave)%5, about(person, item, wave))
			}
		}
	}
	return b.String()
}

// What a respondent answered several times is told apart by a column, if one does; each time is then a row.
func TestAnswersToldApart(t *testing.T) {
	wave := func(_, _, wave int) string { return fmt.Sprint(2025 + wave) }
	for _, test := range []struct {
		name, text string
		rows       int
		want       []string // codes and parts of messages
	}{
		{"a wave", longTable("wave", wave), 40, []string{`told_apart a.csv: 20 of 20 respondents answered several times, which "wave" tells apart: each time is a row, 40 in all`}},
		{"a place", longTable("shop", func(_, _, wave int) string { return []string{"North", "South"}[wave] }), 40, []string{`which "shop" tells apart`}},
		{"a day and a wave, the moment of the answer", longTable("answered_at,day,wave", func(person, item, wave int) string {
			return fmt.Sprintf("2026-01-02 10:%02d:%02d,2026-0%d-%02d,%d", person, 3*item+wave, 1+wave, 1+person, wave)
		}), 40, []string{`which "wave" tells apart`, `varying_columns a.csv: left out, for they say different things of one respondent: "answered_at"`}},
		{"a wave on two days", longTable("day,wave", func(_, item, wave int) string { return fmt.Sprintf("2026-0%d-1%d,%d", 1+wave, item/2, wave) }), 40, []string{
			`which "wave" tells apart`, `"day"`,
		}},
		{"one answer twice in a wave", longTable("wave", wave) + "p3,listens,5,2026\n", 40, []string{
			`which "wave" tells apart`, `answered_again a.csv: item "listens": 1 row of 40 gave several different answers, the first at a.csv:122: none of their answers`,
		}},
		{"some who answered in one wave", longTable("wave", wave) + "x1,listens,5,2026\nx1,cares,4,2026\n", 41, []string{`20 of 21 respondents answered several times`}},
		{"the moment of each answer alone", longTable("answered_at", func(person, item, wave int) string {
			return fmt.Sprintf("2026-01-02 10:%02d:%02d", person, 3*item+wave)
		}), 20, []string{
			`answered_again a.csv: item "listens"`, "", "", `varying_columns`,
		}},
		{"nothing", longTable("team", func(person, _, _ int) string { return fmt.Sprint("t", person%3) }), 20, []string{`answered_again`, "", ""}},
		{"two ways", longTable("site,shift", func(person, item, wave int) string {
			return fmt.Sprintf("s%d,h%d", wave, (wave+(item+person)%2)%2)
		}), 20, []string{`answered_again a.csv: "site" and "shift" could each tell apart`, "", "", "", `varying_columns`}},
	} {
		in := inspectedText(t, test.text)
		if in.Kept != test.rows || len(in.Warnings) < len(test.want) {
			t.Errorf("%s: %d rows, %v", test.name, in.Kept, in.Warnings)
			continue
		}
		for i, want := range test.want {
			if got := in.Warnings[i].Code + " " + in.Warnings[i].Text(); !strings.Contains(got, want) {
				t.Errorf("%s: got %s, want %s", test.name, got, want)
			}
		}
	}
}

// Copies of answers are no answers of another time, and an option's number is no time.
func TestAnswersNotToldApart(t *testing.T) {
	copies := longTable("batch", func(int, int, int) string { return "first" })
	rows := strings.SplitAfter(copies, "\n")[:61] // one wave
	copies = strings.Join(rows, "") + strings.ReplaceAll(strings.Join(rows[1:], ""), "first", "second")
	var options strings.Builder
	options.WriteString("respondent,item,option,value\n")
	for person := range 20 {
		fmt.Fprintf(&options, "p%d,listens,1,%d\np%d,answers,1,%d\np%d,channels,1,Chat\np%d,channels,2,Phone\np%d,channels,3,Shop\n", person, 1+person%5, person, 1+person%4, person, person, person)
	}
	for name, text := range map[string]string{"copies": copies, "options": options.String()} {
		in := inspectedText(t, text)
		if in.Kept != 20 {
			t.Errorf("%s: %d rows, %v", name, in.Kept, in.Warnings)
		}
		for _, w := range in.Warnings {
			if w.Code == study.ToldApart {
				t.Errorf("%s: %s", name, w.Text())
			}
		}
	}
}

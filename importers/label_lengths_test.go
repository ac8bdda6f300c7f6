package importers

import (
	"strings"
	"testing"
)

// answersInWords are the answers to a question in words, each as often as told.
func answersInWords(header string, times map[string]int) []string {
	c := []string{header}
	for _, word := range sortedKeys(times) {
		c = append(c, repeated(word, times[word])...)
	}
	return c
}

// Five words of agreement and seven are two scales: those of two audiences stay apart, and those of two files of one have no mean.
func TestFiveWordsAndSevenAreNotPooled(t *testing.T) {
	five := answersInWords("Staff listen.", map[string]int{"Strongly disagree": 9, "Disagree": 10, "Neutral": 11, "Agree": 14, "Strongly agree": 12})
	seven := answersInWords("Staff listen.", map[string]int{
		"Strongly disagree": 8, "Disagree": 9, "Somewhat disagree": 10, "Neutral": 11, "Somewhat agree": 12, "Agree": 14, "Strongly agree": 9,
	})
	clear := answersTo("How clear?", 0, 10, 11, 12, 13, 14)
	s, notices, err := drafted(t, "staff.csv", exportOf(56, five, clear), "customers.csv", exportOf(73, seven, clear))
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	for _, want := range []string{
		`"Staff listen." performance staff=1..5 customers=1..7`,
		`although the answers of staff have 5 labels, from "Strongly disagree" to "Strongly agree", and those of customers have 7`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	few := answersInWords("Staff listen.", map[string]int{"Strongly disagree": 2, "Disagree": 1, "Neutral": 2, "Agree": 2, "Strongly agree": 1})
	if s, notices, err = drafted(t, "staff.csv", exportOf(8, few, clear), "customers.csv", exportOf(73, seven, clear)); err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "staff=1..7 customers=1..7") {
		t.Errorf("chance leaves out two of seven words in eight answers:\n%s", got)
	}
	wave := func(name string, rows int, column []string) string {
		return exportOf(rows, append([]string{"wave"}, repeated(name, rows)...), column, clear)
	}
	if s, notices, err = drafted(t, "customers.csv", wave("2024", 56, five)+withoutHeader(wave("2025", 73, seven))); err != nil {
		t.Fatal(err)
	}
	const want = `left out: "Staff listen.": the answers in wave "2024" have 5 labels, from "Strongly disagree" to "Strongly agree", and those in wave "2025" have 7: two scales, and no common mean`
	if got := described(s, notices); !strings.Contains(got, want) {
		t.Errorf("no %q in\n%s", want, got)
	}
}

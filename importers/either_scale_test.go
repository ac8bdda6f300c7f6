package importers

import (
	"strings"
	"testing"
)

// A few answers of one audience make no scale of its own beside two scales of others: it may have been asked on either.
func TestFewAnswersMakeNoThirdScale(t *testing.T) {
	question := "How kind?"
	clear := answersTo("How clear?", 0, 5, 5, 5, 5, 5)
	draft := func(leaders []string) string {
		s, notices, err := drafted(t, "leadership.csv", exportOf(12, leaders, clear), "staff.csv", exportOf(70, answersTo(question, 0, 8, 12, 17, 18, 15), clear),
			"customers.csv", exportOf(90, answersTo(question, 0, 5, 5, 10, 20, 20, 15, 15), clear))
		if err != nil {
			t.Fatal(err)
		}
		return described(s, notices)
	}
	const want = `left out: "How kind?": in leadership.csv, leadership answered 3 to 4, which may be of the scale to 5 or of that to 7`
	if got := draft(answersTo(question, 0, 0, 0, 6, 6)); !strings.Contains(got, want) || strings.Contains(got, `"How kind?" performance`) {
		t.Error(got)
	}
	if got := draft(answersTo(question, 0, 0, 0, 1, 5, 5, 1)); !strings.Contains(got, "leadership=1..7 staff=1..5 customers=1..7") {
		t.Error(got)
	}
}

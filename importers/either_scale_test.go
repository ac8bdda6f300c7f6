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
	const want = `left out, of one audience: "How kind?": in leadership.csv, leadership answered 3 to 4, which may be of the scale to 5 or of that to 7`
	if got := draft(answersTo(question, 0, 0, 0, 6, 6)); !strings.Contains(got, want) || !strings.Contains(got, `"How kind?" performance staff=1..5 customers=1..7`) {
		t.Error(got)
	}
	if got := draft(answersTo(question, 0, 0, 0, 1, 5, 5, 1)); !strings.Contains(got, "leadership=1..7 staff=1..5 customers=1..7") {
		t.Error(got)
	}
}

// The draft has a line for each scale that the audience in doubt may have been asked on.
func TestAudienceInDoubtIsOffered(t *testing.T) {
	text := draftFileOf(t, inventedStudies()["an audience in doubt"]...)
	for _, want := range []string{
		`{leadership: "How kind?", staff: "How kind?", customers: {column: "How kind?", scale: 1..7}} # in place of the line above, if leadership was asked on 1..5`,
		`{leadership: {column: "How kind?", scale: 1..7}, staff: "How kind?", customers: {column: "How kind?", scale: 1..7}} # in place of the line above, if leadership was asked on 1..7`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s\nis not in\n%s", want, text)
		}
	}
}

// An audience that has no other question is left out of what is analysed without a study file, with its reason.
func TestAudienceInDoubtLeavesTheOthers(t *testing.T) {
	s, notices, err := drafted(t, inventedStudies()["an audience in doubt"]...)
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	if want := `leadership is left out: leadership.csv: column "How kind?": leadership answered 3 to 4, which may be`; !strings.Contains(got, want) || !strings.Contains(got, "performance staff=1..5 customers=1..7") {
		t.Error(got)
	}
}

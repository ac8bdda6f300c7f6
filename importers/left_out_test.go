package importers

import (
	"errors"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Half points of one file are named as such, with their file, column and remedy, and no other file is blamed.
func TestHalfPointsAreNamed(t *testing.T) {
	_, _, err := drafted(t, "staff.csv", "We listen\n1\n5\n3.5\n4\n", "customers.csv", "We listen\n1\n5\n3\n4\n")
	var input *study.InputError
	if !errors.As(err, &input) {
		t.Fatalf("error %v", err)
	}
	if len(input.List) != 2 {
		t.Errorf("%d faults, want one an audience: %v", len(input.List), input.List)
	}
	for _, f := range input.List {
		if f.Place.File != "staff.csv" || !strings.Contains(f.Message, `column "We listen": some answers are half points, such as 3.5`) || !strings.Contains(f.Message, "scale: 1..5 by 0.5") {
			t.Errorf("fault %+v", f)
		}
	}
}

// A question whose answers neither audience's file gives a scale is the fault of each file, and not of the first for both.
func TestEachFileIsNamedForItsOwnAnswers(t *testing.T) {
	_, _, err := drafted(t, "staff.csv", ratedOnce(answersTo("We listen", 4, 5, 6, 7, 5)), "customers.csv", ratedOnce(answersTo("We listen", 3, 5, 6, 7)))
	want := `staff.csv: column "We listen": answers from 0 to 4: 0 may be the low end, or stand for "not applicable"; nothing else that staff shares with another audience has a scale
customers.csv: column "We listen": answers from 0 to 3: 0 may be the low end, or stand for "not applicable"; nothing else that customers shares with another audience has a scale
`
	if got := faultsOf(err); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// What several audiences were asked, and the answers of one alone can be read, does not stand below what one alone was asked.
func TestDraftOfWhatOneAloneAnsweredReadably(t *testing.T) {
	got := draftFileOf(t,
		"staff.csv", ratedOnce(answersTo("We listen", 0, 5, 6, 7, 5, 4), inWords("We answer", []string{"Agree", "Disagree", "Strongly agree"}), answersTo("Only we ask", 0, 5, 6, 7, 5, 4)),
		"customers.csv", ratedOnce(answersTo("We listen", 0, 5, 6, 7, 5, 4), inWords("We answer", []string{"passt", "passt nicht", "geht so"})))
	for _, want := range []string{
		"  # ? Asked of one audience only, and therefore left out:\n#  only_we_ask:",
		"  # ? Asked of several audiences, but the answers of one alone can be read:\n#  we_answer: {label: \"We answer\", performance: {staff:",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

// What is offered with the answers of both is not offered with those of one too.
func TestDraftOffersAQuestionOnce(t *testing.T) {
	got := draftFileOf(t,
		"staff.csv", ratedOnce(answersTo("We listen", 0, 5, 6, 7, 5, 4), inWords("We answer", fivePoints())),
		"customers.csv", ratedOnce(answersTo("We listen", 0, 5, 6, 7, 5, 4), inWords("We answer", append(fivePoints(), "passt schon"))))
	if !strings.Contains(got, "#  we_answer: {label: \"We answer\", performance: {staff: ") || !strings.Contains(got, "customers: {column: \"We answer\"") {
		t.Errorf("it is not offered for both:\n%s", got)
	}
	if strings.Contains(got, "we_answer_2") || strings.Contains(got, "of one alone can be read") {
		t.Errorf("it is offered twice:\n%s", got)
	}
}

// Two numbers are called two.
func TestScaleOfTwoNumbers(t *testing.T) {
	for low, want := range map[int]string{
		1: "120 answers from 1 to 2, and none is 3: a scale of two points, yes and no, or codes?",
		2: "120 answers from 2 to 3, and none is 4: a scale of three points, or codes?",
	} {
		times := make([]int, low+2)
		times[low], times[low+1] = 70, 50
		c := inspectedText(t, ratedOnce(answersTo("How good is it?", times...))).Columns[0]
		if c.Kind != study.NumberColumn || flagsOf(c) != "no scale: "+want {
			t.Errorf("%s %q", c.Kind, flagsOf(c))
		}
	}
}

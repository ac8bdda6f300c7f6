package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// The first line that is offered for a question leaves out what may stand for no answer; the second, if it could be a point, does not.
func TestOffersLeaveOutNoAnswers(t *testing.T) {
	fives := func(header string, code string) []string {
		column := answersTo(header, 0, 8, 20, 25, 30, 20)
		for range 14 {
			column = append(column, code)
		}
		return column
	}
	for code, second := range map[string]string{"9": "1..9", "8": "1..8", "0": "0..5", "-9": "", "-1": "", "99": "", "999": ""} {
		export := ratedOnce(fives("How kind?", code), answersTo("How clear?", 0, 9, 9, 9, 9, 9))
		got := draftFileOf(t, "staff.csv", export, "customers.csv", export)
		first := fmt.Sprintf(`{staff: {column: "How kind?", scale: 1..5, missing: {dont_know: ["%s"]}}, customers`, code)
		if !strings.Contains(got, first) {
			t.Errorf("%s: %s is not in\n%s", code, first, got)
		}
		other := `{staff: {column: "How kind?", scale: ` + second + `}, customers`
		if offered := strings.Count(got, `{staff: {column: "How kind?", scale:`); second != "" && !strings.Contains(got, other) || second == "" && offered != 1 {
			t.Errorf("%s: %s, %d lines:\n%s", code, other, offered, got)
		}
		accepted(t, got)
	}
}

// Codes from 1 to 11 are offered as the points 0 to 10, for an item and as the outcome.
func TestOfferOfShiftedCodes(t *testing.T) {
	export := ratedOnce(answersTo("Would you recommend us?", 0, 1, 1, 2, 2, 2, 3, 4, 6, 9, 9, 8), answersTo("How clear?", 0, 9, 9, 9, 9, 9))
	got := draftFileOf(t, "staff.csv", export, "customers.csv", export)
	for _, want := range []string{
		`performance: {staff: {column: "Would you recommend us?", scale: 0..10, codes: {"1": 0, "2": 1,`,
		`#outcome: {label: "Would you recommend us?", column: {staff: {column: "Would you recommend us?", codes: {"1": 0,`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	accepted(t, got)
}

// Where another audience answered in words its labels are the points of the codes.
func TestOfferOfCodesBesideWords(t *testing.T) {
	staff := ratedOnce(inWords("They are fair", fivePoints()), inWords("They come on time", fivePoints()))
	customers := ratedOnce(answersTo("They are fair", 0, 9, 9, 9, 9, 0, 9), inWords("They come on time", fivePoints()))
	got := draftFileOf(t, "staff.csv", staff, "customers.csv", customers)
	if want := `customers: {column: "They are fair", scale: ["Strongly disagree", Disagree, "Neither agree nor disagree", Agree, "Strongly agree"], codes: {"1": "?", `; !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
}

// What is no answer stands in the line of the audience that gave it, in words as in numbers, and every line that is offered reads the
// answers it is offered for once the points of codes are written in it.
func TestOffersNameWhatIsNoAnswer(t *testing.T) {
	staff := ratedOnce(inWords("They are fair", append(fivePoints(), "Don't know")), inWords("They come on time", fivePoints()))
	codes := answersTo("They are fair", 0, 9, 9, 9, 9, 9)
	for range 9 {
		codes = append(codes, "99")
	}
	customers := ratedOnce(codes, answersTo("They come on time", 0, 9, 9, 9, 9, 9))
	got := draftFileOf(t, "staff.csv", staff, "customers.csv", customers)
	for _, want := range []string{`"Strongly agree"], missing: {dont_know: ["Don't know"]}}`, `"5": "?"}, missing: {dont_know: ["99"]}}`, "# if 99 is no answer"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
	for code, label := range map[string]string{"1": "Strongly disagree", "2": "Disagree", "3": "Neither agree nor disagree", "4": "Agree", "5": "Strongly agree"} {
		got = strings.ReplaceAll(got, fmt.Sprintf(`%q: "?"`, code), fmt.Sprintf("%q: %q", code, label))
	}
	reads(t, got, "staff.csv", staff, "customers.csv", customers)
}

// A row of a matrix is offered the scale of its matrix, though nobody chose its last point there.
func TestOfferOfAMatrixRow(t *testing.T) {
	code := func(column []string) []string {
		for range 9 {
			column = append(column, "99")
		}
		return column
	}
	export := ratedOnce(code(answersTo("How good? [Delivery]", 0, 9, 9, 9, 9, 9)), code(answersTo("How good? [Advice]", 0, 9, 9, 9, 9)))
	got := draftFileOf(t, "staff.csv", export, "customers.csv", export)
	if n := strings.Count(got, `scale: 1..5, missing: {dont_know: ["99"]}`); n != 4 {
		t.Errorf("%d columns of 1 to 5, want 4:\n%s", n, got)
	}
}

// accepted reads the draft with the first line of each question that is offered, and the outcome in place of its item.
func accepted(t *testing.T, draft string) *study.Study {
	t.Helper()
	var lines []string
	taken := map[string]bool{}
	for _, line := range strings.Split(draft, "\n") {
		id, _, is := strings.Cut(strings.TrimPrefix(line, "#"), ":")
		if !strings.HasPrefix(line, "#  ") || strings.HasPrefix(line, "#   ") || !is || strings.Contains(strings.TrimSpace(id), " ") || taken[id] {
			lines = append(lines, line)
			continue
		}
		taken[id] = true
		lines = append(lines, " "+strings.TrimPrefix(line, "# "))
	}
	if len(taken) == 0 {
		t.Errorf("no line is offered:\n%s", draft)
	}
	s, err := study.Parse("cxgap.yaml", []byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Errorf("%v:\n%s", err, strings.Join(lines, "\n"))
	}
	return s
}

// reads reads the files of a draft with the lines that it offers.
func reads(t *testing.T, draft string, files ...string) {
	t.Helper()
	if _, err := readThrough(accepted(t, draft), Options{Dir: written(t, files...)}); err != nil {
		t.Error(err)
	}
}

// An audience without the code of another is offered the same points, whichever of them it chose.
func TestOffersHaveThePointsOfTheOtherAudience(t *testing.T) {
	customers, staff := "id,Fees are clear\n", "id,Fees are clear\n"
	for i := range 60 {
		customers += fmt.Sprintf("%d,%d\n", 1000+i, 2+i%9)
		staff += fmt.Sprintf("%d,%d\n", 1000+i, 3+i%8)
	}
	customers += "1060,99\n1061,99\n1062,99\n"
	staff += "1060,N/A\n"
	file := draftFileOf(t, "staff.csv", staff, "customers.csv", customers)
	line := ""
	for _, one := range strings.Split(file, "\n") {
		if strings.HasPrefix(one, "#  fees_are_clear") {
			line = one
		}
	}
	if strings.Count(line, "scale: 1..10") != 2 {
		t.Errorf("not on one scale: %s\n%s", line, file)
	}
}

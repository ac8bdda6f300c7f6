package importers

import (
	"strings"
	"testing"
)

// What may stand for no answer beside five points (0 and 6, X, Blank) is offered in lines that can be taken as they stand, the other readings behind them; words that
// are ends or points are offered as ever.
func TestOffersOfWhatIsNoAnswer(t *testing.T) {
	beside := func(header string, of []int, cells ...string) []string {
		column := answersTo(header, of...)
		for range 9 {
			column = append(column, cells...)
		}
		return column
	}
	five := []int{0, 9, 12, 20, 25, 20}
	for _, test := range []struct {
		name   string
		column []string
		lines  []string // what stands behind the name of the column, in order
	}{
		{"0 and 6", beside("How kind?", five, "0", "6"), []string{
			`scale: 1..5, missing: {blank: ["0", "6"]}}}} # if 0 and 6 are no answer`,
			`scale: 1..6, missing: {dont_know: ["0"]}}}} # or, if 0 is no answer and 6 a point`,
			`scale: 0..6}}} # or, if 0 is a point`,
		}},
		{"0 alone", beside("How kind?", five, "0"), []string{`scale: 1..5, missing: {dont_know: ["0"]}}}} # if 0 is no answer`, `scale: 0..5}}} # or, if 0 is a point`}},
		{"0 and 6 of a named scale", beside("How kind (1-5)?", five, "0", "6"), []string{
			`scale: 1..5, missing: {blank: ["0", "6"]}}}} # if 0 and 6 are no answer`,
			`scale: 1..5, codes: {"0": "?", "1": "?", "2": "?", "3": "?", "4": "?", "5": "?", "6": "?"}}}} # or, if these are codes`,
		}},
		{"codes one up on a named scale", beside("How kind (1-5)?", []int{0, 0, 12, 20, 25, 20}, "6"), []string{`scale: 1..5, codes: {"2": "?", "3": "?", "4": "?", "5": "?", "6": "?"}}}}`}},
		{"X", beside("How kind?", five, "X"), []string{`scale: 1..5, missing: {dont_know: [X]}}}} # if "X" is "don't know"`, `scale: 1..5, missing: {blank: [X]}}}} # or, if "X" is blank`}},
		{"x", beside("How kind?", five, "x"), []string{`scale: 1..5, missing: {dont_know: [x]}}}} # if "x" is "don't know"`, `scale: 1..5, missing: {blank: [x]}}}} # or, if "x" is blank`}},
		{"Blank", beside("How kind?", five, "Blank"), []string{`scale: 1..5, missing: {blank: [Blank]}}}} # if "Blank" is blank`, `scale: 1..5, missing: {dont_know: [Blank]}}}} # or, if "Blank" is "don't know"`}},
		{"text with a number", beside("How kind?", five, "call 0171 1234567"), nil},
	} {
		export := ratedOnce(test.column, answersTo("How clear?", 0, 9, 9, 9, 9, 9))
		got := draftFileOf(t, "customers.csv", export)
		var lines []string
		for _, line := range strings.Split(got, "\n") {
			if _, offer, is := strings.Cut(line, `{customers: {column: "`+test.column[0]+`", `); is && strings.HasPrefix(line, "#  ") {
				lines = append(lines, offer)
			}
		}
		if strings.Join(lines, "\n") != strings.Join(test.lines, "\n") {
			t.Errorf("%s: got\n%s\nin\n%s", test.name, strings.Join(lines, "\n"), got)
		}
		if !strings.Contains(got, "label: \"How clear?\"") {
			t.Errorf("%s: no item of the other question:\n%s", test.name, got)
		}
		if len(lines) > 0 && !strings.Contains(lines[0], "?") {
			reads(t, got, "customers.csv", export)
		}
	}
}

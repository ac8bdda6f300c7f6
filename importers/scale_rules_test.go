package importers

import (
	"strings"
	"testing"
)

// Each question has its own scale: neither other questions nor stray numbers make it longer, and what the wording names holds.
func TestScaleRules(t *testing.T) {
	fair := answersTo("How fair are we?", 0, 2, 2, 3, 3, 2)
	fairToo := answersTo("How fair are we?", 0, 12, 12, 12, 12, 12)
	for name, test := range map[string]struct {
		staff, customers [][]string // columns
		want, not        string     // not: what must not stand there; empty: nothing
	}{
		"longer scales of other stems lend nothing": {
			[][]string{fair, answersTo("To what extent do we care?", 0, 1, 2, 2, 2, 2, 2, 1), answersTo("To what extent do we help?", 0, 1, 1, 2, 2, 2, 2, 2)},
			[][]string{fairToo, answersTo("To what extent do we care?", 0, 8, 8, 8, 8, 8, 8, 8), answersTo("To what extent do we help?", 0, 8, 8, 8, 8, 8, 8, 8)},
			`how_fair_are_we "How fair are we?" performance staff=1..5 customers=1..5`, "",
		},
		"a number behind an empty stretch": {
			[][]string{answersTo("How kind?", 0, 2, 2, 3, 3, 2)},
			[][]string{answersTo("How kind?", 0, 11, 24, 28, 32, 18, 0, 0, 0, 7)},
			`7 of 120 answers are 9, and nobody chose a point between it and 5: a code, such as for "don't know", or a longer scale?`, "how_kind",
		},
		"a 9 behind four points": {
			[][]string{answersTo("How kind?", 0, 4, 3, 3, 2)},
			[][]string{answersTo("How kind?", 0, 33, 25, 25, 24, 0, 0, 0, 0, 13)},
			"13 of 120 answers are 9, and nobody chose a point between it and 4", "how_kind",
		},
		"ten points, some of which few chose": {
			[][]string{answersTo("How kind?", 0, 0, 1, 1, 1, 2, 0, 0, 1, 2)},
			[][]string{answersTo("How kind?", 0, 1, 1, 2, 2, 3, 0, 4, 6, 5, 3)},
			"how_kind \"How kind?\" performance staff=1..10 customers=1..10", "",
		},
		"the wording names the scale": {
			[][]string{answersTo("How kind (1-5)?", 0, 2, 2, 3, 3, 2)},
			[][]string{append(answersTo("How kind (1-5)?", 0, 20, 20, 20, 20, 20), "99", "99", "99")},
			"left out: \"How kind (1-5)?\": in customers.csv, 3 of 103 answers lie outside the scale 1 to 5 that the question names, such as 99", "how_kind",
		},
		"and a zero below it": {
			[][]string{answersTo("How kind from 1 to 10?", 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)},
			[][]string{answersTo("How kind from 1 to 10?", 13, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)},
			"13 of 103 answers lie outside the scale 1 to 10 that the question names, such as 0", "how_kind",
		},
		"and what stands for no answer": {
			[][]string{answersTo("How kind? (1-5; 9 = don't know)", 0, 2, 2, 3, 3, 2, 0, 0, 0, 2)},
			[][]string{answersTo("How kind? (1-5; 9 = don't know)", 0, 9, 9, 9, 9, 9, 0, 0, 0, 11)},
			"performance staff=1..5 customers=1..5\nscale_unknown", "",
		},
		"rows of a matrix that names it once": {
			[][]string{answersTo("How good (1-7)? [Price]", 0, 2, 2, 3, 3, 2), answersTo("How good (1-7)? [Speed]", 0, 2, 2, 3, 3, 2)},
			[][]string{answersTo("How good (1-7)? [Price]", 0, 9, 9, 9, 9, 9), append(answersTo("How good (1-7)? [Speed]", 0, 9, 9, 9, 9, 9), "99", "99")},
			"price \"Price\" performance staff=1..7 customers=1..7", "speed \"Speed\"",
		},
		"a slip far out in one row of a matrix": {
			[][]string{answersTo("How good? [Price]", 0, 2, 2, 3, 3, 2), answersTo("How good? [Speed]", 0, 2, 2, 3, 3, 2)},
			[][]string{answersTo("How good? [Price]", 0, 9, 9, 9, 9, 9), append(answersTo("How good? [Speed]", 0, 30, 30, 30, 30, 30), "55")},
			"price \"Price\" performance staff=1..5 customers=1..5", "speed \"Speed\"",
		},
		"four points in words beside seven of another stem": {
			[][]string{inWords("Agree? [Fair]", fourPoints()), inWords("And these? [Team]", sevenPoints())},
			[][]string{inWords("Agree? [Fair]", fourPoints()), inWords("And these? [Team]", sevenPoints())},
			"fair \"Fair\" performance staff=1..4 customers=1..4", "",
		},
		"four points in words of many beside five": {
			[][]string{inWords("They are fair", fourPoints()), inWords("They come on time", fivePoints())},
			[][]string{inWords("They are fair", fourPoints()), inWords("They come on time", fivePoints())},
			"they_are_fair \"They are fair\" performance staff=1..4 customers=1..4", "",
		},
		"an end in words that one audience did not choose": {
			[][]string{answersTo("Would you recommend us?", 0, 0, 0, 0, 0, 2, 2, 7)},
			[][]string{append(answersTo("Would you recommend us?", 0, 1, 1, 2, 4, 9, 9, 9, 8, 5), "Excellent - 10", "Excellent - 10")},
			"performance staff=1..10 customers=1..10", "",
		},
		"three lengths for three kinds of people": {
			[][]string{answersTo("How kind?", 0, 2, 8, 8, 7, 6, 4, 5)},
			[][]string{answersTo("How kind?", 0, 1, 2, 4, 5, 5, 10, 20, 25, 12, 6)},
			"performance staff=1..7 customers=1..10\n", "",
		},
	} {
		clear := answersTo("Is it clear or not?", 0, 2, 2, 2, 2, 2)
		staff, customers := append(test.staff, clear), append(test.customers, clear)
		s, notices, err := drafted(t, "staff.csv", ratedOnce(staff...), "customers.csv", ratedOnce(customers...))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := described(s, notices)
		if want := strings.TrimSuffix(test.want, "\nscale_unknown"); !strings.Contains(got, want) || want != test.want && strings.Contains(got, "scale_unknown") {
			t.Errorf("%s: %q is not in\n%s", name, want, got)
		}
		if test.not != "" && strings.Contains(got, test.not+" ") {
			t.Errorf("%s: an item although its scale is open:\n%s", name, got)
		}
	}
}

// ratedOnce writes an export in which each answer of a column stands once; shorter columns are blank at the end.
func ratedOnce(columns ...[]string) string {
	rows := 0
	for _, c := range columns {
		rows = max(rows, len(c))
	}
	var b strings.Builder
	for i := range rows {
		for k, c := range columns {
			if k > 0 {
				b.WriteByte(',')
			}
			if i < len(c) {
				b.WriteString(c[i])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func inWords(header string, words []string) []string {
	c := []string{header}
	for range 12 {
		c = append(c, words...)
	}
	return c
}

func fourPoints() []string {
	return []string{"Strongly disagree", "Disagree", "Agree", "Strongly agree"}
}

func fivePoints() []string { return append(fourPoints(), "Neither agree nor disagree") }

func sevenPoints() []string { return append(fivePoints(), "Somewhat agree", "Somewhat disagree") }

// A code that the wording explains stands on its own question where it is a point of another's scale; audiences on different scales are
// asked about.
func TestDraftFileOfScales(t *testing.T) {
	staff := ratedOnce(answersTo("How kind? (1-5; 9 = don't know)", 0, 2, 2, 3, 3, 2, 0, 0, 0, 2), answersTo("How fair are our prices?", 0, 2, 8, 8, 7, 6, 4, 5))
	customers := ratedOnce(answersTo("How kind? (1-5; 9 = don't know)", 0, 9, 9, 9, 9, 9, 0, 0, 0, 11), answersTo("How fair are our prices?", 0, 1, 2, 4, 5, 5, 10, 20, 25, 12, 6))
	got := draftFileOf(t, "staff.csv", staff, "customers.csv", customers)
	for _, want := range []string{`missing: {dont_know: ["9"]}}`, "# ? Was this asked on different scales, as the highest answers tell (staff 1..7, customers 1..10)?"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "\nmissing:") {
		t.Errorf("9 is missing everywhere:\n%s", got)
	}
	measured := ratedOnce([]string{"How kind?", "0.71", "1.2", "3.3", "4"}, answersTo("How fair?", 0, 1, 1, 1, 1, 1))
	if got := draftFileOf(t, "staff.csv", measured, "customers.csv", measured); strings.Contains(got, "0.71..") {
		t.Errorf("a line that nobody can accept:\n%s", got)
	}
}

package importers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// numbersIn is a column of numbers under a header.
func numbersIn(header string, numbers ...int) []string {
	c := []string{header}
	for _, x := range numbers {
		c = append(c, fmt.Sprint(x))
	}
	return c
}

// What counts the rows is no rating, however few they are; what is worded as a rating is one, though its few answers stand in order.
func TestRunningNumbersAreNoRatings(t *testing.T) {
	to := func(n int) (all []int) {
		for i := range n {
			all = append(all, i+1)
		}
		return all
	}
	down := to(9)
	slices.Reverse(down)
	long := append(to(40), 41, 41) // a row that stands twice
	for name, test := range map[string]struct {
		column []string
		kind   study.ColumnKind
	}{
		"nine rows":                  {numbersIn("entry", to(9)...), study.MetaColumn},
		"five rows":                  {numbersIn("entry", to(5)...), study.MetaColumn},
		"newest first":               {numbersIn("entry", down...), study.MetaColumn},
		"with rows left out":         {numbersIn("entry", 1, 2, 4, 5, 8, 9), study.MetaColumn},
		"a row twice":                {numbersIn("entry", long...), study.MetaColumn},
		"more than are told apart":   {numbersIn("entry", to(300)...), study.MetaColumn},
		"many, under a question":     {numbersIn("How many did it for us?", to(14)...), study.NumberColumn}, // a fact
		"many, in words of a rating": {numbersIn("Our service at the counter", to(14)...), study.NumberColumn},
		"past all scales":            {numbersIn("Our service at the counter", to(120)...), study.MetaColumn},
		"falling in steps":           {numbersIn("Annual spend", 9000, 8300, 7600, 6900, 6200, 5500, 4800, 4100), study.NumberColumn},
		"an index, sorted":           {numbersIn("Satisfaction index", to(69)[39:]...), study.RatingColumn},
		"a percentage, sorted":       {numbersIn("Satisfaction in per cent", to(100)...), study.RatingColumn},
		"five who fall":              {numbersIn("Speed", 5, 4, 3, 2, 1), study.RatingColumn},
		"an unnamed row left out":    {numbersIn("Speed", 1, 2, 4, 5, 6, 7, 9), study.RatingColumn},
		"four rows say nothing":      {numbersIn("entry", to(4)...), study.RatingColumn},
		"a question":                 {numbersIn("How satisfied are you?", to(5)...), study.RatingColumn},
		"a statement":                {numbersIn("Staff keep their promises", to(5)...), study.RatingColumn},
		"a named scale":              {numbersIn("Speed (0-100)", 1, 5, 20, 30, 35, 40, 41, 50, 60, 70, 80, 100), study.RatingColumn},
		"a row of a matrix":          {numbersIn("Aspects [Speed]", to(7)...), study.RatingColumn},
		"no order":                   {numbersIn("entry", 1, 3, 2, 5, 4, 2, 3, 1), study.RatingColumn},
		"sorted by somebody":         {numbersIn("entry", 1, 1, 1, 2, 2, 3, 3, 4, 4, 5), study.RatingColumn},
	} {
		in := inspectedText(t, ratedOnce(test.column))
		c := in.Columns[0]
		if c.Kind != test.kind {
			t.Errorf("%s: %s, want %s", name, c.Kind, test.kind)
		}
		if said := strings.Contains(flagsOf(c), "a running number, no rating"); said != (test.kind == study.MetaColumn) {
			t.Errorf("%s: flags %q", name, flagsOf(c))
		}
	}
}

// A draft has no item of what counts the rows, and says so.
func TestDraftOfARunningNumber(t *testing.T) {
	text := ratedOnce(numbersIn("entry", 1, 2, 3, 4, 5, 6, 7), numbersIn("We listen", 1, 3, 5, 4, 2, 3, 3))
	s, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	if len(s.Items) != 1 || !strings.Contains(got, `staff: not ratings: "entry" (a running number)`) {
		t.Error(got)
	}
}

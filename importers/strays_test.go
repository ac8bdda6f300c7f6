package importers

import (
	"fmt"
	"strings"
	"testing"
)

// answersTo is a column of an export: a header and cells, each so many times.
func answersTo(header string, times ...int) []string {
	c := []string{header}
	for i, n := range times {
		for range n {
			c = append(c, fmt.Sprint(i)) // times[0] of 0
		}
	}
	return c
}

// Numbers of one audience that run past those of another make no common scale in silence: each has its own, and that is said, or
// somebody is asked.
func TestNumbersPastThoseOfAnotherAudience(t *testing.T) {
	clear := answersTo("How clear?", 0, 20, 20, 20, 20, 20)
	for name, test := range map[string]struct {
		staff, customers []string
		want             string
	}{
		"both fill their scales": {answersTo("How kind?", 0, 20, 20, 20, 20, 20, 20, 20), answersTo("How kind?", 0, 30, 30, 30, 30, 30), "how_kind \"How kind?\" performance staff=1..7 customers=1..5"},
		"and it is said":         {answersTo("How kind?", 0, 20, 20, 20, 20, 20, 20, 20), answersTo("How kind?", 0, 30, 30, 30, 30, 30), "the audiences had different scales, by their highest answers (staff 1..7, customers 1..5), and are compared in percent of maximum possible (POMP): \"How kind?\""},
		"a few past it":          {answersTo("How kind?", 0, 20, 20, 20, 20, 20, 4, 2), answersTo("How kind?", 0, 30, 30, 30, 30, 30), "left out: \"How kind?\": in staff.csv, the answers of staff run to 7"},
		"hardly any past it":     {answersTo("How kind?", 0, 20, 20, 20, 20, 20, 2, 1), answersTo("How kind?", 0, 30, 30, 30, 30, 30), "in staff.csv, staff: 3 of 103 answers are 6 or 7, outside the points 1 to 5"},
		"one beside few fives":   {answersTo("How kind?", 0, 20, 20, 20, 20, 2, 0, 1), answersTo("How kind?", 0, 5, 5, 5, 5, 5), "1 of 83 answers is 7, outside the points 1 to 5 that all others chose"},
		"too few to end there":   {answersTo("How kind?", 0, 20, 20, 20, 20, 20, 20, 20), answersTo("How kind?", 0, 3, 3, 3, 3, 3), "staff=1..7 customers=1..7"},
		"the question says so":   {answersTo("How kind (1 = no; 7 = yes)?", 0, 20, 20, 20, 20, 20, 20, 20), answersTo("How kind (1 = no; 7 = yes)?", 0, 30, 30, 30, 30, 30), "staff=1..7 customers=1..7"},
	} {
		s, notices, err := drafted(t, "staff.csv", exportOf(len(test.staff)-1, test.staff, clear), "customers.csv", exportOf(len(test.customers)-1, test.customers, clear))
		if err != nil {
			t.Fatal(name, err)
		}
		if got := described(s, notices); !strings.Contains(got, test.want) {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// Rows of a matrix keep scales of their own where many answers show them.
func TestTwoScalesInAMatrix(t *testing.T) {
	in := inspectedText(t, exportOf(300, answersTo("How good is [Price]", 0, 1, 1, 1, 1, 1, 1, 1), answersTo("How good is [Speed]", 0, 1, 1, 1, 1, 1)))
	if got := in.Columns[0].Scale + " " + in.Columns[1].Scale; got != "1..7 1..5" || !strings.Contains(flagsOf(in.Columns[1]), "other rows of the matrix reach 7") {
		t.Errorf("scales %s, flags %q", got, flagsOf(in.Columns[1]))
	}
	in = inspectedText(t, exportOf(30, answersTo("How good is [Price]", 0, 1, 1, 1, 1, 1, 1, 1), answersTo("How good is [Speed]", 0, 1, 1, 1, 1, 1)))
	if got := in.Columns[1].Scale; got != "1..7" {
		t.Errorf("of 30 answers: %s", got)
	}
}

// Several strays, a stray 0 and a stray in one row of a small matrix make no scale either; a study can leave them out.
func TestStraysOfAllKinds(t *testing.T) {
	for name, test := range map[string]struct {
		columns [][]string
		want    string
	}{
		"two past the end":        {[][]string{answersTo("How kind?", 0, 80, 80, 80, 80, 80, 1, 2)}, "3 of 403 answers are 6 or 7, outside the points 1 to 5 that all others chose"},
		"eleven points and an 11": {[][]string{answersTo("How kind?", 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9)}, `9 of 119 answers are 11, beside all eleven points from 0 to 10: an answer such as "don't know", or a point? (scale: 0..11 keeps it, missing: {dont_know: [11]} leaves it out)`},
		"a zero below seven":      {[][]string{answersTo("How kind?", 1, 80, 80, 80, 80, 80, 80, 80)}, "1 of 561 answers is 0, outside the points 1 to 7"},
		"a zero below five":       {[][]string{answersTo("How kind?", 1, 80, 80, 80, 80, 80)}, "1 of 401 answers is 0, outside the points 1 to 5"},
		"one row of a small matrix": {[][]string{
			answersTo("Rate us [Price]", 0, 5, 5, 5, 5, 5, 1), answersTo("Rate us [Speed]", 0, 5, 5, 5, 5, 6), answersTo("Rate us [Care]", 0, 5, 5, 5, 5, 6),
		}, "1 of 26 answers is 6, one past the points to 5"},
		"many behind a stretch":    {[][]string{answersTo("How kind?", 0, 20, 20, 30, 20, 20, 0, 0, 0, 40)}, "40 of 150 answers are 9, and nobody chose a point between it and 5"},
		"most behind a stretch":    {[][]string{answersTo("How kind?", 0, 10, 20, 30, 20, 0, 0, 0, 0, 90)}, "90 of 170 answers are 9, and nobody chose a point between it and 4"},
		"nine points":              {[][]string{answersTo("How kind?", 0, 10, 20, 30, 20, 30, 2, 4, 3, 40)}, ""},
		"a named scale":            {[][]string{answersTo("How kind (from 1 to 9)?", 0, 20, 20, 30, 20, 20, 0, 0, 0, 40)}, ""},
		"a scale that begins at 0": {[][]string{answersTo("How kind?", 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30)}, ""},
	} {
		c := inspectedText(t, exportOf(len(test.columns[0])-1, test.columns...)).Columns[0]
		if got := flagsOf(c); !strings.Contains(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	export := exportOf(401, answersTo("How kind?", 1, 80, 80, 80, 80, 80), answersTo("How clear?", 0, 1, 1, 1, 1, 1))
	if got := draftFileOf(t, "staff.csv", export, "customers.csv", export); !strings.Contains(got, `{column: "How kind?", scale: 1..5, missing: {dont_know: ["0"]}}`) {
		t.Error(got)
	}
	eleven := answersTo("How kind?", 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9)
	got := draftFileOf(t, "staff.csv", exportOf(130, eleven, answersTo("How clear?", 0, 20, 20, 20, 20, 20)), "customers.csv", exportOf(120, eleven, answersTo("How clear?", 0, 30, 20, 20, 20, 20)))
	if !strings.Contains(got, `{column: "How kind?", scale: 0..10, missing: {dont_know: ["11"]}}, customers: {column: "How kind?", scale: 0..10, missing: {dont_know: ["11"]}}`) || strings.Contains(got, "blank") {
		t.Error(got)
	}
}

// Rows of a matrix that a form writes behind a point share their scale, though its question ends without a mark and nothing else tells the form.
func TestRowsBehindAPoint(t *testing.T) {
	in := inspectedText(t, exportOf(30, answersTo("Our service.Price", 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), answersTo("Our service.Speed", 0, 0, 0, 1, 1, 1)))
	if c := in.Columns[1]; c.Scale != "1..10" || c.Stem != "Our service" {
		t.Errorf("scale %s, stem %q", c.Scale, c.Stem)
	}
}

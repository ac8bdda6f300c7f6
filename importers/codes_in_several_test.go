package importers

import (
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// withCode are columns of ratings to 10 beside a number of which some cells are a code.
func withCode(code string, cells int, headings ...string) [][]string {
	var columns [][]string
	for _, heading := range headings {
		c := answersTo(heading, 0, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9)
		for range cells {
			c = append(c, code)
		}
		columns = append(columns, c)
	}
	return columns
}

// A code such as 99 in several columns of an export is no slip: it is asked about once, and one line a column is offered.
func TestOneCodeInSeveralColumnsIsAskedOnce(t *testing.T) {
	for code, want := range map[string]string{
		"99": "99 stands in 3 columns of ratings (12 cells), outside the points 1 to 10: don't know, or no answer? (missing: {dont_know: [99]} or {blank: [99]} leaves it out)",
		"-9": "-9 stands in 3 columns of ratings (12 cells), outside the points 1 to 10: don't know, or no answer?",
	} {
		columns := append(withCode(code, 4, "How kind?", "How fast?", "How fair?"), answersTo("How clear?", 0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5))
		text := ratedOnce(columns...)
		_, notices, err := drafted(t, "customers.csv", text)
		if err != nil {
			t.Fatal(err)
		}
		if got := described(&study.Study{}, notices); strings.Count(got, `left out: "How kind?", "How fast?", "How fair?": `+want) != 1 || strings.Contains(got, "slip") {
			t.Errorf("not once %s in\n%s", want, got)
		}
		file := draftFileOf(t, "customers.csv", text)
		if strings.Count(file, `? Which scale have "How kind?", "How fast?", "How fair?"? `+code+" stands in 3 columns") != 1 || strings.Count(file, `scale: 1..10, missing: {dont_know: ["`+code+`"]}}}} # if `+code+" is no answer") != 3 {
			t.Error(file)
		}
		for _, c := range inspectedText(t, text).Columns[:3] {
			if !strings.Contains(flagsOf(c), "no scale: "+code+" stands in 3 columns") {
				t.Errorf("%s: %q", c.ID, flagsOf(c))
			}
		}
	}
}

// Two columns may have a slip each, points below 0 are points, and what lies elsewhere beyond the scale has its own reason.
func TestWhatIsNoCodeOfSeveralColumns(t *testing.T) {
	below := [][]string{{"How kind?"}, {"How fast?"}, {"How fair?"}}
	for i := range below {
		for x := -5; x <= 5; x++ {
			for range 4 {
				below[i] = append(below[i], strconv.Itoa(x))
			}
		}
	}
	strange := withCode("99", 4, "How kind?", "How fast?", "How fair?", "How near?")
	strange[0] = append(strange[0], "23")
	for name, test := range map[string]struct {
		columns [][]string
		times   int
	}{
		"two columns":     {withCode("99", 4, "How kind?", "How fast?"), 0},
		"points below 0":  {below, 0},
		"no code":         {withCode("50", 4, "How kind?", "How fast?", "How fair?"), 0},
		"another besides": {strange, 1},
	} {
		_, notices, err := drafted(t, "customers.csv", ratedOnce(append(test.columns, answersTo("How clear?", 0, 5, 5, 5, 5, 5))...))
		if err != nil {
			t.Fatal(err)
		}
		if got := described(&study.Study{}, notices); strings.Count(got, "columns of ratings (") != test.times {
			t.Errorf("%s:\n%s", name, got)
		}
		if name == "another besides" && strings.Contains(described(&study.Study{}, notices), `"How kind?", "How`) {
			t.Errorf("%s: the column with a 23 is said to have the code alone", name)
		}
	}
}

// The report says that a draft has lines for the code, and the draft that they stand above.
func TestWhereTheLinesOfACodeStand(t *testing.T) {
	text := ratedOnce(withCode("99", 4, "How kind?", "How fast?", "How fair?")...)
	if file := strings.Join(strings.Fields(strings.ReplaceAll(draftFileOf(t, "customers.csv", text), "#", "")), " "); !strings.Contains(file, theirLinesAbove) || strings.Contains(file, draftsTheirLines) {
		t.Errorf("the draft sends to itself:\n%s", file)
	}
}

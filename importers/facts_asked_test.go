package importers

import (
	"strings"
	"testing"
)

// What is taken for a fact is named where its numbers could be those of a rating: below an inspection, and in a draft with the line that takes it.
func TestFactsAreNamed(t *testing.T) {
	columns := [][]string{answersTo("How fair?", 0, 9, 12, 8, 7, 6)}
	names := []string{"Years in the company", "Months in the team", "Number of visits", "Number of children", "Number of branches", "Number of calls"}
	for _, name := range names {
		columns = append(columns, answersTo(name, 0, 9, 12, 8, 7, 6))
	}
	columns = append(columns, answersTo("Age", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6))
	text := ratedOnce(columns...)
	if c := inspectedText(t, text).Columns[1]; !strings.Contains(flagsOf(c), "its heading asks for a fact, such as an age, a date or a number of something, and no rating") {
		t.Errorf("%s: %q", c.ID, flagsOf(c))
	}
	if c := inspectedText(t, text).Columns[7]; c.ID != "Age" || flagsOf(c) != "" {
		t.Errorf("%s: %q", c.ID, flagsOf(c))
	}
	file := draftFileOf(t, "customers.csv", text)
	if n := strings.Count(file, "? These were taken for facts"); n != 1 {
		t.Errorf("facts are headed %d times", n)
	}
	for _, name := range names {
		if !strings.Contains(file, `performance: {customers: {column: "`+name+`", scale: 1..5}}}`) && !strings.Contains(file, "performance: {customers: {column: "+name+", scale: 1..5}}}") {
			t.Errorf("no line takes %q in\n%s", name, file)
		}
	}
	if !strings.Contains(file, "Taken for facts besides, whose numbers are of no usual scale: Age.") {
		t.Errorf("the age is not named in\n%s", file)
	}
	few := ratedOnce(columns[0], columns[len(columns)-1])
	if file := draftFileOf(t, "customers.csv", few); strings.Contains(file, "Taken for facts besides") || !strings.Contains(file, `taken for facts, not ratings: "Age"`) {
		t.Errorf("few facts are all named by the notice, and once:\n%s", file)
	}
}

package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Every column has an id of its own, also where a header reads like the position of another column, or like the number of a duplicate.
func TestIDsNameOneColumn(t *testing.T) {
	columns := headerColumns([]string{"#3", "Q1", "Q1", "Q1[1]", ""})
	uniqueIDs(columns)
	e := &Export{Name: "a.csv", Columns: columns}
	seen := map[string]bool{}
	for i, c := range columns {
		if seen[c.ID] {
			t.Errorf("two columns are called %q", c.ID)
		}
		seen[c.ID] = true
		selector := study.Selector{Name: c.ID}
		if position().MatchString(c.ID) {
			selector = study.Selector{Position: c.Position}
			if want := selector.String(); c.ID != want {
				t.Errorf("column %d is called %q, want %q", i+1, c.ID, want)
			}
		}
		if at, _ := locate(e, &selector); at != i {
			t.Errorf("%q names column %d, want %d", c.ID, at+1, i+1)
		}
	}
}

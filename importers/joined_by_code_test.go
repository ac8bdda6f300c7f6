package importers

import (
	"strings"
	"testing"
)

// Items whose audiences share nothing but a code are asked about, whether both lack the words or one of them.
func TestItemsJoinedByCodeAlone(t *testing.T) {
	coded := ratedOnce(answersTo("Q1", 0, 4, 9, 6, 3, 8), answersTo("Q2_a", 0, 3, 8, 6, 4, 8), answersTo("Friendly", 0, 4, 8, 7, 3, 8))
	worded := "Q1,Q2_a\nWe answer quickly,We deliver on time\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n" + strings.Repeat("1,5\n3,2\n4,4\n2,1\n5,3\n", 6)
	for name, test := range map[string]struct{ staff, customers, want string }{
		"no words":      {coded, coded, `"Q1", "Q2_a"`},
		"words of one":  {worded, coded, `"Q1", "Q2_a"`},
		"words of both": {worded, worded, ""},
		"one's own":     {coded, ratedOnce(answersTo("Friendly", 0, 4, 8, 7, 3, 8)), ""},
		"no codes":      {ratedOnce(answersTo("Speed 24", 0, 4, 9, 6, 3, 8)), ratedOnce(answersTo("Speed 24", 0, 4, 9, 6, 3, 8)), ""},
	} {
		s, notices, err := drafted(t, "staff.csv", test.staff, "customers.csv", test.customers)
		if err != nil {
			t.Fatal(name, faultsOf(err))
		}
		got := described(s, notices)
		if want := "joined_by_code: joined because their columns bear the same code, which says nothing of what was asked: " + test.want + "; "; strings.Contains(got, want) != (test.want != "") {
			t.Errorf("%s:\n%s", name, got)
		}
		draft := draftFileOf(t, "staff.csv", test.staff, "customers.csv", test.customers)
		if asked := strings.Contains(draft, "? Do all audiences answer the same question under "+test.want); asked != (test.want != "") {
			t.Errorf("%s:\n%s", name, draft)
		}
	}
}

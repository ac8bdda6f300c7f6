package importers

import (
	"strings"
	"testing"
)

// Labels are what was asked, without what a platform or a printed form adds.
func TestPlainLabels(t *testing.T) {
	export := "StartDate,EndDate,Status,Progress,ResponseId,Q1,Q1_3_TEXT,Q2_1\n" +
		"Start Date,End Date,Response Type,Progress,Response ID,Which branch was it? - Selected Choice,Which branch was it? - Other - Text,How good are these? - Staff:\n"
	for range 8 {
		export += "2026-01-01 10:00:00,2026-01-01 10:05:00,0,100,R_1,North,,4\n2026-01-01 10:00:00,2026-01-01 10:05:00,0,100,R_2,South,,5\n2026-01-01 10:00:00,2026-01-01 10:05:00,0,100,R_3,Jun-25,,3\n"
	}
	got := draftFileOf(t, "customers.csv", export)
	for _, want := range []string{
		`which_branch_was_it: {label: "Which branch was it", customers: Q1}`, `label: Staff` + "\n", `Excel made dates of ranges, such as "Jun-25"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

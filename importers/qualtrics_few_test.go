package importers

import (
	"strings"
	"testing"
)

// The row of questions below the tags is a header however few the responses are; a response is none, whatever it holds.
func TestQuestionsOfFewResponses(t *testing.T) {
	const tags = "StartDate,EndDate,Progress,Finished,Q1\n"
	const response = "2026-01-01 10:00:00,2026-01-01 10:00:00,100,True,2\n"
	for name, test := range map[string]struct {
		text          string
		headers, kept int
	}{
		"five responses":              {tags + "Start Date,End Date,Progress,Finished,How satisfied are you?\n" + strings.Repeat(response, 5), 2, 5},
		"one":                         {tags + "StartDate,EndDate,Progress,Finished,How satisfied are you?\n" + response, 2, 1},
		"in German":                   {tags + "Startdatum,Enddatum,Fortschritt,Beendet,Wie zufrieden sind Sie?\n" + response, 2, 1},
		"many":                        {tags + "Start Date,End Date,Progress,Finished,How satisfied are you?\n" + strings.Repeat(response, 40), 2, 40},
		"no row of questions":         {tags + strings.Repeat(response, 5), 1, 5},
		"days of a spreadsheet":       {tags + strings.Repeat("1 Jan 26,1 Jan 26,100 %,Wahr,2\n", 5), 1, 5},
		"days taken away":             {tags + strings.Repeat(",,100,True,2\n", 5), 1, 5},
		"everything taken away":       {tags + strings.Repeat(",,,,2\n", 5), 1, 5},
		"no days":                     {"Status,Finished,ResponseId,UserLanguage,Q1\nResponse Type,Finished,Response ID,User Language,How satisfied are you?\nIP Address,True,R_a,EN,4\n", 2, 1},
		"no days, and no questions":   {"Status,Finished,ResponseId,UserLanguage,Q1\nIP Address,True,R_abc,EN,4\nIP Address,True,R_b1,EN,4\n", 1, 2},
		"one of them is a response's": {tags + "Start Date,End Date,100,Finished,4\n" + response, 1, 2},
	} {
		in := inspectedText(t, test.text)
		if in.Platform != "qualtrics" || in.HeaderRows != test.headers || in.Kept != test.kept {
			t.Errorf("%s: %s (%s), %d headers, kept %d, want %d and %d", name, in.Platform, in.Evidence, in.HeaderRows, in.Kept, test.headers, test.kept)
		}
	}
}

package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// The base of a question with several answers are those who chose any of its options, in whatever words; where the platform writes something for
// what was shown and not chosen, the others were not shown it.
func TestBaseOfOptions(t *testing.T) {
	const none = -1
	const monkey = "Respondent ID,Collector ID,Which tools?,,,How satisfied are you?\n,,Hammer,Saw,Other (please specify),Response\n"
	const kobo = "Which tools?,Which tools?/Hammer,Which tools?/Saw,_uuid,_submission_time\n"
	const qualtrics = "StartDate,Status,Finished,ResponseId,Q1_1,Q1_2\nStart Date,Response Type,Finished,Response ID,Which tools? - Hammer,Which tools? - Saw\n" +
		`"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1"",""choiceId"":""1""}","{""ImportId"":""QID1"",""choiceId"":""2""}"` + "\n"
	for name, test := range map[string]struct {
		header string
		rows   []string // each four times
		at     int      // of the column that is looked at
		base   int      // none: all rows
		shown  [3]int   // answered, blank, not shown (none: not told)
		flag   bool
	}{
		"SurveyMonkey":                 {monkey, []string{"%d,9,Hammer,,,5", "%d,9,,Saw,,1", "%d,9,,,,2", "%d,9,,,,4"}, 2, 8, [3]int{4, 12, none}, true},
		"only other":                   {monkey, []string{"%d,9,Hammer,,,5", "%d,9,,Saw,,1", "%d,9,,,a file,2", "%d,9,,,,4"}, 2, 12, [3]int{4, 12, none}, true},
		"everybody answered":           {monkey, []string{"%d,9,Hammer,,,5", "%d,9,,Saw,,1", "%d,9,,Saw,,3"}, 2, none, [3]int{4, 8, none}, false},
		"a matrix is none":             {strings.Replace(monkey, "Hammer,Saw", "We listen,We answer", 1), []string{"%d,9,5,4,,5", "%d,9,4,3,,1", "%d,9,,,,3", "%d,9,1,2,,3", "%d,9,2,1,,3", "%d,9,3,5,,3"}, 2, none, [3]int{20, 4, none}, false},
		"KoboToolbox":                  {kobo, []string{"Hammer,1,0,%d,2026-09-01", "Saw,0,1,%d,2026-09-01", ",,,%d,2026-09-01", ",0,0,%d,2026-09-01"}, 1, 12, [3]int{12, 0, 4}, false},
		"Qualtrics":                    {qualtrics, []string{"2026-09-01,IP Address,True,R_%d,,", "2026-09-01,IP Address,True,R_%d,1,-99", "2026-09-01,IP Address,True,R_%d,-99,-99"}, 4, 8, [3]int{4, 4, 4}, false},
		"Qualtrics that says nothing":  {qualtrics, []string{"2026-09-01,IP Address,True,R_%d,,", "2026-09-01,IP Address,True,R_%d,1,", "2026-09-01,IP Address,True,R_%d,,1"}, 4, 8, [3]int{4, 8, none}, true},
		"all options, beside each one": {kobo, []string{"Hammer,1,0,%d,2026-09-01", "Hammer Saw,1,1,%d,2026-09-01", ",,,%d,2026-09-01"}, 2, 8, [3]int{8, 0, 4}, false},
	} {
		text := test.header
		for i := range 4 {
			for k, row := range test.rows {
				text += fmt.Sprintf(row, 1000+10*i+k) + "\n"
			}
		}
		in := inspectedText(t, text)
		accounted(t, in)
		c := in.Columns[test.at]
		base, notShown, flagged := none, none, false
		if c.Base != nil {
			base = *c.Base
		}
		if c.NotShown != nil {
			notShown = *c.NotShown
		}
		for _, f := range c.Flags {
			flagged = flagged || f.Code == "options_base"
		}
		if got := [3]int{c.Answered, c.Blank, notShown}; base != test.base || got != test.shown || flagged != test.flag {
			t.Errorf("%s (%s): %s %s of %d, %v, flagged %t, want of %d, %v", name, in.Platform, c.ID, c.Kind, base, got, flagged, test.base, test.shown)
		}
		if in.Platform == (koboToolbox{}).name() && in.Columns[0].Kind != study.DropColumn {
			t.Errorf("%s: all options in one cell are %s", name, in.Columns[0].Kind)
		}
	}
}

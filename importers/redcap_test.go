package importers

import (
	"strings"
	"testing"
)

// A column that says whether something was completed is REDCap's only beside what REDCap alone writes; else no row is left out for it.
func TestREDCapOrPlainTable(t *testing.T) {
	for name, test := range map[string]struct {
		header, cells string
		want          string
		kept          int
	}{
		"somebody's own status": {"customer,Complete?,q1,q2", "1,0,2,5|2,1,1,4|3,0,2,4|4,1,4,4", "generic", 4},
		"at the end":            {"customer,q1,q2,Complete?", "1,2,5,0|2,1,4,1|3,2,4,0|4,4,4,1", "generic", 4},
		"a training":            {"participant_id,training_complete,q1,q2", "0,0,2,2|1,0,2,3|2,0,3,1|3,1,3,2", "generic", 4},
		"two in words":          {"participant_id,task_complete,q1,site_complete", "0,yes,2,no|1,no,2,no|2,no,3,yes|3,yes,3,yes", "generic", 4},
		"two forms":             {"ID,q1,Complete?,q2,Complete?", "1,2,Complete,,Incomplete|2,,Incomplete,,Incomplete|3,4,Unverified,3,Complete", "redcap", 2},
		"a checkbox":            {"ID,Tools (choice=Chat),q1,Complete?", "1,Checked,2,Complete|2,Unchecked,,Incomplete", "redcap", 1},
		"a record":              {"Record ID,q1,q2,Complete?", "1,2,3,Complete|2,,,Incomplete", "redcap", 1},
		"raw":                   {"record_id,q1,q2,survey_complete", "1,2,3,2|2,,,0", "redcap", 1},
		"raw checkboxes":        {"study_id,q1,survey_complete,tools___1,extra", "1,2,2,1,9|2,,0,0,9", "redcap", 1},
	} {
		in := inspectedText(t, test.header+"\n"+strings.ReplaceAll(test.cells, "|", "\n")+"\n")
		if in.Platform != test.want || in.Kept != test.kept {
			t.Errorf("%s: %s (%s), kept %d, want %s, %d", name, in.Platform, in.Evidence, in.Kept, test.want, test.kept)
		}
	}
}

package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Without the row that tells which questions are only to be written nobody is judged to have left early, and that is said; with it nothing is.
func TestLeftEarlyUnjudged(t *testing.T) {
	const first = "Respondent ID,Collector ID,Start Date,How good is the speed?,,How good is the price?\n"
	const second = ",,,Response,Other (please specify),Response\n"
	const rows = "101,1,2026-09-01,Good,,Poor\n102,1,2026-09-01,Fair,,Good\n103,1,2026-09-02,Good,,\n"
	for text, want := range map[string]bool{first + rows: true, first + second + rows: false} {
		in := inspectedText(t, text)
		said := false
		for _, n := range in.Warnings {
			said = said || n.Code == study.LeftEarlyUnjudged
		}
		if in.Platform != "surveymonkey" || said != want {
			t.Errorf("%s, %d header records: %v", in.Platform, in.HeaderRows, in.Warnings)
		}
	}
}

package importers

import (
	"strings"
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

// A line of one cell is refused with what it may be; a row with a cell too few is a broken one.
func TestHintOnLinesBelow(t *testing.T) {
	for line, note := range map[string]bool{"Generated on 2026-09-01": true, "4,3": false} {
		_, _, err := drafted(t, "a.csv", "ID,Speed,Price,Region\n1,4,3,North\n2,5,3,South\n3,2,1,North\n"+line+"\n")
		if got := hintsOf(err); strings.HasPrefix(got, "if the line is a note below the answers, take it out of the file") != note {
			t.Errorf("%s: %v, %s", line, err, got)
		}
	}
}

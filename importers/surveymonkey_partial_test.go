package importers

import (
	"context"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// monkeyed is an export of SurveyMonkey's of five questions, four of them with choices, and of rows that stop at different places.
func monkeyed(copies int) string {
	rows := []string{
		"4,,Scan,,,4,5,7,fine", // whole
		"5,,,Policy,,2,1,9,",   // without a comment
		"2,,Scan,,,3,3,,",      // without the last question
		"3,,Scan,,,,,,",        // left after the second of four
		"1,,,,,,,,",            // left after the first
		"1,,,,,,,,too long",    // wrote at the end
		",,,,,,,,",             // answered nothing
		"2,,Scan,Policy,,,,8,", // was not shown the matrix
	}
	b := strings.Builder{}
	b.WriteString("Respondent ID,Collector ID,Start Date,How good?,,Which tools?,,,Rate each,,Would you recommend us?,Why?\n" +
		",,,Response,Other (please specify),Scan,Policy,Other (please specify),Price,Speed,Response,Open-Ended Response\n")
	for i := range copies * len(rows) {
		b.WriteString(formatNumber(float64(1234567890+i)) + ",42,03/24/2026," + rows[i%len(rows)] + "\n")
	}
	return b.String()
}

// SurveyMonkey has no column of statuses: who left early is known by what is blank to the end, and is counted and left out as elsewhere.
func TestSurveyMonkeyPartial(t *testing.T) {
	in := inspectedText(t, monkeyed(3))
	got := map[study.Reason]int{}
	for _, d := range in.Dropped {
		got[d.Reason] = d.Rows
	}
	if in.Read != 24 || got[study.Partial] != 6 || in.Kept+got[study.Partial]+got[study.NoAnswer] != 24 {
		t.Errorf("read %d, kept %d, left out %v; want 6 partial", in.Read, in.Kept, got)
	}
	for name, text := range map[string]string{
		"two questions":           strings.ReplaceAll("Respondent ID,Collector ID,How good?,How fast?\n,,Response,Response\n1,42,4,5\n2,42,4,\n3,42,5,\n", "42", "7"),
		"no row of what they are": "Respondent ID,Collector ID,A?,B?,C?,D?\n1,42,4,5,3,2\n2,42,4,,,\n3,42,5,4,4,4\n",
	} {
		if in := inspectedText(t, text); in.Platform != "surveymonkey" || len(in.Dropped) > 0 {
			t.Errorf("%s: %s, left out %v", name, in.Platform, in.Dropped)
		}
	}
}

// A study says whether partial responses count, of SurveyMonkey too; the answers read in chunks are those read with care.
func TestSurveyMonkeyPartialIsSettable(t *testing.T) {
	for quality, want := range map[string]int{"": 100, "quality: {partial: report}\n": 0} {
		_, v, err := survey(t, "cxgap.yaml", "audiences: {customers: {files: [export.csv]}}\n"+quality+"scale: 1..5\nitems:\n  good: {performance: {customers: \"How good?\"}}\n",
			"export.csv", monkeyed(50))
		if err != nil {
			t.Fatal(err)
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(err)
		}
		partial := 0
		for _, f := range intake.Flow {
			for _, d := range f.Dropped {
				if d.Reason == study.Partial {
					partial += d.Rows
				}
			}
		}
		if partial != want {
			t.Errorf("%q: %d partial left out, want %d", quality, partial, want)
		}
	}
}

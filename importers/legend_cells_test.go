package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Numbers below 0 are answers where the wording says so, and are asked about where it does not.
func TestScaleThroughZero(t *testing.T) {
	rows := strings.Repeat("-3,-3\n-2,-2\n-1,-1\n0,0\n1,1\n2,2\n3,3\n", 3)
	in := inspectedText(t, "How good is it? (-3 to +3),How fair is it?\n"+rows)
	if c := in.Columns[0]; c.Kind != study.RatingColumn || c.Scale != "-3..3" || c.Answered != 21 {
		t.Errorf("named: %s %s, %d answers", c.Kind, c.Scale, c.Answered)
	}
	if c := in.Columns[1]; c.Kind == study.RatingColumn {
		t.Errorf("unnamed: %s %s", c.Kind, c.Scale)
	}
	s, notices, err := drafted(t, "staff.csv", "How good is it? (-3 to +3)\n"+strings.ReplaceAll(rows, ",", "\n"), "customers.csv", "How good is it? (-3 to +3)\n"+strings.ReplaceAll(rows, ",", "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "performance staff=-3..3 customers=-3..3") {
		t.Error(got)
	}
}

// A number is one also as the formula by which programs keep it a text, in digits of full width, and before a label in brackets.
func TestNumbersWrittenOtherwise(t *testing.T) {
	rows := strings.Repeat("\"=\"\"5\"\"\",４,3 (Fair)\n\"=\"\"2\"\"\",５,5 (Very good)\n\"=\"\"1\"\"\",１,1 (Very poor)\n\"=\"\"4\"\"\",２,4 (Good)\n\"=\"\"3\"\"\",３,2 (Poor)\n", 4)
	in := inspectedText(t, "How many stars?,How good is it?,How fair is it?\n"+rows)
	for i, want := range []study.ColumnKind{study.RatingColumn, study.RatingColumn, study.LabelledColumn} {
		if c := in.Columns[i]; c.Kind != want || c.Scale != "1..5" || c.Answered != 20 {
			t.Errorf("%s: %s %s, %d answers", c.Question, c.Kind, c.Scale, c.Answered)
		}
	}
	for cell, want := range map[string]float64{`="4"`: 4, "４": 4, "'4": 4, `="4,5"`: 0, `="`: 0, `=""`: 0, `="a"`: 0, "４a": 0} {
		if x, err := lexicon.ParseNumber(cell); x != want || (err == nil) != (want != 0) {
			t.Errorf("%q: %v %v", cell, x, err)
		}
	}
}

// Numbers named yes and no are codes, whatever else the wording asks; what is named as no answer is none.
func TestNamedCodesAreNoRatings(t *testing.T) {
	rows := strings.Repeat("1,1,9,1\n2,2,1,3\n2,3,2,2\n1,1,1,3\n", 6)
	in := inspectedText(t, "Would you recommend us (1=yes; 2=no)?,Advice (1=poor; 2=fair; 3=good),Hotline [1=yes;2=no;9=don't know],Amount (1 = too little; 2 = right; 3 = too much)\n"+rows)
	for i, want := range []struct {
		kind     study.ColumnKind
		scale    string
		dontKnow int
	}{{study.SingleColumn, "", 0}, {study.RatingColumn, "1..3", 0}, {study.SingleColumn, "", 6}, {study.NumberColumn, "", 0}} {
		if c := in.Columns[i]; c.Kind != want.kind || c.Scale != want.scale || c.DontKnow != want.dontKnow {
			t.Errorf("%s: %s %s, %d don't know", c.Question, c.Kind, c.Scale, c.DontKnow)
		}
	}
}

package importers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/importers/delimited"
)

// The vote keeps the first respondent: no shape of answers makes a header of a row.
func TestSecondHeaderKeepsRespondents(t *testing.T) {
	for name, text := range map[string]string{
		"all the same":       "a,b,c\n" + strings.Repeat("7,7,7\n", 12),
		"an unusual first":   "a,b,c\n1,1,1\n" + strings.Repeat("7,8,9\n8,9,7\n", 8),
		"names and comments": "id,name,comment,a\nR0,Ann,good,7\nR1,Bob,fine,7\nR2,Cy,so,8\nR3,Di,ok,7\nR4,Ed,no,8\nR5,Flo,hm,7\nR6,Gus,eh,8\nR7,Hal,ah,7\nR8,Ida,oh,8\n",
		"no answer first":    "a,b,c,d\nN/A,Don't know,-,7\n" + strings.Repeat("1,2,3,7\n2,3,4,8\n", 6),
		"words":              "team,a,b\n" + strings.Repeat("North,Agree,Neutral\nSouth,Disagree,Agree\nNorth,Neutral,Agree\n", 4),
		"too few":            "q,,x,\nListens,Answers,Chat,Mail\n7,8,Chat,\n6,6,,Mail\n",
	} {
		if evidence, yes := secondHeader(delimited.FirstRecords([]byte(text), ',', votingRecords, true)); yes {
			t.Errorf("%s: %s", name, evidence)
		}
	}
	two := "q,,x,\nListens,Answers,Chat,Mail\n" + strings.Repeat("7,8,Chat,\n6,6,,Mail\n7,7,Chat,Mail\n", 4)
	if evidence, yes := secondHeader(delimited.FirstRecords([]byte(two), ',', votingRecords, true)); !yes || evidence != "record 2 is a header by 4 columns to 0" {
		t.Errorf("got %q, %v", evidence, yes)
	}
}

// On real exports the vote says what is known of their headers: two records in those of SurveyMonkey, one in the others.
func TestSecondHeaderOfRealExports(t *testing.T) {
	two, one := 0, 0
	for _, want := range realExports() {
		path := "../../shared/" + want.file
		e, err := OpenExport(filepath.Base(path), Options{Dir: filepath.Dir(path)})
		if os.IsNotExist(err) || err != nil || want.platform == "qualtrics" || want.rows < leastVoters {
			continue
		}
		text, whole, err := e.beginning()
		if err != nil {
			t.Fatal(err)
		}
		evidence, yes := secondHeader(delimited.FirstRecords(text, e.Delimiter, votingRecords, whole))
		if yes != (e.HeaderRecords > 1) {
			t.Errorf("%s has %d header records, the vote says %v %s", want.file, e.HeaderRecords, yes, evidence)
		}
		if two += e.HeaderRecords - 1; e.HeaderRecords == 1 {
			one++
		}
	}
	if two+one == 0 {
		t.Skip("../../shared is not here")
	}
	t.Logf("%d files of two header records, %d of one", two, one)
}

package importers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Numeric values of Qualtrics are told with what explains them: answers may be recoded in any order. Where the question names its scale, or other
// answers are texts, they are those that people gave.
func TestValuesOfQualtricsAreTold(t *testing.T) {
	export := func(plans string, of ...string) string {
		var b strings.Builder
		b.WriteString("Finished,ResponseId,Q1_1,Q1_2,Q2,Q3,Q4\n" +
			"Finished,Response ID,How much do you agree? - Deliveries arrive on time,How much do you agree? - Staff are friendly,How likely are you to recommend us?,On a scale from 1 to 5: how fair are our prices?,Which plan are you on?\n" +
			`"{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}","{""ImportId"":""QID4""}"` + "\n")
		for i := range 60 {
			fmt.Fprintf(&b, "1,R_%d,%s,%s,%d,%d,%c\n", i, of[i%len(of)], of[(i*7+i/5)%len(of)], i%11, 1+i%5, plans[i%len(plans)])
		}
		return b.String()
	}
	told := func(in *study.Inspection) (all string) {
		for _, n := range in.Warnings {
			if n.Code == study.CodesUnexplained {
				all += n.Text()
			}
		}
		return all
	}
	values := export("12", "1", "2", "3", "4", "5")
	const want = `an export of numeric values of Qualtrics, whose numbers may be codes that nothing here explains: "Deliveries arrive on time", "Staff are friendly"; --labels-from FILE`
	if got := told(inspectedText(t, values)); !strings.Contains(got, want) || strings.Contains(got, "recommend") || strings.Contains(got, "prices") {
		t.Errorf("inspect says %q", got)
	}
	if got := told(inspectedText(t, export("ab", "1", "2", "3", "4", "5"))); got != "" {
		t.Errorf("of an export with texts it says %q", got)
	}
	if got := said(t, values, Options{}); !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(got, "\n#", " ")), " "), "numeric values of Qualtrics") {
		t.Errorf("init drafts\n%s", got)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{"values.csv": values, "texts.csv": export("ab", "Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in, err := Inspect(context.Background(), "values.csv", "texts.csv", Options{Dir: dir})
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	if got := told(in); got != "" {
		t.Errorf("beside their texts it says %q", got)
	}
}

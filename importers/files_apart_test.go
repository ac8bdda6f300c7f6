package importers

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Files of one audience that share no rating question are each right for themselves, which is said; where one holds no rating at all, that is.
func TestFilesOfOneAudienceApart(t *testing.T) {
	const rows = "\n1,x\n5,y\n3,x\n4,x\n"
	for name, test := range map[string]struct{ one, two, three, want string }{
		"two":        {"How good is it?,A", "How fast is it?,A", "", "two.csv: shares no rating question with one.csv, a file of staff too"},
		"the third":  {"How good is it?,A", "How good is it?,A", "How fast is it?,A", "three.csv: has none of the rating questions that the files of staff before it share"},
		"no rating":  {"How good is it?,A", "Age,A", "", "one.csv: no column of staff holds ratings in numbers or in words of a known scale"},
		"they share": {"How good is it?,A", "How good is it?,B", "", ""},
	} {
		o := Options{Dir: written(t, "one.csv", test.one+rows, "two.csv", test.two+rows, "three.csv", test.three+rows)}
		files := []string{"one.csv", "two.csv"}
		if test.three != "" {
			files = append(files, "three.csv")
		}
		audiences := []AudienceFiles{{ID: "staff", Files: files}}
		_, _, analysed := Draft(context.Background(), audiences, o)
		_, drafted := DraftFile(context.Background(), audiences, o)
		for _, err := range []error{analysed, drafted} {
			var input *study.InputError
			if got := fmt.Sprint(err); test.want == "" && err != nil || test.want != "" && (!errors.As(err, &input) || !strings.HasPrefix(got, test.want)) {
				t.Errorf("%s: got %v, want %q", name, err, test.want)
			}
		}
	}
}

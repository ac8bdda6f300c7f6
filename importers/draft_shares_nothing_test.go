package importers

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of a file without ratings several columns tell why, those with numbers first, and no more than a few.
func TestWhyNothingIsRated(t *testing.T) {
	var b strings.Builder
	b.WriteString("Region,Delivery,Support,Price\n")
	for i := range 40 {
		fmt.Fprintf(&b, "%s,%d,%d,%d.%d\n", []string{"North", "South"}[i%2], i%5, 1+i*7%43, i%5, 1+i%9)
	}
	_, _, err := drafted(t, "staff.csv", b.String())
	var input *study.InputError
	if !errors.As(err, &input) || len(input.List) != 1 {
		t.Fatal(err)
	}
	got := input.List[0].Hint
	for _, want := range []string{`"Delivery": answers from 0 to 4`, `"Support": answers from 1 to 43`, `"Price": some answers are no whole numbers`, "a study file can name its scale"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Count(got, "left out: ") != 1 || strings.Count(got, "a study file can name its scale") != 1 {
		t.Error(got)
	}
}

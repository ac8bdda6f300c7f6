package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// A table that is read is the table that was written, to the last digit; undefined numbers stay undefined.
func TestReadCSVReadsWhatCSVWrites(t *testing.T) {
	figures := []analysis.Figure{
		{ID: "profile/performance/staff/x/mean", Statistic: "mean", Value: 1.0 / 3, SE: analysis.NaN, N: 12, Note: analysis.Notes{"small_base", "census"}},
		{ID: "gap/performance/a:b/x/difference", Value: analysis.NaN, N: analysis.NaN, Verdict: "similar"},
	}
	var first, second bytes.Buffer
	if err := CSV(&first, &analysis.Result{Figures: figures}); err != nil {
		t.Fatal(err)
	}
	read, err := ReadCSV(strings.NewReader("\ufeff" + first.String()))
	if err != nil {
		t.Fatal(err)
	}
	if err := CSV(&second, &analysis.Result{Figures: read}); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() || read[0].Value != figures[0].Value || read[1].Value.Defined() {
		t.Errorf("read %+v\nof %s", read, first.String())
	}
	header, _, _ := strings.Cut(first.String(), "\n")
	for _, text := range []string{"", header, strings.Replace(header, "n_versus,", "", 1) + "\n", header + ",more\n", header + ",n\n", strings.ReplaceAll(header, ",", ";") + "\n"} {
		if _, err := ReadCSV(strings.NewReader(text)); err == nil {
			t.Errorf("%q is taken for a table of figures", text)
		}
	}
}

package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Standard deviations of a table of results are not read, and that is said.
func TestSpreadOfPublishedMeans(t *testing.T) {
	const of = "audiences: {customers: {files: [t.csv], tabulated: true}}\nscale: 1..5\nitems: {speed: {performance: Speed}}\n"
	for file, said := range map[string]string{
		"item,value,sd,base\nSpeed,3.4,0.9,120\n":                     `column "sd" is not read`,
		"item,value,standard deviation\nSpeed,3.4,0.9\n":              `column "standard deviation" is not read`,
		"item,value,Std. Error,base\nSpeed,3.4,0.09,120\n":            `column "Std. Error" is not read`,
		"item,performance,performance_sd\nSpeed,3.4,0.9\n":            `column "performance_sd" is not read`,
		"item,value,base\nSpeed,3.4,120\n":                            "",
		"item,value,base,used\nSpeed,3.4,120,yes\n":                   "",
		"audience,item,value,base\ncustomers,Speed,3.4,120\n":         "",
		"item,value,base,sdq\nSpeed,3.4,120,1\n":                      "",
		"item,value,base,note on the sd used\nSpeed,3.4,120,pooled\n": "",
	} {
		_, intake, err := readFiles(t, "s.yaml", of, "t.csv", file)
		if err != nil {
			t.Errorf("%s: %s", file, faultsOf(err))
			continue
		}
		got := ""
		for _, n := range intake.Warnings {
			if n.Code == study.SpreadUnread {
				got = n.Message
			}
		}
		if (got == "") != (said == "") || !strings.Contains(got, said) {
			t.Errorf("%s: said %q, want %q", file, got, said)
		}
	}
}

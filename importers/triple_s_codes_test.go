package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Two codes that nothing is said of are yes and no, or two groups; five, a range, and codes with labels are what they were.
func TestTripleSTwoCodes(t *testing.T) {
	value := func(code string) sssValue { return sssValue{code, code} }
	for _, test := range []struct {
		name string
		v    sssVariable
		want study.ColumnKind
	}{
		{"two codes", sssVariable{kind: "single", values: []sssValue{value("1"), value("2")}}, study.SingleColumn},
		{"five codes", sssVariable{kind: "single", values: []sssValue{value("1"), value("2"), value("3"), value("4"), value("5")}}, ""},
		{"ends of a range", sssVariable{kind: "single", ranged: true, values: []sssValue{value("1"), value("5")}}, ""},
		{"two labels", sssVariable{kind: "single", values: []sssValue{{"1", "Yes"}, {"2", "No"}}}, ""},
		{"a number", sssVariable{kind: "quantity", values: []sssValue{value("1"), value("2")}}, ""},
	} {
		if got := (tripleS{&sssSurvey{variables: []sssVariable{test.v}}}).columns(nil)[0].Kind; got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

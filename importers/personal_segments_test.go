package importers

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A segment of personal data is named as such, by the name of its column or by its values.
func TestSegmentsOfPersonalData(t *testing.T) {
	for _, c := range []struct {
		header   string
		values   []string
		personal bool
	}{
		{"E-mail", []string{"a@example.org", "b@example.org"}, true},
		{"Full name", []string{"Ada Moor", "Bo Hill"}, true},
		{"City", []string{"Ulm", "Graz"}, true},
		{"Contact", []string{"a@example.org", "b@example.org", ""}, true},
		{"Box", []string{"10.0.0.1", "10.0.0.2"}, true},
		{"Manager", []string{"Ada Moor", "Bo Hill"}, true},
		{"Group", []string{"Ada Moor", "Bo Hill"}, true},
		{"Region", []string{"North", "South"}, false},
		{"Contact", []string{"by phone", "by mail"}, false},
		{"Manager", []string{"yes", "no"}, false},
		{"Tenure", []string{"under 1 year", "1 to 3 years"}, false},
		{"Department", []string{"Human Resources", "Customer Service", "Sales"}, false},
		{"Answer", []string{"Strongly Agree", "Agree"}, false},
		{"E-mail", []string{""}, false},
	} {
		var file strings.Builder
		fmt.Fprintf(&file, "%s,quick\n", c.header)
		for i := range 20 {
			fmt.Fprintf(&file, "%s,%d\n", c.values[i%len(c.values)], i%10+1)
		}
		of := fmt.Sprintf("segments: {of: {column: %q}}\n%s", c.header, fmt.Sprintf(oneItem, ""))
		_, v, err := survey(t, "s.yaml", of, "c.csv", file.String())
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		intake, err := v.Read(context.Background(), &collector{})
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		said := false
		for _, n := range intake.Warnings {
			said = said || n.Code == study.PersonalSegment && n.Where == "of" && strings.Contains(n.Message, "column "+c.header+" of c.csv")
		}
		if said != c.personal || v.study.Segments[0].Personal != c.personal {
			t.Errorf("%s of %q: said %t, marked %t; want %t", c.header, c.values, said, v.study.Segments[0].Personal, c.personal)
		}
	}
}

// A fault quotes nobody's address.
func TestTooManyPersonalValues(t *testing.T) {
	var file strings.Builder
	file.WriteString("Contact,quick\n")
	for i := range maxSegmentValues + 5 {
		fmt.Fprintf(&file, "p%d@example.org,7\n", i)
	}
	_, _, err := readFiles(t, "s.yaml", "segments: [Contact]\n"+fmt.Sprintf(oneItem, ""), "c.csv", file.String())
	if got := faultsOf(err); got != "s.yaml:1:12: segment Contact has more than 60 values, of people, as in c.csv:62:1\n" {
		t.Errorf("got %s", got)
	}
}

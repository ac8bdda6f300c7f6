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

// tripleSOf inspects data under a description of an id, a rating and three options, which stand as the position says.
func tripleSOf(t *testing.T, format, options, data string) (*study.Inspection, error) {
	t.Helper()
	dir := t.TempDir()
	description := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?><sss version="2.0"><survey><record ident="D"%s>
<variable ident="1" type="single" use="serial"><name>id</name><label>id</label><position start="1"/></variable>
<variable ident="2" type="single"><name>quick</name><label>We are quick</label><position start="2"/><values><range from="1" to="5"/></values></variable>
<variable ident="3" type="multiple"><name>ways</name><label>Which ways?</label>%s<values><value code="1">Chat</value><value code="2">Post</value><value code="3">Shop</value></values></variable>
</record></survey></sss>`, format, options)
	for name, text := range map[string]string{"a.sss": description, "a.csv": data} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return Inspect(context.Background(), "a.sss", "", Options{Dir: dir})
}

// An option that the description does not have, and what is neither chosen nor not, are faults with their place: nothing chosen counts
// as not chosen.
func TestTripleSOptions(t *testing.T) {
	const csv, one, fields, packed = ` format="csv"`, `<position start="3"/>`, `<position start="3" finish="6"/>`, `<position start="3" finish="4"/><spread subfields="2"/>`
	for _, test := range []struct{ format, options, data, fault string }{
		{csv, one, "1,4,100\n2,5,1001\n", `a.csv:2:3: variable ways: "1001" chooses option 4, which the description does not have`},
		{csv, one, "1,4,100\n2,5,0X0\n", `a.csv:2:3: variable ways: "0X0" has more than 1, chosen, and 0`},
		{csv, one, "1,4,1000\n2,5,   \n", ""},
		{csv, one, "1,4,100\n2,5,10\n", `a.csv:2:3: variable ways: "10" has 2 of 3 options`},
		{csv, one, "1,4,100\n2,5,1\n", `a.csv:2:3: variable ways: "1" has 1 of 3 options`},
		{csv, one, "1,4,100\n2,5,0\n3,5,00\n", ""}, // nothing chosen, whichever zeros are gone
		{csv, one, "1,4,1  \n2,5,010\n", ""},
		{csv, fields, "1,4,1,0,0,0\n2,5,0,10,0,0\n", `a.csv:2:3: variable ways: "10" is neither 1, chosen, nor 0`},
		{csv, fields, "1,4,1,0,0,0\n2,5,0,0,,1\n", `a.csv:2:3: variable ways: "00 1" chooses option 4`},
		{csv, fields, "1,4,1,,0,0\n2,5,0,1,1,0\n", ""},
		{csv, packed, "1,4,3,1\n2,5,2,7\n", `a.csv:2:3: variable ways: code "7" is none of the description's`},
		{csv, packed, "1,4,3,\n2,5,0,02\n", ""},
		{"", `<position start="3" finish="6"/>`, "141000\n250001\n", `a.csv:2: variable ways: "0001" chooses option 4`},
		{"", `<position start="3" finish="6"/>`, "141 00\n25001\n", ""},
	} {
		in, err := tripleSOf(t, test.format, test.options, test.data)
		if got := faultsOf(err); test.fault == "" && (err != nil || len(in.Warnings) > 0) || !strings.HasPrefix(got, test.fault) {
			t.Errorf("%q: %q, want %q; %v", test.data, got, test.fault, in)
		}
	}
}

// What no variable describes is left out, and said; the record that is skipped as a header is none.
func TestTripleSNotDescribed(t *testing.T) {
	for _, test := range []struct{ format, data, want string }{
		{` format="csv" skip="1"`, "id,quick,ways,extra,more\n1,4,100,7,\n2,5,010,8,\n", "a.csv: left out, for the description has no variable there: field 4"},
		{``, "14100 a\n25010\n14111 bc\n", "a.csv: left out, for the description has no variable there: characters 7, 8"},
	} {
		options := `<position start="3"/>`
		if test.format == "" {
			options = `<position start="3" finish="5"/>`
		}
		in, err := tripleSOf(t, test.format, options, test.data)
		if err != nil {
			t.Fatal(faultsOf(err))
		}
		if len(in.Warnings) != 1 || in.Warnings[0].Code != study.NotDescribed || in.Warnings[0].Message != test.want {
			t.Errorf("%q: %v", test.data, in.Warnings)
		}
	}
}

// Of a range of fields in CSV a variable with one answer is read from the first: the others are nobody's. Characters of fixed width are one
// answer together.
func TestTripleSRangeOfOneAnswer(t *testing.T) {
	s := &sssSurvey{variables: []sssVariable{{kind: "single", start: 1, finish: 2}, {kind: "multiple", start: 3, finish: 5}}}
	for _, fixed := range []bool{false, true} {
		s.fixed = fixed
		undescribed := s.undescribed()
		for field := 1; field <= 6; field++ {
			if want := field == 6 || field == 2 && !fixed; undescribed(field) != want {
				t.Errorf("fixed %v, field %d: undescribed %v", fixed, field, !want)
			}
		}
	}
}

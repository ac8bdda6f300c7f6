package importers

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Questions stay questions where somebody took the columns of address and name away; whatever names people is personal in any language.
func TestMicrosoftFormsWithoutNames(t *testing.T) {
	const personal, rating = study.PersonalColumn, study.RatingColumn
	for name, test := range map[string]struct {
		header, cells string // behind ID and two times; {n} counts, {x} is 1 to 5
		kinds         []study.ColumnKind
	}{
		"both gone":           {"How easy was it?,How friendly were we?", "{x},{x}", []study.ColumnKind{rating, rating}},
		"no name":             {"Email,How friendly were we?", "anonymous,{x}", []study.ColumnKind{personal, rating}},
		"no address":          {"Name,How friendly were we?", "Ann Ash,{x}", []study.ColumnKind{personal, rating}},
		"a question of mail":  {"How good is our e-mail?,Fast?", "{x},{x}", []study.ColumnKind{rating, rating}},
		"both":                {"E-mail,Full name,Fast?", "p{n}@mail.example,Ann Ash,{x}", []study.ColumnKind{personal, personal, rating}},
		"both in Portuguese":  {"Endereço de e-mail,Nome completo,Rápido?", "anonymous,,{x}", []study.ColumnKind{personal, personal, rating}},
		"an unknown language": {"Mejlo,Nomo,Rapide?", "p{n}@mail.example,Ann Ash,{x}", []study.ColumnKind{personal, personal, rating}},
		"anonymous":           {"Mejlo,Nomo,Rapide?", "anonymous,anonymous,{x}", []study.ColumnKind{personal, personal, rating}},
	} {
		var b strings.Builder
		b.WriteString("ID,Start time,Completion time," + test.header + "\n")
		for i := range 20 {
			cells := strings.NewReplacer("{n}", strconv.Itoa(i), "{x}", strconv.Itoa(1+i%5)).Replace(test.cells)
			fmt.Fprintf(&b, "%d,7/27/26 19:06:23,7/27/26 19:08:23,%s\n", i+1, cells)
		}
		in := inspectedText(t, b.String())
		for i, want := range test.kinds {
			if c := in.Columns[3+i]; c.Kind != want {
				t.Errorf("%s: %s is %s, want %s", name, c.ID, c.Kind, want)
			}
		}
	}
}

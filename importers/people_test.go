package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Below the role of a person may stand how or when somebody is met; names stay personal, in small letters too.
func TestBelowTheRoleOfAPerson(t *testing.T) {
	for _, test := range []struct {
		header string
		cells  []string
		names  bool
	}{
		{"Manager", []string{"in person", "by phone", "on site"}, false},
		{"Supervisor", []string{"day shift", "night shift"}, false},
		{"Supervisor", []string{"Day Shift", "Night Shift", "Early Shift"}, false},
		{"Betreuer", []string{"vor ort", "per telefon", "persönlich"}, false},
		{"Vorgesetzter", []string{"Frühschicht", "Spätschicht"}, false},
		{"Manager", []string{"ann day", "tim byron", "ian onslow"}, true},
		{"Supervisor", []string{"Ann Day", "Tim Night", "Ian Person"}, true},
		{"Betreuer", []string{"Eva Ort", "Jan Schicht", "Uta Person"}, true},
	} {
		c := inspectedText(t, ratedOnce(inWords(test.header, test.cells), answersTo("We listen", 0, 4, 4, 4, 4, 4))).Columns[0]
		if (c.Kind == study.PersonalColumn) != test.names {
			t.Errorf("%s %q: %s", test.header, test.cells, c.Kind)
		}
	}
}

// Firms that buy have names like people's; where each stands in several rows they group the answers, and are no personal data.
func TestFirmsThatBuyGroupAnswers(t *testing.T) {
	firms := []string{"Air Nordland", "Banco Solar", "Ostbahn Bank", "Royal Parcel"}
	for _, test := range []struct {
		header string
		times  int
		want   study.ColumnKind
	}{
		{"Client", 15, study.SingleColumn}, {"Customer", 15, study.SingleColumn}, {"Client", 1, study.PersonalColumn}, {"Manager", 15, study.PersonalColumn},
	} {
		cells := []string{test.header}
		for range test.times {
			cells = append(cells, firms...)
		}
		if c := inspectedText(t, exportOf(len(cells)-1, cells, answersTo("We listen", 0, 4, 4, 4, 4, 4))).Columns[0]; c.Kind != test.want {
			t.Errorf("%s, each %d times: %s, want %s", test.header, test.times, c.Kind, test.want)
		}
	}
}

// Family names behind a title, and given names under a header that asks for a person, are offered as a group without the names, in all languages.
func TestNamesOfThoseWhoServed(t *testing.T) {
	for header, names := range map[string][]string{
		"Filialleiter":              {"Fr. Okonkwo", "Fr. Brandner"},
		"¿Quién le atendió?":        {"Sr. Quintana", "Sra. Belmonte"},
		"Chi vi ha seguito?":        {"sig. Bertoli", "sig.ra Fontana"},
		"Chef":                      {"Delorme", "Garance"},
		"Techniker":                 {"Hannes", "Nguyen"},
		"Which colleague was it":    {"Bertil", "Dragan"},
		"Le technicien de la ville": {"M. Delorme", "Mme Garance"},
	} {
		var b strings.Builder
		b.WriteString(header + ",How kind?\n")
		for i := range 40 {
			fmt.Fprintf(&b, "%s,%d\n", names[i%2], 1+i%5)
		}
		file := draftFileOf(t, "customers.csv", b.String())
		for _, name := range names {
			if strings.Contains(file, name) {
				t.Errorf("%s: the draft names %s", header, name)
			}
		}
	}
}

package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Short names are the labels, whole where they are not long, and not cut to save a letter or two; in all outputs alike.
func TestShortNames(t *testing.T) {
	for _, test := range []struct{ labels, want string }{
		{"Leadership team|Staff|Customers", "Leadership|Staff|Customers"},
		{"Executive board and heads|Staff|Patients", "Executive|Staff|Patients"},
		{"Customers North|Customers South", "Customers N.|Customers S."},
		{"Führungskreis|Mitarbeitende|Kunden", "Führ.|Mitarb.|Kunden"},
		{"Geschäftsführung|Team|Kundinnen und Kunden", "Gesch.|Team|Kundinnen"},
		{"Dienstleistende|Dienststellen", "Dienstl.|Dienstst."},
		{"Kundschaft|Kundschaft Süd", "Kundschaft|Kundschaft Süd"}, // nothing tells the first from the second but its end
		{"", ""},
	} {
		r := &analysis.Result{}
		for _, label := range strings.Split(test.labels, "|") {
			r.Audiences = append(r.Audiences, analysis.Audience{ID: "a", Label: label})
		}
		l := newLookup(r, english())
		for _, client := range []bool{false, true} {
			l.client = client
			if got := strings.Join(l.shortNames(), "|"); got != test.want {
				t.Errorf("%s, client %v: got %q, want %q", test.labels, client, got, test.want)
			}
		}
	}
}

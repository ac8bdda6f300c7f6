package report

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

// Short names are the beginnings of ids; for a client they begin the labels that the report calls the audiences by.
func TestShortNames(t *testing.T) {
	for _, test := range []struct{ ids, labels, want, wantClient string }{
		{"leadership staff customers", "Leadership team|Staff|Customers", "lead staff cust", "lead staff cust"},
		{"customers_north customers_south", "Customers North|Customers South", "customers_n customers_s", "Customers N. Customers S."},
		{"customer customers_of_ours", "customer|customers_of_ours", "customer customers", "customer customers"},
		{"leadership staff customers", "Führungskreis|Belegschaft|Kundschaft", "lead staff cust", "Führ. Beleg. Kund."},
		{"leadership staff customers", "Geschäftsführung|Team|Kunden", "lead staff cust", "Gesch. Team Kunden"},
		{"a b", "Kundschaft|Kundschaft Süd", "a b", "Kundschaft Kundschaft S."}, // nothing tells the first from the second but its end
		{"a b", "Kund|Kundschaft", "a b", "Kund Kundsch."},
	} {
		r := &analysis.Result{}
		labels := strings.Split(test.labels, "|")
		for i, id := range strings.Fields(test.ids) {
			r.Audiences = append(r.Audiences, analysis.Audience{ID: id, Label: labels[i]})
		}
		l := newLookup(r, english())
		for _, client := range []bool{false, true} {
			l.client = client
			want := test.want
			if client {
				want = test.wantClient
			}
			if got := strings.Join(l.shortNames(), " "); got != want {
				t.Errorf("%s, client %v: got %q, want %q", test.labels, client, got, want)
			}
		}
	}
}

package importers

import (
	"strings"
	"testing"
)

func TestKindsOfOneSubject(t *testing.T) {
	for _, test := range []struct{ texts, want string }{
		{"Delivery - Importance|Delivery - Satisfaction", "Delivery (Importance)|Delivery (Satisfaction)"},
		{"Preis und Service – Wichtigkeit|Preis und Service – Zufriedenheit", "Preis und Service (Wichtigkeit)|Preis und Service (Zufriedenheit)"},
		{"Delivery [Importance]|Delivery [Performance]", "Delivery (Importance)|Delivery (Performance)"},
		{"Livraison: Importance|Livraison: Satisfaction", "Livraison (Importance)|Livraison (Satisfaction)"},
		{"Entrega Importancia|Entrega Satisfacción", "Entrega (Importancia)|Entrega (Satisfacción)"},
		{"Delivery - Importance", "Delivery (Importance)"}, // how good it is, another file may ask
		{"Your job - Pay|Your job - Expectations|Your job - Satisfaction", ""},
		{"How do you rate the onboarding - Expectations|How do you rate the onboarding - Training", ""},
		{"Laptop - Performance", ""},
		{"Overall [Satisfaction]", ""},
		{"Overall Satisfaction", ""},
		{"Job Satisfaction|Job security", ""},
		{"Please rate the importance. - Importance|Please rate the importance. - Satisfaction", ""},
		{"Delivery - Importance|Delivery - Importance", ""},
	} {
		var columns []Column
		for text := range strings.SplitSeq(test.texts, "|") {
			columns = append(columns, Column{Text: text, Role: Answer})
		}
		putKindsInBrackets(columns)
		var got []string
		for _, c := range columns {
			got = append(got, c.Text)
		}
		if test.want == "" {
			test.want = test.texts
		}
		if joined := strings.Join(got, "|"); joined != test.want {
			t.Errorf("%s: %s, want %s", test.texts, joined, test.want)
		}
	}
}

package importers

import (
	"strings"
	"testing"
)

func TestKindsThatAreCut(t *testing.T) {
	for _, test := range []struct{ headings, want string }{
		{"Imp_Delivery|Imp_Price|Perf_Delivery|Perf_Price", "Delivery (Importance)|Price (Importance)|Delivery (Performance)|Price (Performance)"},
		{"Delivery (Imp)|Delivery (Perf)|Price (Imp)|Price (Perf)", "Delivery (Importance)|Delivery (Performance)|Price (Importance)|Price (Performance)"},
		{"Preis Wichtigk.|Preis Zufr.|Service Wichtigk.|Service Zufr.", "Preis (Wichtigkeit)|Preis (Zufriedenheit)|Service (Wichtigkeit)|Service (Zufriedenheit)"},
		{"Wichtigk. Preis|Zufr. Preis|Wichtigk. Service|Zufr. Service", "Preis (Wichtigkeit)|Preis (Zufriedenheit)|Service (Wichtigkeit)|Service (Zufriedenheit)"},
		{"on_time_imp|on_time_sat|price_imp|price_sat", "on_time (Importance)|on_time (Satisfaction)|price (Importance)|price (Satisfaction)"},
		{"ImpPrice|PerfPrice|ImpStaff|PerfStaff", "Price (Importance)|Price (Performance)|Staff (Importance)|Staff (Performance)"},
		{"IMP1|IMP2|PERF1|PERF2", "1 (Importance)|2 (Importance)|1 (Performance)|2 (Performance)"},
		{"Imp_Delivery|Perf_Delivery", ""}, // of one subject alone
		{"Imp_Delivery|Imp_Price|Imp_Staff", ""},
		{"Imp_Delivery|Perf_Price|Imp_Staff|Perf_Place", ""},
		{"Import|Imports|Perfume|Performance|Saturday|Important", ""},
		{"Delivery - Importance|Delivery - Performance|Price - Importance|Price - Performance", ""}, // written out: told elsewhere
		{"Imp_Delivery|Imp_delivery|Perf_Delivery|Imp_Price|Imp price|Perf_Price", ""},              // which of two?
		{"Delivery satisfied|Delivery impressed|Price satisfied|Price impressed", ""},
	} {
		var columns []Column
		for text := range strings.SplitSeq(test.headings, "|") {
			columns = append(columns, Column{ID: text, Text: text, Role: Answer})
		}
		writeOutKinds(columns)
		var got []string
		for _, c := range columns {
			got = append(got, c.Text)
		}
		if test.want == "" {
			test.want = test.headings
		}
		if joined := strings.Join(got, "|"); joined != test.want {
			t.Errorf("%s: %s, want %s", test.headings, joined, test.want)
		}
	}
}

// A question in a second record is the same for both kinds, which the codes tell.
func TestCutKindsBesideQuestions(t *testing.T) {
	columns := []Column{
		{ID: "imp_1", Text: "Delivery on time", HasID: true, Role: Answer},
		{ID: "sat_1", Text: "Delivery on time", HasID: true, Role: Answer},
		{ID: "imp_2", Text: "Fair prices", HasID: true, Role: Answer},
		{ID: "sat_2", Text: "Fair prices", HasID: true, Role: Answer},
		{ID: "imp_3", Text: "Imports", HasID: true, Role: Answer},
		{ID: "sat_3", Text: "Saturdays", HasID: true, Role: Answer},
	}
	writeOutKinds(columns)
	for i, want := range []string{"Delivery on time (Importance)", "Delivery on time (Satisfaction)", "Fair prices (Importance)", "Fair prices (Satisfaction)", "Imports", "Saturdays"} {
		if columns[i].Text != want {
			t.Errorf("%s: %s, want %s", columns[i].ID, columns[i].Text, want)
		}
	}
}

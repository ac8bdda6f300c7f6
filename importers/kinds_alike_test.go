package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

func TestKindsOfOneSubject(t *testing.T) {
	for _, test := range []struct{ texts, want string }{
		{"Delivery - Importance|Delivery - Satisfaction", "Delivery (Importance)|Delivery (Satisfaction)"},
		{"Preis und Service – Wichtigkeit|Preis und Service – Zufriedenheit", "Preis und Service (Wichtigkeit)|Preis und Service (Zufriedenheit)"},
		{"Delivery [Importance]|Delivery [Performance]", "Delivery (Importance)|Delivery (Performance)"},
		{"Livraison: Importance|Livraison: Satisfaction", "Livraison (Importance)|Livraison (Satisfaction)"},
		{"Entrega Importancia|Entrega Satisfacción", "Entrega (Importancia)|Entrega (Satisfacción)"},
		{"Delivery - Importance", "Delivery (Importance)"}, // how good it is, another file may ask
		{"Pay - importance (1-5)|Pay - satisfaction (1-5)", "Pay (importance) (1-5)|Pay (satisfaction) (1-5)"},
		{"Pay - importance (1-5)|Pay - performance (1 to 10)", "Pay (importance) (1-5)|Pay (performance) (1 to 10)"},
		{"Lohn – Wichtigkeit (1 = unwichtig, 5 = sehr wichtig)", "Lohn (Wichtigkeit) (1 = unwichtig, 5 = sehr wichtig)"},
		{"Paga: Importanza [1-5]|Paga: Soddisfazione [1-5]", "Paga (Importanza) [1-5]|Paga (Soddisfazione) [1-5]"},
		{"Your job - Pay (1-5)|Your job - Expectations (1-5)|Your job - Satisfaction (1-5)", ""},
		{"Pay - importance (of 2024)|Pay - satisfaction (of 2024)", ""},
		{"Laptop - Performance (1-5)", ""},
		{"Job Satisfaction (1-5)|Job security (1-5)", ""},
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

// The kind that stands behind a subject says that it is rated, and a notice names the heading as the file has it.
func TestKindsAreNamedAsWritten(t *testing.T) {
	for _, join := range []string{"%s - Satisfaction", "%s: Satisfaction", "%s Satisfaction", "%s [Satisfaction]", "%s (Satisfaction)"} {
		header := ""
		for _, subject := range []string{"Delivery", "Price"} {
			header += "," + strings.ReplaceAll(join, "%s", subject) + "," + strings.ReplaceAll(strings.ReplaceAll(join, "%s", subject), "Satisfaction", "Importance")
		}
		text := "id" + header + "\n" + strings.Repeat("1,2,5,4,1\n2,3,1,3,5\n3,4,4,2,2\n4,1,3,1,4\n5,5,2,5,3\n", 6)
		in := inspectedText(t, text)
		for _, w := range in.Warnings {
			if strings.Contains(w.Message, "numbers alone") {
				t.Errorf("%s: %s", join, w.Message)
			}
		}
		for _, c := range in.Columns[1:] {
			if c.Kind != study.RatingColumn || strings.Contains(flagsOf(c), "numbers alone") {
				t.Errorf("%s: %s %s %q", join, c.ID, c.Kind, flagsOf(c))
			}
		}
	}
	c := Column{Text: "Delivery - Importance", Role: Answer}
	all := []Column{c}
	if putKindsInBrackets(all); naming(all[0]) != c.Text || all[0].Text != "Delivery (Importance)" {
		t.Errorf("%q is named %q", all[0].Text, naming(all[0]))
	}
	if in := inspectedText(t, "id,Delivery,Price\n"+strings.Repeat("1,2,5\n2,3,1\n3,4,4\n4,1,3\n5,5,2\n", 6)); len(in.Warnings) == 0 {
		t.Error("no word of a bare subject says that it is rated")
	}
}

// A scale in brackets behind the kind hides neither the kind nor the subject.
func TestScalesBehindKinds(t *testing.T) {
	for text, want := range map[string]string{
		"Pay (importance) (1-5)":               "importance pay",
		"Pay (Wichtigkeit) (1 bis 5)":          "importance pay",
		"Pay (satisfaction) (1–5)":             "performance pay",
		"Pay (importance) (1 = low, 5 = high)": "importance pay",
		"Pay (1-5)":                            "performance pay (1-5)",
		"Pay (of 2024) (1-5)":                  "performance pay (of 2024) (1-5)",
	} {
		c := Column{Text: text, Role: Answer}
		if got := string(kindOf(c)) + " " + subject(c); got != want {
			t.Errorf("%s: %s, not %s", text, got, want)
		}
	}
}

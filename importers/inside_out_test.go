package importers

import (
	"strings"
	"testing"
)

// Known names stand from inside to outside, whatever order they are given in; another name stays before those that it is given before.
func TestAudiencesInsideOut(t *testing.T) {
	for given, want := range map[string]string{
		"customers staff leadership": "leadership staff customers",
		"kunden mitarbeiter leitung": "leitung mitarbeiter kunden",
		"leitung team kunden":        "leitung team kunden",
		"hq staff customers":         "hq staff customers",
		"customers hq staff":         "hq staff customers",
		"partners staff":             "partners staff",
		"staff customers industry":   "staff industry customers",
		"customers industry":         "industry customers",
		"north south":                "north south",
		"south north customers":      "south north customers",
		"b a staff c":                "b a staff c",
		"leadership branch staff":    "leadership branch staff",
	} {
		var audiences []AudienceFiles
		for id := range strings.FieldsSeq(given) {
			audiences = append(audiences, AudienceFiles{ID: id})
		}
		ordered, err := insideOut(audiences)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range ordered {
			got = append(got, a.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", given, strings.Join(got, " "), want)
		}
	}
}

package importers

import (
	"fmt"
	"testing"
)

// Of many questions only some are compared with each other: those that are most alike are among them.
func TestMostAlikeOfMany(t *testing.T) {
	subjects := []string{"delivery", "invoices", "opening hours", "the website", "our staff", "prices", "parking", "returns"}
	places := []string{
		"Berlin", "Lisbon", "Warsaw", "Athens", "Dublin", "Vienna", "Prague", "Madrid", "Bergen", "Genoa", "Malmö", "Porto", "Riga", "Seville", "Turin", "Utrecht",
		"Zagreb", "Aarhus", "Basel", "Cork", "Dresden", "Espoo", "Florence", "Ghent", "Hamburg", "Izmir",
	}
	var alone []*question
	for audience, form := range []string{"How satisfied are you with %s in %s?", "How happy are our customers with %s in %s?"} {
		for _, subject := range subjects {
			for _, place := range places {
				text := fmt.Sprintf(form, subject, place)
				alone = append(alone, &question{by: []*asked{{audience: audience, column: Column{ID: text, Text: text}}}})
			}
		}
	}
	n := len(subjects) * len(places)
	if n <= comparedWithAll {
		t.Fatalf("%d questions are compared with each other", n)
	}
	wrong := 0
	pairs, _ := nearMatches(alone)
	for _, m := range pairs {
		var a, b string
		if _, err := fmt.Sscanf(m.a.column.Text, "How satisfied are you with %s", &a); err != nil {
			t.Fatal(err)
		}
		if _, err := fmt.Sscanf(m.b.column.Text, "How happy are our customers with %s", &b); err != nil {
			t.Fatal(err)
		}
		if a != b {
			wrong++
		}
	}
	if found := len(pairs); found != n || wrong > 0 {
		t.Errorf("found %d pairs of %d, %d of them of other subjects", found, n, wrong)
	}
}

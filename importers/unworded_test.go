package importers

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A column that is called by a bare noun of what is counted, coded or sorted by is no rating, in any language of the label families; with
// words of a rating beside it, or in a matrix, it is one.
func TestBareNounsAreNoRatings(t *testing.T) {
	for _, header := range []string{
		"code", "number", "group", "size", "version", "batch", "channel", "priority", "level", "Level:", "Batch No.", "batch_number", "Sales channel", "Team size", "ticket priority",
		"Access level", "Product version", "User group", "Room number", "Your category", "Group 2",
		"Nummer", "Kundengruppe", "Softwareversion", "Vertriebskanal", "Priorität", "Teamgröße", "Stufe", "Chargennummer", "Kategorie",
		"Numéro de lot", "Groupe", "Taille de l'équipe", "Canal de vente", "Priorité", "Niveau", "Número", "Grupo", "Tamaño", "Versión", "Prioridad", "Nivel", "Tamanho", "Nível", "Versão", "Prioridade",
		"Numero", "Gruppo", "Livello", "Versione", "Priorità", "Groep", "Versie", "Kanaal", "Prioriteit", "Klantengroep",
	} {
		text := ratedOnce(answersTo(header, 0, 4, 9, 6, 3, 8), answersTo("clean", 0, 4, 9, 6, 3, 8))
		in := inspectedText(t, text)
		if c := in.Columns[0]; c.Kind.Rates() {
			t.Errorf("%s is %s", header, c.Kind)
		}
		s, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
		if err != nil {
			t.Fatal(err)
		}
		if got := described(s, notices); len(s.Items) != 1 || s.Items[0].ID != "clean" || !strings.Contains(got, "not ratings: \""+header+"\"") {
			t.Errorf("%s:\n%s", header, got)
		}
	}
	for _, header := range []string{
		"Service level (1-5)", "How good is the level?", "Rate the version", "Quality of the group", "Aspects [Channel]", "Satisfaction with size", "Comfort", "Speed", "The version works on my phone",
		"Noise", "Portion size", "Wie gut ist die Gruppe?", "Zufriedenheit mit der Version",
	} {
		if c := inspectedText(t, ratedOnce(answersTo(header, 0, 4, 9, 6, 3, 8))).Columns[0]; c.Kind != study.RatingColumn {
			t.Errorf("%s is %s", header, c.Kind)
		}
	}
	wide := inspectedText(t, ratedOnce(answersTo("order size", 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2), answersTo("clean", 0, 4, 9, 6, 3, 8)))
	if c := wide.Columns[0]; c.Kind.Rates() {
		t.Errorf("an order size is %s", c.Kind)
	}
}

// Where no word says that a column of numbers is a rating, and it is read as one, inspection and draft say so; of the others they say nothing.
func TestRatingsByTheirNumbersAloneAreNamed(t *testing.T) {
	const why = "read as ratings by their numbers alone, for no word of them says so: "
	text := ratedOnce(
		answersTo("clean", 0, 4, 9, 6, 3, 8), answersTo("Q5_2", 0, 4, 9, 6, 3, 8), answersTo("How satisfied are you?", 0, 4, 9, 6, 3, 8), answersTo("Speed (1 = bad; 5 = good)", 0, 4, 9, 6, 3, 8),
		answersTo("We listen", 0, 4, 9, 6, 3, 8), answersTo("Staff keep their promises", 0, 4, 9, 6, 3, 8), answersTo("Aspects [Price]", 0, 4, 9, 6, 3, 8), answersTo("Importance of price", 0, 4, 9, 6, 3, 8),
		inWords("Range", []string{"Agree", "Disagree", "Strongly agree"}),
	)
	in := inspectedText(t, text)
	if len(in.Warnings) != 1 || in.Warnings[0].Code != study.RatingAssumed || in.Warnings[0].Message != why+`"clean", "Q5_2"` {
		t.Errorf("%v", in.Warnings)
	}
	s, notices, err := drafted(t, "staff.csv", text, "customers.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, "rating_assumed: "+why+`"clean", "Q5_2"; a study file names what are ratings`) {
		t.Error(got)
	}
	worded := ratedOnce(answersTo("How satisfied are you?", 0, 4, 9, 6, 3, 8), answersTo("We listen", 0, 4, 9, 6, 3, 8))
	s, notices, err = drafted(t, "staff.csv", worded, "customers.csv", worded)
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); strings.Contains(got, study.RatingAssumed) {
		t.Error(got)
	}
}

// A column without a header is called by its place.
func TestRatingsWithoutHeaderAreNamed(t *testing.T) {
	text := ratedOnce(answersTo("We listen", 0, 4, 9, 6, 3, 8), answersTo("", 0, 4, 9, 6, 3, 8), answersTo("clean", 0, 4, 9, 6, 3, 8))
	in := inspectedText(t, text)
	if got := fmt.Sprint(in.Warnings); !strings.Contains(got, `no word of them says so: #2, "clean"`) {
		t.Error(got)
	}
}

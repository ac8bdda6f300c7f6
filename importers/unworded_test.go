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
		"code", "number", "group", "size", "version", "batch", "channel", "level", "Level:", "Batch No.", "batch_number", "Sales channel", "Team size",
		"Access level", "Product version", "User group", "Room number", "Your category", "Group 2",
		"Nummer", "Kundengruppe", "Softwareversion", "Vertriebskanal", "Teamgröße", "Stufe", "Chargennummer", "Kategorie",
		"Numéro de lot", "Groupe", "Taille de l'équipe", "Canal de vente", "Niveau", "Número", "Grupo", "Tamaño", "Versión", "Nivel", "Tamanho", "Nível", "Versão",
		"Numero", "Gruppo", "Livello", "Versione", "Groep", "Versie", "Kanaal", "Klantengroep",
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
		"Noise", "Portion size", "Nivel de servicio", "Nivel de limpieza", "Livello di servizio", "Livello di pulizia", "Niveau de service", "Niveau de confort", "Taille de la chambre",
		"Class size", "Group size", "Skill level", "Servicestufe", "Preisklasse", "Priorität", "Priority", "Prioridade", "Wie gut ist die Gruppe?", "Zufriedenheit mit der Version",
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

// What may be a group or a rating is none beside questions that are written out, and the draft offers it as an item.
func TestHeadingsOfGroupsThatMayBeRated(t *testing.T) {
	text := ratedOnce(answersTo("Priority", 0, 4, 9, 6, 3, 8), answersTo("How satisfied are you with us?", 0, 4, 9, 6, 3, 8))
	got := draftFileOf(t, "staff.csv", text, "customers.csv", text)
	for _, want := range []string{
		"codes of groups or of yes and no, not ratings: \"Priority\"", "? Priority was taken for codes of groups. If it is a rating:",
		"#  priority: {label: Priority, performance: {staff: {column: Priority, scale: 1..5}, customers: {column: Priority, scale: 1..5}}}",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
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

package importers

import (
	"fmt"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Counts and ages are no ratings, in whatever language they are asked; what is judged is one, though it names a number of things.
func TestCountsAreNoRatings(t *testing.T) {
	ten := answersTo("", 0, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4)[1:]
	column := func(header string, cells []string) study.InspectedColumn {
		return inspectedText(t, exportOf(60, append([]string{header}, cells...), answersTo("How clear?", 0, 1, 1, 1, 1, 1))).Columns[0]
	}
	for _, header := range []string{
		"Nights stayed", "Nuits passées", "Übernachtungen gebucht", "Grade of your child", "Klasse Ihres Kindes", "How many orders?", "Wie viele Bestellungen?", "Combien de commandes ?", "¿Cuántos pedidos?", "Quantos pedidos fez?", "Quanti ordini ha fatto?", "Hoeveel bestellingen?",
		"Anzahl Bestellungen", "Nombre de commandes", "Aantal bestellingen", "No. of orders", "Bestellungen pro Jahr", "Orders", "Nights", "Besuche", "Quartal", "Wochentag", "Weekday", "KW", "Schicht",
	} {
		if c := column(header, ten); c.Kind.Rates() {
			t.Errorf("%s: %s %s", header, c.Kind, c.Scale)
		}
	}
	for _, header := range []string{"Quality of the nights", "Wie zufrieden sind Sie mit der Anzahl der Filialen?", "Bewertung: Anzahl der Filialen", "Employees", "Wie viel Vertrauen haben Sie?", "Quanto è soddisfatto degli ordini?", "Visiting us"} {
		if c := column(header, ten); c.Kind != study.RatingColumn {
			t.Errorf("%s: %s", header, c.Kind)
		}
	}
	var ages []string
	for i := range 60 {
		ages = append(ages, fmt.Sprint(18+i%50))
	}
	for _, header := range []string{
		"Alter", "Wie alt sind Sie?", "Votre âge", "Quel âge avez-vous ?", "Età", "Quanti anni ha?", "Idade", "Edad", "¿Qué edad tiene?", "Leeftijd", "Hoe oud bent u?",
		"Employees", "Mitarbeiter", "Effectif", "Empleados", "Medewerkers", "Distance km", "Temperature", "Seats",
	} {
		if c := column(header, ages); c.Kind.Rates() {
			t.Errorf("%s: %s %s", header, c.Kind, c.Scale)
		}
	}
	for _, header := range []string{"Satisfaction", "Score", "How friendly were we?", "Punkte", "Note", "Likelihood to recommend", "Rate our service [Speed]", "We listen to you"} {
		if c := column(header, ages); c.Scale != "0..100" {
			t.Errorf("%s: %s %q", header, c.Kind, c.Scale)
		}
	}
}

// What those who answer say of themselves with a judgement is a rating, whatever it names; what they say of a count is not.
func TestOwnJudgementsAreNoFacts(t *testing.T) {
	for text, fact := range map[string]bool{
		"I am satisfied with the opening hours":         false,
		"I get enough days off":                         false,
		"The number of orders per month is fair":        false,
		"Years of experience are valued here":           false,
		"Das Alter der Geräte ist in Ordnung":           false,
		"Le nombre de réunions est raisonnable":         false,
		"L'âge n'est pas un obstacle ici":               false,
		"El número de sucursales es suficiente":         false,
		"O número de lojas é suficiente":                false,
		"Il numero di filiali è sufficiente":            false,
		"Het aantal filialen is voldoende":              false,
		"I plan to stay here for the next two years":    false,
		"Ich möchte die nächsten Jahre hier bleiben":    false,
		"Number of people who are in your household":    true,
		"Number of days that you are in the office":     true,
		"The number of people in my household is right": true,
		"The number of people in my team is right":      false,
		"Your age is":                                true,
		"Wie hoch ist die Zahl der Mitarbeiter?":     true,
		"Was the number of orders right last month?": true,
		"Customer since":                             true,
		"Kunde seit":                                 true,
		"Cliente desde":                              true,
		"Client depuis (année)":                      true,
		"In der Firma seit":                          true,
		"Klant sinds":                                true,
		"Cliente dal":                                true,
		"Things have improved since we asked":        false,
		"We are happy with the dates of delivery":    false,
		"Je suis satisfait des horaires du mois":     false,
		"Sono soddisfatto degli orari del mese":      false,
		"I ordered so many times last month":         true,
		"Number of expected deliveries per month":    true,
		"Year of your last satisfaction survey":      true,
		"Days off since the beginning of this year":  true,
	} {
		if got := isFact(Column{ID: "Q1", Header: text, Text: text, Role: Answer}); got != fact {
			t.Errorf("%q: a fact %t, want %t", text, got, fact)
		}
	}
}

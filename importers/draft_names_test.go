package importers

import (
	"strings"
	"testing"
)

// An item of several kinds of rating is called what they are about, for the words of one of its questions would be wrong for the others.
func TestPairedItemsAreCalledBySubject(t *testing.T) {
	five := func(header string) []string { return answersTo(header, 0, 9, 8, 10, 11, 7) }
	s, notices, err := drafted(t, "customers.csv", exportOf(45,
		five("How important is on-time delivery to you?"), five("How satisfied are you with on-time delivery?"), five("Wichtigkeit: Preis"), five("Zufriedenheit: Preis"), five("How satisfied are you with help?"),
		five("Speed (importance)"), five("Speed (satisfaction)"),
		five("How important is advice?"), five("How well do we do on advice?"), five("Wie wichtig ist freundliche Bedienung?"), five("Wie zufrieden sind Sie mit freundlicher Bedienung?")))
	if err != nil {
		t.Fatal(err)
	}
	got := described(s, notices)
	for _, want := range []string{`on_time_delivery "On-time delivery" `, `preis "Preis" `, `"How satisfied are you with help?" `, `speed "Speed" `, `advice "Advice" `, `freundliche_bedienung "Freundliche Bedienung" `} {
		if !strings.Contains(got, want) {
			t.Errorf("no item %s in\n%s", want, got)
		}
	}
}

// Two questions under one header are two items, which labels tell apart.
func TestQuestionsUnderOneHeaderAreToldApart(t *testing.T) {
	speed := answersTo("Speed", 0, 9, 8, 10, 11, 7)
	s, notices, err := drafted(t, "customers.csv", exportOf(45, speed, answersTo("Price", 0, 9, 8, 10, 11, 7), speed))
	if err != nil {
		t.Fatal(err)
	}
	if got := described(s, notices); !strings.Contains(got, `"Speed (1)"`) || !strings.Contains(got, `"Speed (2)"`) || !strings.Contains(got, `"Price"`) {
		t.Errorf("drafted\n%s", got)
	}
}

// What stands below a question of one column in SurveyMonkey's exports is no statement, in whatever language.
func TestResponseInOtherLanguagesIsNoStatement(t *testing.T) {
	for _, word := range []string{"Antwort", "Réponse", "Respuesta", "Resposta", "Risposta", "Antwoord"} {
		text := "Respondent ID,Collector ID,Wie zufrieden sind Sie?,Warum?\n,," + word + ",Offene Antwort\n" + strings.Repeat("1,1,4,gut\n2,1,5,so\n3,1,3,\n", 5)
		columns := inspectedText(t, text).Columns
		if columns[2].Question != "Wie zufrieden sind Sie?" || columns[3].Question != "Warum?" || columns[3].Kind != "text" {
			t.Errorf("%s: %q and %q, %s", word, columns[2].Question, columns[3].Question, columns[3].Kind)
		}
	}
}

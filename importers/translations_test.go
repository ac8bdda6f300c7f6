package importers

import (
	"strings"
	"testing"
)

// inThreeLanguages are five questions, by audience.
func inThreeLanguages() map[string][]string {
	return map[string][]string{
		"leadership": {"How satisfied are you with our speed?", "How satisfied are you with our prices?", "How friendly are we to you?", "How clear is our advice?", "How likely are you to come back to us?"},
		"staff":      {"Wie zufrieden sind Sie mit unserer Schnelligkeit?", "Wie zufrieden sind Sie mit unseren Preisen?", "Wie freundlich sind wir zu Ihnen?", "Wie klar ist unser Rat?", "Wie gern kommen Sie wieder?"},
		"customers":  {"Êtes-vous satisfait de notre rapidité ?", "Êtes-vous satisfait de nos prix ?", "Sommes-nous aimables avec vous ?", "Nos conseils sont-ils clairs pour vous ?", "Reviendriez-vous chez nous ?"},
	}
}

// translatedExport writes answers from 1 to 5 below questions, with the tags of Qualtrics or without.
func translatedExport(questions []string, tags bool) string {
	var b strings.Builder
	if tags {
		b.WriteString("StartDate,Finished,ResponseId,Q1,Q2_1,Q2_2,Q4,Q5\nStart Date,Finished,Response ID,")
	}
	b.WriteString(`"` + strings.Join(questions, `","`) + "\"\n")
	if tags {
		b.WriteString(`"{""ImportId"":""startDate""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}","{""ImportId"":""QID4""}","{""ImportId"":""QID5""}"` + "\n")
	}
	for i := range 20 {
		if tags {
			b.WriteString("2026-01-01 10:00:00,True,R_" + string(rune('a'+i)) + ",")
		}
		for k := range questions {
			b.WriteString(strings.Repeat(",", min(k, 1)) + string(rune('1'+(i+2*k)%5)))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// furtherRatings are three more ratings, which make a questionnaire long enough for its places to tell something.
func furtherRatings() map[string][]string {
	return map[string][]string{
		"leadership": {"How good is what we say to you?", "How well do we listen to you?", "How quickly do we answer you?"},
		"staff":      {"Wie gut ist das, was wir Ihnen sagen?", "Wie gut hören wir Ihnen zu?", "Wie schnell antworten wir Ihnen?"},
		"customers":  {"Que vaut pour vous notre parole ?", "Vous écoutons-nous avec soin ?", "Nos réponses sont-elles rapides pour vous ?"},
	}
}

// Questionnaires in three languages share no words; their ids, or places, and scales suggest what belongs together, and nothing is joined.
func TestTranslatedQuestionnaires(t *testing.T) {
	for _, tags := range []bool{true, false} {
		var files []string
		for _, id := range []string{"leadership", "staff", "customers"} {
			questions := inThreeLanguages()[id]
			if !tags {
				questions = append(questions, furtherRatings()[id]...)
			}
			files = append(files, id+".csv", translatedExport(questions, tags))
		}
		got := draftFileOf(t, files...)
		want := map[bool]string{
			true:  `performance: {leadership: Q2_1, staff: Q2_1, customers: Q2_1}} # 1.00 "Wie zufrieden sind Sie mit unseren Preisen?", "Êtes-vous satisfait de nos prix ?"`,
			false: `performance: {leadership: "How satisfied are you with our prices?", staff: "Wie zufrieden sind Sie mit unseren Preisen?", customers: "Êtes-vous satisfait de nos prix ?"}} # "Wie zufrieden sind Sie mit unseren Preisen?", "Êtes-vous satisfait de nos prix ?"`,
		}[tags]
		if !strings.Contains(got, "#  how_satisfied_are_you_with_our_prices: ") || !strings.Contains(got, want) || !strings.Contains(got, "? Are these translations of each other?") {
			t.Errorf("ids %v: %s is not in\n%s", tags, want, got)
		}
		if strings.Contains(got, "\n    performance: {leadership: Q2_1, ") {
			t.Errorf("joined without a word:\n%s", got)
		}
	}
}

// An item of two audiences in one language is offered the third's translation; questionnaires in one language, with other places or other
// scales are no translations.
func TestWhatIsNoTranslation(t *testing.T) {
	three := inThreeLanguages()
	english := translatedExport(three["leadership"], true)
	got := draftFileOf(t, "leadership.csv", english, "staff.csv", english, "customers.csv", translatedExport(three["customers"], true))
	if want := `# ? performance: {leadership: Q2_1, staff: Q2_1, customers: Q2_1} # in place of the line above: 1.00 customers: "Êtes-vous satisfait de nos prix ?" (a translation?`; !strings.Contains(got, want) {
		t.Errorf("%s is not in\n%s", want, got)
	}
	other := []string{"What do you think of our shop?", "Are our people in the shop kind to you?", "How much do you trust us?", "Do we keep what we promise to you?", "How do you find the website?"}
	for name, customers := range map[string]string{
		"the same language": translatedExport(other, true),
		"other ids":         strings.Replace(translatedExport(three["staff"], true), "Q1,Q2_1,Q2_2,Q4,Q5", "Q7,Q8_1,Q8_2,Q9,Q10", 1),
		"other scales":      strings.NewReplacer(",1", ",9", ",2", ",7", ",3", ",8").Replace(translatedExport(three["staff"], true)),
	} {
		if got := draftFileOf(t, "leadership.csv", english, "customers.csv", customers); strings.Contains(got, "translation") {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// Places alone tell nothing of a few ratings on one scale, which may stand in any order; they do where scales change along the questionnaire.
func TestPlacesOfFewRatings(t *testing.T) {
	staff := ratedOnce(answersTo("Wie zufrieden sind Sie mit unserer Schnelligkeit?", 0, 4, 4, 4, 4, 4), answersTo("Wie zufrieden sind Sie mit unseren Preisen?", 0, 4, 4, 4, 4, 4), answersTo("Wie freundlich sind wir zu Ihnen?", 0, 4, 4, 4, 4, 4))
	customers := ratedOnce(answersTo("How satisfied are you with our prices?", 0, 4, 4, 4, 4, 4), answersTo("How satisfied are you with our people?", 0, 4, 4, 4, 4, 4), answersTo("How quick are we with your orders?", 0, 4, 4, 4, 4, 4))
	if got := draftFileOf(t, "staff.csv", staff, "customers.csv", customers); strings.Contains(got, "translation") {
		t.Errorf("three ratings in any order:\n%s", got)
	}
	for scales, want := range map[string]bool{"a a a": false, "a a b": false, "a b a": true, "a b c": true, "a a a a a a a a": true, "a a a a a a b": false} {
		if got := placesTell(strings.Fields(scales)); got != want {
			t.Errorf("%s: %v, want %v", scales, got, want)
		}
	}
}

// Two audiences who were asked in one language in different words are not joined through a third in another.
func TestNoTranslationOfOneLanguage(t *testing.T) {
	three := inThreeLanguages()
	other := []string{"Wie schnell sind wir mit Ihren Aufträgen?", "Wie gerecht sind die Summen in unseren Rechnungen?", "Wie nett sind die Menschen hier zu Ihnen?", "Wie gut erklären wir Ihnen das Produkt?", "Wie nett ist Ihr Gespräch mit uns?"}
	got := draftFileOf(t, "leadership.csv", translatedExport(other, true), "staff.csv", translatedExport(three["leadership"], true), "customers.csv", translatedExport(three["staff"], true))
	if !strings.Contains(got, "{leadership: Q2_1, staff: Q2_1}} # 1.00") {
		t.Errorf("the first pair is not offered:\n%s", got)
	}
	if strings.Contains(got, "{leadership: Q2_1, staff: Q2_1, customers: Q2_1}") || strings.Contains(got, "{leadership: Q2_1, customers: Q2_1}") {
		t.Errorf("two audiences of one language are joined:\n%s", got)
	}
}

func TestLanguageOfQuestions(t *testing.T) {
	for id, want := range map[string]string{"leadership": "en", "staff": "de", "customers": "fr"} {
		var columns []*asked
		for _, text := range inThreeLanguages()[id] {
			columns = append(columns, &asked{column: Column{Text: text}})
		}
		if got := languageOf(columns); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if got := languageOf([]*asked{{column: Column{Text: "Q1 speed"}}}); got != "" {
		t.Errorf("a tag is in %q", got)
	}
}

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

// Questionnaires in three languages share no words; their ids, or places, and scales suggest what belongs together, and nothing is joined.
func TestTranslatedQuestionnaires(t *testing.T) {
	for _, tags := range []bool{true, false} {
		var files []string
		for _, id := range []string{"leadership", "staff", "customers"} {
			files = append(files, id+".csv", translatedExport(inThreeLanguages()[id], tags))
		}
		got := draftFileOf(t, files...)
		want := map[bool]string{
			true:  `performance: {leadership: Q2_1, staff: Q2_1, customers: Q2_1}} # 1.00 "Wie zufrieden sind Sie mit unseren Preisen?", "Êtes-vous satisfait de nos prix ?"`,
			false: `performance: {leadership: "How satisfied are you with our prices?", staff: "Wie zufrieden sind Sie mit unseren Preisen?", customers: "Êtes-vous satisfait de nos prix ?"}}`,
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

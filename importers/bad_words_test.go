package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A question that asks for what is bad, or whether people would not recommend, is asked about: which end is the good one no number tells.
func TestQuestionsForBadAreAsked(t *testing.T) {
	answers := func(header string) []string { return answersTo(header, 3, 3, 4, 5, 4, 5, 4, 6, 7, 5, 4) }
	for _, header := range []string{
		"How likely are you NOT to recommend us?", "Wie wahrscheinlich ist es dass Sie uns nicht weiterempfehlen?", "How likely are you to recommend our competitor to a friend?",
		"How unlikely are you to recommend us? (0-10)", "Why would you recommend us? Number of reasons (0-10)", "How likely are you to cancel your contract? (0-10)",
		"How concerned are you about our prices? (0-10)", "Stress (0 = none; 10 = extreme)", "Dissatisfaction with delivery (0-10)", "Wie unzufrieden sind Sie?", "Risk of leaving (0 = low; 10 = high)",
	} {
		c := inspectedText(t, exportOf(80, answers(header), answersTo("How clear?", 0, 1, 1, 1, 1, 1))).Columns[0]
		if c.Kind.Rates() {
			t.Errorf("%s: %s %s", header, c.Kind, c.Scale)
		}
		draft := draftFileOf(t, "staff.csv", exportOf(80, answers(header), answersTo("How clear?", 0, 1, 1, 1, 1, 1)))
		if !strings.Contains(draft, "? it asks for \"") || !strings.Contains(draft, "reversed: true") {
			t.Errorf("%s: init drafts\n%s", header, draft)
		}
	}
	for header, kind := range map[string]study.ColumnKind{
		"How likely are you to recommend us? (0 = not at all likely; 10 = extremely likely)": study.NPSColumn,
		"How likely or unlikely are you to recommend us?":                                    study.NPSColumn,
		"Compared with our competitors how likely are you to recommend us?":                  study.NPSColumn,
		"How satisfied are you with the handling of trouble? (0-10)":                         study.RatingColumn,
		"Risk management (0-10)":            study.RatingColumn,
		"How easy was it to cancel? (0-10)": study.RatingColumn,
	} {
		if c := inspectedText(t, exportOf(80, answers(header), answersTo("How clear?", 0, 1, 1, 1, 1, 1))).Columns[0]; c.Kind != kind {
			t.Errorf("%s: %s, want %s", header, c.Kind, kind)
		}
	}
}

// What is hard to get is asked both ways, also where it is help; not where it is not hard, where the question names both ends, or where it asks how
// well what is difficult is done.
func TestQuestionsHowDifficult(t *testing.T) {
	for header, bad := range map[string]bool{
		"How difficult was it to get help?": true, "It was difficult to get help": true, "I find it hard to get support": true,
		"Wie schwierig war es, Hilfe zu bekommen?": true, "Wie schwer fiel es Ihnen, Unterstützung zu finden?": true, "Hilfe ist schwer zu bekommen": true,
		"À quel point a-t-il été difficile d'obtenir de l'aide ?": true, "Il est difficile de trouver de l'aide": true,
		"¿Qué tan difícil fue obtener ayuda?": true, "Quão difícil foi obter ajuda?": true, "Quanto è stato difficile ottenere aiuto?": true, "Hoe moeilijk was het om hulp te krijgen?": true,
		"How easy or difficult was it to get help?": false, "It is not difficult to get help": false, "How well do you deal with difficult customers?": false, "Es ist nicht schwer, Hilfe zu finden": false,
		"How difficult situations are handled": false, "How helpful are we when it is hard to find parts?": false,
	} {
		if word := lexicon.AsksForBad(lexicon.HeadingOf(header)); (word != "") != bad {
			t.Errorf("%q: %q", header, word)
		}
	}
}

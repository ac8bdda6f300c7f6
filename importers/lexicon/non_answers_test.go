package lexicon

import "testing"

// Non-answers are known in whatever way they are spaced and pointed; other short words are none.
func TestNonAnswers(t *testing.T) {
	for _, cell := range []string{
		"N/A", "n. a.", "NA", "Don’t know", "Does not apply", "weiß nicht", "Weiß nicht / keine Angabe", "NSP", "ns / nc", "NS-NC", "No sé", "não se aplica.", "Non so / non rispondo", "N.V.T.", "Weet ik niet", "Not  sure", "(don't know)",
		"N/D", "n.d.", "Non disponibile", "Unable to rate", "Can't rate", "No idea", "Kann ich nicht einschätzen", "Keine Antwort / weiss nicht", "Ne peut pas se prononcer", "No puedo valorar", "Não sei avaliar", "Non lo so", "Geen idee", "Kan ik niet zeggen",
	} {
		if !MeansDontKnow(cell) || MeansBlank(cell) {
			t.Errorf("%q is no don't know", cell)
		}
	}
	for _, cell := range []string{"-", "--", "—", ".", "…", "k.A.", "k. A.", "K. a.", "k.A", "keine Angabe", "Keine  Angabe.", "Non renseigné", "Prefiero no responder", "Sem resposta", "Nessuna risposta", "Geen antwoord", "prefer not to say", "[not completed]"} {
		if !MeansBlank(cell) || MeansDontKnow(cell) {
			t.Errorf("%q is no blank", cell)
		}
	}
	for _, cell := range []string{"", "nose", "so", "no", "kann", "a", "Agree", "neutral", "+", "5", "-1", "NC", "undecided", "Nie", "Nada"} {
		if MeansBlank(cell) || MeansDontKnow(cell) {
			t.Errorf("%q is taken for no answer", cell)
		}
	}
}

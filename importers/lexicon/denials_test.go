package lexicon

import "testing"

// A word that denies in one language is an ordinary one in another, and not every word of little takes back what is bad.
func TestWhatDeniesNothing(t *testing.T) {
	for _, bad := range []string{
		"Problemas no atendimento", "Erros no pedido", "Atrasos no transporte", "Falhas no sistema", "Queixas no atendimento", "Conflitos no trabalho",
		"I trust them less since the invoices are wrong", "There is less support and there are too many errors",
		"Es gibt weniger Personal und die Lieferung ist zu spät", "Ich kaufe weniger, weil die Rechnungen fehlerhaft sind",
		"Au moins une fois par mois il y a des erreurs", "Al menos una vez al mes hay errores", "Pelo menos uma vez por mês há erros",
		"Delays occur without notice", "Mistakes happen without any explanation", "Errors happen no matter what",
	} {
		if MeetsBad(Normalise(bad)) == "" {
			t.Errorf("%s: asks for nothing bad", bad)
		}
	}
	for _, good := range []string{
		"No hay problemas", "No tengo problemas con la entrega", "Los errores no se repiten", "Aquí no hay retrasos", "Não há problemas no atendimento",
		"Delays never happen", "Mistakes hardly ever happen", "Delays are rare", "Fehler kommen kaum vor", "Fehler sind selten", "Les erreurs sont rares", "Gli errori sono rari",
		"There are fewer errors", "Es gibt weniger Fehler", "Il y a moins de retards", "Il y a moins d'erreurs", "Hay menos errores", "We have less trouble",
	} {
		if word := MeetsBad(Normalise(good)); word != "" {
			t.Errorf("%s: asks for %q", good, word)
		}
	}
}

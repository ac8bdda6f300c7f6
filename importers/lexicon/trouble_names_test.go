package lexicon

import "testing"

// What there is for trouble is named by it, and is a topic; that it is not there, or slow, is bad all the same.
func TestTroubleInNames(t *testing.T) {
	for heading, bad := range map[string]bool{
		"Livro de reclamações": false, "Ufficio reclami": false, "Service des réclamations": false, "Oficina de quejas": false, "Servicio de averías": false, "Servizio guasti": false, "Serviço de avarias": false, "Bureau des plaintes": false, "Complaints office": false, "Grade for: Servicio de averías": false,
		"Error messages": false, "Error messages make sense": false, "Speed of error messages": false, "Messages d'erreur": false, "Mensajes de error": false, "Mensagens de erro": false, "Messaggi di errore": false, "Fehlermeldungen": false, "Delay Repay": false, "Threat intelligence": false,
		"I keep getting error messages": true, "The app shows error messages all the time": true, "Too many error messages": true, "La app muestra mensajes de error": true, "Je reçois souvent des messages d'erreur": true, "Errors in the messages": true,
		"Les réclamations s'accumulent": true, "El servicio tiene averías": true, "Le service fait des erreurs": true, "Il servizio ha guasti": true, "O serviço tem avarias": true, "Delay in paying": true, "The complaints office ignores us": true, "El servicio de averías es lento": true,
	} {
		if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
			t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
		}
	}
}

// What is bad in one language is something else in another.
func TestTroubleOfOneLanguageAlone(t *testing.T) {
	for heading, bad := range map[string]bool{
		"Storing my documents in the cloud": false, "Lite plan": false, "Big Bang exhibition": false, "Tesi di laurea": false, "Wij gaan in gesprek met klanten": false, "Arguing for my ideas": false, "Undo and redo": false, "Freezing of meals": false,
		"Er is een storing": true, "Ik ben bang voor mijn baan": true, "I rapporti sono tesi": true, "Una lite in ufficio": true, "De lijn is altijd in gesprek": true, "My colleagues are always arguing": true, "I have to redo my work": true, "The app keeps freezing": true,
	} {
		if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
			t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
		}
	}
}

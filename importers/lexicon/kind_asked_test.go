package lexicon

import "testing"

// The direction of importance is known, whatever is important; that something is called so in a statement tells nothing.
func TestNothingBadIsAskedWhereTheKindIsTold(t *testing.T) {
	for heading, bad := range map[string]bool{
		"How important is downtime to you?": false, "Importance: Downtime": false, "Imp_Downtime": false, "Downtime (importance)": false, "Importance of error messages": false, "Importance - Complaints": false, "How important are the following to you? [Paperwork]": false,
		"Wie wichtig ist Ihnen Zeitdruck?": false, "Wichtigkeit: Zeitdruck": false, "Wicht_Ausfälle": false, "Quelle est l'importance des retards ?": false, "Importance : Réclamations": false, "¿Qué tan importante es el papeleo?": false, "Importancia: Averías": false,
		"Quão importante é a burocracia?": false, "Importância: Reclamações": false, "Quanto è importante la burocrazia?": false, "Importanza: Guasti": false, "Hoe belangrijk zijn storingen voor u?": false, "Belang: Storingen": false,
		"Performance: Downtime": false, "Perf_Downtime": false, "Our services: Paperwork": false, "Zufriedenheit: Zeitdruck": false, "Leistung: Papierkram": false,
		"Downtime": true, "Important problems are ignored": true, "Wichtige Probleme werden ignoriert": true, "My boss forgets how important delays are": true, "Les problèmes importants sont ignorés": true, "Los problemas importantes se ignoran": true, "Os problemas importantes são ignorados": true,
		"I problemi importanti sono ignorati": true, "Belangrijke klachten worden genegeerd": true, "Performance: problems are ignored": true, "Performance pressure: I worry": true, "Our services are full of errors": true, "Improper delays": true,
	} {
		if word := AsksForBad(HeadingOf(heading)); (word != "") != bad {
			t.Errorf("%s: asks for %q, want something bad: %v", heading, word, bad)
		}
	}
}

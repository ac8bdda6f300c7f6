package importers

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// "Se" and "si" begin a case or a passive, by their verb: what goes wrong in a passive is asked about, what is done in a case is rated.
func TestCasesAndPassives(t *testing.T) {
	beside := answersTo("How well do we listen to you?", 0, 9, 9, 9, 9, 9)
	for header, rated := range map[string]bool{
		"Se pierden pedidos con frecuencia":          false,
		"Se producen errores a menudo":               false,
		"Se comete muchos errores":                   false,
		"Si verificano errori":                       false,
		"Si perdono spesso gli ordini":               false,
		"Se perdem pedidos com frequência":           false,
		"Se cometem erros nas faturas":               false,
		"Se tiver problemas alguém ajuda":            true,
		"Se houver problemas alguém ajuda":           true,
		"Se surgirem problemas alguém ajuda":         true,
		"Se ho problemi qualcuno mi aiuta":           true,
		"Se sorgono problemi qualcuno mi aiuta":      true,
		"Si tengo problemas me ayudan":               true,
		"Si j'ai un problème on m'aide":              true,
		"Als er problemen zijn helpt men mij":        true,
		"If I have problems somebody helps":          true,
		"Se resuelven los problemas":                 true,
		"Se entregan los pedidos sin errores":        true,
		"Se me escucha":                              true,
		"Si risolvono i problemi in fretta":          true,
		"Me ayudan cuando se producen errores":       true,
		"Mi aiutano quando si verificano problemi":   true,
		"Ajudam-me quando se perdem os documentos":   true,
		"Me atienden bien, si se producen errores":   true,
		"Mi seguono bene, se si verificano errori":   true,
		"Ne résolvent pas les problèmes":             false,
		"Alguém me ajuda, se tiver problemas":        true,
		"Nos avisan, si hay retrasos":                true,
		"Se nos avisa de los retrasos":               true,
		"Há erros nas faturas":                       false,
		"Quando se perdem pedidos alguém me avisa":   true,
		"Cuando se pierden pedidos, nos avisan":      true,
		"Si no funciona algo se arregla enseguida":   true,
		"Se algo non funziona viene riparato subito": true,
	} {
		c := inspectedText(t, ratedOnce(answersTo(`"`+header+`"`, 0, 9, 9, 9, 9, 9), beside)).Columns[0]
		if (c.Kind == study.RatingColumn) != rated {
			t.Errorf("%s: %s", header, c.Kind)
		}
	}
}

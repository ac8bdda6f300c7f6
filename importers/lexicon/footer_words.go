package lexicon

import (
	"slices"
	"strings"
)

// footerWords are what people call the figures below a table, one language a line.
const footerWords = `
mean|means|mean score|average|averages|avg|overall average|overall mean|total|totals|grand total|sum|subtotal|count|counts|median|mode|min|minimum|max|maximum|sd|std|std dev|stdev|standard deviation|variance|n|base|valid n|top box|top 2 box|top-2-box|nps|responses|number of responses
mittelwert|mittelwerte|mw|durchschnitt|durchschnittswert|ø|schnitt|gesamt|gesamtergebnis|gesamtsumme|summe|insgesamt|anzahl|zentralwert|standardabweichung|stabw|varianz|basis|anzahl antworten|fallzahl
moyenne|moyennes|moy|somme|nombre|médiane|écart-type|écart type|effectif|ensemble|total général|nombre de réponses
media|promedio|suma|mediana|desviación estándar|desviación típica|recuento|total general|mínimo|máximo
média|médias|soma|desvio padrão|contagem|total geral
medie|somma|totale|deviazione standard|conteggio|numero
gemiddelde|gemiddeld|totaal|eindtotaal|som|aantal|mediaan|standaardafwijking|standaarddeviatie
`

// footerBase is a count with its sign: n = 120, N: 120, Basis: 96.
var footerBase = lazily(`^(?:n|base|basis|total|valid n|effectif|anzahl|aantal)\s*[=:]\s*[\d., ]+$`)

// FooterNote is how a line below a table begins.
var FooterNote = lazily(`^(?:sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|notes?|nb|n\.b\.|hinweis(?:e)?|anmerkung(?:en)?|nota|notas|nota bene|opmerking(?:en)?|©|copyright|\(c\)|exported|export(?:iert)? (?:am|on)|generated|stand|as of|legend|legende|scale|skala)(?:$|[ :.*©])`)

func IsFooterWord(text string) bool {
	text = strings.TrimSpace(strings.TrimRight(Normalise(text), ":.= "))
	for _, line := range strings.Split(strings.TrimSpace(footerWords), "\n") {
		if slices.Contains(strings.Split(line, "|"), text) {
			return true
		}
	}
	return footerBase().MatchString(text)
}

func IsFooterNote(text string) bool { return FooterNote().MatchString(Normalise(text)) }

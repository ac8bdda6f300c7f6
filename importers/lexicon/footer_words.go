package lexicon

import "strings"

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

// subtotalWords begin a row of figures of the rows above it, whatever follows: Subtotal North.
var subtotalWords = lazily(`^(?:sub-?\s?totals?|zwischensummen?|zwischenergebnis|sous-total|sous total|subtotales|subtotais|subtotale|subtotali|subtotaal|subtotalen|tussentotaal)(?:$|[ :.,=–-])`)

// goalWords are what people call the figures that they want, below a table too.
const goalWords = `target|targets|target value|target score|goal|goals|benchmark|benchmarks|ziel|ziele|zielwert|zielwerte|sollwert|soll|vorgabe|objectif|objectifs|cible|valeur cible|objetivo|objetivos|valor objetivo|obiettivo|obiettivi|valore obiettivo|doel|doelwaarde|streefwaarde|streefwert`

// besideFigures are words that say of a figure whose it is: average score of all respondents.
const besideFigures = `score|scores|value|values|rating|ratings|result|results|overall|all|of|the|for|answers|responses|respondents|per|question|item|` +
	`wert|werte|note|noten|punkte|punktzahl|bewertung|bewertungen|gesamt|aller|alle|der|antworten|antwort|befragten|` +
	`notes|globale|général|générale|générales|de|des|du|les|réponses|puntuación|puntuaciones|global|general|las|respuestas|` +
	`pontuação|geral|das|respostas|punteggio|generale|delle|risposte|cijfer|totale|algemene|van|antwoorden`

// footerBase is a count with its sign: n = 120, N: 120, Basis: 96.
var footerBase = lazily(`^(?:n|base|basis|total|valid n|effectif|anzahl|aantal)\s*[=:]\s*[\d., ]+$`)

// FooterNote is how a line below a table begins.
var FooterNote = lazily(`^(?:sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|notes?|nb|n\.b\.|hinweis(?:e)?|anmerkung(?:en)?|nota|notas|nota bene|opmerking(?:en)?|©|copyright|\(c\)|exported|export(?:iert)? (?:am|on)|generated|stand|as of|legend|legende|scale|skala)(?:$|[ :.*©])`)

// IsFooterWord reports whether a text is what people call figures of a table: a word for them, alone or beside words that say whose they are.
func IsFooterWord(text string) bool {
	text = strings.TrimSpace(strings.TrimRight(Normalise(text), ":.= "))
	return isFigure(text) || footerBase().MatchString(text) || subtotalWords().MatchString(text) || Listed(goalWords, text) || namesFigure(text)
}

// isFigure reports whether a text is a word for figures.
func isFigure(text string) bool { return Listed(footerWords, text) }

// namesFigure reports whether a text of a few words is of a word for figures and nothing but words that say of what.
func namesFigure(text string) bool {
	const most = 5
	words, figure := strings.Fields(text), false
	if len(words) < 2 || len(words) > most {
		return false
	}
	for _, word := range words {
		switch {
		case isFigure(word):
			figure = true
		case !Listed(besideFigures, word):
			return false
		}
	}
	return figure
}

func IsFooterNote(text string) bool { return FooterNote().MatchString(Normalise(text)) }

package lexicon

// titleWords are those of the title of a table, and of lines on where it is from.
var titleWords = lazily(`(?:^|[^\p{L}])(?:surveys?|poll|questionnaire|exports?|exported|dataset|raw data|downloaded|generated|` +
	`\p{L}*umfragen?|\p{L}*befragung(?:en)?|fragebogen|exportiert|datensatz|rohdaten|enquêtes?|sondage|questionnaire|exporté|encuestas?|cuestionario|exportado|` +
	`pesquisa|questionário|sondaggio|indagine|questionario|esportato|enquete|vragenlijst|onderzoek|geëxporteerd)(?:$|[^\p{L}])`)

// Dated is a text with a year or with a date, such as titles have and questions do not.
var Dated = lazily(`(?:^|[^\d])(?:19|20)\d{2}(?:$|[^\d])|` + WordStart + `(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|q[1-4])` + WordEnd + `|` +
	WordStart + `\d{1,2}\.?(?: -)? (?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)`)

// IsTitleText reports whether a line has the words or the date of a title.
func IsTitleText(line string) bool {
	text := Normalise(line)
	return titleWords().MatchString(text) || Dated().MatchString(text)
}

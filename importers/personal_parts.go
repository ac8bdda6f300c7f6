package importers

import (
	"strings"
	"sync"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// partWords are what stands beside the parts of an address or of a name, and is not personal by itself: "City, State", "Title / Name".
const partWords = `state|province|county|country|region|district|suite|apt|apartment|unit|number|no|nr|title|salutation|middle name|initials|date
bundesland|land|kanton|kreis|ortsteil|stadtteil|hausnr|hnr|nummer|anrede|titel|datum|pays|localité|région|département|canton|numéro|n°|num|civilité|titre
país|provincia|estado|región|colonia|número|núm|tratamiento|título|estado civil|uf|distrito|freguesia|concelho|município|tratamento|localidad|localidade|stato|via|cap|regione|comune|paese|n|titolo|provincie|plaats|gemeente|aanhef|huisnr|toevoeging`

// partNames are the names of partWords.
var partNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, line := range strings.Split(partWords, "\n") {
		for _, name := range strings.Split(line, "|") {
			names[lexicon.WithoutAccents(name)] = true
		}
	}
	return names
})

var (
	// betweenParts is what parts of an address or of a name are joined by in a header.
	betweenParts = lazily(`\s*[,;/&+|\n]\s*(?:(?:and|und|et|y|e|en) )?| (?:and|und|et|y|e|en|-|–) `)
	// bracketed is what a header has in brackets at its end: "Adresse (Straße, Ort)".
	bracketed = lazily(`^(.+?)\s*[([]([^()[\]]+)[)\]]$`)
	// askingFor is how a form asks for a field: "Please enter your address", "Wie lautet Ihre Postleitzahl?".
	askingFor = lazily(`^(?:¿ ?)?(?:(?:please |bitte |veuillez |merci d[e'’] ?|por favor,? |per favore,? )?` +
		`(?:what(?:'s| is|s)|enter|provide|give|state|specify|type|tell us|leave|wie (?:lautet|ist)|geben sie|nennen sie|quel(?:le)? est|indiquer|indiquez|entrez|saisir|saisissez|cuál es|indique|introduzca|escriba|qual (?:é|è)|informe|insira|indichi|inserisca|indica|inserisci|wat is|vul|geef) )?` +
		`(?:(?:us|uns|o|a|la|il|le|el|het|de|den|die|das|der|the) )?(?:(?:your|my|ihre?n?|deine?n?|eure?|votre|ton|ta|vos|su|tu|sus|seu|sua|teu|tua|tuo|suo|uw|je|jouw|own|full|complete|current|private|home|work) )+`)
	// askedIn is what a form says behind the field: "Geben Sie Ihre Adresse ein".
	askedIn = lazily(` (?:ein|an|in|below|here)$`)
)

// namesParts reports whether a header is made of parts of an address or of a name ("Street, City, State, ZIP", "Name / Vorname"), or asks for one field in the
// words of a form. What was rated may be called so too ("Phone / E-mail"): the cells decide.
func namesParts(column Column) bool {
	text := plainHeader(column)
	if text == "" || len(text) > 160 {
		return false
	}
	text = strings.TrimSpace(strings.Trim(text, " ?:*."))
	names := personalNames()
	if m := bracketed().FindStringSubmatch(text); m != nil {
		inside, all := partsOf(m[2], names)
		if outside, whole := partsOf(m[1], names); whole && all && inside+outside > 0 && (outside > 0 || inside > 1) {
			return true
		}
	}
	if asked := askingFor().FindString(text); asked != "" {
		text = strings.TrimSpace(askedIn().ReplaceAllString(text[len(asked):], ""))
	}
	personal, all := partsOf(text, names)
	return all && personal > 0
}

// partsOf returns how many parts of a header are names of personal data, and whether all others stand beside such.
func partsOf(text string, names map[string]bool) (personal int, all bool) {
	if personalIn(text, names) {
		return 1, true
	}
	for _, part := range betweenParts().Split(text, -1) {
		part = strings.TrimSpace(part)
		switch asked := askingFor().FindString(part); {
		case personalIn(part, names), asked != "" && personalIn(part[len(asked):], names):
			personal++
		case part != "" && !partNames()[lexicon.WithoutAccents(strings.Trim(part, ". "))]:
			return 0, false
		}
	}
	return personal, true
}

// inParts reports whether a column of such a header holds what it is called by, and no answers.
func (c *columnScan) inParts(column Column) bool {
	return column.Role == Answer && c.filled > 0 && namesParts(column) && !c.cells.only(column.statement()) && !c.cells.ticks() && !c.cells.mostly(isAnswer)
}

// isAnswer reports whether a cell is an answer on a scale: a number of two digits, stars or points, or a label.
func isAnswer(cell string) bool {
	_, written := readWritten(cell)
	return numeric(cell) && len(cell) <= len("100") || written || isLabel(cell)
}

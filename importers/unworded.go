package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A column of a few whole numbers is a rating, a code or a count; what it is its words tell. Where they do not, and it is read as a rating,
// that is an assumption, and somebody has to hear of it.

// bareNoun are headings of what is counted, coded or sorted by, and of nothing that people rate, unless other words say so. In the languages
// of the label families.
var bareNoun = lazily(`^(?:(?:your|my|our|the|ihre?|der|die|das|votre|le|la|su|el|seu|sua|o|a|il|lo|uw|de|het) )?(?:` +
	`(?:\p{L}+ ){0,2}(?:numbers?|codes?|nr|channel|group|version|batch|category|cohort|type)|` +
	`(?:team|company|order|household|organi[sz]ation|firm|business|employer|party|family|sample|batch|site|fleet|basket|cart) size|` +
	`(?:access|education|management|seniority|security|clearance|hierarchy|subscription|membership|job|pay|tier|customer|user) level|` +
	`(?:batch|lot|group|version|channel|team|unit|order|case|room|table|seat) ?(?:no|num|id)|` +
	`level|size|lot|release|build|tier|panel|quota|cell|source|medium|browser|status|phase|stage|round|run|edition|severity|sequence|seq|variant|arm|treatment|stratum|cluster|` +
	`\p{L}*(?:nummer|gruppe|version|kanal|kategorie|typ|charge)|stufe|klasse|lfd\.? ?nr|(?:team|unternehmens|betriebs|firmen|gruppen|haushalts|bestell)?grösse|ebene|phase|runde|quelle|` +
	`(?:numéro|code|groupe|canal|catégorie|type|lot|version)(?: (?:de |du |de la |de l'|d')\p{L}+)?|(?:niveau|taille)(?: (?:de |du |de la |de l'|d')(?:` + belonging + `))?|` +
	`(?:número|código|grupo|canal|categoría|categoria|tipo|lote|versión|versão)(?: (?:de |del |de la |do |da )\p{L}+)?|(?:nivel|nível|tamaño|tamanho)(?: (?:de |del |de la |do |da )(?:` + belonging + `))?|` +
	`(?:numero|codice|gruppo|canale|categoria|tipo|lotto|versione)(?: (?:di |del |della |dell')\p{L}+)?|(?:livello|dimensione|dimensioni|taglia)(?: (?:di |del |della |dell'|d')(?:` + belonging + `))?|` +
	`\p{L}*(?:groep|versie|kanaal|categorie|grootte)|partij|ronde|bron` +
	`)(?: (?:no|nr|id))?(?: \d+)?$`)

// belonging are the words of persons, companies and accounts behind a level or a size in languages that say it with "of"; the level of a service
// is rated.
const belonging = `équipe|entreprise|société|groupe|ménage|foyer|clients?|compte|abonnement|accès|études?|diplôme|formation|poste|responsabilité|hiérarchie|carrière|revenus?|` +
	`equipo|empresa|compañía|grupo|hogar|clientes?|cuenta|suscripción|acceso|estudios|formación|puesto|responsabilidad|jerarquía|ingresos|` +
	`equipe|empresa|companhia|agregado|conta|assinatura|acesso|estudos|formação|cargo|responsabilidade|hierarquia|renda|` +
	`squadra|azienda|impresa|società|gruppo|famiglia|clienti|conto|abbonamento|accesso|studi|istruzione|formazione|responsabilità|gerarchia|reddito`

// perhapsGroup are headings of what people sort by, and that others rate: the class of a price, the level of a skill.
var perhapsGroup = lazily(`^(?:(?:your|my|our|the|ihre?|der|die|das) )?(?:(?:\p{L}+ ){0,2}priority|priority level|(?:group|class|class ?room) size|skill level|` +
	`\p{L}*priorität|\p{L}+(?:stufe|klasse)|priorité|prioridad|prioridade|priorità|\p{L}*prioriteit)(?: \d+)?$`)

// isBareNoun reports whether a column is called by a noun that names no rating; a row of a matrix is what its matrix is.
func isBareNoun(c Column) bool {
	if stemOf(c) != "" || namesScale(c) {
		return false
	}
	text := plainWords(c)
	return !ratingWords().MatchString(text) && bareNoun().MatchString(text)
}

// plainWords are the words of a column without what explains them in brackets.
func plainWords(c Column) string {
	text := lexicon.TagInWords(lexicon.InBrackets().ReplaceAllString(c.Text, " "))
	return strings.TrimRight(text, "?:.*# ")
}

// ofPersons is how statements begin that are short: "We listen", "Mein Team hilft".
var ofPersons = lazily(`^(?:we|i|i'm|our|my|they|you|your|it|wir|ich|sie|unsere?|mein\p{L}*|ihr\p{L}*|nous|je|j'|notre|nos|mon|ma|mes|vos|votre|nosotros|nuestr\p{L}*|mi|mis|nós|nosso\p{L}*|nossa\p{L}*|meu|meus|minha\p{L}*|noi|nostr\p{L}*|io|mio|mia|miei|wij|onze?|ons|ik|mijn)(?: |$)`)

// statementWords is from how many words on a text states something that can be agreed with: "Staff keep their promises".
const statementWords = 4

// wordedAsRating reports whether the words of a column say, or let one think, that it is a rating.
func wordedAsRating(c Column) bool {
	text := plainWords(c)
	_, toldBehind := lexicon.SuffixKind(c.statement()) // "Delivery (Satisfaction)"
	switch {
	case toldBehind, c.nps, c.rated, stemOf(c) != "", namesScale(c), c.asksToRecommend(), kindOf(c) != study.Performance:
		return true
	case len(strings.Fields(text)) >= statementWords, ofPersons().MatchString(text), ratingWords().MatchString(text), lexicon.PerformanceWords().MatchString(text):
		return true
	}
	return false
}

// unworded reports whether a rating is one by its numbers alone.
func (a *asked) unworded(read readScale) bool {
	plain := len(a.answers.words) == 0 && a.answers.written == nil && len(read.scale.Labels) == 0 && len(read.codes) == 0
	return plain && !wordedAsRating(a.column)
}

// assumedRatings says which items are ratings by their numbers alone.
func (d *draft) assumedRatings(questions []*question) {
	var names []string
	for _, q := range questions {
		for _, a := range q.by {
			if a.unworded(a.read) {
				names = append(names, quotedName(a.column))
				break
			}
		}
	}
	if len(names) > 0 {
		d.hinted(study.RatingAssumed, "", "a study file names what are ratings", "read as ratings by their numbers alone, for no word of them says so: %s", few(names))
	}
}

// assumedRatings says which columns of an inspection are ratings by their numbers alone.
func assumedRatings(columns []*asked, kinds []classified) []string {
	var names []string
	for i, a := range columns {
		if kinds[i].kind == study.RatingColumn && a.unworded(kinds[i].read) {
			names = append(names, quotedName(a.column))
		}
	}
	return names
}

// ratedColumns returns the columns of an inspection that are ratings, or numbers that may be.
func ratedColumns(columns []*asked, kinds []classified) []*asked {
	var found []*asked
	for i, a := range columns {
		if kinds[i].kind.Rates() || kinds[i].kind == study.NumberColumn && a.answers.plainNumbers() {
			found = append(found, a)
		}
	}
	return found
}

// quotedName is what a message calls a column: its words, or its place where it has none.
func quotedName(c Column) string {
	if name := naming(c); name != "" {
		return fmt.Sprintf("%q", lexicon.Shorten(name))
	}
	return fmt.Sprintf("#%d", c.Position)
}

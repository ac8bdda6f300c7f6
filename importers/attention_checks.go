package importers

import (
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Attention checks tell respondents what to answer: "Please select 'agree' here". What they answer says who read the question, and of its subject
// nothing.

// attentionChecked says why the answers to such a question are no ratings.
const attentionChecked = "it tells respondents what to answer, or calls itself a check of attention: no rating"

var (
	// attentionCheck is how headings begin that say what they are.
	attentionCheck = lazily(`^(?:(?:attention|trap|instructed[- ]response)[- ](?:check|question|item|test)s?|aufmerksamkeits(?:test|prüfung|frage|kontrolle|check)|kontrollfrage|(?:test|contrôle|question|vérification) d'attention|(?:control|pregunta|prueba|verificación) de atención|` +
		`(?:controllo|domanda|verifica|test) (?:di |d'|dell')attenzione|(?:verificação|teste|pergunta|controle) de atenção|aandachts(?:controle|vraag|check|test)|controlevraag)(?:$|[^\p{L}])`)
	// toSelect is how an instruction begins that names its answer.
	toSelect = lazily(`^(?:(?:for|in|on) this (?:question|item|statement|row),? |to show (?:that )?you [^,]*, |(?:bei|in) dieser (?:frage|zeile|aussage) )?(?:please |kindly |bitte |s'il vous plaît,? |por favor,? |per favore,? )?` +
		`(?:select|choose|tick|mark|click(?: on)?|pick|check|wählen sie|kreuzen sie|klicken sie|markieren sie|wähle|kreuze|veuillez (?:sélectionner|choisir|cocher|indiquer)|sélectionnez|choisissez|cochez|seleccione|elija|marque|escoja|selecciona|elige|selezioni|scelga|seleziona|scegli|selezionare|selecione|escolha|assinale|selecteer|kies|klik|vink) (.+)$`)
	// aroundAnswer are the words of an instruction beside the answer that it names.
	aroundAnswer = lazily(`(?:^| )(?:here|below|now|the|a|answers?|options?|numbers?|values?|responses?|(?:for|in|on) this (?:question|item|statement|row)|hier|die|den|das|bitte|a\.u\.b\.|antwort|option|zahl|aus|an|(?:bei|in) dieser (?:frage|zeile|aussage)|ici|la|le|l'option|réponse|chiffre|pour cette (?:question|ligne)|` +
		`aquí|el|opción|respuesta|número|en esta (?:pregunta|fila)|qui|il|lo|l'opzione|opzione|risposta|numero|in questa (?:domanda|riga)|aqui|o|a|opção|resposta|nesta (?:pergunta|linha)|de|het|optie|antwoord|cijfer|getal|bij deze (?:vraag|stelling))(?:$|[ .!])`)
)

// checksAttention reports whether a heading is an attention check: it says so, or tells respondents which number or label to choose.
func checksAttention(c Column) bool {
	text := strings.TrimRight(lexicon.Normalise(c.statement()), ".!: ")
	if attentionCheck().MatchString(text) {
		return true
	}
	m := toSelect().FindStringSubmatch(text)
	if m == nil {
		return false
	}
	answer := m[1]
	for before := ""; before != answer; {
		before, answer = answer, strings.Join(strings.Fields(aroundAnswer().ReplaceAllString(answer, " ")), " ")
	}
	answer = strings.Trim(answer, `"'“”„«»‘’ .!`)
	if _, err := lexicon.ParseNumber(answer); err == nil {
		return true
	}
	return len(lexicon.FamiliesByLabel()[lexicon.PlainLabel(answer)]) > 0
}

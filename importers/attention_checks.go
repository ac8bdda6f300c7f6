package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Attention checks tell respondents what to answer: "Please select 'agree' here". What they answer says who read the question, and of its subject
// nothing. Most stand where they are hardest to see, as rows of a matrix.

// attentionChecked says why the answers to such a question are no ratings.
const attentionChecked = "it tells respondents what to answer, or calls itself a check of attention: no rating"

// toAttend are words of asking, for those who write "please" and those who write "merci de".
const toAttend = `please|kindly|bitte|s'il (?:vous|te) pla[iî]t|svp|merci de?|prière de|veuillez|por favor|se ruega|(?:é |es )?favor(?: de)?|per favore|per cortesia|si prega di|gelieve|alstublieft|a\.u\.b`

// rowNamed are the names that an instruction gives to what it stands in.
const rowNamed = `(?:(?:for|in|on|to) )?this (?:question|item|statement|row)|(?:(?:bei|in|auf) )?diese[rs]? (?:frage|zeile|aussage|item)|(?:(?:pour|à|dans) )?cette (?:question|ligne|affirmation)|(?:(?:en|a) )?esta (?:pregunta|fila|afirmación)|(?:(?:in|a) )?questa (?:domanda|riga|affermazione)|(?:n|a )?esta (?:pergunta|linha|afirmação)|(?:(?:bij|op|in) )?deze (?:vraag|stelling|rij)`

var (
	// attentionCheck is what calls itself a check, at the end of a clause or with its number: "prueba de atención médica" is medical care.
	attentionCheck = lazily(`^(?:(?:the|this is|here is|dies ist|das ist|hier ist|ceci est|c'est|es(?:ta|to) es|questa è|esta é|isto é|dit is) )?(?:an? |eine? |une? |una |um |uma |een )?(?:(?:attention|trap|instructed[- ]response)[- ](?:check|question|item|test)s?|aufmerksamkeits(?:test|prüfung|frage|kontrolle|check)|kontrollfrage|(?:test|contrôle|question|vérification) d'attention|(?:control|pregunta|prueba|verificación) de atención|` +
		`(?:controllo|domanda|verifica|test) (?:di |d'|dell')attenzione|(?:verificação|teste|pergunta|controle) de atenção|aandachts(?:controle|vraag|check|test)|controlevraag)(?: ?(?:no\.?|nr\.?|#)? ?\d+)?(?: ?[(\[].*| - .*)?$`)
	// saysAttention are words of sentences before an instruction that say why it is given.
	saysAttention = lazily(`attenti|attenzione|atenci|atenç|aandacht|aufmerksam|sorgfältig|careful|robot|` + lexicon.WordStart + `(?:read|reading|lesen|liest|gelesen|lisez|lu|lea|lee|leyendo|leído|legge|leggendo|letto|lendo|lê|leu|leest|lezen|gelezen|human|kontroll\p{L}*|checks?)` + lexicon.WordEnd)
	// requests is how an instruction is recognised whose verb is a noun too, or whose answer is a word: "Check 5", "Mark 2", the French "Marque 3"
	// and "Choose well" may be what is rated.
	requests = lazily(lexicon.WordStart + `(?:` + toAttend + `|sie|here|hier|ici|aquí|qui|aqui|` + rowNamed + `)(?:$|[^\p{L}])`)
	// pleaseAlone is a word of asking with a comma behind.
	pleaseAlone = lazily(`(^| )(please|bitte|s'il vous pla[iî]t|por favor|per favore), `)
	// toSelect is how an instruction begins that names its answer.
	toSelect = lazily(`^(?:(?:.* )?(?:` + toAttend + `),?[ ']?|(?:` + rowNamed + `|hier),? |to show (?:that )?you .* )?(?:` +
		`(?:select|choose|tick|wählen sie|kreuzen sie|klicken sie|markieren sie|antworten sie|wähle|kreuze|sélectionnez|choisissez|cochez|répondez|seleccione|elija|escoja|selecciona|elige|selezioni|scelga|seleziona|scegli|selecione|escolha|assinale|selecteer|kies|kruis)|` +
		`(mark|click|pick|check|answer|respond|enter|rate|antworte|klicke|sélectionner|choisir|cocher|indiquer|répondre|marque|responda|indique|seleccionar|elegir|marcar|indicar|responder|rispondi|risponda|selezionare|scegliere|indicare|rispondere|selecionar|escolher|assinalar|klik|vink|beantwoord|antwoord)) (.+)$`)
	// toSelectLast is an instruction whose verb stands behind its answer.
	toSelectLast = lazily(`^(.+?) (?:ankreuzen|wählen|auswählen|anklicken|markieren|angeben|aankruisen|aan te kruisen|selecteren|te selecteren|kiezen|te kiezen|aan te klikken|aan te vinken|in te vullen)$`)
	// quotedAnswer is an answer in quotation marks.
	quotedAnswer = lazily(`(?:^|[ :])["'](.+)["'](?:$|[ .!])`)
	// aroundAnswer are the words of an instruction beside the answer that it names.
	aroundAnswer = lazily(`(?:^| )(?:` + toAttend + `|` + rowNamed + `|here|below|now|the|a|to|as|with|on|answer|option|number|value|response|box|hier|die|den|das|mit|auf|antwort|option|zahl|feld|aus|an|ici|la|le|par|l'option|réponse|case|chiffre|` +
		`aquí|el|con|opción|respuesta|número|casilla|qui|il|lo|l'opzione|opzione|risposta|numero|casella|aqui|o|com|opção|resposta|de|het|op|met|aan|optie|antwoord|cijfer|getal|vakje)(?:$|[ .!])`)
	// countWords are numbers from two on: "select one" tells how many to select.
	countWords = lazily(`^(?:two|three|four|five|six|seven|zwei|drei|vier|fünf|sechs|sieben|deux|trois|quatre|cinq|sept|dos|tres|cuatro|cinco|seis|siete|due|tre|quattro|cinque|sei|sette|dois|duas|três|quatro|sete|twee|drie|vijf|zes|zeven)$`)
	// toShow says what an instruction is for, behind it.
	toShow = lazily(` (?:to (?:show|prove|confirm|indicate|let us know)|so (?:that )?we|as proof|um zu zeigen|damit wir|pour montrer|afin de|para (?:demostrar|mostrar|que)|per (?:mostrare|dimostrare)|om te laten zien) .*$`)
	// onCondition says how somebody feels who is to choose what an instruction names: it explains a point, "select 'very good' if you are happy".
	onCondition = lazily(` (?:if|when|wenn|falls|sofern|si|lorsque|cuando|se|quando|als|indien|wanneer) .*` + lexicon.WordStart + `(?:happy|satisf\p{L}*|pleased|content\p{L}*|like|liked|zufrieden\p{L}*|gefällt|gefallen|soddisfatt\p{L}*|tevreden)(?:$|[^\p{L}])`)
	// betweenClauses parts the clauses of a heading.
	betweenClauses = lazily(`[.,;:!?]+(?:\s+|$)`)
)

// ofChecks are parts of the words that every check has, its name or its verb: most headings have none, and no pattern is asked.
var ofChecks = []string{
	"atten", "atenci", "atenç", "aufmerksam", "kontrollfrage", "aandacht", "controlevraag", "trap", "instructed",
	"select", "choose", "tick", "mark", "click", "klick", "pick", "check", "answer", "respond", "enter", "rate", "wähl", "kreuz", "antwort", "angeben", "sélection", "chois", "coche", "indiq", "indic", "répond",
	"selecc", "elij", "elig", "eleg", "escoj", "escol", "marque", "marcar", "assinal", "selez", "selec", "scel", "scegl", "rispond", "kies", "kiez", "kruis", "klik", "vink", "antwoord", "te vullen",
}

// checksAttention reports whether a heading is an attention check: it says so, or tells respondents which number or label to choose.
func checksAttention(c Column) bool {
	if c.Role != Answer {
		return false
	}
	whole := lexicon.TagInWords(c.Text)
	if !slices.ContainsFunc(ofChecks, func(part string) bool { return strings.Contains(whole, part) }) {
		return false
	}
	for _, text := range []string{c.statement(), stemOf(c)} {
		if attentionCheck().MatchString(strings.TrimRight(lexicon.TagInWords(text), ".!:?* ")) {
			return true
		}
	}
	text := strings.TrimSpace(lexicon.InBrackets().ReplaceAllString(c.statement(), " "))
	text = pleaseAlone().ReplaceAllString(lexicon.Normalise(text), "$1$2 ")
	explains, start := onCondition().MatchString(text), 0
	for _, end := range append(betweenClauses().FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		clause := text[start:end[0]]
		if attentionCheck().MatchString(clause) || !explains && tellsAnswer(text[:start], clause) {
			return true
		}
		start = end[1]
	}
	return false
}

// tellsAnswer reports whether a clause tells which number or label to choose. Behind a question it tells how to answer that ("Please select
// 2"), and "select 1" behind anything else how many answers to give, unless what stands before says that it is about attention.
func tellsAnswer(before, clause string) bool {
	named, nouns := "", false
	clause = toShow().ReplaceAllString(clause, "")
	if m := toSelect().FindStringSubmatch(clause); m != nil {
		named, nouns = m[2], m[1] != ""
	} else if m = toSelectLast().FindStringSubmatch(clause); m != nil {
		named, nouns = m[1], true
	}
	if named == "" {
		return false
	}
	quoted := quotedAnswer().FindStringSubmatch(named)
	ofAttention := saysAttention().MatchString(before)
	asked := quoted != nil || ofAttention || requests().MatchString(clause)
	if nouns && !asked {
		return false
	}
	answers := []string{named}
	if quoted != nil {
		answers = append(answers, quoted[1])
	}
	plain := named
	for last := ""; last != plain; {
		last, plain = plain, strings.Join(strings.Fields(aroundAnswer().ReplaceAllString(plain, " ")), " ")
	}
	answers = append(answers, strings.Trim(plain, `"' .!`))
	if strings.Contains(before, "?") && !ofAttention {
		return false
	}
	return slices.ContainsFunc(answers, func(answer string) bool {
		if n, err := lexicon.ParseNumber(answer); err == nil {
			return n != 1 || before == "" || ofAttention
		}
		return (before == "" || ofAttention) && countWords().MatchString(answer) || asked && len(lexicon.FamiliesByLabel()[lexicon.PlainLabel(answer)]) > 0
	})
}

// checksApart takes attention checks out of what an audience was asked, offers them as segments, and names them.
func (d *draft) checksApart(a *study.Audience, columns []*asked) []*asked {
	var names []string
	rest := slices.DeleteFunc(slices.Clone(columns), func(c *asked) bool {
		if c.kind != "" || len(c.answers.numbers)+len(c.answers.words) == 0 || !checksAttention(c.column) {
			return false
		}
		names = append(names, fmt.Sprintf("%q", lexicon.Shorten(naming(c.column))))
		if i := len(d.choices) - 1; i >= 0 && c.answers.plainNumbers() && len(c.answers.observed()) <= mostChoices {
			d.choices[i] = append(d.choices[i], c)
		}
		return true
	})
	if len(names) > 0 {
		d.notice(study.NoRating, a.ID, "%s: checks of attention, which tell what to answer, not ratings: %s", a.ID, few(names))
	}
	return rest
}

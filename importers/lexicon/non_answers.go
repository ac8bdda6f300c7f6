package lexicon

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// blankTable are the cells that are taken for an unanswered question without a study file, one language a line.
const blankTable = `
no answer|no response|prefer not to say|prefer not to answer|rather not say|not answered|unanswered|not stated|refused|declined|declined to answer|[not completed]|did not answer|skipped|no comment
keine angabe|keine angaben|k. a.|k.a|ka.|ohne angabe|keine antwort|nicht beantwortet|möchte ich nicht sagen|möchte ich nicht angeben|möchte ich nicht beantworten|verweigert
sans réponse|pas de réponse|aucune réponse|non réponse|non renseigné|je préfère ne pas répondre|préfère ne pas répondre|ne souhaite pas répondre|je ne souhaite pas répondre|refus
prefiero no contestar|prefiero no responder|prefiero no decirlo|no contesta|no responde|sin respuesta|no contestó|sin contestar
prefiro não responder|prefiro não dizer|não responde|não respondeu|sem resposta|não informado
preferisco non rispondere|preferisco non dirlo|non risponde|nessuna risposta|non risposto|senza risposta
geen antwoord|zeg ik liever niet|wil ik niet zeggen|wil niet zeggen|niet beantwoord|niet ingevuld|geen opgave
`

// contracted writes English verbs that deny in one way, and leaves out who says it: "I do not know" is "don't know".
func contracted(words []string) []string {
	var plain []string
	for i, word := range words {
		switch {
		case word == "i" && i == 0 && len(words) > 1:
		case word == "cannot":
			plain = append(plain, "cant")
		case word == "not" && len(plain) > 0 && slices.Contains([]string{"do", "does", "can", "have", "did"}, plain[len(plain)-1]):
			plain[len(plain)-1] += "nt"
			plain[len(plain)-1] = strings.Replace(plain[len(plain)-1], "cannt", "cant", 1)
		default:
			plain = append(plain, word)
		}
	}
	return plain
}

// dontKnowTable are the cells that are taken for "don't know" or "not applicable" without a study file, one language a line.
const dontKnowTable = `
n/a|na|not applicable|does not apply|doesn't apply|don't know|do not know|dk|dont know|no opinion|not sure|unsure|can't say|cannot say|can't judge|cannot judge|unable to judge|unable to say|no experience|no basis to judge|unfamiliar (n/a)|not familiar|i'm not familiar with this|i am not familiar with this|not familiar with this|i'm not familiar with it|i am not familiar with it|not familiar with it|i'm not familiar|i am not familiar|i was not aware of this|i am not aware of this|not aware|never heard of it|unfamiliar|never used|not used|have not used|i don't know|don't know / not applicable|don't know/na|n/a or don't know|not relevant|unable to rate|unable to answer|unable to comment|unable to assess|cannot rate|can't rate|cannot answer|can't answer|cannot comment|can't comment|cannot assess|can't assess|not able to say|not able to judge|not able to rate|don't remember|do not remember|can't remember|cannot remember|don't recall|do not recall|no idea|not known|unknown|not applicable to me|does not apply to me|doesn't apply to me|n/a - not applicable|not applicable (n/a)|no basis for judgement|no basis for judgment|insufficient experience|not enough experience|haven't used|haven't used it|have never used|have never used it|i have not used this|have not experienced|not experienced|too early to say|too early to tell|don't know/no opinion|don't know/not sure|don't know/can't say|don't know/no answer|dk/na|dk/nr|don't know yet|do not know yet|not sure yet|no view|no opinion/don't know
weiß nicht|weiss nicht|weiß noch nicht|ich weiß es noch nicht|weiß ich noch nicht|noch nicht sicher|weiß ich nicht|ich weiß nicht|trifft nicht zu|keine meinung|kann ich nicht beurteilen|nicht beurteilbar|kann ich nicht sagen|nicht zutreffend|nicht anwendbar|keine erfahrung|entfällt|nicht relevant|weiß nicht / keine angabe|weiß nicht/keine angabe|kenne ich nicht|nicht bekannt|weiß es nicht|kann ich nicht bewerten|kann ich nicht einschätzen|kann nicht beurteilt werden|kann nicht beurteilen|nicht einschätzbar|nicht bewertbar|nicht zu beurteilen|keine beurteilung möglich|keine bewertung möglich|keine beurteilung|keine bewertung|keine aussage möglich|keine aussage|keine ahnung|ich kann das nicht beurteilen|das kann ich nicht beurteilen|ich kann es nicht beurteilen|dazu kann ich nichts sagen|betrifft mich nicht|trifft auf mich nicht zu|für mich nicht relevant|noch nie genutzt|nie genutzt|nicht genutzt|nutze ich nicht|habe ich nicht genutzt|unbekannt|keine angabe/weiß nicht|weiß nicht/keine antwort|keine antwort/weiß nicht|weiß nicht/nicht zutreffend|weiß nicht/trifft nicht zu|nicht sicher
je ne sais pas|je ne sais pas encore|ne sait pas encore|ne sait pas|nsp|nsp/nr|nr/nsp|ne se prononce pas|sans opinion|pas d'avis|sans avis|non concerné|pas concerné|non applicable|sans objet|ne s'applique pas|ne sais pas|je ne suis pas concerné|n/d|ne peut pas se prononcer|je ne peux pas me prononcer|ne peut pas juger|ne peux pas juger|je ne peux pas juger|je ne peux pas évaluer|ne peut pas évaluer|impossible à évaluer|impossible de répondre|sans expérience|je ne connais pas|ne connaît pas|ne connais pas|pas utilisé|jamais utilisé|non utilisé|ne me concerne pas|n'a pas d'avis|n'ai pas d'avis|je n'ai pas d'avis|aucun avis|aucune opinion|pas d'opinion|je ne sais pas/sans opinion|je ne sais pas/sans avis|ne sait pas/sans réponse|ne sait pas/ne se prononce pas|je ne me souviens pas|pas sûr|pas applicable|inconnu|inconnue
no lo sé|no lo se|aún no lo sé|todavía no lo sé|no lo sé todavía|no sabe|no sé|no se|ns/nc|no sabe / no contesta|no sabe/no contesta|no sabe no contesta|no procede|no aplica|no aplicable|no corresponde|sin opinión|no opina|no tengo opinión|ns|ns/nr|no sabe/no responde|no sé/no contesto|no lo conozco|no conozco|no puedo opinar|no puedo valorar|no puedo evaluar|no puede valorar|no puede evaluar|sin experiencia|no lo he usado|no lo he utilizado|nunca lo he usado|nunca lo he utilizado|no utilizado|no recuerdo|no estoy seguro|no estoy segura|no me aplica|no se aplica|desconocido|desconocida
não sei|nao sei|ainda não sei|não sei ainda|não sabe|não se aplica|nao se aplica|não aplicável|ns/nr|não sabe / não responde|não sabe/não responde|sem opinião|não tenho opinião|não conheço|não posso avaliar|não posso opinar|não sei avaliar|não sei dizer|não sei responder|não consigo avaliar|não utilizei|nunca utilizei|não usei|nunca usei|não lembro|não me lembro|não tenho certeza|sem experiência|não sei/não respondo|não sabe/não respondeu|desconheço|desconhecido|desconhecida|não opinou|não se aplica a mim|não sei/não se aplica
non so|non so ancora|non lo so ancora|non saprei|non applicabile|non pertinente|non si applica|nessuna opinione|senza opinione|non ho opinioni|non conosco|non sa|non so / non rispondo|non so/non rispondo|non sa / non risponde|non sa/non risponde|n/d|n.d.|non disponibile|non lo so|non valutabile|non posso valutare|non so valutare|non saprei valutare|non giudicabile|non sono in grado di valutare|non sono sicuro|non sono sicura|non ricordo|non utilizzato|mai utilizzato|mai usato|non ho utilizzato|nessuna esperienza|senza esperienza|non so/non applicabile|non mi riguarda|sconosciuto|sconosciuta|nessun parere|nessun'opinione
weet ik niet|weet niet|weet nog niet|weet ik nog niet|ik weet het nog niet|ik weet het niet|weet het niet|niet van toepassing|n.v.t.|geen mening|geen ervaring|kan ik niet beoordelen|onbekend|weet niet / geen mening|weet niet/geen mening|weet niet/nvt|kan ik niet zeggen|niet te beoordelen|kan niet beoordelen|kan het niet beoordelen|niet beoordeelbaar|geen idee|niet bekend|ken ik niet|niet gebruikt|nooit gebruikt|geen oordeel|weet ik niet/niet van toepassing|weet niet/niet van toepassing|weet ik niet/geen mening|weet ik niet meer|niet relevant|niet op mij van toepassing|niet zeker
`

var knownNonAnswers = sync.OnceValue(func() nonAnswers {
	read := func(table string) map[string]bool {
		words := map[string]bool{}
		for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
			for _, word := range strings.Split(line, "|") {
				plain := plainNonAnswer(word)
				words[plain], words[unaccented("", plain)], words[unaccented("de", plain)] = true, true, true
			}
		}
		return words
	}
	return nonAnswers{read(dontKnowTable), read(blankTable)}
})

// longestNonAnswer bounds the texts that are compared: longer ones are no non-answer.
const longestNonAnswer = 60

// MeansBlank reports whether a cell stands for an unanswered question, as a dash does.
func MeansBlank(text string) bool {
	text = strings.TrimSpace(text)
	if text != "" && strings.Trim(text, "-.–—_…/ ") == "" {
		return true
	}
	return len(text) <= longestNonAnswer && knownNonAnswers().blank[plainNonAnswer(text)]
}

// MeansDontKnow reports whether a cell stands for "don't know" or "not applicable".
func MeansDontKnow(text string) bool {
	return len(text) <= longestNonAnswer && knownNonAnswers().dontKnow[plainNonAnswer(text)]
}

func MeansNone(word string) bool { return slices.Contains([]string{"none", "nan"}, Normalise(word)) }

// IsNone reports whether a word may also be an amount of nothing.
func IsNone(word string) bool { return Normalise(word) == "none" }

// nonAnswers are the cells of both tables, by plainNonAnswer.
type nonAnswers struct{ dontKnow, blank map[string]bool }

// plainNonAnswer is a text ready to be compared with the tables: letters and digits, one blank for all that parts them, and none
// between single letters. "k. A.", "k.A." and "K/A" are one; "no sé" is no nose.
func plainNonAnswer(text string) string {
	words := strings.FieldsFunc(strings.ReplaceAll(Normalise(text), "'", ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = contracted(words)
	if slices.ContainsFunc(words, func(word string) bool { return utf8.RuneCountInString(word) > 1 }) {
		return strings.Join(words, " ")
	}
	return strings.Join(words, "")
}

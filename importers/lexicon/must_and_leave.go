package lexicon

import (
	"cmp"
	"strings"
	"sync"
)

// Questions in numbers ask for what is bad with words that are not: how often people have to do something, and how likely they are to go.

var (
	// howOftenMust asks how often people have to do something: nobody asks so for what they like to. The group is the verb.
	howOftenMust = lazily(`(?:how (?:often|frequently)|how many times) (?:do|does|did|have|has|had|would|are|is|were|was) (?:[\p{L}']+ ){1,5}?((?:have|has|had|need|needed|forced|obliged) to)` + WordEnd +
		`|(?:wie (?:oft|häufig)|wie viele male)(?: [\p{L}]+){0,3}? (muss|musst|müssen|müsst|musste|mussten|mussten)` + WordEnd +
		`|(?:fréquence|combien de fois)(?: [\p{L}'-]+){0,3}? ((?:devez|devons|doit|doivent|deviez)(?:-(?:vous|ils|il|elle|nous|on))?|(?:avez|a|ont|avons)(?:-t)?(?:-(?:vous|ils|il|elle|nous|on))? dû|êtes-vous obligée?s?)` + WordEnd +
		`|(?:frecuencia|cuántas veces)(?: \p{L}+){0,4}? ((?:tiene|tienes|tienen|tuvo|tuviste|tuvieron|tenido|tenemos) que|debe|debió|debes|deben|necesita|necesitan|necesitó)` + WordEnd +
		`|(?:com que frequência|quantas vezes)(?: \p{L}+){0,4}? ((?:tem|têm|teve|tiveram|tens|temos) (?:de|que)|precisa|precisam|precisou|precisas)` + WordEnd +
		`|(?:quanto spesso|frequenza|quante volte)(?: \p{L}+){0,3}? (deve|devi|devono|dovete|ha dovuto|hai dovuto|hanno dovuto|avete dovuto)` + WordEnd +
		`|(?:hoe (?:vaak|dikwijls)|hoeveel keer)(?: \p{L}+){0,3}? (moet|moeten|moest|moesten)` + WordEnd)
	// likely asks how sure something is to happen.
	likely = lazily(WordStart + `(?:likely|likelihood|probab\p{L}*|wahrscheinlich\p{L}*|waarschijnlijk\p{L}*|kans is|considered|consider|considering|thought about|think about|thinking of)` + WordEnd)
	// leaves are the ways to go. What is left, closed or cancelled otherwise (a review, an order) tells nothing of it.
	leaves = lazily(WordStart + `(leave(?: (?:us|the|our|your|this|my|within|in|during|over|before|by|next|soon)|[ ?.]*$)|resign|close (?:your|the|my) (?:\p{L}+ )?accounts?|(?:look|search|apply) (?:for|elsewhere)(?: (?:a|an|another|other|new|different))* ?(?:jobs?|positions?|employers?|work)?|(?:change|changing|switch) (?:your |the |to another |to a different )?(?:\p{L}+ )?(?:banks?|jobs?|employers?|providers?|suppliers?|insurers?|companies|company)|terminate (?:your|the)|not (?:renew|return)|stop (?:using|buying|shopping)|` +
		`kündigen|kündigst|verlassen|abwandern|(?:die |den |ihre |ihren |ihr )?(?:bank|anbieter|arbeitgeber|job|stelle|versicherung|lieferanten|versorger|arbeitsplatz|krankenkasse)\P{L}+(?:zu )?wechseln|(?:anderen?|neuen?|neue) (?:job|stelle|arbeitgeber|arbeit) (?:zu )?suchen|` +
		`quitt(?:iez|er|ez|ent|erez|eriez)|démissionn\p{L}+|résili\p{L}+|chang(?:iez|er|ez|eriez) (?:de|d['’]) ?(?:banque|fournisseur|employeur|emploi|opérateur|assureur|travail)|partiez|` +
		`(?:deje|dejar|abandone|abandonar) (?:la|el|esta|nuestra|nuestro|su|usted la) (?:empresa|banco|trabajo|compañía|organización)|renunci(?:e|ar)|(?:cambie|cambiar) de (?:banco|empresa|trabajo|proveedor|empleo|compañía)|dej(?:e|ar) de (?:ser|comprar|usar)|` +
		`(?:deixar|deixe|sair d[aeo]|saia d[aeo]|abandonar) ?(?:a|o|esta|nossa|nosso)? ?(?:empresa|banco|trabalho|emprego|organização)|(?:mudar|mude|trocar|troque) de (?:banco|empresa|emprego|fornecedor|operadora|trabalho)|pedir demissão|peça demissão|cancel(?:ar|e) (?:o|a|seu|sua)|` +
		`lasc(?:i|iare|erà|erai|iate) (?:l'|la |il |questa |la nostra )?(?:azienda|banca|lavoro|società|organizzazione|impresa)|(?:cambi|cambiare|cambiate|cambierà) (?:banca|fornitore|lavoro|azienda|operatore|assicurazione)|si dimett\p{L}+|dimettersi|` +
		`vertrekt|vertrekken|verlaat|verlaten|(?:van|naar een andere) (?:bank|baan|leverancier|werkgever|aanbieder|verzekeraar)(?: (?:wisselt|wisselen|verandert|veranderen|overstapt|overstappen|gaat))|ontslag neemt|ontslag nemen|opzegt)` + WordEnd)
	// stays says that people stay, or what they leave behind.
	stays = lazily(WordStart + `(?:stay\p{L}*|remain\p{L}*|(?:leave|leaving) (?:us |the |your )?(?:a |your )?(?:review|tip|feedback|comment|rating|recommendation)\p{L}*|to us|bleiben|bewertung|rest(?:er|iez)|avis|queda\p{L}*|permane\p{L}*|ficar|rimane\p{L}*|restare|blijf\p{L}*|blijven|recensione|reseña)` + WordEnd)
)

// askHow are the words of which one stands in such questions.
var askHow = sync.OnceValue(func() *wordSet {
	var s wordSet
	s.add(`often frequently times oft häufig male fréquence fois frecuencia veces frequência vezes spesso frequenza volte vaak dikwijls keer likely likelihood probab* wahrscheinlich* waarschijnlijk* kans consider* thought think thinking`)
	return &s
})

// asksHowOftenOrLikely returns the word with which a question, normalised, asks how often people have to do something, or how likely they are to go;
// empty: it asks neither.
func asksHowOftenOrLikely(bare string, words []string) string {
	if !askHow().in(words) {
		return ""
	}
	if m := howOftenMust().FindStringSubmatch(bare); m != nil {
		return cmp.Or(m[1:]...)
	}
	if !likely().MatchString(bare) || stays().MatchString(bare) {
		return ""
	}
	m := leaves().FindStringSubmatchIndex(bare)
	if m == nil || denied().MatchString(bare[:m[2]]) {
		return ""
	}
	return strings.TrimRight(bare[m[2]:m[3]], " ?.,")
}

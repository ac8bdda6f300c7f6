package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Questions for a choice are answered with codes where an export holds values: "Which product did you buy?" 3, "Why did you choose us?" 2. No
// number of them is better than another. What asks how good something is begins alike, and names its judgement: "What is your overall
// satisfaction?", "Quelle importance accordez-vous à …?".

// choseByQuestion says why the answers to such a question are no ratings.
const choseByQuestion = "its question asks which, who, what, when, where, why or by what way: codes of answers, no rating"

var (
	// asksWhich is how questions begin that ask for one of several, in the languages of the label families: who, when, where and why; which of
	// what is named; how it came about; and what somebody did, uses or would change.
	asksWhich = lazily(`^¿?(?:(?:and|for|from|by|with|in|at|on|to|of|through|von|mit|bei|durch|über|für|aus|auf|in|zu|par|de|pour|chez|dans|à|por|para|con|en|a|em|com|da|di|per|su|tra|van|met|bij|voor|via|door|uit|op) )?(?:` +
		`(?:who|whom|whose|why|where) |when (?:did|do|does|was|were|will|have|has|is|are|would) |which (?:of|one|\p{L}+ )|what (?:kind|type|sort|product|brand|model|made|brought|led|prevented|prompted|keeps|best describes|is missing)` + lexicon.WordEnd + `|` +
		`what (?:else )?(?:do|did|would|will|have|are) you (?:\p{L}+ ){0,2}?(?:use|buy|bought|order|ordered|improve|change|choose|need|miss|want|prefer|like|dislike|do|come|look|looking|own|wish)` + lexicon.WordEnd + `|` +
		`what (?:is|was|are|were) (?:the|your) (?:\p{L}+ )?(?:biggest|main|greatest|primary|favou?rite|first|next|most \p{L}+) (?:\p{L}+ )?(?:problems?|reasons?|issues?|concerns?|challenges?|obstacles?|products?|brands?|services?|features?|suppliers?|competitors?|sources?|weakness|strength|need|wish)` + lexicon.WordEnd + `|` +
		`(?:wer|wen|wem|wessen|wann|wo|woher|wohin|wodurch|warum|weshalb|wieso) (?:[^i]|i[^m]|im[^m])|welche[nmrs]? (?:der|von|dieser|\p{L}+ )|was (?:haben|kaufen|nutzen|verwenden|würden|brauchen|vermissen|wünschen|machen) sie|was ist (?:das|der|die|ihr|ihre) (?:größte|grösste|häufigste|wichtigste|erste)[sr]?` + lexicon.WordEnd + `|` +
		`(?:qui|pourquoi|où) |quand (?:\p{L}+[- ](?:vous|tu)|est-ce)|(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s) (?:de|des|parmi|\p{L}+ )|` +
		`qu'(?:avez-vous|est-ce que vous) (?:acheté|achetez|utilisez|commandé)|que (?:changeriez|amélioreriez|utilisez|achetez)-vous|` +
		`(?:quién(?:es)?|cuándo|dónde|por qué) |cuál(?:es)? (?:de|\p{L}+ )|qué (?:producto|marca|modelo|servicio|tipo|canal|tienda|persona|empresa|proveedor|razón|razones|motivo|medio|opción)s?` + lexicon.WordEnd + `|` +
		`qué (?:compró|compra|usa|utiliza|cambiaría|mejoraría)` + lexicon.WordEnd + `|` +
		`(?:chi|perché|dove) |quando (?:ci|ha|è|hai|sei) |qual[ei]? (?:di|dei|delle|tra|\p{L}+ )|(?:che )?cosa (?:ha|compra|usa|utilizza|cambierebbe|migliorerebbe)` + lexicon.WordEnd + `|` +
		`(?:quem|onde|por que|porque|porquê) |quando (?:\p{L}+ )?(?:foi|visitou|comprou|nos|esteve|fez|começou) |(?:qual|quais) (?:de|d[oa]s|\p{L}+ )|que (?:produto|marca|modelo|serviço|tipo|canal|loja|pessoa|empresa|fornecedor|motivo|razão|meio|opção)s?` + lexicon.WordEnd + `|o que (?:você )?(?:compra|comprou|usa|utiliza|mudaria|melhoraria)` + lexicon.WordEnd + `|` +
		`wie (?:beslist|bepaalt|beslissen|heeft|koopt|bestelt|helpt|hielp|gebruikt) |(?:waarom|waar|waarvandaan) |wanneer (?:heeft|hebt|heb|bent|ben|was|kwam|bezocht|kocht) |welke? (?:van|\p{L}+ )|wat (?:gebruikt|koopt|kocht|zou) (?:u|je|jij)` + lexicon.WordEnd + `)`)
	// beingWord is a form of "to be" right after "which" and "what", as in questions for how something is: "Quel est votre niveau …?".
	beingWord = lazily(`^¿?(?:which|welche[nmrs]?|quel(?:le)?s?|qué|cuál(?:es)?|qual[ei]?|quais|que|welke?) (?:is|are|was|were|ist|sind|war|waren|est|sont|es|son|fue|era|è|é|sono|são|foi|zijn|waren)` + lexicon.WordEnd)
	// asksWay is how questions begin that ask how somebody came to know of something, in the same languages.
	asksWay = lazily(`^¿?(?:how did you (?:first )?(?:hear|learn (?:about|of)|find out|get to know|come (?:across|to know)|become aware|discover)|` +
		`wie (?:haben|sind|wurden) sie (?:\p{L}+ ){1,4}(?:erfahren|gehört|aufmerksam|kennengelernt|gestossen|gekommen)|` +
		`comment (?:nous )?avez-vous (?:connue?s?|découverte?s?|entendu)|comment nous avez-vous trouvée?s?|cómo (?:nos (?:conoció|conociste|encontró|ha conocido|descubrió)|se enteró|supo de)|` +
		`come (?:ci (?:ha|hai|avete) conosciut[oi]|(?:è|siete) venut\p{L} a|ha (?:saputo|sentito parlare))|como (?:nos (?:conheceu|encontrou|descobriu)|(?:você )?(?:ficou sabendo|soube|ouviu falar))|` +
		`hoe (?:heeft|hebt|heb|bent|ben) (?:u|je|jij) (?:\p{L}+ ){0,3}(?:leren kennen|gehoord|terechtgekomen|terecht gekomen))` + lexicon.WordEnd)
	// judgesIn are the words of such questions that ask for a judgement all the same.
	judgesIn = lazily(`(?:^|[^\p{L}])(?:rat(?:e|ed|ing|ings)|scores?|grades?|marks?|points?|numbers?|stars?|scale|level|degree|extent|likelihood|probability|chances?|impressions?|opinions?|views?|experiences?|feelings?|feel|mood|think|value|importance|emphasis|priority|confidence|trust|satisf\p{L}*|how|expectations?|image|stand|place|` +
		`inwieweit|einordnen|einstufen|einschätzen|\p{L}*noten?|punkt\p{L}*|zahl|ziffer|skala|stufe|grad|\p{L}*eindr\p{L}*|meinung\p{L}*|erfahrung\p{L}*|gefühl\p{L}*|stimmung|wert|bedeutung|stellenwert|rolle|priorität|\p{L}*wahrscheinlich\p{L}*|vertrauen|ausmass|ausmaß|mass|maß|\p{L}*zufrieden\p{L}*|\p{L}*bewert\p{L}*|\p{L}*erwartung\p{L}*|qualität|` +
		`notes?|échelle|niveau|degré|mesure|point|avis|opinion|impression|expérience|importance|probabilité|confiance|satisf\p{L}*|valeur|place|situe\p{L}*|accordez|priorité|` +
		`notas?|escala|nivel|grado|medida|punto|puntuación|calificación|opinión|impresión|experiencia|importancia|probabilidad|confianza|valoración|valora|tan|tal|opina\p{L}*|parec\p{L}*|sitúa|situaría|` +
		`vot[oi]|scala|livello|misura|punteggio|valutazione|opinione|impressione|esperienza|importanza|probabilità|fiducia|soddisf\p{L}*|` +
		`escala|nível|grau|pontuação|avaliação|opinião|impressão|experiência|importância|probabilidade|confiança|` +
		`cijfer|schaal|mate|mening|indruk|ervaring\p{L}*|belang|waarde|waarschijnlijk\p{L}*|vertrouwen|tevreden\p{L}*)(?:$|[^\p{L}])`)
	// mainReason are headings of what was chosen among reasons.
	mainReason = lazily(`^(?:(?:the|your|my|ihr|der|votre|la|le|el|su|il|la|o|seu|de|het|uw) )?(?:(?:main|primary|principal|most important|biggest) (?:reasons?|motive)|hauptgr(?:u|ü)nde?|(?:wichtigster?|häufigster?) grund|(?:raison|motif) principale?|principale? (?:raison|motif)|(?:motivo|razón|razão|ragione) principale?|` +
		`principale? (?:motivo|razón|razão|ragione)|(?:belangrijkste|voornaamste) reden|hoofdreden)(?:$| (?:for|to|of|why|für|zu|der|des|de|du|pour|d'\p{L}+|para|por|per|di|del|dell'\p{L}+|da|do|van|voor|om)` + lexicon.WordEnd + `)`)
)

// asksForChoice reports whether a question asks which, who, when, where, why or what, and for no judgement. It ends with a question mark: "When
// problems occur, we get help" is agreed with.
func asksForChoice(c Column) bool {
	text := lexicon.Normalise(lexicon.InBrackets().ReplaceAllString(c.Text, " "))
	if mainReason().MatchString(strings.TrimRight(text, "?:.*# ")) {
		return true
	}
	if !strings.HasSuffix(strings.TrimRight(text, ":.*# "), "?") || strings.Contains(text, ",") || kindOf(c) != study.Performance || c.asksToRecommend() {
		return false
	}
	return asksWay().MatchString(text) || asksWhich().MatchString(text) && !judgesIn().MatchString(text) && !beingWord().MatchString(text)
}

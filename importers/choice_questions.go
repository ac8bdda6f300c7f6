package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Questions for a choice are answered with codes where an export holds values: "Which product did you buy?" 3, "Why did you choose us?" 2. No
// number of them is better than another, and no list holds all that can be chosen. What asks how good something is begins alike, and names its
// judgement: "What is your overall satisfaction?", "Quelle importance accordez-vous à …?"; those are in choice_judged.go.

// choseByQuestion says why the answers to such a question are no ratings.
const choseByQuestion = "its question asks which, who, what, when, where, why or by what way: codes of answers, no rating"

// mayBePreposition is what questions for a choice may begin with, in the languages of the label families.
const mayBePreposition = `^¿?(?:(?:and|for|from|by|with|in|at|on|to|of|through|von|mit|bei|durch|über|für|aus|auf|in|zu|par|de|pour|chez|dans|à|por|para|con|en|a|em|com|da|di|per|su|tra|van|met|bij|voor|via|door|uit|op) )?`

// whichOf are the words for one of several things, in the same languages, with a word behind.
const whichOf = `(?:which|what (?:kind|type|sort)s? of|welche[nmrs]?|was für (?:ein(?:e[nmrs]?)?|\p{L}+)|(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s)|cuál(?:es)?|qual[ei]?|quais|welke?|wat voor|(?:qué|que|che) (?:tipos?|clases?) d[ei]) \p{L}`

// chosenEN is what is chosen among things behind "what", which begins questions of all kinds.
const chosenEN = `products?|brands?|models?|channels?|shops?|stores?|branch(?:es)?|outlets?|departments?|divisions?|teams?|age (?:groups?|ranges?|bands?)|regions?|countr(?:y|ies)|city|cities|plans?|tariffs?|packages?|subscriptions?|versions?|suppliers?|providers?|vendors?|compan(?:y|ies)|competitors?|reasons?|statements?|options?|methods?|devices?|websites?|apps?|services|features?|` +
	`persons?|people|employees?|customers?|colleagues?|languages?|industr(?:y|ies)|sectors?|roles?|genders?|groups?|categor(?:y|ies)|types?|locations?|sites?|offices?|airlines?|newspapers?|magazines?|media|sources?|tools?|courses?|items?|trains?|routes?|contracts?|accounts?|treatments?|hotels?|banks?|phones?|insurances?|rooms?|doctors?`

var (
	// asksWhich is how questions begin that ask for one of several, in the languages of the label families: who, when, where and why; which of
	// what is named; how it came about; and what somebody did, uses or would change.
	asksWhich = lazily(mayBePreposition + `(?:` + whichOf + `|` +
		`(?:who|whom|whose|where) |why (?:[^n]|not[ ?]*$)|when (?:did|do|does|was|were|will|have|has|is|are|would) |what (?:product|brand|model|job title|made|brought|led|prevented|prompted|keeps|best describes|is missing)` + lexicon.WordEnd + `|what (?:\p{L}+ )?(?:` + chosenEN + `) (?:did|do|does|have|has|are|is|were|was|will|would|can|should|made)` + lexicon.WordEnd + `|` +
		`what (?:else )?(?:do|did|would|will|have|are) you (?:\p{L}+ ){0,2}?(?:use|buy|bought|order|ordered|improve|change|choose|need|miss|want|prefer|like|dislike|do|come|look|looking|own|wish)` + lexicon.WordEnd + `|` +
		`what (?:is|was|are|were) (?:the|your) (?:\p{L}+ )?(?:biggest|main|greatest|primary|favou?rite|first|next|most \p{L}+) (?:\p{L}+ )?(?:problems?|reasons?|issues?|concerns?|challenges?|obstacles?|products?|brands?|services?|features?|suppliers?|competitors?|sources?|weakness|strength|need|wish)` + lexicon.WordEnd + `|` +
		`(?:wer|wen|wem|wessen|wann|wo|woher|wohin|wodurch|warum|weshalb|wieso) (?:[^i]|i[^m])|was (?:haben|kaufen|nutzen|verwenden|würden|brauchen|vermissen|wünschen|machen) sie|was ist (?:das|der|die|ihr|ihre) (?:größte|grösste|häufigste|wichtigste|erste)[sr]?` + lexicon.WordEnd + `|` +
		`(?:qui|où) |pourquoi (?:[^p]|pas[ ?]*$)|quand (?:\p{L}+[- ](?:vous|tu)|est-ce)|` +
		`qu'(?:avez-vous|est-ce que vous) (?:acheté|achetez|utilisez|commandé)|que (?:changeriez|amélioreriez|utilisez|achetez)-vous|` +
		`(?:quién(?:es)?|cuándo|dónde|por qué) |qué (?:\p{L}+ ){1,3}?(?:compr|eli[gj]|escog|us[aóo]|utiliz|visit|tiene|tuvo|trabaj|atend|vino|vive|prefier|conduc|ocup|contrat|reserv|recib|estudi|ley|cambiar|mejorar)\p{L}*|qué (?:producto|marca|modelo|servicio|canal|tienda|persona|empresa|proveedor|razón|razones|motivo|medio|opción)s?` + lexicon.WordEnd + `|` +
		`qué (?:compró|compra|usa|utiliza|cambiaría|mejoraría)` + lexicon.WordEnd + `|` +
		`(?:chi|perché|dove) |quando (?:ci|ha|è|hai|sei) |(?:che )?cosa (?:ha|compra|usa|utilizza|cambierebbe|migliorerebbe)` + lexicon.WordEnd + `|` +
		`(?:quem|onde|por que|porque|porquê) |quando (?:\p{L}+ )?(?:foi|visitou|comprou|nos|esteve|fez|começou) |que (?:produto|marca|modelo|serviço|canal|loja|pessoa|empresa|fornecedor|motivo|razão|meio|opção)s?` + lexicon.WordEnd + `|o que (?:você )?(?:compra|comprou|usa|utiliza|mudaria|melhoraria)` + lexicon.WordEnd + `|` +
		`wie (?:beslist|bepaalt|beslissen|heeft|koopt|bestelt|helpt|hielp|gebruikt) |(?:waarom|waar|waarvandaan) |wanneer (?:heeft|hebt|heb|bent|ben|was|kwam|bezocht|kocht) |wat (?:gebruikt|koopt|kocht|zou) (?:u|je|jij)` + lexicon.WordEnd + `)`)
	// asksWhichOne begins with which, and so asks it with a comma behind as well: "Which bank, if any, do you use most?"
	asksWhichOne = lazily(mayBePreposition + `(?:` + whichOf + `)`)
	// asksUnmarked is a question for one of several whose mark is missing: the verb stands before whom it asks. "Welche Ziele Sie haben, ist
	// klar" is a statement.
	asksUnmarked = lazily(mayBePreposition + `(?:(?:(?:which|what (?:kind|type|sort) of) (?:\p{L}+ ){1,3}?|where )(?:did|do|does|have|has|are|were|was|will|would) you |where (?:is|was|are|were) your |` +
		`(?:welche[nmrs]? (?:\p{L}+ ){1,2}?|wo )\p{L}+(?:en|sind) sie(?: |$)|(?:quel(?:le)?s? (?:\p{L}+ ){1,3}?|où )\p{L}+-vous(?: |$)|(?:welke? (?:\p{L}+ ){1,2}?|waar )\p{L}+ (?:u|je|jij)(?: |$))`)
	// asksHowItIs is a form of "to be" right behind "which": "Quel est votre niveau …?", "¿Cuál es su opinión?" ask what something is.
	asksHowItIs = lazily(`^¿?(?:which|welche[nmrs]?|quel(?:le)?s?|cuál(?:es)?|qual[ei]?|quais|welke?) (?:is|are|was|were|ist|sind|war|waren|est|sont|es|son|fue|era|è|é|sono|são|foi|zijn|waren|a|o)` + lexicon.WordEnd)
	// asksWay is how questions begin that ask how somebody came to know of something, in the same languages.
	asksWay = lazily(`^¿?(?:how did you (?:first )?(?:hear|learn (?:about|of)|find out|get to know|come (?:across|to know)|become aware|discover)|` +
		`wie (?:haben|sind|wurden) sie (?:\p{L}+ ){1,4}(?:erfahren|gehört|aufmerksam|kennengelernt|gestossen|gekommen)|` +
		`comment (?:nous )?avez-vous (?:connue?s?|découverte?s?|entendu)|comment nous avez-vous trouvée?s?|cómo (?:nos (?:conoció|conociste|encontró|ha conocido|descubrió)|se enteró|supo de)|` +
		`come (?:ci (?:ha|hai|avete) conosciut[oi]|(?:è|siete) venut\p{L} a|ha (?:saputo|sentito parlare))|como (?:nos (?:conheceu|encontrou|descobriu)|(?:você )?(?:ficou sabendo|soube|ouviu falar))|` +
		`hoe (?:heeft|hebt|heb|bent|ben) (?:u|je|jij) (?:\p{L}+ ){0,3}(?:leren kennen|gehoord|terechtgekomen|terecht gekomen))` + lexicon.WordEnd)
	// mainReason are headings of what was chosen among reasons.
	mainReason = lazily(`^(?:(?:the|your|my|ihr|der|votre|la|le|el|su|il|la|o|seu|de|het|uw) )?(?:(?:main|primary|principal|most important|biggest) (?:reasons?|motive)|hauptgr(?:u|ü)nde?|(?:wichtigster?|häufigster?) grund|(?:raison|motif) principale?|principale? (?:raison|motif)|(?:motivo|razón|razão|ragione) principale?|` +
		`principale? (?:motivo|razón|razão|ragione)|(?:belangrijkste|voornaamste) reden|hoofdreden)(?:$| (?:for|to|of|why|für|zu|der|des|de|du|pour|d'\p{L}+|para|por|per|di|del|dell'\p{L}+|da|do|van|voor|om)` + lexicon.WordEnd + `)`)
)

// asksForChoice reports whether a question asks which, who, when, where, why or what, and for no judgement. It ends with a question mark, or its
// verb stands before whom it asks: "When problems occur, we get help" is agreed with.
func asksForChoice(c Column) bool {
	text := lexicon.Normalise(lexicon.InBrackets().ReplaceAllString(c.Text, " "))
	bare := strings.TrimRight(text, "?:.*# ")
	if mainReason().MatchString(bare) {
		return true
	}
	asks := strings.HasSuffix(strings.TrimRight(text, ":.*# "), "?") && (!strings.Contains(text, ",") || asksWhichOne().MatchString(text))
	if !asks && (strings.Contains(text, ",") || !asksUnmarked().MatchString(bare)) || kindOf(c) != study.Performance || c.asksToRecommend() {
		return false
	}
	return asksWay().MatchString(text) || asksWhich().MatchString(text) && (!asksHowItIs().MatchString(text) && !judgesByQuestion(text) || namesRated(text))
}

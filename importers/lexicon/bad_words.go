package lexicon

import (
	"cmp"
	"strings"
)

var (
	// ofBad are words for what is bad the more there is of it, in the languages of the label families.
	ofBad = wordPatternLazily(`(cancel(?:ling)?|leave us|leaving|quit|switch(?:ing)? (?:to|away|providers?|suppliers?)|churn|concerned|worried|dissatisf\p{L}*|unsatisfied|unhappy|trouble|difficult|difficulty|(?:is|are|was|were|it['’]s|find it|found it|finds it|makes it|made it|how) (?:too |so |very |often |quite |really )?hard to (?:reach|contact|get|find|understand|use|read|follow|navigate|access|deal with|work with|talk to|speak to|cancel|change|order|book|return|install|set up|learn)|stress(?:ed|ful)?|risks?|frustrat\p{L}*|annoy\p{L}*|unlikely|` +
		`kündigen|abzuwandern|verlassen|besorgt|unzufrieden\p{L}*|ärger|ärgerlich|schwierig|schwierigkeiten|stress|stressig|belastung|risiko|frustrier\p{L}*|abraten|unwahrscheinlich|` +
		`résilier|quitter|inquièt\p{L}*|insatisf\p{L}*|mécontent\p{L}*|ennuis|difficile|difficulté|risque|improbable|` +
		`cancelar|preocupad[oa]s?|insatisfech\p{L}*|molestias?|difícil|dificultad|estrés|riesgo|insatisfeit\p{L}*|insatisfação|dificuldade|estresse|stresse|risco|improvável|` +
		`disdire|preoccupat[oaie]|insoddisf\p{L}*|difficoltà|rischio|opzeggen|bezorgd|ontevreden\p{L}*|moeilijk|last van|risico|onwaarschijnlijk)`)
	// appraised are words of questions on how good something is, also where it is what we do about what is bad.
	appraised = lazily(`(?:^|[^\p{L}])(?:likely or unlikely|easy|rate|rated|rating|satisfied|satisfaction|happy|quality|good|best|excellent|well|handl\p{L}*|solv\p{L}*|solution|resol\p{L}*|deal\p{L}*|manag\p{L}*|respon\p{L}*|prevent\p{L}*|reduc\p{L}*|avoid\p{L}*|help\p{L}*|support\p{L}*|free|` +
		`leicht|einfach|zufrieden\p{L}*|bewert\p{L}*|qualität|gut|umgang|lös\p{L}*|behandl\p{L}*|beheb\p{L}*|vermeid\p{L}*|hilf\p{L}*|hilft|hälf\p{L}*|facile ou difficile|satisfai\p{L}*|satisfaction|évalu\p{L}*|qualité|gestion|résol\p{L}*|trait\p{L}*|aid\p{L}*|` +
		`satisfech\p{L}*|satisfacción|calidad|resol\p{L}*|gestión|ayud\p{L}*|satisfeit\p{L}*|satisfação|qualidade|gestão|ajud\p{L}*|soddisf\p{L}*|qualità|gestione|risol\p{L}*|aiut\p{L}*|tevreden\p{L}*|kwaliteit|omgang|oploss\p{L}*|help\p{L}*|hulp)(?:$|[^\p{L}])`)
	// difficulty asks how difficult something is, or says that it is difficult to get: that it is help which is hard to get makes it no better.
	difficulty = wordPatternLazily(`(how difficult (?:is|was|are|were|do|did|does|would|has|have|will)|(?:it|is|was|are|were|been|find|found) (?:too |so |very |often |quite |really )?(?:difficult|hard) (?:for \p{L}+ )?to (?:get|obtain|receive|find|reach|contact)|` +
		`wie (?:schwierig|schwer|mühsam|umständlich) (?:ist|war|sind|waren|fällt|fiel|finden|fanden|gestaltete?)|(?:schwierig|schwer|mühsam),? (?:\p{L}+ ){0,3}zu (?:bekommen|erhalten|finden|erreichen)|` +
		`(?:à quel point|combien|dans quelle mesure) (?:[\p{L}'’-]+ ){0,5}difficile|difficile (?:d['’]|de )(?:obtenir|avoir|trouver|joindre|recevoir)|` +
		`(?:qué tan|cuán|cómo de|hasta qué punto) (?:\p{L}+ ){0,4}difícil|difícil (?:obtener|conseguir|encontrar|recibir|contactar)|(?:quão|quanto|até que ponto) (?:\p{L}+ ){0,4}difícil|difícil (?:obter|receber|contatar)|` +
		`quanto (?:\p{L}+ ){0,3}difficile|difficile (?:ottenere|trovare|ricevere|contattare|avere)|hoe (?:moeilijk|lastig) (?:is|was|vond|vindt|vinden|vonden)|(?:moeilijk|lastig) (?:om )?(?:\p{L}+ ){0,3}te (?:krijgen|vinden|bereiken))`)
	// easy stands beside it where a question names both ends: "how easy or difficult".
	easy = lazily(`(?:^|[^\p{L}])(?:easy|easily|leicht|einfach|facile ou|ou facile|simple|fácil|o facile|facile o|makkelijk|gemakkelijk|eenvoudig)(?:$|[^\p{L}])`)
	// deniesRecommending is a denial before the word that it denies.
	deniesRecommending = lazily(`(?:^|[^\p{L}])((?:not|never|nicht|nie|ne|pas|jamais|no|nunca|não|non|mai|niet|nooit)(?: \p{L}+){0,2} (?:recommend|weiterempf|empf|recommand|recomend|recomiend|raccomand|consigli|conseill|indicar|aanbev|aanraad|aanrad)\p{L}*)`)
	// hesitates takes such a denial back: "I would not hesitate to recommend".
	hesitates = lazily(WordStart + `(?:hesitat\p{L}*|zöger\p{L}*|hésit\p{L}*|dud[oa]\p{L}*|hesit\p{L}*|esit\p{L}*|aarzel\p{L}*)` + WordEnd)
	// hesitating says before the word that people would rather not recommend. "Without hesitation" and "sin duda" are no such verbs.
	hesitating = lazily(WordStart + `(hesitates?|hesitated|hesitant|reluctant|doubt (?:that |if |whether )?(?:i|we)|zögern?|zögere|zögert|zögerte|hésit(?:e|er|ez|ons|erais|eriez|erions)|dud(?:o|amos|aría|arías|aríamos)|hesit(?:o|ar|aria|ariam|aríamos)|esit(?:o|are|erei|eresti|eremmo)|aarzel(?:en|t)?)` + WordEnd)
	// whyRecommend asks for reasons.
	whyRecommend = lazily(`^¿?(?:why|warum|weshalb|pourquoi|por ?qu[eé]|perch[eé]|waarom)(?:$|[^\p{L}])`)
)

// unexplained is a question, normalised, without what explains its scale. What stands in brackets at its end is a row of a matrix.
func unexplained(text string, bare func() string) string {
	if stem, row := SplitMatrix(text); stem != "" && strings.HasSuffix(text, "]") {
		return Normalise(InBrackets().ReplaceAllString(HeadingOf(stem+" - "+row).Bare(), " "))
	}
	return TagInWords(InBrackets().ReplaceAllString(bare(), " "))
}

// RecommendsOtherwise says why a question with the word is not whether people would recommend: it asks whether they would not, whether they
// would recommend others, or for reasons. Empty: it is not so.
func RecommendsOtherwise(asked Heading) string {
	bare := asked.Plain()
	switch {
	case !Recommends().MatchString(bare):
	case hesitatesBefore(bare) != "":
		return hesitatesBefore(bare)
	case deniesRecommending().MatchString(bare) && !hesitates().MatchString(bare):
		return deniesRecommending().FindStringSubmatch(bare)[1]
	case OtherOffers().MatchString(bare) && !AgainstOthers().MatchString(bare):
		return strings.Trim(OtherOffers().FindString(bare), " ,.?")
	case whyRecommend().MatchString(bare):
		return strings.Fields(strings.TrimLeft(bare, "¿"))[0]
	case ofBad().pattern().MatchString(bare) && !appraised().MatchString(bare):
		return ofBad().pattern().FindStringSubmatch(bare)[1]
	}
	return ""
}

// hesitatesBefore returns the word with which a text says that people hesitate to recommend; empty: they do not.
func hesitatesBefore(bare string) string {
	before := bare[:Recommends().FindStringIndex(bare)[0]]
	before = clauseBefore(before, len(before))
	if m := hesitating().FindStringSubmatch(before + " "); m != nil && !denied().MatchString(before) {
		return strings.Fields(m[1])[0]
	}
	return ""
}

// AsksForBad returns the word by which a question asks for what is bad the more there is of it; empty: it does not, or says that the highest
// number is good.
func AsksForBad(asked Heading) string { return asked.bad() }

func badAsked(asked Heading) string {
	word := badNamed(asked)
	if word == "" && ofStatements().MatchString(Normalise(asked.Text)) {
		word = StatesBad(asked)
	}
	if word != "" && (namesBothEnds(asked.Plain()) || asksForImportance(asked)) {
		return ""
	}
	return word
}

// StatesBad returns the word with which the statement of a matrix that is agreed with says what is bad, whatever its stem asks: "Please rate our
// service - Customers wait too long". Empty: it says nothing bad, or is no row of a matrix.
func StatesBad(asked Heading) string {
	stem, row := SplitMatrix(asked.Bare())
	if stem == "" {
		return ""
	}
	return badNamed(HeadingOf(row))
}

// eitherWayWords stand between the two ends of a scale that a question names.
var eitherWayWords = lazily(WordStart + `(\p{L}+) (?:or|oder|ou|o|of) (\p{L}+)` + WordEnd)

// namesBothEnds reports whether a question names what is good beside what is bad: "how good or bad".
func namesBothEnds(bare string) bool {
	m := eitherWayWords().FindStringSubmatch(bare)
	return m != nil && ofQuality(m[1]) != 0 && ofQuality(m[1]) == -ofQuality(m[2])
}

// ofQuality is the end to which a word leans that says how good something is, and not how likely, how often or whether people agree.
func ofQuality(word string) int {
	if goodness().MatchString(word) {
		return 1
	}
	if badness().MatchString(word) {
		return -1
	}
	return 0
}

var (
	goodness = lazily(`^(?:good|well|easy|simple|fast|quick|satisfied|happy|friendly|positive|positively|fair|calm|pleasant|gut|leicht|einfach|schnell|zufrieden|freundlich|positiv|angenehm|bon|bonne|bons|bonnes|bien|facile|rapide|satisfaite?|agréable|positive?|buen[oa]|fácil|rápid[oa]|satisfech[oa]|positiv[oa]|bom|boa|satisfeit[oa]|buon[oa]|bene|facile|veloce|soddisfatt[oa]|goed|makkelijk|gemakkelijk|snel|tevreden|positief)$`)
	badness  = lazily(`^(?:bad|badly|poor|poorly|difficult|hard|slow|dissatisfied|unsatisfied|unhappy|unfriendly|negative|negatively|unfair|stressful|unpleasant|schlecht|schwer|schwierig|langsam|unzufrieden|unfreundlich|negativ|unangenehm|mauvaise?s?|mal|difficile|lente?|insatisfaite?|désagréable|négati(?:f|ve)|mal[oa]|difícil|lent[oa]|insatisfech[oa]|negativ[oa]|ruim|mau|má|insatisfeit[oa]|cattiv[oa]|male|difficile|insoddisfatt[oa]|slecht|moeilijk|lastig|traag|ontevreden|negatief)$`)
)

// badNamed returns the word for what is bad that a question asks for, as if it named nothing good.
func badNamed(asked Heading) string {
	if word := RecommendsOtherwise(asked); word != "" {
		return word
	}
	if _, told := SuffixKind(asked.Text); told { // "Complaints (satisfaction)"
		return ""
	}
	bare := asked.Plain()
	if asked := Effort().FindString(bare); asked != "" {
		return strings.Trim(asked, " ,.?:")
	}
	whole := Normalise(asked.Text)
	words := wordsOf(bare)
	calm := withoutFaced(bare, words)
	if m := ofBad().find(calm, words); m != nil && !excused(calm, m[2]) && !notBadHere(calm, m[2], m[3]) && !appraised().MatchString(bare) && !appraised().MatchString(whole) {
		return calm[m[2]:m[3]]
	}
	if m := difficulty().find(bare, words); m != nil && !excused(bare, m[2]) && !easy().MatchString(whole) {
		return bare[m[2]:m[3]]
	}
	if word := deniesGood(bare, words); word != "" {
		return word
	}
	if word := cmp.Or(MeetsBad(calm), neverDone(bare, words)); word != "" {
		return word
	}
	if len(asked.Legend().Explained()) > 0 && appraised().MatchString(whole) { // "Delays (1 = very bad, 5 = very good)"
		return ""
	}
	if word := asksHowOftenOrLikely(bare, words); word != "" {
		return word
	}
	if word := inTrouble(bare, words); word != "" && !namesGood(asked) {
		return word
	}
	return ""
}

// excused reports whether what stands before a word for what is bad denies it, says that it is rare, or only names the case.
func excused(bare string, start int) bool {
	before := clauseBefore(bare, start)
	return denied().MatchString(before) || ofFew(before) || namesCase(before)
}

var (
	// neBefore and pasBehind deny a verb of French between them: "je ne m'inquiète pas".
	neBefore  = lazily(`(?:^|[^\p{L}])(?:ne|n['’])(?: ?\p{L}+['’]?)? ?$`)
	pasBehind = lazily(`^ (?:pas|plus|jamais|guère|rien|nullement|aucunement)(?:$|[^\p{L}])`)
)

var (
	// reliedOn stands beside "verlassen" where that is to rely on somebody, and not to leave.
	reliedOn = lazily(`(?:^|[^\p{L}])(?:(?:mich|uns|sich|dich|euch)(?: [^ ,]+)* (?:dar)?auf(?: [^ ,]+)*|(?:dar)?auf(?: [^ ,]+)* (?:mich|uns|sich|dich|euch)(?: [^ ,]+)*) $`)
	// reliedOnBehind stands behind it.
	reliedOnBehind = lazily(`^(?: (?:sie|wir))? (?:sich|uns) (?:dar)?auf `)
	// managedWell is said behind stress and the like.
	managedWell = lazily(`(?:^|[^\p{L}])(?:bien (?:gérée?s?|maîtrisée?s?)|gestionan? (?:muy )?bien|bien gestionad[oa]s?|(?:ben|molto bene) gestit[oaie]|gestit[oaie] (?:molto )?bene|bem gerid[oa]s?|goed (?:beheerst|beheerd))(?:$|[^\p{L}])`)
)

// notBadHere reports whether a word for what is bad means something else beside its neighbours, or is said to be managed well.
func notBadHere(bare string, start, end int) bool {
	behind := clauseBehind(bare, end)
	if bare[start:end] == "verlassen" {
		return reliedOn().MatchString(clauseBefore(bare, start)) || reliedOnBehind().MatchString(behind)
	}
	if pasBehind().MatchString(behind) && neBefore().MatchString(bare[:start]) {
		return true
	}
	return managedWell().MatchString(behind) && !denied().MatchString(behind)
}

// ByAmount are the families in words that say how much, how often or how surely, of good and of bad alike; "satisfied" is good whatever is asked.
var ByAmount = lazily(`^(?:agreement|frequency|extent|likelihood|level|anchored) `)

// Effort asks what it took.
var Effort = lazily(`(?:^|[^\p{L}])(?:how (?:much|high|great|big|large) (?:(?:is|was|were) )?(?:\p{L}+ )?effort|(?:wie viel|wieviel|wie (?:hoch|groß|gross) (?:ist|war) (?:der|die|ihr|ihre)) (?:aufwand|mühe)|(?:quels?|combien d') ?efforts?|(?:cuánto|qué) esfuerzo|(?:quanto|que|qual o) esforço|` +
	`quant[oa] (?:sforzo|fatica|impegno)|hoeveel (?:moeite|inspanning)|hoe groot (?:is|was) de (?:moeite|inspanning))(?:$|[^\p{L}])`)

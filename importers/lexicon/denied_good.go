package lexicon

import "strings"

// "They do not keep promises" asks for what is bad with a good word that it denies. Which words are good has no end: known are those that surveys
// deny, each with what it is denied of, so that "we do not keep you waiting" and "they do not hold us up" stay what they are.

// deniedGood are denials of what is good, in the languages of the label families; the group is what is said of such a question.
var deniedGood = lazily(`(?:^|[^\p{L}])(?:` +
	// English
	`((?:do|does|did) not (?:keep|honou?r|fulfil|fulfill|stick to|stand by|live up to)|(?:don|doesn|didn)['’]t (?:keep|honou?r|fulfil|fulfill|stick to|stand by|live up to)|never (?:keep|keeps|kept|honou?rs?|fulfils?|fulfills?)) (?:\p{L}+ ){0,2}(?:promises?|word|commitments?|agreements?|deadlines?|appointments?)|` +
	`((?:do|does|did) not (?:really )?(?:listen|care)|(?:don|doesn|didn)['’]t (?:really )?(?:listen|care)|never (?:listens?|cares?|listened|cared))(?: (?:to|about) (?:us|me|customers?|staff|employees|people|feedback|(?:our|my|their) \p{L}+)|$)|` +
	// German
	`(?:halten|hält|hielten|hielt)(?: \p{L}+){0,2} (?:versprechen|zusagen|wort|termine|absprachen|vereinbarungen|fristen) ((?:nicht|nie)(?: ein)?)(?:$|,)|` +
	`(?:halten|hält|hielten|hielt) ((?:nicht|nie)),? was|(?:hören|hört)(?: (?:uns|mir|ihren?|den|einem|kunden|mitarbeitern)){0,3} ((?:nicht|nie)(?: richtig)? zu)|` +
	// French
	`(ne (?:tiennent|tient|respectent|respecte) (?:pas|jamais)) (?:\p{L}+ ){0,2}(?:promesses?|engagements?|parole|délais)|(n['’]écoute(?:nt)? (?:pas|jamais))|` +
	// Spanish, Portuguese, Italian
	`((?:no|nunca) (?:cumplen?|mantienen?)) (?:\p{L}+ ){0,3}(?:promesas?|promet\p{L}*|palabra|compromisos|plazos)|((?:no|nunca) (?:nos |me )?escuchan?)|` +
	`((?:não|nunca) (?:cumprem?|mantêm|mantém)) (?:\p{L}+ ){0,3}(?:promessas?|promet\p{L}*|palavra|compromissos|prazos)|((?:não|nunca) (?:nos |me )?(?:ouvem|ouve|escutam?))|` +
	`(non (?:mantengono|mantiene|rispettano|rispetta)) (?:\p{L}+ ){0,3}(?:promess[ae]|parola|impegni|scadenze)|(non (?:ci |mi )?ascolta(?:no)?)|` +
	// Dutch
	`(?:komt|komen)(?: \p{L}+){0,2} (?:beloften?|beloftes|afspraken|toezeggingen) ((?:niet|nooit) na)|(?:houdt|houden) zich ((?:niet|nooit) aan)(?: \p{L}+){0,2} (?:beloften?|beloftes|afspraken|woord)|luister(?:t|en)(?: echt)? ((?:niet|nooit))(?: naar|$)` +
	`)(?:$|[^\p{L}])`)

// deniesGood returns the words with which a question, normalised and without what explains its scale, denies what is good; empty: it does not, it
// only names the case, or the denial is itself denied.
func deniesGood(bare string) string {
	bare = strings.TrimRight(bare, " .!")
	m := deniedGood().FindStringSubmatchIndex(bare)
	if m == nil || strings.HasSuffix(bare, "?") {
		return ""
	}
	before := clauseBefore(bare, m[0])
	if denied().MatchString(before) || onlyTheCase().MatchString(before) || doneAbout().MatchString(before) {
		return ""
	}
	for g := 2; g < len(m); g += 2 {
		if m[g] >= 0 {
			return bare[m[g]:m[g+1]]
		}
	}
	return ""
}

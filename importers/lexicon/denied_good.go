package lexicon

import "strings"

// "They do not keep promises" asks for what is bad with a good word that it denies. Which words are good has no end: known are those that surveys
// deny, each with what it is denied of, so that "we do not keep you waiting" and "they do not hold us up" stay what they are.

// deniedGood are denials of what is good, in the languages of the label families; the group is what is said of such a question.
var deniedGood = wordPatternLazily(
	// English
	`((?:do|does|did) not (?:keep|honou?r|fulfil|fulfill|stick to|stand by|live up to)|(?:don|doesn|didn)['’]t (?:keep|honou?r|fulfil|fulfill|stick to|stand by|live up to)|never (?:keep|keeps|kept|honou?rs?|fulfils?|fulfills?)) (?:\p{L}+ ){0,2}(?:promises?|word|commitments?|agreements?|deadlines?|appointments?)|` +
		`((?:do|does|did) not (?:really )?(?:listen|care)|(?:don|doesn|didn)['’]t (?:really )?(?:listen|care)|never (?:listens?|cares?|listened|cared))(?: (?:to|about) (?:us|me|customers?|staff|employees|people|feedback|(?:our|my|their) \p{L}+)|$)|` +
		`((?:(?:is|are|was|were|am|feel|feels|felt) not|(?:do|does|did) not feel|(?:don|doesn|didn)['’]t feel|(?:is|are|was|were)n['’]t) (?:compatible|productive|useful|helpful|reliable|efficient|effective|fair|transparent|motivated|valued|respected|appreciated|heard|listened to|taken seriously|worthwhile))|` +
		`((?:would|will) (?:hardly|never|not|rarely|probably not)|(?:wouldn|won)['’]t)(?: (?:ever|probably|want to|like to))? (?:(?:come|go) back|return(?: to (?:this|the|your) \p{L}+| here)?$|(?:buy|book|stay|shop|order|visit|use)(?: \p{L}+){0,4} again)|` +
		`((?:cannot|can['’]t|can not|can hardly|can barely)(?: really)?) (?:switch off|concentrate|sleep|relax|unwind|rely on|trust|count on|reach|understand|focus|cope)|(?:am|is|are|was|were) (unable to|not able to)|` +
		// German
		`(?:kann|können|konnte|konnten)(?: [\p{L},]+){0,6} ((?:nicht|kaum)(?: mehr)?) (?:richtig |gut |mehr )?(?:abschalten|schlafen|konzentrieren|vertrauen|entspannen)$|((?:n['’]arrive(?:nt|ons)? pas|ne parvien\p{L}* pas) à)|((?:no (?:puedo|podemos)) (?:desconectar|dormir|concentrarme|confiar|descansar)|no (?:logro|logramos|consigo))|(não (?:consigo|conseguimos))|(non (?:riesco|riusciamo) a)|` +
		`(?:halten|hält|hielten|hielt)(?: \p{L}+){0,2} (?:versprechen|zusagen|wort|termine|absprachen|vereinbarungen|fristen) ((?:nicht|nie)(?: ein)?)(?:$|,)|` +
		`(?:halten|hält|hielten|hielt) ((?:nicht|nie)),? was|(?:hören|hört)(?: (?:uns|mir|ihren?|den|einem|kunden|mitarbeitern)){0,3} ((?:nicht|nie)(?: richtig)? zu)|` +
		`((?:ist|sind|war|waren|bin|fühle mich)(?: \p{L}+){0,3} nicht (?:kompatibel|produktiv|hilfreich|zuverlässig|effizient|fair|transparent|motiviert|wertgeschätzt|ernst genommen|gehört|respektiert))|` +
		`(?:mich|uns|sich)(?: \p{L}+){0,3} (nicht|nie)(?: \p{L}+){0,2} (?:dar)?auf(?: \p{L}+){0,4} verlassen|(?:dar)?auf(?: \p{L}+){0,5} (?:mich|uns|sich) (nicht|nie)(?: \p{L}+)? verlassen|` +
		`würden?(?: \p{L}+){0,4} ((?:nicht|nie|kaum|niemals)(?: (?:mehr|wieder|noch einmal|nochmals?))?)(?: (?:hier|hierher|bei ihnen|zu ihnen|dort|etwas))* (?:wieder(?:kommen)?|zurückkommen|kommen|kaufen|buchen|bestellen)(?: (?:kommen|kaufen|buchen|bestellen))?$|` +
		// French
		`((?:ne|n['’]y) (?:reviendr\p{L}+|retournerai\p{L}*) (?:pas|plus|jamais|guère))|` +
		`(ne (?:tiennent|tient|respectent|respecte) (?:pas|jamais)) (?:\p{L}+ ){0,2}(?:promesses?|engagements?|parole|délais)|(n['’]écoute(?:nt)? (?:pas|jamais))|` +
		`((?:n['’]est|ne sont|n['’]était|ne suis|ne me sens) pas (?:\p{L}+ )?(?:compatibles?|productifs?|productives?|utiles?|fiables?|efficaces?|équitables?|transparente?s?|motivée?s?|valorisée?s?|respectée?s?|écoutée?s?))|` +
		// Spanish, Portuguese, Italian
		`((?:no|nunca) (?:cumplen?|mantienen?)) (?:\p{L}+ ){0,3}(?:promesas?|promet\p{L}*|palabra|compromisos|plazos)|((?:no|nunca) (?:nos |me )?escuchan?)|` +
		`((?:não|nunca) (?:cumprem?|mantêm|mantém)) (?:\p{L}+ ){0,3}(?:promessas?|promet\p{L}*|palavra|compromissos|prazos)|((?:não|nunca) (?:nos |me )?(?:ouvem|ouve|escutam?))|` +
		`(non (?:mantengono|mantiene|rispettano|rispetta)) (?:\p{L}+ ){0,3}(?:promess[ae]|parola|impegni|scadenze)|(non (?:ci |mi )?ascolta(?:no)?)|` +
		`((?:no (?:es|son|está|están|fue|me siento|soy|estoy)(?: \p{L}+)?|poco) (?:productiv[oa]s?|compatibles?|útil(?:es)?|eficientes?|confiables?|fiables?|just[oa]s?|transparentes?|motivad[oa]s?|valorad[oa]s?|respetad[oa]s?|escuchad[oa]s?))|` +
		`((?:não|pouco)(?: (?:é|são|está|estão|foi|me sinto|sou))? (?:produtiv[oa]s?|compatíve(?:l|is)|út(?:il|eis)|eficientes?|confiáve(?:l|is)|just[oa]s?|transparentes?|motivad[oa]s?|valorizad[oa]s?|respeitad[oa]s?|ouvid[oa]s?))|` +
		`((?:non (?:è|sono|era|mi sento)(?: \p{L}+)?|poco) (?:compatibil[ei]|produttiv[oaie]|util[ei]|affidabil[ei]|efficient[ei]|giust[oaie]|trasparent[ei]|motivat[oaie]|valorizzat[oaie]|rispettat[oaie]|ascoltat[oaie]))|` +
		`((?:no|nunca) volver(?:ía|é|emos|íamos))(?: (?:aquí|a (?:comprar|venir|reservar)(?: \p{L}+)*))?$|((?:não|nunca) voltari?a?(?:ei)?(?: mais)?)(?: (?:aqui|a (?:comprar|vir|reservar)(?: \p{L}+)*))?$|(non (?:ci )?(?:tornerei|tornerò)(?: (?:mai|più))?)(?: qui)?$|` +
		// Dutch
		`((?:zou|zal|kom|ga) (?:hier )?(?:niet|nooit|nauwelijks)(?: meer| snel| weer)?)(?: hier)? (?:terug|terugkomen|terugkeren|kopen|boeken)$|` +
		`((?:is|zijn|was|waren|ben|voel me)(?: \p{L}+){0,2} niet (?:compatibel|productief|nuttig|betrouwbaar|efficiënt|eerlijk|transparant|gemotiveerd|gewaardeerd|gerespecteerd|gehoord))|` +
		`(?:komt|komen)(?: \p{L}+){0,2} (?:beloften?|beloftes|afspraken|toezeggingen) ((?:niet|nooit) na)|(?:houdt|houden) zich ((?:niet|nooit) aan)(?: \p{L}+){0,2} (?:beloften?|beloftes|afspraken|woord)|luister(?:t|en)(?: echt)? ((?:niet|nooit))(?: naar|$)`)

// deniesGood returns the words with which a question, normalised and without what explains its scale, denies what is good; empty: it does not, it
// only names the case, or the denial is itself denied.
func deniesGood(bare string, words []string) string {
	bare = strings.TrimRight(bare, " .!")
	if strings.HasSuffix(bare, "?") {
		return ""
	}
	m := deniedGood().find(bare, words)
	if m == nil {
		return ""
	}
	before := clauseBefore(bare, m[0])
	if denied().MatchString(before) || namesCase(before) || doneAbout().MatchString(before) {
		return ""
	}
	for g := 2; g < len(m); g += 2 {
		if m[g] >= 0 {
			return bare[m[g]:m[g+1]]
		}
	}
	return ""
}

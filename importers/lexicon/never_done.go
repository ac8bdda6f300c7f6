package lexicon

import (
	"regexp"
	"strings"
	"sync"
)

// "Nobody listens to me" asks for what is bad; "Nobody takes advantage of me" and "We never compromise" do not, and questionnaires hold more of
// the second kind, whose words have no end. Who says that nobody does something, or hardly ever, is therefore asked about only where it is known
// to be good: that one is listened to, helped, answered, informed, thanked, asked, and gets what was promised.

// doing are the words of a language for what it is good to do, and for who never does it.
type doing struct {
	language string
	never    string // nobody, never, rarely
	between  string // words that may stand between that and what is done: who, how, and the verbs that only help
	done     string // what is done, and how something is, behind "nobody" and "never"
	acts     string // verbs that stand before them: "lobt mich selten"; empty: none do
	around   string // what stands on both sides of them: "ruft nie zurück", each with NEVER in its place
	joins    string // and, but: another clause begins
	concord  string // a denial that goes with never and denies nothing more: "non aiuta mai"
}

// doingTable holds these words of the languages of the label families.
var doingTable = sync.OnceValue(func() []doing {
	return []doing{
		{
			language: "en",
			joins:    `and|but`,
			never:    `nobody|no one|noone|none of (?:them|us|you)|never|hardly ever|rarely|seldom`,
			between: `here|there|else|ever|really|even|actually|properly|personally|once|fully|truly|always|gets?|got|be|been|being|am|is|are|was|were|feels?|felt|has|have|had|will|would|can|could|me|us|them|(?:seem|want|bother|care|tr[iy]e?|need|happen|like)s? to|takes? the time to|willing to|able to|` +
				`(?:at|in|on|from|of) (?:(?:the|my|our|your|this|their) )?\p{L}+`,
			done: `listen(?:s|ed)?(?: to)?|answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|helps|helped|help(?: me| us| you| them| customers| staff)?|assist(?:s|ed)?|supported|supports? (?:me|us|you|each other|customers|staff|their \p{L}+)|cares? (?:about|for)|cares?$|cared|explain(?:s|ed)?|inform(?:s|ed)?|consult(?:s|ed)?|praise[sd]?|thank(?:s|ed)?|` +
				`greet(?:s|ed)?|welcome[sd]?|apologi[sz]e[sd]?|smile[sd]?|appreciate[sd]?|respect(?:s|ed)?|trust(?:s|ed)?|valued|heard|recogni[sz]ed|rewarded|kept informed|kept up to date|keeps? (?:me|us|you|customers) (?:informed|posted|up to date)|taken seriously|takes? (?:me|us|you|\p{L}+ \p{L}+) seriously|takes? (?:the )?time|solve[sd]?|resolve[sd]?|corrected|fixed|fix(?:es)?|dealt with|acted on|admitted|replaced|repaired|` +
				`calls? (?:\p{L}+ ){0,2}back|called (?:\p{L}+ ){0,2}back|rings? (?:\p{L}+ )?back|returns? (?:my|our|your|any|the|customers?['’]?) calls|pick(?:s|ed)? up|(?:gets?|got) back to (?:me|us|you|customers)|gets? through|reach (?:you|them|anyone|anybody|someone|somebody)|follow(?:s|ed)? up|says? (?:thank you|thanks|hello|sorry|please|good morning)|` +
				`asks? (?:me|us|you|staff|customers|people|employees)(?: (?:for|about|what|how|whether|if) .*)?$|asked (?:for|about) (?:my|our|their) (?:opinion|view|views|ideas|feedback)|tells? (?:me|us|you|customers|staff) (?:anything|the truth|why|about)|keeps? (?:\p{L}+ ){0,2}(?:promises?|word|commitments?|agreements?|deadlines?|appointments?)|kept|` +
				`(?:receive[sd]?|gives?|gave|given|offered|offers?)?(?: ?me| ?us)? ?(?:(?:any|an?|the|enough|clear|useful|real|honest|direct|regular) ){0,2}(?:answers?|repl(?:y|ies)|responses?|feedback|praise|recognition|help|support|thanks|credit|explanations?|apolog(?:y|ies))|` +
				`available|reachable|reliable|friendly|polite|helpful|clean|punctual|on time|satisfied|happy|fair|motivated|transparent|productive|useful|honest|there for (?:me|us|you)|works? (?:properly|reliably|well|as)|takes? responsibility|told (?:what|why|when|about|anything).*|(?:enough )?time(?: for (?:me|us|you|customers|staff))?$`,
		},
		{
			language: "de",
			joins:    `und|aber`,
			never:    `niemand|niemanden|keiner|niemals|nie|selten`,
			between: `hier|dort|mal|je|wirklich|richtig|persönlich|ausreichend|vollständig|mehr|mir|mich|uns|ihnen|sich|ihm|den|dem|die|der|das|ein|eine|einen|einem|sie|er|ich|wir|dafür|darüber|auf|nach|um|über|an|bei|im|in|von|am|vom|zum|beim|meine[nrms]?|unsere[nrms]?|ihre[nrms]?|eine[nrms]?|` +
				`kunden?|gäste?|gast|mitarbeiter|mitarbeitende|beschäftigte|team|problem|probleme[n]?|fragen?|anrufe|telefon|mails?|meinung|empfang|werk|service`,
			done: `antwort(?:et|en|ete|eten)|geantwortet|beantwort(?:et|en)|hilft|helfen|half|geholfen|weiterhilft|weitergeholfen|hilfsbereit|unterstützt|unterstützen|zurückruft|zurückrufen|zurückgerufen|informiert|informieren|erklärt|erklären|lobt|loben|gelobt|dankt|danken|gedankt|bedankt|gr(?:ü|u)(?:ss|ß)t|begr(?:ü|u)(?:ss|ß)t|kümmert|kümmern|gekümmert|` +
				`zuhört|zuhören|zugehört|hört (?:\p{L}+ ){0,2}zu|hört (?:mich|uns) an|angehört|ernst genommen|ernst nimmt|nimmt (?:mich|uns|das|\p{L}+ \p{L}+) ernst|wertgeschätzt|respektiert|einbezogen|beteiligt|entschuldigt|eingehalten|gelöst|behoben|bearbeitet|korrigiert|ersetzt|zugegeben|besprochen|` +
				`geht (?:\p{L}+ ){0,2}ans telefon|geht ran|nimmt ab|hebt ab|nimmt sich zeit|lächelt|fragt (?:mich|uns|die \p{L}+|nach (?:meiner|unserer) meinung).*|meinung gefragt|erreichbar|verfügbar|pünktlich|freundlich|sauber|zuverlässig|zufrieden|fair|funktioniert|funktionieren|gehalten|fühlt sich (?:zuständig|verantwortlich)|zeit$|` +
				`(?:feedback|lob|anerkennung|antwort|hilfe|unterstützung|rückmeldung|rückruf)(?: bekommen| erhalten)?`,
			acts: `antwort(?:et|en)|beantwort(?:et|en)|hilft|helfen|unterstützt|unterstützen|informiert|informieren|erklärt|erklären|lobt|loben|dankt|danken|bedankt sich|bedanken sich|gr(?:ü|u)(?:ss|ß)t|gr(?:ü|u)(?:ss|ß)en|begr(?:ü|u)(?:ss|ß)t|kümmert sich|kümmern sich|entschuldigt sich|entschuldigen sich|funktioniert|funktionieren|schätzt|respektiert|lächelt`,
			around: `(?:ruft|rufen|meldet|melden)(?: \p{L}+){0,3} NEVER(?: \p{L}+){0,2} zurück|(?:hört|hören)(?: \p{L}+){0,3} NEVER(?: \p{L}+){0,3} (?:zu|an)|(?:nimmt|nehmen)(?: \p{L}+){0,3} NEVER(?: \p{L}+){0,2} (?:ernst|ab|zeit)|(?:geht|gehen)(?: \p{L}+){0,2} NEVER (?:ran|ans telefon)|(?:hebt|heben) NEVER ab|` +
				`(?:hält|halten)(?: \p{L}+){0,3} NEVER(?: \p{L}+){0,2} (?:ein|wort|versprechen)|(?:gibt|geben|bekomme|bekommen|erhalte|erhalten)(?: \p{L}+){0,3} NEVER(?: \p{L}+)? (?:feedback|lob|anerkennung|antworten?|hilfe|unterstützung|rückmeldung(?:en)?|rückruf)`,
		},
		{
			language: "fr",
			joins:    `et|mais`,
			never:    `personne(?: ici)? (?:ne|n)|jamais|rarement`,
			between:  `me|m|nous|vous|te|t|les|leur|lui|se|s|l|le|la|en|y|ici|vraiment|assez|bien|été|est|sont|suis|es|sommes|être|reçu|reçois|obtenu|eu|de|d|à|a|au|aux|mes|mon|nos|notre|leurs|question|questions|appels|clients?`,
			done: `écoute(?:nt)?|écoutée?s?|répond(?:ent|ez)?|répondu|rappelle(?:nt)?|rappelée?s?|remercie(?:nt)?|remerciée?s?|informe(?:nt)?|informée?s?|explique(?:nt)?|expliquée?s?|m['’]aide|nous aide(?:nt)?|vous aide|aidée?s?|salue(?:nt)?|sourit|félicite(?:nt)?|félicitée?s?|soutien(?:t|nent)|soutenue?s?|consult(?:e|ée?s?)|` +
				`respectée?s?|valorisée?s?|reconnue?s?|prise?s? (?:en compte|au sérieux)|résolue?s?|réglée?s?|corrigée?s?|traitée?s?|remplacée?s?|tenue?s?|demande (?:mon|notre|leur) avis|demande (?:\p{L}+ )?(?:aux \p{L}+ )?leur avis|s['’]excuse(?:nt)?|décroche|disponibles?|joignables?|propres?|à l['’]heure|ponctuel(?:le)?s?|aimables?|satisfaite?s?|fiables?|réponse|retour|feedback|reconnaissance`,
			acts:   `écoute(?:nt)?|répond(?:ent|ez)?|rappelle(?:nt|z)?|remercie(?:nt)?|informe(?:nt)?|explique(?:nt)?|aide(?:nt)?|salue(?:nt)?|sourit|sourient|félicite(?:nt)?|soutien(?:t|nent)|respecte(?:nt)?|consulte(?:nt)?|décroche(?:nt)?|s['’]excuse(?:nt)?`,
			around: `(?:tient|tiennent) NEVER (?:\p{L}+ ){0,2}(?:promesses?|parole|engagements?|délais)|(?:prend|prennent) NEVER (?:\p{L}+ )?(?:temps|au sérieux)|(?:dit|disent) NEVER (?:merci|bonjour)|(?:demande|demandent) NEVER (?:mon|notre|leur|l) ?['’]?avis|reçois NEVER (?:de |d['’])?(?:réponse|retour|feedback|reconnaissance|aide|soutien)`,
		},
		{
			language: "es",
			joins:    `y|e|pero`,
			concord:  `no`,
			never:    `nadie|nunca|jamás|rara vez`,
			between:  `aquí|me|nos|te|le|les|se|lo|la|los|las|realmente|bien|es|son|soy|está|están|estoy|fui|he sido|ha sido|han sido|al|a|el|mis|mi|nuestros?|nuestras?|clientes?|equipo|preguntas?|llamadas?|en (?:(?:el|la|los|las|mi|nuestra?) )?\p{L}+`,
			done: `escuchan?|escuchad[oa]s?|contestan?|responden?|respondid[oa]s?|(?:me |nos |le |les |te )?ayudan?|ayudad[oa]s?|atienden?|atendid[oa]s?|explican?|informan?|informad[oa]s?|agradecen?|saludan?|felicitan?|reconocen?|reconocid[oa]s?|valoran?|valorad[oa]s?|respetad[oa]s?|consultan?|consultad[oa]s?|llaman? de vuelta|devuelven? (?:la|las|mis) llamadas?|cumplen?|se disculpan?|sonríen?|` +
				`pide (?:mi|nuestra) opinión|preguntan? (?:mi|nuestra) opinión|corrigen?|corregid[oa]s?|resuelven?|resuelt[oa]s?|solucionan?|solucionad[oa]s?|reemplazan?|disponibles?|puntual(?:es)?|a tiempo|limpi[oa]s?|amables?|satisfech[oa]s?|confiables?|fiables?|recib[eoí]\p{L}* (?:\p{L}+ )?(?:respuesta|retroalimentación|reconocimiento|ayuda|apoyo)`,
			acts: `escuchan?|contestan?|responden?|ayudan?|atienden?|explican?|informan?|agradecen?|saludan?|felicitan?|reconocen?|cumplen?`,
		},
		{
			language: "pt",
			joins:    `e|mas`,
			concord:  `não`,
			never:    `ninguém|nunca|jamais|raramente|quase nunca`,
			between:  `aqui|me|nos|te|lhe|lhes|se|o|a|os|as|realmente|bem|é|são|sou|está|estão|estou|fui|foi|foram|ao|meus|meu|minhas?|noss[oa]s?|clientes?|equipe|perguntas?|(?:em|no|na|nos|nas) (?:(?:meu|minha|nosso|nossa) )?\p{L}+`,
			done: `ouvem?|ouvid[oa]s?|ouve|escutam?|atendem?|atendid[oa]s?|respondem?|respondid[oa]s?|(?:me |nos |lhe |te )?ajudam?|ajudad[oa]s?|explicam?|informam?|informad[oa]s?|agradecem?|cumprimentam?|elogiam?|elogiad[oa]s?|reconhecem?|reconhecid[oa]s?|valorizam?|valorizad[oa]s?|respeitad[oa]s?|consultam?|consultad[oa]s?|retornam? (?:as|a|minhas) ligaç\p{L}+|ligam? de volta|cumprem?|se desculpam?|` +
				`pedem? (?:a )?minha opinião|corrigem?|corrigid[oa]s?|resolvem?|resolvid[oa]s?|solucionad[oa]s?|substituíd[oa]s?|disponíve(?:l|is)|pontua(?:l|is)|a tempo|no prazo|limp[oa]s?|simpátic[oa]s?|satisfeit[oa]s?|confiáve(?:l|is)|receb\p{L}+ (?:\p{L}+ )?(?:resposta|retorno|feedback|reconhecimento|ajuda|apoio)`,
			acts: `ouvem?|ouve|escutam?|atendem?|respondem?|ajudam?|explicam?|informam?|agradecem?|elogiam?|reconhecem?|cumprem?`,
		},
		{
			language: "it",
			joins:    `e|ma`,
			concord:  `non`,
			never:    `nessuno|mai|di rado|raramente`,
			between:  `qui|mi|ci|ti|gli|le|si|lo|la|li|l|davvero|bene|è|sono|stat[oaie]|viene|vengo|vengono|veniamo|al|alle|ai|i|il|miei|mio|mia|nostr[oaie]|clienti?|domande|telefono`,
			done: `ascolta(?:no)?|ascoltat[oaie]|rispond(?:e|ono)|rispost[oaie]|aiuta(?:no)?|aiutat[oaie]|spiega(?:no)?|spiegat[oaie]|informa(?:no)?|informat[oaie]|ringrazia(?:no)?|ringraziat[oaie]|saluta(?:no)?|elogia(?:no)?|elogiat[oaie]|richiama(?:no)?|richiamat[oaie]|riconosc(?:e|ono)|riconosciut[oaie]|valorizzat[oaie]|rispettat[oaie]|consulta(?:no)?|consultat[oaie]|mantiene|mantengono|sostenut[oaie]|` +
				`sorrid(?:e|ono)|scusa(?:no)?|chiede (?:il mio|la mia|la nostra) (?:parere|opinione)|corrett[oaie]|risolt[oaie]|sostituit[oaie]|disponibil[ei]|puntual[ei]|in orario|pulit[oaie]|gentil[ei]|soddisfatt[oaie]|affidabil[ei]|ricev\p{L}+ (?:\p{L}+ )?(?:rispost[ae]|feedback|riconosciment[oi]|aiuto|sostegno)`,
			acts: `ascolta(?:no)?|rispond(?:e|ono)|aiuta(?:no)?|spiega(?:no)?|informa(?:no)?|ringrazia(?:no)?|saluta(?:no)?|elogia(?:no)?|richiama(?:no)?|riconosc(?:e|ono)|mantiene|mantengono`,
		},
		{
			language: "nl",
			joins:    `en|maar`,
			never:    `niemand|nooit|zelden`,
			between:  `hier|daar|echt|goed|persoonlijk|mij|me|ons|hen|zich|de|het|een|mijn|onze|hun|er|naar|om|op|aan|klant|klanten|gast|gasten|medewerkers?|team|vragen|vraag|word|wordt|worden|ben|bent|is|zijn|(?:bij|in|aan) (?:de |het |ons |onze )?\p{L}+`,
			done: `luistert?|luisteren|geluisterd|antwoordt?|antwoorden|beantwoord|beantwoordt|helpt|helpen|geholpen|steunt|gesteund|ondersteunt?|uitlegt|uitgelegd|legt (?:\p{L}+ ){0,3}uit|informeert|geïnformeerd|bedankt|bedanken|groet|begroet|prijst|geprezen|complimenten|waardeert|gewaardeerd|respecteert|gerespecteerd|betrokken|serieus genomen|neemt (?:mij|me|ons|\p{L}+ \p{L}+) serieus|neemt (?:de tijd|de telefoon op|op)|` +
				`belt (?:\p{L}+ ){0,2}terug|teruggebeld|terugbelt|nagekomen|opgelost|gecorrigeerd|vervangen|vraagt (?:mij|me|ons|naar (?:mijn|onze) mening).*|mening gevraagd|bereikbaar|beschikbaar|op tijd|vriendelijk|behulpzaam|schoon|betrouwbaar|tevreden|eerlijk|krijg\p{L}* (?:\p{L}+ )?(?:antwoord|feedback|waardering|hulp|steun)`,
			acts:   `luistert?|luisteren|antwoordt?|antwoorden|helpt|helpen|ondersteunt|ondersteunen|informeert|informeren|bedankt|bedanken|groet|groeten|begroet|waardeert|waarderen|prijst|prijzen`,
			around: `(?:belt|bellen)(?: \p{L}+){0,2} NEVER(?: \p{L}+)? terug|(?:legt|leggen)(?: \p{L}+){0,3} NEVER(?: \p{L}+){0,2} uit|(?:neemt|nemen)(?: \p{L}+){0,3} NEVER(?: \p{L}+){0,2} (?:op|de tijd|serieus)|krijg\p{L}*(?: \p{L}+)? NEVER(?: \p{L}+)? (?:antwoord|feedback|waardering|hulp|steun)`,
		},
	}
})

// neverPattern finds what is never done in one of three orders; one of its groups is the denial.
type neverPattern struct {
	never                wordPattern
	done, joins, concord *regexp.Regexp
}

var neverByLanguage = sync.OnceValue(func() []neverPattern {
	var all []neverPattern
	for _, of := range doingTable() {
		never := `(` + of.never + `)`
		orders := never + `(?:[ '’](?:` + of.between + `))*?[ '’](?:` + of.done + `)`
		if of.acts != "" {
			orders += `|(?:` + of.acts + `)(?: \p{L}+){0,3}? ` + never
		}
		if of.around != "" {
			orders += `|` + strings.ReplaceAll(of.around, "NEVER", never)
		}
		all = append(all, neverPattern{wordPatternOf(of.never), wholeWords(orders), regexp.MustCompile(`[.?!:;,]| (?:` + of.joins + `) `), nil})
		if of.concord != "" {
			all[len(all)-1].concord = wholeWords(of.concord)
		}
	}
	return all
})

var (
	// needing says that help is not needed, and so not given.
	needing = lazily(`(?:^|[^\p{L}])(?:needs?|needed|brauch\p{L}*|muss|musste|müssen|mussten|benötig\p{L}*|besoin|nécessaire|necesit\p{L}*|precis\p{L}*|bisogno|nodig|moet|moest)(?:$|[^\p{L}])`)
	// bestEver compares what is done with what nobody else does so well.
	bestEver = lazily(`(?:^|[^\p{L}])(?:better|best|faster|quicker|more|than|before|as (?:\p{L}+ )?\p{L}+ as|so (?:\p{L}+ )?(?:well|good|quickly|fast|friendly|much|helpful|satisfied|happy|valued|supported|respected)|such an?|like (?:you|them|this)|besser|schneller|freundlicher|kompetenter|mehr als|so|wie (?:ihr|sie|hier)|mieux|plus|aussi|si bien|comme (?:vous|ici)|` +
		`mejor|más|tan|como (?:ustedes|aquí)|melhor|mais|tão|como (?:vocês|aqui)|meglio|più|così|come (?:voi|qui)|beter|sneller|zo|zoals)(?:$|[^\p{L}])`)
)

// neverDone returns the word with which a statement, normalised and without what explains its scale, says that what is known to be good is done by
// nobody, or hardly ever; empty: it does not.
func neverDone(bare string, words []string) string {
	bare = strings.TrimRight(bare, " .!")
	if strings.HasSuffix(bare, "?") {
		return ""
	}
	for _, of := range neverByLanguage() {
		if !of.never.mayMatch(words) || !of.never.MatchString(bare) {
			continue
		}
		for _, m := range of.done.FindAllStringSubmatchIndex(bare, -1) {
			for g := 2; g < len(m); g += 2 {
				if m[g] >= 0 && of.isGoodNeverDone(bare, m[0], m[1], m[g], m[g+1]) {
					return bare[m[g]:m[g+1]]
				}
			}
		}
	}
	return ""
}

// isGoodNeverDone reports whether the words found, with their denial, are about what is done by nobody: not where they are denied once more, only
// name the case, compare, need nothing, or stand in two clauses.
func (of neverPattern) isGoodNeverDone(bare string, start, end, never, neverEnd int) bool {
	before := clauseBefore(bare, start)
	beside := " " + bare[start:never] + " " + strings.Trim(bare[neverEnd:end], " ,.!:;?")
	denying := before + beside
	if of.concord != nil {
		denying = of.concord.ReplaceAllString(denying, " ")
	}
	switch {
	case denied().MatchString(denying), onlyTheCase().MatchString(before) && !strings.Contains(before, ","):
		return false
	case of.joins.MatchString(beside), needing().MatchString(before + beside):
		return false
	}
	behind := clauseBehind(bare, end-1)
	return !bestEver().MatchString(before+beside+behind) && !doneBadly().MatchString(behind)
}

// doneBadly begins what says that it was done badly: "never informed too late".
var doneBadly = lazily(`^.?(?:\p{L}+ )?(?:too|waiting|hanging|guessing|late|badly|poorly|wrongly|zu|falsch|trop|mal|tarde|demasiado|male|troppo|te laat)(?:$|[^\p{L}])`)

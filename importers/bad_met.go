package importers

import "strings"

// What is bad is asked for with a word for it alone ("trouble", ofBad), or with a word that is bad only where people meet it: they have
// problems, and we solve them; deliveries are late, and we open late. Such words are searched with what makes them bad, and not where the
// question denies them, says what is done about them, or only names the case ("if you have problems").

// metBad are what people meet that is bad, the more the worse, in the languages of the label families; the group is the word for it.
var metBad = lazily(`(?:^|[^\p{L}])(?:` +
	// English
	`(?:have|has|had|having|experienc\p{L}*|encounter\p{L}*|fac(?:e|ed|ing)|run into|ran into|mak(?:e|es|ing)|made|there (?:are|is|were|was)|(?:are|is|were|was) there|contain\p{L}*|full of|how many|too many|how often do)(?: \p{L}+){0,3} (problems?|issues?|errors?|mistakes?|delays?|defects?|faults?)|` +
	`(problems|issues|errors|mistakes|delays|defects|faults)(?: \p{L}+){0,2} (?:occur|occurs|happen|happens|arise|arises)|` +
	`(complain(?:ed|ing)?|damaged|defective|faulty|broken|wrong|incorrect|inaccurate|disappoint(?:ed|ing)|delayed|overpriced|late deliver\p{L}*|too (?:high|expensive|slow|long|complicated|complex|late|bureaucratic|loud|noisy|busy))|` +
	`(?:is|are|was|were|be|arriv\p{L}*|come|comes|came|often|delivered|paid)(?: \p{L}+){0,3} (late)|` +
	`(?:(?:have|has|had|having) to|do (?:you|we|they|customers)) (wait)|(wait(?:ed|ing)?) (?:too |very |so |for )?long|(?:kept|keep|keeps) (?:\p{L}+ )?(waiting)|` +
	`(?:is|are|was|were|how|find|found|seems?|often)(?: \p{L}+){0,3} (expensive|slow|unreliable|unfriendly|rude|unfair|confusing|complicated|cumbersome)|` +
	// German
	`(?:habe?n?|hattest?|hatten?|gehabt|gibt es|gab es|treten|traten|tauchen|kommen|erlebe?n?|erlebten|stoßen|machen|macht|enthalten|enthält|kommt es|kam es|wie viele|zu viele|voller)(?: \p{L}+){0,5} (problemen?|fehlern?|mängeln?|verspätungen|verzögerungen|störungen|ausfälle)|` +
	`(probleme|fehler|mängel|verspätungen|verzögerungen|störungen|ausfälle)(?: \p{L}+){0,3} (?:auftreten|vorkommen|passieren|gemacht|gehabt|erlebt)|` +
	`(?:muss|musste|mussten|müssen|oft|häufig|habe|haben)(?: \p{L}+){0,4} (reklamieren|reklamiert|beschweren|beschwert|warten|gewartet)|(warten) (?:\p{L}+ )?(?:zu )?lange?|(?:zu )?lange (warten)|` +
	`(beschädigt\p{L}*|defekt(?:e|er|es|en)?|kaputt\p{L}*|fehlerhaft\p{L}*|falsch\p{L}*|enttäuscht?|enttäuschend\p{L}*|verspätet\p{L}*|unpünktlich\p{L}*|überteuert\p{L}*|zu (?:hoch|teuer|langsam|lang|lange|kompliziert|spät|bürokratisch|umständlich|viel|viele|wenig|wenige))|` +
	`(?:ist|sind|war|waren|wie|finde|finden)(?: \p{L}+){0,4} (teuer|langsam|unzuverlässig|unfreundlich|unfair|kompliziert|umständlich)|` +
	// French
	`(?:rencontr\p{L}*|avez|avons|ai|as|ont|eu|il y a|y a-t-il|subi\p{L}*|connaissez|comportent|contiennent|combien)(?:[ -]\p{L}+){0,4}(?: | d['’])(problèmes?|erreurs?|retards?|défauts?|pannes?)|` +
	`(?:vous|me|se|nous) (plaindre|plaignez|plains|plaint)|(endommagé\p{L}*|abîmé\p{L}*|défectueu\p{L}*|erroné\p{L}*|incorrecte?s?|déçue?s?|décevante?s?|en retard|trop (?:élevée?s?|chers?|chères?|lente?s?|longs?|longues?|compliquée?s?|tard))|` +
	`(?:devez|dois|dû|doit|faut|devoir)(?:[ -]\p{L}+){0,3} (attendre)|(?:est|sont)(?: \p{L}+){0,2} (lente?s?|chers?|chères?|faux|fausses?)|` +
	// Spanish
	`(?:tiene|tienen|tengo|tenido|encuentra|encuentran|encontrado|hay|sufre|comete|cometen|contienen?|cuánt[oa]s)(?: \p{L}+){0,3} (problemas?|error|errores|retrasos?|demoras?|fallos?|defectos?)|` +
	`(quejar(?:se|me)|dañad[oa]s?|defectuos[oa]s?|equivocad[oa]s?|incorrect[oa]s?|erróne[oa]s?|decepcionad[oa]s?|decepcionantes?|con retraso|demasiado (?:alt[oa]s?|car[oa]s?|lent[oa]s?|larg[oa]s?|complicad[oa]s?|tarde))|` +
	`(?:que|debe|debo|ha de) (esperar|reclamar)|llegan?(?: \p{L}+){0,3} (tarde)|(?:es|son|está|están)(?: \p{L}+){0,2} (car[oa]s?|lent[oa]s?)|` +
	// Portuguese
	`(?:tem|têm|tenho|teve|tive|encontra|encontram|encontrou|há|houve|comete|cometem|contém|contêm|quant[oa]s)(?: \p{L}+){0,3} (problemas?|erros?|atrasos?|falhas?|defeitos?)|` +
	`(?:(?:tem|tenho|teve|tive) (?:de|que)|precisa|precisou)(?: se)? (esperar|aguardar|reclamar|queixar\p{L}*)|(danificad[oa]s?|errad[oa]s?|incorret[oa]s?|dececionad[oa]s?|desapontad[oa]s?|desiludid[oa]s?|atrasad[oa]s?|com atraso|(?:demasiado|muito) (?:alt[oa]s?|car[oa]s?|lent[oa]s?|complicad[oa]s?|tarde))|` +
	`(?:é|são|está|estão)(?: \p{L}+){0,2} (car[oa]s?|lent[oa]s?)|` +
	// Italian
	`(?:ha|ho|hanno|avuto|incontra|incontrato|riscontra|riscontrato|ci sono|commette|commettono|contiene|contengono|quant[ie])(?: \p{L}+){0,3} (problem[ai]|error[ei]|ritard[oi]|difett[oi]|guast[oi])|` +
	`(lamentar(?:si|mi)|danneggiat[oaie]|difettos[oaie]|sbagliat[oaie]|errat[oaie]|delus[oaie]|deludent[ei]|in ritardo|tropp[oa] (?:alt[oaie]|car[oaie]|lent[oaie]|lung[oa]|lunghi|lunghe|complicat[oaie]|tardi))|` +
	`(?:deve|devo|devono|dovuto)(?: \p{L}+)? (aspettare|attendere|reclamare)|(?:è|sono)(?: \p{L}+){0,2} (car[oaie]|lent[oaie])|` +
	// Dutch
	`(?:heb|hebt|hebben|heeft|had|gehad|ervaar|ervaart|ervaren|ondervind|ondervindt|ondervinden|zijn er|er zijn|maakt|maken|bevat|bevatten|hoeveel)(?: \p{L}+){0,4} (problemen|probleem|fouten|vertraging|vertragingen|gebreken|storingen)|` +
	`(?:moet|moest|moeten|moesten)(?: \p{L}+){0,4} (klagen|reclameren|wachten)|(beschadigde?|defecte?|kapotte?|verkeerde?|onjuiste?|teleurgesteld|teleurstellende?|vertraagde?|te (?:laat|hoog|hoge|duur|dure|traag|trage|langzaam|lang|lange|ingewikkeld))|` +
	`(?:is|zijn)(?: \p{L}+){0,2} (duur|traag|langzaam|fout)` +
	`)(?:$|[^\p{L}])`)

var (
	// denied are words before what is bad with which more of it is less ("no problems", "never late", "nothing is too much"), or with which it
	// is what a number means: "1 is delayed".
	denied = lazily(`(?:^|[^\p{L}])(?:\d (?:is|means|ist|bedeutet)|no|not|never|without|nothing|nobody|free (?:of|from)|hardly|rarely|seldom|\p{L}+n['’]t|kein\p{L}*|nicht|nichts|nie|niemals|ohne|selten|pas|jamais|sans|aucune?|sin|nunca|ning[uú]n\p{L}*|nada|sem|não|nenhuma?|non|mai|senza|nessun\p{L}*|geen|niet|niets|nooit|zonder|zelden)(?:$|[^\p{L}])`)
	// onlyTheCase begins what tells of when, not of what is rated: "if you have problems", "Wenn Sie Probleme haben".
	onlyTheCase = lazily(`(?:^|[^\p{L}])(?:when|whenever|if|in case|wenn|falls|sobald|lorsque|quand|en cas|cuando|quando|wanneer|indien)(?:$|[^\p{L}])|(?:^|, )(?:si|se|als) `)
	// doneAbout are words before what is bad, of questions on how good something is, or on what is done about it.
	doneAbout = lazily(`(?:^|[^\p{L}])(?:how (?:well|good|satisfied|happy|easy|easily|quickly|fast|helpful)|rate|satisfied|happy|solv\p{L}*|handl(?:e|es|ed)|resolv\p{L}*|deal(?:s|t)? with|manag(?:e|es|ed)|respond\p{L}*|prevent\p{L}*|reduc\p{L}*|avoid\p{L}*|helps|helped|help (?:me|us|you|with|when|customers|people|those)|supports?(?:ed)? (?:me|us|you|customers|people|those)|fix(?:es|ed)?|correct(?:s|ed)?|puts? right|owns? up|owned up|admit\p{L}*|learn\p{L}*|apologi\p{L}*|address\p{L}*|tackl\p{L}*|inform(?:s|ed)?|tells?|announc\p{L}*|recogni\p{L}*|anticipat\p{L}*|identif\p{L}*|report(?:s|ed)?|replac\p{L}*|explain(?:s|ed)? (?:what|why|when|that)|(?:answers?|up) to (?:\p{L}+ )?(?:problems?|issues?|errors?|mistakes?|delays?|defects?|faults?)|courage|compensat(?:e|es|ed)|exchang(?:es|ed)|exchange (?:damaged|defective|faulty|broken|wrong)|(?:takes?|took) back|listen(?:s|ed|ing)?|open|(?:can|may|allowed to|safe to|okay? to|free to|dare to|how to|where to) (?:make|complain)|(?:for|about|from) (?:\p{L}+ )?(?:problems?|issues?|errors?|mistakes?|delays?|defects?|faults?)|` +
		`wie (?:gut|zufrieden|leicht|einfach|schnell|hilfreich|bewerten|beurteilen)|zufrieden|löse?n?|löst|gelöst|beheb\p{L}*|behebt|behoben|vermeid\p{L}*|verhinder\p{L}*|hilft|helfen|lern\p{L}*|steht zu|stehen zu|entschuldig\p{L}*|informier\p{L}*|erkenn\p{L}*|kümmer\p{L}*|erklär\p{L}*,? (?:was|warum|weshalb|wenn)|antwort(?:en)? auf (?:\p{L}+ )?(?:problemen?|fehler|mängel)|mut|entschädig(?:t|en)|ersetz(?:t|en)|erstatte(?:t|n)|tausch(?:t|en)|(?:nimmt|nehmen) (?:\p{L}+ )?(?:beschädigt|defekt|kaputt|fehlerhaft|falsch)\p{L}*|zuhör\p{L}*|hör(?:t|en) zu|darf|dürfen|(?:für|aus|über|zu) (?:\p{L}+ )?(?:problemen?|fehlern?|mängeln?|verspätungen|verzögerungen|störungen)|` +
		`satisfaite?s?|résol\p{L}*|traite\p{L}*|aide\p{L}*|reconna\p{L}*|évit\p{L}*|appren\p{L}*|informe\p{L}*|corrige\p{L}*|expliqu\p{L}* (?:ce qui|pourquoi)|indemnise\p{L}*|rembourse\p{L}*|échange(?:nt)?|remplace(?:nt)?|écoute(?:nt)?|satisfech[oa]s?|resuelv\p{L}*|resol\p{L}*|ayud\p{L}*|reconoc\p{L}*|evit\p{L}*|aprend\p{L}*|corrig\p{L}*|explica(?:n|m)? (?:qué|por qué|lo que|o que|porque|por que)|coraje|coragem|compensa(?:n|m)?|reemplaza(?:n)?|substitui|substituem|escucha(?:n)?|escuta(?:m)?|satisfeit[oa]s?|ajud\p{L}*|reconhec\p{L}*|soddisfatt[oaie]|risol\p{L}*|aiut\p{L}*|riconosc\p{L}*|impar\p{L}*|ammett\p{L}*|spiega(?:no)? (?:cosa|che cosa|perché)|coraggio|rimborsa(?:no)?|sostituisc(?:e|ono)|ascolta(?:no)?|tevreden|lost|oploss\p{L}*|opgelost|helpt|helpen|voorkom\p{L}*|leert|leren|erken\p{L}*|leg(?:t|gen) uit (?:wat|waarom)|moed|vergoed(?:t|en)|ruilt|ruilen|vervang(?:t|en)|luister(?:t|en))(?:$|[^\p{L}])`)
)

// meetsBad returns the word with which a question, normalised and without what explains its scale, asks for what is bad that people meet;
// empty: with none.
func meetsBad(bare string) string {
	for at := 0; at < len(bare); {
		m := metBad().FindStringSubmatchIndex(bare[at:])
		if m == nil {
			return ""
		}
		word := ""
		end := 0
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				word, end = bare[at+m[g]:at+m[g+1]], at+m[g+1]
				break
			}
		}
		before := clauseBefore(bare, end)
		if !denied().MatchString(before) && !ofFew(strings.TrimSuffix(before, word)) && !onlyTheCase().MatchString(before) && !doneAbout().MatchString(before) {
			return word
		}
		at = end
	}
	return ""
}

// clauseBefore is the sentence of a text up to a place.
func clauseBefore(text string, end int) string {
	before := text[:end]
	return before[strings.LastIndexAny(before, ".?!:;¿")+1:]
}

// ofFew reports whether a text ends in a word that says of what follows that it is rare, at most one word before it: "few serious" mistakes.
// "A few" and "ein wenig" say that there is some, and "zu wenige" is itself what is bad.
func ofFew(before string) bool {
	words := strings.Fields(before)
	for i := max(0, len(words)-2); i < len(words); i++ {
		some := i > 0 && oneOfWords(words[i-1]+" "+words[i], "a few", "a little", "too few", "too little", "ein wenig", "zu wenig", "zu wenige", "un peu", "trop peu", "een weinig", "te weinig")
		if oneOfWords(words[i], "few", "fewer", "little", "wenig", "wenige", "weniger", "peu", "pocos", "pocas", "poucos", "poucas", "pochi", "poche", "weinig") && !some {
			return true
		}
	}
	return false
}

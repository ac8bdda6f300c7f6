package lexicon

import "sync"

// metWords are the words of a language for what is bad where people meet it.
type metWords struct {
	language  string
	ways      []metWay
	doneAbout string // before what is bad, of questions on how good something is, or on what is done about it
}

// metWay is one way to say that people meet what is bad, the more the worse: the word for it, what stands before it, and what behind.
type metWay struct {
	says                string // what it says of the bad: the name of the way in its language
	before, bad, behind string
}

// wayOfTopics is the way in which what is bad is only named.
const wayOfTopics = "named"

// waysOfSubjects are the ways in which the sentence is about what is bad, so that what stands behind it is said of it.
var waysOfSubjects = []string{"itself", "occurs", wayOfTopics, "is frequent"}

// metTable holds these words of the languages of the label families.
var metTable = sync.OnceValue(func() []metWords {
	const few, some, many, most = `(?: \p{L}+){0,2} `, `(?: \p{L}+){0,3} `, `(?: \p{L}+){0,4} `, `(?: \p{L}+){0,5} ` // words between
	return []metWords{
		{
			language: "en",
			ways: []metWay{
				{"met", `(?:have|has|had|having|experienc\p{L}*|encounter\p{L}*|fac(?:e|ed|ing)|run into|ran into|mak(?:e|es|ing)|made|there (?:are|is|were|was)|(?:are|is|were|was) there|contain\p{L}*|full of|how many|too many|how often do)` + some, `problems?|issues?|errors?|mistakes?|delays?|defects?|faults?`, ``},
				{"occurs", ``, `problems|issues|errors|mistakes|delays|defects|faults`, `(?: \p{L}+){0,2} (?:occur|occurs|happen|happens|arise|arises)`},
				{"itself", ``, `complain(?:ed|ing)?|damaged|defective|faulty|broken|wrong|incorrect|inaccurate|disappoint(?:ed|ing)|delayed|overpriced|too much|late deliver\p{L}*|too (?:high|expensive|slow|long|complicated|complex|late|bureaucratic|loud|noisy|busy)`, ``},
				{"comes late", `(?:is|are|was|were|be|arriv\p{L}*|come|comes|came|often|delivered|paid)` + some, `late`, ``},
				{"has to wait", `(?:(?:have|has|had|having) to|do (?:you|we|they|customers)) `, `wait`, ``},
				{"waits long", ``, `wait(?:ed|ing)?`, ` (?:too |very |so |for )?long`},
				{"is kept waiting", `(?:kept|keep|keeps) (?:\p{L}+ )?`, `waiting`, ``},
				{"is", `(?:is|are|was|were|how|find|found|seems?|often)` + some, `expensive|slow|unreliable|unfriendly|rude|unfair|confusing|complicated|cumbersome`, ``},
				{"is frequent", ``, `problems|issues|errors|mistakes|delays|defects|faults|conflicts|crashes`, `(?:[ /]\p{L}+){0,3} (?:recurrent|recurring|frequent|common|constant)`},
				{"has conflicts", `(?:have|has|had|there (?:are|were))(?: \p{L}+)? `, `conflicts`, ``},
				{"burdens", `(?:is|are|was|were|be|becomes?|feels? like)(?: (?:a|an|such a|quite a))?(?: \p{L}+)? `, `burden|burdensome|troublesome|tedious`, ``},
				{"feels bad", `(?:feels?|felt|feeling|am|are|is|was|were)` + few, `afraid|scared|under (?:\p{L}+ )?pressure|lonely|isolated|guilty|overloaded|overworked|overwhelmed|exhausted|burned out|burnt out|depressed|excluded|ignored|undervalued|left alone`, ``},
				{"crashes", ``, `crash(?:es|ed)`, ``},
				{"wastes", ``, `wast(?:e|es|ed|ing)`, ` (?:\p{L}+ ){0,3}(?:time|money|effort|hours)`},
				{"lacks", ``, `lack of|lacks?|lacked|lacking`, ``},
				{"is long", `(?:waiting times?|waits?|queues?|delivery times?) (?:is|are|was|were)` + few, `long`, ``},
				{"regrets", `(?:i|we)` + few, `regret`, ``},
				{"named", `^(?:(?:the |level of |number of |amount of |frequency of |rate of |degree of )*)`, `problems?|issues|errors?|mistakes|delays?|defects?|faults|complaints|conflicts|crashes|interruptions|outages|downtime|bureaucracy|red tape|frustration|overtime|staff turnover|turnover intentions?|intentions? to leave|absenteeism|effort (?:needed|required)|sick leave`, `(?:$| (?:with|in|of|per|at|during|when|from|on|due|between|needed|required)(?:$| [^.?!]*$))`},
				{"is poor", `(?:is|are|was|were|be|how|find|found|seems?|feels?)` + few, `poor|bad|terrible|awful|insufficient|inadequate|outdated|old-fashioned|boring|bureaucratic|noisy|loud|dirty|crowded|missing|conflicting|tired|exhausting|useless|misleading|unclear|inconsistent|unprofessional|understaffed|overcharged|rushed|micromanaged`, ``},
				{"gets worse", `(?:get|gets|got|getting|become|becomes|became|becoming|gone)` + few, `worse|harder|slower|more (?:expensive|difficult|complicated|bureaucratic)`, ``},
				{"conflicting", ``, `conflicting|contradictory|misleading`, ` (?:information|answers|statements|instructions|advice|messages)`},
				{"fails to", ``, `fails?|failed|refuses?|refused|forgets?|forgot|neglects?|neglected|hesitates?`, ` (?:to |about |me|us|our|my)(?:\p{L}+)?`},
				{"blames", ``, `blames?|ignores?|confuses?|hinders?|frustrates?|prevents?|bullies|takes? credit for|slows? (?:me|us|things|everything|work) down|gets? in (?:the|my|our) way`, `(?:$| (?:me|us|others|our|my|each|the|people|customers|cooperation|work|progress)(?: \p{L}+)*)`},
				{"more than once", `(?:had|have|has) to` + few, `repeat|chase|complain|call|ask|write|explain|contact`, `(?: \p{L}+){0,3} (?:more than once|twice|again|repeatedly|several times|many times|myself)`},
				{"considers leaving", `(?:consider|considered|considering|think about|thought about|thinking of|thinking about)` + few, `changing|switching|leaving|quitting|resigning`, ``},
				{"too many", ``, `too many`, ``},
				{"presses", `(?:pressure|workload|stress|turnover) (?:is|are) (?:\p{L}+ )?`, `high|heavy|enormous|unbearable`, ``},
			},
			doneAbout: `comfortable (?:giving|bringing|telling|raising|sharing|delivering|breaking)|protects? (?:\p{L}+ ){1,3}(?:from|against)|recover\p{L}*|eas(?:es|ed)|reliev\p{L}*|lighten\p{L}*|how (?:well|good|satisfied|happy|easy|easily|quickly|fast|helpful)|^ ?rate|(?:please|you|to|we|i|and) rate|satisfied|happy|solv\p{L}*|handl(?:e|es|ed)|resolv\p{L}*|deal(?:s|t)? with|manag(?:e|es|ed)|respond\p{L}*|prevent\p{L}*|reduc\p{L}*|avoid\p{L}*|` +
				`helps|helped|help (?:me|us|you|with|when|customers|people|those)|supports?(?:ed)? (?:me|us|you|customers|people|those)|fix(?:es|ed)?|correct(?:s|ed)?|puts? right|owns? up|owned up|admit\p{L}*|learn\p{L}*|apologi\p{L}*|address\p{L}*|tackl\p{L}*|` +
				`inform(?:s|ed)?|tells?|announc\p{L}*|recogni\p{L}*|anticipat\p{L}*|identif\p{L}*|report(?:s|ed)?|replac\p{L}*|explain(?:s|ed)? (?:what|why|when|that)|(?:answers?|up) to (?:\p{L}+ )?(?:problems?|issues?|errors?|mistakes?|delays?|defects?|faults?)|` +
				`courage|compensat(?:e|es|ed)|exchang(?:es|ed)|exchange (?:damaged|defective|faulty|broken|wrong)|(?:takes?|took) back|listen(?:s|ed|ing)?|open|` +
				`(?:can|may|allowed to|safe to|okay? to|free to|dare to|how to|where to) (?:make|complain)|(?:for|about|from) (?:\p{L}+ )?(?:problems?|issues?|errors?|mistakes?|delays?|defects?|faults?)`,
		},
		{
			language: "de",
			ways: []metWay{
				{"met", `(?:habe?n?|hattest?|hatten?|gehabt|gibt es|gab es|es gibt|es gab|treten|traten|tauchen|kommen|erlebe?n?|erlebten|stoßen|machen|macht|enthalten|enthält|kommt es|kam es|wie viele|zu viele|voller)` + most, `problemen?|fehlern?|mängeln?|verspätungen|verzögerungen|störungen|ausfälle`, ``},
				{"occurs", ``, `probleme|fehler|mängel|verspätungen|verzögerungen|störungen|ausfälle`, `(?: \p{L}+){0,3} (?:auftreten|vorkommen|passieren|gemacht|gehabt|erlebt)`},
				{"itself", ``, `beschädigt\p{L}*|defekt(?:e|er|es|en)?|kaputt\p{L}*|fehlerhaft\p{L}*|falsch\p{L}*|enttäuscht?|enttäuschend\p{L}*|verspätet\p{L}*|unpünktlich\p{L}*|überteuert\p{L}*|zu (?:hoch|teuer|langsam|lang|lange|kompliziert|spät|bürokratisch|umständlich|viel|viele|wenig|wenige)`, ``},
				{"has to", `(?:muss|musste|mussten|müssen|oft|häufig|habe|haben)` + many, `reklamieren|reklamiert|beschweren|beschwert|warten|gewartet`, ``},
				{"waits long", ``, `warten`, ` (?:\p{L}+ )?(?:zu )?lange?`},
				{"long waits", `(?:zu )?lange `, `warten`, ``},
				{"is", `(?:ist|sind|war|waren|wie|finde|finden)` + many, `teuer|langsam|unzuverlässig|unfreundlich|unfair|kompliziert|umständlich`, ``},
				{"is frequent", ``, `probleme|fehler|mängel|konflikte|abstürze|störungen`, `(?:[ /]\p{L}+){0,2}[ /](?:sind|waren)(?: \p{L}+)? (?:häufig|wiederkehrend|alltäglich|an der tagesordnung|die regel)`},
				{"burdens", `(?:ist|sind|war|waren)` + some, `lästig|mühsam|mühselig|eine last`, ``},
				{"feels bad", `(?:fühle?n?|fühlst|fühlt|bin|sind|ist|war|waren)` + some, `einsam|überlastet|überfordert|erschöpft|ausgebrannt|schuldig|isoliert|ausgeschlossen|übergangen|allein ?gelassen`, ``},
				{"crashes", ``, `stürzt|stürzen|stürzte`, `(?: \p{L}+){0,3} ab`},
				{"wastes", ``, `verschwend\p{L}*|zeitverschwendung`, ``},
				{"lacks", ``, `mangel an|fehlende[rnms]?|es fehlt|fehlt es`, ``},
				{"is long", `(?:wartezeit(?:en)?|lieferzeit(?:en)?|warteschlangen?) (?:ist|sind|war|waren)` + few, `lang`, ``},
				{"ignored", `(?:beschwerden?|reklamation(?:en)?|anfragen?|anliegen|vorschläge?) (?:wird|werden|wurde|wurden|bleibt|bleiben)` + some, `ignoriert|übergangen|abgewimmelt`, ``},
				{"named", `^(?:(?:die |der |das |anzahl (?:der |von )?|häufigkeit (?:der |von )?|höhe der |grad der )*)`, `probleme?|fehler|mängel|verspätungen|verzögerungen|verzug|störungen|ausfälle|beschwerden|reklamationen|konflikte|abstürze|bürokratie|überstunden|fluktuation|kündigungsabsicht|wechselabsicht|frust|aufwand`, `(?:$| (?:mit|bei|in|im|pro|je|durch|von|der|des|an|am|zwischen|für)(?:$| [^.?!]*$))`},
				{"is poor", `(?:ist|sind|war|waren|wie|finde|finden|wirkt|wirken)` + many, `schlecht|mangelhaft|ungenügend|unzureichend|veraltet|altmodisch|langweilig|bürokratisch|laut|schmutzig|überfüllt|unklar|unverständlich|widersprüchlich|müde|nutzlos|unprofessionell|unterbesetzt`, ``},
				{"presses", `\p{L}*druck (?:ist|war) (?:\p{L}+ )?`, `hoch|groß|gross|enorm|unerträglich`, ``},
				{"gets worse", `(?:wird|werden|wurde|wurden|geworden)` + some, `schlechter|langsamer|teurer|schwieriger|komplizierter`, ``},
				{"feels used", `(?:fühle?n?|fühlst|fühlt)` + some, `ausgenutzt|gemobbt|allein|übersehen|abgehängt|gehetzt|verunsichert`, ``},
				{"forgets", ``, `vergisst|vergessen|versäum(?:t|en)|verweiger(?:t|n)|behinder(?:t|n)|verhinder(?:t|n)|verwirr(?:t|en)|schikanier(?:t|en)`, ` (?:mich|uns|unsere?|meine?|die|den|andere|zu)(?: \p{L}+)*`},
				{"considers leaving", `(?:denke|denken|dachte|überlege|überlegen|erwäge|erwägen)` + most, `wechseln|zu gehen|zu kündigen|wechsel|kündigung`, ``},
			},
			doneAbout: `wie (?:gut|zufrieden|leicht|einfach|schnell|hilfreich|bewerten|beurteilen)|zufrieden|löse?n?|löst|gelöst|beheb\p{L}*|behebt|behoben|vermeid\p{L}*|verhinder\p{L}*|hilft|helfen|lern\p{L}*|steht zu|stehen zu|entschuldig\p{L}*|informier\p{L}*|erkenn\p{L}*|` +
				`kümmer\p{L}*|erklär\p{L}*,? (?:was|warum|weshalb|wenn)|antwort(?:en)? auf (?:\p{L}+ )?(?:problemen?|fehler|mängel)|mut|entschädig(?:t|en)|ersetz(?:t|en)|erstatte(?:t|n)|tausch(?:t|en)|` +
				`(?:nimmt|nehmen) (?:\p{L}+ )?(?:beschädigt|defekt|kaputt|fehlerhaft|falsch)\p{L}*|zuhör\p{L}*|hör(?:t|en) zu|darf|dürfen|(?:für|aus|über|zu) (?:\p{L}+ )?(?:problemen?|fehlern?|mängeln?|verspätungen|verzögerungen|störungen)`,
		},
		{
			language: "fr",
			ways: []metWay{
				{"met", `(?:rencontr\p{L}*|avez|avons|ai|as|ont|eu|il y a|y a-t-il|subi\p{L}*|connaissez|comportent|contiennent|combien)(?:[ -]\p{L}+){0,4}(?: | d['’])`, `problèmes?|erreurs?|retards?|défauts?|pannes?`, ``},
				{"complains", `(?:vous|me|se|nous) `, `plaindre|plaignez|plains|plaint`, ``},
				{"itself", ``, `endommagé\p{L}*|abîmé\p{L}*|défectueu\p{L}*|erroné\p{L}*|incorrecte?s?|déçue?s?|décevante?s?|en retard|trop d(?:e|['’]\p{L}+)|trop (?:élevée?s?|chers?|chères?|lente?s?|longs?|longues?|compliquée?s?|tard)`, ``},
				{"has to", `(?:devez|dois|dû|doit|faut|devoir)(?:[ -]\p{L}+){0,3} `, `attendre`, ``},
				{"is", `(?:est|sont)` + few, `lente?s?|chers?|chères?|faux|fausses?`, ``},
				{"is frequent", ``, `problèmes|erreurs|retards|pannes|conflits`, `(?:[ /]\p{L}+){0,2} (?:récurrente?s?|fréquente?s?)`},
				{"burdens", `(?:est|sont|était)` + few, `pénibles?|fastidieu\p{L}*|un fardeau`, ``},
				{"feels bad", `(?:me sens|vous sentez|te sens|se sentent|suis|êtes)` + few, `isolée?s?|coupables?|surchargée?s?|débordée?s?|épuisée?s?|dépassée?s?|exclue?s?`, ``},
				{"feels alone", `(?:me sens|vous sentez|te sens)(?: \p{L}+)? `, `seule?s?`, ``},
				{"crashes", `(?:logiciel|application|système|site|programme|outil)(?: \p{L}+)? `, `plante|plantent`, ``},
				{"wastes", ``, `perte de temps|perdre (?:du|mon|notre|votre) temps|gaspill\p{L}*`, ``},
				{"lacks", ``, `manque|manquent`, ` (?:de|du|d['’]\p{L}+)`},
				{"waits long", `attend(?:s|ez|ons|ent|re)?` + few, `longtemps`, ``},
				{"ignored", `(?:réclamations?|demandes?|plaintes?|suggestions?) (?:est|sont|a été|ont été)` + few, `ignorée?s?`, ``},
				{"regrets", `je` + few, `regrette`, ``},
				{"named", `^(?:(?:les |le |la |l['’]|nombre (?:de |d['’])|niveau (?:de |d['’])|fréquence des )*)`, `problèmes?|erreurs?|retards?|défauts|pannes|réclamations|plaintes|conflits|bureaucratie|frustration|heures supplémentaires`, `(?:$| (?:avec|dans|de|des|du|par|à|au|sur|entre|lors)(?:$| [^.?!]*$))`},
				{"is poor", `(?:est|sont|était|étaient)` + few, `mauvaise?s?|insuffisante?s?|dépassée?s?|vieillotte?s?|ennuyeu\p{L}*|bruyante?s?|sales?|confuse?s?|incompréhensibles?|contradictoires?|bureaucratiques?|inutiles?`, ``},
			},
			doneAbout: `satisfaite?s?|résol\p{L}*|résou\p{L}*|traite\p{L}*|aide\p{L}*|reconna\p{L}*|évit\p{L}*|appren\p{L}*|informe\p{L}*|corrige\p{L}*|expliqu\p{L}* (?:ce qui|pourquoi)|indemnise\p{L}*|rembourse\p{L}*|échange(?:nt)?|remplace(?:nt)?|écoute(?:nt)?`,
		},
		{
			language: "es",
			ways: []metWay{
				{"met", `(?:tiene|tienen|tengo|tenido|encuentra|encuentran|encontrado|hay|sufre|comete|cometen|contienen?|cuánt[oa]s)` + some, `problemas?|error|errores|retrasos?|demoras?|fallos?|defectos?`, ``},
				{"itself", ``, `quejar(?:se|me)|dañad[oa]s?|defectuos[oa]s?|equivocad[oa]s?|incorrect[oa]s?|erróne[oa]s?|decepcionad[oa]s?|decepcionantes?|con retraso|demasiad[oa]s? \p{L}+|demasiado (?:alt[oa]s?|car[oa]s?|lent[oa]s?|larg[oa]s?|complicad[oa]s?|tarde)`, ``},
				{"has to", `(?:que|debe|debo|ha de) `, `esperar|reclamar`, ``},
				{"comes late", `llegan?` + some, `tarde`, ``},
				{"is", `(?:es|son|está|están)` + few, `car[oa]s?|lent[oa]s?`, ``},
				{"is frequent", ``, `problemas|errores|retrasos|fallos|fallas|conflictos`, `(?:[ /]\p{L}+){0,3} (?:recurrentes?|frecuentes?|habituales|constantes)`},
				{"names it", ``, `problemas?`, ` (?:técnic[oa]s?|de|con)`},
				{"burdens", `(?:es|son|era|fue|resulta)(?: \p{L}+)? `, `una carga|tedios[oa]s?|engorros[oa]s?`, ``},
				{"feels bad", `(?:me siento|se siente|te sientes|siento|estoy)(?: \p{L}+){0,6} `, `culpables?|culpabilidad|culpa|sobrecargad[oa]s?|agotad[oa]s?|aislad[oa]s?|excluid[oa]s?|deprimid[oa]s?`, ``},
				{"feels alone", `(?:me siento|se siente|te sientes)(?: \p{L}+)? `, `sol[oa]s?`, ``},
				{"harmed", ``, `perjudicad[oa]s?|fue afectad[oa]|fueron afectad[oa]s`, ``},
				{"wastes", ``, `pérdida de tiempo|perder (?:el |mi |nuestro |su |tu )?tiempo|desperdici\p{L}*`, ``},
				{"lacks", ``, `falta de`, ``},
				{"ignored", `(?:quejas?|reclamos?|reclamaciones|solicitud(?:es)?|sugerencias?) (?:es|son|fue|fueron|ha sido|han sido)` + few, `ignorad[oa]s?`, ``},
				{"regrets", `me `, `arrepiento`, ` de`},
				{"named", `^(?:(?:los |las |el |la |número de |nivel de |frecuencia de )*)`, `problemas?|errores|retrasos|demoras|fallos|defectos|quejas|reclamaciones|conflictos|burocracia|frustración|horas extras?`, `(?:$| (?:con|en|de|del|por|al|entre|para)(?:$| [^.?!]*$))`},
				{"is poor", `(?:es|son|está|están|era)` + few, `mal[oa]s?|insuficientes?|anticuad[oa]s?|aburrid[oa]s?|ruidos[oa]s?|suci[oa]s?|confus[oa]s?|burocrátic[oa]s?|inútil(?:es)?`, ``},
			},
			doneAbout: `soluci\p{L}*|gesti\p{L}*|apoy\p{L}*|atiend\p{L}*|atención|soporte|manej\p{L}*|habl\p{L}*|capacidad|rapidez|ante|compensa|satisfech[oa]s?|resuelv\p{L}*|resol\p{L}*|ayud\p{L}*|reconoc\p{L}*|evit\p{L}*|aprend(?:en?|o|emos|er|ió|iendo)|corrig\p{L}*|explican? (?:qué|por qué|lo que|porque)|coraje|compensan?|reemplazan?|escuchan?`,
		},
		{
			language: "pt",
			ways: []metWay{
				{"met", `(?:tem|têm|tenho|teve|tive|encontra|encontram|encontrou|há|houve|comete|cometem|contém|contêm|quant[oa]s)` + some, `problemas?|erros?|atrasos?|falhas?|defeitos?`, ``},
				{"has to", `(?:(?:tem|tenho|teve|tive) (?:de|que)|precisa|precisou)(?: se)? `, `esperar|aguardar|reclamar|queixar\p{L}*`, ``},
				{"itself", ``, `danificad[oa]s?|errad[oa]s?|incorret[oa]s?|dececionad[oa]s?|desapontad[oa]s?|desiludid[oa]s?|atrasad[oa]s?|com atraso|demasiad[oa]s? \p{L}+|(?:demasiado|muito) (?:alt[oa]s?|car[oa]s?|lent[oa]s?|complicad[oa]s?|tarde)`, ``},
				{"is", `(?:é|são|está|estão)` + few, `car[oa]s?|lent[oa]s?`, ``},
				{"is frequent", ``, `problemas|erros|atrasos|falhas|conflitos`, `(?:[ /]\p{L}+){0,3} (?:recorrentes?|frequentes?|constantes?)`},
				{"names it", ``, `problemas?`, ` (?:técnic[oa]s?|de|com)`},
				{"burdens", `(?:é|são|era|foi)(?: \p{L}+)? `, `um fardo|trabalhos[oa]s?|cansativ[oa]s?`, ``},
				{"feels bad", `(?:me sinto|sinto-me|se sente|sinto|estou)` + most, `sozinh[oa]s?|culpad[oa]s?|culpa|sobrecarregad[oa]s?|esgotad[oa]s?|isolad[oa]s?|excluíd[oa]s?|deprimid[oa]s?`, ``},
				{"harmed", ``, `prejudicad[oa]s?|foi afetad[oa]|foram afetad[oa]s`, ``},
				{"wastes", ``, `perda de tempo|perder (?:o |meu |nosso |seu )?tempo|desperdíci\p{L}*|desperdiç\p{L}*`, ``},
				{"lacks", ``, `falta de`, ``},
				{"named", `^(?:(?:os |as |o |a |número de |nível de |frequência de )*)`, `problemas?|erros|atrasos|falhas|defeitos|queixas|reclamações|conflitos|burocracia|frustração|horas extras?`, `(?:$| (?:com|em|na|no|nas|nos|de|da|do|por|entre|para)(?:$| [^.?!]*$))`},
				{"is poor", `(?:é|são|está|estão|era)` + few, `ru(?:im|ins)|m(?:au|á|aus|ás)|insuficientes?|ultrapassad[oa]s?|antiquad[oa]s?|chat[oa]s?|barulhent[oa]s?|suj[oa]s?|confus[oa]s?|burocrátic[oa]s?|inút(?:il|eis)`, ``},
			},
			doneAbout: `soluci\p{L}*|solução|soluções|gestão|apoi\p{L}*|suporte|assistência|atend(?:e|em|er|emos)|lida\p{L}*|fal(?:o|a|am|ar)|capacidade|rapidez|agilidade|satisfeit[oa]s?|resol\p{L}*|ajud\p{L}*|reconhec\p{L}*|evit\p{L}*|aprend(?:em?|o|emos|er|eu|endo)|corrig\p{L}*|explicam? (?:o que|por que|porque)|coragem|compensam?|substitui|substituem|escutam?`,
		},
		{
			language: "it",
			ways: []metWay{
				{"met", `(?:ha|ho|hanno|avuto|incontra|incontrato|riscontra|riscontrato|ci sono|commette|commettono|contiene|contengono|quant[ie])` + some, `problem[ai]|error[ei]|ritard[oi]|difett[oi]|guast[oi]`, ``},
				{"itself", ``, `lamentar(?:si|mi)|danneggiat[oaie]|difettos[oaie]|sbagliat[oaie]|errat[oaie]|delus[oaie]|deludent[ei]|in ritardo|tropp[oaie] \p{L}+|tropp[oa] (?:alt[oaie]|car[oaie]|lent[oaie]|lung[oa]|lunghi|lunghe|complicat[oaie]|tardi)`, ``},
				{"has to", `(?:deve|devo|devono|dovuto)(?: \p{L}+)? `, `aspettare|attendere|reclamare`, ``},
				{"is", `(?:è|sono)` + few, `car[oaie]|lent[oaie]`, ``},
				{"is frequent", ``, `problemi|errori|ritardi|guasti|conflitti`, `(?:[ /]\p{L}+){0,3} (?:ricorrenti|frequenti|costanti)`},
				{"feels bad", `(?:mi sento|si sente|ti senti|sono)` + few, `colpevol[ei]|sovraccaric[oaie]|esaust[oaie]|isolat[oaie]|esclus[oaie]`, ``},
				{"feels alone", `(?:mi sento|si sente|ti senti)(?: \p{L}+)? `, `sol[oa]`, ``},
				{"wastes", ``, `perdita di tempo|perdere tempo|spreca|sprecano|sprecare|sprechi`, ``},
				{"lacks", ``, `mancanza di`, ``},
				{"named", `^(?:(?:gli |i |le |il |la |l['’]|numero di |livello di |frequenza dei )*)`, `problemi|errori|ritardi|difetti|guasti|reclami|lamentele|conflitti|burocrazia|frustrazione|straordinari`, `(?:$| (?:con|in|nel|nella|nelle|nei|di|del|della|per|tra|al)(?:$| [^.?!]*$))`},
				{"is poor", `(?:è|sono|era|erano)` + few, `cattiv[oaie]|pessim[oaie]|insufficient[ei]|superat[oaie]|antiquat[oaie]|noios[oaie]|rumoros[oaie]|sporc[oaie]|sporchi|sporche|confus[oaie]|burocratic[oaie]|inutil[ei]`, ``},
			},
			doneAbout: `soddisfatt[oaie]|risol\p{L}*|aiut\p{L}*|riconosc\p{L}*|evit\p{L}*|impar\p{L}*|ammett\p{L}*|spiega(?:no)? (?:cosa|che cosa|perché)|coraggio|compensa(?:no)?|rimborsa(?:no)?|sostituisc(?:e|ono)|ascolta(?:no)?`,
		},
		{
			language: "nl",
			ways: []metWay{
				{"met", `(?:heb|hebt|hebben|heeft|had|gehad|ervaar|ervaart|ervaren|ondervind|ondervindt|ondervinden|zijn er|er zijn|maakt|maken|bevat|bevatten|hoeveel)` + many, `problemen|probleem|fouten|vertraging|vertragingen|gebreken|storingen`, ``},
				{"has to", `(?:moet|moest|moeten|moesten)` + many, `klagen|reclameren|wachten`, ``},
				{"itself", ``, `beschadigde?|defecte?|kapotte?|verkeerde?|onjuiste?|teleurgesteld|teleurstellende?|vertraagde?|te (?:veel|laat|hoog|hoge|duur|dure|traag|trage|langzaam|lang|lange|ingewikkeld)`, ``},
				{"is", `(?:is|zijn)` + few, `duur|traag|langzaam|fout`, ``},
				{"is frequent", ``, `problemen|fouten|vertragingen|storingen|conflicten`, `(?:[ /]\p{L}+){0,3} (?:terugkerend|frequent|aan de orde van de dag)`},
				{"feels bad", `(?:voel|voelt|voelen|ben|bent|is|zijn)` + some, `eenzaam|schuldig|overbelast|overwerkt|uitgeput|geïsoleerd|buitengesloten`, ``},
				{"crashes", ``, `crasht|crashen|loopt vast|lopen vast`, ``},
				{"wastes", ``, `tijdverspilling|verspilt|verspillen`, ``},
				{"lacks", ``, `gebrek aan|tekort aan`, ``},
				{"named", `^(?:(?:de |het |aantal |hoeveelheid |mate van )*)`, `problemen|fouten|vertragingen|gebreken|storingen|klachten|conflicten|bureaucratie|frustratie|overuren|verloop`, `(?:$| (?:met|bij|in|van|per|door|op|aan|tussen|voor|tijdens)(?:$| [^.?!]*$))`},
				{"is poor", `(?:is|zijn|was|waren|vind|vinden)` + some, `slechte?|onvoldoende|verouderde?|ouderwetse?|saaie?|luid|luidruchtig|lawaaierig|vie[sz]e?|onduidelijke?|tegenstrijdige?|bureaucratische?|nutteloze?|nutteloos`, ``},
			},
			doneAbout: `tevreden|lost (?:\p{L}+ ){0,3}(?:problemen|probleem|fouten|vertraging|vertragingen|gebreken|storingen|klachten)|oploss\p{L}*|opgelost|helpt|helpen|voorkom\p{L}*|leert|leren|erken\p{L}*|leg(?:t|gen) uit (?:wat|waarom)|moed|vergoed(?:t|en)|ruilt|ruilen|vervang(?:t|en)|luister(?:t|en)`,
		},
	}
})

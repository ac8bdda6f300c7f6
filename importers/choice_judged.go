package importers

import "github.com/cxgap/cxgap/importers/lexicon"

// Questions that begin with which, what or where ask for a rating where they name a judgement. These names are few, while anything can be chosen:
// a question without one of them is answered with codes.

const (
	headsEN = `support|help|assistance|backing|appreciation|recognition|respect|influence|impact|benefits?|usefulness|quality|interest|attention|consideration|competence|reputation|image|atmosphere|climate|attitude|trust|value|confidence|experiences?|priority|weight|relevance|significance|freedom|autonomy|pressure|stress|effort|expectations?|mood`
	headsDE = `unterstützung|hilfe|rückhalt|wertschätzung|anerkennung|respekt|einfluss|wirkung|nutzen|mehrwert|ansehen|ruf|image|qualität|kompetenz|interesse|aufmerksamkeit|beachtung|atmosphäre|stimmung|klima|haltung|gewicht|priorität|relevanz|freiheit|spielraum|belastung|druck|verständnis|vertrauen|wert|erfahrung(?:en)?|freude|sicherheit`
	headsFR = `soutien|aide|reconnaissance|considération|respect|influence|impact|utilité|bénéfice|intérêt|qualité|attention|écoute|accueil|ambiance|atmosphère|climat|image|réputation|performance|poids|place|priorité|confiance|valeur|estime|liberté|autonomie|pression|stress|effort|expérience|plaisir`
	headsES = `apoyo|ayuda|respaldo|reconocimiento|consideración|respeto|influencia|impacto|utilidad|beneficio|interés|calidad|trato|ambiente|clima|imagen|reputación|peso|papel|prioridad|confianza|valor|libertad|autonomía|presión|esfuerzo|experiencia`
	headsPT = `apoio|ajuda|suporte|reconhecimento|consideração|respeito|influência|impacto|utilidade|benefício|interesse|qualidade|ambiente|clima|imagem|reputação|peso|papel|prioridade|confiança|valor|liberdade|autonomia|pressão|esforço|experiência`
	headsIT = `supporto|sostegno|aiuto|riconoscimento|considerazione|rispetto|influenza|impatto|utilità|beneficio|vantaggio|interesse|qualità|attenzione|trattamento|clima|atmosfera|immagine|reputazione|peso|priorità|fiducia|stima|valore|libertà|autonomia|pressione|sforzo|esperienza`
	headsNL = `steun|ondersteuning|hulp|erkenning|respect|invloed|impact|nut|voordeel|belangstelling|interesse|kwaliteit|aandacht|sfeer|klimaat|imago|reputatie|gewicht|prioriteit|vertrouwen|waarde|vrijheid|druk|ervaring(?:en)?`
)

var (
	// judgesIn are the names of judgements, wherever such a question has them.
	judgesIn = lazily(`(?:^|[^\p{L}])(?:rat(?:e|ed|ing|ings)|scores?|grades?|marks?|points? (?:would|do|should|out|from)|numbers? (?:best|describes|would|from|between|out|expresses|reflects)|stars?|scale|(?:level|degree|amount) of|level (?:would|do you rate)|extent|likelihood|probability|chances?|impressions?|opinions?|views?|feelings?|feel about|importance|emphasis|satisf\p{L}*|how|frequency|judge?ment|verdict|assessment|evaluation|appreciation|` +
		`smileys?|emojis?|face best|(?:job|work|service) (?:are|do|did) (?:we|they)|are we|we (?:stand|rank)|(?:do|does|did|would|should) (?:we|they|our|i) (?:\p{L}+ )?(?:stand|rank)|(?:see|place|rank|put) (?:us|our)|you think (?:we|our)|role (?:do|does|did|should) (?:\p{L}+ ){1,6}play|best describes (?:our|us|your (?:visit|stay|feelings?|mood|day|order|purchase|experience|opinion))|` +
		`inwieweit|häufigkeit|regelmäßigkeit|regelmässigkeit|in welche[mn] (?:mass|maß|masse|maße|umfang|grade?|ausmass|ausmaß|ausmasse|ausmaße)|einordnen|einstufen|einschätz\p{L}*|beurteil\p{L}*|urteil|\p{L}*noten?|punktzahl|wie viele punkte|zahl|ziffer|skala|stufe|(?:grad|mass|maß|ausmass|ausmaß) (?:sind|ist|haben|stimmen|fühlen|an|der|von)|\p{L}*eindr\p{L}*|meinung\p{L}*|gefühl\p{L}*|bedeutung|stellenwert|rolle (?:spiel|soll)\p{L}*|\p{L}*wahrscheinlich\p{L}*|ausmass|ausmaß|\p{L}*zufrieden\p{L}*|\p{L}*bewert\p{L}*|sehen sie uns|stehen wir|` +
		`notes?|fréquence|échelle|niveau de|degré|mesure|point (?:êtes|est|sont|vous)|avis|opinion|impression|importance|probabilité|satisf\p{L}*|situe\p{L}*|accordez|appréciation|jugement|évaluation|regard|rôle jou\p{L}*|nous placez|` +
		`notas?|frecuencia|escala|nivel de|grado|medida|punto (?:est|se|cre|conside)\p{L}*|puntuación|calificación|opinión|impresión|importancia|probabilidad|valoración|valora|juicio|tan|tal|opina\p{L}*|parec\p{L}*|sitúa|situaría|considera que|` +
		`vot[oi]|frequenza|scala|livello di|misura|punteggio|valutazione|opinione|impressione|importanza|probabilità|soddisf\p{L}*|giudizio|parere|ruolo gioc\p{L}*|` +
		`nível de|frequência|grau|pontuação|avaliação|opinião|impressão|importância|probabilidade|conceito|juízo|papel desempenh\p{L}*|` +
		`\p{L}*cijfers?|frequentie|regelmaat|schaal|mate|mening|indruk|belang|waarschijnlijk\p{L}*|\p{L}*tevreden\p{L}*|oordeel|waardering|beoordeling|rol spe\p{L}*|staan wij|staan we)(?:$|[^\p{L}])`)
	// judgesHead are what is had, got, given or felt more or less of, right behind "which", with such a verb: "Which support do you get?". "Which
	// support channel do you use?" and "Which support do you value most?" ask for one of several.
	judgesHead = lazily(mayBePreposition + `(?:` +
		`(?:(?:which|what kind of) (?:\p{L}+ )?(?:` + headsEN + `)|what (?:type|sort) of (?:\p{L}+ )?(?:experiences?|mood|atmosphere|climate)) (?:of (?:\p{L}+ ){1,3})?(?:do|did|does|have|has|had|are|is|were|was|will|would|can|should) (?:\p{L}+ ){1,6}?(?:have|had|having|get|getting|gotten|got|receive[ds]?|receiving|give|given|show|shown|bring|brought|take|feel|felt|enjoy|experienced?|offer|offered|provided?|attach|pay|paid|made|make|exert|exude)` + lexicon.WordEnd + `|` +
		`welche[nmrs]? (?:\p{L}+ )?(?:` + headsDE + `) (?:\p{L}+ )?(?:hab\p{L}*|hat\p{L}*|erhal\p{L}*|erhiel\p{L}*|bek[oa]m\p{L}*|erf[au]hr\p{L}*|erleb\p{L}*|geb\p{L}*|gib\p{L}*|schreib\p{L}*|spür\p{L}*|bring\p{L}*|brachte\p{L}*|biete\p{L}*|bot|genie(?:ß|ss)\p{L}*|mess\p{L}*|herrsch\p{L}*|find\p{L}*|sehen|zeig\p{L}*|empfind\p{L}*|setzen)` + lexicon.WordEnd + `|` +
		`(?:quel(?:le)?s?) (?:\p{L}+ )?(?:` + headsFR + `)(?: d['e’] ?\p{L}+)? (?:\p{L}+ )?(?:recev\p{L}*|avez-vous (?:reçue?|eue?|ressentie?|obtenue?|des?|du|pour|sur|dans|en|à)|vous (?:donne|apporte|offre)|a |ont |portez|faites|accord\p{L}*|donn\p{L}*|règne|apport\p{L}*|ressent\p{L}*|éprouv\p{L}*|trouv\p{L}*|obten\p{L}*|offr\p{L}*|attribu\p{L}*|occup\p{L}*|tien\p{L}*|exerc\p{L}*)|` +
		`(?:qué|cuál)(?: tipo de| clase de)? (?:` + headsES + `) (?:\p{L}+ ){0,5}?(?:recib\p{L}*|obtien\p{L}*|obtuv\p{L}*|tien\p{L}*|tuv\p{L}*|da|dan|daría|otorga\p{L}*|merece\p{L}*|sient\p{L}*|hay|jueg\p{L}*|aport\p{L}*|ofrec\p{L}*|encuentr\p{L}*|percib\p{L}*)` + lexicon.WordEnd + `|` +
		`(?:que|qual)(?: tipo de)? (?:` + headsPT + `) (?:\p{L}+ ){0,5}?(?:receb\p{L}*|obt\p{L}*|tem|têm|teve|dá|daria|atribu\p{L}*|merece\p{L}*|sente|há|oferece\p{L}*|traz|trouxe)` + lexicon.WordEnd + `|` +
		`(?:quale?|che)(?: tipo di)? (?:` + headsIT + `) (?:\p{L}+ ){0,5}?(?:ricev\p{L}*|ottien\p{L}*|ha (?:avuto|ricevuto|per|di|su|sul\p{L}*|in|nel\p{L}*|il|la|lo)|dà|darebbe|attribuisc\p{L}*|merit\p{L}*|sente|c'è|offre|prova|esprime)` + lexicon.WordEnd + `|` +
		`(?:welke?|wat voor) (?:\p{L}+ )?(?:` + headsNL + `) (?:\p{L}+ )?(?:krij\p{L}*|kree?g\p{L}*|ontv\p{L}*|heef\p{L}*|hebt|heb|had|gee?f\p{L}*|geven|ervaart|ervaren|heerst|hecht\p{L}*|biedt|vind\p{L}*)` + lexicon.WordEnd + `|` +
		`(?:qué|que|cuál|qual)(?: tipo de)? (?:servicios?|atención|serviço|atenção|atendimento) (?:\p{L}+ )?(?:recib|receb)\p{L}*)`)
	// asksKind is a question for a kind of something: of help or support there are several, "¿Qué tipo de ayuda recibió?". judgedKind is what has no other
	// kinds than good and bad ones: "What kind of experience did you have?".
	asksKind   = lazily(mayBePreposition + `(?:what (?:kind|type|sort)s? of|welche arten? (?:von )?|quel(?:le)?s? (?:types?|genres?|sortes?) d|(?:qué|que|qual|che|quale) (?:tipos?|clases?|géneros?|generi?|genere) d[ei]|(?:wat voor|welke?) (?:soort(?:en)?|types?) )`)
	judgedKind = lazily(`(?:kind|type|sort|art|genre|tipo|clase|genere|soort)s? (?:(?:of|von|de|di|d['’]) ?)?(?:an? |una? |un )?(?:\p{L}+ )?(?:experiences?|mood|atmosphere|climate|reputation|image|erfahrung(?:en)?|stimmung|klima|atmosphäre|expérience|ambiance|climat|accueil|experiencia|ambiente|clima|imagen|trato|atención|servicios?|experiência|imagem|atenção|atendimento|serviço|esperienza|atmosfera|immagine|trattamento|ervaring(?:en)?|sfeer|klimaat|imago)` + lexicon.WordEnd)
	// picksOne is a question that has such names and asks for one of several all the same: the most of them, or what is named by a level.
	picksOne = lazily(lexicon.WordStart + `(?:(?:the )?(?:most|least)|best (?:of all|suits)|first|am (?:\p{L}+sten|ersten)|zuerst|le (?:plus|moins)|(?:más|menos)|(?:mais|più|meno)|(?:het )?(?:meest|minst)e?|(?:levels?|degrees?) (?:of (?:education|study|studies|schooling|management|seniority)|are you|do you (?:have|hold|work)|did you)|(?:job|education|career|management|income|salary|pay|experience|seniority)[ -]levels?|` +
		`(?:levels?|degrees?|amounts?) of (?:services?|access|cover(?:age)?|insurance|protection|clearance|licen[cs]es?|(?:\p{L}+ )?(?:plans?|packages?|contracts?|subscriptions?|memberships?|tickets?))|role (?:do|does|did) (?:our|we) (?:\p{L}+ ){0,4}?play|` +
		`nivel de (?:suscripción|abono|membresía|cobertura)|nível de (?:assinatura|cobertura)|niveau (?:de (?:service|couverture|garantie)|d['’]abonnement)|livello di (?:abbonamento|copertura)|niveau van (?:het |uw )?(?:abonnement|dekking)|` +
		`(?:pay|school|salary|year) grade|grade (?:are|is|were|was|do you (?:teach|attend|work))|` +
		`nivel de (?:estudios|educación|formación)|nível de (?:escolaridade|ensino|formação)|niveau d['’](?:études?|éducation)|niveau de (?:formation|diplôme|scolarité)|livello di (?:istruzione|studi))` + lexicon.WordEnd)
	// mark is what a judgement is put in: a question for the best fitting of them is answered with it.
	mark = lazily(lexicon.WordStart + `(?:ratings?|scores?|numbers?|smileys?|emojis?|face|marks?|stars?|\p{L}*noten?|zahl|ziffer|notes?|notas?|puntuación|pontuação|vot[oi]|punteggio|\p{L}*cijfer)` + lexicon.WordEnd)
)

// judgesByQuestion reports whether a question that begins as one for a choice asks for a judgement.
func judgesByQuestion(text string) bool {
	if picksOne().MatchString(text) && !mark().MatchString(text) {
		return false
	}
	return judgesIn().MatchString(text) || judgesHead().MatchString(text) && (!asksKind().MatchString(text) || judgedKind().MatchString(text))
}

var (
	// ratesWhich is a question for the one of several that is rated, or was: "Which hotel are you rating?", "Welche Filiale bewerten Sie?".
	ratesWhich = lazily(mayBePreposition + `(?:` +
		`(?:which|what) (?:\p{L}+ ){1,4}?(?:are you (?:currently |now )?(?:rating|reviewing|evaluating|assessing|judging|scoring)|(?:do you (?:want|wish) to|would you(?: like to)?|will you|did you|do you) (?:rate|review|evaluate|assess|judge))(?: (?:the )?(?:today|now|here|first|best|highest|lowest|worst|most))?|` +
		`(?:which|what) (?:\p{L}+ ){1,3}?(?:does|do|did) your (?:opinion|rating|review|feedback|assessment|evaluation) (?:concern|refer to|relate to|apply to)|which (?:\p{L}+ ){1,2}?are you (?:most )?(?:satisfied|happy) with|` +
		`welche[nmrs]? (?:\p{L}+ ){1,2}?(?:bewerten|beurteilen|benoten) sie(?: heute| gerade| hier| jetzt)?|welche[nmrs]? (?:\p{L}+ ){1,2}?(?:möchten|wollen|werden|würden) sie (?:heute |gerade |hier |jetzt )?(?:bewerten|beurteilen|benoten)|mit welche[mnr] \p{L}+ sind sie zufrieden|` +
		`quel(?:le)?s? (?:\p{L}+ ){1,3}?(?:(?:évaluez|notez|jugez)-vous|(?:souhaitez|voulez|désirez|allez)-vous (?:évaluer|noter|juger))|` +
		`qué (?:\p{L}+ ){1,3}?(?:está (?:valorando|evaluando|calificando|puntuando)|(?:(?:quiere|desea|va a) )?(?:valorar|evaluar|calificar|puntuar)|valora|evalúa|califica|puntúa)|` +
		`(?:quale|quali|che) (?:\p{L}+ ){1,3}?(?:sta valutando|(?:vuole|desidera) valutare|valuta)|` +
		`(?:que|qual|quais) (?:\p{L}+ ){1,3}?(?:está (?:avaliando|a avaliar)|(?:quer|deseja|vai) avaliar|avalia)|` +
		`welke? (?:\p{L}+ ){1,2}?(?:beoordeelt|waardeert) u|welke? (?:\p{L}+ ){1,2}?(?:wilt|gaat|zou) u (?:beoordelen|waarderen))(?: today| now)?[ ?.*#:]*$`)
	// namedByRating is what has a judgement in its name: "Which rating agency do you use?".
	namedByRating = lazily(lexicon.WordStart + `(?:(?:rating|opinion|scoring) (?:agency|agencies|leaders?|systems?|platforms?|sites?|tools?|apps?|websites?|polls?|providers?|methods?)|scale of (?:business|operations?)|career scale|agences? de notation|ratingagentur(?:en)?|agencias? de calificación|agenzi[ae] di rating)` + lexicon.WordEnd)
	youRate       = lazily(` you (?:currently |now )?(?:rating|scoring)`)
	// judgementNames are what a judgement is put in or on, and so not what is judged.
	judgementNames = lazily(lexicon.WordStart + `(?:ratings?|scores?|grades?|numbers?|stars?|marks?|levels?|points?|scale|extent|degrees?|smileys?|emojis?|\p{L}*noten?|skala|stufe|grad|punktzahl|ziffer|zahl|notes?|échelle|niveau|degré|point|notas?|escala|nivel|grado|puntuación|vot[oi]|punteggio|scala|livello|nível|grau|pontuação|\p{L}*cijfers?|schaal)` + lexicon.WordEnd)
)

// namesRated reports whether a question asks for what is rated, and not how good it is.
func namesRated(text string) bool {
	return namedByRating().MatchString(text) || ratesWhich().MatchString(text) && !judgementNames().MatchString(youRate().ReplaceAllString(text, ""))
}

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

// What is chosen among things that a survey lists, in the languages of the label families. Nothing else behind "which" tells that: "Which support
// do you get?" and "Quelle appréciation portez-vous …?" are rated.
const (
	chosenEN = `products?|brands?|models?|channels?|shops?|stores?|branch(?:es)?|outlets?|departments?|divisions?|teams?|age (?:groups?|ranges?|bands?)|regions?|countr(?:y|ies)|city|cities|plans?|tariffs?|packages?|subscriptions?|versions?|suppliers?|providers?|vendors?|compan(?:y|ies)|competitors?|reasons?|statements?|options?|methods?|devices?|websites?|apps?|services|features?|` +
		`persons?|people|employees?|customers?|colleagues?|languages?|industr(?:y|ies)|sectors?|roles?|genders?|groups?|categor(?:y|ies)|types?|locations?|sites?|offices?|airlines?|newspapers?|magazines?|media|sources?|tools?|courses?|items?|trains?|routes?|contracts?|accounts?|treatments?`
	chosenDE = `\p{L}*(?:produkte?n?|marken?|modelle?|kanal|kanäle|geschäfte?|laden|läden|filialen?|abteilung(?:en)?|bereiche?|standorte?|altersgruppe|altersklasse|region|bundesland|land|tarife?n?|pakete?|abo|version(?:en)?|anbieter[n]?|lieferanten?|firmen?|wettbewerber[n]?|gründe?n?|aussagen?|optionen?|methoden?|geräte?|website|app|apps|dienste|funktionen|person(?:en)?|mitarbeiter(?:in)?|` +
		`sprachen?|branchen?|gruppen?|kategorien?|quellen?|zeitung(?:en)?|zeitschrift(?:en)?|medien|werkzeuge?|kurse?|artikel|verkehrsmittel|zahlungsart|vertrag|verträge)`
	chosenFR = `produits?|marques?|modèles?|canal|canaux|magasins?|boutiques?|agences?|succursales?|services|départements?|tranche d['’]âge|régions?|pays|villes?|forfaits?|formules?|offres|abonnements?|versions?|fournisseurs?|prestataires?|entreprises?|concurrents?|raisons?|motifs?|affirmations?|options?|méthodes?|appareils?|sites?|applications?|fonctionnalités?|personnes?|langues?|secteurs?|` +
		`groupes?|catégories?|types? de (?:produits?|services|clients?|contrats?)|sources?|journal|journaux|médias?|outils?|moyens?|articles?|contrats?`
	chosenES = `productos?|marcas?|modelos?|canal(?:es)?|tiendas?|sucursal(?:es)?|departamentos?|servicios|grupo de edad|región|país|ciudad|plan(?:es)?|tarifas?|paquetes?|proveedor(?:es)?|empresas?|competidor(?:es)?|razón|razones|motivos?|afirmación|opción|opciones|métodos?|dispositivos?|sitios? web|aplicaci(?:ón|ones)|funciones|personas?|idiomas?|sector(?:es)?|categorías?|` +
		`tipos? de (?:productos?|servicios|clientes?|contratos?)|fuentes?|medios?|herramientas?|artículos?|contratos?`
	chosenPT = `produtos?|marcas?|modelos?|canal|canais|lojas?|agências?|filial|filiais|departamentos?|setor(?:es)?|serviços|faixa etária|região|país|cidade|planos?|tarifas?|pacotes?|fornecedor(?:es)?|empresas?|concorrentes?|motivos?|razão|razões|afirmaç(?:ão|ões)|opção|opções|métodos?|dispositivos?|sites?|aplicativos?|pessoas?|idiomas?|categorias?|` +
		`tipos? de (?:produtos?|serviços|clientes?|contratos?)|fontes?|meios?|ferramentas?|artigos?|contratos?`
	chosenIT = `prodott[oi]|marc(?:a|he)|modell[oi]|canal[ei]|negoz(?:io|i)|filial[ei]|repart[oi]|servizi|fascia d['’]età|regione|paese|città|pian[oi]|tariff[ae]|pacchett[oi]|fornitor[ei]|aziend[ae]|concorrent[ei]|motiv[oi]|ragion[ei]|affermazion[ei]|opzion[ei]|metod[oi]|dispositiv[oi]|sit[oi]|applicazion[ei]|person[ae]|lingu[ae]|settor[ei]|categori[ae]|` +
		`tip[oi] di (?:prodott[oi]|servizi|client[ei]|contratt[oi])|font[ei]|mezz[oi]|strument[oi]|articol[oi]|contratt[oi]`
	chosenNL = `\p{L}*(?:product(?:en)?|merk(?:en)?|model(?:len)?|kanaal|kanalen|winkels?|filiaal|filialen|afdeling(?:en)?|vestiging(?:en)?|leeftijdsgroep|regio|land|stad|abonnement(?:en)?|tarief|pakket(?:ten)?|versies?|leveranciers?|aanbieders?|bedrijf|bedrijven|concurrent(?:en)?|redenen|reden|stelling(?:en)?|opties?|methodes?|apparaat|apparaten|websites?|apps?|diensten|functies|` +
		`personen|persoon|medewerkers?|taal|talen|branche|groep|categorie(?:ën)?|bronnen|bron|krant(?:en)?|media|artikelen|artikel|contract(?:en)?)`
)

var (
	// asksWhich is how questions begin that ask for one of several, in the languages of the label families: who, when, why, and where somebody did
	// something; which of what is named, and which of the things to choose; how it came about; and what somebody did, uses or would change.
	asksWhich = lazily(`^¿?(?:(?:and|for|from|by|with|in|at|on|to|of|through|von|mit|bei|durch|über|für|aus|auf|in|zu|par|de|pour|chez|dans|à|por|para|con|en|a|em|com|da|di|per|su|tra|van|met|bij|voor|via|door|uit|op) )?(?:` +
		`(?:who|whom|whose) |why [^n]|where (?:did|do|have|are|were|will) you |when (?:did|do|does|was|were|will|have|has|is|are|would) |which (?:of|one) |(?:which|what|what (?:kind|type|sort) of) (?:\p{L}+ )?(?:` + chosenEN + `)` + lexicon.WordEnd + `|what (?:made|brought|led|prevented|prompted|keeps|is missing)` + lexicon.WordEnd + `|` +
		`what (?:else )?(?:do|did|would|will|have|are) you (?:\p{L}+ ){0,2}?(?:use|buy|bought|order|ordered|improve|change|choose|need|miss|want|prefer|like|dislike|do|come|look|looking|own|wish)` + lexicon.WordEnd + `|` +
		`what (?:is|was|are|were) (?:the|your) (?:\p{L}+ )?(?:biggest|main|greatest|primary|favou?rite|first|next|most \p{L}+) (?:\p{L}+ )?(?:problems?|reasons?|issues?|concerns?|challenges?|obstacles?|products?|brands?|services?|features?|suppliers?|competitors?|sources?|weakness|strength|need|wish)` + lexicon.WordEnd + `|` +
		`(?:wer|wen|wem|wessen|wann|woher|wohin|wodurch|warum|weshalb|wieso) (?:[^i]|i[^m]|im[^m])|wo (?:haben|kaufen|kauften|bestellen|wohnen|leben|arbeiten|informieren|waren|sind|nutzen) sie` + lexicon.WordEnd + `|welche[nmrs]? (?:(?:der|von|dieser) |(?:\p{L}+ )?(?:` + chosenDE + `)` + lexicon.WordEnd + `)|was (?:haben|kaufen|nutzen|verwenden|würden|brauchen|vermissen|wünschen|machen) sie|was ist (?:das|der|die|ihr|ihre) (?:größte|grösste|häufigste|wichtigste|erste)[sr]?` + lexicon.WordEnd + `|` +
		`qui |pourquoi [^p]|où (?:avez|achetez|habitez|travaillez|êtes|étiez|vivez|faites|commandez)[- ]vous|quand (?:\p{L}+[- ](?:vous|tu)|est-ce)|(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s) (?:de|des|parmi) |quel(?:le)?s? (?:` + chosenFR + `)` + lexicon.WordEnd + `|` +
		`qu'(?:avez-vous|est-ce que vous) (?:acheté|achetez|utilisez|commandé)|que (?:changeriez|amélioreriez|utilisez|achetez)-vous|` +
		`(?:quién(?:es)?|cuándo|por qué) |dónde (?:compr|adquir|viv|trabaj|encontr|conoc|resid)\p{L}*|cuál(?:es)? de |(?:cuál(?:es)?|qué) (?:` + chosenES + `)` + lexicon.WordEnd + `|` +
		`qué (?:compró|compra|usa|utiliza|cambiaría|mejoraría)` + lexicon.WordEnd + `|` +
		`(?:chi|perché) |dove (?:ha|hai|compra|acquista|vive|abita|lavora)` + lexicon.WordEnd + `|quando (?:ci|ha|è|hai|sei) |qual[ei]? (?:di|dei|delle|tra) |(?:qual[ei]?|che) (?:` + chosenIT + `)` + lexicon.WordEnd + `|(?:che )?cosa (?:ha|compra|usa|utilizza|cambierebbe|migliorerebbe)` + lexicon.WordEnd + `|` +
		`(?:quem|por que|porque|porquê) |onde (?:você )?(?:compr|adquir|viv|mor|trabalh|encontr|conhec)\p{L}*|quando (?:\p{L}+ )?(?:foi|visitou|comprou|nos|esteve|fez|começou) |(?:qual|quais) (?:de|d[oa]s) |(?:qual|quais|que) (?:` + chosenPT + `)` + lexicon.WordEnd + `|o que (?:você )?(?:compra|comprou|usa|utiliza|mudaria|melhoraria)` + lexicon.WordEnd + `|` +
		`wie (?:beslist|bepaalt|beslissen|heeft|koopt|bestelt|helpt|hielp|gebruikt) |(?:waarom|waarvandaan) |waar (?:heeft|hebt|koopt|koop|kocht|woont|woon|werkt|werk|bestelt) (?:u|je|jij)` + lexicon.WordEnd + `|wanneer (?:heeft|hebt|heb|bent|ben|was|kwam|bezocht|kocht) |welke? (?:van |(?:\p{L}+ )?(?:` + chosenNL + `)` + lexicon.WordEnd + `)|wat (?:gebruikt|koopt|kocht|zou) (?:u|je|jij)` + lexicon.WordEnd + `)`)
	// asksWay is how questions begin that ask how somebody came to know of something, in the same languages.
	asksWay = lazily(`^¿?(?:how did you (?:first )?(?:hear|learn (?:about|of)|find out|get to know|come (?:across|to know)|become aware|discover)|` +
		`wie (?:haben|sind|wurden) sie (?:\p{L}+ ){1,4}(?:erfahren|gehört|aufmerksam|kennengelernt|gestossen|gekommen)|` +
		`comment (?:nous )?avez-vous (?:connue?s?|découverte?s?|entendu)|comment nous avez-vous trouvée?s?|cómo (?:nos (?:conoció|conociste|encontró|ha conocido|descubrió)|se enteró|supo de)|` +
		`come (?:ci (?:ha|hai|avete) conosciut[oi]|(?:è|siete) venut\p{L} a|ha (?:saputo|sentito parlare))|como (?:nos (?:conheceu|encontrou|descobriu)|(?:você )?(?:ficou sabendo|soube|ouviu falar))|` +
		`hoe (?:heeft|hebt|heb|bent|ben) (?:u|je|jij) (?:\p{L}+ ){0,3}(?:leren kennen|gehoord|terechtgekomen|terecht gekomen))` + lexicon.WordEnd)
	// judgesIn are the words of such questions that ask for a judgement all the same.
	judgesIn = lazily(`(?:^|[^\p{L}])(?:rat(?:e|ed|ing|ings)|scores?|grades?|marks?|points?|numbers?|stars?|scale|level|degree|extent|likelihood|probability|chances?|impressions?|opinions?|views?|experiences?|feelings?|feel|mood|think|value|see us|importance|emphasis|priority|confidence|trust|satisf\p{L}*|how|expectations?|image|stand|place|best describes (?:our|us|your (?:visit|stay|feelings?|day|order|purchase))|` +
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
	return asksWay().MatchString(text) || asksWhich().MatchString(text) && !judgesIn().MatchString(text)
}

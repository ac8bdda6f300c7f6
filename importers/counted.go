package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Counts, ages and measures are whole numbers like ratings, and no ratings: how many orders, how old, which week. In the languages of the
// label families.

var (
	// counted are the words of questions for a count, an age or a measure.
	counted = lazily(`(?:^|[^\p{L}])(?:how many|how old|how far|how often|number of|no\. of|# of|` +
		`wie ?viele|wie alt|wie oft|wie weit|anzahl|zahl der|` +
		`combien de|combien d'\p{L}+|nombre de|nombre d'\p{L}+|quel âge|à quelle distance|âge|` +
		`cu[aá]nt[oa]s|número de|cantidad de|qué edad|edad|` +
		`quant[oa]s|quantidade de|que idade|qual (?:é )?a sua idade|idade|` +
		`quanti|quante|numero di|quantità di|che età|età|` +
		`hoeveel (?:keer|\p{L}+en|\p{L}+s)|aantal|hoe oud|hoe vaak|leeftijd)(?:$|[^\p{L}])`)
	// countedTag are tags that begin with a short form of "number of": NumReports, nb_enfants, AnzKinder.
	countedTag = lazily(`^(?:num|nb|nbr|anz|cant|qtd|qtde) (?:of |de |der |di |d')?\p{L}`)
	// sinceWhen asks how long something has been so: a time, however it was coded.
	sinceWhen = lazily(`(?:^|[^\p{L}])(?:(?:for )?how long (?:have|has) (?:you|your|they|we|the|he|she)|since when (?:have|has|are|do) (?:you|your)|seit wann|seit wie vielen? jahren|wie lange (?:sind|bist|arbeiten|arbeitest|nutzen|nutzt|verwenden|kennen|kennst|wohnen|leben|haben|besitzen|beziehen) (?:sie|du|ihr)|` +
		`depuis (?:combien de temps|quand)|(?:cuánto tiempo|cuántos años) (?:lleva|llevas|hace)|(?:desde )?hace cuánto|desde cuándo|há quanto tempo|desde quando|da quanto tempo|da quando|hoe lang (?:bent|ben|werkt|werk|gebruikt|gebruik|kent|ken|woont|woon|heeft|heb) (?:u|je|jij)|sinds wanneer)(?:$|[^\p{L}])`)
	// ofSince are headings of the year or day since when something is so: "Customer since", "Client depuis", "In der Firma seit".
	ofSince = lazily(`^(?:[^ ]+ ){1,5}(?:since|seit|desde|depuis|sinds|dal)(?: (?:when|which year|year|jahr|welchem jahr|année|quelle année|año|qué año|ano|anno|jaar))?$`)
	// recodedTag are tags of numbers that somebody made of others: T_Q001_2cat, age_grp, income_quintile.
	recodedTag = lazily(`^[a-z0-9_.]*_(?:\d+ ?cat|cat\d*|kat\d*|grp\d*|bin|dich|dummy|tertile|quartile|quintile|decile)$|^[a-z0-9_.]*(?:nuts[0-3]|isced\d*|edu\d?|educ\d?)$`)
	// inSteps are words of a share that is answered in steps: "to be multiplied by 10", "1 corresponds to 10 %".
	inSteps = lazily(`moltiplic|multipl|vermenigvuldig|vervielfach|\d ?%`)
	// share are the words of shares of a whole.
	share = lazily(`^[^(]*(?:^|[^\p{L}])(?:percentage|percent|share|proportion|prozent|prozentsatz|anteil|pourcentage|part|porcentaje|porcentagem|percentuale|percentage|aandeel)(?:$|[^\p{L}])`)
	// countedNoun are headings that are nothing but what is counted, or a time. What people may rate too, such as employees, is none.
	countedNoun = lazily(`^(?:(?:your|total|ihre?|vos|sus|suas|uw) )?(?:` +
		`orders|qty|order quantity|quantity ordered|bestellmenge|stückzahl|purchases|visits|calls|nights|users|licen[cs]es|attempts|children|kids|pets|` +
		`bestellungen|aufträge|käufe|besuche|anrufe|nächte|übernachtungen|nutzer|lizenzen|versuche|kinder|haustiere|` +
		`commandes|achats|visites|appels|nuits|nuitées|utilisateurs|licences|tentatives|enfants|effectifs?|` +
		`pedidos|compras|visitas|llamadas|noches|usuarios|licencias|intentos|hijos|mascotas|` +
		`chamadas|noites|usuários|utilizadores|licenças|tentativas|filhos|` +
		`ordini|acquisti|visite|chiamate|notti|utenti|licenze|tentativi|figli|` +
		`bestellingen|aankopen|bezoeken|telefoontjes|nachten|gebruikers|licenties|pogingen|kinderen|huisdieren|` +
		`quarter|weekday|day of (?:the )?week|(?:calendar )?week|hour|semester|shift|quartal|wochentag|kw|kalenderwoche|woche|uhrzeit|stunde|schicht|jahrgang|` +
		`trimestre|jour de la semaine|semaine|semestre|mois|heure|día de la semana|semana|turno|hora|mes|dia da semana|mês|giorno della settimana|settimana|mese|ora|annata|` +
		`kwartaal|weekdag|maand|uur|ploeg|trimester)` +
		`(?: (?:stayed|spent|made|placed|booked|taken|attended|gebucht|verbracht|aufgegeben|getätigt|passée?s|réservée?s|effectuée?s|pasad[ao]s|reservad[ao]s|realizad[ao]s|passad[ao]s|trascors[ei]|prenotat[ei]|effettuat[ei]|verbleven|geboekt|geplaatst))?` +
		`(?: (?:im|in|am|au|aux|en|no|na|nel|nella|alla|al|den|der|des|last|this|under|unter|per|pro|par|por) .*| \d+)?$`)
	// ofTime are the ends of headings of what is counted in a time: "Lieferungen pro Monat".
	ofTime = lazily(` (?:per (?:day|week|month|quarter|year|annum|jaar|maand|week|dag|anno|mese|settimana)|pro (?:tag|woche|monat|quartal|jahr)|par (?:jour|semaine|mois|an)|` +
		`al (?:día|mes|año|mese|giorno|anno)|por (?:día|semana|mes|año|dia|mês|ano)|a semana|all'anno|last (?:week|month|year)|letzten? (?:woche|monat|jahr))$`)
	// judged are words of questions that ask for a judgement, whatever else they name: "satisfied with the number of branches".
	judged = lazily(`(?:^|[^\p{L}])(?:rat(?:e|es|ed|ings?)|satisf\p{L}*|dissatisf\p{L}*|happy|pleased|quality|agree\p{L}*|importan\p{L}*|likely|likelihood|appropriate|adequate|suitable|enough|sufficient|performance|expect\p{L}*|trust|confiden\p{L}*|` +
		`\p{L}*bewert\p{L}*|\p{L}*zufrieden\p{L}*|zustimm\p{L}*|wichtig\p{L}*|wahrscheinlich\p{L}*|angemessen\p{L}*|ausreichend\p{L}*|qualität|leistung\p{L}*|vertrau\p{L}*|erwart\p{L}*|` +
		`évalu\p{L}*|not(?:ez|eriez)|d'accord|probab\p{L}*|qualité|confian\p{L}*|insatisf\p{L}*|calific\p{L}*|val[oó]r\p{L}*|acuerdo|calidad|avali\p{L}*|concord\p{L}*|qualidade|confia\p{L}*|` +
		`valut\p{L}*|soddisf\p{L}*|d'accordo|qualità|fiducia|beoordeel\p{L}*|\p{L}*tevreden\p{L}*|eens|belangrijk\p{L}*|waarschijnlijk\p{L}*|kwaliteit|vertrouwen)(?:$|[^\p{L}])`)
	// judgedIn are statements that judge what they name: "The number of meetings is fair", "Das Alter der Geräte ist in Ordnung".
	judgedIn = lazily(lexicon.WordStart + `(?:` +
		`(?:is|are|was|were|seems?|feels?) (?:(?:not|just|very|quite|about|always|mostly|never|well|really|highly|no|an?) )*(?:fair|right|reasonable|good|great|excellent|fine|ok|okay|acceptable|manageable|realistic|ideal|balanced|valued|respected|appreciated|recogni[sz]ed|rewarded|considered|useful|helpful|convenient|flexible|competitive|advantage|obstacle|barrier|problem|too \p{L}+)|` +
		`(?:ist|sind|war|waren|wird|werden|erscheint) (?:(?:nicht|sehr|recht|genau|hier|bei uns|immer|völlig|gut|ein|kein) )*(?:in ordnung|ok|okay|fair|genug|gut|passend|richtig|realistisch|sinnvoll|gerecht|zumutbar|geschätzt|anerkannt|berücksichtigt|respektiert|wertgeschätzt|hindernis|problem|vorteil|nachteil|zu \p{L}+)|` +
		`(?:est|sont|était|étaient) (?:(?:pas|très|assez|bien|toujours|un|une|tout à fait) )*(?:raisonnables?|suffisante?s?|correcte?s?|adaptée?s?|appropriée?s?|justes?|bon|bonne|bons|bonnes|satisfaisante?s?|équitables?|reconnue?s?|valorisée?s?|respectée?s?|obstacle|problème|atout|avantage|trop \p{L}+)|` +
		`(?:es|está|están|era) (?:(?:muy|bastante|siempre|un|una) )*(?:suficientes?|adecuad[oa]s?|razonables?|just[oa]s?|correct[oa]s?|buen[oa]s?|apropiad[oa]s?|satisfactori[oa]s?|valorad[oa]s?|reconocid[oa]s?|obstáculo|problema|ventaja|demasiad[oa] \p{L}+)|son (?:(?:muy|bastante) )*(?:suficientes|adecuad[oa]s|razonables|just[oa]s|correct[oa]s|buen[oa]s|valorad[oa]s|reconocid[oa]s)|` +
		`(?:é|são|está|estão|era) (?:(?:muito|bastante|sempre|um|uma) )*(?:suficientes?|adequad[oa]s?|razoáve(?:l|is)|just[oa]s?|corret[oa]s?|bom|boa|bons|boas|apropriad[oa]s?|satisfatóri[oa]s?|valorizad[oa]s?|reconhecid[oa]s?|obstáculo|problema|vantagem)|` +
		`(?:è|sono|era) (?:(?:molto|abbastanza|sempre|un|una) )*(?:sufficient[ei]|adeguat[oaie]|ragionevol[ei]|giust[oaie]|corrett[oaie]|buon[oaie]?|appropriat[oaie]|soddisfacent[ei]|valorizzat[oaie]|riconosciut[oaie]|ostacolo|problema|vantaggio)|` +
		`(?:is|zijn|was|waren) (?:(?:niet|zeer|heel|erg|altijd|een|geen) )*(?:voldoende|genoeg|redelijk|passend|goed|in orde|eerlijk|juist|geschikt|acceptabel|gewaardeerd|probleem|obstakel|belemmering|voordeel|te \p{L}+)` +
		`)` + lexicon.WordEnd)
	// ofHundred are words of scales that reach to 100, or of scales at all.
	ofHundred = lazily(`(?:^|[^\p{L}])(?:scores?|points?|index|scale|slider|percent|per cent|grade|nps|punkt(?:e|en|zahl|wert)?|skala|prozent|note|échelle|pour ?cent|curseur|` +
		`punt(?:os|uación|aje|eggio|i|en)|escala|por ?ciento|pont(?:os|uação)|por ?cento|scala|per ?cento|voto|schaal|procent|cijfer)(?:$|[^\p{L}])`)
	// degree is how questions begin that ask how something is.
	degree = lazily(`^(?:how|wie|hoe|comment|à quel point|dans quelle mesure|cómo|en qué medida|come|como|em que medida|in che misura|in welche[mr] |in hoeverre|inwieweit) ?`)
	// amount are questions of that form that ask for a number.
	amount = lazily(`^(?:how (?:long|far|much|many|old|big|large|tall|high)|wie (?:lange?|weit|viele?|alt|gross|hoch|oft)|hoe (?:lang|ver|veel|oud|groot|hoog|vaak))(?:$|[^\p{L}])`)
)

// asksForCount reports whether a column asks how many there are of something, how old somebody is, or when it was.
func asksForCount(c Column) bool {
	whole := lexicon.TagInWords(c.Text)
	if judged().MatchString(whole) || c.asksToRecommend() || kindOf(c) != study.Performance || asksForGroup(c) != noGroup {
		return false
	}
	text := lexicon.TagInWords(c.statement())
	bare := plainWords(c)
	return counted().MatchString(text) || stemOf(c) == "" && (countedTag().MatchString(bare) && !ofHundred().MatchString(bare) || countedNoun().MatchString(bare) || ofTime().MatchString(bare))
}

// rates is how questions begin that ask for a rating of what they name.
var rates = lazily(`^(?:please |kindly )*(?:rate|evaluate|assess)(?:$|[^\p{L}])`)

// asksHowGood reports whether a column asks how good something is, whatever it names: "how satisfied are you with our opening hours", "please
// rate the number of branches".
func asksHowGood(c Column) bool {
	whole := lexicon.Normalise(c.Text)
	return rates().MatchString(whole) || asksByNoun().MatchString(whole) || degree().MatchString(whole) && !amount().MatchString(whole) && judged().MatchString(whole)
}

// mayReachHundred reports whether a word of the questions tells that they are answered on 0 to 100, or for a judgement at all: ages, shares
// and amounts lie between these numbers too.
func mayReachHundred(asked []lexicon.Heading) bool {
	for _, h := range asked {
		whole := lexicon.Normalise(h.Text)
		row := lexicon.Normalise(h.Statement())
		switch {
		case judged().MatchString(whole), ofHundred().MatchString(whole), lexicon.AsksToRecommend(asked), kindOf(Column{Text: h.Text, kept: h}) != study.Performance:
			return true
		case degree().MatchString(whole) && !amount().MatchString(whole), degree().MatchString(row) && !amount().MatchString(row):
			return true
		case len(strings.Fields(row)) >= statementWords && ofPersons().MatchString(row):
			return true
		}
	}
	return false
}

// inFirstPerson are the beginnings of statements of those who answer.
var inFirstPerson = lazily(`^(?:i|we|ich|wir|je|j'\p{L}+|nous|estoy|estamos|estou|sono|siamo|ik|wij) `)

// intends are the beginnings of statements of what those who answer mean to do: "I plan to stay for two years".
var intends = lazily(`^(?:(?:i|we) (?:plan|intend|want|hope|would like) to|i (?:can )?see myself|(?:ich|wir) (?:möchten?|will|wollen|planen?|beabsichtigen?)|ich sehe mich|je (?:compte|souhaite|voudrais|veux|pense|prévois)|nous (?:comptons|souhaitons)|` +
	`(?:yo )?(?:quiero|pienso|planeo|tengo la intención de)|(?:eu )?(?:quero|pretendo|penso em|tenho a intenção de)|(?:io )?(?:voglio|intendo|penso di|ho intenzione di)|(?:ik|wij) (?:wil|willen|ben van plan)) `)

// namesInPassing is what a statement names without being about it: when something was, or of whom it is said without distinction. "In the last seven days, I
// have been praised", "People are treated fairly regardless of their age".
var namesInPassing = lazily(`^(?:(?:in|over|during) the (?:last|past) \S+ (?:days|weeks|months|years),? (?:i|we|my|our|someone|the|there) |(?:in den|während der) (?:letzten|vergangenen) \S+ (?:tagen?|wochen|monaten?|jahren?),? (?:habe|hat|haben|wurde|wurden|war|bin) |` +
	`(?:au cours des|dans les|ces) \S+ derniers (?:jours|mois),? (?:j'|je |on |nous |quelqu'un )|(?:en|durante) los últimos \S+ (?:días|meses|años),? (?:he|hemos|me|mi|alguien|se) )|` +
	`^.* (?:regardless of|irrespective of|unabhängig von|quel que soit|quels que soient|independientemente de) (?:(?:their|my|our|your|ihrem|meinem|leur|mon|su|mi) )?(?:age|alter|âge|edad)$`)

// atHome are words for whose number of people nobody judges.
var atHome = lazily(lexicon.WordStart + `(?:household|haushalt|foyer|ménage|hogar|agregado familiar|nucleo familiare|huishouden)` + lexicon.WordEnd)

// saysJudgement reports whether a statement judges, whatever it names: "I am satisfied with the opening hours", "The number of orders is fair". What
// asks does not: "What was the number of people?".
func saysJudgement(c Column) bool {
	text := lexicon.Normalise(c.statement())
	if !strings.HasSuffix(text, "?") && namesInPassing().MatchString(strings.TrimRight(text, ". ")) {
		return true
	}
	return inFirstPerson().MatchString(text) && judged().MatchString(text) || intends().MatchString(text) || !strings.ContainsAny(text, "?:") && judgedIn().MatchString(text) && !atHome().MatchString(text)
}

package lexicon

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// goodEnd says what words tell of the ends of a scale.
type goodEnd struct {
	Low    bool   // the lowest number is the good end
	Ends   string // the words that say so, as "1 = very good, 5 = very poor"
	Unsure bool   // which end is the good one nobody knows, though the ends are named, or are those of school grades
	Grades bool   // they are those of school grades, of no country
	// MayBeGrades: the word for them is one of French too, of which the highest is the best.
	MayBeGrades bool
}

var (
	// lowIsGood are words that say which end of numbers is the good one, and name none.
	lowIsGood = lazily(WordStart + `(?:(?:low(?:er|est)?|small(?:er|est)?) (?:numbers? |values? |scores? )?(?:is|are|=|means) (?:the )?(?:better|best|good)|the lower,? the better|(?:je )?(?:niedriger|kleiner|tiefer),? (?:desto|umso|je) besser|(?:niedrig(?:er|ste)?|klein(?:er|ste)?) (?:ist|=) (?:besser|am besten|gut)|` +
		`plus (?:c'est )?bas,? (?:c'est mieux|mieux c'est)|cuanto más bajo,? mejor|quanto (?:mais baixo|più basso),? (?:melhor|meglio)|hoe lager,? hoe beter|lager is beter)` + WordEnd)
	// tooMuch are the words of an end that is bad whichever it is: "too little", "viel zu lang".
	tooMuch = lazily(`^(?:(?:much|far|way|a bit|a little|slightly|somewhat|viel|deutlich|etwas|beaucoup|un peu|mucho|muito|molto|veel|iets) )?(?:too|zu|trop|demasiad\p{L}*|demais|troppo|te) \pL`)
	// ofEitherEnd are what questions name of which nobody knows whether a low or a high amount is the good one, and amounts are words of these:
	// "Prices (1 = low, 5 = high)". "Prices (1 = bad, 5 = good)" says it.
	ofEitherEnd = lazily(`^(?:(?:the|our|your|their|die|der|das|unsere|ihre|le|la|les|los|las|el|os|as|o|a|i|gli|il|lo|de|het|onze) |l['’])*(?:prices?|pricing|price level|costs?|fees?|noise|noise level|workload|work load|waiting times?|wait|queues?|effort|turnover|complaints?|distance|` +
		`preise?|preisniveau|kosten|gebühren|lärm|lautstärke|arbeitsbelastung|arbeitspensum|wartezeit(?:en)?|aufwand|fluktuation|entfernung|prix|coûts?|frais|bruit|charge de travail|attente|temps d'attente|` +
		`precios?|costos?|costes?|ruido|carga de trabajo|tiempos? de espera|preços?|custos?|ruído|barulho|carga de trabalho|tempos? de espera|prezz[oi]|costi|rumore|carico di lavoro|temp[oi] di attesa|prijs|prijzen|prijsniveau|lawaai|geluid|werkdruk|wachttijd(?:en)?|moeite)(?:$| (?:of|in|at|for|to|with|per|on|needed|required|am|im|beim?|für|der|des|zum|zur|de|du|des|à|au|en|del|para|por|do|da|no|na|di|del|per|nel|van|voor|op|bij)(?:$| ))`)
	amounts = lazily(WordStart + `(?:low|lower|lowest|high|higher|highest|little|lot|lots|much|many|none|few|short|long|rarely|often|never|always|frequent|large|small|increasing|niedrig|hoch|gering|wenige?|viele?|kurz|lang|selten|oft|häufig|nie|immer|groß|gross|klein|` +
		`bas|basse?s?|élevée?s?|haute?s?|peu|beaucoup|courte?s?|longue?s?|rarement|souvent|jamais|toujours|baj[oa]s?|alt[oa]s?|poc[oa]s?|much[oa]s?|cort[oa]s?|larg[oa]s?|nunca|siempre|baix[oa]s?|pouc[oa]s?|muit[oa]s?|curt[oa]s?|long[oa]s?|sempre|` +
		`bass[oaie]|poch[ie]|poco|molt[oaie]|brev[ei]|lung[oa]|lunghi|lunghe|mai|laag|lage|hoog|hoge|weinig|veel|kort|nooit|vaak|altijd)` + WordEnd)
	// schoolGrades are numbers of which the lowest is the best in Germany and Austria, and the highest in Switzerland.
	schoolGrades = lazily(WordStart + `(?:schulnoten?\p{L}*|zeugnisnoten?|gesamtnoten?|benoten (?:sie|wir|würden)|(?:bitte|zu|sie|wir|würden|möchten|können) (?:\p{L}+ ){0,6}benoten|benotest du|benote|notenskala|noten (?:von )?[1-6]|(?:nach|in|mit) noten|` +
		`(?:geben|vergeben|gib|vergib) (?:sie |du |uns |bitte |ihre |eine )*(?:\p{L}+ ){0,3}noten?|school (?:grades?|marks?)|give (?:\p{L}+ ){0,4}(?:grades?|marks?)|note [1-6] bis [1-6]|(?:welche|ihre|eine|als|mit der) note|note (?:für|der|des|vom|zum|zur))(?:$|[^\p{L}])|^note$|^note \p{L}+(?:ung|heit|keit|schaft)$|^benotung (?:\p{L}+$|(?:der|des|von) )|^zensur(?:$| (?:für|von|der|des)(?:$|[^\p{L}])| \p{L}+$)`)
	// gradeOf are headings of such numbers with what is graded, as it is written in German: "Note Lieferung". On a scale of six they are; others
	// are notes of French too, of which the highest is the best.
	gradeOf = lazily(`^Note \p{Lu}\p{L}+(?: (?:und|&) \p{Lu}\p{L}+)?$`)
	// gradesStated are grades of which something is said, so that it is rated, or agreed with: "School grades are fair".
	gradesStated = lazily(WordStart + `(?:\p{L}*noten?|benotung(?:en)?|school (?:grades?|marks?)) (?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|entspr\p{L}*|is|are|was|were|will|have|has|reflect\p{L}*|help\p{L}*)(?:$|[^\p{L}])`)
	// germanGrades, austrianGrades and swissGrades are such numbers with the country that they are of.
	germanGrades   = lazily(`deutsche[mnrs]? (?:\p{L}+ )?(?:schul)?noten|noten\p{L}* (?:wie )?(?:in|aus) deutschland|german (?:school )?(?:grades?|marks?)`)
	austrianGrades = lazily(`österreichische[mnrs]? (?:\p{L}+ )?(?:schul)?noten|noten\p{L}* (?:wie )?(?:in|aus) österreich|austrian (?:school )?(?:grades?|marks?)`)
	swissGrades    = lazily(`schweizer(?:isch\p{L}+)? (?:\p{L}+ )?(?:schul)?noten|noten\p{L}* (?:wie )?(?:in|aus) der schweiz|swiss (?:school )?(?:grades?|marks?)`)
)

// lastKnown returns the last words of a text that are those of an end, as many as are; empty: none are.
func lastKnown(text string) string {
	const longest = 6
	words := strings.Fields(text)
	for n := min(longest, len(words)); n > 0; n-- {
		if last := strings.Join(words[len(words)-n:], " "); FamilySide(last) != 0 {
			return last
		}
	}
	if n := len(words); n > 0 && Leaning(words[n-1]) != 0 {
		return words[n-1]
	}
	return ""
}

// GoodEndOf says what texts and the words in cells tell of the ends of a scale.
func GoodEndOf(s study.Scale, asked []Heading, codes []study.CodedCell) goodEnd {
	var atLow, atHigh []string
	note := func(x float64, words string) {
		switch x {
		case s.Low:
			atLow = append(atLow, words)
		case s.High:
			atHigh = append(atHigh, words)
		}
	}
	grades, lowest := NoGrades, false
	for _, h := range asked {
		grades = max(grades, GradesIn(h.Text))
		l := h.Legend()
		for _, p := range l.Explained() {
			note(p.Value, p.Words)
		}
		if l.Unsure {
			return goodEnd{Unsure: true, Ends: Shorten(Tidy(h.Text))}
		}
		lowest = lowest || lowIsGood().MatchString(Normalise(h.Text))
	}
	for _, c := range codes {
		if words := wordsOfPoint(c.Cell); words != "" {
			note(c.Value, words)
		}
	}
	found := decide(s, atLow, atHigh, grades)
	if found.Ends != "" && len(asked) > 0 && ofEitherEnd().MatchString(Normalise(asked[0].Statement())) && slices.ContainsFunc(slices.Concat(atLow, atHigh), amounts().MatchString) {
		return goodEnd{Unsure: true, Ends: found.Ends}
	}
	if lowest && found.Ends == "" {
		found = goodEnd{Low: true, Ends: "lower is better"}
	}
	return found
}

// MayNameGoodEnd reports whether a heading explains points, or has words that say which end of numbers is the good one.
func MayNameGoodEnd(h Heading) bool {
	return len(h.Legend().Explained()) > 0 || GradesIn(h.Text) != NoGrades || lowIsGood().MatchString(Normalise(h.Text))
}

// gradesWhere says whether numbers are school grades, and of which country.
type gradesWhere int

func GradesIn(text string) gradesWhere {
	written := Tidy(text)
	switch text = Normalise(text); {
	case swissGrades().MatchString(text):
		return GradesOfSwitzerland
	case germanGrades().MatchString(text):
		return GradesOfGermany
	case austrianGrades().MatchString(text):
		return gradesOfAustria
	case gradesStated().MatchString(text) && !strings.ContainsAny(text, "?0123456789"):
	case schoolGrades().MatchString(text):
		return gradesSomewhere
	case gradeOf().MatchString(written):
		return gradesOfSix
	}
	return NoGrades
}

// wordsOfPoint returns the meaning in a cell that begins with the number of its point: "1 (excellent)", "5 - Strongly agree". A cell without a
// number has the place that its words give it.
func wordsOfPoint(cell string) string {
	if _, says := PointIn(cell); !says {
		return ""
	}
	return strings.Trim(Normalise(cell), "0123456789 ()=:-")
}

// decide tells the good end from the words at both. One end whose words are known tells both, unless those of the other lean the same way.
func decide(s study.Scale, atLow, atHigh []string, grades gradesWhere) goodEnd {
	low, high := sideOf(atLow), sideOf(atHigh)
	found := goodEnd{Ends: endsText(s, atLow, atHigh)}
	named := len(atLow) > 0 && len(atHigh) > 0
	switch {
	case named && tooMuch().MatchString(atLow[0]) && tooMuch().MatchString(atHigh[0]):
		found.Unsure = true // the middle is the good point
	case low != high:
		found.Low = low > high
	case named && opposites(atHigh[0], atLow[0]):
	case named && opposites(atLow[0], atHigh[0]):
		found.Low = true
	case named:
		found.Unsure = true
	case found.Ends != "" || s.Low != 1 || s.High > 6 || grades == NoGrades:
	case grades == gradesSomewhere, grades == gradesOfSix && s.High == 6:
		found.Ends, found.Unsure, found.Grades = "school grades", true, true
	case grades == gradesOfSix && s.High == 5:
		found.MayBeGrades = true
	case grades == GradesOfGermany, grades == gradesOfAustria:
		found.Low, found.Ends = true, "school grades of Germany or Austria"
	}
	return found
}

// sideOf is the side to which all wordings of an end lean that lean at all; of two sides neither.
func sideOf(words []string) int {
	side := 0
	for _, one := range words {
		switch of := Leaning(one); {
		case of == 0 || of == side:
		case side == 0:
			side = of
		default:
			return 0
		}
	}
	return side
}

func endsText(s study.Scale, atLow, atHigh []string) string {
	var parts []string
	if len(atLow) > 0 {
		parts = append(parts, FormatNumber(s.Low)+" = "+Shorten(atLow[0]))
	}
	if len(atHigh) > 0 {
		parts = append(parts, FormatNumber(s.High)+" = "+Shorten(atHigh[0]))
	}
	return strings.Join(parts, ", ")
}

const (
	NoGrades    gradesWhere = iota
	gradesOfSix             // such, if there are six
	gradesSomewhere
	gradesOfAustria     // five, of which 1 is the best
	GradesOfGermany     // six, of which 1 is the best
	GradesOfSwitzerland // six, of which 6 is the best
)

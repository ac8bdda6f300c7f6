package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// The words at the ends of a scale of numbers say which of them is the good one. In most questionnaires it is the highest number, and in
// some the lowest: school grades in German, "1 = strongly agree". Read the wrong way up, every class of an item is inverted.

// goodEnd says what words tell of the ends of a scale.
type goodEnd struct {
	low    bool   // the lowest number is the good end
	ends   string // the words that say so, as "1 = very good, 5 = very poor"
	unsure bool   // which end is the good one nobody knows, though the ends are named, or are those of school grades
	grades bool   // they are those of school grades, of no country
}

var (
	// lowIsGood are words that say which end of numbers is the good one, and name none.
	lowIsGood = lazily(`\b(?:low(?:er|est)?|small(?:er|est)?) (?:numbers? |values? |scores? )?(?:is|are|=|means) (?:the )?(?:better|best|good)\b|\bthe lower,? the better\b|\b(?:je )?(?:niedriger|kleiner|tiefer),? (?:desto|umso|je) besser\b|\b(?:niedrig(?:er|ste)?|klein(?:er|ste)?) (?:ist|=) (?:besser|am besten|gut)\b|` +
		`\b(?:plus (?:c'est )?bas,? (?:c'est mieux|mieux c'est)|cuanto más bajo,? mejor|quanto (?:mais baixo|più basso),? (?:melhor|meglio)|hoe lager,? hoe beter|lager is beter)\b`)
	// tooMuch are the words of an end that is bad whichever it is: "too little", "viel zu lang".
	tooMuch = lazily(`^(?:(?:much|far|way|a bit|a little|slightly|somewhat|viel|deutlich|etwas|beaucoup|un peu|mucho|muito|molto|veel|iets) )?(?:too|zu|trop|demasiad\p{L}*|demais|troppo|te) \pL`)
	// schoolGrades are numbers of which the lowest is the best in Germany and Austria, and the highest in Switzerland.
	schoolGrades = lazily(`\b(?:schulnoten?\p{L}*|zeugnisnoten?|gesamtnoten?|benoten (?:sie|wir|würden)|(?:bitte|zu|sie|wir|würden|möchten|können) (?:\p{L}+ ){0,6}benoten|benotest du|benote|notenskala|noten (?:von )?[1-6]|(?:nach|in|mit) noten|` +
		`(?:geben|vergeben|gib|vergib) (?:sie |du |uns |bitte |ihre |eine )*(?:\p{L}+ ){0,3}noten?|school (?:grades?|marks?)|give (?:\p{L}+ ){0,4}(?:grades?|marks?)|note [1-6] bis [1-6]|(?:welche|ihre|eine|als|mit der) note|note (?:für|der|des|vom|zum|zur))(?:$|[^\p{L}])|^note$`)
	// gradesStated are grades of which something is said, so that it is rated, or agreed with: "School grades are fair".
	gradesStated = lazily(`\b(?:\p{L}*noten?|benotung(?:en)?|school (?:grades?|marks?)) (?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|entspr\p{L}*|is|are|was|were|will|have|has|reflect\p{L}*|help\p{L}*)(?:$|[^\p{L}])`)
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
		if last := strings.Join(words[len(words)-n:], " "); familySide(last) != 0 {
			return last
		}
	}
	if n := len(words); n > 0 && leaning(words[n-1]) != 0 {
		return words[n-1]
	}
	return ""
}

// goodEndOf says what texts and the words in cells tell of the ends of a scale.
func goodEndOf(s study.Scale, asked []heading, codes []study.CodedCell) goodEnd {
	var atLow, atHigh []string
	note := func(x float64, words string) {
		switch x {
		case s.Low:
			atLow = append(atLow, words)
		case s.High:
			atHigh = append(atHigh, words)
		}
	}
	grades, lowest := noGrades, false
	for _, h := range asked {
		grades = max(grades, gradesIn(h.text))
		l := h.legend()
		for _, p := range l.explained() {
			note(p.value, p.words)
		}
		if l.unsure {
			return goodEnd{unsure: true, ends: shorten(tidy(h.text))}
		}
		lowest = lowest || lowIsGood().MatchString(Normalise(h.text))
	}
	for _, c := range codes {
		if words := wordsOfPoint(c.Cell); words != "" {
			note(c.Value, words)
		}
	}
	found := decide(s, atLow, atHigh, grades)
	if lowest && found.ends == "" {
		found = goodEnd{low: true, ends: "lower is better"}
	}
	return found
}

// gradesWhere says whether numbers are school grades, and of which country.
type gradesWhere int

const (
	noGrades gradesWhere = iota
	gradesSomewhere
	gradesOfAustria     // five, of which 1 is the best
	gradesOfGermany     // six, of which 1 is the best
	gradesOfSwitzerland // six, of which 6 is the best
)

func gradesIn(text string) gradesWhere {
	switch text = Normalise(text); {
	case swissGrades().MatchString(text):
		return gradesOfSwitzerland
	case germanGrades().MatchString(text):
		return gradesOfGermany
	case austrianGrades().MatchString(text):
		return gradesOfAustria
	case gradesStated().MatchString(text) && !strings.ContainsAny(text, "?0123456789"):
	case schoolGrades().MatchString(text):
		return gradesSomewhere
	}
	return noGrades
}

// wordsOfPoint returns the meaning in a cell that begins with the number of its point: "1 (excellent)", "5 - Strongly agree". A cell without a
// number has the place that its words give it.
func wordsOfPoint(cell string) string {
	if _, says := pointIn(cell); !says {
		return ""
	}
	return strings.Trim(Normalise(cell), "0123456789 ()=:-")
}

// decide tells the good end from the words at both. One end whose words are known tells both, unless those of the other lean the same way.
func decide(s study.Scale, atLow, atHigh []string, grades gradesWhere) goodEnd {
	low, high := sideOf(atLow), sideOf(atHigh)
	found := goodEnd{ends: endsText(s, atLow, atHigh)}
	named := len(atLow) > 0 && len(atHigh) > 0
	switch {
	case named && tooMuch().MatchString(atLow[0]) && tooMuch().MatchString(atHigh[0]):
		found.unsure = true // the middle is the good point
	case low != high:
		found.low = low > high
	case named && opposites(atHigh[0], atLow[0]):
	case named && opposites(atLow[0], atHigh[0]):
		found.low = true
	case named:
		found.unsure = true
	case found.ends != "" || s.Low != 1 || s.High > 6 || grades == noGrades:
	case grades == gradesSomewhere:
		found.ends, found.unsure, found.grades = "school grades", true, true
	case grades == gradesOfGermany, grades == gradesOfAustria:
		found.low, found.ends = true, "school grades of Germany or Austria"
	}
	return found
}

// sideOf is the side to which all wordings of an end lean that lean at all; of two sides neither.
func sideOf(words []string) int {
	side := 0
	for _, one := range words {
		switch of := leaning(one); {
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
		parts = append(parts, formatNumber(s.Low)+" = "+shorten(atLow[0]))
	}
	if len(atHigh) > 0 {
		parts = append(parts, formatNumber(s.High)+" = "+shorten(atHigh[0]))
	}
	return strings.Join(parts, ", ")
}

// turned tells of a scale of numbers which end is the good one: it is turned round where that is the lowest number, and it is none where
// nobody knows. The first text is that of the question itself.
func (r readScale) turned(asked []heading) readScale {
	if !r.scale.Defined() || len(r.scale.Labels) > 0 && !byAmount().MatchString(r.family) {
		return r
	}
	if word := asksForBad(asked[0]); word != "" { // of another row of its matrix only the scale is known
		return r.eitherWay(fmt.Sprintf("it asks for %q, and which end is the good one is not known", word), word)
	}
	if len(r.scale.Labels) > 0 {
		return r
	}
	switch end := goodEndOf(r.scale, asked, r.codes); {
	case end.grades:
		why := "these are school grades, of which 1 is the best in Germany and Austria, and 6 in Switzerland: which of them are they?"
		if r.scale.High < 6 {
			why = "these are school grades, of which 1 is the best in Germany and Austria: is it the best here?"
		}
		r = r.eitherWay(why, end.ends)
		r.grades = true
		return r
	case end.unsure:
		return r.eitherWay(fmt.Sprintf("the ends are named (%s), and which of them is the good one is not known", end.ends), end.ends)
	case end.low:
		r.reversed, r.ends = true, end.ends
	}
	return r
}

// eitherWay is a scale of which nobody knows which end is the good one: none to read answers by, but known as far as that.
func (r readScale) eitherWay(why, ends string) readScale {
	return readScale{remark: why, ends: ends, held: r.scale}
}

// turnedRound says which questions are turned round, and by which words.
func (d *draft) turnedRound(questions []*question) {
	var order []string
	of := map[string][]string{}
	for _, q := range questions {
		for _, a := range q.by {
			if !a.read.reversed {
				continue
			}
			low := formatNumber(a.read.scale.Low)
			text := fmt.Sprintf("%q (%s)", shorten(a.column.statement()), a.read.ends)
			if of[low] == nil {
				order = append(order, low)
			}
			if !slices.Contains(of[low], text) {
				of[low] = append(of[low], text)
			}
		}
	}
	for _, low := range order {
		d.notice(study.ScaleAssumed, "", "%s is the good end, so that answers are turned round: %s", low, few(of[low]))
	}
}

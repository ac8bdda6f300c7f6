package importers

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// The words at the ends of a scale of numbers say which of them is the good one. In most questionnaires it is the highest number, and in
// some the lowest: school grades in German, "1 = strongly agree". Read the wrong way up, every class of an item is inverted.

// namedPoint is a number of a scale and what a wording says that it means.
type namedPoint struct {
	value float64
	words string // normalised
}

// goodEnd says what words tell of the ends of a scale.
type goodEnd struct {
	low    bool   // the lowest number is the good end
	ends   string // the words that say so, as "1 = very good, 5 = very poor"
	unsure bool   // which end is the good one nobody knows, though the ends are named, or are those of school grades
	grades bool   // they are those of school grades, of no country
}

var (
	// meaningBehind is a point with its meaning behind a sign: "1 = very good", "5: poor".
	meaningBehind = lazily(`\b(\d{1,3})\s*(?:=|:|-)\s*["']?(\pL[^,;()\[\]?"\d]*)`)
	// meaningInBrackets is a point with its meaning in brackets: "1 (best)".
	meaningInBrackets = lazily(`(?:^|[^\d.,\pL])(\d{1,3})\s*\(\s*["']?(\pL[^()\d"]*)["']?\s*\)`)
	// meaningInProse is a point with its meaning in a sentence: "where 1 is the best".
	meaningInProse = lazily(`(?:^|[^\d.,\pL])(\d{1,3})(?: stars?| points?)? (?:is|means|meaning|being|stands for|indicates|represents|ist|bedeutet|heisst|steht für|est|signifie|correspond à|es|significa|é|è|betekent|staat voor) ["']?(\pL[^,;()\[\]?"\d]*)`)
	// pointInBrackets is a point in brackets behind its meaning: "from very good (1) to very poor (5)".
	pointInBrackets = lazily(`(\pL[^,;:()\[\]?"\d]*?)["']?\s*\((\d{1,3})\)`)
	// schoolGrades are numbers of which the lowest is the best in Germany and Austria, and the highest in Switzerland.
	schoolGrades = lazily(`\b(?:schulnoten?\p{L}*|zeugnisnoten?|gesamtnoten?|benot\p{L}*|notenskala|noten (?:von )?[1-6]|(?:nach|in|mit) noten|school (?:grades?|marks?))(?:$|[^\p{L}])`)
	// germanGrades and swissGrades are such numbers with the country that they are of.
	germanGrades = lazily(`(?:deutsch|österreichisch)e[mnrs]? (?:\p{L}+ )?(?:schul)?noten|noten\p{L}* (?:wie )?(?:in|aus) (?:deutschland|österreich)|(?:german|austrian) (?:school )?(?:grades?|marks?)`)
	swissGrades  = lazily(`schweizer(?:isch\p{L}+)? (?:\p{L}+ )?(?:schul)?noten|noten\p{L}* (?:wie )?(?:in|aus) der schweiz|swiss (?:school )?(?:grades?|marks?)`)
	// until stands between the meanings of two ends.
	until = lazily(` (?:to|and|through|until|bis|bis zu|und|à|et|jusqu'à|a|y|hasta|e|até|fino a|tot|en)$`)
	// sentenceEnd parts what a point means from the sentence behind it.
	sentenceEnd = lazily(`[.!:/|…](?: |$)| - `)
)

// pointsNamed returns the points that a text gives a meaning.
func pointsNamed(text string) []namedPoint {
	text = Normalise(text)
	var all []namedPoint
	add := func(digits, words string) {
		x, _ := parseNumber(digits) // the patterns match digits only
		all = append(all, namedPoint{x, words})
	}
	for _, m := range meaningBehind().FindAllStringSubmatch(text, -1) {
		add(m[1], m[2])
	}
	all = append(all, endsInWords(text)...)
	for i := range all {
		words := strings.Trim(sentenceEnd().Split(all[i].words, 2)[0], ` .'"!…-`)
		all[i].words = until().ReplaceAllString(words, "")
	}
	return slices.DeleteFunc(all, func(p namedPoint) bool { return p.words == "" || meansDontKnow(p.words) || meansBlank(p.words) })
}

// endsInWords returns the points that a text explains in brackets or in a sentence, where the words are those of an end: "Question 1 (speed)"
// explains none.
func endsInWords(text string) []namedPoint {
	text = Normalise(text)
	var all []namedPoint
	add := func(digits, words string) {
		x, _ := parseNumber(digits) // the patterns match digits only
		all = append(all, namedPoint{x, words})
	}
	ends := func(pattern *regexp.Regexp) {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			if leaning(m[2]) != 0 {
				add(m[1], m[2])
			}
		}
	}
	beside := besideNumbers(text)
	if beside.opening {
		ends(meaningInBrackets())
	}
	if beside.word {
		ends(meaningInProse())
	}
	if beside.inside {
		for _, m := range pointInBrackets().FindAllStringSubmatch(text, -1) {
			if words := lastKnown(m[1]); words != "" {
				add(m[2], words)
			}
		}
	}
	return all
}

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
func goodEndOf(s study.Scale, texts []string, codes []study.CodedCell) goodEnd {
	var atLow, atHigh []string
	note := func(x float64, words string) {
		switch x {
		case s.Low:
			atLow = append(atLow, words)
		case s.High:
			atHigh = append(atHigh, words)
		}
	}
	grades := noGrades
	for _, text := range texts {
		grades = max(grades, gradesIn(text))
		if besideNumbers(text).mayNamePoints(text) {
			for _, p := range pointsNamed(text) {
				note(p.value, p.words)
			}
		}
	}
	for _, c := range codes {
		if words := wordsOfPoint(c.Cell); words != "" {
			note(c.Value, words)
		}
	}
	return decide(s, atLow, atHigh, grades)
}

// gradesWhere says whether numbers are school grades, and of which country.
type gradesWhere int

const (
	noGrades gradesWhere = iota
	gradesSomewhere
	gradesFromLow  // of Germany or Austria: 1 is the best
	gradesFromHigh // of Switzerland
)

func gradesIn(text string) gradesWhere {
	switch text = Normalise(text); {
	case swissGrades().MatchString(text):
		return gradesFromHigh
	case germanGrades().MatchString(text):
		return gradesFromLow
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
	case grades == gradesFromLow:
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
// nobody knows.
func (r readScale) turned(texts []string) readScale {
	if !r.scale.Defined() || len(r.scale.Labels) > 0 {
		return r
	}
	switch end := goodEndOf(r.scale, texts, r.codes); {
	case end.grades:
		return readScale{remark: "these are school grades, of which 1 is the best in Germany and Austria, and 6 in Switzerland: which of them are they?", ends: end.ends}
	case end.unsure:
		return readScale{remark: fmt.Sprintf("the ends are named (%s), and which of them is the good one is not known", end.ends), ends: end.ends}
	case end.low:
		r.reversed, r.ends = true, end.ends
	}
	return r
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
			text := fmt.Sprintf("%q (%s)", shorten(statement(a.column.Text)), a.read.ends)
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

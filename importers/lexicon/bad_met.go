package lexicon

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// What is bad is asked for with a word for it alone ("trouble", ofBad), or with a word that is bad only where people meet it: they have
// problems, and we solve them; deliveries are late, and we open late. Such words are searched with what makes them bad, and not where the
// question denies them, says what is done about them, or only names the case ("if you have problems").

// metPatterns are the ways of a language, in the order of their table.
type metPatterns struct {
	anyBad wordPattern // a word for what is bad of any of the ways; few questions have one
	ways   func() []metPattern
	none   func() *regexp.Regexp // what denies in other languages alone; nil: nothing
}

// metPattern finds one way; subject: what is bad is what the sentence is about; topic: it is named, and nothing is said of it.
type metPattern struct {
	*regexp.Regexp
	subject, topic bool
}

var metByLanguage = sync.OnceValue(func() []metPatterns {
	var all []metPatterns
	for _, l := range metTable() {
		var bad []string
		for _, way := range l.ways {
			bad = append(bad, way.bad)
		}
		all = append(all, metPatterns{wordPatternOf(strings.Join(bad, "|")), sync.OnceValue(l.patterns), noDenial(l.language)})
	}
	return all
})

// patterns find the ways of the language.
func (l metWords) patterns() []metPattern {
	var ways []metPattern
	for _, way := range l.ways {
		ways = append(ways, metPattern{way.pattern(), slices.Contains(waysOfSubjects, way.says), way.says == wayOfTopics})
	}
	return ways
}

// pattern finds a way of saying it; the group is the word for what is bad.
func (w metWay) pattern() *regexp.Regexp {
	return wholeWords(w.before + `(` + w.bad + `)` + w.behind)
}

func wholeWordsLazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return wholeWords(expression) })
}

func wholeWords(expression string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\p{L}])(?:` + expression + `)(?:$|[^\p{L}])`)
}

var (
	// doneAbout are the words of all languages that stand before what is bad and say what is done about it.
	doneAbout = ofAllLanguages(func(l metWords) string { return l.doneAbout })
	// clauseEnd is where another clause begins.
	clauseEnd = lazily(`[.?!:;,]| (?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar) `)
	// onlyTheCase begins what tells of when, not of what is rated: "if you have problems", "Wenn Sie Probleme haben".
	onlyTheCase = lazily(`(?:^|[^\p{L}])(?:when|whenever|if|in case|wenn|falls|sobald|lorsque|quand|en cas|cuando|quando|wanneer|indien)(?:$|[^\p{L}])|(?:^|, )(?:als|si|se) `)
)

var (
	// doneWell says of what is bad, behind it, that something is done about it, and how well.
	doneWell = lazily(`(?:^|[^\p{L}])(?:(?:quick|prompt|swift|fair|professional|competent|polite|eas|immediate)(?:ly|ily)|easy|at once|right away|in (?:good|advance|due) time|in time|without (?:any )?(?:fuss|problems|delay|hassle)|fast|won back|taken back|refunded|repaired|` +
		`schnell|rasch|zügig|sofort|umgehend|unkompliziert|problemlos|anstandslos|rechtzeitig|kulant|leicht|einfach|zurückgenommen|umgetauscht|ausgetauscht|repariert|` +
		`remplacée?s?|échangée?s?|remboursée?s?|réparée?s?|reprise?s?|rapidement|vite|facilement|immédiatement|sans (?:délai|problème|difficulté)|rápid[oa]s?|rápidamente|rapidamente|fácil|fácilmente|facilmente|inmediatamente|imediatamente|enseguida|sin (?:problemas?|demora)|sem (?:problemas?|demora)|` +
		`velocemente|subito|senza (?:problemi|difficoltà)|snel|vlot|meteen|gemakkelijk|zonder (?:problemen|gedoe))(?:$|[^\p{L}])`)
	// lacksNothing says that what could be lacking is not.
	lacksNothing = lazily(`^(?:lack|lacks|lacked|lacking) nothing|^(?:es fehlt|fehlt es)(?: \p{L}+){0,2} an (?:nichts|kein\p{L}*)|^falt(?:a|an|am) (?:muy |muito )?(?:poco|pouco|nada)|^manca(?:no)? (?:poco|pochi|nulla)|^fehlen von (?:konflikt|problem|fehler|stör|druck|stress|mobbing|streit)\p{L}*|^manque(?:nt)? (?:de rien|pas |jamais |d['’]aucun)`)
	// lateHour is a time of day, and no delay.
	lateHour = lazily(`^(?:late|spät) (?:in the (?:evening|day|afternoon|week)|at night|hours|evening|shift|am abend|in der nacht)(?:$|[^\p{L}])`)
)

func ofAllLanguages(words func(metWords) string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp {
		var all []string
		for _, l := range metTable() {
			all = append(all, words(l))
		}
		return wholeWords(strings.Join(all, "|"))
	})
}

// MeetsBad returns the word with which a question, normalised and without what explains its scale, asks for what is bad that people meet: that of
// the way which begins first, of those that nothing before takes back; empty: there is none.
func MeetsBad(bare string) string {
	word, first, words := "", len(bare), wordsOf(bare)
	for _, of := range metByLanguage() {
		if !of.anyBad.mayMatch(words) || !of.anyBad.pattern().MatchString(bare) {
			continue
		}
		for _, way := range of.ways() {
			for _, m := range way.FindAllStringSubmatchIndex(bare, -1) {
				if m[0] < first && !of.takenBack(bare, m[2], m[3], way.subject) && !(way.topic && tellsOf(bare[m[3]:])) {
					word, first = bare[m[2]:m[3]], m[0]
				}
			}
		}
	}
	return word
}

var (
	// finite are verbs that make a sentence of a topic, in all languages.
	finite = wholeWordsLazily(`is|are|was|were|can|get|gets|will|wird|werden|wurden?|ist|sind|war|waren|hält|halten|kann|können|est|sont|était|étaient|sera|seront|es|son|fue|fueron|era|eran|se|é|são|foi|foram|è|sono|viene|vengono|era|erano|si|zijn|waren|wordt|worden|kan|kunnen`)
	// joinsClauses is where another clause begins; "en" is "in" where topics have their place.
	joinsClauses = lazily(`[.?!:;,]| (?:and|but|und|aber|et|mais|y|pero|mas|ma|maar) `)
	// relative begins what only says which: "complaints that are made".
	relative = wholeWordsLazily(`that|which|who|we|you|they|que|qui|che`)
)

// tellsOf reports whether what stands behind a topic says something of it that is no denial, such as what is done about it: "Issues in the team are
// discussed openly". Denied is what should be done.
func tellsOf(behind string) bool {
	clause := behind
	if end := joinsClauses().FindStringIndex(clause); end != nil {
		clause = clause[:end[0]]
	}
	if which := relative().FindStringIndex(clause); which != nil {
		clause = clause[:which[0]]
	}
	return finite().MatchString(clause) && !denied().MatchString(clause)
}

// takenBack reports whether what stands around what is bad in its sentence denies it, only names the case, or says what is done about it. Behind it
// stands what is said of it where it is what the sentence is about: "Delays never happen", "Broken items are replaced quickly".
func (of metPatterns) takenBack(bare string, start, end int, subject bool) bool {
	before, behind := clauseBefore(bare, end), clauseBehind(bare, end)
	switch {
	case of.denied(before), ofFew(strings.TrimSuffix(before, bare[start:end])), namesCase(before), doneAbout().MatchString(before):
		return true
	case pasBehind().MatchString(behind) && neBefore().MatchString(strings.TrimSuffix(before, bare[start:end])):
		return true
	case lateHour().MatchString(bare[start:end] + behind), lacksNothing().MatchString(bare[start:end] + behind):
		return true
	}
	well := doneWell().ReplaceAllString(behind, " ") // "without fuss" denies nothing
	done := well != behind || doneAbout().MatchString(behind)
	return subject && deniedNext().MatchString(well) != done // what is not corrected stays bad
}

// denied reports whether what stands before a word of the language denies it.
func (of metPatterns) denied(before string) bool {
	if of.none != nil && !deniesVerb().MatchString(before) {
		before = of.none().ReplaceAllString(before, " ")
	}
	return denied().MatchString(before)
}

// IsSentence reports whether a text says something of its subject: it has a common verb.
func IsSentence(text string) bool { return finite().MatchString(Normalise(text)) }

// clauseBefore is the sentence of a text up to a place.
func clauseBefore(text string, end int) string {
	before := text[:end]
	return before[strings.LastIndexAny(before, ".?!:;¿")+1:]
}

// clauseBehind is the clause of a text from a place on: what another says ("and I am not told") is not said of the same.
func clauseBehind(text string, start int) string {
	behind := text[start:]
	if end := clauseEnd().FindStringIndex(behind); end != nil {
		behind = behind[:end[0]]
	}
	return behind
}

var (
	// fewWords say of what follows that it is rare: "few serious" mistakes.
	fewWords = []string{"few", "fewer", "little", "wenig", "wenige", "weniger", "peu", "pocos", "pocas", "poucos", "poucas", "pochi", "poche", "weinig"}
	// lessWords do so of the next word alone: "I trust them less since invoices are wrong" says nothing of few invoices.
	lessWords = []string{"less", "moins", "menos", "meno", "minder"}
	// someOf say that there is some, or that there is too little.
	someOf = []string{
		"a few", "a little", "too few", "too little", "ein wenig", "zu wenig", "zu wenige", "un peu", "trop peu", "een weinig", "te weinig",
		"au moins", "al menos", "pelo menos", "ao menos", "ten minste",
	}
)

// ofFew reports whether a text ends in a word that says of what follows that it is rare, at most one word before it. "A few" and "ein wenig" say that
// there is some, and "zu wenige" is itself what is bad.
func ofFew(before string) bool {
	words := strings.Fields(before)
	if n := len(words); n > 0 && slices.Contains([]string{"de", "d'", "d’"}, words[n-1]) { // "moins de retards"
		words = words[:n-1]
	}
	for i := max(0, len(words)-2); i < len(words); i++ {
		few := slices.Contains(fewWords, words[i]) || i == len(words)-1 && slices.Contains(lessWords, words[i])
		if few && (i == 0 || !slices.Contains(someOf, words[i-1]+" "+words[i])) {
			return true
		}
	}
	return false
}

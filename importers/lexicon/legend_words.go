package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// unitBehind are words for what is counted, which a meaning follows: "1 star = very bad".
	unitBehind = lazily(`^(?:stars?|points?|sterne?|punkte?|étoiles?|estrellas?|stelle|sterren)(?:$|[^\pL])`)
	// joining are the words that join a number to its meaning: "1 is very good", "1 steht für sehr gut".
	joining = lazily(`^(?:is|are|means|meaning|mean|being|stands for|indicates|represents|corresponds to|equals|ist|bedeutet|heisst|heißt|steht für|entspricht|est|signifie|correspond à|étant|es|significa|siendo|equivale a|é|è|sendo|essendo|corrisponde a|corresponde a|betekent|staat voor) `)
	// preposition stands before a meaning where an earlier number has the verb: "5 für sehr schlecht".
	preposition = lazily(`^(?:for|as|für|pour|para|per|por|voor|als|comme|como|come) `)
	// until stands between the meanings of two ends.
	until = lazily(` (?:to|and|through|until|bis|bis zu|und|à|et|jusqu'à|a|y|hasta|e|até|fino a|tot|en)$`)
	// trailing is a verb behind a meaning: "waarbij 1 zeer goed is".
	trailing = lazily(` (?:is|ist|est|es|è|é)$`)
	// rangeWord stands between the ends of a scale and in no meaning.
	rangeWord = lazily(` (?:to|through|until|bis|jusqu'à|hasta|até|fino a|tot) `)
	// openingWord stands before one of several meanings.
	openingWord = lazily(`^(?:from|to|and|or|on|where|with|von|bis|und|oder|de|à|a|et|ou|y|o|e|en|of|van|tot|da|jusqu'à|hasta|até) `)
	// sentenceEnd parts what a point means from the sentence behind it.
	sentenceEnd = lazily(`[.!:/|…](?: |$)| - `)
	// gradeNamed is the end of a scale of grades: "top grade".
	gradeNamed = lazily(`(?:^| )(best|top|highest|worst|lowest|beste|höchste|schlechteste|meilleure|pire|mejor|peor|migliore|peggiore|melhor|pior|slechtste) (?:grade|mark|score|rating|value|note|wert|nota|voto|cijfer)$`)
)

// explainsNothing reports whether nothing in a text can explain its only number, by a look that costs little: no sign, no verb behind the
// number, and no word that is an end by itself. Most questions with a number are such: "How good is part 3 of our service?"
func explainsNothing(text string, n numberAt) bool {
	if strings.ContainsAny(text, "=:(–—/") || strings.Contains(text, "- ") || strings.Contains(text, "-\u00a0") {
		return false
	}
	small := Lower(text)
	if behind := strings.TrimLeftFunc(small[n.end:], unicode.IsSpace); strings.HasPrefix(behind, "-") || unitBehind().MatchString(behind) || joining().MatchString(behind) {
		return false
	}
	for _, stem := range []string{"best", "top", "high", "worst", "low", "höchst", "schlecht", "meilleur", "pire", "mejor", "peor", "miglior", "peggior", "melhor", "pior", "slecht"} {
		if strings.Contains(small, stem) {
			return false
		}
	}
	return true
}

// meaningBehind reads what a text says of a number behind it, up to a place where another number begins.
func meaningBehind(text string, to int, n numberAt) NamedPoint {
	if n.joined {
		return NamedPoint{}
	}
	rest := text[n.end:to]
	p := NamedPoint{Value: n.value, start: n.start}
	bare := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if m := unitBehind().FindString(Lower(bare)); m != "" {
		bare = strings.TrimLeftFunc(strings.TrimLeftFunc(bare, unicode.IsLetter), unicode.IsSpace)
	}
	sign, size := utf8.DecodeRuneInString(bare)
	switch {
	case bare == "", strings.Trim(bare, " -–—") == "":
		return NamedPoint{}
	case strings.ContainsRune("=:-–—", sign):
		p.link, bare = signed, bare[size:]
		if sign != '=' && joinsEnds(text[:n.start]) {
			p.link = beside // "from 1 to 5: low prices" explains no 5
		}
	case sign == '(':
		p.link, bare = worded, bare[size:]
	case sign == '/':
		p.link, bare = beside, bare[size:]
	case len(bare) < len(rest) && (unicode.IsLetter(sign) || strings.ContainsRune(quotes, sign)):
		p.link = beside
		if m := joining().FindString(Lower(bare)); m != "" {
			p.link, bare = worded, bare[len(m):]
		}
	default:
		return NamedPoint{}
	}
	return p.meaning(text, bare, to)
}

const quotes = `"'“”„‘’«»`

// meaning takes the words at the beginning of a text that ends at a place for those of the point.
func (p NamedPoint) meaning(text, bare string, to int) NamedPoint {
	bare = strings.TrimLeftFunc(bare, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(quotes, r) })
	start := to - len(bare)
	stop := strings.IndexAny(bare, `,;()[]?"“”„=0123456789`)
	if stop < 0 {
		stop = len(bare)
	}
	own := bare[:stop]
	p.end = start + stop
	if side := signsOnly(own); side != "" && p.link == signed {
		p.Words = side
		return p
	}
	if first, _ := utf8.DecodeRuneInString(own); !unicode.IsLetter(first) || p.link < signed && stop < len(bare) && bare[stop] == '=' {
		return NamedPoint{}
	}
	if at := sentenceEnd().FindStringIndex(own); at != nil {
		own = own[:at[0]]
	} else if at := strings.IndexAny(own, "…–"); at >= 0 {
		own = own[:at]
	}
	if at := rangeWord().FindStringIndex(Lower(own)); at != nil && p.link == beside {
		own = own[:at[0]]
	}
	p.end = start + len(own)
	p.Words = until().ReplaceAllString(strings.Trim(Normalise(own), ` .'"!-`), "")
	if p.link == beside {
		p.Words = trailing().ReplaceAllString(preposition().ReplaceAllString(p.Words, ""), "")
	}
	return p.known(p.Words)
}

// known drops a point without words, and one whose words have to be those of an end, or of no answer, and are not.
func (p NamedPoint) known(words string) NamedPoint {
	switch p.none = MeansDontKnow(words) || MeansBlank(words); {
	case words == "", p.link < signed && !p.none && Leaning(words) == 0:
		return NamedPoint{}
	}
	return p
}

// meaningBefore reads what a text says of a number before it, from the place where an earlier number ends.
func meaningBefore(text string, from int, n numberAt) NamedPoint {
	if found := wordsBefore(text, from, n); found.link != beside || !superlative().MatchString(found.Words) || endsHere(text[n.end:]) {
		return found
	}
	return NamedPoint{} // "our top 1 wish"
}

// eachBefore returns the meanings of two numbers where each stands behind its words, so that what is between them joins no number to the words behind it:
// "best 1 – worst 5". The words of the first are all that stands before it in brackets or a part of a sentence, or plainly those of an end: "satisfied 1 – very
// unsatisfied 5" may begin with a question.
func eachBefore(text string, numbers []numberAt) []NamedPoint {
	if len(numbers) != 2 || !endsHere(text[numbers[1].end:]) {
		return nil
	}
	low, high := wordsBefore(text, 0, numbers[0]), wordsBefore(text, numbers[0].end, numbers[1])
	if high.number = 1; low.link != beside || high.link != beside || Leaning(low.Words)*Leaning(high.Words) >= 0 {
		return nil
	}
	first := strings.TrimRight(text[:numbers[0].start], " ")
	first = first[strings.LastIndexAny(first, "([:;,")+1:]
	if !superlative().MatchString(low.Words) && withoutDegree(low.Words) == low.Words && Normalise(first) != low.Words {
		return nil
	}
	return []NamedPoint{low, high}
}

// wordsBefore reads so what a text says of a number before it, whatever stands behind it.
func wordsBefore(text string, from int, n numberAt) NamedPoint {
	p := NamedPoint{Value: n.value, end: n.end}
	bare := strings.TrimRightFunc(text[from:n.start], unicode.IsSpace)
	last, size := utf8.DecodeLastRuneInString(bare)
	switch {
	case bare == "":
		return NamedPoint{}
	case last == '=':
		p.link, bare = signed, bare[:len(bare)-size]
	case last == '(' && strings.HasPrefix(text[n.end:], ")"):
		p.link, bare, p.end = worded, bare[:len(bare)-size], n.end+1
	case last == ':':
		p.link, bare = beside, bare[:len(bare)-size]
	case unicode.IsLetter(last) || strings.ContainsRune(quotes, last):
		p.link = beside
	default:
		return NamedPoint{}
	}
	bare = strings.TrimRightFunc(bare, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(quotes, r) })
	own := bare[strings.LastIndexAny(bare, `,;:()[]?"“”„…=`)+1:]
	if at := strings.LastIndexAny(bare, "…“”„"); at >= 0 && len(bare)-at <= len(own)+2 {
		_, size := utf8.DecodeRuneInString(bare[at:])
		own = bare[at+size:]
	}
	p.start = from + len(bare) - len(strings.TrimLeftFunc(own, unicode.IsSpace))
	if side := signsOnly(own); side != "" && p.link == signed {
		p.Words = side
		return p
	}
	if parts := sentenceEnd().Split(Normalise(own), -1); len(parts) > 0 {
		own = parts[len(parts)-1]
	}
	return p.lastWords(strings.Trim(Normalise(own), ` .'"!-–—`), n)
}

// endsHere reports whether a text is at the end of what stands before it.
func endsHere(behind string) bool {
	behind = strings.TrimLeft(behind, " "+quotes)
	return behind == "" || strings.ContainsAny(behind[:1], ",;:.)]?!")
}

// lastWords takes the last words of a text for those of the point: those of a known end, as many as are, or all of them before a sign.
func (p NamedPoint) lastWords(words string, n numberAt) NamedPoint {
	for m := openingWord().FindString(words); m != ""; m = openingWord().FindString(words) {
		words = words[len(m):]
	}
	if m := gradeNamed().FindStringSubmatch(words); m != nil {
		p.Words = m[1]
		return p
	}
	if p.none = MeansDontKnow(words) || MeansBlank(words); p.none {
		p.Words = words
		return p
	}
	if p.Words = lastKnown(words); p.Words == "" && p.link == signed {
		p.Words = words
	}
	if p.Words == "" {
		return NamedPoint{}
	}
	p.start = max(p.start, n.start-len(p.Words)-len(" (=")) // about where the words begin
	return p
}

// joinsEnds reports whether a text ends between two numbers: "1 to ".
func joinsEnds(before string) bool {
	numbers := numbersOf(before)
	if len(numbers) == 0 {
		return false
	}
	gap := strings.ToLower(strings.TrimSpace(before[numbers[len(numbers)-1].end:]))
	return gap == "" || between().MatchString(gap)
}

// Lower writes a text in small letters where that leaves all letters at their places.
func Lower(text string) string {
	if small := strings.ToLower(text); len(small) == len(text) {
		return small
	}
	return text
}

// signsOnly returns the meaning of signs that stand for words: "++" is good and "--" is bad; empty: there are other words.
func signsOnly(text string) string {
	bare := strings.Join(strings.Fields(text), "")
	switch {
	case bare == "":
		return ""
	case strings.Trim(bare, "+") == "":
		return "++"
	case strings.Trim(bare, "-−–") == "":
		return "--"
	}
	return ""
}

package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Words of trouble ask for what is bad wherever they stand, in whatever words it is said that there is some: "Problems keep coming back". Only where
// a question denies them, names the case, or has a word for what is done about them, it is rated: who says so means the remedy.

// wordSet is a set of words, of which some stand for all that begin so, and of phrases.
type wordSet struct {
	whole, starts map[string]bool
	phrases       map[string][][]string // by their first word
}

// add takes words as the tables write them.
func (s *wordSet) add(words string) {
	if s.whole == nil {
		s.whole, s.starts, s.phrases = map[string]bool{}, map[string]bool{}, map[string][][]string{}
	}
	for _, word := range strings.Fields(words) {
		switch start, any := strings.CutSuffix(word, "*"); {
		case any:
			s.starts[start] = true
		case strings.Contains(word, "_"):
			phrase := strings.Split(word, "_")
			s.phrases[phrase[0]] = append(s.phrases[phrase[0]], phrase)
		default:
			s.whole[word] = true
		}
	}
}

// at returns what of the set stands at a place of a text; empty: nothing does.
func (s *wordSet) at(words []string, at int) string {
	word := words[at]
	for _, phrase := range s.phrases[word] {
		if end := at + len(phrase); end <= len(words) && slices.Equal(words[at:end], phrase) {
			return strings.Join(phrase, " ")
		}
	}
	if s.whole[word] {
		return word
	}
	for i, r := range word {
		if s.starts[word[:i+utf8.RuneLen(r)]] {
			return word
		}
	}
	return ""
}

// in reports whether any word of the set stands in a text.
func (s *wordSet) in(words []string) bool {
	for at := range words {
		if s.at(words, at) != "" {
			return true
		}
	}
	return false
}

// troubles are the words of all languages: a question is not known to be of one.
type troubles struct {
	trouble, worst, remedies, borne, spoilers wordSet

	noDenial map[string]bool // words of trouble beside which "no" is "in the"
}

var troubleWordsOfAll = sync.OnceValue(func() *troubles {
	all := &troubles{noDenial: map[string]bool{}}
	all.borne.add(borne)
	for _, l := range troubleTable {
		all.trouble.add(l.trouble)
		all.worst.add(l.worst)
		all.remedies.add(l.remedies)
		all.spoilers.add(l.spoilers)
		if noDenial(l.language) != nil {
			for _, word := range strings.Fields(l.trouble + " " + l.worst) {
				all.noDenial[word] = true
			}
		}
	}
	return all
})

// wordsOf are the words of a text, normalised; signs end clauses, and are words of their own.
func wordsOf(text string) []string {
	var words []string
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			words, start = append(words, text[start:i]), -1
		}
		if strings.ContainsRune(",.;:?!", r) {
			words = append(words, text[i:i+1])
		}
	}
	if start >= 0 {
		words = append(words, text[start:])
	}
	return words
}

// inTrouble returns the word of trouble for which a question, normalised and without what explains its scale, asks; empty: there is none, or it is
// denied, only the case, or something is done about it.
func inTrouble(bare string, words []string) string {
	all := troubleWordsOfAll()
	if !all.trouble.in(words) && !all.worst.in(words) {
		return ""
	}
	if stem, row := SplitMatrix(bare); stem != "" && ofStatements().MatchString(stem) {
		bare, words = row, wordsOf(row)
	}
	t := troubled{troubles: all, words: words}
	worst := t.find()
	if len(t.found) == 0 {
		return ""
	}
	switch done, spoiled := t.remedied(); {
	case worst && !t.takenBack():
	case done || worst && t.onlyWorst():
		return ""
	case appraises().MatchString(bare) && !ofStatements().MatchString(bare):
		return ""
	case spoiled && !needing().MatchString(bare):
	case t.takenBack():
		return ""
	}
	return t.named[0]
}

var (
	// ofStatements says that what follows is agreed with, not judged.
	ofStatements = lazily(WordStart + `(?:(?:dis)?agree\p{L}*|statements?|zustimm\p{L}*|stimmen (?:sie|du)|aussagen?|d'accord|affirmations?|acuerdo|afirmaci(?:ón|ones)|concord\p{L}*|afirmaç(?:ão|ões)|d'accordo|affermazion[ei]|(?:mee )?eens|stelling(?:en)?|uitspraken)` + WordEnd)
	// appraises asks to judge something, whichever way it is said.
	appraises = lazily(`^rate |` + WordStart + `(?:(?:please|you|we) rate|bewert(?:en|et|est)|beurteil(?:en|t|st)|évalu(?:ez|eriez)|not(?:ez|eriez)|eval[uú]\p{L}*|califi\p{L}*|avali\p{L}*|valut\p{L}*|beoordee?l\p{L}*)` + WordEnd)
)

// troubled is a question in words with the places of its words of trouble.
type troubled struct {
	*troubles
	words []string
	found []int
	named []string // the words of trouble, phrases in full
}

// find finds the words of trouble; worst says that one is of the worst.
func (t *troubled) find() (worst bool) {
	for i := range t.words {
		word := t.troubles.worst.at(t.words, i)
		worst = worst || word != ""
		if word = cmp.Or(word, t.trouble.at(t.words, i)); word != "" && !t.inName(i) {
			t.found, t.named = append(t.found, i), append(t.named, word)
		}
	}
	return worst
}

// onlyWorst reports whether all words of trouble found are of the worst.
func (t *troubled) onlyWorst() bool {
	return !slices.ContainsFunc(t.found, func(at int) bool { return t.troubles.worst.at(t.words, at) == "" })
}

// clause returns the words of the clause around a place, and where in them it is.
func (t *troubled) clause(at int) (clause []string, in int) {
	start, end := at, at
	for start > 0 && !endsClause(t.words[start-1]) {
		start--
	}
	for end < len(t.words) && !endsClause(t.words[end]) {
		end++
	}
	return t.words[start:end], at - start
}

func endsClause(word string) bool { return strings.Contains(",.;:?!", word) }

// deniesAt reports whether the word at a place denies what stands beside it.
func (t *troubled) deniesAt(words []string, at int) bool {
	word := words[at]
	switch {
	case word == "no" && at+1 < len(words) && slices.ContainsFunc(t.named, func(named string) bool { return t.noDenial[named] }):
		return deniesVerb().MatchString("no " + words[at+1])
	case word == "no" && at+1 < len(words) && words[at+1] == "matter":
		return false
	case word == "t":
		return at > 0 && strings.HasSuffix(words[at-1], "n")
	}
	return Denies(word)
}

// reachOfDenial is how many words stand at most between what denies and the remedy that it denies: "werden nicht wirklich schnell gelöst".
const reachOfDenial = 2

// remedied reports whether mistakes are borne, or something is done about the trouble, or whether what could be is denied, or done badly.
func (t *troubled) remedied() (done, spoiled bool) {
	mistaken := !slices.ContainsFunc(t.named, func(named string) bool { return !slices.Contains(mistakes, named) })
	for i, word := range t.words {
		remedy := t.remedies.at(t.words, i)
		if mistaken {
			remedy = cmp.Or(t.borne.at(t.words, i), remedy)
		}
		if remedy == "" || i > 0 && slices.Contains(someOf, t.words[i-1]+" "+word) || remedy == word && slices.Contains(t.found, i) {
			continue
		}
		if !t.spoils(i) {
			return true, false
		}
		spoiled = true
	}
	return false, spoiled
}

// spoils reports whether the remedy at a place is denied or called a bad one by its neighbours.
func (t *troubled) spoils(at int) bool {
	clause, in := t.clause(at)
	if in > 0 && t.spoilers.at(clause, in-1) != "" || in+1 < len(clause) && t.spoilers.at(clause, in+1) != "" {
		return true
	}
	for i := in - 1; i >= 0 && i >= in-1-reachOfDenial; i-- {
		if t.deniesAt(clause, i) && (i == in-1 || !slices.Contains(without, clause[i])) {
			return true
		}
		if t.trouble.at(clause, i) != "" {
			break
		}
	}
	borne := t.borne.at(clause, in) != "" // "Fehler darf man sich hier nicht leisten"
	for i := in + 1; i < len(clause) && (borne || i <= in+1+reachOfDenial) && !slices.Contains(joinsDenied, clause[i]); i++ {
		if slices.Contains(deniesBefore, clause[i]) {
			return true
		}
	}
	return false
}

var (
	// deniesBefore are words that deny the verb before them.
	deniesBefore = []string{"nicht", "nie", "niemals", "kaum", "niet", "nooit", "pas", "jamais", "guère"}
	// joinsDenied are words behind which a denial is of something else: "tolerated, and not punished".
	joinsDenied = []string{"und", "aber", "et", "mais", "en", "maar"}
	// amid says before trouble that it is only where something else is done, and beingThere that it is not: "I am under pressure".
	amid       = []string{"under", "despite", "unter", "trotz", "bei", "malgré", "sous", "bajo", "sob", "sotto", "onder", "ondanks", "bij"}
	beingThere = []string{"am", "is", "are", "was", "were", "feel", "feels", "felt", "put", "puts", "bin", "sind", "ist", "war", "waren", "stehe", "stehen", "steht", "leide", "leidet", "leiden", "fühle", "kommt", "suis", "est", "estoy", "estou", "sono", "ben", "sta"}
	without    = []string{"without", "ohne", "sans", "sin", "sem", "senza", "zonder"}
)

// takenBack reports whether any of the trouble is denied, rare, or only the case.
func (t *troubled) takenBack() bool {
	for i, at := range t.found {
		if !slices.ContainsFunc(strings.Fields(t.named[i]), Denies) && t.takenBackAt(at) { // "no time for" is trouble itself
			return true
		}
	}
	return false
}

func (t *troubled) takenBackAt(at int) bool {
	clause, in := t.clause(at)
	before := strings.Join(clause[:in], " ")
	if lacksNothing().MatchString(strings.Join(clause[in:], " ")) {
		return true
	}
	if in > 0 && slices.Contains(amid, clause[in-1]) && !slices.ContainsFunc(clause[:in], func(word string) bool { return slices.Contains(beingThere, word) }) {
		return true
	}
	if namesCase(strings.Join(clause[:in+1], " ")) || ofFew(before) || denied().MatchString(t.withoutIn(before)) {
		return true
	}
	for i := range clause {
		if t.deniesAt(clause, i) && (i < in || !slices.Contains(without, clause[i])) {
			return true
		}
	}
	return false
}

// withoutIn is a text without "no" where that may be "in the".
func (t *troubled) withoutIn(before string) string {
	if slices.ContainsFunc(t.named, func(named string) bool { return t.noDenial[named] }) {
		return noOfPortuguese().ReplaceAllString(before, " ")
	}
	return before
}

var noOfPortuguese = lazily(WordStart + `no` + WordEnd)

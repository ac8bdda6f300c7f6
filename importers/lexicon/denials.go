package lexicon

import (
	"regexp"
	"strings"
	"sync"
)

// denialTable are the words that deny what stands beside them, or say that there is little of it, in the languages of the label families: one
// table, for what one room takes for a denial another must not take for something else. A question is not known to be of one language, and
// several share words.
var denialTable = []struct{ language, words string }{
	{"en", `no|not|none|never|without|neither|nothing|nobody|no one|noone|free (?:of|from)|hardly|scarcely|barely|rarely|seldom|anything but|far from|less|\p{L}+n['’]t`},
	{"de", `kein\p{L}*|nicht|nichts|nie|niemals|niemand\p{L}*|ohne|kaum|selten|weder|weniger|alles andere als`},
	{"fr", `pas|jamais|sans|aucune?s?|guère|rarement|personne ne|moins`},
	{"es", `no|sin|nunca|jamás|ning[uú]n\p{L}*|nada|nadie|raramente|rara vez|apenas|menos`},
	{"pt", `sem|não|nao|nunca|nenhum\p{L}*|jamais|ninguém|raramente|quase nunca|menos`},
	{"it", `non|mai|senza|nessun\p{L}*|raramente|di rado|meno`},
	{"nl", `geen|niet|niets|nooit|niemand|zonder|zelden|nauwelijks|amper|minder|allesbehalve`},
}

// denyingWords are all of them.
var denyingWords = sync.OnceValue(func() string {
	var all []string
	for _, of := range denialTable {
		all = append(all, of.words)
	}
	return strings.Join(all, "|")
})

var (
	// denied are they within a text, and before a number what it means: "1 is delayed".
	denied = sync.OnceValue(func() *regexp.Regexp {
		return wholeWords(denyingWords() + `|\d (?:is|means|ist|bedeutet)`)
	})
	denyingWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:` + denyingWords() + `)$`) })
	// deniedNext are they a few words behind a place: "mistakes hardly ever happen", "Fehler kommen kaum vor".
	deniedNext = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?: \p{L}+){0,3} (?:` + denyingWords() + `|rare|rar[oaie]s?|rares)(?:$|[^\p{L}])`)
	})
	deniedFirst = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:gar |überhaupt |helemaal )?(?:` + denyingWords() + `)(?: |$)`)
	})
)

// Denies reports whether a word, normalised, denies what it is said of.
func Denies(word string) bool { return denyingWord().MatchString(word) }

// denies reports whether a text begins with a denial: "not fast", "kein Vertrauen".
func denies(text string) bool { return deniedFirst().MatchString(text) }

// besideDenying are words that come and go where a statement is denied, or that only say who speaks or how often.
var besideDenying = lazily(`^(?:do|does|did|we|they|you|i|us|them|me|our|their|your|my|often|always|usually|sometimes|frequently|any|` +
	`wir|sie|ich|uns|unsere?[mnrs]?|ihre?[mnrs]?|meine?[mnrs]?|oft|häufig|immer|meistens|manchmal|ne|n|nous|vous|ils|elles|je|nos|notre|vos|votre|leurs?|mes|mon|ma|souvent|toujours|parfois|de|d|des|du|` +
	`nosotros|ellos|ellas|nuestr[oa]s?|sus?|siempre|frecuentemente|nós|eles|elas|noss[oa]s?|seus?|suas?|sempre|frequentemente|noi|loro|nostr[oaie]|suo|sua|suoi|sue|spesso|wij|we|zij|ze|ons|onze|hun|uw|vaak|altijd|soms)$`)

// apostrophes part what is written together: "n'écoutent", "don't" (whose n is the denial's).
var apostrophes = strings.NewReplacer("n't", " not", "can't", "can not", "cannot", "can not", "'", " ")

// WithoutDenial returns the words of a statement, normalised, without those that deny it and those that come and go with them.
func WithoutDenial(statement string) (words []string, denied bool) {
	for _, word := range strings.Fields(apostrophes.Replace(statement)) {
		word = strings.Trim(word, `.,;:!?¿¡"()`)
		switch {
		case Denies(word):
			denied = true
		case word != "" && !besideDenying().MatchString(word):
			words = append(words, word)
		}
	}
	return words, denied
}

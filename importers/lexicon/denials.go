package lexicon

import (
	"regexp"
	"strings"
	"sync"
)

// denial are the words of a language that deny what stands beside them, or say that there is little of it.
type denial struct {
	language string
	words    string
	behind   string // those that also deny what stands before them: "mistakes hardly ever happen"
	none     string // words that deny in other languages, and not in this one
}

// denialTable holds them in the languages of the label families: one table, for what one room takes for a denial another must not take for
// something else. A question is not known to be of one language, and several share words.
var denialTable = []denial{
	{
		language: "en",
		words:    `no|not|none|never|without|neither|nothing|nobody|no one|noone|free (?:of|from)|hardly|scarcely|barely|rarely|seldom|anything but|far from|\p{L}+n['’]t`,
		behind:   `not|never|hardly|scarcely|barely|rarely|seldom|rare|few|none|unusual|unknown|less (?:often|frequent|common|and less)|a thing of the past|\p{L}+n['’]t|no (?:longer|issues?|problems?)`,
	},
	{
		language: "de",
		words:    `kein\p{L}*|nicht|nichts|nie|niemals|niemand\p{L}*|ohne|kaum|selten|weder|alles andere als`,
		behind:   `nicht|nie|niemals|kaum|selten|seltener|weniger (?:oft|häufig)|keine?`,
	},
	{language: "fr", words: `pas|jamais|sans|aucune?s?|guère|rarement|personne ne`, behind: `pas|jamais|guère|rarement|rares?|moins (?:fréquente?s?|souvent|nombreu(?:x|ses))`},
	{
		language: "es",
		words:    `no|sin|nunca|jamás|ning[uú]n\p{L}*|nada|nadie|raramente|rara vez|apenas`,
		behind:   `nunca|jamás|raramente|rara vez|apenas|rar[oa]s?|menos (?:frecuentes?|habituales|comunes)|no (?:hay|existen?|ocurren?|pasan?|suceden?|son|suelen?|se|me|nos|les?)`,
	},
	{
		language: "pt",
		words:    `sem|não|nao|nunca|nenhum\p{L}*|jamais|ninguém|raramente|quase nunca`,
		behind:   `não|nao|nunca|jamais|raramente|quase nunca|rar[oa]s?|menos (?:frequentes?|comuns)`,
		none:     `no`, // in the
	},
	{language: "it", words: `non|mai|senza|nessun\p{L}*|raramente|di rado`, behind: `non|mai|raramente|di rado|rar[oaie]|meno (?:frequent[ei]|spesso)`},
	{language: "nl", words: `geen|niet|niets|nooit|niemand|zonder|zelden|nauwelijks|amper|allesbehalve`, behind: `niet|nooit|zelden|zeldzaam|minder vaak|nauwelijks|amper`},
}

// denialWords are all that the table holds of one kind.
func denialWords(of func(denial) string) string {
	var all []string
	for _, d := range denialTable {
		all = append(all, of(d))
	}
	return strings.Join(all, "|")
}

// denyingWords are all of them.
var denyingWords = sync.OnceValue(func() string { return denialWords(func(d denial) string { return d.words }) })

var (
	// denied are they within a text, and before a number what it means: "1 is delayed".
	denied = sync.OnceValue(func() *regexp.Regexp {
		return wholeWords(denyingWords() + `|\d (?:is|means|ist|bedeutet)`)
	})
	denyingWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:` + denyingWords() + `)$`) })
	// deniedNext are they a few words behind a place: "mistakes hardly ever happen", "Fehler kommen kaum vor".
	deniedNext = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?: \p{L}+){0,3} (?:` + denialWords(func(d denial) string { return d.behind }) + `)(?:$|[^\p{L}])`)
	})
	deniedFirst = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:gar |überhaupt |helemaal )?(?:` + denyingWords() + `)(?: |$)`)
	})
)

// deniesVerb is "no" before verbs and pronouns of Spanish, where it is no "in the" of Portuguese, though the two share the word for what is bad.
var deniesVerb = lazily(WordStart + `no (?:es|son|está|están|estoy|soy|hay|hubo|he|ha|han|tengo|tiene|tienen|tuve|me|se|nos|te|le|les|faltan?|llegan?|fue|fueron|era|eran|existen?|siento)` + WordEnd)

// noDenial finds the words that deny in other languages and not in this one; nil: there are none.
func noDenial(language string) func() *regexp.Regexp {
	for _, d := range denialTable {
		if d.language == language && d.none != "" {
			return wholeWordsLazily(d.none)
		}
	}
	return nil
}

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

package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Statements that say the reverse of each other are written alike: "Staff are rude", "Staff are not rude". As one item their answers would be turned
// the same way, and the gap would be one of words. They are not offered as one; that they may say the reverse of each other is said.

var (
	// denyingWords are words with which a statement denies the rest of it, in the languages of the label families.
	denyingWords = lazily(`^(?:not|never|no|without|neither|nobody|hardly|rarely|seldom|nicht|nie|niemals|kein(?:e[mnrs]?)?|ohne|kaum|selten|pas|jamais|sans|aucune?s?|guère|rarement|no|nunca|jamás|sin|ning[uú]na?|raramente|` +
		`não|sem|nenhuma?|non|mai|senza|nessun[oa]?|niet|nooit|geen|zonder|zelden)$`)
	// besideDenying are words that come and go where a statement is denied, or that only say who speaks or how often.
	besideDenying = lazily(`^(?:do|does|did|we|they|you|i|us|them|me|our|their|your|my|often|always|usually|sometimes|frequently|any|` +
		`wir|sie|ich|uns|unsere?[mnrs]?|ihre?[mnrs]?|meine?[mnrs]?|oft|häufig|immer|meistens|manchmal|ne|n|nous|vous|ils|elles|je|nos|notre|vos|votre|leurs?|mes|mon|ma|souvent|toujours|parfois|de|d|des|du|` +
		`nosotros|ellos|ellas|nuestr[oa]s?|sus?|siempre|frecuentemente|nós|eles|elas|noss[oa]s?|seus?|suas?|sempre|frequentemente|noi|loro|nostr[oaie]|suo|sua|suoi|sue|spesso|wij|we|zij|ze|ons|onze|hun|uw|vaak|altijd|soms)$`)
	// apostrophes part what is written together: "n'écoutent", "don't" (whose n is the denial's).
	apostrophes = strings.NewReplacer("n't", " not", "can't", "can not", "cannot", "can not", "'", " ")
)

// withoutDenial returns the words of a statement, normalised, without those that deny it and those that come and go with them.
func withoutDenial(statement string) (words []string, denies bool) {
	for _, word := range strings.Fields(apostrophes.Replace(statement)) {
		word = strings.Trim(word, `.,;:!?¿¡"()`)
		switch {
		case denyingWords().MatchString(word):
			denies = true
		case word != "" && !besideDenying().MatchString(word):
			words = append(words, word)
		}
	}
	return words, denies
}

// opposed reports whether two questions in similar words may say the reverse of each other. Those that have the same words but for denials ("not",
// "un-") do where one more denies than takes a denial back; of others one asks for what is bad, and the other neither does nor denies anything, so
// that which end is its good one is not known.
func opposed(a, b *asked) bool {
	one, oneDenies := withoutDenial(lexicon.Normalise(a.statement()))
	other, otherDenies := withoutDenial(lexicon.Normalise(b.statement()))
	if turned, same := timesDenied(one, other); same {
		if oneDenies != otherDenies {
			turned++
		}
		return turned%2 == 1
	}
	oneBad, otherBad := lexicon.AsksForBad(a.column.heading()) != "", lexicon.AsksForBad(b.column.heading()) != ""
	return oneBad && !otherBad && !otherDenies || otherBad && !oneBad && !oneDenies
}

// timesDenied counts the words of a statement that deny those of another, or are denied by them, by a syllable; same says that they have the same
// words otherwise.
func timesDenied(one, other []string) (turned int, same bool) {
	if len(one) != len(other) || len(one) == 0 {
		return 0, false
	}
	const shortest = 4 // letters of what a syllable denies
	for i := range one {
		switch {
		case one[i] == other[i]:
		case len(one[i]) >= shortest && len(other[i]) >= shortest && (lexicon.Negated(one[i], other[i]) || lexicon.Negated(other[i], one[i])):
			turned++
		default:
			return 0, false
		}
	}
	return turned, true
}

// saysOpposites says which questions in similar words may be opposites.
func (d *draft) saysOpposites() {
	for _, text := range d.opposites() {
		d.notice(study.NearMatch, "", "not joined, for they may say the reverse of each other: %s", text)
	}
}

// opposites lists the pairs of opposites.
func (d *draft) opposites() (pairs []string) {
	for _, m := range d.opposed {
		one, other := shortenApart(m.a.column.statement(), m.b.column.statement())
		pairs = append(pairs, fmt.Sprintf("%s %q and %s %q", d.study.Audiences[m.a.audience].ID, one, d.study.Audiences[m.b.audience].ID, other))
	}
	return pairs
}

// askOpposites says, above what is offered, which questions are opposites and how they are compared.
func (w *fileWriter) askOpposites() {
	if pairs := w.draft.opposites(); len(pairs) > 0 {
		w.comment("  ", "? These may say the reverse of each other, and so are not offered as one item: "+strings.Join(pairs, "; ")+". To compare two of them, write both columns into one item; where one says the reverse of the other, reversed: true at that which asks for what is bad.")
	}
}

package lexicon

import "slices"

// A statement may call a thing important, and ask whether one is told of it: "I am told about important changes". Only what asks or says how much
// something matters is a question for importance.

var (
	// importantThing is such a thing where the language tells it by the form of the word or by its place.
	importantThing = lazily(WordStart + `(?:wichtige[nmrs]?|belangrijke|(?:les|des|mes|nos|vos|los|las|mis|unos|unas|as|os|meus|minhas|gli|i|le|dei|delle|miei|mie|ai|dos|das) \p{L}+ importan\p{L}+|` +
		`(?:what|was|wat|ce qui|lo que|o que|ciò che|quello che) (?:\p{L}+ ){0,3}?(?:important|wichtig|belangrijk|importan\p{L}+))` + WordEnd)
	// importantWord is the word of English, and of French, with what stands behind it.
	importantWord = lazily(WordStart + `important (\p{L}+)`)
)

// behindImportant are the words behind "important", of English and of French, that are no thing.
var behindImportant = []string{
	"to", "for", "that", "is", "are", "was", "were", "it", "in", "at", "when", "than", "and", "or", "as", "if", "do", "does", "did", "would", "factor", "factors",
	"aspect", "aspects", "criterion", "criteria", "part", "you", "we", "i", "they", "pour", "de", "d", "que", "qu", "à", "dans", "est", "et", "mais", // French
}

// NamesImportance reports whether a heading, normalised, asks how much something matters.
func NamesImportance(text string) bool {
	if AskedImportance().MatchString(text) {
		return true
	}
	rest := importantThing().ReplaceAllString(text, " ")
	if m := importantWord().FindStringSubmatchIndex(rest); m != nil && !slices.Contains(behindImportant, rest[m[2]:m[3]]) {
		rest = rest[:m[0]] + rest[m[3]:]
	}
	return ImportanceWords().MatchString(rest)
}

package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// middleTable are words for no answer that questionnaires also offer as the middle of a scale, between agreeing and not agreeing, one language a line.
const middleTable = `
unsure|not sure|no opinion|i'm not sure|i am not sure
weiß nicht|nicht sicher|keine meinung|unsicher
sans opinion|sans avis|pas sûr|je ne suis pas sûr|aucune opinion|pas d'opinion
sin opinión|no estoy seguro|no estoy segura|no tengo opinión
sem opinião|não tenho certeza|não tenho opinião
nessuna opinione|senza opinione|non sono sicuro|non sono sicura
geen mening|niet zeker
`

var middleWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.SplitSeq(strings.TrimSpace(middleTable), "\n") {
		for word := range strings.SplitSeq(line, "|") {
			words[plainNonAnswer(word)] = true
		}
	}
	return words
})

// MayBeMiddle reports whether a cell that stands for no answer may be the middle of a scale as well: "Unsure".
func MayBeMiddle(text string) bool { return middleWords()[plainNonAnswer(text)] }

// WithMiddle returns the labels of a scale of two opposites that has no middle with a word in it; nil: the scale is none such.
func (f *Fitted) WithMiddle(word string) []string {
	if n := len(f.Labels); n%2 != 0 || n < 4 || !f.mirrored() || f.Numbering < Unnumbered {
		return nil
	}
	return slices.Insert(slices.Clone(f.Labels), len(f.Labels)/2, word)
}

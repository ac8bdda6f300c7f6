package lexicon

import (
	"regexp"
	"sync"
)

// WordStart and WordEnd stand in patterns where words begin and end, in the letters of all languages, digits and underscores being letters as in
// \b. That of Go knows the letters of English: it ends "id" before the é of "idées", and begins a word behind it. They take the sign before or
// behind the word, so that two words side by side cannot both be found.
const (
	WordStart = `(?:^|[^\p{L}\p{N}_])`
	WordEnd   = `(?:$|[^\p{L}\p{N}_])`
)

// lazily returns a pattern that is compiled when it is first asked for, as that of the importers is: an analysis needs a few of them.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

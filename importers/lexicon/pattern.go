package lexicon

import (
	"regexp"
	"sync"
)

// lazily returns a pattern that is compiled when it is first asked for, as that of the importers is: an analysis needs a few of them.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

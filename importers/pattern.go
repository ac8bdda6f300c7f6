package importers

import (
	"regexp"
	"sync"
)

// lazily returns a pattern that is compiled when it is first asked for. This room knows three dozen of them, and compiling them
// all took a third of the time in which the program starts; an analysis needs a few.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

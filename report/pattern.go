package report

import (
	"regexp"
	"sync"
)

// lazily returns a pattern that is compiled when it is first asked for, as those of the importers are: a table needs hardly any of them.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// clientNotice says a notice to a client, who knows neither the ids of a study file nor bytes, but may know a file by its name.
func (l *lookup) clientNotice(n study.Notice) string {
	if n.Code == study.EncodingAssumed {
		if m := letterAssumed().FindStringSubmatch(n.Message); m != nil {
			return l.text("the file %s is in an older encoding of letters; those such as %s were read as %s", l.fileOf(n), l.inQuotes(visible(m[2])), visible(m[1]))
		}
		if m := letterUnknown().FindStringSubmatch(n.Message); m != nil {
			return l.text("the file %s holds a character that %s does not know; it is read as %s", l.fileOf(n), visible(m[1]), l.inQuotes(visible(m[2])))
		}
	}
	return l.notice(l.byLines(l.ofLabel(n)))
}

// What an importer says of a byte that is no UTF-8, behind its place.
var (
	letterAssumed = lazily(`: byte 0x[0-9A-F]{2} is not UTF-8; read as (.*) \('(.*)'\)$`)
	letterUnknown = lazily(`: (?:a byte|byte 0x[0-9A-F]{2}) is not (.*) and is read as '(.*)'$`)
)

// fileOf is the file that a notice is about.
func (l *lookup) fileOf(n study.Notice) string {
	for _, name := range l.inputNames() {
		if n.Where == name || strings.HasPrefix(n.Where, name+":") {
			return visible(name)
		}
	}
	return visible(n.Where)
}

// byLines writes places as people do: customers.csv, line 12, and not customers.csv:12:5.
func (l *lookup) byLines(n study.Notice) study.Notice {
	for _, name := range l.inputNames() {
		place := regexp.MustCompile(regexp.QuoteMeta(name) + `:([0-9]+)(:[0-9]+)?`)
		n.Message = place.ReplaceAllStringFunc(n.Message, func(found string) string {
			return l.text("%s, line %s", name, place.FindStringSubmatch(found)[1])
		})
	}
	return n
}

// inputNames are the names of the files, the longest first: one may end in another.
func (l *lookup) inputNames() []string {
	var names []string
	for _, in := range l.result.Inputs {
		names = append(names, in.File)
	}
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return names
}

// withQuotes puts what a notice has in straight quotes into those of the language.
func (w *language) withQuotes(text string) string {
	return inStraightQuotes().ReplaceAllStringFunc(text, func(quoted string) string {
		word, err := strconv.Unquote(quoted)
		if err != nil { // the label of an item in quotes, which nobody has escaped
			word = quoted[1 : len(quoted)-1]
		}
		return w.inQuotes(visible(word))
	})
}

// inStraightQuotes is a word of the study as notices quote it.
var inStraightQuotes = lazily(`"(\\.|[^"\\])*"`)

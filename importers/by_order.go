package importers

import (
	"fmt"
	"strconv"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A scale may be given in words, and a column hold numbers: its platform may have written the places of the words, or codes of an export, whose
// order is another. The study decides for the places; that it does is said.

// placedByOrder reports whether a number stands for the word at its place in the scale, and nothing but the order of the words says so: a word
// such as "4 - Agree" says it itself.
func (r *cellReader) placedByOrder(x float64, code study.Code) bool {
	labels := r.column.Scale.Labels
	if len(labels) == 0 {
		return false
	}
	m := lexicon.Numbered().FindStringSubmatch(lexicon.Normalise(labels[code]))
	return m == nil || m[1] != strconv.FormatFloat(x, 'f', -1, 64)
}

// reportOrder says, for each file, which scales in words numbers were read by, in the order of the ratings. Of whom, and in which columns, is
// not said: those that are read alike share what was found in any.
func (r *reading) reportOrder() {
	for _, e := range r.survey.exports {
		found := map[string]bool{}
		for _, p := range e.parts {
			for _, c := range p.read() {
				if c.reader.byOrder {
					found[c.reader.orderOfWords()] = true
				}
			}
		}
		for _, p := range e.parts {
			for _, c := range p.read() {
				reader := c.reader
				if !found[reader.orderOfWords()] {
					continue
				}
				delete(found, reader.orderOfWords())
				r.intake.Warnings = append(r.intake.Warnings, study.Notice{
					Code: study.CodesSuspected, Where: r.survey.study.Audiences[p.audience].ID,
					Message: fmt.Sprintf("%s: numbers are read by the order of the words of the scale, %s", e.Name, reader.orderOfWords()),
					Hint:    "if they are codes of an export, their order may be another; codes: {…} says what each stands for, labels_from: FILE takes their choice texts",
				})
			}
		}
	}
}

// orderOfWords says which words the first and the last number of a scale in words stand for; empty: it is in numbers.
func (r *cellReader) orderOfWords() string {
	labels := r.column.Scale.Labels
	if len(labels) == 0 {
		return ""
	}
	return fmt.Sprintf("1 as %q and %d as %q", lexicon.Shorten(labels[0]), len(labels), lexicon.Shorten(labels[len(labels)-1]))
}

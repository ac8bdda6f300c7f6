package importers

import (
	"github.com/cxgap/cxgap/importers/lexicon"
)

// LimeSurvey computes equations beside the questions. Where headings are texts they are expressions in braces; where they are codes, only the code
// that LimeSurvey's authors give them by habit is left (FORMATS section 6).

// computedHere says why cells are not what anybody answered.
const computedHere = "an equation of LimeSurvey, by its heading: computed, not answered"

// equationCode is the code of an equation.
var equationCode = lazily(`^(?i)(?:eq|equation)_?\d*$`)

// onlyExpressions is a heading of which nothing is left for people to read; one that names an answer given before is a question.
var onlyExpressions = lazily(`^(?:[^\p{L}{}]*\{[^{}]*\})+[^\p{L}{}]*$`)

// equation reports whether a column of LimeSurvey's holds what was computed: it has the code of an equation and no text, and a number that no scale
// from 1 to 10 has. Points of a scale may be somebody's question.
func (s *scan) equation(i int) bool {
	c, cells := s.export.Columns[i], s.columns[i].cells
	switch {
	case s.export.Platform != (limeSurvey{}).name() || c.Role != Answer:
		return false
	case onlyExpressions().MatchString(c.Text):
		return true
	}
	if c.HasID || !equationCode().MatchString(c.ID) || cells.worded() {
		return false
	}
	if cells.many {
		return true
	}
	for text := range cells.count {
		if x, err := lexicon.ParseNumber(text); err == nil && (x < 1 || x > 10 || x != float64(int(x))) {
			return true
		}
	}
	return false
}

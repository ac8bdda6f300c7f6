package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Who exports from LimeSurvey may have yes and no written as 1 and 2, of questions and of options alike (FORMATS section 6). Nothing in the file says
// so but the cells: nothing else stands in the columns of the question, and no word of it asks for a judgement.

// leastYesOrNo is from how many answers on that tells it: on a scale on which every second answer is a 1 or a 2, chance leaves all others out of
// as many in 1 of 1,000 cases.
const leastYesOrNo = 10

// yesAsOne returns the columns whose numbers are yes and no, 1 and 2.
func (s *scan) yesAsOne() map[int]bool {
	found := map[int]bool{}
	if s.export.Platform != (limeSurvey{}).name() || s.writesYes() {
		return found
	}
	grouped := map[int]bool{}
	for _, g := range s.groups {
		var columns []int
		for i := g.first; i < g.first+g.n; i++ {
			columns, grouped[i] = append(columns, i), true
		}
		s.takeYesAsOne(found, columns)
	}
	for i := range s.columns {
		if !grouped[i] {
			s.takeYesAsOne(found, []int{i})
		}
	}
	return found
}

// writesYes reports whether a cell is Y or N: then neither is written as a number.
func (s *scan) writesYes() bool {
	for _, c := range s.columns {
		if c.cells.count["Y"]+c.cells.count["N"] > 0 {
			return true
		}
	}
	return false
}

// takeYesAsOne enters the columns of a question if its answers are yes and no.
func (s *scan) takeYesAsOne(found map[int]bool, columns []int) {
	yes, no := 0, 0
	for _, i := range columns {
		c, cells := s.export.Columns[i], s.columns[i].cells
		if c.Role != Answer || cells.many || wordedToRate(c) {
			return
		}
		for text, n := range cells.count {
			switch strings.TrimSpace(text) {
			case "":
			case "1":
				yes += n
			case "2":
				no += n
			default:
				return
			}
		}
	}
	for _, i := range columns {
		if yes > 0 && no > 0 && yes+no >= leastYesOrNo {
			found[i] = true
		}
	}
}

// wordedToRate reports whether the words of a question, or of its row, ask for a judgement or state something that one can agree with.
func wordedToRate(c Column) bool {
	if c.nps || c.rated || namesScale(c) || c.asksToRecommend() || kindOf(c) != study.Performance {
		return true
	}
	text := plainWords(c)
	if ratingWords().MatchString(text) || lexicon.PerformanceWords().MatchString(text) {
		return true
	}
	statement := strings.TrimSpace(c.statement())
	return ofPersons().MatchString(lexicon.Normalise(statement)) || !strings.HasSuffix(statement, "?") && len(strings.Fields(statement)) >= statementWords
}

package importers

import (
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// "High" is an answer to how satisfied people are, and the name of a group to what they earn. Levels are a scale only where the question asks for a
// judgement, and somebody gave each of them.

// tellLevels lets columns be read whose answers are levels.
func tellLevels(columns []*asked) {
	for _, c := range columns {
		labels := sortedKeys(c.learned.words)
		if len(labels) < 3 || c.learned.many || !c.learned.inWords() {
			continue
		}
		if f := lexicon.LevelsOf(labels); f != nil && lexicon.Fit(labels) == nil && asksForJudgement(c) {
			c.learned.levels = f
		}
	}
}

// asksForJudgement reports whether a word of a column asks for a judgement, and none for a fact or a group.
func asksForJudgement(c *asked) bool {
	text := plainWords(c.column)
	rates := ratingWords().MatchString(text) || lexicon.PerformanceWords().MatchString(text) || kindOf(c.column) != study.Performance
	return rates && !c.fact() && asksForGroup(c.column) == noGroup
}

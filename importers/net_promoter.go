package importers

import (
	"slices"
	"strings"
)

// asksToRecommend reports whether a column asks what the Net Promoter Score is made of: by its words, or by what stands beside it.
func (c Column) asksToRecommend() bool { return c.nps || recommends().MatchString(Normalise(c.Text)) }

// promoterName is a header that is nothing but the name of the score.
var promoterName = lazily(`^(?:e?nps|employee nps|net promoter(?: score)?|promoter score)(?: score| value| question| frage)?$`)

// scoreName is what tools that ask nothing else call the column of the answers.
var scoreName = lazily(`^(?:survey |response )?(?:score|rating|nps(?: score)?)$`)

// scoresPromoters reports whether a column is the only score of an export that also says who is a promoter, passive or detractor.
func (s *scan) scoresPromoters(column Column) bool {
	return s.onlyScore(column) && slices.ContainsFunc(s.columns, func(c *columnScan) bool {
		if c.cells.many || c.cells.distinct() < 2 {
			return false
		}
		for cell := range c.cells.count {
			if !oneOfWords(strings.TrimSuffix(Normalise(cell), "s"), "", "promoter", "passive", "detractor") {
				return false
			}
		}
		return true
	})
}

// sentByDelighted reports whether a column is the score of an export of Delighted's, unless it is of another kind of survey.
func (s *scan) sentByDelighted(column Column) bool {
	if !s.onlyScore(column) {
		return false
	}
	marks := 0
	for i, c := range s.export.Columns {
		name := strings.ReplaceAll(Normalise(c.ID), "_", " ")
		switch {
		case name == "survey type":
			if !s.columns[i].cells.only("nps") {
				return false
			}
			marks++
		case oneOfWords(name, "permalink", "person properties", "created at", "comment", "person id", "survey id"), strings.HasPrefix(name, "person property"):
			marks++
		}
	}
	return marks >= 3
}

// onlyScore reports whether a column is called a score, and no other is.
func (s *scan) onlyScore(column Column) bool {
	named := func(c Column) bool { return scoreName().MatchString(strings.ReplaceAll(Normalise(c.ID), "_", " ")) }
	return named(column) && !slices.ContainsFunc(s.export.Columns, func(c Column) bool { return c.Position != column.Position && named(c) })
}

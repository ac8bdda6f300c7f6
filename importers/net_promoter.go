package importers

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// lexicon.AsksToRecommend reports whether a column asks what the Net Promoter Score is made of: by its words, or by what stands beside it.
func (c Column) asksToRecommend() bool {
	return c.nps || lexicon.AsksToRecommend([]lexicon.Heading{c.heading()})
}

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
			if !oneOfWords(strings.TrimSuffix(lexicon.Normalise(cell), "s"), "", "promoter", "passive", "detractor") {
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
		name := strings.ReplaceAll(lexicon.Normalise(c.ID), "_", " ")
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
	named := func(c Column) bool {
		return scoreName().MatchString(strings.ReplaceAll(lexicon.Normalise(c.ID), "_", " "))
	}
	return named(column) && !slices.ContainsFunc(s.export.Columns, func(c Column) bool { return c.Position != column.Position && named(c) })
}

// likely are the words that ask how probable something is, in English, German, French, Spanish, Portuguese, Italian, Dutch.
var likely = lazily(`(?:^|[^\p{L}])(?:likely|likelihood|probability|how probable|wahrscheinlich\p{L}*|probab\p{L}*|vraisemblab\p{L}*|waarschijnlijk\p{L}*|` +
	`would you (?:\p{L}+ )?recommend|würden sie|würdest du|recommander(?:iez|ais)|recomendar[ií]as?|raccomander(?:ebbe|esti)|consiglier(?:ebbe|esti|este)|conseiller(?:iez|ais)|indicari(?:a|as|am)|zou(?:dt)? (?:u|je|jij))(?:$|[^\p{L}])`)

// likelyToRecommend reports whether questions ask how likely it is that people recommend; the row of a matrix is asked what its stem asks.
func likelyToRecommend(asked []lexicon.Heading) bool {
	for _, h := range asked {
		if lexicon.RecommendsOtherwise(h) != "" {
			return false
		}
		text := h.Text
		if stem, _ := lexicon.SplitMatrix(text); stem != "" {
			text = stem
		}
		if lexicon.TagsRecommending(h.Text) {
			return true
		}
		if text = lexicon.Normalise(text); lexicon.Recommends().MatchString(text) && (likely().MatchString(text) || promoterName().MatchString(strings.TrimRight(text, "?:. "))) {
			return true
		}
	}
	return false
}

// ofPromoters reports whether the numbers are answers on 0 to 10 to the question how likely people are to recommend. That question is asked
// so, unless the answers show another scale: words at its ends, so many 1 that somebody had chosen the 0 (unless words at the other end tell that
// there is one), or so many answers up to 7 that somebody had chosen more.
func (a *answersSeen) ofPromoters(asked []lexicon.Heading) bool {
	numbers := a.observed()
	if len(numbers) == 0 || a.anchored || !likelyToRecommend(asked) {
		return false
	}
	low, high := numbers[0], numbers[len(numbers)-1]
	if _, _, whole := a.ends(); !whole || low < 0 || high > 10 {
		return false
	}
	_, hasZero := a.numbers[0]
	const half = 0.5 // of the answers at least lie above 7 where the scale goes on
	switch end, settled := a.settledEnd(settledAmongAudiences); {
	case settled && end < 10, low == 1 && !hasZero && a.numbers[1] >= settledAmongAudiences:
		return false
	case high >= 8:
		return true
	}
	return (low == 0 || high >= 6) && mayMiss(half, total(a.numbers))
}

// promoterRemark says which ends nobody chose.
func (a *answersSeen) promoterRemark() string {
	numbers := a.observed()
	remark := a.unobserved(study.NewScale(0, 10), numbers[0], numbers[len(numbers)-1])
	if remark == "" || numbers[0] == 0 && numbers[len(numbers)-1] > 6 { // no shorter scale has these numbers
		return remark
	}
	return remark + ", and such questions are asked on 0 to 10"
}

// netScores reports whether numbers are Net Promoter Scores that are worked out already, each person's or group's from -100 to 100: they are no
// answers on 0 to 10, and no slips. Numbers that stand for no answer, such as -99, tell nothing.
func (a *answersSeen) netScores() bool {
	negative, ends := 0, false
	for x := range a.numbers {
		switch {
		case x < -100 || x > 100:
			return false
		case x == -100:
			negative, ends = negative+1, true
		case x == 100:
			ends = true
		case x < -9 && (x > -60 || x != math.Trunc(x)):
			negative++
		}
	}
	return len(a.words) == 0 && negative > 0 && (ends && len(a.numbers) > 1 || negative > 1)
}

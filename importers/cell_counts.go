package importers

import "github.com/cxgap/cxgap/analysis/study"

// answered counts the answers of a column: its numbers and its words. Of a column of too many different cells to tell them apart every
// filled cell is one.
func (a *asked) answered(c *columnScan) int {
	if a.answers.many {
		return c.filled
	}
	return total(a.answers.numbers) + total(a.answers.words)
}

// cells says what became of the cells of the export.
func (s *scan) cells(columns []*asked, kinds []classified) study.CellCounts {
	counts := study.CellCounts{Made: s.info.changed.made, SetAside: s.info.changed.blanked + s.export.setAside}
	counts.Filled = counts.SetAside - counts.Made
	for i, c := range s.columns {
		a := columns[i]
		counts.Filled += c.filled + c.failed + c.leftOut
		counts.LeftOut += c.leftOut
		answers, dontKnow, noAnswer := a.answered(c), total(a.answers.dontKnow), total(a.answers.blank)+c.failed
		if !holdsAnswers(kinds[i].kind) {
			counts.Besides += answers + dontKnow + noAnswer
			continue
		}
		counts.Answers, counts.DontKnow, counts.NoAnswer = counts.Answers+answers, counts.DontKnow+dontKnow, counts.NoAnswer+noAnswer
	}
	return counts
}

// holdsAnswers reports whether a column of a kind holds what respondents answered.
func holdsAnswers(kind study.ColumnKind) bool {
	switch kind {
	case study.MetaColumn, study.PersonalColumn, study.WeightColumn, study.TimeColumn, study.DropColumn, study.UnknownColumn:
		return false
	}
	return true
}

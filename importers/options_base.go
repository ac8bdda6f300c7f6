package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of a question with one column an option, the respondents are those who chose any of its options: who ticked nothing may not have been asked
// (FORMATS section 3). Where an export writes something for options that were shown and not chosen, it is known who was asked.

// countOptions tells of the options of each question how many answered it, and who was not shown it.
func (s *scan) countOptions(in *study.Inspection) {
	for _, g := range s.groups {
		if !s.options(in, g) {
			continue
		}
		known, ticks := s.asksKnown(g), s.onlyTicks(g)
		for i := g.first; i < g.first+g.n; i++ {
			c := &in.Columns[i]
			notShown := s.flow.kept - g.any
			switch {
			case known && c.NotShown == nil:
				c.NotShown, c.Blank = &notShown, c.Blank-notShown
			case ticks && !known && g.any < s.flow.kept:
				c.Flags = append(c.Flags, study.Notice{
					Code: "options_base", Where: c.ID,
					Message: fmt.Sprintf("of a question that %s answered: nothing tells whether the others were asked", count(g.any, "respondent")),
				})
			}
			if base := g.any; base < s.flow.kept {
				c.Base = &base
			}
		}
	}
}

// options reports whether all columns of a group are options, each of them a column.
func (s *scan) options(in *study.Inspection, g *groupScan) bool {
	for i := g.first; i < g.first+g.n; i++ {
		if in.Columns[i].Kind != study.MultiColumn || s.columns[i].joined > 0 {
			return false
		}
	}
	return true
}

// onlyTicks reports whether the options that were not chosen are blank: who chose another one left them so.
func (s *scan) onlyTicks(g *groupScan) bool {
	for i := g.first; i < g.first+g.n; i++ {
		if s.columns[i].filled < g.any {
			return true
		}
	}
	return false
}

// asksKnown reports whether an export says who was shown a question: Qualtrics may write -99 for an option that was seen and not chosen, and
// KoboToolbox writes 0.
func (s *scan) asksKnown(g *groupScan) bool {
	for i := g.first; i < g.first+g.n; i++ {
		switch cells := s.columns[i].cells.count; {
		case s.export.Platform == (qualtrics{}).name() && s.columns[i].unanswered > 0, s.export.Platform == (koboToolbox{}).name() && cells["0"]+cells["False"] > 0:
			return true
		}
	}
	return false
}

package importers

import (
	"fmt"

	"github.com/cxgap/cxgap/analysis/study"
)

// notAsked returns the audiences of whom a study names no column of any question, not even of one that it names for all: in a draft their
// questions may all stand in comments, for somebody to decide.
func notAsked(s *study.Study) map[*study.Audience]bool {
	unasked := map[*study.Audience]bool{}
	for _, a := range s.Audiences {
		unasked[a] = true
		for _, r := range s.Ratings() {
			if r.Columns[a.ID] != nil {
				delete(unasked, a)
				break
			}
		}
	}
	return unasked
}

// nothingAsked says of whom there is nothing to analyse.
func (v *Survey) nothingAsked() []study.Notice {
	const hint = "a suggestion of cxgap init becomes an item when the # before it is taken away"
	if len(v.unasked) == len(v.study.Audiences) {
		return []study.Notice{{Code: study.NothingAsked, Message: "the study names no items, so that there is nothing to analyse", Hint: hint}}
	}
	var notices []study.Notice
	for _, a := range v.study.Audiences {
		if v.unasked[a] {
			notices = append(notices, study.Notice{Code: study.NothingAsked, Where: a.ID, Message: fmt.Sprintf("no item names a column of %s, so that none of its answers is read", a.ID), Hint: hint})
		}
	}
	return notices
}

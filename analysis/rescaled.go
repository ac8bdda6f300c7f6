package analysis

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// smallerScale says that answers of an audience in a wave seem to be on a smaller scale than those of another wave.
type smallerScale struct {
	audience, wave, other int
	scale                 study.Scale // that the study says
	end, reaches          float64     // of the smaller one; the highest answer of the other wave
	answers, questions    int         // that tell so
	how                   suspicion
}

// asked names what an audience was asked in a wave.
type asked struct{ audience, wave, variable int }

// lookForSmallerScales finds the answers of a wave that seem to be on a smaller scale than those of another wave, by all questions that an audience answered on
// one scale. Those that surely are get no figures in that wave: on the scale of the study means and shares would be of no meaning, and averages of two
// scales are no trend (FORMATS section 0, rule 10). A study that says that the scale was the same has the last word.
func (a *analyzer) lookForSmallerScales() {
	a.scaleHeld = map[asked]bool{}
	for j, audience := range a.study.Audiences {
		for wave := range a.tally.cells[j] {
			for _, scale := range a.scalesOf(audience) {
				found := a.smallerScale(j, wave, scale)
				if found.how == sameScale || found.how == inDoubt && a.study.Quality.SameScales {
					continue
				}
				a.smaller = append(a.smaller, found)
				for _, i := range a.answeredOn(j, wave, scale) {
					if found.how == otherScale && !a.study.Quality.SameScales {
						a.scaleHeld[asked{j, wave, i}] = true
					}
				}
			}
		}
	}
}

// asksScale reports whether the scale of a column is a question at all, between waves: the study may answer for it.
func asksScale(c *study.Column) bool { return c != nil && !c.OneScale }

// scalesOf lists the scales on which an audience was asked.
func (a *analyzer) scalesOf(audience *study.Audience) (all []study.Scale) {
	for i := range a.variables {
		column := a.variables[i].rating.Columns[audience.ID]
		if asksScale(column) && !slices.ContainsFunc(all, column.Scale.Same) {
			all = append(all, column.Scale)
		}
	}
	return all
}

// smallerScale holds what an audience answered on a scale in a wave against each other wave, and returns the surest finding.
func (a *analyzer) smallerScale(audience, wave int, scale study.Scale) (found smallerScale) {
	here := a.shownOn(audience, wave, scale)
	highest := a.given(audience, wave, scale, here).highest()
	for other := range a.tally.cells[audience] {
		if other == wave {
			continue
		}
		both := slices.DeleteFunc(slices.Clone(here), func(i int) bool { return !slices.Contains(a.shownOn(audience, other, scale), i) })
		small, large := a.given(audience, wave, scale, both), a.given(audience, other, scale, both)
		end, how := smallerThan(small, large)
		if end == highest && how > found.how {
			found = smallerScale{audience, wave, other, scale, end, large.highest(), small.n, len(both), how}
		}
	}
	return found
}

// given counts the answers of an audience to questions on one scale in a wave, by number.
func (a *analyzer) given(audience, wave int, scale study.Scale, questions []int) *given {
	g := newGiven(scale)
	for _, i := range questions {
		column := a.variables[i].rating.Columns[a.study.Audiences[audience].ID]
		g.add(a.tally.cells[audience][wave].counts[i], column.Reversed)
	}
	return g
}

// shownOn lists what an audience answered on a scale in a wave, as far as it may be seen: a warning must not tell of what is hidden.
func (a *analyzer) shownOn(audience, wave int, scale study.Scale) []int {
	c := a.tally.cells[audience][wave]
	return slices.DeleteFunc(a.answeredOn(audience, wave, scale), func(i int) bool {
		return newAnswer(a, &a.variables[i], a.study.Audiences[audience], c.counts[i], c.n, a.population(audience, wave, i, c, false)).suppressed
	})
}

// answeredOn lists what an audience answered on a scale in a wave.
func (a *analyzer) answeredOn(audience, wave int, scale study.Scale) (all []int) {
	for i, c := range a.tally.cells[audience][wave].counts {
		column := a.variables[i].rating.Columns[a.study.Audiences[audience].ID]
		if c == nil || !asksScale(column) || !column.Scale.Same(scale) {
			continue
		}
		if n, _ := c.answers(); n > 0 {
			all = append(all, i)
		}
	}
	return all
}

// tellRescaled gives the figures that are held back for their scale that reason. They are those that may not be seen, and could be if no answers
// were held back: a figure that few answers hide has that reason, whatever its scale.
func (a *analyzer) tellRescaled(figures []Figure) {
	if len(a.scaleHeld) == 0 {
		return
	}
	few := a.hiddenAnyway()
	for i := range figures {
		if f := &figures[i]; f.Note.Has(NoteSuppressed) && !few.hides(f) {
			f.Note = Notes{NoteRescaled}
		}
	}
}

// subject is what a figure tells of.
type subject struct{ audience, versus, item, wave, segment string }

// hiddenByFew are the figures that few answers hide, and the subjects of which they hide one: for a figure that an analysis which holds
// nothing back does not have, as the class of a pair that it does not choose.
type hiddenByFew struct {
	figures  map[string]bool // by id: whether it is hidden
	subjects map[subject]bool
}

func subjectOf(f *Figure) subject { return subject{f.Audience, f.Versus, f.Item, f.Wave, f.Segment} }

func (h hiddenByFew) hides(f *Figure) bool {
	hidden, known := h.figures[f.ID]
	return hidden || !known && h.subjects[subjectOf(f)]
}

// hiddenAnyway returns the figures that few answers hide, by an analysis that holds nothing back for its scale. Which figures there are, and
// which of them are hidden, does not depend on the number of resamples: a few will do.
func (a *analyzer) hiddenAnyway() hiddenByFew {
	s, plain := *a.study, *a
	s.Analysis.Resamples = min(s.Analysis.Resamples, 20)
	plain.study, plain.watch, plain.scaleHeld = &s, nil, nil
	few := hiddenByFew{map[string]bool{}, map[subject]bool{}}
	figures, _ := plain.figures()
	for i := range figures {
		f := &figures[i]
		hidden := f.Note.Has(NoteSuppressed)
		few.figures[f.ID] = hidden
		few.subjects[subjectOf(f)] = few.subjects[subjectOf(f)] || hidden
	}
	return few
}

// rescaledWarnings say which answers are held back for their scale, or would be if the study did not answer for it, and of which it is a question.
func (a *analyzer) rescaledWarnings() []study.Notice {
	var all []study.Notice
	for _, x := range a.smaller {
		audience, wave, other := a.study.Audiences[x.audience], a.waves()[x.wave], a.waves()[x.other]
		questions := fmt.Sprintf("%d questions", x.questions)
		if x.questions == 1 {
			questions = "1 question"
		}
		evidence := func(as string) string {
			return fmt.Sprintf("%s: %d answers to %s on %s end at %g in wave %s%s, and reach %g in wave %s", audience.Label, x.answers, questions, x.scale, x.end, wave, as, x.reaches, other)
		}
		n := study.Notice{Code: NoteScaleInDoubt, Where: audience.ID, Scale: x.scale.String(), Message: evidence("") + ": was it the same scale?"}
		switch {
		case a.study.Quality.SameScales:
			n.Code = WarnSameScales
			n.Message = evidence(", as at the end of a scale") + ": compared all the same, as the study says that its scales are the same in all waves"
		case x.how == otherScale:
			n.Code = NoteRescaled
			n.Message = evidence(", as at the end of a scale") + ": taken for another scale, so not shown in wave " + wave + ", and not compared across waves"
		}
		if n.Code != WarnSameScales {
			n.Hint = "if the scale was the same,  quality: {same_scales: true}  says so; if not, in a study without  waves:  the rows of each wave can be an audience of its own (where:), with a scale of its own"
		}
		all = append(all, n)
	}
	return all
}

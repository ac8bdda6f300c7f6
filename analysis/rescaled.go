package analysis

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// A missing upper part of a scale is taken for another scale if it would be chance in less than one case in a million, among
// at least this many answers: a real fall of the answers shall not be refused.
const (
	rescaledBelow = 1e-6
	rescaledLeast = 20
)

// smallerScales are the ends of rating scales that answers can be of though the study says a larger one.
func smallerScales() []float64 { return []float64{4, 5, 6, 7, 10} }

// usualEnds are those of the smaller scales by which a whole questionnaire is taken for one on another scale.
func usualEnds() []float64 { return []float64{5, 7, 10} }

// leastAbove is the part of a scale of which more has to lie above the end of a smaller one, as of 1..7 above 5 and of 1..10 above 7: that nobody
// gives the highest point (10 of 10, 7 of 7) is what poor ratings look like, and no other scale.
const leastAbove = 0.25

// smaller reports whether the first answers seem to be on a smaller scale than the second, and where it ends: nobody above the end of a smaller
// usual scale, although so many were above it in the other wave that this can hardly be chance, if both waves were answered alike; that they
// were is not known (onSmallerScale). Averages of two scales are no trend (FORMATS section 0, rule 10).
// reversed: points are numbered from the highest number on.
func smaller(small, large *counts, reversed bool) (end float64, yes bool) {
	n, _ := small.answers()
	valid, _ := large.answers()
	if n < rescaledLeast || valid < rescaledLeast {
		return 0, false
	}
	scale := small.scale
	end = small.highest(reversed)
	if !slices.Contains(smallerScales(), end) || scale.High-end <= leastAbove*scale.Range() {
		return 0, false
	}
	above := 0
	for k := range large.scale.Points() {
		if large.given(k, reversed) > end {
			above += large.count[k]
		}
	}
	return end, math.Pow(1-float64(above)/float64(valid), float64(n)) < rescaledBelow
}

// given is the number that was given for a point, which is counted from the highest number on where a question is reversed.
func (c *counts) given(point int, reversed bool) float64 {
	if reversed {
		point = c.scale.Points() - 1 - point
	}
	return c.scale.Value(study.Code(point))
}

// highest is the highest number that was given; −∞ without answers.
func (c *counts) highest(reversed bool) float64 {
	top := math.Inf(-1)
	for k := range c.scale.Points() {
		if c.count[k] > 0 {
			top = max(top, c.given(k, reversed))
		}
	}
	return top
}

// asked names what an audience was asked in a wave.
type asked struct{ audience, wave, variable int }

// ending is a smaller scale that answers of a wave seem to be on.
type ending struct {
	at   float64 // where it ends
	held bool    // so do the other questions: the answers are held back. Else they stand, and only their changes do not
}

// onSmallerScale finds the answers of a wave that seem to be on a smaller scale than those of another wave, by where it ends. If the whole
// questionnaire ends there, it had that scale: on the scale of the study means and shares would be of no meaning, in that wave as in a
// comparison. If only one question does, its answers can have been poor in that wave: they stand, and are not compared across waves.
func (a *analyzer) onSmallerScale() map[asked]ending {
	found := map[asked]ending{}
	for j, byWave := range a.tally.cells {
		for i := range a.variables {
			column := a.variables[i].rating.Columns[a.study.Audiences[j].ID]
			for wave, c := range byWave {
				for other, large := range byWave {
					if column == nil || wave == other || c.counts[i] == nil || large.counts[i] == nil {
						continue
					}
					if end, yes := smaller(c.counts[i], large.counts[i], column.Reversed); yes {
						found[asked{j, wave, i}] = ending{at: end}
					}
				}
			}
		}
	}
	for j, byWave := range a.tally.cells {
		for wave := range byWave {
			a.holdQuestionnaire(found, j, wave)
		}
	}
	return found
}

// holdQuestionnaire holds back all that an audience answered on a scale in a wave if nobody went beyond the end of one usual smaller scale, and at
// least two questions seem to be on it: also what was asked in no other wave.
func (a *analyzer) holdQuestionnaire(found map[asked]ending, audience, wave int) {
	for i := range a.variables {
		of, yes := found[asked{audience, wave, i}]
		if !yes || of.held || !slices.Contains(usualEnds(), of.at) {
			continue
		}
		seem, beyond, all := 0, false, a.answeredOn(audience, wave, a.variables[i].rating.Columns[a.study.Audiences[audience].ID].Scale)
		for _, k := range all {
			column := a.variables[k].rating.Columns[a.study.Audiences[audience].ID]
			beyond = beyond || a.tally.cells[audience][wave].counts[k].highest(column.Reversed) > of.at
			if found[asked{audience, wave, k}].at == of.at {
				seem++
			}
		}
		if seem < 2 || beyond {
			continue
		}
		for _, k := range all {
			found[asked{audience, wave, k}] = ending{of.at, true}
		}
	}
}

// answeredOn lists what an audience answered on a scale in a wave.
func (a *analyzer) answeredOn(audience, wave int, scale study.Scale) (all []int) {
	for i, c := range a.tally.cells[audience][wave].counts {
		column := a.variables[i].rating.Columns[a.study.Audiences[audience].ID]
		if c == nil || column == nil || !column.Scale.Same(scale) {
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
	if !a.holds() {
		return
	}
	few := a.hiddenAnyway()
	for i := range figures {
		if f := &figures[i]; f.Note.Has(NoteSuppressed) && !few.hides(f) {
			f.Note = Notes{NoteRescaled}
		}
	}
}

// holds reports whether any answers are held back.
func (a *analyzer) holds() bool {
	for _, of := range a.smaller {
		if of.held {
			return true
		}
	}
	return false
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
	plain.study, plain.watch, plain.smaller = &s, nil, map[asked]ending{}
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

// rescaledWarnings say which answers are held back, or not compared, and why; or that they are neither, as the study answers for their scale.
func (a *analyzer) rescaledWarnings() []study.Notice {
	var all []study.Notice
	for j, audience := range a.study.Audiences {
		for i := range a.variables {
			of, waves := ending{}, []string(nil)
			for wave, name := range a.waves() {
				if found, yes := a.seeming[asked{j, wave, i}]; yes {
					of.at, of.held, waves = found.at, of.held || found.held, append(waves, name)
				}
			}
			if len(waves) > 0 {
				n := a.variables[i].rescaledWarning(audience, of, strings.Join(waves, ", "), a.study.Quality.SameScales)
				if !slices.ContainsFunc(all, func(said study.Notice) bool { return said.Message == n.Message }) { // of importance and performance
					all = append(all, n)
				}
			}
		}
	}
	return all
}

// rescaledWarning says of a question that an audience seems to have answered it on a smaller scale in some waves.
func (v *variable) rescaledWarning(audience *study.Audience, of ending, waves string, trusted bool) study.Notice {
	label, high := v.rating.Item.Label, v.rating.Columns[audience.ID].Scale.High
	n := study.Notice{
		Code: NoteRescaled, Where: v.rating.Item.ID,
		Message: fmt.Sprintf("%s: %s gave no answer above %g in %s, and many up to %g in another wave: not compared across waves, as it may be another scale", label, audience.Label, of.at, waves, high),
	}
	if trusted {
		n.Code = WarnSameScales
		n.Message = fmt.Sprintf("%s: %s gave no answer above %g in %s, and many up to %g in another wave: compared all the same, as the study says that its scales are the same in all waves", label, audience.Label, of.at, waves, high)
		return n
	}
	if of.held {
		n.Message = fmt.Sprintf("%s: %s seems to have answered on a scale that ends at %g in %s, where no answer on this scale is higher, and at %g in another wave: not shown there, and not compared across waves",
			label, audience.Label, of.at, waves, high)
	}
	n.Hint = "if the scale was the same,  quality: {same_scales: true}  says so; if not, in a study without  waves:  the rows of each wave can be an audience of its own (where:), with a scale of its own"
	return n
}

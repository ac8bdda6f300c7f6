package analysis

import (
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// A missing upper part of a scale is taken for another scale if it would be chance in less than one case in a million, among
// at least this many answers: a real fall of the answers shall not be refused.
const (
	rescaledBelow = 1e-6
	rescaledLeast = 20
)

// smallerScales are the ends of the usual rating scales that a larger one holds.
func smallerScales() []float64 { return []float64{4, 5, 6, 7, 9, 10} }

// smaller reports whether the first answers seem to be on a smaller scale than the second, and where it ends: nobody above the end of a smaller
// usual scale, although so many were above it in the other wave that this can hardly be chance. Averages of two scales are no trend (FORMATS
// section 0, rule 10). reversed: points are numbered from the highest number on.
func smaller(small, large *counts, reversed bool) (end float64, yes bool) {
	n, _ := small.answers()
	valid, _ := large.answers()
	if n < rescaledLeast || valid < rescaledLeast {
		return 0, false
	}
	given := func(c *counts, point int) float64 {
		if reversed {
			point = c.scale.Points() - 1 - point
		}
		return c.scale.Value(study.Code(point))
	}
	top := math.Inf(-1)
	for k := range small.scale.Points() {
		if small.count[k] > 0 {
			top = max(top, given(small, k))
		}
	}
	for _, end := range smallerScales() {
		if top != end || end >= small.scale.High {
			continue
		}
		above := 0
		for k := range large.scale.Points() {
			if given(large, k) > end {
				above += large.count[k]
			}
		}
		if math.Pow(1-float64(above)/float64(valid), float64(n)) < rescaledBelow {
			return end, true
		}
	}
	return 0, false
}

// asked names what an audience was asked in a wave.
type asked struct{ audience, wave, variable int }

// onSmallerScale finds the answers of a wave that seem to be on a smaller scale than those of another wave, by where it ends: on the scale of
// the study their means and shares would be of no meaning, in that wave as in a comparison.
func (a *analyzer) onSmallerScale() map[asked]float64 {
	found := map[asked]float64{}
	for j, byWave := range a.tally.cells {
		for i := range a.variables {
			column := a.variables[i].rating.Columns[a.study.Audiences[j].ID]
			for wave, c := range byWave {
				for other, large := range byWave {
					if column == nil || wave == other || c.counts[i] == nil || large.counts[i] == nil {
						continue
					}
					if end, yes := smaller(c.counts[i], large.counts[i], column.Reversed); yes {
						found[asked{j, wave, i}] = end
					}
				}
			}
		}
	}
	return found
}

// tellRescaled gives the figures that are held back for their scale that reason, beside having no number: those of the answers themselves,
// and those of the audience in which such answers have a part.
func (a *analyzer) tellRescaled(figures []Figure) {
	if len(a.smaller) == 0 {
		return
	}
	for i := range figures {
		if f := &figures[i]; f.Note.Has(NoteSuppressed) && a.heldIn(f) {
			f.Note = f.Note.with(NoteRescaled)
		}
	}
}

// heldIn reports whether answers on a smaller scale are among those of a figure.
func (a *analyzer) heldIn(f *Figure) bool {
	waves := a.waves()
	for held := range a.smaller {
		audience, item := a.study.Audiences[held.audience].ID, a.variables[held.variable].rating.Item.ID
		wave := waves[held.wave]
		if audience != f.Audience && audience != f.Versus || wave != f.Wave && !strings.HasPrefix(f.Wave, wave+":") && !strings.HasSuffix(f.Wave, ":"+wave) {
			continue
		}
		if f.Item == item || f.Item == "" || ofAllDrivers(f.Analysis) {
			return true
		}
	}
	return false
}

// ofAllDrivers reports whether an analysis says nothing of any driver where it may not use one of them.
func ofAllDrivers(analysis string) bool {
	switch analysis {
	case "derived", "stated_derived", "asymmetry", "priority":
		return true
	}
	return false
}

// rescaledWarnings say which answers are held back, and why.
func (a *analyzer) rescaledWarnings() []study.Notice {
	var all []study.Notice
	for j, audience := range a.study.Audiences {
		for i := range a.variables {
			end, waves := 0.0, []string(nil)
			for wave, name := range a.waves() {
				if of, held := a.smaller[asked{j, wave, i}]; held {
					end, waves = of, append(waves, name)
				}
			}
			if len(waves) == 0 {
				continue
			}
			rating := a.variables[i].rating
			all = append(all, study.Notice{
				Code: NoteRescaled, Where: rating.Item.ID,
				Message: fmt.Sprintf("%s: %s seems to have answered on a scale that ends at %g in %s, and at %g in another wave: not shown there, and not compared across waves",
					rating.Item.Label, audience.Label, end, strings.Join(waves, ", "), rating.Columns[audience.ID].Scale.High),
				Hint: "in a study without  waves:  the rows of each wave can be an audience of its own (where:), with a scale of its own",
			})
		}
	}
	return all
}

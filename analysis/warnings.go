package analysis

import (
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// warnings returns what the analysis itself has to say besides its figures.
func (a *analyzer) warnings(figures []Figure) []study.Notice {
	var all []study.Notice
	for _, part := range a.study.Unread {
		all = append(all, study.Notice{
			Code: WarnNotAnalysed, Where: part,
			Message: fmt.Sprintf("%s is valid, but this version does not analyse it yet", part),
		})
	}
	all = append(all, a.shownBelowMinimum()...)
	return append(all, a.dontKnowDiffers(figures)...)
}

// shownBelowMinimum names the audiences that are shown below the minimum base because the study says that they may be.
func (a *analyzer) shownBelowMinimum() []study.Notice {
	var all []study.Notice
	for i, audience := range a.study.Audiences {
		if audience.Anonymous {
			continue
		}
		for _, c := range a.tally.cells[i] {
			if c.n > 0 && c.n < a.study.Privacy.MinimumBase {
				all = append(all, study.Notice{
					Code: WarnShownBelowMinimum, Where: audience.ID,
					Message: fmt.Sprintf("%s is shown although only %d answered (minimum base %d): %s",
						audience.Label, c.n, a.study.Privacy.MinimumBase, audience.Reason),
				})
				break
			}
		}
	}
	return all
}

// NotableDontKnow is the difference of shares from which "don't know" is a finding: below it, an established difference
// is one of large samples only.
const NotableDontKnow = 0.05

// dontKnowDiffers names the pairs whose shares of "don't know" differ notably and beyond their interval, with the items.
func (a *analyzer) dontKnowDiffers(figures []Figure) []study.Notice {
	type pair struct{ more, fewer, wave string }
	var order []pair
	items := map[pair][]string{}
	for _, f := range figures {
		if f.Analysis != "gap" || f.Statistic != "dont_know_difference" || !(f.Low > 0 || f.High < 0) || math.Abs(float64(f.Value)) < NotableDontKnow {
			continue
		}
		p := pair{f.Audience, f.Versus, f.Wave}
		if f.Value < 0 {
			p = pair{f.Versus, f.Audience, f.Wave}
		}
		if items[p] == nil {
			order = append(order, p)
		}
		items[p] = append(items[p], fmt.Sprintf("%s (%.0f percentage points)", a.label(f.Item), math.Abs(float64((100*f.Value).Rounded(0)))))
	}
	var all []study.Notice
	for _, p := range order {
		all = append(all, study.Notice{
			Code: WarnDontKnowDiffers, Where: p.more + ":" + p.fewer,
			Message: fmt.Sprintf("%s say \"don't know\" more often than %s: %s",
				inWave(a.audienceLabel(p.more), p.wave), a.audienceLabel(p.fewer), strings.Join(items[p], ", ")),
		})
	}
	return all
}

// inWave names an audience with the wave in which it answered.
func inWave(audience, wave string) string {
	if wave == "" {
		return audience
	}
	return audience + " (" + wave + ")"
}

func (a *analyzer) label(item string) string {
	for _, v := range a.variables {
		if v.rating.Item.ID == item {
			return v.rating.Item.Label
		}
	}
	return item
}

func (a *analyzer) audienceLabel(id string) string {
	return a.study.Audiences[a.study.Audience(id)].Label
}

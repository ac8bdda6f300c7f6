package report

import (
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// nothingCompared says why the answer tells nothing of how the first and the last audience differ, and whom it is about instead; without
// words where it does. compared reports whether the answer compares any two audiences.
func (l *lookup) nothingCompared() (s finding, compared bool) {
	wave := l.newestWave()
	compared, instead := len(l.ofClass(wave, classes()...)) > 0, l.compares(wave)
	if compared && len(instead) == 0 {
		return finding{}, true
	}
	first, last := l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
	s.head = l.text("Nothing to compare")
	switch {
	case first.ID == last.ID:
		s.parts = plain(l.text("All answers come from one audience, %s: there is no other to differ from.", visible(first.Label)))
	case l.gapsWithheld(wave, analysis.NoteSuppressed) && wave != "":
		s.parts = plain(l.text("How %s and %s differ in wave %s cannot be told: figures of fewer than %d answers, of few that are all alike, and those that would give such away, are not shown.",
			visible(first.Label), visible(last.Label), visible(wave), l.result.Choices.MinimumBase))
	case l.gapsWithheld(wave, analysis.NoteSuppressed):
		s.parts = plain(l.text("How %s and %s differ cannot be told: figures of fewer than %d answers, of few that are all alike, and those that would give such away, are not shown.",
			visible(first.Label), visible(last.Label), l.result.Choices.MinimumBase))
	case l.gapsWithheld(wave, analysis.NoteRescaled):
		s.parts = plain(l.text("How %s and %s differ in wave %s cannot be told: answers seem to be on another scale there, and are not shown.", visible(first.Label), visible(last.Label), visible(wave)))
	case l.sharesCompared(first.ID, last.ID, wave):
		s.parts = plain(l.text("Of no item are the means of both %s and %s known; their shares in the top box are compared below.", visible(first.Label), visible(last.Label)))
	case wave != "":
		s.parts = plain(l.text("In wave %s no item was rated by both %s and %s.", visible(wave), visible(first.Label), visible(last.Label)))
	default:
		s.parts = plain(l.text("No item was rated by both %s and %s.", visible(first.Label), visible(last.Label)))
	}
	s.say(instead)
	return s, compared
}

// tested reports whether any gap that classes are about has a verdict: else that none is established says nothing.
func (l *lookup) tested(wave string) bool {
	return slices.ContainsFunc(l.ofClass(wave, classes()...), func(c classified) bool { return c.gap.Verdict != "" })
}

// untested names the largest of the gaps that classes are about where none of them is tested, and says why; without words where one is, or where
// there are none.
func (l *lookup) untested(wave string) finding {
	all := l.ofClass(wave, classes()...)
	if len(all) == 0 || l.tested(wave) {
		return finding{}
	}
	first, last, largest := l.label(all[0].gap.Audience), l.label(all[0].gap.Versus), all[0]
	why := l.text("none of these gaps is tested, as figures have no intervals")
	if slices.ContainsFunc(all, func(c classified) bool { return c.gap.Note.Has(analysis.NoteTabulated) }) {
		why = l.text("no gap to published means is tested, as how those who answered there were sampled and weighted is not known")
	}
	higher := 0
	for _, c := range all {
		if (c.gap.Value > 0) == (largest.gap.Value > 0) && c.gap.Value != 0 {
			higher++
		}
	}
	if largest.gap.Value < 0 {
		first, last = last, first
	}
	size := l.number(analysis.Number(math.Abs(float64(largest.gap.Value))), decimals(largest.topic))
	return finding{head: l.text("The largest gap"), parts: l.phrase("The means of %[1]s are above those of %[2]s on %[3]s of %[4]s items, most of all on %[5]s, by %[6]s; %[7]s.",
		plain(first), plain(last), plain(l.whole(higher)), plain(l.whole(len(all))), plain(l.quoted(largest.item)), cited(l.pointsOf(size, largest.topic.unit), largest.gap), plain(why))}
}

// sharesCompared reports whether shares in the top box of the first and the last audience are compared, as published ones may be.
func (l *lookup) sharesCompared(first, last, wave string) bool {
	return slices.ContainsFunc(l.result.Figures, func(f analysis.Figure) bool {
		return f.Analysis == "belief_gap" && f.Statistic == "difference" && f.Audience == first && f.Versus == last && f.Wave == wave && f.Value.Defined()
	})
}

// gapsWithheld reports whether there are gaps between the first and the last audience that are not shown for a reason.
func (l *lookup) gapsWithheld(wave, why string) bool {
	first, last := l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			if f := l.gap(t, first.ID, last.ID, l.result.Items[i].ID, "difference"); f != nil && f.Note.Has(why) {
				return true
			}
		}
	}
	return false
}

package report

import (
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

// untested says that the gaps that classes are about are known and none is tested, and names the largest; without words where one is, or where there are none.
func (l *lookup) untested(wave string) finding {
	all := l.ofClass(wave, classes()...)
	if len(all) == 0 || l.tested(wave) {
		return finding{}
	}
	first, last, largest := l.label(all[0].gap.Audience), l.label(all[0].gap.Versus), all[0]
	why := l.text("figures have no intervals")
	if slices.ContainsFunc(all, func(c classified) bool { return c.gap.Note.Has(analysis.NoteTabulated) }) {
		why = l.text("published figures have no respondents, and so no intervals")
	}
	sign := func(x analysis.Number) string { return l.signed(x, decimals(largest.topic)) }
	return finding{head: l.text("What is not known"), parts: l.phrase("Whether %s and %s differ is not tested on any item: %s; the largest gap is that of %s, %s.",
		plain(first), plain(last), plain(why), plain(l.quoted(largest.item)), cited(l.pointsOf(l.difference(largest.gap, sign), largest.topic.unit), largest.gap))}
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

package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// classSection tells of the items that have a class what the answer leaves to the parts: the means behind the class, each with its own
// interval and base, and what a reader must not overlook.
func (l *lookup) classSection() section {
	wave := l.newestWave()
	s := section{title: l.text("Blind spots, overrated and hidden strengths, and what is shared")}
	for _, of := range []struct{ class, one, several string }{
		{
			analysis.BlindSpot, "One item is a blind spot, rated higher by %[2]s than by %[3]s, whose mean is below the target. %[4]s.",
			"%[1]s items are blind spots, rated higher by %[2]s than by %[3]s, whose means are below the target. %[4]s.",
		},
		{
			analysis.OverratedStrength, "One item is an overrated strength, rated higher by %[2]s than by %[3]s, whose mean is not below the target. %[4]s.",
			"%[1]s items are overrated strengths, rated higher by %[2]s than by %[3]s, whose means are not below the target. %[4]s.",
		},
		{
			analysis.HiddenStrength, "One item is a hidden strength, rated lower by %[2]s than by %[3]s. %[4]s.",
			"%[1]s items are hidden strengths, rated lower by %[2]s than by %[3]s. %[4]s.",
		},
		{
			analysis.SharedStrength,
			"One item is a shared strength: the means of both %[2]s and %[3]s are at or above the target, and no difference beyond the margin is established. %[4]s.",
			"%[1]s items are shared strengths: the means of both %[2]s and %[3]s are at or above the target, and no difference beyond the margin is established. %[4]s.",
		},
		{
			analysis.SharedWeakness,
			"One item is a shared weakness: the means of both %[2]s and %[3]s are below the target, and no difference beyond the margin is established. %[4]s.",
			"%[1]s items are shared weaknesses: the means of both %[2]s and %[3]s are below the target, and no difference beyond the margin is established. %[4]s.",
		},
	} {
		if parts := l.ofOneClass(wave, of.class, of.one, of.several); len(parts) > 0 {
			s.others = append(s.others, finding{parts: parts})
		}
	}
	s.lines = l.resamplesSaid(s.others)
	return s
}

// ofOneClass tells the first few items of a class: the largest gaps where the audiences differ, the smallest where they agree.
func (l *lookup) ofOneClass(wave, class, one, several string) phrase {
	all := l.ofClass(wave, class)
	if len(all) == 0 {
		return nil
	}
	first, last := l.ends(wave)
	alike := class == analysis.SharedStrength || class == analysis.SharedWeakness
	if alike {
		slices.Reverse(all)
	}
	var named []phrase
	most := mentioned
	if alike { // strengths and weaknesses together as many as of another class, weaknesses before strengths
		weak := min(mentioned-1, len(l.ofClass(wave, analysis.SharedWeakness)))
		if most = mentioned - weak; class == analysis.SharedWeakness {
			most = max(weak, mentioned-len(l.ofClass(wave, analysis.SharedStrength)))
		}
	}
	for _, c := range all[:min(most, len(all))] {
		switch {
		case !alike:
			said := l.phrase("%s: %s %s", plain(l.quoted(c.item)), plain(visible(last.Label)), l.levelOf(c, last))
			named = append(named, withRemarks(said, l.reservations(c, first, last)))
		case class == analysis.SharedWeakness:
			named = append(named, l.withDissent(withRemarks(l.alike(c, first, last), l.leftOutOfPlan(c, last)), c))
		default:
			named = append(named, l.withDissent(l.alike(c, first, last), c))
		}
	}
	return l.countedPhrase(len(all), one, several, plain(visible(first.Label)), plain(visible(last.Label)), l.inSemicolons(named, len(all)))
}

package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// definitions say what the figures of a report are, of those only that it has.
func (l *lookup) definitions() []string {
	var lines []string
	if len(l.result.Audiences) > 1 {
		lines = l.gapDefinitions()
	}
	lines = append(lines, l.endsOfScales()...)
	lines = append(lines, l.text("POMP is percent of the maximum possible: 0 at the low end of a scale, 100 at the high one. The effective base is the number of unweighted answers that would be as precise."))
	if len(l.importanceTopics()) == 0 {
		return lines
	}
	if l.haveRespondents() {
		lines = append(lines, l.text("Shortfall: importance less performance, within the respondents who rated both."))
	} else {
		lines = append(lines, l.text("Shortfall: importance less performance, as published."))
	}
	derived, intervals := l.told("derived", "derived_share")
	if !derived {
		return lines
	}
	line := l.text("Derived importance: the part of the outcome's explained differences (R²) that goes with an item, averaged over all orders in which the items can enter (LMG).")
	if c := l.result.Choices; intervals {
		line += " " + l.text("Its intervals come from %s resamples, each of as many respondents drawn anew from those who answered, some of them several times, others not at all (seed %d).", l.whole(c.Resamples), c.Seed)
	}
	return append(lines, line)
}

func (l *lookup) gapDefinitions() []string {
	c := l.result.Choices
	gap := l.text("A gap is the mean of one audience less the mean of another, the more internal audience first.")
	if _, intervals := l.told("gap", "difference"); intervals {
		gap += " " + l.text("In brackets stands its %s interval (Welch).", l.confidence(c))
	}
	lines := []string{gap}
	if l.judged() {
		lines = append(lines, l.text("A difference is established (●) if it survives the adjustment for the number of comparisons (%s) in a test of means and a test of ranks; similarity (=) if the gap is "+
			"shown to be smaller than the margin of %s; otherwise the sample cannot tell (~).", l.adjustment(c.Adjust), l.margin(c.Equivalence, "%s %% of the scale")))
	}
	if l.judged() && slices.ContainsFunc(l.result.Audiences, answeredInFull) {
		lines = append(lines, l.text("Where everybody of an audience answered, the test of means decides alone."))
	}
	if l.testsMeansAlone() {
		lines = append(lines, l.text("A change since an earlier wave, or a contrast between values of a segment, is established (●) by means alone: it survives that adjustment in a test with the variance of each group, "+
			"and in one with each audience's variance pooled over them. With few answers their intervals are approximate."))
	}
	return append(lines, l.text("Blind spot: rated higher inside, and below the target (%s of 100) outside. Overrated strength: higher inside, not below it outside. Hidden strength: higher outside. Shared: no difference established.", l.everyTarget()))
}

// answeredInFull reports whether everybody of an audience answered, in any wave.
func answeredInFull(a analysis.Audience) bool {
	return slices.ContainsFunc(a.Bases, func(base analysis.Base) bool { return base.Census })
}

// testsMeansAlone reports whether anything is established without a test of ranks: a change, or a contrast between values of a segment.
func (l *lookup) testsMeansAlone() bool {
	return slices.ContainsFunc(l.result.Figures, func(f analysis.Figure) bool {
		return f.PAdjusted.Defined() && (f.Statistic == "contrast" || f.Statistic == "mean_change" || f.Statistic == "gap_change")
	})
}

// judged reports whether any gap has a verdict: published ones have none.
func (l *lookup) judged() bool {
	return slices.ContainsFunc(l.result.Figures, func(f analysis.Figure) bool {
		return f.Analysis == "gap" && f.Statistic == "difference" && f.Verdict != ""
	})
}

// told reports whether a result has a figure of a statistic, and whether one of them has an interval.
func (l *lookup) told(name, statistic string) (value, interval bool) {
	for i := range l.result.Figures {
		if f := &l.result.Figures[i]; f.Analysis == name && f.Statistic == statistic {
			value, interval = value || f.Value.Defined(), interval || f.Low.Defined()
		}
	}
	return value, interval
}

// haveRespondents reports whether any audience of the newest wave has more than published figures.
func (l *lookup) haveRespondents() bool {
	return slices.ContainsFunc(l.result.Audiences, func(a analysis.Audience) bool { return !published(a, l.newestWave()) })
}

// limits say what a report cannot say; audience is whom it is for, where it is not for all.
func (l *lookup) limits(audience string) []string {
	minimum := l.result.Choices.MinimumBase
	var lines []string
	if l.haveRespondents() {
		lines = append(lines, l.text("Intervals hold for random samples of the audiences; they say nothing of people who were not asked or did not answer."))
	} else {
		lines = append(lines, l.text("No sampling errors are worked out of published means, as how those who answered were sampled and weighted is not known: a difference between them may be one of the samples alone."))
	}
	if len(l.importanceTopics()) > 0 || slices.ContainsFunc(l.journeySections(l.everyWave()), section.hasRows) {
		lines = append(lines, l.text("Associations do not show causes: that an item goes with the outcome does not say that improving it would move the outcome."))
	}
	if len(l.result.Audiences) > 1 {
		lines = append(lines, l.text("Different wordings and scales are compared where the study takes them for the same question; rescaling does not make scales equivalent."))
	}
	if l.haveRespondents() {
		lines = append(lines, l.text("With fewer than 30 answers (†) figures are indicative, unless the whole audience answered. Figures of fewer than %d answers are not shown.", minimum))
		lines = append(lines, l.shortIntervals()...)
	}
	if len(l.result.Waves) > 1 {
		lines = append(lines, l.text("Waves are taken for samples of different people, unless an id tells who answered in both: where the same people answered without one, changes are mostly surer than their intervals say."))
	}
	if audience != "" {
		lines = append(lines, l.text("Version for %s", l.label(audience))+": "+l.versionLeavesOut())
	}
	return lines
}

// versionLeavesOut says what the version for one audience does not have.
func (l *lookup) versionLeavesOut() string {
	return l.text("Of other audiences it leaves out whatever rests on fewer than %d answers, and what was computed with it. What to do first is not part of it.", l.result.Choices.MinimumBase)
}

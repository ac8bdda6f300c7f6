package report

import (
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// answer is the study in at most five sentences: what leadership does not see, what it underrates, what all share, where the distance
// arises, and what to do first. A sentence stands where the study has its figures, claims what they establish, and has interval and base of
// each; what a reader must know beyond that stands in the parts concerned.
func (l *lookup) answer() []finding {
	wave := l.newestWave()
	var all []finding
	for _, s := range []finding{
		l.untested(wave),
		l.apart(l.text("Blind spots"), wave, apartTexts{
			analysis.BlindSpot, l.text("No item is established as a blind spot."),
			"One item is rated higher by %[2]s than by %[3]s, whose mean is below the target: %[4]s.",
			"%[1]s items are rated higher by %[2]s than by %[3]s, whose means are below the target: %[4]s.",
		}),
		l.apart(l.text("Hidden strengths"), wave, apartTexts{
			analysis.HiddenStrength, l.text("No item is established as a hidden strength."),
			"One item is rated lower by %[2]s than by %[3]s: %[4]s.",
			"%[1]s items are rated lower by %[2]s than by %[3]s: %[4]s.",
		}),
		l.shared(wave), l.breaks(wave), l.first(wave),
	} {
		if len(s.parts) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// apartTexts are what is said of a class of items in which the first and the last audience differ.
type apartTexts struct {
	class              string
	none, one, several string
}

// apart tells the items of a class in which the first and the last audience differ; that there is none, where there could be.
func (l *lookup) apart(head, wave string, texts apartTexts) finding {
	first, last := l.ends(wave)
	s := finding{head: head}
	all := l.ofClass(wave, texts.class)
	if len(all) == 0 {
		if l.tested(wave) {
			s.parts = plain(texts.none)
		}
		return s
	}
	var named []phrase
	for _, c := range all[:min(mentioned, len(all))] {
		said := l.phrase("%s by %s (%s; %s)", plain(l.quoted(c.item)), l.sizeOf(c), l.interval(c.gap, decimals(c.topic), c.gap.Value < 0, 0), l.basesOf(c.gap))
		named = append(named, withRemarks(said, append(l.underrated(c, last), l.notShownBelow(c, last)...)))
	}
	s.parts = l.countedPhrase(len(all), texts.one, texts.several, plain(visible(first.Label)), plain(visible(last.Label)), l.enumerated(named, len(all)))
	return s
}

// sizeOf writes how far apart the audiences are on an item.
func (l *lookup) sizeOf(c classified) phrase {
	size := l.sided(analysis.Number(math.Abs(float64(c.gap.Value))), func(x analysis.Number) string { return l.number(x, decimals(c.topic)) }, 0)
	return cited(l.onItsScale(l.pointsOf(size, c.topic.unit), c.topic), c.gap)
}

// underrated says of a strength that it is one in comparison only: the last audience, too, rates it below the target.
func (l *lookup) underrated(c classified, last analysis.Audience) []phrase {
	mean := l.profile(c.topic, last.ID, c.item.ID, "mean")
	if c.gap.Value < 0 && mean != nil && mean.Value.Defined() && float64(mean.Value) < c.topic.at(c.item.Target) {
		return []phrase{l.phrase("underrated, but below the target")}
	}
	return nil
}

// notShownBelow says of a blind spot that the mean of the last audience is below the target, but its interval reaches there.
func (l *lookup) notShownBelow(c classified, last analysis.Audience) []phrase {
	mean, target := l.profile(c.topic, last.ID, c.item.ID, "mean"), c.topic.at(c.item.Target)
	if c.gap.Value > 0 && mean != nil && float64(mean.Value) < target && target <= float64(mean.High) {
		return []phrase{l.phrase("that its mean is below the target is not shown")}
	}
	return nil
}

// shared tells what both ends see alike, of strengths and of weaknesses the item that they see most alike.
func (l *lookup) shared(wave string) finding {
	s := finding{head: l.text("What is shared")}
	first, last := l.ends(wave)
	var said []phrase
	for _, of := range []struct{ class, one, several string }{
		{analysis.SharedStrength, "one item, at or above the target for both: %[2]s", "%[1]s items, at or above the target for both, such as %[2]s"},
		{analysis.SharedWeakness, "one item, below the target for both: %[2]s", "%[1]s items, below the target for both, such as %[2]s"},
	} {
		items := l.ofClass(wave, of.class)
		if len(items) == 0 {
			continue
		}
		most := items[len(items)-1]
		told := assembled(func(args ...any) string { return l.plural(len(items), of.one, of.several, args...) },
			[]phrase{plain(strings.ToLower(l.inWords(len(items)))), l.phrase("%s (%s)", plain(l.quoted(most.item)), l.gapOf(most))})
		if dissent := l.dissent(items); dissent != nil {
			told = l.phrase("%s – %s", told, dissent)
		}
		said = append(said, told)
	}
	switch {
	case len(said) > 0:
		s.parts = l.phrase("Between %s and %s no difference beyond the margin is established on %s.", plain(visible(first.Label)), plain(visible(last.Label)), inARow(said, l.text(", and on ")))
	case l.tested(wave):
		s.parts = plain(l.text("No item is established as rated alike by %s and %s on one side of the target.", visible(first.Label), visible(last.Label)))
	}
	return s
}

// dissent says on how many of the items that two audiences see alike another is shown to differ from one of them; nothing where none does.
func (l *lookup) dissent(items []classified) phrase {
	for _, a := range l.result.Audiences {
		n := 0
		for _, c := range items {
			if slices.ContainsFunc(l.dissenting(c), func(other analysis.Audience) bool { return other.ID == a.ID }) {
				n++
			}
		}
		if n > 0 {
			if len(items) == 1 {
				return l.phrase("though the ratings of %s differ", plain(visible(a.Label)))
			}
			return assembled(func(args ...any) string {
				return l.plural(n, "though on one of these the ratings of %[2]s differ", "though on %[1]s of these the ratings of %[2]s differ", args...)
			}, []phrase{plain(strings.ToLower(l.inWords(n))), plain(visible(a.Label))})
		}
	}
	return nil
}

// gapOf writes the gap of an item on which no difference beyond the margin is established, and what is shown of it.
func (l *lookup) gapOf(c classified) phrase {
	digits := decimals(c.topic)
	gap := l.phrase("gap %s, %s; %s", cited(l.onItsScale(l.difference(c.gap, func(x analysis.Number) string { return l.signed(x, digits) }), c.topic), c.gap), l.interval(c.gap, digits, false, 0), l.basesOf(c.gap))
	if shown := l.shownOf(c.gap); len(shown) > 0 {
		return l.phrase("%s; %s", gap, shown)
	}
	return gap
}

// breaks tells on which stretch of the chain the distance arises; where that is not known, the largest gap if it lies on a stretch.
func (l *lookup) breaks(wave string) finding {
	if said := l.stretches(wave); len(said) > 0 {
		return finding{head: l.text("Where the distance arises"), parts: said}
	}
	head := l.text("The largest gap")
	if !l.tested(wave) { // which the untested one has taken
		head = l.text("Between other audiences")
	}
	return finding{head: head, parts: l.elsewhere(wave)}
}

// first tells what to do first: the first step of the outermost audience that has priorities, or that there is none.
func (l *lookup) first(wave string) finding {
	s := finding{head: l.text("What to do first")}
	if l.handedOn {
		return s
	}
	topics := slices.Clone(l.importanceTopics())
	slices.Reverse(topics)
	for _, t := range topics {
		if t.wave == wave && t.ranked() {
			s.parts = t.firstStep()
			return s
		}
	}
	for _, t := range topics {
		if t.wave == wave && len(s.parts) == 0 {
			s.parts = t.unknown()
		}
	}
	return s
}

// firstStep tells of the item that is to be done first, or why none is.
func (t *importanceTopic) firstStep() phrase {
	order := t.inOrderOfSteps()
	switch {
	case t.unexplained():
		return t.phrase("No item is put first: that the outcome of %s goes with the items at all is not established.", plain(visible(t.audience.Label)))
	case len(order) == 0:
		return t.withProvisos(t.noStep(), nil, nil)
	}
	i := order[0]
	fit := t.of("derived", "", "r_squared")
	said := t.phrase(t.firstText(i), append(t.shortfallAndShare(t.result.Items[i]), plain(visible(t.audience.Label)), cited("R²"+noBreak+t.number(fit.Value, 2), fit))...)
	return t.withProvisos(said, t.firstByPriority(order), t.shakyPlace(i))
}

// firstText is the sentence of the first step: that it comes first is said only of an item that is the first by its rank too.
func (t *importanceTopic) firstText(i int) string {
	text := "%[1]s comes first: it falls %[2]s short of its importance in the ratings of %[9]s (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	switch leads, likely := t.rankedFirst(i), t.standingOf(i) == likelyShort; {
	case leads && likely:
		text = "%[1]s comes first: that it falls %[2]s short of its importance in the ratings of %[9]s is likely, not established (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	case likely:
		text = "The first step of the plan is %[1]s: that it falls %[2]s short of its importance in the ratings of %[9]s is likely, not established (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	case !leads:
		text = "The first step of the plan is %[1]s: it falls %[2]s short of its importance in the ratings of %[9]s (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	}
	return text
}

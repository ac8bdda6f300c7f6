package report

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// mostAnswered is how many sentences the answer has at most: whoever reads one page reads it.
const mostAnswered = 7

// answer is the study in a few sentences, those first that a reader asks for first: how the outcome stands, what has changed, what leadership
// does not see, what to do first, what falls furthest short, what is overrated and underrated, where the distance arises, and what all share. A
// sentence stands where the study has its figures, claims what they establish, and has interval and base of each; what a reader must know
// beyond that stands in the parts concerned, and so does what has no room here.
func (l *lookup) answer() []finding {
	wave := l.newestWave()
	var all []finding
	for _, s := range []finding{
		l.outcomeInBrief(), l.changedInBrief(), l.highestAndLowest(wave), l.untested(wave), l.believedShares(wave),
		l.apart(l.text("Blind spots"), wave, apartTexts{
			analysis.BlindSpot, l.text("No item is established as a blind spot."),
			"One item is rated higher by %[2]s than by %[3]s, whose mean is below the target: %[4]s.",
			"%[1]s items are rated higher by %[2]s than by %[3]s, whose means are below the target: %[4]s.",
		}),
		l.first(wave), l.largestShortfall(wave),
		l.apart(l.text("Overrated strengths"), wave, apartTexts{
			analysis.OverratedStrength, "",
			"One item is rated higher by %[2]s than by %[3]s, whose mean is not below the target: %[4]s.",
			"%[1]s items are rated higher by %[2]s than by %[3]s, whose means are not below the target: %[4]s.",
		}),
		l.apart(l.text("Hidden strengths"), wave, apartTexts{
			analysis.HiddenStrength, "",
			"One item is rated lower by %[2]s than by %[3]s: %[4]s.",
			"%[1]s items are rated lower by %[2]s than by %[3]s: %[4]s.",
		}),
		l.breaks(wave), l.shared(wave),
	} {
		if len(s.parts) > 0 {
			all = append(all, s)
		}
	}
	return all[:min(mostAnswered, len(all))]
}

// inAnswer reports whether the answer has a sentence under a head.
func (l *lookup) inAnswer(head string) bool {
	return slices.ContainsFunc(l.answer(), func(s finding) bool { return s.head == head })
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
		if l.tested(wave) && texts.none != "" {
			s.parts = plain(texts.none)
		}
		return s
	}
	var named []phrase
	for _, c := range all[:min(mentioned, len(all))] {
		said := l.phrase("%s by %s (%s; %s)", plain(l.quoted(c.item)), l.sizeOf(c), l.interval(c.gap, decimals(c.topic), c.gap.Value < 0, 0), l.basesOf(c.gap))
		named = append(named, withRemarks(said, append(l.underrated(c, last), l.sideNotShown(c, last)...)))
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

// sideNotShown says of a blind spot that the mean of the last audience is below the target, but its interval reaches there; and of an
// overrated strength that it is not, but its interval reaches below.
func (l *lookup) sideNotShown(c classified, last analysis.Audience) []phrase {
	mean, target := l.profile(c.topic, last.ID, c.item.ID, "mean"), c.topic.at(c.item.Target)
	switch {
	case c.gap.Value < 0 || mean == nil:
		return nil
	case float64(mean.Value) < target && target <= float64(mean.High):
		return []phrase{l.phrase("that its mean is below the target is not shown")}
	case target <= float64(mean.Value) && float64(mean.Low) < target:
		return []phrase{l.phrase("that its mean reaches the target is not shown")}
	}
	return nil
}

// shared tells what both ends are shown to see alike, of strengths and of weaknesses the item that they see most alike, and on how many more
// no difference is established, which is less. Where nothing is shown, it tells what is not established to differ, and says so.
func (l *lookup) shared(wave string) finding {
	first, last := l.ends(wave)
	a, b := plain(visible(first.Label)), plain(visible(last.Label))
	shown, open := l.sharedItems(wave, true), l.sharedItems(wave, false)
	switch told := l.strengthsAndWeaknesses(shown); {
	case len(told) > 0 && len(open) > 0:
		return finding{head: l.text("What is shared"), parts: l.phrase("Between %s and %s a gap within the margin is shown on %s; %s.", a, b, told, l.openItems(open))}
	case len(told) > 0:
		return finding{head: l.text("What is shared"), parts: l.phrase("Between %s and %s a gap within the margin is shown on %s.", a, b, told)}
	case len(open) > 0 && l.tested(wave):
		said := l.phrase("Between %s and %s no difference beyond the margin is established on %s; that the gap lies within the margin is not shown", a, b, l.strengthsAndWeaknesses(open))
		if differ := l.likelyToDiffer(open); differ != nil && len(open) > 1 {
			said = l.phrase("%s, though %s", said, differ)
		}
		return finding{head: l.text("What may be shared"), parts: append(said, part{text: "."})}
	case len(open) > 0:
		return finding{head: l.text("What may be shared"), parts: l.phrase("Between %s and %s no difference beyond the margin is established on %s.", a, b, l.strengthsAndWeaknesses(open))}
	case l.tested(wave):
		return finding{head: l.text("What is shared"), parts: plain(l.text("No item is established as rated alike by %s and %s on one side of the target.", visible(first.Label), visible(last.Label)))}
	}
	return finding{}
}

// sharedItems are the shared strengths and weaknesses of which it is shown, or not, that the gap lies within the margin.
func (l *lookup) sharedItems(wave string, shown bool) []classified {
	return slices.DeleteFunc(l.ofClass(wave, analysis.SharedStrength, analysis.SharedWeakness), func(c classified) bool {
		return shown != (c.gap.Verdict == analysis.Similar || c.gap.Verdict == analysis.Trivial)
	})
}

// strengthsAndWeaknesses counts shared items on either side of the target, and names of each side the one seen most alike; nothing of none.
func (l *lookup) strengthsAndWeaknesses(all []classified) phrase {
	var said []phrase
	for _, of := range []struct{ class, one, several string }{
		{analysis.SharedStrength, "one item, at or above the target for both: %[2]s", "%[1]s items, at or above the target for both, such as %[2]s"},
		{analysis.SharedWeakness, "one item, below the target for both: %[2]s", "%[1]s items, below the target for both, such as %[2]s"},
	} {
		items := slices.DeleteFunc(slices.Clone(all), func(c classified) bool {
			return l.gap(c.topic, c.gap.Audience, c.gap.Versus, c.item.ID, "class").Verdict != of.class
		})
		if len(items) == 0 {
			continue
		}
		most := mostAlike(items)
		told := assembled(func(args ...any) string { return l.plural(len(items), of.one, of.several, args...) },
			[]phrase{plain(strings.ToLower(l.inWords(len(items)))), l.phrase("%s (%s)", plain(l.quoted(most.item)), l.gapOf(most))})
		if dissent := l.dissent(items); dissent != nil {
			told = l.phrase("%s – %s", told, dissent)
		}
		said = append(said, told)
	}
	return inARow(said, l.text(", and on "))
}

// mostAlike is the item of the smallest gap, those of a likely difference last; the items are in order of size.
func mostAlike(items []classified) classified {
	for k := len(items) - 1; k >= 0; k-- {
		if !items[k].gap.Note.Has(analysis.NoteExcludesZero) {
			return items[k]
		}
	}
	return items[len(items)-1]
}

// openItems says on how many more items no difference is established, and on how many of these one is likely.
func (l *lookup) openItems(open []classified) phrase {
	said := assembled(func(args ...any) string {
		return l.plural(len(open), "on one more no difference beyond the margin is established", "on %[1]s more no difference beyond the margin is established", args...)
	}, []phrase{plain(strings.ToLower(l.inWords(len(open))))})
	if differ := l.likelyToDiffer(open); differ != nil {
		return l.phrase("%s, though %s", said, differ)
	}
	return said
}

// likelyToDiffer says on how many of several items a difference is likely, not established; nil where it is on none.
func (l *lookup) likelyToDiffer(items []classified) phrase {
	n := 0
	for _, c := range items {
		if c.gap.Note.Has(analysis.NoteExcludesZero) {
			n++
		}
	}
	switch {
	case n == 0:
		return nil
	case len(items) == 1:
		return l.phrase("one is likely")
	}
	return assembled(func(args ...any) string {
		return l.plural(n, "on one of these a difference is likely", "on %[1]s of these a difference is likely", args...)
	}, []phrase{plain(strings.ToLower(l.inWords(n)))})
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

// highestAndLowest tells what the one audience of a study rates highest and lowest; of several the gaps tell more.
func (l *lookup) highestAndLowest(wave string) finding {
	if len(l.result.Audiences) != 1 {
		return finding{}
	}
	a := l.result.Audiences[0]
	var all []classified
	hidden := false
	share := func(c classified) float64 {
		return (float64(l.profile(c.topic, a.ID, c.item.ID, "mean").Value) - c.topic.low) / (c.topic.high - c.topic.low)
	}
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			switch f := l.profile(t, a.ID, l.result.Items[i].ID, "mean"); {
			case f == nil:
			case f.Value.Defined():
				all = append(all, classified{topic: t, item: l.result.Items[i]})
			default:
				hidden = true
			}
		}
	}
	if len(all) < 2 {
		return finding{}
	}
	slices.SortStableFunc(all, func(x, y classified) int { return cmp.Compare(share(y), share(x)) })
	highest, lowest := all[0], all[len(all)-1]
	text := "Of %s items %s rate highest %s: %s, and lowest %s: %s."
	if hidden {
		text = "Of the %s items that are shown %s rate highest %s: %s, and lowest %s: %s."
	}
	return finding{head: l.text("Highest and lowest"), parts: l.phrase(text,
		plain(l.whole(len(all))), plain(visible(a.Label)), plain(l.quoted(highest.item)), l.levelOf(highest, a), plain(l.quoted(lowest.item)), l.levelOf(lowest, a))}
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
	if i == t.shortest() {
		said = t.phrase("%s; no item falls further short.", t.withoutStop(said))
	}
	return t.withProvisos(said, t.firstByPriority(order), t.shakyPlace(i))
}

// firstText is the sentence of the first step: that it comes first is said only of an item that is the first by its rank too.
func (t *importanceTopic) firstText(i int) string {
	text := "%[1]s comes first: it falls %[2]s short of its importance in the ratings of %[9]s (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	switch leads, likely := t.rankedFirst(i), t.standingOf(i) == likelyShort; {
	case leads && likely:
		text = "%[1]s comes first: that it falls %[2]s short of its importance in the ratings of %[9]s is likely, not established (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	case likely:
		text = "The plan begins with %[1]s: that it falls %[2]s short of its importance in the ratings of %[9]s is likely, not established (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	case !leads:
		text = "The plan begins with %[1]s: it falls %[2]s short of its importance in the ratings of %[9]s (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	}
	return text
}

package report

import (
	"math"
	"slices"
	"sort"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// moved is an item with a change from the last wave but one to the last.
type moved struct {
	topic  *topic
	item   analysis.Item
	change *analysis.Figure
}

// size is the change as a share of the scale.
func (m moved) size() float64 {
	return math.Abs(float64(m.change.Value)) / (m.topic.high - m.topic.low)
}

// changed tells what has changed since the wave before: the gaps between the first and the last audience, with who moved, what every
// audience says, and how much of it stands over all comparisons.
func (l *lookup) changed() finding {
	s := finding{head: l.text("What has changed")}
	n := len(l.result.Waves)
	if n < 2 {
		return s
	}
	since := plain(visible(l.result.Waves[n-2]))
	first, last := l.ends(l.newestWave())
	gaps := l.moves(first.ID, last.ID, "gap_change")
	for _, of := range []struct{ verdict, one, several string }{
		{
			analysis.Widened, "One item shows a wider gap between %[3]s and %[4]s than in %[2]s: %[5]s.",
			"%[1]s items show a wider gap between %[3]s and %[4]s than in %[2]s: %[5]s.",
		},
		{
			analysis.Narrowed, "One item shows a narrower gap between %[3]s and %[4]s than in %[2]s: %[5]s.",
			"%[1]s items show a narrower gap between %[3]s and %[4]s than in %[2]s: %[5]s.",
		},
		{
			analysis.Reversed, "One item shows the gap between %[3]s and %[4]s the other way round than in %[2]s: %[5]s.",
			"%[1]s items show the gap between %[3]s and %[4]s the other way round than in %[2]s: %[5]s.",
		},
	} {
		s.say(l.movesOf(gaps, of.one, of.several, since, first, last, func(f *analysis.Figure) bool { return f.Verdict == of.verdict }))
	}
	if len(s.parts) == 0 && len(gaps) > 0 {
		s.parts = l.phrase("No gap between %s and %s is shown to have widened or narrowed since %s.", plain(visible(first.Label)), plain(visible(last.Label)), since)
	}
	means := l.meansMoved(&s, since)
	s.say(l.standingChanges(means))
	return s
}

// meansMoved tells, of every audience, the last first, what it rates otherwise than in the wave before, and returns the changes of all.
func (l *lookup) meansMoved(s *finding, since phrase) (all []moved) {
	var still []string
	for k := len(l.result.Audiences) - 1; k >= 0; k-- {
		a := l.result.Audiences[k]
		means := l.moves(a.ID, "", "mean_change")
		if len(means) == 0 {
			continue
		}
		all = append(all, means...)
		before := len(s.parts)
		for _, of := range []struct {
			one, several string
			claimed      func(*analysis.Figure) bool
		}{
			{
				"One item is rated lower by %[4]s than in %[2]s: %[5]s.", "%[1]s items are rated lower by %[4]s than in %[2]s: %[5]s.",
				func(f *analysis.Figure) bool { return f.High < 0 },
			},
			{
				"One item is rated higher by %[4]s than in %[2]s: %[5]s.", "%[1]s items are rated higher by %[4]s than in %[2]s: %[5]s.",
				func(f *analysis.Figure) bool { return f.Low > 0 },
			},
		} {
			s.say(l.movesOf(means, of.one, of.several, since, a, a, of.claimed))
		}
		if len(s.parts) == before {
			still = append(still, visible(a.Label))
		}
	}
	slices.Reverse(still)
	if len(still) > 0 {
		s.say(l.phrase("Of no item is it shown that the ratings of %s differ from those in %s.", plain(l.listed(still)), since))
	}
	return all
}

// standingChanges says that intervals are of one item each, and how many of all changes are established over all comparisons.
func (l *lookup) standingChanges(means []moved) phrase {
	if len(means) < 2 {
		return nil
	}
	if l.result.Choices.Adjust == study.NoAdjustment {
		return l.phrase("Each interval holds for its item alone: of twenty changes one may stand out by chance.")
	}
	var counts []phrase
	for _, c := range l.changesOverAll(means[0].topic, means[0].change.Wave) {
		counts = append(counts, l.phrase("%s of %s %s", cited(l.whole(c.established), c.clearest), cited(l.whole(c.all), c.clearest), plain(c.what)))
	}
	if len(counts) == 0 {
		return nil
	}
	return l.phrase("Each interval holds for its item alone; over all comparisons (%s), established are %s.", plain(l.adjustment(l.result.Choices.Adjust)), l.enumerated(counts, len(counts)))
}

// changesTogether counts the changes of gaps, or of means, that are established over all comparisons of two waves.
type changesTogether struct {
	what             string
	established, all int
	clearest         *analysis.Figure // the one with the smallest p
}

// changesOverAll counts the changes of gaps and of means in a table, over the steps from wave to wave that are named.
func (l *lookup) changesOverAll(t *topic, waves ...string) []changesTogether {
	var counts []changesTogether
	for _, of := range []struct{ statistic, text string }{{"gap_change", l.text("changes of gaps")}, {"mean_change", l.text("changes of means")}} {
		c := changesTogether{what: of.text}
		for i := range l.result.Figures {
			f := &l.result.Figures[i]
			if f.Statistic != of.statistic || f.Kind != t.kind || f.Perspective != t.perspective || !f.PAdjusted.Defined() || !slices.Contains(waves, f.Wave) {
				continue
			}
			c.all++
			if l.standsOverAll(f) {
				c.established++
			}
			if c.clearest == nil || f.P < c.clearest.P {
				c.clearest = f
			}
		}
		if c.all > 0 {
			counts = append(counts, c)
		}
	}
	return counts
}

// standsOverAll reports whether a change is established over all comparisons, not by its interval alone.
func (l *lookup) standsOverAll(f *analysis.Figure) bool {
	return f.PAdjusted.Defined() && float64(f.PAdjusted) < l.result.Choices.Alpha
}

// whoMoved says which of the two audiences of a gap rates an item otherwise than in the wave before.
func (l *lookup) whoMoved(m moved) phrase {
	var who []phrase
	for _, id := range []string{m.change.Audience, m.change.Versus} {
		f := l.figure(key{"change", m.topic.kind, m.topic.perspective, id, "", m.item.ID, "mean_change", m.change.Wave})
		if f == nil || !f.Value.Defined() || !(f.Low > 0 || f.High < 0) {
			continue
		}
		write := func(x analysis.Number) string { return l.signed(x, decimals(m.topic)) }
		who = append(who, l.phrase("%s %s (%s)", plain(l.label(id)), cited(l.difference(f, write), f), l.endsOf(f, l.sided(f.Low, write, 0), l.sided(f.High, write, 0))))
	}
	if len(who) == 0 {
		return l.phrase(" – neither audience alone is shown to have moved")
	}
	return l.phrase(", moved by %s", l.enumerated(who, len(who)))
}

// say appends a sentence.
func (s *finding) say(sentence phrase) {
	if len(sentence) > 0 && len(s.parts) > 0 {
		s.parts = append(s.parts, part{text: " "})
	}
	s.parts = append(s.parts, sentence...)
}

// moves returns the changes of performance to the last wave, the largest first.
func (l *lookup) moves(a, b, statistic string) []moved {
	n := len(l.result.Waves)
	var all []moved
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || !l.newest(t) {
			continue
		}
		for _, i := range t.items {
			item := l.result.Items[i]
			f := l.figure(key{"change", t.kind, t.perspective, a, b, item.ID, statistic, l.result.Waves[n-2] + ":" + l.result.Waves[n-1]})
			if f != nil && f.Value.Defined() {
				all = append(all, moved{t, item, f})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].size() > all[j].size() })
	return all
}

// movesOf tells those of the changes that are as claimed: %[1]s is their number, %[2]s the wave before, %[3]s and %[4]s are the first and the last
// audience, %[5]s lists the items.
func (l *lookup) movesOf(all []moved, one, several string, since phrase, first, last analysis.Audience, claimed func(*analysis.Figure) bool) phrase {
	var named []phrase
	n := 0
	for _, m := range all {
		if !claimed(m.change) {
			continue
		}
		if n++; n > mentioned {
			continue
		}
		write := func(x analysis.Number) string { return l.signed(x, decimals(m.topic)) }
		bases := l.basesOf(m.change)
		if m.change.Versus == "" {
			bases = l.basesOfChange(m.change)
		}
		said := l.phrase("%s %s (%s; %s)", plain(l.quoted(m.item)),
			cited(l.difference(m.change, write), m.change), l.endsOf(m.change, l.sided(m.change.Low, write, 0), l.sided(m.change.High, write, 0)), bases)
		if m.change.Versus != "" {
			said = append(said, l.whoMoved(m)...)
		}
		named = append(named, said)
	}
	if n == 0 {
		return nil
	}
	return l.countedPhrase(n, one, several, since, plain(visible(first.Label)), plain(visible(last.Label)), l.inSemicolons(named, n))
}

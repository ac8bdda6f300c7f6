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

// How many items a sentence on changes names: of the gap that the answer is about and of the outermost audience, and of the gaps of other
// pairs, which the tables over time have.
const (
	movedNamed      = 2
	movedNamedOther = 1
)

// changed tells what has changed since the wave before: how much of it is established over all comparisons, of which gaps and how the last
// audience rates otherwise, and how many changes besides are established or likely. What is likely is told itself where nothing is established.
func (l *lookup) changed() finding {
	s := finding{head: l.text("What has changed")}
	n := len(l.result.Waves)
	if n < 2 {
		return s
	}
	s.say(l.standingChanges())
	established, likely := l.countMoves(l.claimed), l.countMoves(func(f *analysis.Figure) bool { return excludesZero(f) && !l.claimed(f) })
	if established == 0 && likely > 0 {
		s.say(l.phrase("What follows is likely, not established: the interval of each change alone excludes 0."))
		l.changesAs(&s, excludesZero)
		return s
	}
	if rest := established - l.changesAs(&s, l.claimed); rest > 0 {
		s.say(l.countedPhrase(rest, "One more change is established.", "%[1]s more changes are established."))
	}
	if likely > 0 {
		s.say(l.countedPhrase(likely, "One more change is likely, not established: its interval alone excludes 0.", "%[1]s more changes are likely, not established: the interval of each alone excludes 0."))
	}
	return s
}

// claimed reports whether a change may be told as one: established over all comparisons, where they are adjusted for; else by its interval.
func (l *lookup) claimed(f *analysis.Figure) bool {
	if f.PAdjusted.Defined() && l.result.Choices.Adjust != study.NoAdjustment {
		return l.standsOverAll(f)
	}
	return excludesZero(f)
}

// excludesZero reports whether a change is shown by itself: its interval excludes 0, or it is exact and not 0.
func excludesZero(f *analysis.Figure) bool { return f.Low > 0 || f.High < 0 || exactlyMoved(f) }

// exactlyMoved reports whether a change is one of censuses, without sampling error, and not 0.
func exactlyMoved(f *analysis.Figure) bool {
	return f.Note.Has(analysis.NoteCensus) && !f.Low.Defined() && f.Value.Defined() && f.Value != 0
}

// countMoves counts the changes of performance to the last wave, of gaps and of means, that are as claimed.
func (l *lookup) countMoves(claimed func(*analysis.Figure) bool) (n int) {
	for _, m := range l.allMoves() {
		if claimed(m.change) {
			n++
		}
	}
	return n
}

// allMoves returns the changes of every gap and of every audience's means.
func (l *lookup) allMoves() (all []moved) {
	for k, a := range l.result.Audiences {
		all = append(all, l.moves(a.ID, "", "mean_change")...)
		for _, b := range l.result.Audiences[k+1:] {
			all = append(all, l.moves(a.ID, b.ID, "gap_change")...)
		}
	}
	return all
}

// changesAs tells the changes that are claimed, of gaps and then of means, and returns how many there are.
func (l *lookup) changesAs(s *finding, claimed func(*analysis.Figure) bool) (told int) {
	since := plain(visible(l.result.Waves[len(l.result.Waves)-2]))
	first, last := l.ends(l.newestWave())
	told = l.gapsMoved(s, since, first, last, movedNamed, claimed)
	if told == 0 && len(l.moves(first.ID, last.ID, "gap_change")) > 0 {
		s.say(l.phrase("No gap between %s and %s is shown to have widened or narrowed since %s.", plain(visible(first.Label)), plain(visible(last.Label)), since))
	}
	for k, a := range l.result.Audiences {
		for _, b := range l.result.Audiences[k+1:] {
			if a.ID != first.ID || b.ID != last.ID {
				told += l.gapsMoved(s, since, a, b, movedNamedOther, claimed)
			}
		}
	}
	return told + l.meansMoved(s, since, last, claimed)
}

// gapsMoved tells of which items the gap between two audiences has changed as claimed, and returns how many they are.
func (l *lookup) gapsMoved(s *finding, since phrase, a, b analysis.Audience, named int, claimed func(*analysis.Figure) bool) (told int) {
	gaps := l.moves(a.ID, b.ID, "gap_change")
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
		{
			analysis.Changed, "One item shows another gap between %[3]s and %[4]s than in %[2]s, of the other sign; whether it is wider or narrower is not shown: %[5]s.",
			"%[1]s items show another gap between %[3]s and %[4]s than in %[2]s, of the other sign; whether it is wider or narrower is not shown: %[5]s.",
		},
	} {
		said, n := l.movesOf(gaps, named, of.one, of.several, since, a, b, func(f *analysis.Figure) bool { return claimed(f) && f.Verdict == of.verdict })
		s.say(said)
		told += n
	}
	return told
}

// meansMoved tells what the last audience rates otherwise than in the wave before, and of which audiences nothing of the kind is shown; it
// returns how many changes it tells.
func (l *lookup) meansMoved(s *finding, since phrase, last analysis.Audience, claimed func(*analysis.Figure) bool) (told int) {
	var still []string
	for _, a := range l.result.Audiences {
		means := l.moves(a.ID, "", "mean_change")
		if len(means) > 0 && !slices.ContainsFunc(means, func(m moved) bool { return claimed(m.change) }) {
			still = append(still, visible(a.Label))
		}
	}
	means := l.moves(last.ID, "", "mean_change")
	for _, of := range []struct {
		one, several string
		sign         analysis.Number
	}{
		{"One item is rated lower by %[4]s than in %[2]s: %[5]s.", "%[1]s items are rated lower by %[4]s than in %[2]s: %[5]s.", -1},
		{"One item is rated higher by %[4]s than in %[2]s: %[5]s.", "%[1]s items are rated higher by %[4]s than in %[2]s: %[5]s.", 1},
	} {
		said, n := l.movesOf(means, movedNamed, of.one, of.several, since, last, last, func(f *analysis.Figure) bool { return claimed(f) && f.Value*of.sign > 0 })
		s.say(said)
		told += n
	}
	if len(still) > 0 {
		s.say(l.phrase("Of no item is it shown that the ratings of %s differ from those in %s.", plain(l.listed(still)), since))
	}
	return told
}

// standingChanges says how many of all changes are established over all comparisons, and that intervals are of one item each.
func (l *lookup) standingChanges() phrase {
	all := l.allMoves()
	if len(all) < 2 {
		return nil
	}
	if l.result.Choices.Adjust == study.NoAdjustment {
		return l.phrase("Each interval holds for its item alone: of twenty changes one may stand out by chance.")
	}
	var changes []*analysis.Figure
	for _, m := range all {
		changes = append(changes, m.change)
	}
	var counts []phrase
	for _, c := range l.changesOverAll(changes) {
		counts = append(counts, assembled(func(args ...any) string { return l.ofChanges(c, args...) },
			[]phrase{cited(l.whole(c.established), c.clearest), cited(l.whole(c.all), c.clearest)}))
	}
	if len(counts) == 0 {
		return nil
	}
	return l.phrase("Established over all comparisons (%s) are %s; each interval holds for its item alone.", plain(l.adjustment(l.result.Choices.Adjust)), l.enumerated(counts, len(counts)))
}

// changesTogether counts the changes of gaps, or of means, that are established over all comparisons of two waves.
type changesTogether struct {
	statistic        string
	established, all int
	clearest         *analysis.Figure // the one with the smallest p
}

// changesOverAll counts the changes of gaps and of means that were tested, or need no test.
func (l *lookup) changesOverAll(changes []*analysis.Figure) []changesTogether {
	var counts []changesTogether
	for _, statistic := range []string{"gap_change", "mean_change"} {
		c := changesTogether{statistic: statistic}
		for _, f := range changes {
			if f.Statistic != statistic || !f.PAdjusted.Defined() && !exactlyMoved(f) {
				continue
			}
			c.all++
			if l.standsOverAll(f) {
				c.established++
			}
			if c.clearest == nil || !c.clearest.P.Defined() || f.P < c.clearest.P {
				c.clearest = f
			}
		}
		if c.all > 0 {
			counts = append(counts, c)
		}
	}
	return counts
}

// ofChanges says how many are established of how many changes of gaps, or of means; the two numbers are the arguments.
func (w *language) ofChanges(c changesTogether, numbers ...any) string {
	if c.statistic == "gap_change" {
		return w.plural(c.all, "%s of %s change of a gap", "%s of %s changes of gaps", numbers...)
	}
	return w.plural(c.all, "%s of %s change of a mean", "%s of %s changes of means", numbers...)
}

// standsOverAll reports whether a change is established over all comparisons, not by its interval alone.
func (l *lookup) standsOverAll(f *analysis.Figure) bool {
	return f.PAdjusted.Defined() && float64(f.PAdjusted) < l.result.Choices.Alpha || exactlyMoved(f)
}

// whoMoved says which of the two audiences of a gap rates an item otherwise than in the wave before.
func (l *lookup) whoMoved(m moved) phrase {
	var who []phrase
	for _, id := range []string{m.change.Audience, m.change.Versus} {
		f := l.figure(key{"change", m.topic.kind, m.topic.perspective, id, "", m.item.ID, "mean_change", m.change.Wave})
		if f == nil || !f.Value.Defined() || !l.claimed(f) {
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

// movesOf tells those of the changes that are as claimed, and returns how many they are: %[1]s is their number, %[2]s the wave before, %[3]s and
// %[4]s are the first and the last audience, %[5]s lists the items, of which the first few are named.
func (l *lookup) movesOf(all []moved, most int, one, several string, since phrase, first, last analysis.Audience, claimed func(*analysis.Figure) bool) (said phrase, n int) {
	var named []phrase
	for _, m := range all {
		if !claimed(m.change) {
			continue
		}
		if n++; n > most {
			continue
		}
		write := func(x analysis.Number) string { return l.signed(x, decimals(m.topic)) }
		bases := l.basesOf(m.change)
		if m.change.Versus == "" {
			bases = l.basesOfChange(m.change)
		}
		said := l.phrase("%s %s (%s; %s)", plain(l.quoted(m.item)),
			cited(l.difference(m.change, write), m.change), l.endsOf(m.change, l.sided(m.change.Low, write, 0), l.sided(m.change.High, write, 0)), bases)
		if m.change.Versus != "" && most > movedNamedOther {
			said = append(said, l.whoMoved(m)...)
		}
		named = append(named, said)
	}
	if n == 0 {
		return nil, 0
	}
	return l.countedPhrase(n, one, several, since, plain(visible(first.Label)), plain(visible(last.Label)), l.inSemicolons(named, n)), n
}

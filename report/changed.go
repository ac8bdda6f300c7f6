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

// movedNamed is how many items a sentence on changes names.
const movedNamed = 2

// changed tells what has changed since the wave before: what the last audience rates otherwise, how the gap between the inside and it has
// changed, and then how many changes are established over all comparisons, and how many more of them and of those that are likely the
// chapter over time has. What is likely is told itself where nothing is established.
func (l *lookup) changed() []finding {
	if len(l.result.Waves) < 2 {
		return nil
	}
	t := &changesTold{lookup: l, shown: l.claimed, told: map[string]bool{}}
	established, likely := l.movesThat(l.claimed), l.movesThat(func(f *analysis.Figure) bool { return excludesZero(f) && !l.claimed(f) })
	if len(established) == 0 && len(likely) > 0 {
		t.say(l.phrase("What follows is likely, not established: the interval of each change alone excludes 0."))
		t.shown = excludesZero
	}
	t.tell()
	t.say(l.heldChanges())
	t.say(l.standingChanges())
	if rest := t.untold(established); rest > 0 {
		t.say(l.countedPhrase(rest, "One more established change stands in the tables below.", "%[1]s more established changes stand in the tables below."))
	}
	if rest := t.untold(likely); rest > 0 {
		t.say(l.countedPhrase(rest, "One more change is likely, not established: its interval alone excludes 0.", "%[1]s more changes are likely, not established: the interval of each alone excludes 0."))
	}
	return t.sentences
}

// changesTold is what is said of changes in the making.
type changesTold struct {
	*lookup
	sentences []finding
	shown     func(*analysis.Figure) bool // which changes are told
	told      map[string]bool             // ids of the changes that are quoted, or counted with those that are
}

// say adds a sentence.
func (t *changesTold) say(sentence phrase) {
	if len(sentence) > 0 {
		t.sentences = append(t.sentences, finding{parts: sentence})
	}
}

// cites reports whether a sentence has told a figure.
func (t *changesTold) cites(id string) bool {
	return slices.ContainsFunc(t.sentences, func(s finding) bool { return slices.Contains(s.figures(), id) })
}

// untold counts the changes of which nothing has been said.
func (t *changesTold) untold(all []moved) (n int) {
	for _, m := range all {
		if !t.told[m.change.ID] {
			n++
		}
	}
	return n
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

// movesThat returns the changes of performance to the last wave, of gaps and of means, that are as claimed.
func (l *lookup) movesThat(claimed func(*analysis.Figure) bool) (all []moved) {
	for _, m := range l.allMoves() {
		if claimed(m.change) {
			all = append(all, m)
		}
	}
	return all
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

// tell tells the changes that are shown: of the means of the last audience, and then of the gap between the first and it.
func (t *changesTold) tell() {
	since := plain(visible(t.result.Waves[len(t.result.Waves)-2]))
	first, last := t.ends(t.newestWave())
	t.meansMoved(since, last)
	if !t.gapsMoved(since, first, last) && len(t.moves(first.ID, last.ID, "gap_change")) > 0 {
		t.say(t.phrase("No gap between %s and %s is shown to have widened or narrowed since %s.", plain(visible(first.Label)), plain(visible(last.Label)), since))
	}
}

// gapsMoved tells of which items the gap between two audiences has changed, and reports whether there are any.
func (t *changesTold) gapsMoved(since phrase, a, b analysis.Audience) (some bool) {
	gaps := t.moves(a.ID, b.ID, "gap_change")
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
		said := t.movesOf(gaps, of.one, of.several, since, a, b, func(f *analysis.Figure) bool { return f.Verdict == of.verdict })
		t.say(said)
		some = some || len(said) > 0
	}
	return some
}

// meansMoved tells what the last audience rates otherwise than in the wave before, and of which audiences nothing of the kind is shown.
func (t *changesTold) meansMoved(since phrase, last analysis.Audience) {
	var still []string
	for _, a := range t.result.Audiences {
		means := t.moves(a.ID, "", "mean_change")
		if len(means) > 0 && !slices.ContainsFunc(means, func(m moved) bool { return t.shown(m.change) }) {
			still = append(still, visible(a.Label))
		}
	}
	means := t.moves(last.ID, "", "mean_change")
	for _, of := range []struct {
		one, several string
		sign         analysis.Number
	}{
		{"One item is rated lower by %[4]s than in %[2]s: %[5]s.", "%[1]s items are rated lower by %[4]s than in %[2]s: %[5]s.", -1},
		{"One item is rated higher by %[4]s than in %[2]s: %[5]s.", "%[1]s items are rated higher by %[4]s than in %[2]s: %[5]s.", 1},
	} {
		t.say(t.movesOf(means, of.one, of.several, since, last, last, func(f *analysis.Figure) bool { return f.Value*of.sign > 0 }))
	}
	if len(still) > 0 {
		t.say(t.phrase("Of no item is it shown that the ratings of %s differ from those in %s.", plain(t.listed(still)), since))
	}
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

// whoMoved says which of the two audiences of a gap rates an item otherwise than in the wave before, so that the gap has changed as it has,
// and which otherwise so that it would have changed the other way.
func (t *changesTold) whoMoved(m moved) phrase {
	var with, against []phrase
	for _, id := range []string{m.change.Audience, m.change.Versus} {
		f := t.figure(key{"change", m.topic.kind, m.topic.perspective, id, "", m.item.ID, "mean_change", m.change.Wave})
		if f == nil || !f.Value.Defined() || !t.shown(f) {
			continue
		}
		moves := f.Value * m.change.Value // the gap is that of the first less the second
		if id == m.change.Versus {
			moves = -moves
		}
		if moves > 0 {
			with = append(with, t.moveOf(id, m, f))
		} else {
			against = append(against, t.moveOf(id, m, f))
		}
	}
	switch {
	case len(with) == 0 && len(against) == 0:
		return t.phrase(" – neither audience alone is shown to have moved")
	case len(with) == 0:
		return t.phrase(", against it: %s", t.enumerated(against, len(against)))
	case len(against) == 0:
		return t.phrase(", moved by %s", t.enumerated(with, len(with)))
	}
	return t.phrase(", moved by %s, against it: %s", t.enumerated(with, len(with)), t.enumerated(against, len(against)))
}

// moveOf tells by how much an audience rates an item otherwise; its interval only where it has not been told.
func (t *changesTold) moveOf(id string, m moved, f *analysis.Figure) phrase {
	t.told[f.ID] = true
	write := func(x analysis.Number) string { return t.signed(x, decimals(m.topic)) }
	if t.cites(f.ID) {
		return append(plain(t.label(id)+noBreak), cited(t.difference(f, write), f)...)
	}
	return t.phrase("%s %s (%s)", plain(t.label(id)), cited(t.difference(f, write), f), t.endsOf(f, t.sided(f.Low, write, 0), t.sided(f.High, write, 0)))
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

// movesOf tells those of the changes that are of a kind; nothing if there are none: %[1]s is their number, %[2]s the wave before, %[3]s and
// %[4]s are the first and the last audience, %[5]s lists the items, of which the first few are named.
func (t *changesTold) movesOf(all []moved, one, several string, since phrase, first, last analysis.Audience, are func(*analysis.Figure) bool) phrase {
	var named []phrase
	n := 0
	for _, m := range all {
		if !t.shown(m.change) || !are(m.change) {
			continue
		}
		t.told[m.change.ID] = true
		if n++; n > movedNamed {
			continue
		}
		write := func(x analysis.Number) string { return t.signed(x, decimals(m.topic)) }
		bases := t.basesOf(m.change)
		if m.change.Versus == "" {
			bases = t.basesOfChange(m.change)
		}
		said := t.phrase("%s %s (%s; %s)", plain(t.quoted(m.item)),
			cited(t.difference(m.change, write), m.change), t.endsOf(m.change, t.sided(m.change.Low, write, 0), t.sided(m.change.High, write, 0)), bases)
		if m.change.Versus != "" {
			said = append(said, t.whoMoved(m)...)
		}
		named = append(named, said)
	}
	if n == 0 {
		return nil
	}
	return t.countedPhrase(n, one, several, since, plain(visible(first.Label)), plain(visible(last.Label)), t.inSemicolons(named, n))
}

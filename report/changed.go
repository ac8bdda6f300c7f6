package report

import (
	"math"
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

// changed tells what has changed since the wave before: the gaps between the first and the last audience, and what the last one says.
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
	means := l.moves(last.ID, "", "mean_change")
	still := true
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
		sentence := l.movesOf(means, of.one, of.several, since, first, last, of.claimed)
		still = still && len(sentence) == 0
		s.say(sentence)
	}
	switch {
	case len(means) > 0 && still:
		s.say(l.phrase("Of no item is it shown that %s rate it otherwise than in %s.", plain(visible(last.Label)), since))
	case len(means) > 1:
		s.say(l.phrase("Each interval holds for its item alone: of twenty changes one may stand out by chance."))
	}
	return s
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
		named = append(named, l.phrase("%s %s (%s; %s)", plain(l.quoted(m.item)),
			cited(l.difference(m.change, write), m.change), l.endsOf(m.change, l.sided(m.change.Low, write, 0), l.sided(m.change.High, write, 0)), l.basesOf(m.change)))
	}
	if n == 0 {
		return nil
	}
	return l.countedPhrase(n, one, several, since, plain(visible(first.Label)), plain(visible(last.Label)), l.enumerated(named, n))
}

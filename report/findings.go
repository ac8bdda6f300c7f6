package report

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// finding is a sentence of the report. Its numbers name the figures that they come from.
type finding struct {
	head  string // what it is about: Blind spots
	parts []part
}

// part is a stretch of a sentence; with a figure, it is a number that the figure holds.
type part struct {
	text   string
	figure string // id; empty: plain words
}

func (s *finding) say(text string) { s.parts = append(s.parts, part{text: text}) }

func (s *finding) cite(text string, f *analysis.Figure) {
	s.parts = append(s.parts, part{strings.ReplaceAll(text, " %", noBreak+"%"), f.ID})
}

// text returns the sentence without its sources.
func (s finding) text() string {
	var b strings.Builder
	for _, p := range s.parts {
		b.WriteString(p.text)
	}
	return b.String()
}

// figures returns the ids of a sentence's figures, each once.
func (s finding) figures() []string {
	var ids []string
	seen := map[string]bool{}
	for _, p := range s.parts {
		if p.figure != "" && !seen[p.figure] {
			seen[p.figure] = true
			ids = append(ids, p.figure)
		}
	}
	return ids
}

// mentioned is how many items of a kind a sentence names.
const mentioned = 3

// answer is the study in at most five sentences: what leadership does not see, what it underrates, what all share, where the
// distance arises, what to do first. A sentence stands where the study has its figures, and claims what they establish.
func (l *lookup) answer() []finding {
	wave := l.everyWave()[len(l.everyWave())-1]
	var all []finding
	for _, s := range []finding{
		l.apart("Blind spots", wave, analysis.BlindSpot, "a blind spot", "blind spots"),
		l.apart("Hidden strengths", wave, analysis.HiddenStrength, "a hidden strength", "hidden strengths"),
		l.shared(wave), l.breaks(wave), l.first(wave),
	} {
		if len(s.parts) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// ofClass returns the items of the classes with their topic, the largest headline gap first.
func (l *lookup) ofClass(wave string, classes ...string) (items []classified) {
	first, last := l.ends()
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			item := l.result.Items[i]
			class, gap := l.gap(t, first.ID, last.ID, item.ID, "class"), l.gap(t, first.ID, last.ID, item.ID, "difference")
			if class == nil || gap == nil || !gap.Value.Defined() {
				continue
			}
			if slices.Contains(classes, class.Verdict) {
				items = append(items, classified{t, item, gap})
			}
		}
	}
	sort.SliceStable(items, func(a, b int) bool { return items[a].size() > items[b].size() })
	return items
}

// classes are those that an item may have.
func classes() []string {
	return []string{
		analysis.BlindSpot, analysis.OverratedStrength, analysis.HiddenStrength, analysis.SharedStrength, analysis.SharedWeakness, analysis.Uncertain,
	}
}

// classified is an item with its gap between the first and the last audience.
type classified struct {
	topic *topic
	item  analysis.Item
	gap   *analysis.Figure
}

// size is the gap as a share of the scale.
func (c classified) size() float64 {
	return math.Abs(float64(c.gap.Value)) / (c.topic.high - c.topic.low)
}

func (l *lookup) ends() (first, last analysis.Audience) {
	return l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
}

// apart tells the items of a class in which the first and the last audience differ; that there is none, where there could be.
func (l *lookup) apart(head, wave, class, one, several string) finding {
	first, last := l.ends()
	s := finding{head: head}
	all := l.ofClass(wave, class)
	if len(all) == 0 {
		if len(l.ofClass(wave, classes()...)) > 0 {
			s.say(fmt.Sprintf("No item is established as %s.", one))
		}
		return s
	}
	direction := "higher"
	if all[0].gap.Value < 0 {
		direction = "lower"
	}
	s.say(fmt.Sprintf("%s, rated %s by %s than by %s", countedAs(len(all), one, several), direction, visible(first.Label), visible(last.Label)))
	if class == analysis.BlindSpot {
		s.say(fmt.Sprintf(", and below the target by %s", visible(last.Label)))
	}
	s.say(": ")
	for k, c := range all[:min(mentioned, len(all))] {
		s.say(separator(k, len(all)))
		s.say(quoted(c.item) + " by ")
		s.cite(number(analysis.Number(math.Abs(float64(c.gap.Value))), decimals(c.topic))+noBreak+pointsOf(c.topic), c.gap)
		s.say(" (")
		l.citeInterval(&s, c.gap, decimals(c.topic), c.gap.Value < 0)
		s.say("; ")
		citeBases(&s, c.gap)
		s.say(")")
	}
	s.say(more(len(all)) + ".")
	return s
}

// countedAs writes how many items are what: “Two items are blind spots”.
func countedAs(n int, one, several string) string {
	if n == 1 {
		return "One item is " + one
	}
	return fmt.Sprintf("%s items are %s", inWords(n), several)
}

func quoted(item analysis.Item) string { return "“" + visible(item.Label) + "”" }

// pointsOf names the unit of a gap.
func pointsOf(t *topic) string {
	if t.unit == analysis.POMP {
		return "points of 100"
	}
	return "points"
}

// separator stands before the kth of n items, of which a sentence names the first few.
func separator(k, n int) string {
	switch {
	case k == 0:
		return ""
	case k == n-1:
		return " and "
	}
	return ", "
}

// more says how many of n items a sentence does not name.
func more(n int) string {
	if n <= mentioned {
		return ""
	}
	return fmt.Sprintf(", and %s more", strings.ToLower(inWords(n-mentioned)))
}

// citeInterval writes the interval of a difference in the direction in which it is told.
func (l *lookup) citeInterval(s *finding, f *analysis.Figure, digits int, turned bool) {
	low, high := f.Low, f.High
	if turned {
		low, high = -high, -low
	}
	l.citeEnds(s, f, number(low, digits), number(high, digits))
}

// citeEnds writes an interval with its level, or that there is none.
func (l *lookup) citeEnds(s *finding, f *analysis.Figure, low, high string) {
	if !f.Low.Defined() || !f.High.Defined() {
		s.say("no interval")
		return
	}
	s.cite(fmt.Sprintf("%s CI %s to %s", confidence(l.result.Choices), low, high), f)
}

// citeBases writes the bases of a figure, and marks a small one.
func citeBases(s *finding, f *analysis.Figure) {
	text := "n" + noBreak + rounded(f.N)
	if f.Versus != "" {
		text += " and" + noBreak + rounded(f.NVersus)
	}
	s.cite(text, f)
	if f.Note.Has(analysis.NoteSmallBase) {
		s.say(", a small base: indicative")
	}
}

// inWords writes small numbers as words.
func inWords(n int) string {
	words := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}
	if n < len(words) {
		return words[n]
	}
	return whole(n)
}

// shared tells what both ends see alike.
func (l *lookup) shared(wave string) finding {
	s := finding{head: "What is shared"}
	first, last := l.ends()
	for _, of := range []struct{ class, one, several, side string }{
		{analysis.SharedStrength, "a shared strength", "shared strengths", "at or above"},
		{analysis.SharedWeakness, "a shared weakness", "shared weaknesses", "below"},
	} {
		items := l.ofClass(wave, of.class)
		if len(items) == 0 {
			continue
		}
		if len(s.parts) > 0 {
			s.say(" ")
		}
		s.say(fmt.Sprintf("%s, %s the target in the ratings of both %s and %s, with no difference between them established: ",
			countedAs(len(items), of.one, of.several), of.side, visible(first.Label), visible(last.Label)))
		for k, c := range items[:min(mentioned, len(items))] {
			s.say(separator(k, len(items)))
			l.alike(&s, c, first, last)
		}
		s.say(more(len(items)) + ".")
	}
	if len(s.parts) == 0 && len(l.ofClass(wave, classes()...)) > 0 {
		s.say(fmt.Sprintf("No item is established as rated alike by %s and %s on one side of the target.", visible(first.Label), visible(last.Label)))
	}
	return s
}

// alike tells the two means of an item, and how far apart they may lie.
func (l *lookup) alike(s *finding, c classified, first, last analysis.Audience) {
	digits := decimals(c.topic)
	var of100 [2]string
	if c.topic.unit == analysis.POMP {
		of100[1] = " of 100"
	}
	s.say(quoted(c.item) + " (")
	for k, a := range []analysis.Audience{first, last} {
		if k > 0 {
			s.say(" and ")
		}
		if f := l.profile(c.topic, a.ID, c.item.ID, "mean"); f != nil && f.Value.Defined() {
			s.cite(number(f.Value, digits)+of100[k], f)
		}
	}
	s.say("; gap ")
	s.cite(signed(c.gap.Value, digits), c.gap)
	s.say(", ")
	l.citeInterval(s, c.gap, digits, false)
	s.say("; ")
	citeBases(s, c.gap)
	if c.gap.Verdict == analysis.Similar {
		s.say("; shown to be similar")
	}
	s.say(")")
}

// breaks tells on which stretch of the chain the distance arises.
func (l *lookup) breaks(wave string) finding {
	s := finding{head: "Where the chain breaks"}
	n := len(l.result.Audiences)
	if n < 3 {
		return s
	}
	first, middle, last := l.result.Audiences[0], l.result.Audiences[n-2], l.result.Audiences[n-1]
	of := func(a, b analysis.Audience, statistic string) *analysis.Figure {
		return l.figure(key{"chain", study.Performance, "own", a.ID, b.ID, "", statistic, wave})
	}
	inside, outside, items := of(first, middle, "communication_share"), of(middle, last, "delivery_share"), of(first, last, "items_in_distance")
	if inside == nil || outside == nil || items == nil || !inside.Value.Defined() || !outside.Value.Defined() {
		return s
	}
	if items.Value == 1 {
		s.say("On the ")
		s.cite("one item", items)
	} else {
		s.say("Over the ")
		s.cite(counted(int(items.Value), "item"), items)
	}
	s.say(fmt.Sprintf(" on which %s and %s differ and both stretches point the same way, ", visible(first.Label), visible(last.Label)))
	larger, from, to, where := inside, first, middle, "inside the house"
	if outside.Value > inside.Value {
		larger, from, to, where = outside, middle, last, "at delivery"
	}
	s.cite(percent(larger.Value, 0), larger)
	s.say(fmt.Sprintf(" of the distance lies between %s and %s, %s (", visible(from.Label), visible(to.Label), where))
	l.citeEnds(&s, larger, percent(larger.Low, 0), percent(larger.High, 0))
	s.say(")")
	if !(larger.Low > 0.5) {
		s.say(", which does not establish that it is the longer stretch")
	}
	s.say(".")
	return s
}

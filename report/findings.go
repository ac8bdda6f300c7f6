package report

import (
	"fmt"
	"math"
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
	s.parts = append(s.parts, part{text, f.ID})
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
const mentioned = 2

// answer is the study in at most five sentences, each only where its figures are established: what leadership does not see, what it
// underrates, what all share, where the distance arises, what to do first.
func (l *lookup) answer() []finding {
	wave := l.everyWave()[len(l.everyWave())-1]
	var all []finding
	for _, s := range []finding{
		l.apart("Blind spots", wave, analysis.BlindSpot, "a blind spot"),
		l.apart("Hidden strengths", wave, analysis.HiddenStrength, "a hidden strength"),
		l.shared(wave), l.breaks(wave), l.first(wave),
	} {
		if len(s.parts) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// ofClass returns the items of a class with their topic, the largest headline gap first.
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
			for _, name := range classes {
				if class.Verdict == name {
					items = append(items, classified{t, item, gap, class})
				}
			}
		}
	}
	sort.SliceStable(items, func(a, b int) bool { return items[a].size() > items[b].size() })
	return items
}

// classified is an item with its gap between the first and the last audience.
type classified struct {
	topic *topic
	item  analysis.Item
	gap   *analysis.Figure
	class *analysis.Figure
}

// size is the gap as a share of the scale.
func (c classified) size() float64 {
	return math.Abs(float64(c.gap.Value)) / (c.topic.high - c.topic.low)
}

func (l *lookup) ends() (first, last analysis.Audience) {
	return l.result.Audiences[0], l.result.Audiences[len(l.result.Audiences)-1]
}

// apart tells the items of a class in which the first and the last audience differ.
func (l *lookup) apart(head, wave, class, name string) finding {
	first, last := l.ends()
	s := finding{head: head}
	all := l.ofClass(wave, class)
	for k, c := range all[:min(mentioned, len(all))] {
		digits := decimals(c.topic)
		direction := "higher"
		if c.gap.Value < 0 {
			direction = "lower"
		}
		unit := " points"
		if c.topic.unit == analysis.POMP {
			unit = " points of 100"
		}
		if k > 0 {
			s.say(" ")
		}
		s.say(fmt.Sprintf("%s rates “%s” ", visible(first.Label), visible(c.item.Label)))
		s.cite(number(analysis.Number(math.Abs(float64(c.gap.Value))), digits), c.gap)
		s.say(fmt.Sprintf("%s %s than %s do (", unit, direction, visible(last.Label)))
		l.citeInterval(&s, c.gap, digits)
		s.say(fmt.Sprintf("n %s): %s.%s", bothBases(c.gap), name, indicative(c.gap)))
	}
	if more := len(all) - mentioned; more > 0 {
		s.say(fmt.Sprintf(" There %s %s more.", isAre(more), strings.ToLower(inWords(more))))
	}
	return s
}

// citeInterval writes the interval of a difference in the direction in which it is told: without its sign.
func (l *lookup) citeInterval(s *finding, f *analysis.Figure, digits int) {
	if !f.Low.Defined() || !f.High.Defined() {
		s.say("no interval; ")
		return
	}
	low, high := f.Low, f.High
	if f.Value < 0 {
		low, high = -high, -low
	}
	s.cite(fmt.Sprintf("%s CI %s to %s", confidence(l.result.Choices), number(low, digits), number(high, digits)), f)
	s.say("; ")
}

// bothBases writes the bases of a pair in words.
func bothBases(f *analysis.Figure) string {
	return rounded(f.N) + " and " + rounded(f.NVersus)
}

// indicative hedges a finding on a small base.
func indicative(f *analysis.Figure) string {
	if f.Note.Has(analysis.NoteSmallBase) {
		return " With so few answers this is indicative."
	}
	return ""
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
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
	strengths, weaknesses := l.ofClass(wave, analysis.SharedStrength), l.ofClass(wave, analysis.SharedWeakness)
	for k, of := range []struct {
		items []classified
		words string
	}{{strengths, "good enough"}, {weaknesses, "not good enough"}} {
		if len(of.items) == 0 {
			continue
		}
		if len(s.parts) > 0 {
			s.say(" ")
		}
		if k == 0 || len(s.parts) == 0 {
			s.say(fmt.Sprintf("%s and %s both rate ", visible(first.Label), visible(last.Label)))
		} else {
			s.say("Both rate ")
		}
		for m, c := range of.items[:min(mentioned, len(of.items))] {
			a, b := l.profile(c.topic, first.ID, c.item.ID, "mean"), l.profile(c.topic, last.ID, c.item.ID, "mean")
			if m > 0 {
				s.say(" and ")
			}
			s.say(fmt.Sprintf("“%s” (", visible(c.item.Label)))
			s.cite(number(a.Value, decimals(c.topic)), a)
			s.say(" and ")
			s.cite(number(b.Value, decimals(c.topic)), b)
			if c.topic.unit == analysis.POMP {
				s.say(" of 100")
			}
			s.say(fmt.Sprintf("; n %s)", bothBases(c.gap)))
		}
		s.say(fmt.Sprintf(" %s, and no difference between them is established.", of.words))
	}
	return s
}

// breaks tells on which stretch of the chain most of the distance arises.
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
	from, to, share, where := first, middle, inside, "inside the house"
	if outside.Value > inside.Value {
		from, to, share, where = middle, last, outside, "where it is delivered"
	}
	s.say(fmt.Sprintf("Of the established distance between %s and %s, over %s, ", visible(first.Label), visible(last.Label), counted(int(items.Value), "item")))
	s.cite(percent(share.Value, 0), share)
	s.say(fmt.Sprintf(" lies between %s and %s: %s.", visible(from.Label), visible(to.Label), where))
	return s
}

// first tells what to do first.
func (l *lookup) first(wave string) finding {
	s := finding{head: "What to do first"}
	for _, t := range l.importanceTopics() {
		if t.wave != wave {
			continue
		}
		for _, i := range t.rated {
			item := t.result.Items[i]
			rank := t.of("priority", item.ID, "priority_rank")
			top, moves := t.of("shortfall", item.ID, "top_box_shortfall"), t.of("derived", item.ID, "derived_share")
			important, done := t.of("shortfall", item.ID, "top_box_importance"), t.of("shortfall", item.ID, "top_box_performance")
			if rank == nil || rank.Value != 1 || !top.Value.Defined() || !moves.Value.Defined() || !(top.Low > 0) {
				continue
			}
			s.parts = nil
			s.say(fmt.Sprintf("“%s”: ", visible(item.Label)))
			s.cite(percent(important.Value, 0), important)
			s.say(fmt.Sprintf(" of %s call it very important, ", visible(t.audience.Label)))
			s.cite(percent(done.Value, 0), done)
			s.say(" find it done very well (")
			s.cite(fmt.Sprintf("%s percentage points short, %s CI %s to %s", number(100*top.Value, 0), confidence(l.result.Choices), number(100*top.Low, 0), number(100*top.High, 0)), top)
			s.say(fmt.Sprintf("; n %s), and it goes with ", rounded(top.N)))
			s.cite(percent(moves.Value, 0), moves)
			s.say(" of the explained differences in the outcome")
			if moves.Low.Defined() {
				s.say(" (")
				s.cite(fmt.Sprintf("%s CI %s to %s", confidence(l.result.Choices), percent(moves.Low, 0), percent(moves.High, 0)), moves)
				s.say(fmt.Sprintf("; n %s)", rounded(moves.N)))
			}
			s.say(".")
		}
	}
	return s
}

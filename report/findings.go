package report

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// finding is a sentence of the report. Its numbers name the figures that they come from.
type finding struct {
	head  string // what it is about: Blind spots
	parts phrase
}

// phrase is a sentence, or a piece of one.
type phrase []part

// part is a stretch of a phrase; with a figure, it is a number that the figure holds.
type part struct {
	text   string
	figure string // id; empty: plain words
}

// plain is a phrase of words.
func plain(text string) phrase { return phrase{{text: text}} }

// cited is a number with the figure that holds it.
func cited(text string, f *analysis.Figure) phrase {
	return phrase{{strings.ReplaceAll(text, " %", noBreak+"%"), f.ID}}
}

// phrase says a text whose placeholders stand for phrases.
func (w *language) phrase(format string, with ...phrase) phrase {
	return assembled(func(args ...any) string { return w.text(format, args...) }, with)
}

// countedPhrase says a text of one thing, or of several; the number, in words, stands at %[1]s, the phrases follow.
func (w *language) countedPhrase(n int, one, several string, with ...phrase) phrase {
	return assembled(func(args ...any) string { return w.plural(n, one, several, args...) }, append([]phrase{plain(w.inWords(n))}, with...))
}

// assembled puts phrases where a text has their placeholders, in whatever order a language has them.
func assembled(text func(...any) string, with []phrase) phrase {
	const border = "\x00"
	marks := make([]any, len(with))
	for k := range with {
		marks[k] = border + strconv.Itoa(k) + border
	}
	var out phrase
	for k, piece := range strings.Split(text(marks...), border) {
		if n, err := strconv.Atoi(piece); k%2 == 1 && err == nil {
			out = append(out, with[n]...)
		} else if piece != "" {
			out = append(out, part{text: piece})
		}
	}
	return out
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

// ofClass returns the items of the classes with their topic, the largest headline gap first.
func (l *lookup) ofClass(wave string, classes ...string) (items []classified) {
	first, last := l.ends(wave)
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

// reservations are what a reader must not overlook of an item in which the first and the last audience differ: that a strength is one in
// comparison only, that the item matters little to those who rate it, that the disparity hangs on a choice.
func (l *lookup) reservations(c classified, first, last analysis.Audience) (said []phrase) {
	said = l.underrated(c, last)
	said = append(said, l.leftOutOfPlan(c, last)...)
	if holds := l.gap(c.topic, first.ID, last.ID, c.item.ID, "holds"); holds != nil {
		if failing := l.failing(holds); failing != "" {
			said = append(said, l.phrase("the disparity does not stand %s", cited(failing, holds)))
		}
	}
	return said
}

func (w *language) quoted(item analysis.Item) string { return w.inQuotes(visible(item.Label)) }

// pointsOf writes a size with its unit.
func (w *language) pointsOf(size string, unit analysis.Unit) string {
	text := w.text("%s points", size)
	if unit == analysis.POMP {
		text = w.text("%s points of 100", size)
	}
	return strings.Replace(text, " ", noBreak, 1)
}

// enumerated lists the first few of n things in a sentence, and says how many it does not name.
func (w *language) enumerated(named []phrase, n int) phrase {
	list := named[0]
	for k, one := range named[1:] {
		if k == len(named)-2 && n == len(named) {
			list = w.phrase("%s and %s", list, one)
		} else {
			list = w.phrase("%s, %s", list, one)
		}
	}
	if left := n - len(named); left > 0 {
		list = append(list, assembled(func(args ...any) string { return w.plural(left, ", and %[1]s more", ", and %[1]s more", args...) },
			[]phrase{plain(strings.ToLower(w.inWords(left)))})...)
	}
	return list
}

// inSemicolons lists the first few of n things that are long, and says how many it does not name.
func (w *language) inSemicolons(named []phrase, n int) phrase {
	list := inARow(named, "; ")
	if left := n - len(named); left > 0 {
		list = append(list, assembled(func(args ...any) string { return w.plural(left, "; and %[1]s more", "; and %[1]s more", args...) },
			[]phrase{plain(strings.ToLower(w.inWords(left)))})...)
	}
	return list
}

// interval writes an interval in the direction in which it is told, beside the limits of what is said of it: 0, of a difference.
func (l *lookup) interval(f *analysis.Figure, digits int, turned bool, limits ...float64) phrase {
	low, high := f.Low, f.High
	if turned {
		low, high = -high, -low
	}
	from, to := l.bounds(low, high, func(x analysis.Number) string { return l.number(x, digits) }, limits)
	return l.endsOf(f, from, to)
}

// endsOf writes an interval with its level, or that there is none.
func (l *lookup) endsOf(f *analysis.Figure, low, high string) phrase {
	if !f.Low.Defined() || !f.High.Defined() {
		if f.Note.Has(analysis.NoteCensus) {
			return plain(l.text("everyone answered"))
		}
		return plain(l.text("no interval"))
	}
	return cited(strings.ReplaceAll(l.text("%s CI %s to %s", l.confidence(l.result.Choices), low, high), " ", noBreak), f)
}

// smallBaseMark stands behind a base that is too small for more than an indication; indicativeBase is the first that is not.
const (
	smallBaseMark  = "†"
	indicativeBase = 30
)

// base writes a base of a figure, with the mark of a small one.
func (w *language) base(n analysis.Number, f *analysis.Figure) string {
	text := noBreak + w.rounded(n)
	if f.Note.Has(analysis.NoteSmallBase) && n < indicativeBase {
		text += smallBaseMark
	}
	return text
}

// basesOf writes the bases of a figure, and what makes it uncertain beyond its interval.
func (w *language) basesOf(f *analysis.Figure) phrase {
	bases := cited("n"+w.base(f.N, f), f)
	if f.Versus != "" {
		bases = cited(w.text("n%s and%s", w.base(f.N, f), w.base(f.NVersus, f)), f)
	}
	for _, of := range []struct{ note, text string }{
		{analysis.NoteFewPerDriver, w.text("fewer than ten complete respondents an item: unstable")},
		{analysis.NoteManyLeftOut, w.text("only those who answered everything")},
	} {
		if f.Note.Has(of.note) {
			bases = w.phrase("%s, %s", bases, plain(of.text))
		}
	}
	return bases
}

// inWords writes small numbers as words: those that count things in a sentence. What is out of others (2 of 4), a rank, a base or a figure
// stands in digits.
func (w *language) inWords(n int) string {
	words := []string{w.text("No"), w.text("One"), w.text("Two"), w.text("Three"), w.text("Four"), w.text("Five"), w.text("Six"), w.text("Seven"), w.text("Eight"), w.text("Nine"), w.text("Ten"), w.text("Eleven"), w.text("Twelve")}
	if n < len(words) {
		return words[n]
	}
	return w.whole(n)
}

// alike tells the two means of an item, each with its own interval and base, and what is shown of the gap.
func (l *lookup) alike(c classified, first, last analysis.Audience) phrase {
	said := l.phrase("%s: %s %s, %s %s", plain(l.quoted(c.item)), plain(visible(first.Label)), l.levelOf(c, first), plain(visible(last.Label)), l.levelOf(c, last))
	if shown := l.shownOf(c.gap); len(shown) > 0 {
		return l.phrase("%s, %s", said, shown)
	}
	return said
}

// withDissent adds to what is said of an item that two audiences see alike the means of those that are shown to differ.
func (l *lookup) withDissent(said phrase, c classified) phrase {
	for _, a := range l.dissenting(c) {
		said = l.phrase("%s, but %s %s", said, plain(visible(a.Label)), l.levelOf(c, a))
	}
	return said
}

// dissenting returns the other audiences that are shown to rate an item otherwise than one of the two that a class is about.
func (l *lookup) dissenting(c classified) (others []analysis.Audience) {
	for _, a := range c.topic.audiences {
		if a.ID == c.gap.Audience || a.ID == c.gap.Versus {
			continue
		}
		for _, f := range []*analysis.Figure{
			l.gap(c.topic, c.gap.Audience, a.ID, c.item.ID, "difference"), l.gap(c.topic, a.ID, c.gap.Audience, c.item.ID, "difference"),
			l.gap(c.topic, c.gap.Versus, a.ID, c.item.ID, "difference"), l.gap(c.topic, a.ID, c.gap.Versus, c.item.ID, "difference"),
		} {
			if f != nil && f.Verdict == analysis.Disparity {
				others = append(others, a)
				break
			}
		}
	}
	return others
}

// shownOf says what is shown of a gap without an established difference beyond the margin; nothing where nothing is.
func (l *lookup) shownOf(gap *analysis.Figure) phrase {
	switch {
	case gap.Verdict == analysis.Similar:
		return l.phrase("shown to be similar")
	case gap.Verdict == analysis.Trivial:
		return l.phrase("a difference that is established and shown to be smaller than the margin")
	case gap.Note.Has(analysis.NoteExcludesZero):
		return l.phrase("a difference that is likely, not established")
	}
	return nil
}

// levelOf tells what an audience gives an item: its mean, with the interval and the base of the mean alone.
func (l *lookup) levelOf(c classified, a analysis.Audience) phrase {
	digits := decimals(c.topic)
	f := l.profile(c.topic, a.ID, c.item.ID, "mean")
	if f == nil || !f.Value.Defined() {
		return plain(l.undefined())
	}
	target := c.topic.at(c.item.Target)
	mean := l.sided(f.Value, func(x analysis.Number) string { return l.number(x, digits) }, target)
	if c.topic.unit == analysis.POMP {
		mean = l.text("%s of 100", mean)
	}
	mean = l.onItsScale(mean, c.topic)
	interval := l.interval(f, digits, false, target)
	if f.Note.Has(analysis.NoteCensus) {
		interval = plain(l.text("everyone answered"))
	}
	said := l.phrase("%s; %s", interval, l.basesOf(f))
	if float64(f.Low) <= target && target <= float64(f.High) && f.Low < f.High {
		said = l.phrase("%s; the target lies within", said)
	}
	return l.phrase("%s (%s)", cited(mean, f), said)
}

// beyond says on how many items the middle audience lies further from the first than the last does, so that the whole distance lies inside;
// they have no shares, and would be hidden by the shares of the others. Nothing where there are none.
func (l *lookup) beyond(first, middle, last analysis.Audience, wave string) phrase {
	var named []phrase
	for _, item := range l.result.Items {
		of := func(a, b analysis.Audience, statistic string) *analysis.Figure {
			return l.figure(key{"chain", study.Performance, "own", a.ID, b.ID, item.ID, statistic, wave})
		}
		total, delivery := of(first, last, "total_gap"), of(middle, last, "delivery_gap")
		if total != nil && delivery != nil && total.Verdict == analysis.Disparity && total.Value*delivery.Value < 0 {
			named = append(named, plain(l.quoted(item)))
		}
	}
	n := len(named)
	if n == 0 {
		return nil
	}
	return assembled(func(args ...any) string {
		return l.plural(n, "on one more item on which these two differ, %[5]s, the ratings of %[2]s lie further from those of %[3]s than those of %[4]s do: there all of it lies inside the house",
			"on %[1]s more items on which these two differ (%[5]s) the ratings of %[2]s lie further from those of %[3]s than those of %[4]s do: there all of it lies inside the house", args...)
	}, []phrase{plain(strings.ToLower(l.inWords(n))), plain(visible(middle.Label)), plain(visible(first.Label)), plain(visible(last.Label)), l.enumerated(named[:min(mentioned, n)], n)})
}

// stretches tells how the distance divides into the stretches of the chain.
func (l *lookup) stretches(wave string) phrase {
	n := len(l.result.Audiences)
	if n < 3 {
		return nil
	}
	first, middle, last := l.result.Audiences[0], l.result.Audiences[n-2], l.result.Audiences[n-1]
	of := func(a, b analysis.Audience, statistic string) *analysis.Figure {
		return l.figure(key{"chain", study.Performance, "own", a.ID, b.ID, "", statistic, wave})
	}
	inside, outside, items := of(first, middle, "communication_share"), of(middle, last, "delivery_share"), of(first, last, "items_in_distance")
	if inside == nil || outside == nil || items == nil || !inside.Value.Defined() || !outside.Value.Defined() {
		return nil
	}
	counted := int(items.Value)
	over := cited(l.plural(counted, "%[1]s item", "%[1]s items", strings.ToLower(l.inWords(counted))), items)
	larger, from, to, text := inside, first, middle, "%s of the distance between %s and %s lies between %s and %s, inside the house (%s; over %s)"
	if outside.Value > inside.Value {
		larger, from, to, text = outside, middle, last, "%s of the distance between %s and %s lies between %s and %s, at delivery (%s; over %s)"
	}
	const half = 0.5
	portion := func(x analysis.Number) string { return l.percent(x, 0) }
	said := l.phrase(text, cited(l.percent(larger.Value, 0), larger), plain(visible(first.Label)), plain(visible(last.Label)), plain(visible(from.Label)), plain(visible(to.Label)),
		l.endsOf(larger, l.sided(larger.Low, portion, half), l.sided(larger.High, portion, half)), over)
	if !(larger.Low > half) {
		said = l.phrase("%s, which does not establish that it is the larger part", said)
	}
	if beyond := l.beyond(first, middle, last, wave); beyond != nil {
		said = l.phrase("%s; %s", said, beyond)
	}
	return append(said, part{text: "."})
}

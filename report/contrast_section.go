package report

import (
	"math"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// contrastsListed is how many contrasts between the values of a segment are listed.
const contrastsListed = 8

// contrast is how far the gap of a pair differs between two values of a segment.
type contrast struct {
	item            string
	pair            [2]string
	figure          *analysis.Figure
	larger, smaller string // the values with the larger and the smaller gap
	id              string // of the item
	reversed        bool   // the gap of all together has another sign than that of every value
}

// established reports whether the values are shown to differ.
func (c contrast) established() bool { return c.figure.Verdict == analysis.Disparity }

// contrasts lists the pairs whose gap differs most clearly between two values of a segment, with the gaps of both.
func (l *lookup) contrasts(t *topic, name string) section {
	all := l.everyContrast(t, name)
	s := section{title: l.text("Contrasts by %s, %s", l.segmentName(name), l.lowerTitle(t))}
	s.grid.keys = 2
	s.grid.columns = []column{{l.text("item"), words}, {l.text("gap"), words}, {l.text("contrast"), gaps}, {l.text("larger gap"), words}, {l.text("smaller gap"), words}}
	notes := &footnotes{language: l.language, result: l.result}
	reversed, established := false, 0
	for n, c := range all {
		reversed = reversed || c.reversed
		if c.established() {
			established++
		}
		if !c.reversed && (n >= contrastsListed || l.client && !c.established() && !(c.figure.Low > 0)) {
			continue
		}
		label := c.item
		if c.reversed {
			label += " ⇄"
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{label},
			{l.pairName(c.pair[0], c.pair[1])},
			notes.differenceCell(c.figure, decimals(t)),
			{l.gapWithin(t, name, c, c.larger, notes)},
			{l.gapWithin(t, name, c, c.smaller, notes)},
		}})
	}
	if len(all) > 0 {
		s.lines = l.contrastLines(all, established, len(s.grid.rows))
	}
	if len(s.grid.rows) == 0 {
		s.grid = grid{}
	}
	if reversed {
		s.lines = append(s.lines, l.text("⇄ the gap of all together and the gaps of every value have opposite signs: the audiences' different mix makes it"))
	}
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// contrastLines say how many contrasts are established, and what the intervals are. A report for clients lists none that may well be chance.
func (l *lookup) contrastLines(all []contrast, established, listed int) []string {
	family := 0
	for _, c := range all {
		if c.figure.Family.Defined() {
			family = max(family, int(c.figure.Family))
		}
	}
	if listed == 0 {
		return []string{l.text("none of %s is established%s: the gaps may well be the same in all values", l.counted(len(all), "%s contrast", "%s contrasts"), l.family(family))}
	}
	lines := []string{l.text("contrast: larger gap less smaller gap, of the two values whose gaps differ most clearly; [ ] %s interval, which allows for the choice among all pairs of values", l.confidence(l.result.Choices))}
	if family > 0 {
		lines = append(lines, l.text("established (●): %s of %s%s; ~ not established", l.whole(established), l.counted(len(all), "%s contrast", "%s contrasts"), l.family(family)))
	}
	switch {
	case listed < len(all) && l.client:
		lines = append(lines, l.text("listed: %d of %d, those that are established or whose interval excludes 0", listed, len(all)))
	case len(all) > contrastsListed:
		lines = append(lines, l.text("the %d clearest of %d; the others are in --detail, --format csv and json", contrastsListed, len(all)))
	}
	return lines
}

// everyContrast returns the contrasts of all items and pairs: those that are established first, the largest of them first, then the
// others, the clearest first.
func (l *lookup) everyContrast(t *topic, name string) []contrast {
	var all []contrast
	for _, i := range t.items {
		item := l.result.Items[i]
		for j, a := range t.audiences {
			for _, b := range t.audiences[j+1:] {
				f := l.within(t, name, a.ID, b.ID, item.ID, "contrast")
				if f == nil || !f.Value.Defined() {
					continue
				}
				c := contrast{item: visible(item.Label), id: item.ID, pair: [2]string{a.ID, b.ID}, figure: f}
				c.larger = l.within(t, name, a.ID, b.ID, item.ID, "contrast_larger").Verdict
				c.smaller = l.within(t, name, a.ID, b.ID, item.ID, "contrast_smaller").Verdict
				mix := l.within(t, name, a.ID, b.ID, item.ID, "mix")
				c.reversed = mix != nil && mix.Note.Has(analysis.NoteSignReversal)
				all = append(all, c)
			}
		}
	}
	p := func(c contrast) float64 {
		if c.established() {
			return math.Inf(-1)
		}
		if !c.figure.P.Defined() {
			return math.Inf(1)
		}
		return float64(c.figure.P)
	}
	sort.SliceStable(all, func(i, j int) bool {
		if x, y := p(all[i]), p(all[j]); x != y {
			return x < y
		}
		return all[i].figure.Value > all[j].figure.Value
	})
	return all
}

// gapWithin writes the gap of a contrast's pair within one value, with its interval, its bases, and a dagger where one of them is small.
func (l *lookup) gapWithin(t *topic, name string, c contrast, value string, notes *footnotes) string {
	f := l.within(t, name+"="+value, c.pair[0], c.pair[1], c.id, "difference")
	sign := func(x analysis.Number) string { return l.signed(x, decimals(t)) }
	text := visible(value) + " " + l.difference(f, sign)
	if ends := l.between(f.Low, f.High, sign); ends != "" {
		text += " " + ends
	}
	text += ", " + strings.ReplaceAll(l.text("n %s", l.rounded(f.N)+"/"+l.rounded(f.NVersus)), " ", noBreak)
	if f.Note.Has(analysis.NoteSmallBase) {
		notes.small = true
		text += "†"
	}
	return text
}

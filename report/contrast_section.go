package report

import (
	"math"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// contrastsListed is how many contrasts between the values of a segment are listed.
const contrastsListed = 8

// contrast is how far the gap of a pair differs between the values of a segment.
type contrast struct {
	item      string
	pair      [2]string
	reach     float64
	low, high string // the value of the segment with the smallest gap, and the one with the largest
	reversed  bool   // the gap of all together has another sign than that of every value
}

// contrasts lists the pairs whose gap differs most between the values of a segment, with the value where the gap is
// largest and the one where it is smallest.
func (l *lookup) contrasts(t *topic, name string) section {
	all := l.everyContrast(t, name)
	s := section{title: l.text("Largest contrasts by %s, %s", l.segmentName(name), l.lowerTitle(t))}
	s.grid.keys = 2
	s.grid.columns = []column{{l.text("item"), words}, {l.text("gap"), words}, {l.text("contrast"), numbers}, {l.text("largest gap"), words}, {l.text("smallest gap"), words}}
	reversed := false
	for n, c := range all {
		reversed = reversed || c.reversed
		if n >= contrastsListed && !c.reversed {
			continue
		}
		label := c.item
		if c.reversed {
			label += " ⇄"
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{label}, {l.pairName(c.pair[0], c.pair[1])}, {l.number(analysis.Number(c.reach), decimals(t))}, {c.high}, {c.low},
		}})
	}
	switch {
	case len(all) > contrastsListed && l.client:
		s.lines = append(s.lines, l.text("the %d largest of %d", contrastsListed, len(all)))
	case len(all) > contrastsListed:
		s.lines = append(s.lines, l.text("the %d largest of %d; the others are in --detail, --format csv and json", contrastsListed, len(all)))
	}
	if reversed {
		s.lines = append(s.lines, l.text("⇄ the gap of all together and the gaps of every value have opposite signs: the audiences' different mix makes it"))
	}
	return s
}

// everyContrast returns the contrasts of all items and pairs, the largest first.
func (l *lookup) everyContrast(t *topic, name string) []contrast {
	var all []contrast
	for _, i := range t.items {
		item := l.result.Items[i]
		for j, a := range t.audiences {
			for _, b := range t.audiences[j+1:] {
				f := l.within(t, name, a.ID, b.ID, item.ID, "gap_range")
				if f == nil || !f.Value.Defined() {
					continue
				}
				c := contrast{item: visible(item.Label), pair: [2]string{a.ID, b.ID}, reach: float64(f.Value)}
				c.low, c.high = l.extremes(t, name, a.ID, b.ID, item.ID)
				mix := l.within(t, name, a.ID, b.ID, item.ID, "mix")
				c.reversed = mix != nil && mix.Note.Has(analysis.NoteSignReversal)
				all = append(all, c)
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].reach > all[j].reach })
	return all
}

// extremes names the values of a segment with the smallest and the largest gap.
func (l *lookup) extremes(t *topic, name, a, b, item string) (low, high string) {
	least, most := math.Inf(1), math.Inf(-1)
	for _, value := range l.segmentValuesOf(t, name) {
		f := l.within(t, name+"="+value, a, b, item, "difference")
		if f == nil || !f.Value.Defined() {
			continue
		}
		sign := func(x analysis.Number) string { return l.signed(x, decimals(t)) }
		text := visible(value) + " " + l.difference(f, sign)
		if ends := l.between(f.Low, f.High, sign); ends != "" {
			text += " " + ends
		}
		if mark := verdictMark(f.Verdict); mark != "" {
			text += noBreak + mark
		}
		text += ", " + strings.ReplaceAll(l.text("n %s", l.rounded(f.N)+"/"+l.rounded(f.NVersus)), " ", noBreak)
		if x := float64(f.Value); x < least {
			least, low = x, text
		}
		if x := float64(f.Value); x > most {
			most, high = x, text
		}
	}
	return low, high
}

package chart

import (
	"fmt"
	"math"
)

// Caption says what the chart is, and what it shows.
func (d Dumbbell) Caption() (title, desc string) { return d.Title, d.Desc }

func (d Dumbbell) inlay(b *inlay) {
	c := b.canvas
	c.words = d.Words
	x := axis{d.Low, d.High, 0, 100}
	head := rowHead{
		class: "dots", key: b.keySeries(d.Looks, d.Series), measured: d.Axis, noted: d.Noted, axis: x, ticks: x.ticks(ticksMost),
		defined: b.shapes(d.Looks, len(d.Series), 4.5), height: d.valuesHeight(), rows: d.Rows,
	}
	if d.Lines {
		head.class = "profile"
	}
	if !math.IsNaN(d.Target) {
		head.ground = upright("cross", x.at(d.Target))
		head.key += keyMark("cross", "M0-6V6", fmt.Sprintf(c.words.target(), c.tickText(math.Round(d.Target*100)/100)))
	}
	if d.ownTargets() {
		head.key += keyMark("cross", "M0-6V6", c.words.targets())
	}
	b.begin(head)
	for i, row := range d.Rows {
		if row.Group != "" && (i == 0 || row.Group != d.Rows[i-1].Group) {
			b.group(row.Group)
		}
		b.row(row.Label)
		d.plot(b, x, i)
		b.endRow(row.Note)
	}
	b.end()
}

// ownTargets reports whether an item has a target of its own.
func (d Dumbbell) ownTargets() bool {
	for _, row := range d.Rows {
		if row.Target != nil {
			return true
		}
	}
	return false
}

// plot writes the values of a row, each series at a height of its own.
func (d Dumbbell) plot(b *inlay, x axis, i int) {
	row := d.Rows[i]
	if row.Target != nil {
		b.add("%s", upright("cross", x.clamp(*row.Target)))
	}
	if low, high := reachOf(row); low < high && !d.Lines {
		b.add(`<line class="span" x1="%s" x2="%s" y1="50%%" y2="50%%"/>`, share(x.clamp(low)), share(x.clamp(high)))
	}
	for k, v := range row.Values {
		if math.IsNaN(v.Value) {
			continue
		}
		at := x.clamp(v.Value)
		b.add(`<svg class="%s" y="%s">`, series(looks(d.Looks).at(k)), share(50+100*d.level(0, k)/d.valuesHeight()))
		if d.Lines {
			d.joined(b, x, i, k)
		}
		if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
			b.add(`<line x1="%s" x2="%s"/>`, share(x.clamp(v.Low)), share(x.clamp(v.High)))
		}
		b.add(`<use href="#%s" x="%s"/></svg>`, b.shape(looks(d.Looks).at(k)), share(at))
	}
}

// joined draws a series' line to the rows above and below, to the very edge of the row: rows differ in height, and a line that ended at a
// height of its own would be broken there. Where it meets the edge is as if both rows were of one height.
func (d Dumbbell) joined(b *inlay, x axis, i, k int) {
	at, off := x.clamp(d.Rows[i].Values[k].Value), 100*d.level(0, k)/d.valuesHeight()
	for _, beside := range []int{i - 1, i + 1} {
		if beside < 0 || beside >= len(d.Rows) || math.IsNaN(d.Rows[beside].Values[k].Value) {
			continue
		}
		edge := 50*float64(beside-i) - off
		b.add(`<line x1="%s" y1="%s" x2="%s"/>`, share(at+math.Abs(edge)/100*(x.clamp(d.Rows[beside].Values[k].Value)-at)), share(edge), share(at))
	}
}

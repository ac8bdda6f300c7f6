package chart

import (
	"fmt"
	"math"
)

// leastPlot is how wide a plot is at least, on a telephone.
const leastPlot = 300.0

// Caption says what the chart is, and what it shows.
func (d Distribution) Caption() (title, desc string) { return d.Title, d.Desc }

func (d Distribution) inlay(b *inlay) {
	b.canvas.words = d.Words
	left, right := d.reach()
	x := axis{-left, right, 0, 100}
	head := rowHead{class: "parts under", ground: upright("cross", x.at(0)), height: 22, rows: d.Rows}
	for k, name := range d.Parts {
		head.key += keyMark(partClass(k), "M-6-6h12v12h-12z", name)
	}
	b.begin(head)
	for i, row := range d.Rows {
		if i == 0 || row.Group != d.Rows[i-1].Group {
			b.group(row.Group)
		}
		b.row(row.Label)
		d.bar(b, x, row)
		b.endRow("")
	}
	b.end()
}

// bar writes the parts of a row, each with its share where it has room on a telephone too.
func (d Distribution) bar(b *inlay, x axis, row Row) {
	low, between, high := row.Values[0].Value, row.Values[1].Value, row.Values[2].Value
	b.add(`<svg y="50%%">`)
	if math.IsNaN(low + between + high) {
		b.add(`<text class="muted">%s</text></svg>`, row.Note)
		return
	}
	from := -between/2 - low
	for k, part := range []float64{low, between, high} {
		if part > 0 {
			b.add(`<line class="%s" x1="%s" x2="%s"/>`, partClass(k), share(x.at(from)), share(x.at(from+part)))
		}
		text := row.Texts[k]
		if width := x.at(from+part) - x.at(from); b.canvas.textWidth(text)+4 < width*leastPlot/100 {
			class := ""
			if inkOn(k) != paperInk { // which the texts of such a chart are written in
				class = fmt.Sprintf(` class="%s"`, inkOn(k))
			}
			b.add(`<text%s x="%s">%s</text>`, class, share(x.at(from)+width/2), text)
		}
		from += part
	}
	b.add(`</svg>`)
}

// paperInk is the class of texts in the colour of the paper.
const paperInk = "in"

// inkOn is the class of a text on a part.
func inkOn(part int) string { return [3]string{paperInk, "on", paperInk}[part] }

package chart

import "math"

// Bars shows for every item parts that add up from zero, to the right where positive and to the left where negative.
type Bars struct {
	Words       Words
	Title, Desc string
	Axis        string
	Series      []string
	Rows        []Row // one value a series; intervals are not drawn
	Totals      []string
	Total       string // what stands above the totals
	First       int    // number of the first series's colour and shape, so that other things than audiences do not look like audiences

	low, high float64 // the range of a whole of which this is a piece; both 0: its own
}

// Draw lays the chart out.
func (b Bars) Draw() *Drawing {
	c := newCanvas(b.Words)
	y := c.legend(looksFrom(b.First, len(b.Series)), b.Series, 8, 4, chartWidth-8)
	low, high := b.low, b.high
	if low == high {
		low, high = b.reach()
	}
	x := axis{low, high, plotLeft, plotRight - b.totalsWidth(c)}
	top := c.heads(x, y, b.Axis, b.Total)
	bottom := top + 10
	for i := range b.Rows {
		bottom += b.height(c, i)
	}
	for _, tick := range x.ticks(ticksMost - 2) {
		c.line(x.at(tick), top+4, x.at(tick), bottom, "grid")
		c.text(x.at(tick), top, middle, "muted", c.tickText(tick))
	}
	c.line(x.at(0), top+4, x.at(0), bottom, "axis")
	y = top + 10
	for i, row := range b.Rows {
		height := b.height(c, i)
		center := y + height/2
		c.beside(b.noted(i), center)
		b.bar(c, x, row, center)
		y += height
	}
	return c.drawing(b.Title, b.Desc, bottom+8)
}

// noted is a row with its total as note.
func (b Bars) noted(i int) Row {
	row := b.Rows[i]
	row.Note = b.Totals[i]
	return row
}

// barHeight is the room that the bars of a row need.
const barHeight = 24.0

func (b Bars) height(c *canvas, i int) float64 {
	return math.Max(barHeight, c.textHeight(b.noted(i)))
}

func (b Bars) totalsWidth(c *canvas) float64 {
	w := widest(c, c.wrap(b.Total, notesMost))
	for i := range b.Rows {
		w = math.Max(w, widest(c, c.noteLines(b.noted(i))))
	}
	return w + 16
}

// reach returns the range that all stacks need, zero within.
func (b Bars) reach() (low, high float64) {
	for _, row := range b.Rows {
		for _, part := range parts(row) {
			low, high = math.Min(low, part[1]), math.Max(high, part[1])
		}
	}
	if low == high {
		high = 1
	}
	return around(low, high, 0.04, math.Inf(-1), math.Inf(1))
}

// bar stacks the parts of one sign away from zero; the second series has an edge, so that parts are told apart without colour.
func (b Bars) bar(c *canvas, x axis, row Row, y float64) {
	for k, part := range parts(row) {
		a, z := x.at(part[0]), x.at(part[1])
		if a == z {
			continue
		}
		c.rect(math.Min(a, z), y-6, math.Abs(z-a), 12, series(b.First+k))
		if math.Abs(z-a) > 14 {
			c.body.WriteString(`<g class="mark">`)
			c.paperMarker(b.First+k, (a+z)/2, y)
			c.body.WriteString(`</g>`)
		}
	}
}

// paperMarker repeats the shape of a series in the colour of the page, on its bar.
func (c *canvas) paperMarker(k int, x, y float64) {
	at := c.body.Len()
	c.marker(k, x, y, 3.2)
	drawn := c.body.String()
	c.body.Reset()
	c.body.WriteString(drawn[:at] + replaceClass(drawn[at:], series(k), "paper"))
}

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
	return both(b.draw)
}

func (b Bars) draw(f frame) *Drawing {
	c := newCanvas(b.Words)
	y := c.legendFrom(b.First, b.Series, 8, 4, f.width-8)
	low, high := b.low, b.high
	if low == high {
		low, high = b.reach()
	}
	x := axis{low, high, f.left, f.right}
	if !f.narrow {
		x.to -= b.totalsWidth(c)
	}
	top := c.heads(f, x, y, b.Axis, b.Total)
	bottom := top + 10
	for i := range b.Rows {
		bottom += b.height(c, f, i)
	}
	for _, tick := range x.ticks(f.ticks - 2) {
		c.line(x.at(tick), top+4, x.at(tick), bottom, "grid")
		c.text(x.at(tick), top, middle, "muted", c.tickText(tick))
	}
	c.line(x.at(0), top+4, x.at(0), bottom, "axis")
	y = top + 10
	for i, row := range b.Rows {
		height, above := b.height(c, f, i), f.above(c, b.noted(i))
		center := y + above + (height-above)/2
		f.texts(c, b.noted(i), y, center)
		b.bar(c, x, row, center)
		y += height
	}
	return c.drawing(b.Title, b.Desc, f.width, bottom+8)
}

// noted is a row with its total as note.
func (b Bars) noted(i int) Row {
	row := b.Rows[i]
	row.Note = b.Totals[i]
	return row
}

func (b Bars) height(c *canvas, f frame, i int) float64 {
	const bar = 24
	if f.narrow {
		return f.above(c, b.noted(i)) + bar
	}
	return math.Max(bar, float64(max(len(f.labelLines(c, b.noted(i))), len(f.noteLines(c, b.noted(i)))))*lineHeight+6)
}

func (b Bars) totalsWidth(c *canvas) float64 {
	w := widest(c, c.wrap(b.Total, notesMost))
	for i := range b.Rows {
		w = math.Max(w, widest(c, frameOf(false).noteLines(c, b.noted(i))))
	}
	return w + 16
}

// reach returns the range that all stacks need, zero within.
func (b Bars) reach() (low, high float64) {
	for _, row := range b.Rows {
		left, right := 0.0, 0.0
		for _, v := range row.Values {
			switch {
			case v.Value < 0:
				left += v.Value
			case v.Value > 0:
				right += v.Value
			}
		}
		low, high = math.Min(low, left), math.Max(high, right)
	}
	if low == high {
		high = 1
	}
	return around(low, high, 0.04, math.Inf(-1), math.Inf(1))
}

// bar stacks the parts of one sign away from zero; the second series has an edge, so that parts are told apart without colour.
func (b Bars) bar(c *canvas, x axis, row Row, y float64) {
	left, right := 0.0, 0.0
	for k, v := range row.Values {
		if math.IsNaN(v.Value) || v.Value == 0 {
			continue
		}
		from := &right
		if v.Value < 0 {
			from = &left
		}
		a, z := x.at(*from), x.at(*from+v.Value)
		c.rect(math.Min(a, z), y-6, math.Abs(z-a), 12, series(b.First+k))
		if math.Abs(z-a) > 14 {
			c.body.WriteString(`<g class="mark">`)
			c.paperMarker(b.First+k, (a+z)/2, y)
			c.body.WriteString(`</g>`)
		}
		*from += v.Value
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

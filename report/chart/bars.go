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
	y := c.legendFrom(b.First, b.Series, 8, 4, chartWidth-8)
	low, high := b.low, b.high
	if low == high {
		low, high = b.reach()
	}
	right := plotRight - b.totalsWidth(c)
	x := axis{low, high, plotLeft, right}
	c.text((plotLeft+right)/2, y+10, middle, "muted", Dumbbell{Axis: b.Axis}.axisTitle(c))
	top := y + lineHeight + 8
	bottom := top + 10
	for _, row := range b.Rows {
		bottom += b.height(c, row)
	}
	for _, tick := range x.ticks(9) {
		c.line(x.at(tick), top+4, x.at(tick), bottom, "grid")
		c.text(x.at(tick), top, middle, "muted", c.tickText(tick))
	}
	c.line(x.at(0), top+4, x.at(0), bottom, "axis")
	c.text(plotRight, top, end, "muted", b.Total)
	y = top + 10
	for i, row := range b.Rows {
		height := b.height(c, row)
		lines := c.wrap(row.Label, labelWidth)
		c.block(8, y+height/2-float64(len(lines)-1)*lineHeight/2+4, start, "", lines)
		b.bar(c, x, row, y+height/2)
		c.text(plotRight, y+height/2+4, end, "", b.Totals[i])
		y += height
	}
	return c.drawing(b.Title, b.Desc, chartWidth, bottom+8)
}

func (b Bars) height(c *canvas, row Row) float64 {
	return math.Max(24, float64(len(c.wrap(row.Label, labelWidth)))*lineHeight+6)
}

func (b Bars) totalsWidth(c *canvas) float64 {
	w := c.textWidth(b.Total)
	for _, text := range b.Totals {
		w = math.Max(w, c.textWidth(text))
	}
	return w + 10
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

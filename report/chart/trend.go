package chart

import "math"

// Trend shows how every item moved from wave to wave: a small plot an item, a line a series.
type Trend struct {
	Words       Words
	Title, Desc string
	Axis        string
	Waves       []string
	Series      []string
	Low, High   float64
	Items       []TrendItem
}

// TrendItem is one small plot: by series and wave a value.
type TrendItem struct {
	Label  string
	Values [][]Value
}

// The layout of small plots: how many stand beside each other, and how high one is without its label, its waves named in one line.
const (
	trendColumns = 3
	trendPlot    = 128.0
)

// labelLines returns how many lines the longest label of a row of plots takes.
func (t Trend) labelLines(c *canvas, row []TrendItem) int {
	lines := 1
	for _, item := range row {
		lines = max(lines, len(c.wrapStrong(item.Label, (chartWidth-16)/trendColumns-20)))
	}
	return lines
}

// Draw lays the chart out.
func (t Trend) Draw() *Drawing {
	c := newCanvas(t.Words)
	y := c.legend(t.Series, 8, 4, chartWidth-8) + 4
	c.text(8, y+10, start, "muted", t.Axis)
	y += lineHeight + 8
	width := (chartWidth - 16) / trendColumns
	for from := 0; from < len(t.Items); from += trendColumns {
		line := t.Items[from:min(from+trendColumns, len(t.Items))]
		labels := t.labelLines(c, line)
		for k, item := range line {
			left := 8 + float64(k)*width
			c.block(left+4, y+12, start, strong, c.wrapStrong(item.Label, width-20))
			t.plot(c, item, left, y+float64(labels)*lineHeight+6, width)
		}
		y += float64(labels)*lineHeight + t.height(c)
	}
	return c.drawing(t.Title, t.Desc, chartWidth, y+4)
}

// waveNames returns the names of the first and the last wave in the lines that they need; those between have no room.
func (t Trend) waveNames(c *canvas) (first, last []string) {
	const room = ((chartWidth-16)/trendColumns - 60) / 2
	if len(t.Waves) > 0 {
		first = c.wrap(t.Waves[0], room)
	}
	if len(t.Waves) > 1 {
		last = c.wrap(t.Waves[len(t.Waves)-1], room)
	}
	return first, last
}

// height returns how high a plot is without its label.
func (t Trend) height(c *canvas) float64 {
	first, last := t.waveNames(c)
	return trendPlot + float64(max(1, len(first), len(last))-1)*lineHeight
}

func (t Trend) plot(c *canvas, item TrendItem, left, top, width float64) {
	x := axis{0, float64(max(1, len(t.Waves)-1)), left + 46, left + width - 34}
	y := axis{t.Low, t.High, top + 84, top + 8}
	for _, tick := range []float64{t.Low, (t.Low + t.High) / 2, t.High} {
		c.line(left+36, y.at(tick), left+width-20, y.at(tick), "grid")
		c.text(left+32, y.at(tick)+4, end, "muted", c.tickText(tick))
	}
	first, last := t.waveNames(c)
	c.block(left+36, top+102, start, "muted", first)
	c.block(left+width-20, top+102, end, "muted", last)
	for k, values := range item.Values {
		var points [][2]float64
		for w, v := range values {
			if math.IsNaN(v.Value) {
				continue
			}
			px0 := x.at(float64(w)) + (float64(k)-float64(len(item.Values)-1)/2)*5
			if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
				c.line(px0, y.clamp(v.Low), px0, y.clamp(v.High), series(k)+" whisker")
			}
			c.marker(k, px0, y.clamp(v.Value), 3.5)
			points = append(points, [2]float64{px0, y.clamp(v.Value)})
		}
		if len(points) > 1 {
			c.polyline(points, series(k)+" line")
		}
	}
}

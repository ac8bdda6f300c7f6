package chart

import (
	"fmt"
	"math"
)

// Trend shows how every item moved from wave to wave: a small plot an item, a line a series.
type Trend struct {
	Words       Words
	Title, Desc string
	Axis        string
	Waves       []string
	Series      []string
	Looks       []int // the numbers of the series' colours and shapes; nil: in their order
	Low, High   float64
	Items       []TrendItem

	low, high float64 // the axis of a whole of which this is a piece; both 0: its own
}

// TrendItem is one small plot: by series and wave a value.
type TrendItem struct {
	Label  string
	Values [][]Value
	Loose  [][]bool // by series and wave: the stretch from the wave before shows no change, and is dashed; nil: none is
}

// stretch returns the classes of the line of a series to a wave.
func (item TrendItem) stretch(k, wave int) string {
	if item.Loose != nil && item.Loose[k][wave] {
		return "line loose"
	}
	return "line"
}

// The layout of small plots: how many stand beside each other, and how high one is without its label and the names of its waves.
const (
	trendColumns = 3
	trendWidth   = (chartWidth - 16) / trendColumns
	trendTop     = 8.0  // above the axis
	trendAxis    = 96.0 // its length
	trendPlot    = trendTop + trendAxis + 44
	trendPitch   = 9.0 // between series: no interval hides behind another's marker
)

// labelLines returns how many lines the longest label of a row of plots takes.
func (t Trend) labelLines(c *canvas, row []TrendItem, width float64) int {
	lines := 1
	for _, item := range row {
		lines = max(lines, len(c.wrapStrong(item.Label, width-20)))
	}
	return lines
}

// Draw lays the chart out.
func (t Trend) Draw() *Drawing {
	c := newCanvas(t.Words)
	y := c.legend(t.Looks, t.Series, 8, 4, chartWidth-8) + 4
	titles := c.wrap(t.axisTitle(c), chartWidth-16)
	c.block(8, y+10, start, "muted", titles)
	y += float64(len(titles))*lineHeight + 8
	for from := 0; from < len(t.Items); from += trendColumns {
		line := t.Items[from:min(from+trendColumns, len(t.Items))]
		labels := t.labelLines(c, line, trendWidth)
		for k, item := range line {
			left := 8 + float64(k)*trendWidth
			c.block(left+4, y+12, start, strong, c.wrapStrong(item.Label, trendWidth-20))
			t.plot(c, item, left, y+float64(labels)*lineHeight+6, trendWidth)
		}
		y += float64(labels)*lineHeight + t.height(c, trendWidth)
	}
	return c.drawing(t.Title, t.Desc, y+4)
}

// reach is the part of the scale that the values and their intervals take, to round ticks: on the whole scale changes could not be seen.
func (t Trend) reach() axis {
	if t.low < t.high {
		return axis{low: t.low, high: t.high}
	}
	low, high := math.NaN(), math.NaN()
	for _, item := range t.Items {
		for _, values := range item.Values {
			for _, v := range values {
				for _, x := range []float64{v.Value, v.Low, v.High} {
					if !math.IsNaN(x) {
						low, high = nanMin(low, x), nanMax(high, x)
					}
				}
			}
		}
	}
	if math.IsNaN(low) {
		return axis{low: t.Low, high: t.High}
	}
	low, high = math.Max(t.Low, low), math.Min(t.High, high)
	if missing := (t.High-t.Low)/6 - (high - low); missing > 0 { // differences that small are none to look at
		low, high = low-missing/2, high+missing/2
	}
	step := stepOf(high-low, 4)
	return axis{low: math.Max(t.Low, math.Floor(low/step+1e-9)*step), high: math.Min(t.High, math.Ceil(high/step-1e-9)*step)}
}

// axisTitle says what is measured, and that the axis is a part of the scale where it is.
func (t Trend) axisTitle(c *canvas) string {
	if r := t.reach(); r.low > t.Low || r.high < t.High {
		return t.Axis + "; " + fmt.Sprintf(c.words.part(), c.tickText(r.low), c.tickText(r.high))
	}
	return t.Axis
}

// waveNames returns the names of the first and the last wave in the lines that they need; those between have no room.
func (t Trend) waveNames(c *canvas, width float64) (first, last []string) {
	room := (width - 60) / 2
	if len(t.Waves) > 0 {
		first = c.wrap(t.Waves[0], room)
	}
	if len(t.Waves) > 1 {
		last = c.wrap(t.Waves[len(t.Waves)-1], room)
	}
	return first, last
}

// height returns how high a plot is without its label.
func (t Trend) height(c *canvas, width float64) float64 {
	first, last := t.waveNames(c, width)
	return trendPlot + float64(max(1, len(first), len(last))-1)*lineHeight
}

func (t Trend) plot(c *canvas, item TrendItem, left, top, width float64) {
	x := axis{0, float64(max(1, len(t.Waves)-1)), left + 50, left + width - 38}
	y := t.reach()
	y.from, y.to = top+trendTop+trendAxis, top+trendTop
	for _, tick := range y.ticks(5) {
		c.line(left+36, y.at(tick), left+width-20, y.at(tick), "grid")
		c.text(left+32, y.at(tick)+4, end, "muted", c.tickText(tick))
	}
	first, last := t.waveNames(c, width)
	c.block(left+36, y.from+18, start, "muted", first)
	c.block(left+width-20, y.from+18, end, "muted", last)
	for k, values := range item.Values {
		var last [2]float64
		joined := false
		for w, v := range values {
			if math.IsNaN(v.Value) {
				continue
			}
			px0 := x.at(float64(w)) + (float64(k)-float64(len(item.Values)-1)/2)*trendPitch
			if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
				c.line(px0, y.clamp(v.Low), px0, y.clamp(v.High), series(looks(t.Looks).at(k))+" whisker")
			}
			c.marker(looks(t.Looks).at(k), px0, y.clamp(v.Value), 3)
			here := [2]float64{px0, y.clamp(v.Value)}
			if joined {
				c.polyline([][2]float64{last, here}, series(looks(t.Looks).at(k))+" "+item.stretch(k, w))
			}
			last, joined = here, true
		}
	}
}

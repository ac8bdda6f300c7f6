package chart

import (
	"fmt"
	"math"
	"strings"
)

// Value is a number with its interval; ends that are NaN are not drawn.
type Value struct{ Value, Low, High float64 }

// None is the value that is not drawn.
func None() Value { return Value{math.NaN(), math.NaN(), math.NaN()} }

// Row is one item of a chart, with a value for each series.
type Row struct {
	Label  string
	Group  string // rows of one group follow each other
	Values []Value
	Note   string   // at the end of the row: how far apart the values lie; in the row, where it has no values: why
	Target *float64 // its own; nil: none but that of all
}

// Dumbbell shows a value of every series for every item, with intervals: how far apart audiences lie.
type Dumbbell struct {
	Words       Words
	Title, Desc string
	Axis        string // what is measured
	Low, High   float64
	Series      []string
	Rows        []Row
	Target      float64 // NaN: none
	Lines       bool    // connect the values of each series: profiles
	Noted       string  // what stands above the notes
}

// The layout of charts by rows.
const (
	chartWidth  = 760.0
	labelWidth  = 210.0
	plotLeft    = 226.0
	plotRight   = 744.0
	seriesPitch = 11.0
)

// Draw lays the chart out.
func (d Dumbbell) Draw() *Drawing {
	c := newCanvas(d.Words)
	y := c.legend(d.Series, 8, 4, chartWidth-8)
	x := axis{d.Low, d.High, plotLeft, plotRight - d.notesWidth(c)}
	top := y + lineHeight + 8
	c.text((x.from+x.to)/2, y+10, middle, "muted", d.axisTitle(c))
	tops, bottom := d.place(c, top+lineHeight)
	for _, tick := range x.ticks(11) {
		c.line(x.at(tick), top+4, x.at(tick), bottom, "grid")
		c.text(x.at(tick), top, middle, "muted", c.tickText(tick))
	}
	if d.Noted != "" {
		c.text(chartWidth-8, top, end, "muted", d.Noted)
	}
	if !math.IsNaN(d.Target) {
		c.line(x.at(d.Target), top+4, x.at(d.Target), bottom, "cross")
		c.text(x.at(d.Target), bottom+12, middle, "muted", fmt.Sprintf(c.words.target(), c.tickText(math.Round(d.Target*100)/100)))
	}
	for _, row := range d.Rows {
		if row.Target != nil {
			c.text((x.from+x.to)/2, bottom+12, middle, "muted", c.words.targets())
			break
		}
	}
	d.lines(c, x, tops)
	group := ""
	for i, row := range d.Rows {
		if row.Group != group {
			group = row.Group
			c.block(8, tops[i]-groupHeight(c, group)+ascent, start, strong, c.wrapStrong(group, chartWidth-16))
		}
		d.row(c, x, row, tops[i])
	}
	return c.drawing(d.Title, d.Desc, chartWidth, bottom+20)
}

func (d Dumbbell) axisTitle(c *canvas) string {
	return strings.Join(c.wrap(d.Axis, plotRight-plotLeft)[:1], "")
}

// notesWidth is the room at the right that the notes need.
func (d Dumbbell) notesWidth(c *canvas) float64 {
	w := 0.0
	if d.Noted != "" {
		w = c.textWidth(d.Noted)
	}
	for _, row := range d.Rows {
		w = math.Max(w, c.textWidth(row.Note))
	}
	if w == 0 {
		return 0
	}
	return w + 16
}

func groupHeight(c *canvas, group string) float64 {
	if group == "" {
		return 0
	}
	return float64(len(c.wrapStrong(group, chartWidth-16)))*lineHeight + 4
}

// place returns the tops of the rows, and the bottom of the last.
func (d Dumbbell) place(c *canvas, y float64) ([]float64, float64) {
	var tops []float64
	group := ""
	for _, row := range d.Rows {
		if row.Group != group {
			group = row.Group
			y += groupHeight(c, group) + 6
		}
		tops = append(tops, y)
		y += d.height(c, row)
	}
	return tops, y + 2
}

func (d Dumbbell) height(c *canvas, row Row) float64 {
	labels := float64(len(c.wrap(row.Label, labelWidth)))*lineHeight + 6
	return math.Max(labels, float64(len(d.Series))*seriesPitch+10)
}

func (d Dumbbell) row(c *canvas, x axis, row Row, top float64) {
	height := d.height(c, row)
	lines := c.wrap(row.Label, labelWidth)
	c.block(8, top+height/2-float64(len(lines)-1)*lineHeight/2+4, start, "", lines)
	if row.Note != "" {
		c.text(chartWidth-8, top+height/2+4, end, "", row.Note)
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range row.Values {
		if !math.IsNaN(v.Value) {
			low, high = math.Min(low, v.Value), math.Max(high, v.Value)
		}
	}
	if row.Target != nil {
		c.line(x.clamp(*row.Target), top+3, x.clamp(*row.Target), top+height-3, "cross")
	}
	if low < high && !d.Lines {
		c.line(x.clamp(low), top+height/2, x.clamp(high), top+height/2, "span")
	}
	for k, v := range row.Values {
		if math.IsNaN(v.Value) {
			continue
		}
		y := d.level(top+height/2, k)
		if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
			c.line(x.clamp(v.Low), y, x.clamp(v.High), y, series(k)+" whisker")
		}
		c.marker(k, x.clamp(v.Value), y, 4.5)
	}
}

// level keeps the series of one row apart, so that none hides another.
func (d Dumbbell) level(center float64, k int) float64 {
	return center + (float64(k)-float64(len(d.Series)-1)/2)*seriesPitch
}

// lines connects the values of each series from row to row.
func (d Dumbbell) lines(c *canvas, x axis, tops []float64) {
	if !d.Lines {
		return
	}
	for k := range d.Series {
		var points [][2]float64
		for i, row := range d.Rows {
			if v := row.Values[k].Value; !math.IsNaN(v) {
				points = append(points, [2]float64{x.clamp(v), d.level(tops[i]+d.height(c, row)/2, k)})
			}
		}
		if len(points) > 1 {
			c.polyline(points, series(k)+" line")
		}
	}
}

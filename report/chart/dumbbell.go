package chart

import (
	"fmt"
	"math"
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
	Texts  []string // of a distribution: the shares as they are written, one a value
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
	Looks       []int // the numbers of the series' colours and shapes; nil: in their order
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
	ticksMost   = 11
	seriesPitch = 11.0
	notesMost   = 150.0 // room for notes: the plot needs the rest
)

// Draw lays the chart out.
func (d Dumbbell) Draw() *Drawing {
	c := newCanvas(d.Words)
	y := c.legend(d.Looks, d.Series, 8, 4, chartWidth-8)
	x := axis{d.Low, d.High, plotLeft, plotRight - d.notesWidth(c)}
	top := c.heads(x, y, d.Axis, d.Noted)
	tops, bottom := d.place(c, top+lineHeight)
	for _, tick := range x.ticks(ticksMost) {
		c.line(x.at(tick), top+4, x.at(tick), bottom, "grid")
		c.text(x.at(tick), top, middle, "muted", c.tickText(tick))
	}
	if !math.IsNaN(d.Target) {
		c.line(x.at(d.Target), top+4, x.at(d.Target), bottom, "cross")
		c.inside(x.at(d.Target), bottom+12, fmt.Sprintf(c.words.target(), c.tickText(math.Round(d.Target*100)/100)))
	}
	if d.ownTargets() {
		c.inside((x.from+x.to)/2, bottom+12, c.words.targets())
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
	return c.drawing(d.Title, d.Desc, bottom+20)
}

// heads writes what the axis measures and what the notes are, and returns the line of the ticks: the notes' head ends on it.
func (c *canvas) heads(x axis, y float64, measured, noted string) float64 {
	lines := c.wrap(measured, x.to-x.from)
	c.block((x.from+x.to)/2, y+10, middle, "muted", lines)
	y += float64(len(lines)) * lineHeight
	if noted == "" {
		return y + 8
	}
	lines = c.wrap(noted, notesMost)
	y = math.Max(y, 4+float64(len(lines))*lineHeight)
	c.block(chartWidth-8, y+8-float64(len(lines)-1)*lineHeight, end, "muted", lines)
	return y + 8
}

// inside writes a text around an x, but no further out than the frame.
func (c *canvas) inside(x, baseline float64, text string) {
	half := c.textWidth(text) / 2
	c.text(math.Max(4+half, math.Min(chartWidth-4-half, x)), baseline, middle, "muted", text)
}

// notesWidth is the room at the right that the notes need.
func (d Dumbbell) notesWidth(c *canvas) float64 {
	w := 0.0
	if d.Noted != "" {
		w = widest(c, c.wrap(d.Noted, notesMost))
	}
	for _, row := range d.Rows {
		w = math.Max(w, widest(c, c.wrap(row.Note, notesMost)))
	}
	if w == 0 {
		return 0
	}
	return w + 16
}

// widest measures the longest of some lines.
func widest(c *canvas, lines []string) float64 {
	w := 0.0
	for _, line := range lines {
		w = math.Max(w, c.textWidth(line))
	}
	return w
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

// noteLines and labelLines are the texts of a row in the room that they have.
func (c *canvas) noteLines(row Row) []string { return c.wrap(row.Note, notesMost) }

func (c *canvas) labelLines(row Row) []string { return c.wrap(row.Label, labelWidth) }

// textHeight is the room that the texts of a row need.
func (c *canvas) textHeight(row Row) float64 {
	return float64(max(len(c.labelLines(row)), len(c.noteLines(row))))*lineHeight + 6
}

func (d Dumbbell) height(c *canvas, row Row) float64 {
	return math.Max(c.textHeight(row), d.valuesHeight())
}

// valuesHeight is the room that the values of a row need.
func (d Dumbbell) valuesHeight() float64 { return float64(len(d.Series))*seriesPitch + 10 }

// beside writes the label and the note of a row beside its values.
func (c *canvas) beside(row Row, center float64) {
	label, note := c.labelLines(row), c.noteLines(row)
	first := func(lines []string) float64 { return center - float64(len(lines)-1)*lineHeight/2 + 4 }
	c.block(8, first(label), start, "", label)
	if row.Note != "" {
		c.block(chartWidth-8, first(note), end, "", note)
	}
}

func (d Dumbbell) row(c *canvas, x axis, row Row, top float64) {
	center := top + d.height(c, row)/2
	c.beside(row, center)
	if row.Target != nil {
		c.line(x.clamp(*row.Target), top+3, x.clamp(*row.Target), top+d.height(c, row)-3, "cross")
	}
	if low, high := reachOf(row); low < high && !d.Lines {
		c.line(x.clamp(low), center, x.clamp(high), center, "span")
	}
	for k, v := range row.Values {
		if math.IsNaN(v.Value) {
			continue
		}
		y := d.level(center, k)
		if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
			c.line(x.clamp(v.Low), y, x.clamp(v.High), y, series(looks(d.Looks).at(k))+" whisker")
		}
		c.marker(looks(d.Looks).at(k), x.clamp(v.Value), y, 4.5)
	}
}

// reachOf returns the lowest and the highest value of a row.
func reachOf(row Row) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range row.Values {
		if !math.IsNaN(v.Value) {
			low, high = math.Min(low, v.Value), math.Max(high, v.Value)
		}
	}
	return low, high
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
			c.polyline(points, series(looks(d.Looks).at(k))+" line")
		}
	}
}

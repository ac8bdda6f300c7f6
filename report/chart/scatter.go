package chart

import (
	"fmt"
	"math"
	"strconv"
)

// Point is one item of a scatter.
type Point struct {
	Label string
	X, Y  Value
	Note  string // behind the label in the list: a quadrant, a class
}

// Scatter shows items by two figures, with a cross-hair and, where both are on one scale, the diagonal on which they are equal.
// Points carry numbers; the list beside names them.
type Scatter struct {
	Words          Words
	Title, Desc    string
	X, Y           string // what is measured
	Low, High      float64
	Square         bool    // both axes have one range, and the diagonal is drawn
	CrossX, CrossY float64 // NaN: none
	Corners        [4]string
	Points         []Point
	Percent        bool   // X is a share
	Guide          string // what the lines mean
}

// The layout of scatters: the plot to the left, the list to the right.
const (
	scatterLeft, scatterTop     = 56.0, 14.0
	scatterRight, scatterBottom = 456.0, 414.0
	listLeft                    = 480.0
	pointRadius, numberPad      = 4.0, 2.0
)

// Draw lays the chart out.
func (s Scatter) Draw() *Drawing {
	c := newCanvas(s.Words)
	x, y := s.axes()
	s.ground(c, x, y)
	taken := append([]Box(nil), c.texts...)
	for _, p := range s.Points {
		px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
		taken = append(taken, Box{px0 - pointRadius, py0 - pointRadius, px0 + pointRadius, py0 + pointRadius, ""})
		taken = append(taken, s.whiskers(x, y, p)...)
	}
	for i, p := range s.Points {
		s.point(c, x, y, p)
		taken = s.number(c, taken, x.clamp(p.X.Value), y.clamp(p.Y.Value), strconv.Itoa(i+1))
	}
	bottom := s.list(c)
	return c.drawing(s.Title, s.Desc, chartWidth, math.Max(s.bottom(c), bottom+8))
}

// axes returns ranges that hold all points and the cross-hair.
func (s Scatter) axes() (x, y axis) {
	lowX, highX, lowY, highY := s.CrossX, s.CrossX, s.CrossY, s.CrossY
	for _, p := range s.Points {
		lowX, highX = nanMin(lowX, p.X.Value), nanMax(highX, p.X.Value)
		if s.Percent && !math.IsNaN(p.X.High) {
			highX = nanMax(highX, p.X.High)
		}
		lowY, highY = nanMin(lowY, p.Y.Value), nanMax(highY, p.Y.Value)
	}
	if s.Square {
		low, high := math.Min(lowX, lowY), math.Max(highX, highY)
		lowX, highX, lowY, highY = low, high, low, high
	}
	if s.Percent {
		lowX, highX = around(0, highX, 0.08, 0, 1)
	} else {
		lowX, highX = s.atLeast(around(lowX, highX, 0.08, s.Low, s.High))
	}
	lowY, highY = s.atLeast(around(lowY, highY, 0.08, s.Low, s.High))
	return axis{lowX, highX, scatterLeft, scatterRight}, axis{lowY, highY, scatterBottom, scatterTop}
}

// atLeast widens a range that is narrower than a twentieth of the scale: differences that small are none to look at.
func (s Scatter) atLeast(low, high float64) (wideLow, wideHigh float64) {
	if missing := (s.High-s.Low)/20 - (high - low); missing > 0 {
		low, high = low-missing/2, high+missing/2
	}
	return low, high
}

func nanMin(a, b float64) float64 {
	if math.IsNaN(a) || b < a {
		return b
	}
	return a
}

func nanMax(a, b float64) float64 {
	if math.IsNaN(a) || b > a {
		return b
	}
	return a
}

func (s Scatter) ground(c *canvas, x, y axis) {
	for _, t := range x.ticks(8) {
		c.line(x.at(t), scatterTop, x.at(t), scatterBottom, "grid")
		text := c.tickText(t)
		if s.Percent {
			text = c.tickText(100*t) + " %"
		}
		c.text(x.at(t), scatterBottom+16, middle, "muted", text)
	}
	for _, t := range y.ticks(8) {
		c.line(scatterLeft, y.at(t), scatterRight, y.at(t), "grid")
		c.text(scatterLeft-6, y.at(t)+4, end, "muted", c.tickText(t))
	}
	if s.Square {
		c.line(scatterLeft, scatterBottom, scatterRight, scatterTop, "grid")
	}
	if !math.IsNaN(s.CrossX) && !math.IsNaN(s.CrossY) {
		c.line(x.at(s.CrossX), scatterTop, x.at(s.CrossX), scatterBottom, "cross")
		c.line(scatterLeft, y.at(s.CrossY), scatterRight, y.at(s.CrossY), "cross")
		s.corners(c, x.at(s.CrossX), y.at(s.CrossY))
	}
	c.text((scatterLeft+scatterRight)/2, scatterBottom+34, middle, "", s.X)
	for k, line := range s.guide(c) {
		c.text(scatterLeft, scatterBottom+54+float64(k)*lineHeight, start, "muted", line)
	}
	fmt.Fprintf(&c.body, `<g transform="translate(14 %s) rotate(-90)">`, px((scatterTop+scatterBottom)/2))
	kept := len(c.texts)
	c.text(0, 0, middle, "", s.Y)
	c.texts = c.texts[:kept] // it stands upright in the margin, where nothing else does
	c.body.WriteString("</g>")
}

// guide says what the lines are.
func (s Scatter) guide(c *canvas) []string {
	return c.wrap(s.Guide, scatterRight-scatterLeft)
}

// corners names the four quadrants where they have room: top left, top right, bottom left, bottom right.
func (s Scatter) corners(c *canvas, crossX, crossY float64) {
	for i, name := range s.Corners {
		x, at, room := scatterLeft+4, start, crossX-scatterLeft
		if i%2 == 1 {
			x, at, room = scatterRight-4, end, scatterRight-crossX
		}
		y, height := scatterTop+13, crossY-scatterTop
		if i > 1 {
			y, height = scatterBottom-6, scatterBottom-crossY
		}
		if c.textWidth(name)+8 < room && height > 2*lineHeight {
			box := c.box(x, y, at, name)
			c.rect(box.Left-2, box.Top-1, box.Right-box.Left+4, box.Bottom-box.Top+2, "paper") // no line runs through it
			c.text(x, y, at, "muted", name)
		}
	}
}

// whiskers are where a point's interval lies, a little wider than drawn.
func (s Scatter) whiskers(x, y axis, p Point) []Box {
	var boxes []Box
	px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
	if !math.IsNaN(p.X.Low) && !math.IsNaN(p.X.High) {
		boxes = append(boxes, Box{x.clamp(p.X.Low), py0 - 1, x.clamp(p.X.High), py0 + 1, ""})
	}
	if !math.IsNaN(p.Y.Low) && !math.IsNaN(p.Y.High) {
		boxes = append(boxes, Box{px0 - 1, y.clamp(p.Y.High), px0 + 1, y.clamp(p.Y.Low), ""})
	}
	return boxes
}

func (s Scatter) point(c *canvas, x, y axis, p Point) {
	px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
	if !math.IsNaN(p.X.Low) && !math.IsNaN(p.X.High) {
		c.line(x.clamp(p.X.Low), py0, x.clamp(p.X.High), py0, "lead")
	}
	if !math.IsNaN(p.Y.Low) && !math.IsNaN(p.Y.High) {
		c.line(px0, y.clamp(p.Y.Low), px0, y.clamp(p.Y.High), "lead")
	}
	c.marker(0, px0, py0, pointRadius)
}

// number writes a point's number where nothing else is: near it, or further off with a line to it.
func (s Scatter) number(c *canvas, taken []Box, x, y float64, text string) []Box {
	w := measure(c.bold, text)
	for distance := 0.0; distance < 240; distance += 6 {
		reach := pointRadius + numberPad + distance
		for k := range 16 {
			angle := float64(k) * math.Pi / 8
			cx, cy := x+math.Cos(angle)*(reach+w/2), y-math.Sin(angle)*(reach+6)
			box := boxOf(c.bold, cx, cy+3.5, middle, text)
			if box.Left < scatterLeft || box.Right > scatterRight || box.Top < scatterTop || box.Bottom > scatterBottom || hits(taken, box) {
				continue
			}
			if distance > 6 {
				c.line(x, y, cx, cy, "lead")
			}
			c.text(cx, cy+3.5, middle, strong, text)
			return append(taken, box)
		}
	}
	return taken // there is no such plot: 240 pixels around hold more numbers than a study has items
}

func hits(taken []Box, box Box) bool {
	for _, t := range taken {
		if t.overlaps(box) {
			return true
		}
	}
	return false
}

// The list below the plot, for what the plot's side has no room for.
const (
	listColumns = 3
	listWidth   = (chartWidth - 16) / listColumns
)

// list names the points beside the plot, and in columns below it where the plot's side is full; it returns its bottom.
func (s Scatter) list(c *canvas) float64 {
	y, below := scatterTop+10, s.bottom(c)
	n := 0
	for ; n < len(s.Points); n++ {
		height := s.entryHeight(c, n, chartWidth-8-listLeft)
		if y+height > below {
			break
		}
		s.entry(c, n, listLeft, y, chartWidth-8-listLeft)
		y += height
	}
	if n == len(s.Points) {
		return y
	}
	return s.columns(c, n, below+lineHeight)
}

// columns names the points from the nth in columns of like height.
func (s Scatter) columns(c *canvas, n int, top float64) float64 {
	total, tallest := 0.0, 0.0
	for k := n; k < len(s.Points); k++ {
		height := s.entryHeight(c, k, listWidth-8)
		total, tallest = total+height, math.Max(tallest, height)
	}
	y, column, bottom := top, 0, top
	for ; n < len(s.Points); n++ {
		if y-top > total/listColumns-tallest/2 && column < listColumns-1 && y > top {
			column, y = column+1, top
		}
		s.entry(c, n, 8+float64(column)*listWidth, y, listWidth-8)
		y += s.entryHeight(c, n, listWidth-8)
		bottom = math.Max(bottom, y)
	}
	return bottom
}

// The room for the number before a label.
const numberWidth = 24.0

func (s Scatter) entryHeight(c *canvas, n int, width float64) float64 {
	height := float64(len(c.wrap(s.Points[n].Label, width-numberWidth))) * lineHeight
	if note := s.Points[n].Note; note != "" {
		height += float64(len(c.wrap(note, width-numberWidth))) * lineHeight
	}
	return height + 2
}

// entry writes a point's number, label and note.
func (s Scatter) entry(c *canvas, n int, x, y, width float64) {
	p := s.Points[n]
	c.text(x+numberWidth-8, y, end, strong, strconv.Itoa(n+1))
	lines := c.wrap(p.Label, width-numberWidth)
	c.block(x+numberWidth, y, start, "", lines)
	if p.Note != "" {
		c.block(x+numberWidth, y+float64(len(lines))*lineHeight, start, "muted", c.wrap(p.Note, width-numberWidth))
	}
}

// bottom returns where the plot with its axis and guide ends.
func (s Scatter) bottom(c *canvas) float64 {
	return scatterBottom + 44 + float64(len(s.guide(c)))*lineHeight
}

package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// Point is one item of a scatter.
type Point struct {
	Label string
	X, Y  Value
	Note  string // behind the label in the list: a quadrant, a class

	Hollow bool // its place says less than that of others
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

	right, bottom float64 // ends of the plot
	named         []Box   // the names of the quadrants in it
}

// The layout of scatters: the plot to the left, the list to the right, or below it.
const (
	scatterLeft, scatterTop = 56.0, 14.0
	scatterSide             = 400.0
	listLeft                = 480.0
	listMost                = 1.5 // times the plot: how far down the list may reach beside it
	pointRadius, numberPad  = 4.0, 2.0
	hollowRadius            = 2.3
)

// Draw lays the chart out.
func (s Scatter) Draw() *Drawing {
	s.right, s.bottom = scatterLeft+scatterSide, scatterTop+scatterSide
	c := newCanvas(s.Words)
	s.plot(c)
	bottom := s.list(c)
	return c.drawing(s.Title, s.Desc, math.Max(s.below(c), bottom+8))
}

// plot draws the points and what lies behind them.
func (s *Scatter) plot(c *canvas) {
	x, y := s.axes()
	marks := s.marks(x, y)
	var whiskers []Box
	for _, p := range s.Points {
		whiskers = append(whiskers, s.whiskers(x, y, p)...)
	}
	s.corners(c, x, y, marks, whiskers)
	s.ground(c, x, y)
	var intervals [][4]float64
	for _, p := range s.Points {
		intervals = append(intervals, s.intervals(x, y, p)...)
	}
	c.lines("lead", intervals)
	for _, p := range s.Points {
		s.point(c, x, y, p)
	}
	s.numbers(c, x, y, marks, slices.Concat(marks, c.texts, whiskers))
}

// marks are where the points lie.
func (s Scatter) marks(x, y axis) []Box {
	var boxes []Box
	for _, p := range s.Points {
		px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
		boxes = append(boxes, Box{px0 - pointRadius, py0 - pointRadius, px0 + pointRadius, py0 + pointRadius, ""})
	}
	return boxes
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
		lowX, highX = s.atLeast(around(lowX, highX, s.margin(), s.Low, s.High))
	}
	lowY, highY = s.atLeast(around(lowY, highY, s.margin(), s.Low, s.High))
	return axis{lowX, highX, scatterLeft, s.right}, axis{lowY, highY, s.bottom, scatterTop}
}

// margin is the part of a range that is added to each of its ends: more where the names of the quadrants need room beyond the points.
func (s Scatter) margin() float64 {
	if s.Corners == [4]string{} {
		return 0.08
	}
	return 0.13
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
	var grid [][4]float64
	for _, t := range x.ticks(8) {
		grid = append(grid, [4]float64{x.at(t), scatterTop, x.at(t), s.bottom})
	}
	for _, t := range y.ticks(8) {
		grid = append(grid, [4]float64{scatterLeft, y.at(t), s.right, y.at(t)})
	}
	if s.Square {
		grid = append(grid, [4]float64{scatterLeft, s.bottom, s.right, scatterTop})
	}
	c.lines("grid", grid)
	for _, t := range x.ticks(8) {
		text := c.tickText(t)
		if s.Percent {
			text = c.tickText(100*t) + " %"
		}
		c.text(x.at(t), s.bottom+16, middle, "muted", text)
	}
	for _, t := range y.ticks(8) {
		c.text(scatterLeft-6, y.at(t)+4, end, "muted", c.tickText(t))
	}
	if !math.IsNaN(s.CrossX) && !math.IsNaN(s.CrossY) {
		c.lines("cross", [][4]float64{{x.at(s.CrossX), scatterTop, x.at(s.CrossX), s.bottom}, {scatterLeft, y.at(s.CrossY), s.right, y.at(s.CrossY)}})
	}
	for _, box := range s.named {
		c.rect(box.Left-2, box.Top-1, box.Right-box.Left+4, box.Bottom-box.Top+2, "paper") // no line runs through it
		c.text(box.Left, box.Top+ascent, start, "muted", box.Text)
	}
	c.block((scatterLeft+s.right)/2, s.bottom+34, middle, "", s.titleOfX(c))
	c.block(scatterLeft, s.bottom+39+float64(len(s.titleOfX(c)))*lineHeight, start, "muted", s.guide(c))
	fmt.Fprintf(&c.body, `<g transform="translate(14 %s) rotate(-90)">`, px((scatterTop+s.bottom)/2))
	kept := len(c.texts)
	c.text(0, 0, middle, "", c.wrap(s.Y, s.bottom)[0])
	c.texts = c.texts[:kept] // it stands upright in the margin, where nothing else does
	c.body.WriteString("</g>")
}

// guide says what the lines are.
func (s Scatter) guide(c *canvas) []string {
	return c.wrap(s.Guide, s.right-scatterLeft)
}

// titleOfX says what the points are from left to right.
func (s Scatter) titleOfX(c *canvas) []string {
	return c.wrap(s.X, s.right-scatterLeft)
}

// corners finds the places of the names of the four quadrants, top left, top right, bottom left, bottom right: where they have room and no
// point lies, near the corner off the intervals too. A quadrant without such a place is named below the plot.
func (s *Scatter) corners(c *canvas, x, y axis, marks, whiskers []Box) {
	if math.IsNaN(s.CrossX) || math.IsNaN(s.CrossY) {
		return
	}
	crossX, crossY := x.at(s.CrossX), y.at(s.CrossY)
	for i, name := range s.Corners {
		quadrant := Box{scatterLeft, scatterTop, crossX, crossY, name}
		if i%2 == 1 {
			quadrant.Left, quadrant.Right = crossX, s.right
		}
		if i > 1 {
			quadrant.Top, quadrant.Bottom = crossY, s.bottom
		}
		near := 2 * lineHeight
		box, found := c.corner(quadrant, i%2 == 1, i > 1, near, slices.Concat(marks, whiskers))
		if !found {
			box, found = c.corner(quadrant, i%2 == 1, i > 1, math.Inf(1), marks)
		}
		if found {
			s.named = append(s.named, box)
		} else if name != "" {
			s.Guide += "; " + s.Words.place(i) + ": " + name
		}
	}
}

// corner finds the place for a quadrant's name that is nearest to the quadrant's outer corner, no further than some way from it up or
// down, and off the marks.
func (c *canvas) corner(quadrant Box, right, below bool, reach float64, marks []Box) (Box, bool) {
	const step, margin = 6.0, 4.0
	width, height := c.textWidth(quadrant.Text), ascent+descent
	for down := margin; down < reach && quadrant.Top+down+height+margin < quadrant.Bottom; down += step {
		for along := margin; quadrant.Left+along+width+margin < quadrant.Right; along += step {
			box := Box{quadrant.Left + along, quadrant.Top + down, quadrant.Left + along + width, quadrant.Top + down + height, quadrant.Text}
			if right {
				box.Left, box.Right = quadrant.Right-along-width, quadrant.Right-along
			}
			if below {
				box.Top, box.Bottom = quadrant.Bottom-down-height, quadrant.Bottom-down
			}
			if !hits(marks, Box{box.Left - 2, box.Top - 2, box.Right + 2, box.Bottom + 2, ""}) {
				return box, true
			}
		}
	}
	return Box{}, false
}

// intervals are the lines through a point.
func (s Scatter) intervals(x, y axis, p Point) (lines [][4]float64) {
	px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
	if !math.IsNaN(p.X.Low) && !math.IsNaN(p.X.High) {
		lines = append(lines, [4]float64{x.clamp(p.X.Low), py0, x.clamp(p.X.High), py0})
	}
	if !math.IsNaN(p.Y.Low) && !math.IsNaN(p.Y.High) {
		lines = append(lines, [4]float64{px0, y.clamp(p.Y.Low), px0, y.clamp(p.Y.High)})
	}
	return lines
}

func (s Scatter) point(c *canvas, x, y axis, p Point) {
	px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
	c.marker(0, px0, py0, pointRadius)
	if p.Hollow {
		fmt.Fprintf(&c.body, `<circle cx="%s" cy="%s" r="%s" class="paper"/>`, px(px0), px(py0), px(hollowRadius))
	}
}

// The list below the plot, for what the plot's side has no room for.
const listColumns = 3

// list names the points in one place: beside the plot, or in columns below it where they would reach too far down. Only what is too much
// for one page that way stands in both. It returns its bottom.
func (s Scatter) list(c *canvas) float64 {
	beside, all := chartWidth-8-listLeft, 0.0
	for n := range s.Points {
		all += s.entryHeight(c, n, beside)
	}
	reach := s.below(c)
	switch {
	case all <= listMost*scatterSide:
		reach = math.Inf(1)
	case s.columns(newCanvas(c.words), 0, s.below(c)+lineHeight) <= tallest:
		return s.columns(c, 0, s.below(c)+lineHeight)
	}
	y := scatterTop + 10
	n := 0
	for ; n < len(s.Points); n++ {
		height := s.entryHeight(c, n, beside)
		if y+height > reach {
			break
		}
		s.entry(c, n, listLeft, y, beside)
		y += height
	}
	if n == len(s.Points) {
		return y
	}
	return s.columns(c, n, s.below(c)+lineHeight)
}

// columns names the points from the nth in columns of like height.
func (s Scatter) columns(c *canvas, n int, top float64) float64 {
	const count = listColumns
	listWidth := (chartWidth - 16.0) / count
	total, tallest := 0.0, 0.0
	for k := n; k < len(s.Points); k++ {
		height := s.entryHeight(c, k, listWidth-8)
		total, tallest = total+height, math.Max(tallest, height)
	}
	y, column, bottom := top, 0, top
	for ; n < len(s.Points); n++ {
		if y-top > total/count-tallest/2 && column < count-1 && y > top {
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

// below returns where the plot with its axis and guide ends.
func (s Scatter) below(c *canvas) float64 {
	return s.bottom + 29 + float64(len(s.titleOfX(c))+len(s.guide(c)))*lineHeight
}

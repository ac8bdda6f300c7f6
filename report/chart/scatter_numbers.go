package chart

import (
	"math"
	"strconv"
)

// What a place costs that a reader would rather not see a number at, in pixels that it may be further from its point instead.
const (
	costOfCross    = 14.0 // a line of the cross-hair runs through it
	costOfDiagonal = 6.0
	costOfLead     = 8.0 // it needs a line to its point
	clearOfOthers  = 2.0 // times as near to its point as to any other, and a little more
)

// whiskers are where a point's interval lies, a little wider than drawn.
func (s Scatter) whiskers(x, y axis, p Point) []Box {
	var boxes []Box
	px0, py0 := x.clamp(p.X.Value), y.clamp(p.Y.Value)
	if !math.IsNaN(p.X.Low) && !math.IsNaN(p.X.High) {
		boxes = append(boxes, Box{x.clamp(p.X.Low) - 2, py0 - 1, x.clamp(p.X.High) + 2, py0 + 1, ""})
	}
	if !math.IsNaN(p.Y.Low) && !math.IsNaN(p.Y.High) {
		boxes = append(boxes, Box{px0 - 1, y.clamp(p.Y.High), px0 + 1, y.clamp(p.Y.Low), ""})
	}
	return boxes
}

// numbers writes the numbers of the points where nothing else is and nobody takes one for the number of another point.
func (s Scatter) numbers(c *canvas, x, y axis, marks, taken []Box) {
	for i := range s.Points {
		box, lead := s.numberPlace(c, x, y, marks, taken, i)
		cx, cy := (box.Left+box.Right)/2, box.Top+ascent
		if lead {
			px0, py0 := marks[i].center()
			c.line(px0, py0, math.Max(box.Left, math.Min(px0, box.Right)), math.Max(box.Top, math.Min(py0, box.Bottom)), "tie")
		}
		c.text(cx, cy, middle, strong, box.Text)
		const apart = 4.0 // two numbers are not read as one
		taken = append(taken, Box{box.Left - apart, box.Top, box.Right + apart, box.Bottom, ""})
	}
}

// numberPlace finds the place of the ith number that costs least: near its point, or further off with a line to it. In a plot without any
// room it is on the point: a number is never left out.
func (s Scatter) numberPlace(c *canvas, x, y axis, marks, taken []Box, i int) (best Box, lead bool) {
	text := strconv.Itoa(i + 1)
	px0, py0 := marks[i].center()
	w := measure(c.bold, text)
	least := math.Inf(1)
	for distance := 0.0; distance < min(600, least); distance += 3 {
		reach := pointRadius + numberPad + distance
		directions := 16 + int(distance/6)
		for k := range directions {
			angle := 2 * math.Pi * float64(k) / float64(directions)
			box := boxOf(c.bold, px0+math.Cos(angle)*(reach+w/2), py0-math.Sin(angle)*(reach+6)+3.5, middle, text)
			if box.Left < scatterLeft || box.Right > s.right || box.Top < scatterTop || box.Bottom > s.bottom || hits(taken, box) {
				continue
			}
			needsLead := distance > 6
			cost := distance + s.costOfPlace(x, y, marks, i, box, needsLead)
			if cost < least-0.01 { // no place is better by what rounding makes of two that cost the same
				least, best, lead = cost, box, needsLead
			}
		}
	}
	if math.IsInf(least, 1) {
		return boxOf(c.bold, px0, py0+3.5, middle, text), false
	}
	return best, lead
}

// costOfPlace says what speaks against a place besides its distance.
func (s Scatter) costOfPlace(x, y axis, marks []Box, i int, box Box, lead bool) float64 {
	cost := 0.0
	if lead {
		cost += costOfLead
	}
	if !math.IsNaN(s.CrossX) && !math.IsNaN(s.CrossY) {
		if at := x.at(s.CrossX); box.Left-1 < at && at < box.Right+1 {
			cost += costOfCross
		}
		if at := y.at(s.CrossY); box.Top < at && at < box.Bottom {
			cost += costOfCross
		}
	}
	if s.Square && s.onDiagonal(box) {
		cost += costOfDiagonal
	}
	own, other := box.distance(marks[i]), math.Inf(1)
	for k, mark := range marks {
		if k != i {
			other = math.Min(other, box.distance(mark))
		}
	}
	if lead {
		own = 0 // the line says whose number it is, unless that lies on another point
	}
	return cost + 2*math.Max(0, clearOfOthers*(own+numberPad)-other)
}

// onDiagonal reports whether the diagonal of the plot, from its lower left corner, runs through a box.
func (s Scatter) onDiagonal(box Box) bool {
	at := func(x float64) float64 {
		return s.bottom - (x-scatterLeft)/(s.right-scatterLeft)*(s.bottom-scatterTop)
	}
	return at(box.Left) > box.Top && at(box.Right) < box.Bottom
}

func (b Box) center() (x, y float64) { return (b.Left + b.Right) / 2, (b.Top + b.Bottom) / 2 }

// distance is how far two boxes are apart.
func (b Box) distance(other Box) float64 {
	across := math.Max(0, math.Max(other.Left-b.Right, b.Left-other.Right))
	down := math.Max(0, math.Max(other.Top-b.Bottom, b.Top-other.Bottom))
	return math.Hypot(across, down)
}

func hits(taken []Box, box Box) bool {
	for _, t := range taken {
		if t.overlaps(box) {
			return true
		}
	}
	return false
}

package chart

import (
	"math"
	"strconv"
	"strings"
)

// axis maps values to a stretch of the drawing.
type axis struct {
	low, high float64 // values
	from, to  float64 // pixels
}

func (a axis) at(x float64) float64 {
	if a.high == a.low {
		return (a.from + a.to) / 2
	}
	return a.from + (x-a.low)/(a.high-a.low)*(a.to-a.from)
}

// clamp keeps a value on the axis: the end of an interval may lie beyond a scale's.
func (a axis) clamp(x float64) float64 { return a.at(math.Max(a.low, math.Min(a.high, x))) }

// ticks returns round values on the axis, as many as have room.
func (a axis) ticks(most int) []float64 {
	span := a.high - a.low
	if !(span > 0) {
		return []float64{a.low}
	}
	step := stepOf(span, most)
	var ticks []float64
	for x := math.Ceil(a.low/step-1e-9) * step; x <= a.high+1e-9*span; x += step {
		ticks = append(ticks, math.Round(x/step)*step+0) // + 0: there is no −0 on an axis
	}
	return ticks
}

// stepOf returns a round step that divides a span into at most so many parts.
func stepOf(span float64, most int) float64 {
	step := math.Pow(10, math.Floor(math.Log10(span)))
	for _, f := range []float64{0.1, 0.2, 0.25, 0.5, 1, 2, 5} {
		if span/(step*f) <= float64(most) {
			return step * f
		}
	}
	return 10 * step
}

// tickText writes a tick with the digits that its neighbours need.
func (c *canvas) tickText(x float64) string {
	text := strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64)
	return c.words.number(strings.Replace(text, "-", "−", 1))
}

// around widens a range by a share of itself, but not beyond what the scale allows.
func around(low, high, share, least, most float64) (float64, float64) {
	margin := (high - low) * share
	if margin == 0 {
		margin = math.Max(1, math.Abs(high)*share)
	}
	return math.Max(least, low-margin), math.Min(most, high+margin)
}

package chart

import (
	"math"
	"strings"
)

func replaceClass(svg, old, replacement string) string {
	return strings.ReplaceAll(svg, `class="`+old+`"`, `class="`+replacement+`"`)
}

// Distribution shows how answers divide into a low, a middle and a high part, with the middle of the middle part on one line: what
// reaches further to the right is better. The parts stand in one order and bear their shares, so that colour is not needed.
type Distribution struct {
	Words       Words
	Title, Desc string
	Parts       [3]string // names of the low, the middle and the high part
	Rows        []Row     // of each group's series: shares low, middle, high

	left, right float64 // how far the bars of a whole reach of which this is a piece; both 0: its own
}

// Draw lays the chart out.
func (d Distribution) Draw() *Drawing {
	c := newCanvas(d.Words)
	y := d.key(c) + 6
	top := y
	left, right := d.left, d.right
	if left == right {
		left, right = d.reach()
	}
	x := axis{-left, right, plotLeft, plotRight}
	c.line(x.at(0), top, x.at(0), d.bottom(c, top), "cross")
	group := ""
	for i, row := range d.Rows {
		if row.Group != group {
			group = row.Group
			lines := c.wrapStrong(group, chartWidth-16)
			y += float64(min(i, 1)) * 6
			c.block(8, y+14, start, strong, lines)
			y += float64(len(lines))*lineHeight + 4
		}
		d.row(c, x, row, y)
		y += d.height(c, row)
	}
	return c.drawing(d.Title, d.Desc, y+8)
}

// partClass is how a part is filled.
func partClass(part int) string { return [3]string{"low", "between", "high"}[part] }

// key names the parts in their order and returns the y below.
func (d Distribution) key(c *canvas) float64 {
	x, y := 8.0, 4+lineHeight
	for k, name := range d.Parts {
		if w := c.textWidth(name) + 18; x > 8 && x+w > chartWidth-8 {
			x, y = 8, y+lineHeight
		}
		c.rect(x, y-10, 12, 12, partClass(k))
		lines := c.wrap(name, chartWidth-34)
		c.block(x+18, y, start, "", lines)
		y += float64(len(lines)-1) * lineHeight
		x += 18 + c.textWidth(lines[len(lines)-1]) + 22
	}
	return y + 6
}

// bottom returns where the last row ends.
func (d Distribution) bottom(c *canvas, y float64) float64 {
	for i, row := range d.Rows {
		if i == 0 || row.Group != d.Rows[i-1].Group {
			y += float64(len(c.wrapStrong(row.Group, chartWidth-16)))*lineHeight + 4 + float64(min(i, 1))*6
		}
		y += d.height(c, row)
	}
	return y
}

// reach returns how far the bars reach to both sides of the line.
func (d Distribution) reach() (left, right float64) {
	left, right = 0.05, 0.05
	for _, row := range d.Rows {
		low, between, high := row.Values[0].Value, row.Values[1].Value, row.Values[2].Value
		left, right = nanMax(left, between/2+low), nanMax(right, between/2+high)
	}
	return left, right
}

func (d Distribution) height(c *canvas, row Row) float64 {
	return math.Max(22, float64(len(c.wrap(row.Label, labelWidth-12)))*lineHeight+6)
}

func (d Distribution) row(c *canvas, x axis, row Row, y float64) {
	lines := c.wrap(row.Label, labelWidth-12)
	c.block(20, y+14, start, "", lines)
	low, between, high := row.Values[0].Value, row.Values[1].Value, row.Values[2].Value
	if math.IsNaN(low + between + high) {
		if row.Note != "" {
			c.text(plotLeft+4, y+14.5, start, "muted", row.Note)
		}
		return
	}
	at := -between/2 - low
	for k, share := range []float64{low, between, high} {
		width := x.at(at+share) - x.at(at)
		if share > 0 {
			c.rect(x.at(at), y+2, width, 17, partClass(k))
		}
		if text := row.Texts[k]; c.textWidth(text)+4 < width {
			c.text(x.at(at)+width/2, y+14.5, middle, inkOn(k), text)
		}
		at += share
	}
}

package chart

import (
	"math"
	"strings"
)

func replaceClass(svg, old, replacement string) string {
	return strings.ReplaceAll(svg, `class="`+old+`"`, `class="`+replacement+`"`)
}

// Distribution shows how answers divide into a low, a middle and a high part, with the middle of the middle part on one line: what
// stands to the right is agreement, what stands to the left is not.
type Distribution struct {
	Title, Desc string
	Parts       [3]string // names of the low, the middle and the high part
	Rows        []Row     // of each group's series: shares low, middle, high
}

// Draw lays the chart out.
func (d Distribution) Draw() *Drawing {
	c := newCanvas()
	y := c.legend(d.Parts[:], 8, 4, chartWidth-8)
	x := axis{-1, 1, plotLeft, plotRight - 12}
	top := y + 14
	group := ""
	y = top + 6
	start0 := y
	type placed struct {
		row Row
		y   float64
	}
	var rows []placed
	for _, row := range d.Rows {
		if row.Group != group {
			group = row.Group
			lines := c.wrap(group, chartWidth-16)
			c.block(8, y+14, start, "strong", lines)
			y += float64(len(lines))*lineHeight + 4
		}
		rows = append(rows, placed{row, y})
		y += d.height(c, row)
	}
	for _, tick := range []float64{-1, -0.5, 0, 0.5, 1} {
		c.line(x.at(tick), start0, x.at(tick), y, "grid")
		c.text(x.at(tick), top, middle, "muted", tickText(100*math.Abs(tick))+" %")
	}
	for _, r := range rows {
		d.row(c, x, r.row, r.y)
	}
	return c.drawing(d.Title, d.Desc, chartWidth, y+8)
}

func (d Distribution) height(c *canvas, row Row) float64 {
	return math.Max(20, float64(len(c.wrap(row.Label, labelWidth-12)))*lineHeight+6)
}

func (d Distribution) row(c *canvas, x axis, row Row, y float64) {
	lines := c.wrap(row.Label, labelWidth-12)
	c.block(20, y+13, start, "", lines)
	low, between, high := row.Values[0].Value, row.Values[1].Value, row.Values[2].Value
	if math.IsNaN(low + between + high) {
		return
	}
	at := -between/2 - low
	for k, share := range []float64{low, between, high} {
		width := x.at(at+share) - x.at(at)
		c.rect(x.at(at), y+3, width, 13, series(k))
		if width > 14 {
			c.paperMarker(k, x.at(at)+width/2, y+9.5)
		}
		at += share
	}
}

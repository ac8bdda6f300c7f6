package chart

import (
	"html"
)

// pagePlot is the side of the plot of a page.
const pagePlot = 360.0

// Caption says what the chart is, and what it shows.
func (s Scatter) Caption() (title, desc string) { return s.Title, s.Desc }

// Pages draws the chart, which has one piece.
func (s Scatter) Pages() []*Drawing { return []*Drawing{s.Draw()} }

// inlay draws the plot, and lists the points beside it, or below where the list is long.
func (s Scatter) inlay(b *inlay) {
	c := b.canvas
	c.words = s.Words
	s.right, s.bottom = scatterLeft+pagePlot, scatterTop+pagePlot
	s.plot(c)
	class, all := "map", 0.0
	for n := range s.Points {
		all += s.entryHeight(c, n, chartWidth-8-listLeft)
	}
	if all > listMost*pagePlot {
		class = "map long"
	}
	b.add(`<div class="%s"><svg viewBox="0 0 %s %s">%s%s</svg><ol>`, class, px(s.right+18), px(s.below(c)), b.said, c.body.String())
	for _, p := range s.Points {
		b.add(`<li>%s`, html.EscapeString(p.Label))
		if p.Note != "" {
			b.add(`<small>%s</small>`, html.EscapeString(p.Note))
		}
		b.add(`</li>`)
	}
	b.add(`</ol></div>`)
}

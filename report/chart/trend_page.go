package chart

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// The layout of the small plots of a page, of which two stand beside each other on a telephone.
const (
	plotWidth  = 172.0
	plotInset  = 30.0 // for the numbers of the axis
	plotMarker = 3.0
)

// Caption says what the chart is, and what it shows.
func (t Trend) Caption() (title, desc string) { return t.Title, t.Desc }

func (t Trend) inlay(b *inlay) {
	c := b.canvas
	c.words = t.Words
	y := t.reach()
	y.from, y.to = trendTop+trendAxis, trendTop
	first, last := t.waveNames(c, plotWidth)
	height := y.from + 8 + float64(max(len(first), len(last)))*lineHeight
	var ground canvas
	ground.regular, ground.bold = c.regular, c.bold
	for _, tick := range y.ticks(5) {
		ground.text(plotInset-6, y.at(tick)+4, end, "", c.tickText(tick))
	}
	ground.block(plotInset, y.from+18, start, "", first)
	ground.block(plotWidth-4, y.from+18, end, "", last)
	var lines strings.Builder
	for _, tick := range y.ticks(5) {
		fmt.Fprintf(&lines, "M%s %sH%s", px(plotInset), px(y.at(tick)), px(plotWidth-4))
	}
	b.add(`<table class="plots" style="--plot:%spx"><thead><tr><td class="key">%s</td></tr><tr><td>%s<svg width="0" height="0">%s<defs>%s<g id="%sg"><path class="grid" d="%s"/><g class="muted">%s</g></g></defs></svg></td></tr></thead><tbody><tr><td>`,
		px(height), b.keySeries(t.Looks, t.Series), html.EscapeString(t.axisTitle(c)), b.said, b.shapes(t.Looks, len(t.Series), plotMarker), b.key, lines.String(), ground.body.String())
	for _, item := range t.Items {
		b.add(`<div><b>%s</b><svg><use href="#%sg"/>`, html.EscapeString(item.Label), b.key)
		for k, values := range item.Values {
			t.small(b, y, item, k, values)
		}
		b.add(`</svg></div>`)
	}
	b.add(`</td></tr></tbody></table>`)
}

// small writes a series of a small plot.
func (t Trend) small(b *inlay, y axis, item TrendItem, k int, values []Value) {
	x := axis{0, float64(max(1, len(t.Waves)-1)), plotInset + 16, plotWidth - 20}
	var lines, markers strings.Builder
	var intervals [][4]float64
	last := ""
	for w, v := range values {
		if math.IsNaN(v.Value) {
			continue
		}
		across := x.at(float64(w)) + (float64(k)-float64(len(t.Series)-1)/2)*trendPitch
		at := px(across)
		here := at + " " + px(y.clamp(v.Value))
		if last != "" {
			fmt.Fprintf(&lines, `<path class="%s" d="M%sL%s"/>`, item.stretch(k, w), last, here)
		}
		last = here
		if !math.IsNaN(v.Low) && !math.IsNaN(v.High) {
			intervals = append(intervals, [4]float64{across, y.clamp(v.Low), across, y.clamp(v.High)})
		}
		fmt.Fprintf(&markers, `<use href="#%s" x="%s" y="%s"/>`, b.shape(looks(t.Looks).at(k)), at, px(y.clamp(v.Value)))
	}
	if len(intervals) > 0 {
		fmt.Fprintf(&lines, `<path d="%s"/>`, pathOf(intervals))
	}
	if markers.Len() > 0 {
		b.add(`<g class="%s">%s%s</g>`, series(looks(t.Looks).at(k)), lines.String(), markers.String())
	}
}

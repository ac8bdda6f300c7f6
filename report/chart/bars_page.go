package chart

import (
	"math"
)

// Caption says what the chart is, and what it shows.
func (b Bars) Caption() (title, desc string) { return b.Title, b.Desc }

func (b Bars) inlay(in *inlay) {
	in.canvas.words = b.Words
	low, high := b.reach()
	x := axis{low, high, 0, 100}
	head := rowHead{
		class: "bars", key: in.keySeries(looksFrom(b.First, len(b.Series)), b.Series), measured: b.Axis, noted: b.Total, axis: x, ticks: x.ticks(ticksMost - 2),
		defined: in.shapes(looksFrom(b.First, len(b.Series)), len(b.Series), 4.5), ground: upright("axis", x.at(0)), height: barHeight,
	}
	for i := range b.Rows {
		head.rows = append(head.rows, b.noted(i))
	}
	in.begin(head)
	for i, row := range b.Rows {
		in.row(row.Label)
		b.stack(in, x, row)
		in.endRow(b.Totals[i])
	}
	in.end()
}

// stack writes the parts of a row; a part that has room for it bears the marker of its series.
func (b Bars) stack(in *inlay, x axis, row Row) {
	in.add(`<svg y="50%%">`)
	for k, part := range parts(row) {
		from, to := x.at(part[0]), x.at(part[1])
		if from == to {
			continue
		}
		in.add(`<line class="%s" x1="%s" x2="%s"/>`, series(b.First+k), share(math.Min(from, to)), share(math.Max(from, to)))
		if math.Abs(to-from)*leastPlot/100 > 14 {
			in.add(`<use class="paper" href="#%s" x="%s"/>`, in.shape(b.First+k), share((from+to)/2))
		}
	}
	in.add(`</svg>`)
}

// parts returns where the values of a row lie when those of one sign are stacked away from zero.
func parts(row Row) [][2]float64 {
	var all [][2]float64
	left, right := 0.0, 0.0
	for _, v := range row.Values {
		from := &right
		if v.Value < 0 {
			from = &left
		}
		to := *from
		if !math.IsNaN(v.Value) {
			to += v.Value
		}
		all = append(all, [2]float64{*from, to})
		*from = to
	}
	return all
}

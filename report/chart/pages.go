package chart

import "fmt"

// tallest is the height up to which a chart stays in one piece: what a printed page holds besides its heading.
const tallest = 860.0

// handy is the height of pieces of charts whose rows need not be compared over the whole: two fit a page, so that none is left half empty.
const handy = 640.0

// pieces cuts rows of these heights into runs, each as long as the others within a row: one if they fit a page, else as many as have
// this height at most.
func pieces(heights []float64, most float64) [][2]int {
	total := 0.0
	for _, h := range heights {
		total += h
	}
	const around = 100 // legend and axis
	if total <= tallest-around {
		return [][2]int{{0, len(heights)}}
	}
	count := 1
	for total/float64(count) > most-around {
		count++
	}
	for {
		runs := cut(heights, count, most-around)
		if len(runs) <= count {
			return runs
		}
		count = len(runs) // rows that cannot be divided need one more: shared out anew, none is left alone on the last
	}
}

// cut makes this many runs of about the same height, or more where one would be higher than fits.
func cut(heights []float64, count int, fits float64) [][2]int {
	total := 0.0
	for _, h := range heights {
		total += h
	}
	var runs [][2]int
	from, sum := 0, 0.0
	for i, h := range heights {
		full := sum+h > fits
		if i > from && (full || sum+h > total/float64(count)*1.02 && len(runs) < count-1) {
			runs = append(runs, [2]int{from, i})
			from, sum = i, 0
		}
		sum += h
	}
	return append(runs, [2]int{from, len(heights)})
}

// numbered says which piece of several a chart is.
func (w Words) numbered(title string, piece, of int) string {
	if of == 1 {
		return title
	}
	return fmt.Sprintf(w.piece(), title, piece+1, of)
}

// Pages draws the chart in as many pieces as it needs to fit pages.
func (d Dumbbell) Pages() []*Drawing {
	c := newCanvas(d.Words)
	var heights []float64
	for _, row := range d.Rows {
		heights = append(heights, d.height(c, row)+groupHeight(c, row.Group)/3)
	}
	var drawings []*Drawing
	runs := pieces(heights, tallest)
	for k, run := range runs {
		piece := d
		piece.Title, piece.Rows = d.Words.numbered(d.Title, k, len(runs)), d.Rows[run[0]:run[1]]
		drawings = append(drawings, piece.Draw())
	}
	return drawings
}

// Pages draws the chart in as many pieces as it needs to fit pages, all on one axis.
func (b Bars) Pages() []*Drawing {
	c := newCanvas(b.Words)
	var heights []float64
	for i := range b.Rows {
		heights = append(heights, b.height(c, i))
	}
	low, high := b.reach()
	var drawings []*Drawing
	runs := pieces(heights, tallest)
	for k, run := range runs {
		piece := b
		piece.Title, piece.Rows, piece.Totals = b.Words.numbered(b.Title, k, len(runs)), b.Rows[run[0]:run[1]], b.Totals[run[0]:run[1]]
		piece.low, piece.high = low, high
		drawings = append(drawings, piece.Draw())
	}
	return drawings
}

// Pages draws the chart in as many pieces as it needs to fit pages; the rows of one group stay together.
func (d Distribution) Pages() []*Drawing {
	c := newCanvas(d.Words)
	var heights []float64
	var first []int // row of each group
	for i, row := range d.Rows {
		if i == 0 || row.Group != d.Rows[i-1].Group {
			first = append(first, i)
			heights = append(heights, float64(len(c.wrapStrong(row.Group, chartWidth-16)))*lineHeight+10)
		}
		heights[len(heights)-1] += d.height(c, row)
	}
	first = append(first, len(d.Rows))
	var drawings []*Drawing
	runs := pieces(heights, handy)
	for k, run := range runs {
		piece := d
		piece.Title, piece.Rows = d.Words.numbered(d.Title, k, len(runs)), d.Rows[first[run[0]]:first[run[1]]]
		piece.left, piece.right = d.reach()
		drawings = append(drawings, piece.Draw())
	}
	return drawings
}

// Pages draws the chart in as many pieces as it needs to fit pages; the plots of one row stay together.
func (t Trend) Pages() []*Drawing {
	c := newCanvas(t.Words)
	var heights []float64
	for from := 0; from < len(t.Items); from += trendColumns {
		heights = append(heights, float64(t.labelLines(c, t.Items[from:min(from+trendColumns, len(t.Items))], trendWidth))*lineHeight+t.height(c, trendWidth))
	}
	whole := t.reach()
	var drawings []*Drawing
	runs := pieces(heights, handy)
	for k, run := range runs {
		piece := t
		piece.Title, piece.Items = t.Words.numbered(t.Title, k, len(runs)), t.Items[run[0]*trendColumns:min(run[1]*trendColumns, len(t.Items))]
		piece.low, piece.high = whole.low, whole.high
		drawings = append(drawings, piece.Draw())
	}
	return drawings
}

package chart

// frame is the space that a chart by rows is laid out in.
type frame struct {
	narrow      bool
	width       float64
	label       float64 // room for the labels of rows
	left, right float64 // ends of the plot
	ticks       int     // at most so many
}

// frameOf returns the space on a page or a sheet of paper, or that on a telephone: there labels stand above what they name, since
// beside it they would push it out of sight.
func frameOf(narrow bool) frame {
	if narrow {
		const width = 360
		return frame{narrow: true, width: width, label: width - 16, left: 14, right: width - 14, ticks: 7}
	}
	return frame{width: chartWidth, label: labelWidth, left: plotLeft, right: plotRight, ticks: 11}
}

// both draws a chart for pages, and behind it for narrow screens.
func both(draw func(frame) *Drawing) *Drawing {
	d := draw(frameOf(false))
	d.narrow = draw(frameOf(true))
	return d
}

package report

import (
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// The size of the map of importance against performance: with its axis it fits 80 columns.
const (
	plotWidth  = 66
	plotHeight = 21
)

// quadrantPlot is the map as characters: performance to the right, importance upwards, both on one range unless that would squeeze
// one of them. On the diagonal they are equal.
type quadrantPlot struct {
	cells [][]rune
	x, y  span
}

// span is the range of an axis.
type span struct{ low, high float64 }

func spanOf(values []float64) span {
	s := span{math.Inf(1), math.Inf(-1)}
	for _, v := range values {
		if !math.IsNaN(v) {
			s.low, s.high = math.Min(s.low, v), math.Max(s.high, v)
		}
	}
	return s
}

func (s span) with(other span) span {
	return span{math.Min(s.low, other.low), math.Max(s.high, other.high)}
}

// at places a value on so many steps.
func (s span) at(x float64, steps int) int {
	return int(math.Round((x - s.low) / (s.high - s.low) * float64(steps-1)))
}

// leastSpan is the part of a common range that the values of an axis must take up, for the items to stand apart.
const leastSpan = 0.4

// axes returns the ranges of performance and importance: one for both, or one for each where the values of either lie too close.
func axes(x, y span) (performance, importance span) {
	both := x.with(y)
	narrowest := math.Min(x.high-x.low, y.high-y.low)
	if narrowest > 0 && narrowest < leastSpan*(both.high-both.low) {
		return x, y
	}
	return both, both
}

// plot draws the rated items with a letter each, the cross-hair, and the diagonal on which importance equals performance;
// it returns what there is to say of it, too.
func (t *importanceTopic) plot() (drawing, said []string) {
	crossX, crossY := t.of("quadrant", "", "crosshair_performance"), t.of("quadrant", "", "crosshair_importance")
	if crossX == nil || !crossX.Value.Defined() || !crossY.Value.Defined() {
		return nil, nil
	}
	order := t.inOrderOfMeans()
	at := func(i int, statistic string) float64 {
		return float64(t.of("quadrant", t.result.Items[i].ID, statistic).Value)
	}
	xs, ys := []float64{float64(crossX.Value)}, []float64{float64(crossY.Value)}
	for _, i := range order {
		xs, ys = append(xs, at(i, "performance")), append(ys, at(i, "importance"))
	}
	p := &quadrantPlot{}
	if p.x, p.y = axes(spanOf(xs), spanOf(ys)); !(p.x.high > p.x.low) || !(p.y.high > p.y.low) {
		return nil, nil
	}
	p.ground(float64(crossX.Value), float64(crossY.Value))
	var legend, moved []string
	for n, i := range order {
		x, y := at(i, "performance"), at(i, "importance")
		if math.IsNaN(x) || math.IsNaN(y) {
			continue
		}
		name := letter(n)
		if cx, cy, found := p.mark(x, y, name); !found || cx != p.column(x) || cy != p.row(y) {
			moved = append(moved, string(name))
		}
		legend = append(legend, string(name)+" "+visible(t.result.Items[i].Label))
	}
	said = []string{t.text("each axis has a range of its own")}
	if p.x == p.y {
		said = []string{t.text("···: importance equals performance; above it an item falls short of its importance")}
	} else if p.diagonal() {
		said = []string{t.text("each axis has a range of its own; ···: importance equals performance; above it an item falls short of its importance")}
	}
	drawing = append(p.lines(t.digits), columned(legend, plotWidth+12)...)
	if len(moved) > 0 {
		drawing = append(drawing, "  "+t.text("beside their place, where another item or a name stands: %s", strings.Join(moved, ", ")), "")
	}
	return drawing, said
}

// letter names the nth item: a to z, then A to Z, then figures and Greek letters.
func letter(n int) rune {
	names := []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789αβγδεζηθικλμνξπρστυφχψω")
	return names[n%len(names)]
}

func (p *quadrantPlot) column(x float64) int { return p.x.at(x, plotWidth) }

func (p *quadrantPlot) row(y float64) int { return plotHeight - 1 - p.y.at(y, plotHeight) }

// diagonal reports whether there are values that both axes have.
func (p *quadrantPlot) diagonal() bool {
	return math.Max(p.x.low, p.y.low) <= math.Min(p.x.high, p.y.high)
}

// ground draws what lies under the items.
func (p *quadrantPlot) ground(crossX, crossY float64) {
	for range plotHeight {
		p.cells = append(p.cells, []rune(strings.Repeat(" ", plotWidth)))
	}
	const steps = 10 * plotWidth
	for n := range steps + 1 {
		value := p.x.low + float64(n)/steps*(p.x.high-p.x.low)
		if value >= p.y.low && value <= p.y.high {
			p.cells[p.row(value)][p.column(value)] = '·'
		}
	}
	column, row := p.column(crossX), p.row(crossY)
	for y := range plotHeight {
		p.cells[y][column] = '│'
	}
	for x := range plotWidth {
		p.cells[row][x] = '─'
	}
	p.cells[row][column] = '┼'
	p.names(column, row)
}

// names writes the quadrants into the corners that have room for them.
func (p *quadrantPlot) names(column, row int) {
	write := func(y, x int, text string, room int) {
		if len([]rune(text)) <= room {
			copy(p.cells[y][x:], []rune(strings.ReplaceAll(text, " ", noBreak))) // no item finds room between the words, nor beside them
		}
	}
	left := func(y int, text string) { write(y, 0, text+" ", column-1) }
	right := func(y int, text string) { write(y, plotWidth-len([]rune(text))-1, " "+text, plotWidth-column-2) }
	if row > 1 {
		left(0, analysis.Concentrate)
		right(0, analysis.KeepUp)
	}
	if row < plotHeight-2 {
		left(plotHeight-1, analysis.LowPriority)
		right(plotHeight-1, analysis.Overkill)
	}
}

// mark puts an item's letter on its place, or on the nearest free one, and returns which; false if there is none.
func (p *quadrantPlot) mark(x, y float64, name rune) (column, row int, found bool) {
	column, row = p.column(x), p.row(y)
	for distance := range plotWidth {
		for dy := -distance / 2; dy <= distance/2; dy++ {
			for _, dx := range []int{distance - 2*abs(dy), -(distance - 2*abs(dy))} {
				cx, cy := column+dx, row+dy
				if cx >= 0 && cx < plotWidth && cy >= 0 && cy < plotHeight && strings.ContainsRune(" ·│─┼", p.cells[cy][cx]) {
					p.cells[cy][cx] = name
					return cx, cy, true
				}
			}
		}
	}
	return column, row, false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// lines frames the map with its axes.
func (p *quadrantPlot) lines(digits int) []string {
	write := func(x float64) string { return english().number(analysis.Number(x), digits) }
	high, low := write(p.y.high), write(p.y.low)
	margin := max(len([]rune(high)), len([]rune(low)))
	pad := func(text string) string { return strings.Repeat(" ", margin-len([]rune(text))) + text }
	lines := []string{"", pad("") + "   importance"}
	for y, cells := range p.cells {
		label := ""
		switch y {
		case 0:
			label = high
		case plotHeight - 1:
			label = low
		}
		lines = append(lines, pad(label)+" │ "+strings.TrimRight(strings.ReplaceAll(string(cells), noBreak, " "), " "))
	}
	lines = append(lines, pad("")+" └"+strings.Repeat("─", plotWidth+1))
	from, to := write(p.x.low), write(p.x.high)
	axis := from + strings.Repeat(" ", max(1, plotWidth-len([]rune(from))-len([]rune(to)))) + to
	return append(lines, pad("")+"   "+axis, pad("")+"   "+strings.Repeat(" ", (plotWidth-11)/2)+"performance", "")
}

// columned sets texts in as many columns as the width holds.
func columned(texts []string, width int) []string {
	longest := 0
	for _, text := range texts {
		longest = max(longest, len([]rune(text)))
	}
	columns := max(1, width/(longest+2))
	rows := (len(texts) + columns - 1) / columns
	var lines []string
	for y := range rows {
		line := ""
		for x := range columns {
			if n := x*rows + y; n < len(texts) {
				line += texts[n] + strings.Repeat(" ", longest+2-len([]rune(texts[n])))
			}
		}
		lines = append(lines, "  "+strings.TrimRight(line, " "))
	}
	return append(lines, "")
}

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

// quadrantPlot is the map as characters: performance to the right, importance upwards, both on one range, so that the
// diagonal is where they are equal.
type quadrantPlot struct {
	cells     [][]rune
	low, high float64
}

// plot draws the rated items with a letter each, the cross-hair, and the diagonal on which importance equals performance.
func (t *importanceTopic) plot() []string {
	crossX, crossY := t.of("quadrant", "", "crosshair_performance"), t.of("quadrant", "", "crosshair_importance")
	if crossX == nil || !crossX.Value.Defined() || !crossY.Value.Defined() {
		return nil
	}
	order := t.inOrderOfImportance()
	at := func(i int, statistic string) float64 {
		return float64(t.of("quadrant", t.result.Items[i].ID, statistic).Value)
	}
	p := &quadrantPlot{low: math.Min(float64(crossX.Value), float64(crossY.Value)), high: math.Max(float64(crossX.Value), float64(crossY.Value))}
	for _, i := range order {
		for _, x := range []float64{at(i, "importance"), at(i, "performance")} {
			if !math.IsNaN(x) {
				p.low, p.high = math.Min(p.low, x), math.Max(p.high, x)
			}
		}
	}
	if !(p.high > p.low) {
		return nil
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
	lines := append(p.lines(t.digits), columned(legend, plotWidth+12)...)
	if len(moved) > 0 {
		lines = append(lines, "  "+t.text("beside their place, where another item or a name stands: %s", strings.Join(moved, ", ")), "")
	}
	return lines
}

// letter names the nth item: a to z, then A to Z, then figures and Greek letters.
func letter(n int) rune {
	names := []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789αβγδεζηθικλμνξπρστυφχψω")
	return names[n%len(names)]
}

func (p *quadrantPlot) column(x float64) int {
	return int(math.Round((x - p.low) / (p.high - p.low) * (plotWidth - 1)))
}

func (p *quadrantPlot) row(y float64) int {
	return plotHeight - 1 - int(math.Round((y-p.low)/(p.high-p.low)*(plotHeight-1)))
}

// ground draws what lies under the items.
func (p *quadrantPlot) ground(crossX, crossY float64) {
	for range plotHeight {
		p.cells = append(p.cells, []rune(strings.Repeat(" ", plotWidth)))
	}
	for x := range plotWidth {
		value := p.low + float64(x)/(plotWidth-1)*(p.high-p.low)
		p.cells[p.row(value)][x] = '·'
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
		if len(text) <= room {
			copy(p.cells[y][x:], []rune(strings.ReplaceAll(text, " ", noBreak))) // no item finds room between the words
		}
	}
	right := func(text string) int { return plotWidth - len(text) }
	if row > 1 {
		write(0, 0, analysis.Concentrate, column-1)
		write(0, right(analysis.KeepUp), analysis.KeepUp, plotWidth-column-2)
	}
	if row < plotHeight-2 {
		write(plotHeight-1, 0, analysis.LowPriority, column-1)
		write(plotHeight-1, right(analysis.Overkill), analysis.Overkill, plotWidth-column-2)
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
	high, low := english().number(analysis.Number(p.high), digits), english().number(analysis.Number(p.low), digits)
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
	axis := low + strings.Repeat(" ", max(1, plotWidth-len([]rune(low))-len([]rune(high)))) + high
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

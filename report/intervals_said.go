package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/report/chart"
)

// bracketed ends a line on a table with what stands in its brackets. Published figures and those of everybody have no intervals: then
// there is nothing to say of them, and of an empty line nothing is left.
func (l *lookup) bracketed(line string, rows []row) string {
	if !slices.ContainsFunc(rows, row.hasInterval) {
		return line
	}
	brackets := l.text("[ ] %s interval", l.confidence(l.result.Choices))
	if line == "" {
		return brackets
	}
	return line + "; " + brackets
}

// nonEmpty leaves out what is empty.
func nonEmpty(lines ...string) []string {
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

func (r row) hasInterval() bool {
	return slices.ContainsFunc(r.cells, func(c cell) bool {
		return slices.ContainsFunc(c, func(part string) bool { return strings.HasPrefix(part, "[") })
	})
}

// haveIntervals reports whether any of the values that a chart shows has an interval.
func haveIntervals(values ...chart.Value) bool {
	return slices.ContainsFunc(values, func(v chart.Value) bool { return v.Low < v.High })
}

// meansSaid says what a chart of means shows.
func (g *gapTable) meansSaid(rows []chart.Row) string {
	text := g.text("Each audience's mean")
	if rowsHaveIntervals(rows) {
		text = g.text("Each audience's mean with its %s interval", g.confidence(g.result.Choices))
	}
	pair := g.of[0]
	verdict := slices.ContainsFunc(g.topic.items, func(i int) bool {
		f := g.gap(g.topic, pair[0], pair[1], g.result.Items[i].ID, "difference")
		return f != nil && f.Verdict != ""
	})
	noted := slices.ContainsFunc(rows, func(r chart.Row) bool { return r.Note != "" })
	switch {
	case verdict:
		text += g.text("; at the right the gap %s and its verdict: %s", g.pairName(pair[0], pair[1]), g.text(verdictMarks))
	case noted:
		text += g.text("; at the right the gap %s", g.pairName(pair[0], pair[1]))
	}
	return strings.TrimSuffix(text, ".") + "." // a short name may end in one
}

func rowsHaveIntervals(rows []chart.Row) bool {
	return slices.ContainsFunc(rows, func(r chart.Row) bool { return haveIntervals(r.Values...) })
}

// profilesSaid says what a chart of profiles shows, which stands below one of means.
func (g *gapTable) profilesSaid(rows []chart.Row) string {
	if rowsHaveIntervals(rows) {
		return g.text("The same means with %s intervals, joined by a line for each audience.", g.confidence(g.result.Choices))
	}
	return g.text("The same means, joined by a line for each audience.")
}

// trendSaid says what a chart of means over the waves shows.
func (l *lookup) trendSaid(items []chart.TrendItem) string {
	said := l.text("Each audience's mean in each wave.")
	if slices.ContainsFunc(items, func(item chart.TrendItem) bool { return haveIntervals(slices.Concat(item.Values...)...) }) {
		said = l.text("Each audience's mean in each wave, with its %s interval.", l.confidence(l.result.Choices))
	}
	if slices.ContainsFunc(items, func(item chart.TrendItem) bool { return item.Loose != nil }) {
		said += " " + l.text("A solid line: the change from one wave to the next is established; dotted: it is not.")
	}
	return said
}

// linesSaid says what the lines through the points of a chart are, where there are any.
func (w *language) linesSaid(points []chart.Point) string {
	if !slices.ContainsFunc(points, func(p chart.Point) bool { return haveIntervals(p.X, p.Y) }) {
		return ""
	}
	return w.text("; lines through the points: intervals")
}

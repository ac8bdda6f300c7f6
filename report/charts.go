package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/report/chart"
)

// figureChart is a chart in a document, with the name under which it is referred to.
type figureChart struct {
	id      string
	drawing *chart.Drawing
}

// figures names the drawings of one chart.
func figures(id string, drawings []*chart.Drawing) []figureChart {
	var all []figureChart
	for k, d := range drawings {
		name := id
		if len(drawings) > 1 {
			name = fmt.Sprintf("%s-%d", id, k+1)
		}
		all = append(all, figureChart{name, d})
	}
	return all
}

// named makes an id of words.
func named(words ...string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.Join(words, "-")) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// drawn returns a figure's number for a chart.
func drawn(f *analysis.Figure) chart.Value {
	if f == nil || !f.Value.Defined() {
		return chart.None()
	}
	return chart.Value{Value: float64(f.Value), Low: float64(f.Low), High: float64(f.High)}
}

// meansChart is the dumbbell of a topic: the audiences' means with intervals, in the order of the table.
func (l *lookup) meansChart(t *topic, lines bool) []figureChart {
	g := &gapTable{lookup: l, topic: t, notes: &footnotes{result: l.result}}
	g.pairs()
	d := chart.Dumbbell{
		Title: "Means of the audiences: " + lowerTitle(t), Low: t.low, High: t.high, Axis: "mean, " + scaleName(t), Target: math.NaN(), Lines: lines,
		Desc: "For every item the mean of each audience with its interval; the table beside holds the numbers.",
	}
	if g.classified() && t.kind == study.Performance {
		d.Target = t.low + l.result.Choices.Target/100*(t.high-t.low)
	}
	for _, a := range t.audiences {
		d.Series = append(d.Series, visible(a.Label))
	}
	for _, i := range g.sorted() {
		item := l.result.Items[i]
		row := chart.Row{Label: visible(item.Label)}
		if g.classified() && !lines {
			row.Group = titled(g.class(item.ID))
		}
		for _, a := range t.audiences {
			row.Values = append(row.Values, drawn(l.profile(t, a.ID, item.ID, "mean")))
		}
		d.Rows = append(d.Rows, row)
	}
	name := "means"
	if lines {
		name = "profiles"
	}
	return figures(named(name, lowerTitle(t)), d.Pages())
}

// chainChart shows where the distance of every item arises.
func (l *lookup) chainChart(t *topic) []figureChart {
	n := len(l.result.Audiences)
	first, middle, last := l.result.Audiences[0], l.result.Audiences[n-2], l.result.Audiences[n-1]
	b := chart.Bars{
		Title: "Where the distance arises: " + lowerTitle(t), Axis: "gap, " + scaleName(t),
		Desc: fmt.Sprintf("For every item the gap between %s and %s, as the sum of the gap inside the house and the gap at delivery.", visible(first.Label), visible(last.Label)),
		Series: []string{
			fmt.Sprintf("communication: %s − %s", visible(first.Label), visible(middle.Label)),
			fmt.Sprintf("delivery: %s − %s", visible(middle.Label), visible(last.Label)),
		},
	}
	for _, i := range t.items {
		of := func(a, c, statistic string) *analysis.Figure {
			return l.figure(key{"chain", t.kind, t.perspective, a, c, l.result.Items[i].ID, statistic, t.wave})
		}
		total := of(first.ID, last.ID, "total_gap")
		if total == nil {
			continue
		}
		text := undefined
		if total.Value.Defined() {
			text = signed(total.Value, decimals(t))
		}
		b.Rows = append(b.Rows, chart.Row{Label: visible(l.result.Items[i].Label), Values: []chart.Value{
			drawn(of(first.ID, middle.ID, "communication_gap")), drawn(of(middle.ID, last.ID, "delivery_gap")),
		}})
		b.Totals = append(b.Totals, text)
	}
	return figures(named("chain", lowerTitle(t)), b.Pages())
}

// boxesChart shows how answers divide into the bottom box, what lies between, and the top box.
func (l *lookup) boxesChart(t *topic) []figureChart {
	c := l.result.Choices
	d := chart.Distribution{
		Title: "How answers divide: " + lowerTitle(t), Desc: "For every item and audience the shares of low, middle and high answers.",
		Parts: [3]string{fmt.Sprintf("bottom %d", c.BottomBox), "between", fmt.Sprintf("top %d", c.TopBox)},
	}
	for _, i := range t.items {
		item := l.result.Items[i]
		for _, a := range t.audiences {
			low, high := drawn(l.profile(t, a.ID, item.ID, "bottom_box")), drawn(l.profile(t, a.ID, item.ID, "top_box"))
			if math.IsNaN(low.Value) || math.IsNaN(high.Value) {
				continue
			}
			d.Rows = append(d.Rows, chart.Row{
				Group: visible(item.Label), Label: visible(a.Label),
				Values: []chart.Value{low, {Value: math.Max(0, 1-low.Value-high.Value)}, high},
			})
		}
	}
	return figures(named("answers", lowerTitle(t)), d.Pages())
}

// mapChart is importance against performance.
func (t *importanceTopic) mapChart() (figureChart, bool) {
	x, y := t.of("quadrant", "", "crosshair_performance"), t.of("quadrant", "", "crosshair_importance")
	if x == nil || !x.Value.Defined() || !y.Value.Defined() {
		return figureChart{}, false
	}
	s := chart.Scatter{
		Title: t.title("Importance against performance"), X: "performance, " + t.scale, Y: "importance, " + t.scale, Square: true,
		Desc: "Every item by its mean performance and mean importance, cut into four by a cross-hair; on the diagonal both are equal.",
		Low:  t.low, High: t.high, CrossX: float64(x.Value), CrossY: float64(y.Value),
		Corners: [4]string{analysis.Concentrate, analysis.KeepUp, analysis.LowPriority, analysis.Overkill},
	}
	for _, i := range t.inOrderOfImportance() {
		item := t.result.Items[i]
		p := chart.Point{Label: visible(item.Label), X: drawn(t.of("quadrant", item.ID, "performance")), Y: drawn(t.of("quadrant", item.ID, "importance"))}
		if math.IsNaN(p.X.Value) || math.IsNaN(p.Y.Value) {
			continue
		}
		if f := t.of("quadrant", item.ID, "quadrant"); f != nil {
			p.Note = f.Verdict
			if stable := t.of("quadrant", item.ID, "quadrant_stability"); stable != nil && stable.Value.Defined() {
				p.Note += ", " + percent(stable.Value, 0) + " of resamples"
			}
		}
		s.Points = append(s.Points, p)
	}
	return figureChart{named("map", t.audience.ID, t.wave), s.Draw()}, len(s.Points) > 1
}

// statedChart is what is said to matter against what goes with the outcome.
func (t *importanceTopic) statedChart() (figureChart, bool) {
	s := chart.Scatter{
		Title: t.title("Stated against derived importance"), X: "derived importance: share of the explained differences", Y: "stated importance, " + t.scale, Percent: true,
		Desc: "Every item by its share of the outcome's explained differences and its mean stated importance.",
		Low:  0, High: t.high, CrossX: math.NaN(), CrossY: math.NaN(),
	}
	for _, i := range t.inOrderOfImportance() {
		item := t.result.Items[i]
		p := chart.Point{Label: visible(item.Label), X: drawn(t.of("derived", item.ID, "derived_share")), Y: drawn(t.of("quadrant", item.ID, "importance"))}
		if math.IsNaN(p.X.Value) || math.IsNaN(p.Y.Value) {
			continue
		}
		if f := t.of("stated_derived", item.ID, "class"); f != nil {
			p.Note = f.Verdict
		}
		s.Points = append(s.Points, p)
	}
	return figureChart{named("stated-derived", t.audience.ID, t.wave), s.Draw()}, len(s.Points) > 1
}

// trendChart shows the means of every item over the waves.
func (l *lookup) trendChart(of *topic) figureChart {
	d := chart.Trend{
		Title: "Over the waves: " + string(of.kind) + ", " + scaleName(of), Axis: "mean, " + scaleName(of), Low: of.low, High: of.high,
		Desc: "For every item the mean of each audience in each wave, with intervals.",
	}
	for _, wave := range l.result.Waves {
		d.Waves = append(d.Waves, visible(wave))
	}
	for _, a := range of.audiences {
		d.Series = append(d.Series, visible(a.Label))
	}
	for _, i := range of.items {
		item := chart.TrendItem{Label: visible(l.result.Items[i].Label)}
		for _, a := range of.audiences {
			var values []chart.Value
			for _, wave := range l.result.Waves {
				values = append(values, drawn(l.figure(key{"profile", of.kind, of.perspective, a.ID, "", l.result.Items[i].ID, "mean", wave})))
			}
			item.Values = append(item.Values, values)
		}
		d.Items = append(d.Items, item)
	}
	return figureChart{named("trend", string(of.kind), of.scale), d.Draw()}
}

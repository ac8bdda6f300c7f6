package report

import (
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// fewestProfiled is how many items a profile needs for a sentence about it.
const fewestProfiled = 5

// agreement reads the split of the distance between the first and the last audience in one sentence.
func (g *gapTable) agreement() []string {
	first, last := g.topic.audiences[0], g.topic.audiences[len(g.topic.audiences)-1]
	of := func(statistic string) *analysis.Figure {
		return g.study(g.topic, "agreement", first.ID, last.ID, statistic)
	}
	distance, correlation := of("profile_distance"), of("spearman")
	if distance != nil && distance.N < fewestProfiled {
		return nil
	}
	if distance == nil || !distance.Value.Defined() || distance.Value == 0 || correlation == nil || !correlation.Value.Defined() {
		return nil
	}
	elevation, scatter, shape := of("elevation").Value/distance.Value, of("scatter").Value/distance.Value, of("shape").Value/distance.Value
	higher := visible(first.Label)
	if g.lower(first.ID, last.ID) {
		higher = visible(last.Label)
	}
	alike := correlation.Value >= 0.5
	reading := g.text("they differ on which items are good")
	if g.topic.kind == study.Importance {
		reading = g.text("they differ on which items matter")
	}
	switch {
	case elevation >= 0.5 && alike && g.topic.kind == study.Importance:
		reading = g.text("they agree on which items matter, and %s rates higher throughout", higher)
	case elevation >= 0.5 && alike:
		reading = g.text("they agree on which items are good, and %s rates higher throughout", higher)
	case elevation >= 0.5:
		reading = g.text("%s rates higher throughout", higher)
	case scatter >= 0.5:
		reading = g.text("one of them sees larger differences between items")
	case alike:
		reading = g.text("they order the items largely alike, and differ on single ones")
	}
	if g.client {
		return []string{g.text("%s and %s over %s: %s (rank correlation %s, where 1 is the same order of items and 0 no order in common; of how far they lie apart, counted in squares of the differences, %s comes from one rating higher throughout, %s from one seeing larger differences between items, %s from the order of the items)",
			visible(first.Label), visible(last.Label), g.counted(int(distance.N), "%s item", "%s items"), reading, g.number(correlation.Value, 2),
			g.percent(elevation, 0), g.percent(scatter, 0), g.percent(shape, 0))}
	}
	return []string{g.text("%s and %s over %s: rank correlation %s; of their squared distance %s elevation, %s scatter, %s shape: %s",
		visible(first.Label), visible(last.Label), g.counted(int(distance.N), "%s item", "%s items"), g.number(correlation.Value, 2),
		g.percent(elevation, 0), g.percent(scatter, 0), g.percent(shape, 0), reading)}
}

// lower reports whether the first audience's means are lower on the whole.
func (g *gapTable) lower(first, last string) bool {
	sum := 0.0
	for _, t := range g.topics() {
		if t.kind != g.topic.kind || t.perspective != g.topic.perspective || t.wave != g.topic.wave {
			continue
		}
		for _, i := range t.items {
			if f := g.gap(t, first, last, g.result.Items[i].ID, "difference"); f != nil && f.Value.Defined() {
				sum += float64(f.Value) / (t.high - t.low)
			}
		}
	}
	return sum < 0
}

// settling says what would settle the headline gaps that are inconclusive.
func (g *gapTable) settling() []string {
	if g.handedOn {
		return nil
	}
	const listed = 3
	var lines []string
	more := 0
	pair := g.of[0]
	for _, i := range g.sorted() {
		item := g.result.Items[i]
		first, second := g.gap(g.topic, pair[0], pair[1], item.ID, "n_needed"), g.gap(g.topic, pair[0], pair[1], item.ID, "n_needed_versus")
		if first == nil || second == nil || !first.Value.Defined() || !second.Value.Defined() {
			continue
		}
		if len(lines) == listed {
			more++
			continue
		}
		enough, enoughVersus := first.Value <= first.N, second.Value <= second.NVersus
		settled := enough && enoughVersus
		var lacking []string // where both have enough, what they have
		if settled || !enough {
			lacking = append(lacking, g.needed(pair[0], first.Value, first.N))
		}
		if settled || !enoughVersus {
			lacking = append(lacking, g.needed(pair[1], second.Value, second.NVersus))
		}
		needed := strings.Join(lacking, "; ")
		switch {
		case settled && g.client:
			lines = append(lines, g.text("more answers would hardly settle %s, where so many would find a gap of the margin four times in five: %s", visible(item.Label), needed))
		case settled:
			lines = append(lines, g.text("more answers would hardly settle %s (80 %% power for a gap of the margin): %s", visible(item.Label), needed))
		case g.client:
			lines = append(lines, g.text("to settle %s, so that a gap of the margin would be found four times in five: %s", visible(item.Label), needed))
		default:
			lines = append(lines, g.text("to settle %s (80 %% power for a gap of the margin): %s", visible(item.Label), needed))
		}
	}
	switch {
	case more > 0 && g.client:
		lines = append(lines, g.counted(more, "%s more gap is inconclusive", "%s more gaps are inconclusive"))
	case more > 0:
		lines = append(lines, g.counted(more, "%s more gap is inconclusive: what would settle it is in --detail, --format csv and json", "%s more gaps are inconclusive: what would settle them is in --detail, --format csv and json"))
	}
	return lines
}

// needed writes how many answers of an audience are needed beside those that there are.
func (g *gapTable) needed(audience string, n, have analysis.Number) string {
	for _, a := range g.result.Audiences {
		if a.ID != audience {
			continue
		}
		switch {
		case a.Population > 0 && int(have) >= a.Population:
			return g.text("all %s of %s answered", g.whole(a.Population), visible(a.Label))
		case a.Population > 0 && int(n) >= a.Population:
			return g.text("all %s of %s needed, %s answered", g.whole(a.Population), visible(a.Label), g.rounded(have))
		}
		return g.text("%s of %s needed, %s answered", g.rounded(n), visible(a.Label), g.rounded(have))
	}
	return ""
}

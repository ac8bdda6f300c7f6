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
	reading := g.sameOrder(correlation)
	switch {
	case elevation >= 0.5:
		reading = g.text("%s, and the ratings of %s are higher on the whole", reading, higher)
	case scatter >= 0.5:
		reading = g.text("%s, and one of them sees larger differences between the items", reading)
	case correlation.Value >= wellAgreed:
		reading = g.text("they order the items largely alike, and differ on single ones")
	}
	if g.client {
		return []string{g.text("%s and %s over %s: %s (rank correlation %s, where 1 is the same order of items and 0 no order in common; of how far they lie apart, counted in squares of the differences, %s comes from ratings of one that are higher on the whole, %s from one seeing larger differences between items, %s from the order of the items)",
			visible(first.Label), visible(last.Label), g.counted(int(distance.N), "%s item", "%s items"), reading, g.correlation(correlation),
			g.percent(elevation, 0), g.percent(scatter, 0), g.percent(shape, 0))}
	}
	return []string{g.text("%s and %s over %s: rank correlation %s; of their squared distance %s elevation, %s scatter, %s shape: %s",
		visible(first.Label), visible(last.Label), g.counted(int(distance.N), "%s item", "%s items"), g.correlation(correlation),
		g.percent(elevation, 0), g.percent(scatter, 0), g.percent(shape, 0), reading)}
}

// Two profiles are in agreement from a rank correlation of wellAgreed on, and in part from partlyAgreed on; docs/methods.md has both.
const (
	wellAgreed   = 0.8
	partlyAgreed = 0.5
)

// sameOrder says how far two audiences agree on what is good, or on what matters, by their rank correlation.
func (g *gapTable) sameOrder(f *analysis.Figure) string {
	importance := g.topic.kind == study.Importance
	switch {
	case f.Value >= wellAgreed && importance:
		return g.text("they agree on which items matter")
	case f.Value >= wellAgreed:
		return g.text("they agree on which items are good")
	case f.Value >= partlyAgreed && importance:
		return g.text("they agree only in part on which items matter")
	case f.Value >= partlyAgreed:
		return g.text("they agree only in part on which items are good")
	case importance:
		return g.text("they differ on which items matter")
	}
	return g.text("they differ on which items are good")
}

// correlation writes a correlation; one that rounding would put onto 1 or −1 with its side.
func (w *language) correlation(f *analysis.Figure) string {
	if f == nil || !f.Value.Defined() {
		return w.undefined()
	}
	return w.sided(f.Value, func(x analysis.Number) string { return w.number(x, 2) }, -1, 1)
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

// settling says what would settle the headline gaps that are inconclusive, those that the same would settle in one line, and how many gaps
// are inconclusive besides: of the same pair, and of the others.
func (g *gapTable) settling() []string {
	if g.handedOn {
		return nil
	}
	const listed = 3
	type lack struct {
		settled bool // both have enough
		needed  string
	}
	var order []lack
	items := map[lack][]string{}
	named := 0
	for _, i := range g.sorted() {
		item := g.result.Items[i]
		settled, needed, known := g.lacking(item.ID)
		if !known || named == listed {
			continue
		}
		named++
		of := lack{settled, needed}
		if len(items[of]) == 0 {
			order = append(order, of)
		}
		items[of] = append(items[of], g.quoted(item))
	}
	var lines []string
	for _, of := range order {
		text := "to settle %s (80 %% power for a gap of the margin): %s"
		switch {
		case of.settled && g.client:
			text = "more answers would hardly settle %s, where so many would find a gap of the margin four times in five: %s"
		case of.settled:
			text = "more answers would hardly settle %s (80 %% power for a gap of the margin): %s"
		case g.client:
			text = "to settle %s, so that a gap of the margin would be found four times in five: %s"
		}
		lines = append(lines, g.text(text, g.listed(items[of]), of.needed))
	}
	return append(lines, g.otherInconclusive(named)...)
}

// lacking says how many answers would settle the headline gap of an item; where both have enough, what they have. It is not known of a gap
// that is not inconclusive.
func (g *gapTable) lacking(item string) (settled bool, needed string, known bool) {
	pair := g.of[0]
	first, second := g.gap(g.topic, pair[0], pair[1], item, "n_needed"), g.gap(g.topic, pair[0], pair[1], item, "n_needed_versus")
	if first == nil || second == nil || !first.Value.Defined() || !second.Value.Defined() {
		return false, "", false
	}
	enough, enoughVersus := first.Value <= first.N, second.Value <= second.NVersus
	settled = enough && enoughVersus
	var lacking []string
	if settled || !enough {
		lacking = append(lacking, g.needed(pair[0], first.Value, first.N))
	}
	if settled || !enoughVersus {
		lacking = append(lacking, g.needed(pair[1], second.Value, second.NVersus))
	}
	return settled, strings.Join(lacking, "; "), true
}

// otherInconclusive counts the gaps that are inconclusive beside those that have been named.
func (g *gapTable) otherInconclusive(named int) (lines []string) {
	var ofPair, ofOthers int
	for k, pair := range g.of {
		for _, i := range g.topic.items {
			f := g.gap(g.topic, pair[0], pair[1], g.result.Items[i].ID, "difference")
			switch {
			case f == nil || !f.Value.Defined() || f.Verdict != analysis.Inconclusive:
			case k == 0:
				ofPair++
			default:
				ofOthers++
			}
		}
	}
	first, last := visible(g.label(g.of[0][0])), visible(g.label(g.of[0][1]))
	if more := ofPair - named; more > 0 {
		lines = append(lines, g.plural(more, "%[1]s more gap between %[2]s and %[3]s is inconclusive", "%[1]s more gaps between %[2]s and %[3]s are inconclusive", g.whole(more), first, last))
	}
	if ofOthers > 0 {
		lines = append(lines, g.counted(ofOthers, "%s gap between other audiences is inconclusive", "%s gaps between other audiences are inconclusive"))
	}
	if len(lines) > 0 && !g.client {
		lines[len(lines)-1] += g.text(" (what would settle such gaps is in --detail, --format csv and json)")
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

package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// sensitivity says in how many variants of the analysis the disparities stand, and names those that hang on a choice.
func (g *gapTable) sensitivity() []string {
	disparities := 0
	var lines []string
	var tried analysis.Notes
	for _, i := range g.sorted() {
		item := g.result.Items[i]
		for _, pair := range g.of {
			holds := g.gap(g.topic, pair[0], pair[1], item.ID, "holds")
			all := g.gap(g.topic, pair[0], pair[1], item.ID, "variants")
			if holds == nil || all == nil || !holds.Value.Defined() {
				continue
			}
			disparities++
			tried = append(tried, all.Note...)
			if holds.Value < all.Value {
				pairName, stands, of, without := g.pairName(pair[0], pair[1]), int(holds.Value), int(all.Value), g.failing(holds)
				if g.client {
					lines = append(lines, g.plural(of, "%[1]s, %[2]s: the difference is not established in the one other way to count the answers, %[5]s",
						"%[1]s, %[2]s: the difference is established in %[3]d of %[4]d ways to count the answers, not %[5]s", visible(item.Label), pairName, stands, of, without))
				} else {
					lines = append(lines, g.plural(of, "%[1]s, %[2]s: the disparity does not stand in the one variant of the analysis, %[5]s",
						"%[1]s, %[2]s: the disparity stands in %[3]d of %[4]d variants of the analysis, not %[5]s", visible(item.Label), pairName, stands, of, without))
				}
			}
		}
	}
	variants := g.variantsOf(func(v variant) string { return v.tried }, tried)
	switch {
	case disparities == 0 || len(lines) > 0:
		return lines
	case g.client:
		return []string{g.plural(disparities, "the one established difference also stands %[2]s", "every established difference (%[1]d) also stands %[2]s", disparities, g.listed(variants))}
	}
	return []string{g.plural(disparities, "sensitivity: the one established difference also stands %[2]s", "sensitivity: every established difference (%[1]d) also stands %[2]s", disparities, g.listed(variants))}
}

// variant is another way to count the answers.
type variant struct{ tried, fails, name string }

// variantsOf names the variants whose code is among some notes.
func (l *lookup) variantsOf(code func(variant) string, notes analysis.Notes) (names []string) {
	straight, speeders := l.text("without straight-liners"), l.text("without speeders")
	if l.client {
		straight, speeders = l.text("without respondents who gave one answer to everything"), l.text("without respondents who answered in haste")
	}
	for _, v := range []variant{
		{analysis.TriedUnweighted, analysis.FailsUnweighted, l.text("without weights")},
		{analysis.TriedWithoutStraightLiners, analysis.FailsWithoutStraightLiners, straight},
		{analysis.TriedWithoutSpeeders, analysis.FailsWithoutSpeeders, speeders},
	} {
		if slices.Contains(notes, code(v)) {
			names = append(names, v.name)
		}
	}
	return names
}

// failing names the variants in which a disparity does not stand.
func (l *lookup) failing(holds *analysis.Figure) string {
	text := ""
	for n, name := range l.variantsOf(func(v variant) string { return v.fails }, holds.Note) {
		if n > 0 {
			name = l.text(", nor %s", name)
		}
		text += name
	}
	return text
}

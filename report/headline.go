package report

import (
	"fmt"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// largestListed is how many of the largest gaps stand in the headline.
const largestListed = 3

// headline says the study's one figure, the alignment, the largest established gaps between the audiences that are told apart, the largest
// of all pairs where it is another, and the net promoter scores, for the newest wave.
func (l *lookup) headline() (lines []string) {
	newest := l.headlineTopic()
	if newest == nil {
		return l.netPromoters()
	}
	if f := l.study(newest, "alignment", "", "", "alignment"); f != nil && f.Value.Defined() {
		write := func(x analysis.Number) string { return l.number(x, 1) }
		line := l.text("alignment %s of 100", write(f.Value))
		if ends := l.between(f.Low, f.High, write); ends != "" {
			line += " " + ends
		}
		lines = append(lines, line+l.inWave(newest.wave)+" ("+l.text("100 less the mean gap regardless of sign, in percent of the scale, over items and pairs")+")")
	}
	if line := l.largestGaps(newest.wave); line != "" {
		lines = append(lines, line)
	}
	if of, elsewhere := l.largestElsewhere(newest.wave); elsewhere {
		lines = append(lines, l.text("largest established gap of all pairs, %s − %s: %s", visible(of.a.Label), visible(of.b.Label), l.gapInBrief(of.classified)))
	}
	return append(lines, l.netPromoters()...)
}

// headlineTopic is the first gap table of performance in the newest wave that has one, which the alignment is told of; nil if there is none.
func (l *lookup) headlineTopic() (newest *topic) {
	for _, t := range l.topics() {
		if t.kind == study.Performance && t.perspective == "own" && len(t.audiences) > 1 && (newest == nil || newest.wave != t.wave) {
			newest = t
		}
	}
	return newest
}

// netPromoters says the net promoter score of each audience that was asked to recommend, and how it has changed.
func (l *lookup) netPromoters() (lines []string) {
	write := func(x analysis.Number) string { return l.signed(x, 1) }
	for _, t := range l.topics() {
		if t.kind != study.OutcomeKind || !l.newest(t) {
			continue
		}
		for _, i := range t.items {
			for _, a := range t.audiences {
				f := l.profile(t, a.ID, l.result.Items[i].ID, "nps")
				if f == nil {
					continue
				}
				line := l.text("NPS of %s %s", visible(a.Label), l.scoreText(f, write))
				if change := l.sinceLast(t, a, i, "nps_change"); change != nil && change.Value.Defined() {
					line += l.text("; since %s %s", visible(l.result.Waves[len(l.result.Waves)-2]), write(change.Value))
					if ends := l.between(change.Low, change.High, write); ends != "" {
						line += " " + ends
					}
					line += l.scoreVerdictInBrief(t, i, a, change)
				}
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// scoreVerdictInBrief says whether the change of a net promoter score is shown, and that of the mean.
func (l *lookup) scoreVerdictInBrief(t *topic, i int, a analysis.Audience, change *analysis.Figure) string {
	mean := l.sinceLast(t, a, i, "mean_change")
	if mean == nil || !mean.Value.Defined() {
		return finding{parts: l.scoreVerdict(change, nil, nil)}.text()
	}
	write := func(x analysis.Number) string { return l.signed(x, decimals(t)) }
	written := l.difference(mean, write)
	if ends := l.between(mean.Low, mean.High, write); ends != "" {
		written += " " + ends
	}
	return finding{parts: l.scoreVerdict(change, mean, plain(written))}.text()
}

// sinceLast returns the change of what an audience says from the last wave but one to the last; nil if there is none.
func (l *lookup) sinceLast(t *topic, a analysis.Audience, item int, statistic string) *analysis.Figure {
	n := len(l.result.Waves)
	if n < 2 {
		return nil
	}
	return l.figure(key{"change", t.kind, t.perspective, a.ID, "", l.result.Items[item].ID, statistic, l.result.Waves[n-2] + ":" + l.result.Waves[n-1]})
}

// gapInBrief writes an item with its gap and the interval of it.
func (l *lookup) gapInBrief(c classified) string {
	sign := func(x analysis.Number) string { return l.signed(x, decimals(c.topic)) }
	text := visible(c.item.Label) + " " + l.difference(c.gap, sign)
	if ends := l.between(c.gap.Low, c.gap.High, sign); ends != "" {
		text += " " + ends
	}
	if c.topic.unit == analysis.POMP {
		text += " " + l.text("of 100")
	}
	return text
}

// largestGaps lists the largest disparities between the audiences that are told apart, by their share of the scale.
func (l *lookup) largestGaps(wave string) string {
	first, last := l.ends(wave)
	type found struct {
		text string
		size float64
	}
	var all []found
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			item := l.result.Items[i]
			f := l.gap(t, first.ID, last.ID, item.ID, "difference")
			if f == nil || f.Verdict != analysis.Disparity {
				continue
			}
			c := classified{t, item, f}
			all = append(all, found{l.gapInBrief(c), c.size()})
		}
	}
	if len(all) == 0 {
		return ""
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].size > all[j].size })
	var texts []string
	for _, f := range all[:min(largestListed, len(all))] {
		texts = append(texts, f.text)
	}
	what := l.text("%d largest of %d established gaps", len(texts), len(all))
	if len(texts) == len(all) {
		what = l.counted(len(all), "%s established gap", "%s established gaps")
	}
	return fmt.Sprintf("%s, %s − %s: %s", what, visible(first.Label), visible(last.Label), strings.Join(texts, "; "))
}

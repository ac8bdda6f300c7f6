package report

import (
	"math"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// pairGap is the gap of two audiences on an item of performance.
type pairGap struct {
	classified
	a, b analysis.Audience
}

// largestGap returns the largest established gap of all pairs in a wave, by its share of the scale; false if none is established.
func (l *lookup) largestGap(wave string) (largest pairGap, some bool) {
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			for j, a := range t.audiences {
				for _, b := range t.audiences[j+1:] {
					f := l.gap(t, a.ID, b.ID, l.result.Items[i].ID, "difference")
					if f == nil || f.Verdict != analysis.Disparity {
						continue
					}
					if of := (pairGap{classified{t, l.result.Items[i], f}, a, b}); !some || of.size() > largest.size() {
						largest, some = of, true
					}
				}
			}
		}
	}
	return largest, some
}

// largestElsewhere returns the largest established gap of all pairs, if it is not one of the pair that the answer is about.
func (l *lookup) largestElsewhere(wave string) (largest pairGap, elsewhere bool) {
	largest, some := l.largestGap(wave)
	first, last := l.ends(wave)
	return largest, some && (largest.a.ID != first.ID || largest.b.ID != last.ID)
}

// elsewhere tells the largest established gap, where it is not one of the pair that the answer is about: a gap inside the house, or at
// delivery, that the gap between the ends leaves out as it is undone on the other stretch.
func (l *lookup) elsewhere(wave string) phrase {
	of, elsewhere := l.largestElsewhere(wave)
	if !elsewhere {
		return nil
	}
	first, last := l.ends(wave)
	higher, lower := of.a, of.b
	if of.gap.Value < 0 {
		higher, lower = lower, higher
	}
	digits := decimals(of.topic)
	size := l.sided(analysis.Number(math.Abs(float64(of.gap.Value))), func(x analysis.Number) string { return l.number(x, digits) }, 0)
	return l.phrase("The largest established gap is not one between %s and %s: %s is rated %s higher by %s than by %s (%s; %s).",
		plain(visible(first.Label)), plain(visible(last.Label)), plain(l.quoted(of.item)), cited(l.pointsOf(size, of.topic.unit), of.gap),
		plain(visible(higher.Label)), plain(visible(lower.Label)), l.interval(of.gap, digits, of.gap.Value < 0, 0), l.basesOf(of.gap))
}

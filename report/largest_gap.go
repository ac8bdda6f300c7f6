package report

import "github.com/cxgap/cxgap/analysis"

// pairGap is the gap of two audiences on an item of performance.
type pairGap struct {
	classified
	a, b analysis.Audience
}

// largestGap returns the largest established gap of all pairs in a wave, by its share of the scale; false if none is established.
func (l *lookup) largestGap(wave string) (largest pairGap, some bool) {
	for j, a := range l.result.Audiences {
		for _, b := range l.result.Audiences[j+1:] {
			if gaps := l.establishedGaps(wave, a, b); len(gaps) > 0 && (!some || gaps[0].size() > largest.size()) {
				largest, some = gaps[0], true
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
	return l.phrase("The largest established gap is not one between %s and %s: %s is rated %s higher by %s than by %s (%s; %s).",
		append([]phrase{plain(visible(first.Label)), plain(visible(last.Label))}, l.piecesOf(of)...)...)
}

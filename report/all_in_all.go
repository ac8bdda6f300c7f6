package report

import (
	"cmp"
	"math"
	"slices"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// allInAll says below the answer what holds for the study as a whole: how close the audiences lie, and the largest gaps on the stretches
// between inside and outside, which the gap between the ends may leave out as one undoes the other.
func (l *lookup) allInAll() (all []finding) {
	newest := l.headlineTopic()
	if newest == nil {
		return nil
	}
	if f := l.study(newest, "alignment", "", "", "alignment"); f != nil && f.Value.Defined() {
		all = append(all, finding{parts: l.phrase("Alignment of the audiences: %s (%s), what the mean gap over items and pairs, regardless of sign and in percent of the scale, leaves of full agreement.",
			cited(l.text("%s of 100", l.number(f.Value, 1)), f), l.interval(f, 1, false))})
	}
	n := len(l.result.Audiences)
	if n < 3 || len(l.stretches(newest.wave)) == 0 { // else the answer has the largest gap
		return all
	}
	inside, middle, outside := l.result.Audiences[0], l.result.Audiences[n-2], l.result.Audiences[n-1]
	if gaps, n := l.largestOnStretch(newest.wave, inside, middle); n > 0 {
		all = append(all, finding{parts: l.countedPhrase(n, "The largest established gap inside the house: %[2]s.", "The largest established gaps inside the house: %[2]s.", gaps)})
	}
	if gaps, n := l.largestOnStretch(newest.wave, middle, outside); n > 0 {
		all = append(all, finding{parts: l.countedPhrase(n, "The largest established gap at delivery: %[2]s.", "The largest established gaps at delivery: %[2]s.", gaps)})
	}
	return all
}

// namedOnStretch is how many gaps of a stretch are named: the largest is often one that the answer has named already.
const namedOnStretch = 2

// largestOnStretch names the largest established gaps between two audiences, and says how many they are.
func (l *lookup) largestOnStretch(wave string, a, b analysis.Audience) (said phrase, n int) {
	var named []phrase
	gaps := l.establishedGaps(wave, a, b)
	for _, of := range gaps[:min(namedOnStretch, len(gaps))] {
		named = append(named, l.phrase("%s, rated %s higher by %s than by %s (%s; %s)", l.piecesOf(of)...))
	}
	return inARow(named, "; "), len(named)
}

// establishedGaps returns the established gaps between two audiences on performance in a wave, the largest by its share of the scale first.
func (l *lookup) establishedGaps(wave string, a, b analysis.Audience) (all []pairGap) {
	for _, t := range l.topics() {
		if t.kind != study.Performance || t.perspective != "own" || t.wave != wave {
			continue
		}
		for _, i := range t.items {
			if f := l.gap(t, a.ID, b.ID, l.result.Items[i].ID, "difference"); f != nil && f.Verdict == analysis.Disparity {
				all = append(all, pairGap{classified{t, l.result.Items[i], f}, a, b})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y pairGap) int { return cmp.Compare(y.size(), x.size()) })
	return all
}

// piecesOf are what is told of a gap: its item, how large it is, who rates higher and who lower, its interval and bases.
func (l *lookup) piecesOf(of pairGap) []phrase {
	higher, lower := of.a, of.b
	if of.gap.Value < 0 {
		higher, lower = lower, higher
	}
	digits := decimals(of.topic)
	size := l.sided(analysis.Number(math.Abs(float64(of.gap.Value))), func(x analysis.Number) string { return l.number(x, digits) }, 0)
	return []phrase{
		plain(l.quoted(of.item)), cited(l.pointsOf(size, of.topic.unit), of.gap), plain(visible(higher.Label)), plain(visible(lower.Label)),
		l.interval(of.gap, digits, of.gap.Value < 0, 0), l.basesOf(of.gap),
	}
}

// strongestDriver tells the item with which most of the outcome goes, where it falls short of its importance and the answer does not
// name it: what it does with the outcome is said nowhere else before the plan.
func (l *lookup) strongestDriver() (all []finding) {
	for _, t := range l.importanceTopics() {
		shares := t.inOrderOfShares()
		if t.wave != l.newestWave() || len(shares) == 0 || t.unexplained() {
			continue
		}
		i := shares[0]
		item := t.result.Items[i]
		order := t.inOrderOfSteps()
		if share := t.of("derived", item.ID, "derived_share"); share == nil || !share.Value.Defined() {
			continue
		}
		if t.of("shortfall", item.ID, "shortfall") == nil || !t.established(item.ID) || t.fallsLittleShort(i) || len(order) > 0 && order[0] == i {
			continue
		}
		said := t.phrase("In the ratings of %[9]s no item goes with more of %[6]s than %[1]s: %[5]s of the explained differences (%[7]s; %[8]s). It falls %[2]s short of its importance (%[3]s; %[4]s)",
			append(t.shortfallAndShare(item), plain(visible(t.audience.Label)))...)
		if !l.handedOn && t.ranked() && !t.standingOf(i).isStep() {
			said = t.phrase("%s, but is no step of the plan: %s", said, t.whyNoStep(i))
		}
		all = append(all, finding{parts: append(said, plain(".")...)})
	}
	return all
}

package report

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// inOrderOfPriority returns the items that have a priority, the first to be done first.
func (t *importanceTopic) inOrderOfPriority() []int {
	rank := func(i int) *analysis.Figure { return t.of("priority", t.result.Items[i].ID, "priority_rank") }
	var order []int
	for _, i := range t.rated {
		value := t.of("priority", t.result.Items[i].ID, "priority")
		if rank(i) != nil && value.Value.Defined() && value.Value != 0 && !t.fallsLittleShort(i) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return rank(order[a]).Value < rank(order[b]).Value })
	return order
}

// fallsLittleShort reports whether the shortfall of an item is smaller than the margin below which differences do not count.
func (t *importanceTopic) fallsLittleShort(i int) bool {
	f := t.of("shortfall", t.result.Items[i].ID, "shortfall")
	return f != nil && float64(f.Value) < marginOn(t.result.Choices.Equivalence, t.low, t.high)
}

// marginOn returns the margin of a study, which stands as the study writes it, 5% or 0.5pt, in points of a scale.
func marginOn(margin string, low, high float64) float64 {
	if share, isShare := strings.CutSuffix(margin, "%"); isShare {
		x, _ := strconv.ParseFloat(share, 64)
		return x / 100 * (high - low)
	}
	x, _ := strconv.ParseFloat(strings.TrimSuffix(margin, "pt"), 64)
	return x
}

// established reports whether the interval of an item's shortfall lies above 0.
func (t *importanceTopic) established(item string) bool {
	f := t.of("shortfall", item, "shortfall")
	return f != nil && f.Low.Defined() && f.Low > 0
}

// shortfallAndShare are what a sentence tells of an item that is to be done: %[1]s names it, %[2]s to %[4]s are its shortfall with interval
// and base, %[5]s is its share of the explained differences in the outcome, %[6]s, with interval and base, %[7]s and %[8]s.
func (t *importanceTopic) shortfallAndShare(item analysis.Item) []phrase {
	short, goes := t.of("shortfall", item.ID, "shortfall"), t.of("derived", item.ID, "derived_share")
	return []phrase{
		plain(t.quoted(item)), cited(t.pointsOf(t.sided(short.Value, func(x analysis.Number) string { return t.number(x, t.digits) }, 0), short.Unit), short), t.interval(short, t.digits, false, 0), t.basesOf(short),
		cited(t.percent(goes.Value, 0), goes), plain(t.outcome()), t.endsOf(goes, t.percent(goes.Low, 0), t.percent(goes.High, 0)), t.basesOf(goes),
	}
}

// fallsShort says how far an item falls short, how much of the outcome goes with it, and that it is a basic.
func (t *importanceTopic) fallsShort(item analysis.Item) phrase {
	said := t.phrase("%s falls %s short of its importance (%s; %s), and %s of the explained differences in %s are associated with it (%s; %s).", t.shortfallAndShare(item)...)
	rank, asymmetry := t.of("priority", item.ID, "priority_rank"), t.of("asymmetry", item.ID, "impact_asymmetry")
	if rank.Verdict == analysis.Basic && asymmetry != nil && asymmetry.Value.Defined() {
		said = t.phrase("%s It is a basic: low ratings of it go with a lower outcome more than high ratings go with a higher one (asymmetry %s, %s; %s).",
			said, cited(t.number(asymmetry.Value, 2), asymmetry), t.interval(asymmetry, 2, false, -analysis.AsymmetryCut, analysis.AsymmetryCut), t.basesOf(asymmetry))
	}
	return said
}

// whyFirst says why an item is to be done first that by its priority would come later; nothing of one that is the first by both.
func (t *importanceTopic) whyFirst(i int) phrase {
	item := t.result.Items[i]
	ahead := t.placeByPriority(i)
	switch place := cited(strconv.Itoa(ahead), t.of("priority", item.ID, "priority")); {
	case ahead == 1:
		return nil
	case t.of("priority", item.ID, "priority_rank").Verdict == analysis.Basic:
		return t.phrase(" Basics come first, as what is lacking there goes with a lower outcome; by priority alone it would be number %s.", place)
	default:
		return t.phrase(" By priority alone it would be number %s, after items that are to be kept up or watched.", place)
	}
}

// unexplained reports whether it is not established that the drivers explain anything at all: shares of nothing set no priorities.
func (t *importanceTopic) unexplained() bool {
	fit := t.of("derived", "", "r_squared")
	return fit != nil && fit.P.Defined() && float64(fit.P) >= 1-t.result.Choices.Confidence
}

// outcome names what the drivers explain.
func (l *lookup) outcome() string {
	for _, item := range l.result.Items {
		if len(item.Ratings) > 0 && item.Ratings[0].Kind == study.OutcomeKind {
			return l.quoted(item)
		}
	}
	return l.text("the outcome")
}

// ranked reports whether any item has a priority, be it one of 0.
func (t *importanceTopic) ranked() bool {
	return slices.ContainsFunc(t.rated, func(i int) bool {
		f := t.of("priority", t.result.Items[i].ID, "priority")
		return f != nil && f.Value.Defined()
	})
}

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

// fallsShort says how far an item falls short, how much of the outcome goes with it, and that it is a basic. whose, if it is not
// empty, names the audience that rates it.
func (t *importanceTopic) fallsShort(item analysis.Item, whose string) phrase {
	short, goes := t.of("shortfall", item.ID, "shortfall"), t.of("derived", item.ID, "derived_share")
	with := []phrase{
		plain(t.quoted(item)), cited(t.pointsOf(t.sided(short.Value, func(x analysis.Number) string { return t.number(x, t.digits) }, 0), short.Unit), short), t.interval(short, t.digits, false, 0), t.basesOf(short),
		cited(t.percent(goes.Value, 0), goes), plain(t.outcome()), t.endsOf(goes, t.percent(goes.Low, 0), t.percent(goes.High, 0)), t.basesOf(goes),
	}
	text := "%s falls %s short of its importance (%s; %s), and %s of the explained differences in %s are associated with it (%s; %s)."
	if whose != "" {
		fit := t.of("derived", "", "r_squared")
		with = append(with, plain(whose), cited("R²"+noBreak+t.number(fit.Value, 2), fit))
		text = "%[1]s falls %[2]s short of its importance in the ratings of %[9]s (%[3]s; %[4]s), and %[5]s of the explained differences in %[6]s (%[10]s) are associated with it (%[7]s; %[8]s)."
	}
	said := t.phrase(text, with...)
	rank, asymmetry := t.of("priority", item.ID, "priority_rank"), t.of("asymmetry", item.ID, "impact_asymmetry")
	if rank.Verdict == analysis.Basic && asymmetry != nil && asymmetry.Value.Defined() {
		said = t.phrase("%s It is a basic: low ratings of it go with a lower outcome more than high ratings go with a higher one (asymmetry %s, %s; %s).",
			said, cited(t.number(asymmetry.Value, 2), asymmetry), t.interval(asymmetry, 2, false, -analysis.AsymmetryCut, analysis.AsymmetryCut), t.basesOf(asymmetry))
	}
	return said
}

// whyFirst says why an item is to be done first that by its priority would come later; nothing of one that is the first by both.
func (t *importanceTopic) whyFirst(item analysis.Item) phrase {
	value := t.of("priority", item.ID, "priority")
	ahead := 1
	for _, i := range t.inOrderOfPriority() {
		if other := t.of("priority", t.result.Items[i].ID, "priority"); other.Value > value.Value {
			ahead++
		}
	}
	switch place := cited(strconv.Itoa(ahead), value); {
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

// first tells what to do first: the first step of the outermost audience that has priorities, or that there is none.
func (l *lookup) first(wave string) finding {
	s := finding{head: l.text("What to do first")}
	if l.handedOn {
		return s
	}
	topics := l.importanceTopics()
	for n := len(topics) - 1; n >= 0; n-- {
		if t := topics[n]; t.wave == wave && t.ranked() {
			s.parts = t.firstStep()
			return s
		}
	}
	for n := len(topics) - 1; n >= 0 && len(s.parts) == 0; n-- {
		if topics[n].wave == wave {
			s.parts = topics[n].unknown()
		}
	}
	return s
}

// ranked reports whether any item has a priority, be it one of 0.
func (t *importanceTopic) ranked() bool {
	return slices.ContainsFunc(t.rated, func(i int) bool {
		f := t.of("priority", t.result.Items[i].ID, "priority")
		return f != nil && f.Value.Defined()
	})
}

// firstStep tells of the item that is to be done first, or why none is.
func (t *importanceTopic) firstStep() phrase {
	order := t.inOrderOfSteps()
	switch {
	case t.unexplained():
		return t.phrase("No item is put first: that the outcome of %s goes with the items at all is not established.", plain(visible(t.audience.Label)))
	case len(order) == 0:
		return append(t.noStep(), t.hiddenDrivers()...)
	}
	item := t.result.Items[order[0]]
	said := t.fallsShort(item, visible(t.audience.Label))
	if t.standingOf(order[0]) == likelyShort {
		said = t.phrase("%s That it falls short is likely, not established.", said)
	}
	said = t.phrase("%s%s", said, t.whyFirst(item))
	said = append(said, t.howSure(item)...)
	striking, others := t.alsoStriking(order)
	said = append(said, striking...)
	said = append(said, t.next(order)...)
	return slices.Concat(said, others, t.hiddenDrivers())
}

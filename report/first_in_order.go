package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis"
)

// What stands around the item that is to be done first: how sure it is that it is the first, and where the items are that
// strike a reader more.

// firstShare is the share of the resamples in which an item is the first by rank; nil where there are no resamples, or they do not tell.
func (t *importanceTopic) firstShare(i int) *analysis.Figure {
	f := t.of("priority", t.result.Items[i].ID, "first_share")
	if f == nil || !f.Value.Defined() || !t.result.Choices.Resampled {
		return nil
	}
	return f
}

// rankedFirst reports whether an item is the first by rank: by its priority, or as a basic below its target.
func (t *importanceTopic) rankedFirst(i int) bool {
	order := t.inOrderOfPriority()
	return len(order) > 0 && order[0] == i
}

// howSure says in how many of the resamples an item is the first by rank; nothing without resamples.
func (t *importanceTopic) howSure(i int) phrase {
	f := t.firstShare(i)
	switch {
	case f == nil:
		return nil
	case !t.rankedFirst(i) && t.firstShare(t.ofHighestPriority()).Value == 0:
		return nil
	case !t.rankedFirst(i):
		return t.phrase(" In the order by priority it is the first in %s of the resamples.", t.shareOf(f))
	}
	return t.phrase(" It is the first in %s of the resamples.", t.shareOf(f))
}

// shareOf writes a share of the resamples.
func (t *importanceTopic) shareOf(f *analysis.Figure) phrase { return cited(t.percent(f.Value, 0), f) }

// firstByPriority says what the sentence on the first step must not keep back: of an item that is the first by rank how sure that is, with the
// one that is the first in most of the other resamples; of another where it would be by priority alone, which item would be the first then,
// and why it is not.
func (t *importanceTopic) firstByPriority(order []int) phrase {
	first := order[0]
	if !t.rankedFirst(first) {
		return t.otherLeads(first, order)
	}
	if place := t.placeByPriority(first); place > 1 {
		value := t.of("priority", t.result.Items[first].ID, "priority")
		return t.phrase("as a basic below its target it stands before items of higher priority (by that alone it would be number %s)", cited(strconv.Itoa(place), value))
	}
	f := t.firstShare(first)
	if f == nil || f.Value >= likelyConfidence {
		return nil
	}
	said := t.phrase("it is the first in %s of the resamples", t.shareOf(f))
	if other := t.mostOftenFirst(first); other >= 0 {
		said = t.phrase("%s, %s in %s", said, plain(t.quoted(t.result.Items[other])), t.shareOf(t.firstShare(other)))
		if !slices.Contains(order, other) {
			said = t.phrase("%s, which is no step: %s", said, t.whyNoStep(other))
		}
	}
	return said
}

// otherLeads says of the first step that another item is before it by rank or by priority alone, and why that one is not the first step.
func (t *importanceTopic) otherLeads(first int, order []int) phrase {
	leads, place := t.ofHighestPriority(), t.placeByPriority(first)
	if place == 1 {
		leads = t.inOrderOfPriority()[0]
	}
	item := plain(t.quoted(t.result.Items[leads]))
	why := t.phrase("which is likely to fall short, not established")
	if !slices.Contains(order, leads) {
		why = t.phrase("which is no step: %s", t.whyNoStep(leads))
	}
	if place == 1 {
		return t.phrase("before it would stand, as a basic below its target, %s, %s", item, why)
	}
	number := cited(strconv.Itoa(place), t.of("priority", t.result.Items[first].ID, "priority"))
	if own, other := t.firstShare(first), t.firstShare(leads); own != nil && other != nil && other.Value > 0 { // else basics that are no steps lead the resamples, which tell nothing of these two
		return t.phrase("by priority alone it would be number %s (the first in %s of the resamples), and %s the first (in %s), %s", number, t.shareOf(own), item, t.shareOf(other), why)
	}
	return t.phrase("by priority alone it would be number %s, and %s the first, %s", number, item, why)
}

// ofHighestPriority is the item that would be the first by its priority alone.
func (t *importanceTopic) ofHighestPriority() int {
	order := t.inOrderOfPriority()
	return slices.MinFunc(order, func(a, b int) int { return cmp.Compare(t.placeByPriority(a), t.placeByPriority(b)) })
}

// placeByPriority is the place that an item would have by its priority alone.
func (t *importanceTopic) placeByPriority(i int) int {
	value, place := t.of("priority", t.result.Items[i].ID, "priority"), 1
	for _, k := range t.inOrderOfPriority() {
		if other := t.of("priority", t.result.Items[k].ID, "priority"); other.Value > value.Value {
			place++
		}
	}
	return place
}

// mostOftenFirst is the item that is the first in most of the resamples in which another is not; −1 if none is in any.
func (t *importanceTopic) mostOftenFirst(but int) int {
	most, often := -1, analysis.Number(0)
	for _, i := range t.rated {
		if f := t.firstShare(i); i != but && f != nil && f.Value > often {
			most, often = i, f.Value
		}
	}
	return most
}

// aboutFirst is what is said of the item that is to be done first beyond its figures: why it is the first, how sure that is, and by what else
// it strikes; and where in the order other items are that strike. Nothing of an audience that the answer does not speak of.
func (t *importanceTopic) aboutFirst() (first phrase, others []finding) {
	order, plan := t.inOrderOfSteps(), t.plan(t.wave)
	if len(order) == 0 || plan == nil || plan.audience.ID != t.audience.ID {
		return nil, nil
	}
	striking, others := t.alsoStriking(order)
	return slices.Concat(t.whyFirst(order[0]), t.howSure(order[0]), striking), others
}

// alsoStriking says where in the order those items are that a reader would look for: the one of the largest gap, and the one that has
// fallen most. What is said of the first of the order stands apart.
func (t *importanceTopic) alsoStriking(order []int) (first phrase, others []finding) {
	var items []int
	why := map[int][]phrase{}
	strikes := func(id string, fact phrase) {
		i := slices.IndexFunc(t.result.Items, func(item analysis.Item) bool { return item.ID == id })
		if len(why[i]) == 0 {
			items = append(items, i)
		}
		why[i] = append(why[i], fact)
	}
	inside, outside := t.ends(t.wave)
	for _, c := range t.ofClass(t.wave, classes()...) { // the largest first
		if c.gap.Verdict == analysis.Disparity {
			strikes(c.item.ID, t.phrase("the largest gap between %s and %s", plain(visible(inside.Label)), plain(visible(outside.Label))))
			break
		}
	}
	if n := len(t.result.Waves); n > 1 && t.wave == t.result.Waves[n-1] {
		for _, m := range t.moves(t.audience.ID, "", "mean_change") { // the largest first
			if m.change.High < 0 && t.claimed(m.change) {
				strikes(m.item.ID, t.phrase("the largest fall since %s in the ratings of %s", plain(visible(t.result.Waves[n-2])), plain(visible(t.audience.Label))))
				break
			}
		}
	}
	if i := t.shortest(); i >= 0 {
		strikes(t.result.Items[i].ID, t.phrase("the largest shortfall"))
	}
	for _, i := range items {
		said := t.placeOf(i, order, t.enumerated(why[i], len(why[i])))
		if i == order[0] {
			first = said
		} else {
			others = append(others, finding{parts: said})
		}
	}
	return first, others
}

// placeOf says where in the order an item is that strikes by something else.
func (t *importanceTopic) placeOf(i int, order []int, by phrase) phrase {
	switch place := slices.Index(order, i); {
	case place == 0:
		return t.phrase(" It is also the item with %s.", by)
	case place > 0:
		goes, rank := t.of("derived", t.result.Items[i].ID, "derived_share"), t.of("priority", t.result.Items[i].ID, "priority")
		if place == len(order)-1 {
			return t.phrase("%s, with %s, is the last of %s in this order: %s of the explained differences are associated with it (%s).", plain(t.quoted(t.result.Items[i])), by,
				cited(strings.ToLower(t.inWords(len(order))), rank), cited(t.percent(goes.Value, 0), goes), t.endsOf(goes, t.percent(goes.Low, 0), t.percent(goes.High, 0)))
		}
		return t.phrase("%s, with %s, is number %s of %s in this order: %s of the explained differences are associated with it (%s).", plain(t.quoted(t.result.Items[i])), by,
			cited(strconv.Itoa(place+1), rank), cited(t.whole(len(order)), rank),
			cited(t.percent(goes.Value, 0), goes), t.endsOf(goes, t.percent(goes.Low, 0), t.percent(goes.High, 0))) // of the same respondents as that of the first
	}
	return t.phrase("%s, with %s, is not among what to do first: %s.", plain(t.quoted(t.result.Items[i])), by, t.whyNoStep(i))
}

// whyNoStep says why no step is made of an item.
func (t *importanceTopic) whyNoStep(i int) phrase {
	if !slices.Contains(t.rated, i) {
		return t.phrase("it was not rated for both importance and performance")
	}
	if t.leftOutDriver(i) {
		return t.whyHidden(i)
	}
	switch t.standingOf(i) {
	case keptUp:
		return t.phrase("it is rated %s, and not below the target", plain(t.aboveCross()))
	case overdone:
		return t.phrase("it is rated above its importance, which is %s", plain(t.belowCross()))
	case watched:
		return t.phrase("its importance is %s", plain(t.belowCross()))
	case unsure:
		return t.phrase("a shortfall is neither established nor likely")
	case unlike:
		return t.phrase("whether it falls short of its importance is not known: the two were asked on different scales")
	case unknown:
		return t.phrase("whether it falls short of its importance is not known")
	case notShort:
		if t.of("shortfall", t.result.Items[i].ID, "shortfall").Value <= 0 {
			return t.phrase("in these answers it does not fall short of its importance")
		}
		return t.phrase("in these answers it falls short of its importance by less than the margin")
	}
	return t.phrase("how much of the outcome goes with it is not known")
}

package report

import (
	"slices"
	"strconv"

	"github.com/cxgap/cxgap/analysis"
)

// What stands around the item that is to be done first: how sure it is that it is the first, and where the items are that
// strike a reader more.

// howSure says in how many of the resamples an item is the first; nothing where the steps put another than the priorities first, of which
// the resamples do not tell, and nothing without resamples.
func (t *importanceTopic) howSure(item analysis.Item) phrase {
	f, rank := t.of("priority", item.ID, "first_share"), t.of("priority", item.ID, "priority_rank")
	if f == nil || !f.Value.Defined() || rank.Value != 1 || !t.result.Choices.Resampled {
		return nil
	}
	return t.phrase(" It is the first in %s of the resamples.", cited(t.percent(f.Value, 0), f))
}

// aboutFirst is what is said of the item that is to be done first beyond its figures: why it is the first, how sure that is, and by what else
// it strikes; and where in the order other items are that strike. Nothing of an audience that the answer does not speak of.
func (t *importanceTopic) aboutFirst() (first phrase, others []finding) {
	order, plan := t.inOrderOfSteps(), t.plan(t.wave)
	if len(order) == 0 || plan == nil || plan.audience.ID != t.audience.ID {
		return nil, nil
	}
	item := t.result.Items[order[0]]
	striking, others := t.alsoStriking(order)
	return slices.Concat(t.whyFirst(item), t.howSure(item), striking), others
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

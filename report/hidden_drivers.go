package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// The plan goes by how far an item falls short of what is said of its importance. An item that is said to matter little falls short of
// little, however much of the outcome goes with it: the plan would leave a hidden driver out without a word, and so it is named here.

// hiddenDriver reports whether an item is established as one that is said to matter less than most, though much of the outcome goes with
// it. Where the outcome is not shown to go with the items at all, none is.
func (t *importanceTopic) hiddenDriver(i int) bool {
	class := t.of("stated_derived", t.result.Items[i].ID, "class")
	return class != nil && class.Verdict == analysis.HiddenDriver && !t.unexplained()
}

// leftOutDrivers are the hidden drivers that no step is made of, those with which most of the outcome goes first.
func (t *importanceTopic) leftOutDrivers() []int {
	return slices.DeleteFunc(t.inOrderOfShares(), func(i int) bool { return !t.leftOutDriver(i) })
}

// leftOutDriver reports whether an item is a hidden driver that no step is made of.
func (t *importanceTopic) leftOutDriver(i int) bool {
	return t.hiddenDriver(i) && !slices.Contains(t.inOrderOfSteps(), i)
}

// shareOfDriver says how much of the explained differences goes with an item, and between what.
func (t *importanceTopic) shareOfDriver(i int) phrase {
	goes := t.of("derived", t.result.Items[i].ID, "derived_share")
	return t.phrase("%s of the explained differences, %s", cited(t.percent(goes.Value, 0), goes), t.endsOf(goes, t.percent(goes.Low, 0), t.percent(goes.High, 0)))
}

// whyHidden says that an item is a hidden driver, and how much goes with it.
func (t *importanceTopic) whyHidden(i int) phrase {
	return t.phrase("it is in the lower half of the items by stated importance, yet goes with %s: a hidden driver", t.shareOfDriver(i))
}

// driversBehindSteps names the hidden drivers that no step is made of behind the steps, those below the target first.
func (t *importanceTopic) driversBehindSteps() (said []phrase) {
	var below, above []phrase
	for _, i := range t.leftOutDrivers() {
		named := t.phrase("%s (%s)", t.citedItem(i), t.shareOfDriver(i))
		if t.belowTarget(t.result.Items[i]) {
			below = append(below, named)
		} else {
			above = append(above, named)
		}
	}
	if len(below) > 0 {
		said = append(said, t.phrase("to be looked into (hidden drivers: in the lower half of the items by stated importance, yet in the upper half by what goes with the outcome, and below the target): %s", t.enumerated(below, len(below))))
	}
	if len(above) > 0 {
		said = append(said, t.phrase("to be kept up (hidden drivers: in the lower half of the items by stated importance, yet in the upper half by what goes with the outcome, and not below the target): %s", t.enumerated(above, len(above))))
	}
	return said
}

// hiddenRemark is added to what is said of the place of an item on the map of an audience: nothing if it is no hidden driver.
func (l *lookup) hiddenRemark(c classified, audience analysis.Audience) phrase {
	i := slices.IndexFunc(l.result.Items, func(item analysis.Item) bool { return item.ID == c.item.ID })
	for _, t := range l.importanceTopics() {
		if t.wave == c.topic.wave && t.audience.ID == audience.ID && t.hiddenDriver(i) {
			return l.phrase("yet a hidden driver: it goes with %s", t.shareOfDriver(i))
		}
	}
	return nil
}

// hiddenOnMap names the hidden drivers that the map puts among what matters less than most.
func (t *importanceTopic) hiddenOnMap() []string {
	var names []string
	for _, i := range t.inOrderOfShares() {
		place := t.place(t.result.Items[i].ID)
		if t.hiddenDriver(i) && (place == analysis.LowPriority || place == analysis.Overkill) {
			names = append(names, t.quoted(t.result.Items[i])+" ("+finding{parts: t.shareOfDriver(i)}.text()+")")
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{t.text("the map goes by what is said to matter; hidden drivers, in the lower half of the items by stated importance, yet in the upper half by what goes with %s: %s", t.outcome(), t.listed(names))}
}

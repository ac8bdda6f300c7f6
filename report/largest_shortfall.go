package report

import (
	"slices"

	"github.com/cxgap/cxgap/analysis"
)

// The plan goes by more than how far an item falls short. A reader looks for the item that falls furthest short all the same, and for the one that
// the opportunity score calls extreme: here stands what becomes of them.

// largestShortfall tells which item falls furthest short of its importance with the outermost audience that rated both, and where it stands in the
// plan; nothing of one that is the first step, of which the sentence on what to do first says it.
func (l *lookup) largestShortfall(wave string) finding {
	t := l.planned(wave)
	if t == nil {
		return finding{}
	}
	i := t.shortest()
	if i < 0 || t.isFirstStep(i) {
		return finding{}
	}
	item := t.result.Items[i]
	short := t.of("shortfall", item.ID, "shortfall")
	size := t.pointsOf(t.sided(short.Value, func(x analysis.Number) string { return t.number(x, t.digits) }, 0), short.Unit)
	said := t.phrase("%[2]s falls furthest short of its importance in the ratings of %[1]s, by %[3]s (%[4]s; %[5]s)", plain(visible(t.audience.Label)), plain(t.quoted(item)), cited(size, short), t.interval(short, t.digits, false, 0), t.basesOf(short))
	if place := t.placeOfShortest(i); place != nil {
		said = t.phrase("%s; %s", said, place)
	}
	if other := t.extremeLeftOut(i); other >= 0 {
		f := t.opportunity(other)
		said = t.phrase("%s; nor is %s a step, though its opportunity of %s is extreme (above 15): %s", said, plain(t.quoted(t.result.Items[other])), t.opportunityOf(f), t.whyNotPlanned(other))
	}
	return finding{head: t.text("The largest shortfall"), parts: append(said, part{text: "."})}
}

// planned is the topic that the answer tells of: that of the plan, or else the outermost with items rated for both; nil if there is none.
func (l *lookup) planned(wave string) *importanceTopic {
	if t := l.plan(wave); t != nil && !l.handedOn {
		return t
	}
	topics := l.importanceTopics()
	for n := len(topics) - 1; n >= 0; n-- {
		if topics[n].wave == wave && len(topics[n].rated) > 0 {
			return topics[n]
		}
	}
	return nil
}

// shortest is the item with the largest established shortfall of the margin or more, of those that fall alike short the first of the plan; negative
// if there is none. It goes by the figures, as the ranks of the result do: of two that are written alike one may fall further short.
func (t *importanceTopic) shortest() int {
	most := -1
	value := func(i int) analysis.Number { return t.of("shortfall", t.result.Items[i].ID, "shortfall").Value }
	for _, i := range append(t.inOrderOfSteps(), t.rated...) {
		if t.established(t.result.Items[i].ID) && !t.fallsLittleShort(i) && (most < 0 || value(i) > value(most)) {
			most = i
		}
	}
	return most
}

// hasPlan reports whether the topic is that of a plan that the reader is shown.
func (t *importanceTopic) hasPlan() bool {
	of := t.plan(t.wave)
	return !t.handedOn && of != nil && of.audience.ID == t.audience.ID
}

// isFirstStep reports whether an item is the first of the plan.
func (t *importanceTopic) isFirstStep(i int) bool {
	order := t.inOrderOfSteps()
	return t.hasPlan() && len(order) > 0 && order[0] == i
}

// placeOfShortest says where in the plan the item is that falls furthest short; nothing without a plan.
func (t *importanceTopic) placeOfShortest(i int) phrase {
	if !t.hasPlan() {
		return nil
	}
	if slices.Contains(t.inOrderOfSteps(), i) {
		return t.phrase("in the plan: %s", plain(t.placeInPlan(i)))
	}
	why := t.whyNotPlanned(i)
	if f := t.opportunity(i); f != nil && f.Value > analysis.ExtremeOpportunity {
		return t.phrase("it is no step of the plan, though its opportunity of %s is extreme (above 15): %s", t.opportunityOf(f), why)
	}
	return t.phrase("it is no step of the plan: %s", why)
}

// whyNotPlanned says why an item is no step, of one that matters less than the cross-hair with what it matters and where that is.
func (t *importanceTopic) whyNotPlanned(i int) phrase {
	important, cross := t.of("quadrant", t.result.Items[i].ID, "importance"), t.of("quadrant", "", "crosshair_importance")
	if t.standingOf(i) != watched || t.leftOutDriver(i) || important == nil || cross == nil || !important.Value.Defined() || !cross.Value.Defined() {
		return t.whyNoStep(i)
	}
	digits := t.digits
	if t.number(important.Value, digits) == t.number(cross.Value, digits) {
		digits = t.crossDigits(t.besideCross())
	}
	return t.phrase("its importance of %s is %s (%s)", cited(t.number(important.Value, digits), important), plain(t.belowCross()), cited(t.number(cross.Value, digits), cross))
}

// opportunity is the opportunity score of an item; nil if it has none.
func (t *importanceTopic) opportunity(i int) *analysis.Figure {
	if f := t.of("shortfall", t.result.Items[i].ID, "opportunity"); f != nil && f.Value.Defined() {
		return f
	}
	return nil
}

// opportunityOf writes an opportunity score.
func (t *importanceTopic) opportunityOf(f *analysis.Figure) phrase {
	return cited(t.sided(f.Value, func(x analysis.Number) string { return t.number(x, 1) }, analysis.HighOpportunity, analysis.ExtremeOpportunity), f)
}

// extremeLeftOut is the item of the highest opportunity that is extreme and yet no step, other than the given one; negative if there is none.
func (t *importanceTopic) extremeLeftOut(but int) int {
	if !t.hasPlan() {
		return -1
	}
	most, order := -1, t.inOrderOfSteps()
	for _, i := range t.rated {
		f := t.opportunity(i)
		if i == but || f == nil || !(f.Value > analysis.ExtremeOpportunity) || slices.Contains(order, i) {
			continue
		}
		if most < 0 || f.Value > t.opportunity(most).Value {
			most = i
		}
	}
	return most
}

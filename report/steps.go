package report

import (
	"slices"
	"sort"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// step is a part of an ordered list that is small enough to be taken at once.
type step struct {
	head  string
	from  int // number of its first item
	items []finding
}

// How many items a step has at most, and how many steps there are: nobody takes ten at once.
const (
	ofStep    = 3
	mostSteps = 4
)

// stepFindings are the sentences of steps.
func stepFindings(steps []step) (all []finding) {
	for _, s := range steps {
		all = append(all, s.items...)
	}
	return all
}

// likelyConfidence is the share of resamples from which what is not established is likely: a shortfall, a place on the map.
const likelyConfidence = 0.9

// stepped counts the items of steps.
func stepped(steps []step) int {
	n := 0
	for _, s := range steps {
		n += len(s.items)
	}
	return n
}

// standing says what is to be done about an item that was rated for importance and performance.
type standing int

// The standings: those of steps in the order of the steps, then those of items that are none.
const (
	shortBasic  standing = iota // a basic below its target
	shortOfMuch                 // falls short, is of importance above the cross-hair, and is rated below it or below its target
	likelyShort                 // one of these whose shortfall is likely, not established
	keptUp                      // falls short, but is rated above the cross-hair, and not below its target
	overdone                    // rated above its importance, which is below the cross-hair, and not below its target
	watched                     // falls short, but is of importance below the cross-hair
	unsure                      // its shortfall is neither established nor likely
	notShort                    // does not fall short by more than the margin
	unlike                      // its shortfall is not known, as importance and performance were asked on different scales
	unknown                     // its shortfall is not known
)

// isStep reports whether an item of this standing is something to do.
func (s standing) isStep() bool { return s <= likelyShort }

// standingOf says what is to be done about a rated item, in the words of the map of importance against performance.
func (t *importanceTopic) standingOf(i int) standing {
	item := t.result.Items[i]
	short, confidence := t.of("shortfall", item.ID, "shortfall"), t.of("priority", item.ID, "confidence")
	established := t.established(item.ID)
	place := t.place(item.ID)
	switch {
	case !short.Value.Defined() && short.Note.Has(analysis.NoteUnlikeScales):
		return unlike
	case !short.Value.Defined():
		return unknown
	case place == analysis.Overkill && short.High < 0 && !t.belowTarget(item):
		return overdone
	case short.Value <= 0 || t.fallsLittleShort(i):
		return notShort
	case !established && (confidence == nil || !(confidence.Value >= likelyConfidence)):
		return unsure
	}
	rank := t.of("priority", item.ID, "priority_rank")
	basic := rank != nil && rank.Verdict == analysis.Basic
	switch {
	case basic && established:
		return shortBasic
	case (place == analysis.LowPriority || place == analysis.Overkill) && !basic:
		return watched
	case place == analysis.KeepUp && !basic && !t.belowTarget(item):
		return keptUp
	case !established:
		return likelyShort
	}
	return shortOfMuch
}

// place is where the map has an item; empty: it is not on the map.
func (t *importanceTopic) place(item string) string {
	if f := t.of("quadrant", item, "quadrant"); f != nil {
		return f.Verdict
	}
	return ""
}

// belowTarget reports whether the audience rates an item below its target.
func (t *importanceTopic) belowTarget(item analysis.Item) bool {
	f := t.of("quadrant", item.ID, "performance")
	if f == nil || !f.Value.Defined() {
		return true
	}
	return float64(f.Value) < t.scaleOf(item, study.Performance, t.audience.ID, f.Unit).at(item.Target)
}

// inOrderOfSteps returns the items that steps are made of, in their order.
func (t *importanceTopic) inOrderOfSteps() []int {
	order := slices.DeleteFunc(t.inOrderOfPriority(), func(i int) bool { return !t.standingOf(i).isStep() })
	sort.SliceStable(order, func(a, b int) bool { return t.standingOf(order[a]) < t.standingOf(order[b]) })
	return order
}

// steps cuts what to do into small steps: basics below their target, then the others by priority, last what is likely only.
func (t *importanceTopic) steps() []step {
	var steps []step
	last := notShort
	for n, i := range t.inOrderOfSteps() {
		if kind := t.standingOf(i); kind != last || len(steps[len(steps)-1].items) == ofStep {
			if len(steps) == mostSteps {
				break
			}
			steps = append(steps, step{head: t.text("Step %d: %s", len(steps)+1, t.stepName(kind, len(steps) == 0, kind == last)), from: n + 1})
			last = kind
		}
		now := &steps[len(steps)-1]
		now.items = append(now.items, finding{parts: slices.Concat(t.fallsShort(t.result.Items[i]), t.onTheMap(i), t.uncertainPlace(i))})
	}
	return steps
}

// stepName says what the items of a step have in common.
func (t *importanceTopic) stepName(of standing, first, again bool) string {
	switch {
	case of == shortBasic && again:
		return t.text("further basics that fall short")
	case of == shortBasic:
		return t.text("basics that fall short")
	case of == likelyShort:
		return t.text("what is likely to fall short, not established")
	case !t.mapped() && again:
		return t.text("next of what falls short")
	case !t.mapped() && first:
		return t.text("what falls short")
	case !t.mapped():
		return t.text("what else falls short")
	case again:
		return t.text("next of what falls short, of importance %s", t.aboveCross())
	case first:
		return t.text("what falls short, of importance %s", t.aboveCross())
	}
	return t.text("what else falls short, of importance %s", t.aboveCross())
}

// mapped reports whether there is a map, which says what is of importance above the cross-hair.
func (t *importanceTopic) mapped() bool {
	return slices.ContainsFunc(t.result.Items, func(item analysis.Item) bool { return t.place(item.ID) != "" })
}

// onTheMap says of an item of a step why it is one although the map does not call for it.
func (t *importanceTopic) onTheMap(i int) phrase {
	item := t.result.Items[i]
	quadrant := t.of("quadrant", item.ID, "quadrant")
	if quadrant == nil || quadrant.Verdict == "" || quadrant.Verdict == analysis.Concentrate {
		return nil
	}
	place := plain(t.word(quadrant.Verdict))
	if rank := t.of("priority", item.ID, "priority_rank"); rank.Verdict == analysis.Basic {
		return t.phrase(" On the map its place is another (%s); a basic below its target comes first all the same.", place)
	}
	text := " It is rated %s (%s on the map), but not shown to reach the target: %s."
	if t.shownBelowTarget(i) {
		text = " It is rated %s (%s on the map), but below the target: %s."
	}
	return t.phrase(text, plain(t.aboveCross()), place, t.levelOf(classified{topic: t.topicOf(i), item: item}, t.audience))
}

// shownBelowTarget reports whether the whole interval of an item's mean lies below its target.
func (t *importanceTopic) shownBelowTarget(i int) bool {
	of, item := t.topicOf(i), t.result.Items[i]
	if of == nil {
		return false
	}
	mean := t.profile(of, t.audience.ID, item.ID, "mean")
	return mean != nil && float64(mean.High) < of.at(item.Target)
}

// topicOf returns the table of performance that has an item, in the wave of the topic.
func (t *importanceTopic) topicOf(i int) *topic {
	for _, of := range t.topics() {
		if of.kind == study.Performance && of.perspective == "own" && of.wave == t.wave && slices.Contains(of.items, i) {
			return of
		}
	}
	return nil
}

// noStep says why there is nothing to do first.
func (t *importanceTopic) noStep() phrase {
	for _, i := range t.rated {
		if of := t.standingOf(i); of == keptUp || of == watched {
			return t.phrase("Nothing is put first in the ratings of %s: what falls short of its importance is of importance %s, or is rated %s and not below the target.", plain(visible(t.audience.Label)), plain(t.belowCross()), plain(t.aboveCross()))
		}
	}
	return t.phrase("Nothing is put first in the ratings of %s: that any item falls short of its importance by more than the margin is neither established nor likely.", plain(visible(t.audience.Label)))
}

// noSteps names the rated items that no step is made of, and says what is to be done about them.
func (t *importanceTopic) noSteps() phrase {
	said := t.driversBehindSteps()
	for _, of := range []standing{keptUp, watched, unsure, notShort, overdone, unlike, unknown} {
		var names []phrase
		for _, i := range t.inOrderOfMeans() {
			if t.standingOf(i) != of || t.leftOutDriver(i) {
				continue
			}
			names = append(names, append(t.citedItem(i), t.hedge(i, of)...))
		}
		if len(names) > 0 {
			said = append(said, t.toBe(of, t.enumerated(names, len(names))))
		}
	}
	if len(said) == 0 {
		return nil
	}
	return t.phrase("Not among the steps: %s.", inARow(said, "; "))
}

// hedge says how sure the place on the map is that an item stands so for, where it is not.
func (t *importanceTopic) hedge(i int, of standing) phrase {
	quadrant := t.of("quadrant", t.result.Items[i].ID, "quadrant")
	if quadrant == nil || of >= unsure {
		return nil
	}
	share := t.unsureShare(quadrant)
	if share == nil {
		return nil
	}
	return t.phrase(" (in %s of resamples)", share)
}

// toBe says what is to be done about items that no step is made of.
func (t *importanceTopic) toBe(of standing, items phrase) phrase {
	above, below := plain(t.aboveCross()), plain(t.belowCross())
	switch of {
	case keptUp:
		return t.phrase("to be kept up (rated %s, and not below the target): %s", above, items)
	case overdone:
		return t.phrase("perhaps overdone (rated above their importance, which is %s, and not below the target): %s", below, items)
	case watched:
		return t.phrase("to be watched (short of their importance, which is %s): %s", below, items)
	case unsure:
		return t.phrase("to be watched (a shortfall is neither established nor likely): %s", items)
	case unlike:
		return t.phrase("not to be placed (importance and performance were asked on different scales, so that a shortfall cannot be told): %s", items)
	case unknown:
		return t.phrase("not to be placed (a shortfall is not known): %s", items)
	}
	return t.phrase("without a shortfall above the margin: %s", items)
}

// citedItem is an item in a list, with the figure of its shortfall if it has one.
func (t *importanceTopic) citedItem(i int) phrase {
	item := t.result.Items[i]
	if f := t.of("shortfall", item.ID, "shortfall"); f != nil && f.Value.Defined() {
		return cited(t.quoted(item), f)
	}
	return plain(t.quoted(item))
}

// inARow puts phrases one behind the other.
func inARow(phrases []phrase, between string) phrase {
	var all phrase
	for k, one := range phrases {
		if k > 0 {
			all = append(all, part{text: between})
		}
		all = append(all, one...)
	}
	return all
}

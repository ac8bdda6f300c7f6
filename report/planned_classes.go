package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// A class says how the ratings of two audiences lie to each other and to the target; the plan goes by what falls short of its importance. A
// reader who has been told of a blind spot looks for it in the plan: here stands where it is, and why.

// callsForAction are the classes that a reader expects to find in a plan: what is below the target outside.
func callsForAction() []string { return []string{analysis.BlindSpot, analysis.SharedWeakness} }

// plan is the topic whose steps the answer tells of: of the outermost audience that has priorities; nil if there are none.
func (l *lookup) plan(wave string) *importanceTopic {
	topics := l.importanceTopics()
	slices.Reverse(topics)
	for _, t := range topics {
		if t.wave == wave && t.ranked() && !t.unexplained() {
			return t
		}
	}
	return nil
}

// planIntro says how what to do is put in order, as far as the study has what this rests on; nothing where no order is made.
func (l *lookup) planIntro() string {
	t := l.plan(l.newestWave())
	if t == nil {
		return ""
	}
	return titled(t.planRule()) + "."
}

// planRule says what the steps of a plan are made of, and in which order.
func (t *importanceTopic) planRule() string {
	if t.mapped() {
		return t.text("items that fall short of their importance and are rated too low: basics below their target first, then items of importance %s, by shortfall × derived importance × confidence, in steps of at most three", t.aboveCross())
	}
	return t.text("items that fall short of their importance: basics below their target first, then the others by shortfall × derived importance × confidence, in steps of at most three")
}

// plannedClasses lists the items of these classes with their places in the plan.
func (l *lookup) plannedClasses() section {
	wave := l.newestWave()
	items, t := l.ofClass(wave, callsForAction()...), l.plan(wave)
	if len(items) == 0 || t == nil {
		return section{}
	}
	s := section{title: l.text("What to do first") + ", " + l.nameOfClasses(items)}
	s.grid.columns = []column{{l.text("item"), words}, {l.text("class"), words}, {l.text("shortfall"), gaps}, {l.text("in the plan"), words}, {l.text("because"), words}}
	notes := &footnotes{language: l.language, result: l.result}
	for _, c := range items {
		i := slices.IndexFunc(l.result.Items, func(item analysis.Item) bool { return item.ID == c.item.ID })
		class := l.gap(c.topic, c.gap.Audience, c.gap.Versus, c.item.ID, "class")
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(c.item.Label)},
			{l.word(class.Verdict)},
			t.shortfallCell(c.item, notes),
			{t.placeInPlan(i)},
			{t.whyThere(i)},
		}})
	}
	s.lines = append(s.lines, l.text("the class compares two audiences with each other and with the target; the plan is of the ratings of %s, and goes by how far an item falls short of its importance to them, whether its importance is %s, and what goes with the outcome", visible(t.audience.Label), l.aboveCross()))
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// nameOfClasses names the classes that there are items of.
func (l *lookup) nameOfClasses(items []classified) string {
	has := func(class string) bool {
		return slices.ContainsFunc(items, func(c classified) bool {
			return l.gap(c.topic, c.gap.Audience, c.gap.Versus, c.item.ID, "class").Verdict == class
		})
	}
	switch {
	case !has(analysis.SharedWeakness):
		return l.text("blind spots")
	case !has(analysis.BlindSpot):
		return l.text("shared weaknesses")
	}
	return l.text("blind spots and shared weaknesses")
}

// shortfallCell writes how far an item falls short of its importance.
func (t *importanceTopic) shortfallCell(item analysis.Item, notes *footnotes) cell {
	return notes.intervalCell(t.of("shortfall", item.ID, "shortfall"), func(x analysis.Number) string { return t.signed(x, t.digits) })
}

// placeInPlan names the step that an item is in, or what is to be done about it instead.
func (t *importanceTopic) placeInPlan(i int) string {
	place := slices.Index(t.inOrderOfSteps(), i)
	for n, s := range t.steps() {
		if first := s.from - 1; place >= first && place < first+len(s.items) {
			return t.text("step %d", n+1)
		}
	}
	if place >= 0 {
		return t.text("after the steps")
	}
	if slices.Contains(t.rated, i) {
		switch of := t.standingOf(i); {
		case t.hiddenDriver(i) && t.belowTarget(t.result.Items[i]):
			return t.text("to be looked into")
		case t.hiddenDriver(i), of == keptUp:
			return t.text("to be kept up")
		case of == overdone:
			return t.text("perhaps overdone")
		case of == watched, of == unsure:
			return t.text("to be watched")
		case of == unlike, of == unknown:
			return t.text("not to be placed")
		}
	}
	return t.text("in no step")
}

// whyThere says why an item has its place in the plan.
func (t *importanceTopic) whyThere(i int) string {
	if !slices.Contains(t.inOrderOfSteps(), i) {
		return finding{parts: t.whyNoStep(i)}.text()
	}
	if share := t.shakyPlace(i); share != nil {
		return t.text("%s; its place on the map is uncertain (%s of the resamples)", t.whyStep(i), finding{parts: share}.text())
	}
	return t.whyStep(i)
}

// whyStep says why an item is a step.
func (t *importanceTopic) whyStep(i int) string {
	switch of := t.standingOf(i); {
	case of == shortBasic:
		return t.text("a basic that falls short of its importance")
	case of == likelyShort:
		return t.text("it is likely to fall short of its importance")
	case t.place(t.result.Items[i].ID) == analysis.Concentrate:
		return t.text("of importance %s, and short of it", t.aboveCross())
	case t.place(t.result.Items[i].ID) == analysis.KeepUp && t.shownBelowTarget(i):
		return t.text("it falls short, and is rated %s, but below the target", t.aboveCross())
	case t.place(t.result.Items[i].ID) == analysis.KeepUp:
		return t.text("it falls short, and is rated %s, but not shown to reach the target", t.aboveCross())
	}
	return t.text("it falls short of its importance")
}

// leftOutOfPlan says of an item that calls for action why it is no step; nothing of one that is, and where there is no plan, as in the
// version for one audience.
func (l *lookup) leftOutOfPlan(c classified, last analysis.Audience) (said []phrase) {
	if l.handedOn {
		return nil
	}
	quadrant := l.figure(key{"quadrant", study.Performance, "own", last.ID, "", c.item.ID, "quadrant", c.topic.wave})
	if quadrant != nil && (quadrant.Verdict == analysis.LowPriority || quadrant.Verdict == analysis.Overkill) {
		place := l.lessImportant(c, last, quadrant)
		if share := l.unsureShare(quadrant); share != nil {
			place = l.phrase("%s, in %s of resamples", place, share)
		}
		said = append(said, place)
		if hidden := l.hiddenRemark(c, last); hidden != nil {
			said = append(said, hidden)
		}
		return said
	}
	class, t := l.gap(c.topic, c.gap.Audience, c.gap.Versus, c.item.ID, "class"), l.plan(c.topic.wave)
	i := slices.IndexFunc(l.result.Items, func(item analysis.Item) bool { return item.ID == c.item.ID })
	if t == nil || !slices.Contains(callsForAction(), class.Verdict) || slices.Contains(t.inOrderOfSteps(), i) {
		return nil
	}
	return []phrase{l.phrase("not among what to do first: %s", t.whyNoStep(i))}
}

// withRemarks adds remarks to what is said of an item, in one bracket: that in which it ends, if it does.
func withRemarks(said phrase, remarks []phrase) phrase {
	if len(remarks) == 0 {
		return said
	}
	before, behind := " (", slices.Clone(said)
	if n := len(said); n > 0 && strings.HasSuffix(said[n-1].text, ")") {
		behind[n-1].text = strings.TrimSuffix(said[n-1].text, ")")
		before = "; "
	}
	return slices.Concat(behind, plain(before), inARow(remarks, "; "), plain(")"))
}

// unsureShare is the share of the resamples in which an item has the place on the map that it is said to have, where that is below the level
// of the intervals; nil of a place that is as sure, and of one of which nothing is known.
func (l *lookup) unsureShare(quadrant *analysis.Figure) phrase {
	stable := l.figure(key{"quadrant", study.Performance, "own", quadrant.Audience, "", quadrant.Item, "quadrant_stability", quadrant.Wave})
	if stable == nil || !stable.Value.Defined() || float64(stable.Value) >= l.result.Choices.Confidence {
		return nil
	}
	return cited(l.percent(stable.Value, 0), stable)
}

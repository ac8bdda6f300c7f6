package report

import "slices"

// prioritySection orders what to do first.
func (t *importanceTopic) prioritySection() section {
	s := section{title: t.title(t.text("What to do first"))}
	if len(t.drivers) > 0 && len(t.rated) > 0 && t.refusal() != "" {
		s.lines = []string{t.text("no priorities: there is no derived importance")}
		return s
	}
	s.grid.columns = []column{{t.text("item"), words}, {t.text("priority"), numbers}, {t.text("shortfall"), numbers}, {t.text("derived"), numbers}, {t.text("confidence"), numbers}, {t.text("kind"), words}}
	planned, last := t.plans(), len(s.grid.columns)-1
	if planned {
		s.grid.columns[last].header = t.text("in the plan")
	}
	basics := false
	for _, i := range t.inOrderOfPlan() {
		item := t.result.Items[i]
		position, value := t.of("priority", item.ID, "priority_rank"), t.of("priority", item.ID, "priority")
		basics = basics || position.Verdict != ""
		cells := []cell{
			{visible(item.Label)},
			{t.number(value.Value, 1)},
			{t.signed(t.of("shortfall", item.ID, "shortfall").Value, t.digits)},
			{t.share(t.of("derived", item.ID, "derived_share"))},
			{t.share(t.of("priority", item.ID, "confidence"))},
			{t.word(position.Verdict)},
		}
		if planned {
			cells[last] = cell{t.placeWithKind(i, position.Verdict)}
		}
		s.grid.rows = append(s.grid.rows, row{cells: cells})
	}
	s.lines = []string{t.text("priority: shortfall in percent of the scale (the column has the scale's points) × derived importance × confidence, the share of resamples in which there is a shortfall; it does not say how sure the order is")}
	if planned {
		s.lines = append(s.lines, t.orderSaid()...)
	}
	if basics {
		s.lines = append(s.lines, t.text("basic: low ratings go with a lower outcome more than high ones with a higher; below its target, so it comes first"))
	}
	s.lines = append(s.lines, t.withoutPriority()...)
	return s
}

// plans reports whether the order is that of a plan: not where it is not established that the drivers explain anything, or where no item is a step.
func (t *importanceTopic) plans() bool { return !t.unexplained() && len(t.inOrderOfSteps()) > 0 }

// placeWithKind says where in the plan an item is, and that it is a basic where it is one.
func (t *importanceTopic) placeWithKind(i int, kind string) string {
	if kind == "" {
		return t.placeInPlan(i)
	}
	return t.text("%s (%s)", t.placeInPlan(i), t.word(kind))
}

// inOrderOfPlan returns the items that have a priority: those of steps in the order of the steps, then the others by priority.
func (t *importanceTopic) inOrderOfPlan() []int {
	if !t.plans() {
		return t.inOrderOfPriority()
	}
	order := t.inOrderOfSteps()
	for _, i := range t.inOrderOfPriority() {
		if !slices.Contains(order, i) {
			order = append(order, i)
		}
	}
	return order
}

// orderSaid says what the order of the table is; a report says how steps are made before them.
func (t *importanceTopic) orderSaid() []string {
	order := t.text("order: that of the plan, then the other items by priority")
	if t.client {
		return []string{order}
	}
	return []string{order, t.text("the plan: %s", t.planRule())}
}

package report

// prioritySection orders what to do first.
func (t *importanceTopic) prioritySection() section {
	s := section{title: t.title(t.text("What to do first"))}
	if len(t.drivers) > 0 && len(t.rated) > 0 && t.refusal() != "" {
		s.lines = []string{t.text("no priorities: there is no derived importance")}
		return s
	}
	s.grid.columns = []column{{t.text("item"), words}, {t.text("priority"), numbers}, {t.text("shortfall"), numbers}, {t.text("derived"), numbers}, {t.text("confidence"), numbers}, {t.text("kind"), words}}
	basics := false
	for _, i := range t.inOrderOfPriority() {
		item := t.result.Items[i]
		position, value := t.of("priority", item.ID, "priority_rank"), t.of("priority", item.ID, "priority")
		basics = basics || position.Verdict != ""
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)},
			{t.number(value.Value, 1)},
			{t.signed(t.of("shortfall", item.ID, "shortfall").Value, t.digits)},
			{t.share(t.of("derived", item.ID, "derived_share"))},
			{t.share(t.of("priority", item.ID, "confidence"))},
			{t.word(position.Verdict)},
		}})
	}
	s.lines = []string{t.text("priority: shortfall in percent of the scale (the column has the scale's points) × derived importance × confidence, the share of resamples in which there is a shortfall; it does not say how sure the order is")}
	if basics {
		s.lines = append(s.lines, t.text("basic: low ratings go with a lower outcome more than high ones with a higher; below its target, so it comes first"))
	}
	s.lines = append(s.lines, t.withoutPriority()...)
	return s
}

package report

import (
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// derivedSection is what goes with the outcome, beside what is said to matter.
func (t *importanceTopic) derivedSection() section {
	notes := &footnotes{language: t.language, result: t.result}
	stated := t.of("stated_derived", "", "spearman") != nil
	s := section{title: t.title(t.text("Derived importance"))}
	if stated {
		s.title = t.title(t.text("Derived and stated importance"))
	}
	s.grid.columns = []column{{t.text("item"), words}, {t.text("r"), numbers}, {t.text("β"), numbers}, {t.text("share of R², %%"), gaps}, {t.text("rank"), gaps}}
	if stated {
		s.grid.columns = append(s.grid.columns, column{t.text("stated rank"), numbers}, column{t.text("class"), words})
	}
	if reason := t.refusal(); reason != "" {
		return section{title: s.title, lines: []string{t.text("no derived importance: %s", reason)}}
	}
	order := append([]int(nil), t.drivers...)
	sort.SliceStable(order, func(a, b int) bool {
		x, y := t.of("derived", t.result.Items[order[a]].ID, "derived_share").Value, t.of("derived", t.result.Items[order[b]].ID, "derived_share").Value
		return y.Defined() && x > y || x.Defined() && !y.Defined()
	})
	var inflated []string
	for _, i := range order {
		item := t.result.Items[i]
		of := func(statistic string) *analysis.Figure { return t.of("derived", item.ID, statistic) }
		if of("vif").Note.Has(analysis.NoteInflated) {
			inflated = append(inflated, visible(item.Label))
		}
		portion := func(x analysis.Number) string { return t.number(100*x, 0) }
		cells := []cell{
			{visible(item.Label)},
			notes.cell(of("r"), 1, func() cell { return cell{t.number(of("r").Value, 2)} }),
			notes.cell(of("beta"), 1, func() cell { return cell{t.number(of("beta").Value, 2)} }),
			notes.intervalCell(of("derived_share"), portion),
			notes.cell(of("derived_rank"), 3, func() cell {
				f := of("derived_rank")
				return cell{t.rounded(f.Value), t.between(f.Low, f.High, t.rounded), ""}
			}),
		}
		if stated {
			rank, class := t.of("stated_derived", item.ID, "stated_rank"), t.of("stated_derived", item.ID, "class")
			verdict := notAsked
			if class != nil {
				verdict = orDash(t.word(class.Verdict))
			}
			cells = append(cells, notes.cell(rank, 1, func() cell { return cell{t.rounded(rank.Value)} }), cell{verdict})
		}
		s.grid.rows = append(s.grid.rows, row{cells: cells})
	}
	s.lines = t.derivedLines(inflated)
	s.lines = append(s.lines, notes.lines()...)
	s.notes = notes.noted
	return s
}

// derivedLines say how much is explained, of whom, and how the shares were computed.
func (t *importanceTopic) derivedLines(inflated []string) []string {
	lines := []string{t.outcomeLine("share: of the explained differences in %s that go with the item")}
	left := t.of("derived", "", "left_out")
	if left != nil && left.Value > 0 {
		line := t.text("%s of the respondents are left out: they did not answer all drivers and the outcome", t.percent(left.Value, 0))
		if without := (finding{parts: t.withoutCostly()}).text(); without != "" {
			line += "; " + without
		}
		lines = append(lines, line)
	}
	method := t.text("LMG (Shapley) over all orders of entry")
	if len(t.drivers) > 20 {
		method = t.text("Johnson's relative weights (more than 20 drivers)")
	}
	c := t.result.Choices
	if n := len(t.drivers); c.Resampled && n > analysis.ExactInResamples && n <= 20 {
		method += t.text("; in resamples over a balanced choice of orders, corrected to all")
	}
	if c.Resampled {
		method += t.text("; [ ] %s percentile interval of %s resamples of respondents, seed %d", t.confidence(c), t.whole(c.Resamples), c.Seed)
	}
	lines = append(lines, method)
	if t.grouped() {
		lines = append(lines, t.text("each item is a driver of its own, in a dimension or construct too: what several items ask about has a larger share in all, and each of them a smaller one"))
	}
	if len(inflated) > 0 {
		lines = append(lines, t.text("variance inflation above 5, importance is split between near-twins: %s", strings.Join(inflated, ", ")))
	}
	if f := t.of("stated_derived", "", "spearman"); f != nil && f.Value.Defined() {
		write := func(x analysis.Number) string { return t.number(x, 2) }
		lines = append(lines, t.text("core driver: high in both; table stakes: said to matter, little of the outcome goes with it; hidden driver: the reverse; low priority: low in both; uncertain: the intervals do not tell"))
		if left != nil && left.Value > 0 {
			lines = append(lines, t.text("stated rank: of all who rated importance; derived: of those %s who answered all drivers and the outcome", t.rounded(f.N)))
		}
		lines = append(lines, t.text("rank correlation of stated and derived importance: %s %s", write(f.Value), t.between(f.Low, f.High, write, 0)))
	}
	return lines
}

// grouped reports whether several drivers belong to one dimension or construct.
func (t *importanceTopic) grouped() bool {
	return slices.ContainsFunc(t.result.Constructs, func(c analysis.Construct) bool {
		n := 0
		for _, i := range t.drivers {
			if slices.Contains(c.Items, t.result.Items[i].ID) {
				n++
			}
		}
		return n > 1
	})
}

// segmentSections say what goes with the outcome within the values of each segment.
func (t *importanceTopic) segmentSections() []section {
	var sections []section
	if len(t.drivers) == 0 {
		return nil
	}
	for _, name := range t.result.Segments {
		notes := &footnotes{language: t.language, result: t.result}
		s := section{title: t.title(t.text("Derived importance by %s", t.segmentName(name)))}
		s.grid.columns = []column{{t.text("item"), words}}
		values, few := t.segmentValuesOf(&topic{wave: t.wave}, name), []string(nil)
		within := func(item, statistic, value string) *analysis.Figure {
			return t.segments[segmentKey{key{"derived", study.Performance, "own", t.audience.ID, "", item, statistic, t.wave}, name + "=" + value}]
		}
		bases := []cell{{t.text("n")}}
		values = slices.DeleteFunc(values, func(value string) bool {
			for _, i := range t.drivers {
				f := within(t.result.Items[i].ID, "derived_share", value)
				if f == nil || f.Value.Defined() || !f.Note.Has(analysis.NoteTooFewForDrivers) && !f.Note.Has(analysis.NoteSuppressed) {
					return false
				}
			}
			few = append(few, visible(value))
			return true
		})
		for _, value := range values {
			s.grid.columns = append(s.grid.columns, column{visible(value), numbers})
			base := within("", "r_squared", value)
			bases = append(bases, notes.cell(base, 2, func() cell {
				return cell{t.rounded(base.N), notes.of(within(t.result.Items[t.drivers[0]].ID, "derived_share", value))}
			}))
		}
		shown := false
		for _, i := range t.drivers {
			r := row{cells: []cell{{visible(t.result.Items[i].Label)}}}
			for _, value := range values {
				f := within(t.result.Items[i].ID, "derived_share", value)
				shown = shown || f != nil
				r.cells = append(r.cells, notes.cell(f, 1, func() cell { return cell{t.percent(f.Value, 0)} }))
			}
			s.grid.rows = append(s.grid.rows, r)
		}
		if !shown {
			if len(few) > 0 {
				sections = append(sections, section{title: s.title, lines: []string{t.text("too few respondents who answered everything, at least eleven more than there are items would be needed: %s", strings.Join(few, ", "))}})
			}
			continue
		}
		s.grid.rows = append(s.grid.rows, row{cells: bases})
		s.lines = append([]string{t.text("share of the explained differences in the outcome within each group; without intervals")}, notes.lines()...)
		if len(few) > 0 {
			s.lines = append(s.lines, t.text("too few respondents who answered everything, at least eleven more than there are items would be needed: %s", strings.Join(few, ", ")))
		}
		s.notes = notes.noted
		sections = append(sections, s)
	}
	return sections
}

// asymmetrySection says of which items low ratings go with a lower outcome, and of which high ratings with a higher one.
func (t *importanceTopic) asymmetrySection() section {
	notes := &footnotes{language: t.language, result: t.result}
	s := section{title: t.title(t.text("Penalty and reward"))}
	s.grid.columns = []column{
		{t.text("item"), words}, {t.text("penalty"), gaps}, {t.text("reward"), gaps}, {t.text("asymmetry"), gaps}, {t.text("kind"), words},
	}
	coefficient := func(x analysis.Number) string { return t.signed(x, 1) }
	asymmetry := func(x analysis.Number) string { return t.signed(x, 2) }
	shown := false
	for _, i := range t.drivers {
		item := t.result.Items[i]
		of := func(statistic string) *analysis.Figure { return t.of("asymmetry", item.ID, statistic) }
		ia := of("impact_asymmetry")
		if ia == nil || ia.Note.Has(analysis.NoteTooFewForDrivers) {
			continue
		}
		zone := func(statistic string) cell {
			f := of(statistic)
			shown = shown || f.Value.Defined()
			return notes.intervalCell(f, coefficient)
		}
		s.grid.rows = append(s.grid.rows, row{cells: []cell{
			{visible(item.Label)},
			zone("penalty"), zone("reward"), notes.intervalCell(ia, asymmetry, -analysis.AsymmetryCut, analysis.AsymmetryCut),
			{orDash(t.word(ia.Verdict))},
		}})
	}
	if !shown {
		reason := t.noAsymmetry()
		if reason == "" {
			return section{} // nothing of it is told
		}
		return section{title: s.title, lines: []string{t.text("no penalty and reward: %s", reason)}}
	}
	c := t.result.Choices
	s.lines = append([]string{t.text("regression of the outcome on low (%s) and high (%s) ratings of all items at once; penalty: how much lower the outcome is where the item is rated low, "+
		"reward: how much higher where it is rated high; asymmetry −1: penalty only, +1: reward only; basic below −0.2, excitement above 0.2, where the whole interval is", t.zoneName(c.LowZone, "bottom %s"), t.zoneName(c.HighZone, "top %s"))}, notes.lines()...)
	s.notes = notes.noted
	return s
}

// noAsymmetry says why there is no penalty and no reward of any item; empty if there is one, or if it may not be shown.
func (t *importanceTopic) noAsymmetry() string {
	notes := &footnotes{language: t.language, result: t.result}
	if len(t.drivers) > 0 && t.of("derived", t.result.Items[t.drivers[0]].ID, "derived_share").Note.Has(analysis.NoteSuppressed) {
		return t.text("there is no derived importance either")
	}
	for _, i := range t.drivers {
		for _, statistic := range []string{"penalty", "reward"} {
			f := t.of("asymmetry", t.result.Items[i].ID, statistic)
			if f == nil || f.Note.Has(analysis.NoteSuppressed) || f.Value.Defined() {
				return ""
			}
			if f.Note.Has(analysis.NoteWrongSign) {
				continue // no reason to refuse it
			}
			notes.of(f)
		}
	}
	return strings.Join(notes.noted, "; ")
}

// zoneName writes a zone: bottom 2, or the limit as the study has it.
func (w *language) zoneName(zone, end string) string {
	if len(zone) > 1 && (zone[0] == '.' || zone[len(zone)-1] == '.') {
		return zone
	}
	return w.text(end, zone)
}

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
	s.lines = []string{t.text("priority: shortfall (POMP) × derived importance × confidence, the share of resamples in which there is a shortfall")}
	s.lines = append(s.lines, t.withoutPriority()...)
	if basics {
		s.lines = append(s.lines, t.text("basic: low ratings go with a lower outcome more than high ones with a higher; below its target, so it comes first"))
	}
	return s
}

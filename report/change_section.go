package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// changeSections are the tables of what changed from wave to wave, for each kind of rating: the gap between the first and the last audience
// with its verdict, and the means of each audience; behind it the gaps of all other pairs.
func (l *lookup) changeSections() []section {
	var sections []section
	for _, t := range l.topics() {
		if t.perspective != "own" || !l.newest(t) {
			continue
		}
		c := &changeTable{lookup: l, topic: t}
		for k := len(l.result.Waves) - 1; k > 0; k-- {
			if of := l.comparedIn(t, l.result.Waves[k-1], l.result.Waves[k]); len(of.audiences) > 0 {
				c.steps = append(c.steps, of)
			}
		}
		if len(c.steps) == 0 {
			continue
		}
		c.pairs, c.audiences = c.outermostPairs(), c.comparedAudiences()
		sections = append(sections, c.section())
		if others := c.otherPairs(); len(others) > 0 {
			sections = append(sections, (&changeTable{lookup: l, topic: t, steps: c.steps, pairs: others}).section())
		}
	}
	return sections
}

// changeTable is a table of changes in the making: a row for every item and step from a wave to the next, the newest step first.
type changeTable struct {
	*lookup
	topic     *topic
	steps     []compared
	pairs     [][2]string         // whose gaps have columns
	audiences []analysis.Audience // whose means have columns; none: a table of further gaps
}

func (c *changeTable) section() section {
	s := section{title: c.heading()}
	if len(c.steps) > 1 {
		s.grid.grouped = c.text("waves")
	}
	s.grid.columns = c.columns()
	rows := figureRows{notes: &footnotes{language: c.language, result: c.result}}
	for _, step := range c.steps {
		group := ""
		if len(c.steps) > 1 {
			group = c.step(step)
		}
		for _, i := range step.items {
			rows.add(func(notes *footnotes) row { return row{group: group, cells: c.cells(step, i, notes)} })
		}
	}
	s.lines = append(s.lines, c.bracketed(c.text("later wave less earlier"), rows.rows))
	if len(c.pairs) > 0 && len(c.audiences) > 0 { // else it stands below the table before
		s.lines = append(s.lines, c.text("narrowed, widened: the interval of the change excludes 0, and the gap keeps its sign or is shown to be smaller, or larger, in size; reversed: both gaps are established, with opposite signs; changed: the interval excludes 0, and nothing more is shown; unchanged: similar, inside the margin; else no clear change"))
	}
	s.lines = append(s.lines, c.overAll()...)
	if len(c.audiences) > 0 {
		s.lines = append(s.lines, c.basis()...)
	}
	rows.into(&s)
	return s
}

// heading names the table.
func (c *changeTable) heading() string {
	first := c.steps[0]
	from, to := visible(first.before), visible(first.after)
	switch several := len(c.steps) > 1; {
	case several && len(c.audiences) == 0:
		return c.text("Changes of the other gaps in %s from wave to wave, %s", c.kind(c.topic), c.scaleName(c.topic))
	case several:
		return c.text("Changes of %s from wave to wave, %s", c.kind(c.topic), c.scaleName(c.topic))
	case len(c.audiences) == 0:
		return c.text("Change of the other gaps in %s from %s to %s, %s", c.kind(c.topic), from, to, c.scaleName(c.topic))
	}
	return c.text("Change of %s from %s to %s, %s", c.kind(c.topic), from, to, c.scaleName(c.topic))
}

// basis says of every step what cannot be compared in it, and whose answers are matched.
func (c *changeTable) basis() (lines []string) {
	for _, step := range c.steps {
		for _, line := range append(step.once(c.language), c.matched(c.topic, step)...) {
			if len(c.steps) > 1 {
				line = c.step(step) + ": " + line
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// step names the waves of a step.
func (c *changeTable) step(of compared) string {
	return c.text("%s to %s", visible(of.before), visible(of.after))
}

// outermostPairs are the outermost audiences of every step, each pair once: most often those of the study.
func (c *changeTable) outermostPairs() [][2]string {
	var pairs [][2]string
	for _, step := range c.steps {
		if n := len(step.audiences); n > 1 {
			if pair := [2]string{step.audiences[0].ID, step.audiences[n-1].ID}; !slices.Contains(pairs, pair) {
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs
}

// otherPairs are the pairs whose gaps are compared in any step and have no column.
func (c *changeTable) otherPairs() [][2]string {
	var pairs [][2]string
	for k, a := range c.audiences {
		for _, b := range c.audiences[k+1:] {
			pair := [2]string{a.ID, b.ID}
			compared := slices.ContainsFunc(c.steps, func(step compared) bool {
				return slices.ContainsFunc(step.items, func(i int) bool { return c.gapChange(step, i, pair) != nil })
			})
			if compared && !slices.Contains(c.pairs, pair) {
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs
}

// comparedAudiences are those that any step compares, in the order of the study.
func (c *changeTable) comparedAudiences() []analysis.Audience {
	return slices.DeleteFunc(slices.Clone(c.result.Audiences), func(a analysis.Audience) bool {
		return !slices.ContainsFunc(c.steps, func(step compared) bool { return step.has(a.ID) })
	})
}

func (c *changeTable) columns() []column {
	columns := []column{{c.text("item"), words}}
	for _, pair := range c.pairs {
		columns = append(columns, column{c.text("change of gap %s", c.pairName(pair[0], pair[1])), gaps}, column{c.text("verdict"), words})
	}
	names := c.shortNames()
	for _, a := range c.audiences {
		at := slices.IndexFunc(c.result.Audiences, func(b analysis.Audience) bool { return a.ID == b.ID })
		columns = append(columns, column{names[at], gaps})
	}
	return columns
}

// gapChange returns how the gap of a pair on an item changed in a step; nil if it was not compared.
func (c *changeTable) gapChange(step compared, item int, pair [2]string) *analysis.Figure {
	if !step.has(pair[0]) || !step.has(pair[1]) {
		return nil
	}
	return c.figure(key{"change", c.topic.kind, c.topic.perspective, pair[0], pair[1], c.result.Items[item].ID, "gap_change", step.waves()})
}

// meanChange returns how the mean of an audience on an item changed in a step; nil if it was not compared.
func (c *changeTable) meanChange(step compared, item int, a analysis.Audience) *analysis.Figure {
	if !step.has(a.ID) {
		return nil
	}
	return c.figure(key{"change", c.topic.kind, c.topic.perspective, a.ID, "", c.result.Items[item].ID, "mean_change", step.waves()})
}

func (c *changeTable) cells(step compared, item int, notes *footnotes) []cell {
	cells := []cell{{visible(c.result.Items[item].Label)}}
	for _, pair := range c.pairs {
		f, verdict := c.gapChange(step, item, pair), notAsked
		if f != nil && f.Verdict != "" {
			verdict = c.word(f.Verdict)
			if f.Verdict == analysis.Changed {
				verdict += noBreak + notes.ref(c.text("the interval excludes 0, but the gap changes its sign: whether it is narrower or wider is not shown, and not both gaps are established"))
			}
		}
		cells = append(cells, c.changeCell(f, decimals(c.topic), notes), cell{verdict})
	}
	for _, a := range c.audiences {
		cells = append(cells, c.changeCell(c.meanChange(step, item, a), decimals(c.topic), notes))
	}
	return cells
}

// changeCell writes a change, which is undefined where a question was asked in other words.
func (l *lookup) changeCell(f *analysis.Figure, digits int, notes *footnotes) cell {
	if f != nil && f.Note.Has(study.Reworded) && !f.Note.Has(analysis.NoteSuppressed) {
		return cell{l.undefined() + notes.ref(l.text("asked in other words: not compared; the same wording would be needed"))}
	}
	if f != nil && f.Note.Has(analysis.NoteRescaled) {
		return cell{l.undefined() + notes.ref(l.text("seems to be on another scale in one wave: not compared; the same scale would be needed"))}
	}
	written := notes.differenceCell(f, digits)
	if len(written) > 2 {
		written[2] = "" // its verdict stands in a column of its own
		if l.standsOverAll(f) {
			written[2] = verdictMark(analysis.Disparity)
		}
	}
	return written
}

// overAll says what the intervals are of, and how many changes of the table are established over all comparisons, those of the other tables
// among them.
func (c *changeTable) overAll() []string {
	var counts []string
	for _, of := range c.changesOverAll(c.changes()) {
		counts = append(counts, c.ofChanges(of, c.whole(of.established), c.whole(of.all)))
	}
	if len(counts) == 0 {
		return nil
	}
	return []string{c.text("each interval is of one change alone; ● established over all comparisons of a wave with the one before (%s), in this table: %s", c.adjustment(c.result.Choices.Adjust), strings.Join(counts, ", "))}
}

// changes are the figures of the table.
func (c *changeTable) changes() (all []*analysis.Figure) {
	add := func(f *analysis.Figure) {
		if f != nil {
			all = append(all, f)
		}
	}
	for _, step := range c.steps {
		for _, i := range step.items {
			for _, pair := range c.pairs {
				add(c.gapChange(step, i, pair))
			}
			for _, a := range c.audiences {
				add(c.meanChange(step, i, a))
			}
		}
	}
	return all
}

// matched says how many respondents of each audience are known to have answered in both waves of a step.
func (l *lookup) matched(t *topic, step compared) []string {
	var known []string
	for _, a := range step.audiences {
		var bases spread
		for _, i := range t.items {
			f := l.figure(key{"change", t.kind, t.perspective, a.ID, "", l.result.Items[i].ID, "matched", step.waves()})
			if f != nil && f.Value > 0 {
				bases.add(f.Value)
			}
		}
		if bases.any {
			known = append(known, l.text("%s of %s", bases.text(l.language), visible(a.Label)))
		}
	}
	if len(known) == 0 {
		return nil
	}
	return []string{l.text("%s answered in both waves, matched by id: their change is paired", l.listed(known))}
}

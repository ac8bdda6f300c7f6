package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// changeSections are the tables of what changed from wave to wave, one for each kind of rating: the gap between the first and the
// last audience with its verdict, and the means of each audience.
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
		if len(c.steps) > 0 {
			sections = append(sections, c.section())
		}
	}
	return sections
}

// changeTable is a table of changes in the making: a row for every item and step from a wave to the next, the newest step first.
type changeTable struct {
	*lookup
	topic *topic
	steps []compared
}

func (c *changeTable) section() section {
	first := c.steps[0]
	s := section{title: c.text("Change of %s from %s to %s, %s", c.kind(c.topic), visible(first.before), visible(first.after), c.scaleName(c.topic))}
	if len(c.steps) > 1 {
		s.title = c.text("Changes of %s from wave to wave, %s", c.kind(c.topic), c.scaleName(c.topic))
		s.grid.grouped = c.text("waves")
	}
	pairs := c.pairs()
	s.grid.columns = c.columns(pairs)
	rows := figureRows{notes: &footnotes{language: c.language, result: c.result}}
	for _, step := range c.steps {
		group := ""
		if len(c.steps) > 1 {
			group = c.step(step)
		}
		for _, i := range step.items {
			rows.add(func(notes *footnotes) row { return row{group: group, cells: c.cells(step, i, pairs, notes)} })
		}
	}
	s.lines = append(s.lines, c.bracketed(c.text("later wave less earlier"), rows.rows))
	if len(pairs) > 0 {
		s.lines = append(s.lines, c.text("narrowed, widened: the interval of the change excludes 0, and the gap keeps its sign; reversed: both gaps are established, with opposite signs; unchanged: similar, inside the margin; else no clear change"))
	}
	s.lines = append(s.lines, c.overAll()...)
	for _, step := range c.steps {
		for _, line := range append(step.once(c.language), c.matched(c.topic, step)...) {
			if len(c.steps) > 1 {
				line = c.step(step) + ": " + line
			}
			s.lines = append(s.lines, line)
		}
	}
	rows.into(&s)
	return s
}

// step names the waves of a step.
func (c *changeTable) step(of compared) string {
	return c.text("%s to %s", visible(of.before), visible(of.after))
}

// pairs are the outermost audiences of every step, each pair once: most often those of the study.
func (c *changeTable) pairs() [][2]string {
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

// audiences are those that any step compares, in the order of the study.
func (c *changeTable) audiences() []analysis.Audience {
	return slices.DeleteFunc(slices.Clone(c.result.Audiences), func(a analysis.Audience) bool {
		return !slices.ContainsFunc(c.steps, func(step compared) bool { return step.has(a.ID) })
	})
}

func (c *changeTable) columns(pairs [][2]string) []column {
	columns := []column{{c.text("item"), words}}
	for _, pair := range pairs {
		columns = append(columns, column{c.text("change of gap %s", c.pairName(pair[0], pair[1])), gaps}, column{c.text("verdict"), words})
	}
	names := shortNames(c.result.Audiences)
	for _, a := range c.audiences() {
		at := slices.IndexFunc(c.result.Audiences, func(b analysis.Audience) bool { return a.ID == b.ID })
		columns = append(columns, column{names[at], gaps})
	}
	return columns
}

func (c *changeTable) cells(step compared, item int, pairs [][2]string, notes *footnotes) []cell {
	about := c.result.Items[item]
	of := func(a, b, statistic string) *analysis.Figure {
		return c.figure(key{"change", c.topic.kind, c.topic.perspective, a, b, about.ID, statistic, step.waves()})
	}
	cells := []cell{{visible(about.Label)}}
	for _, pair := range pairs {
		f := of(pair[0], pair[1], "gap_change")
		if !step.has(pair[0]) || !step.has(pair[1]) {
			f = nil
		}
		verdict := notAsked
		if f != nil && f.Verdict != "" {
			verdict = c.word(f.Verdict)
			if f.Verdict == analysis.NoClearChange && (f.Low > 0 || f.High < 0) {
				verdict += noBreak + notes.ref(c.text("the interval excludes 0, but the gap changes its sign and is not established in both waves: neither narrower nor wider"))
			}
		}
		cells = append(cells, c.cell(f, notes), cell{verdict})
	}
	for _, a := range c.audiences() {
		f := of(a.ID, "", "mean_change")
		if !step.has(a.ID) {
			f = nil
		}
		cells = append(cells, c.cell(f, notes))
	}
	return cells
}

// cell writes a change, which is undefined where a question was asked in other words.
func (c *changeTable) cell(f *analysis.Figure, notes *footnotes) cell {
	if f != nil && f.Note.Has(study.Reworded) && !f.Note.Has(analysis.NoteSuppressed) {
		return cell{c.undefined() + notes.ref(c.text("asked in other words: not compared; the same wording would be needed"))}
	}
	if f != nil && f.Note.Has(analysis.NoteRescaled) && !f.Note.Has(analysis.NoteSuppressed) {
		return cell{c.undefined() + notes.ref(c.text("seems to be on another scale in one wave: not compared; the same scale would be needed"))}
	}
	written := notes.differenceCell(f, decimals(c.topic))
	if len(written) > 2 {
		written[2] = "" // its verdict stands in a column of its own
		if c.standsOverAll(f) {
			written[2] = verdictMark(analysis.Disparity)
		}
	}
	return written
}

// overAll says what the intervals are of, and how many changes of the table's steps are established over all comparisons.
func (c *changeTable) overAll() []string {
	var waves []string
	for _, step := range c.steps {
		waves = append(waves, step.waves())
	}
	var counts []string
	for _, of := range c.changesOverAll(c.topic, waves...) {
		counts = append(counts, c.text("%s of %s", c.whole(of.established), c.whole(of.all))+" "+of.what)
	}
	if len(counts) == 0 {
		return nil
	}
	return []string{c.text("each interval is of one change alone; ● established over all comparisons of a wave with the one before (%s): %s", c.adjustment(c.result.Choices.Adjust), strings.Join(counts, ", "))}
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

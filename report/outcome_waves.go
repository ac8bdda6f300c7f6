package report

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// outcomeWaves are tables of the outcome over the waves: what it was in each, beside the change since the wave before.
func (l *lookup) outcomeWaves() []section {
	var sections []section
	for _, t := range l.topics() {
		if t.kind == study.OutcomeKind && t.perspective == "own" && l.newest(t) {
			if audiences, once := l.followed(t); len(audiences) > 0 {
				sections = append(sections, (&outcomeTable{lookup: l, topic: t, audiences: audiences, once: once}).section())
			}
		}
	}
	return sections
}

// outcomeTable is such a table in the making: a row for every audience and wave.
type outcomeTable struct {
	*lookup
	topic     *topic
	audiences []analysis.Audience
	once      []string // names of audiences with answers in one wave only
}

// outcomeColumn is what a row says of a wave, and of the change since the wave before; changed is empty where no change of it is computed.
type outcomeColumn struct {
	statistic, changed string
	header, change     string
	digits             int
	write              func(analysis.Number) string
}

func (o *outcomeTable) statistics() []outcomeColumn {
	of := []outcomeColumn{
		{"nps", "nps_change", o.text("net promoter score"), o.text("its change"), 1, func(x analysis.Number) string { return o.signed(x, 1) }},
		{"csat", "", o.text("satisfied"), "", 0, func(x analysis.Number) string { return o.percent(x, 0) }},
		{"mean", "mean_change", o.text("mean"), o.text("change of the mean"), decimals(o.topic), func(x analysis.Number) string { return o.number(x, decimals(o.topic)) }},
	}
	return slices.DeleteFunc(of, func(c outcomeColumn) bool { return !o.any(c.statistic) })
}

// any reports whether any wave has a statistic.
func (o *outcomeTable) any(statistic string) bool {
	return slices.ContainsFunc(o.topic.items, func(i int) bool {
		return slices.ContainsFunc(o.audiences, func(a analysis.Audience) bool {
			return slices.ContainsFunc(o.result.Waves, func(wave string) bool { return o.in(wave, a, i, statistic) != nil })
		})
	})
}

// in returns a figure of a wave.
func (o *outcomeTable) in(wave string, a analysis.Audience, item int, statistic string) *analysis.Figure {
	return o.figure(key{"profile", o.topic.kind, o.topic.perspective, a.ID, "", o.result.Items[item].ID, statistic, wave})
}

func (o *outcomeTable) section() section {
	notes, columns := &footnotes{language: o.language, result: o.result}, o.statistics()
	s := section{title: o.text("Over the waves: %s, %s", o.kind(o.topic), o.scaleName(o.topic))}
	s.grid.grouped = o.text("audience")
	s.grid.columns = []column{{o.text("wave"), words}}
	for _, c := range columns {
		s.grid.columns = append(s.grid.columns, column{c.header, gaps})
		if c.changed != "" {
			s.grid.columns = append(s.grid.columns, column{c.change, gaps})
		}
	}
	s.grid.columns = append(s.grid.columns, column{o.text("n"), numbers})
	for _, i := range o.topic.items {
		for _, a := range o.audiences {
			for k := range o.result.Waves {
				s.grid.rows = append(s.grid.rows, row{group: o.group(i, a), cells: o.cells(columns, k, a, i, notes)})
			}
		}
	}
	s.lines = append([]string{o.bracketed(o.text("change: since the wave before; each interval is of one figure alone"), s.grid.rows)}, o.overAll()...)
	s.lines = append(s.lines, notes.lines()...)
	if len(o.once) > 0 {
		s.lines = append(s.lines, o.text("answers in one wave only, no trend to show: %s", strings.Join(o.once, ", ")))
	}
	s.notes = notes.noted
	return s
}

// overAll says what the mark beside a change of a mean is.
func (o *outcomeTable) overAll() []string {
	for _, i := range o.topic.items {
		for _, a := range o.audiences {
			for wave := range o.result.Waves {
				if f := o.change(wave, a, i, "mean_change"); f != nil && o.standsOverAll(f) {
					return []string{o.text("● established over all comparisons of a wave with the one before (%s); of net promoter scores that is not tested", o.adjustment(o.result.Choices.Adjust))}
				}
			}
		}
	}
	return nil
}

// change returns what a statistic changed by since the wave before; nil if it was not compared.
func (o *outcomeTable) change(wave int, a analysis.Audience, item int, statistic string) *analysis.Figure {
	if wave == 0 {
		return nil
	}
	step := o.result.Waves[wave-1] + ":" + o.result.Waves[wave]
	return o.figure(key{"change", o.topic.kind, o.topic.perspective, a.ID, "", o.result.Items[item].ID, statistic, step})
}

// group names the audience, and the outcome.
func (o *outcomeTable) group(item int, a analysis.Audience) string {
	return visible(o.result.Items[item].Label) + ", " + visible(a.Label)
}

func (o *outcomeTable) cells(columns []outcomeColumn, wave int, a analysis.Audience, item int, notes *footnotes) []cell {
	name := o.result.Waves[wave]
	cells := []cell{{visible(name)}}
	for _, c := range columns {
		cells = append(cells, notes.intervalCell(o.in(name, a, item, c.statistic), c.write))
		if c.changed != "" {
			cells = append(cells, o.changeCell(o.change(wave, a, item, c.changed), c.digits, notes))
		}
	}
	mean := o.in(name, a, item, "mean")
	return append(cells, notes.cell(mean, 1, func() cell { return cell{o.rounded(mean.N)} }))
}

package report

import (
	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// gapChapter has the gap table of every topic of the newest wave, each behind its chart.
func (l *lookup) gapChapter() []section {
	c := &gapTables{lookup: l, divided: -1, judged: -1}
	for _, t := range l.topics() {
		if len(t.audiences) > 1 && l.newest(t) && t.perspective == "own" && l.hasMeans(t) {
			c.add(t)
		}
	}
	c.sayWhatHasNoTable()
	c.sections = append(c.sections, l.classSection())
	for _, t := range l.topics() {
		if s := l.beliefDetail(t); len(t.audiences) > 1 && l.newest(t) && l.believed(t) && len(s.grid.rows) > 0 {
			c.sections = append(c.sections, s)
		}
	}
	return c.sections
}

// gapTables are the tables of the chapter on gaps in the making.
type gapTables struct {
	*lookup
	sections []section
	divided  int      // the last table of how answers divide; negative: none
	judged   int      // the last table of who could not judge; negative: none
	uneven   []string // topics of scales on which answers do not divide alike
	below    []string // topics with too few who could not judge
}

// add appends the tables of a topic.
func (c *gapTables) add(t *topic) {
	s := c.gapSection(t, len(c.sections) == 0)
	s.charts = []figureChart{c.meansChart(t, false)}
	c.sections = append(c.sections, s)
	if t.kind == study.Performance {
		c.addDivision(t)
	}
	if s := c.dontKnowSection(t); len(s.grid.rows) > 0 {
		c.judged, c.sections = len(c.sections), append(c.sections, s)
	} else if c.dontKnowCounted(t) {
		c.below = append(c.below, c.lowerTitle(t))
	}
}

// addDivision appends how the answers divide, on every scale: of a study of one item or two the gap table says enough.
func (c *gapTables) addDivision(t *topic) {
	if len(t.items) > 2 {
		c.sections = append(c.sections, section{charts: []figureChart{c.meansChart(t, true)}})
	}
	switch first := c.firstOfKind(t); {
	case !first && t.unit == analysis.POMP: // two of five points are not what two of ten are
		c.uneven = append(c.uneven, c.lowerTitle(t))
	case !first || len(t.items) > 2:
		if s := c.boxesSection(t); len(s.grid.rows) > 0 {
			c.divided, c.sections = len(c.sections), append(c.sections, s)
		}
	}
}

// sayWhatHasNoTable says below the last table of a kind which topics have none, and why.
func (c *gapTables) sayWhatHasNoTable() {
	if c.divided >= 0 && len(c.uneven) > 0 {
		of := &c.sections[c.divided]
		of.lines = append(of.lines, c.text("no table for %s: on scales of different numbers of points the shares of the top and of the bottom points do not compare", c.listed(c.uneven)))
	}
	if c.judged >= 0 && len(c.below) > 0 {
		of := &c.sections[c.judged]
		of.lines = append(of.lines, c.text("no table for %s: no share that is shown reaches %s", c.listed(c.below), c.percent(analysis.NotableDontKnow, 0)))
	}
}

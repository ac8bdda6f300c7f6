package importers

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// scan is what one pass over all rows of an export tells: types never come from a prefix of them.
type scan struct {
	export  *Export
	info    readInfo
	flow    flow
	columns []*columnScan
	groups  []*groupScan
	ids     *seenIDs
	answers *seenAnswers
}

// columnScan counts what the cells of one column look like.
type columnScan struct {
	cells                       seenCells
	blank, filled               int
	emails, addresses, dates    int
	damaged, ranges, decimalIDs int
	unanswered                  int            // cells that Qualtrics writes for seen and not answered
	joined                      int            // cells of several pieces
	pieces                      map[string]int // of cells that may be several answers
	manyPieces                  bool
}

// nobodyKept says why no row of an export counts; empty: some do.
func (s *scan) nobodyKept() string {
	if s.flow.kept > 0 {
		return ""
	}
	var why []string
	for _, d := range s.flow.entry("", "").Dropped {
		why = append(why, fmt.Sprintf("%d %s", d.Rows, d.Reason))
	}
	return "no row is kept: " + strings.Join(why, ", ")
}

// groupScan is a run of columns under one stem: the rows of a matrix, the options of a question, the items of a ranking.
type groupScan struct {
	stem                           string
	first, n                       int
	rows, straight, apart, several int
}

// scanExport makes the pass.
func scanExport(ctx context.Context, e *Export) (*scan, error) {
	s := &scan{export: e, groups: groupsOf(e.Columns), ids: newSeenIDs(1), answers: newSeenAnswers()}
	for range e.Columns {
		s.columns = append(s.columns, &columnScan{})
	}
	id := respondentColumn(e.Columns)
	var ragged study.InputError
	info, err := e.read(ctx, func(r Record) error {
		s.flow.read++
		if r.Status != "" {
			s.flow.drop(r.Status)
			return nil
		}
		s.flow.kept++
		for i, c := range s.columns {
			c.add(r.Cells[i], e.Columns[i].Role)
		}
		for _, g := range s.groups {
			g.add(r.Cells)
		}
		if id >= 0 {
			s.ids.known([]byte(strings.TrimSpace(r.Cells[id])), 0, 0, func() study.Place { return study.Place{File: e.Name, Line: r.CellLine(id), Column: id + 1} })
		}
		if s.answers.compared(0) < maxCompared {
			s.answers.note(0, s.answers.hash(e.Columns, r.Cells))
		}
		return nil
	}, ragged.Add)
	if err != nil {
		return nil, err
	}
	if !ragged.Empty() {
		return nil, &ragged
	}
	if s.flow.read == 0 {
		return nil, noResponses(e.Name)
	}
	for i, c := range s.columns {
		c.finish(e.Columns[i].Role)
	}
	s.info = info
	return s, nil
}

var (
	emailCell   = lazily(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
	addressCell = lazily(`^\d{1,3}(\.\d{1,3}){3}$`)
	damagedCell = lazily(`^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$`)
	rangeCell   = lazily(`^\d+\s*(?:-|–|to)\s*\d+|^(?:[Mm]ore|[Ll]ess|[Ff]ewer) than \d|^\d+\+$`)
	decimalCell = lazily(`^\d{6,}\.0$|^\d(?:\.\d+)?E\+\d+$`)
)

// add counts a cell. What it looks like is only asked of different cells, or of all once there are too many: a rating costs one
// look into a map.
func (c *columnScan) add(text string, role Role) {
	before := c.cells.count
	c.cells.add(text)
	if !c.cells.many {
		return
	}
	for seen, n := range before {
		c.look(seen, n, role)
	}
	c.look(text, 1, role)
}

// finish looks at the different cells of a column that has few.
func (c *columnScan) finish(role Role) {
	for text, n := range c.cells.count {
		c.look(text, n, role)
	}
	if !c.cells.many && role == Answer {
		c.several()
	}
}

// look notes what n equal cells look like.
func (c *columnScan) look(text string, n int, role Role) {
	trimmed := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
	if trimmed == "" {
		c.blank += n
		return
	}
	c.filled += n
	switch first := trimmed[0]; {
	case trimmed == "-99":
		c.unanswered += n
	case first >= '0' && first <= '9':
		c.digits(trimmed, n)
	case strings.IndexByte(trimmed, '@') > 0 && emailCell().MatchString(trimmed):
		c.emails += n
	case len(trimmed) == 6 && damagedCell().MatchString(trimmed):
		c.damaged += n
	case strings.Contains(trimmed, " than ") && rangeCell().MatchString(trimmed):
		c.ranges += n
	}
	if role == Answer {
		c.split(trimmed, n)
	}
}

// digits notes what a cell is that begins with a digit; most are numbers, and no pattern is asked.
func (c *columnScan) digits(text string, n int) {
	switch {
	case (strings.IndexByte(text, ':') > 0 || strings.Count(text, ".") >= 2 && strings.IndexByte(text, ' ') > 0) && isDateTime(text):
		c.dates += n
	case strings.Count(text, ".") == 3 && addressCell().MatchString(text):
		c.addresses += n
	case len(text) < 10 && strings.IndexByte(text, '-') > 0 && damagedCell().MatchString(text):
		c.damaged += n
	case len(text) < 24 && strings.ContainsAny(text, "-–to+") && rangeCell().MatchString(text):
		c.ranges += n
	case strings.ContainsAny(text, ".E") && decimalCell().MatchString(text):
		c.decimalIDs += n
	}
}

// mostPieces is how many different options a question with several answers may have.
const mostPieces = 60

// split looks for several answers in one cell.
func (c *columnScan) split(text string, n int) {
	if c.manyPieces {
		return
	}
	if !strings.ContainsAny(text, ",;") { // nearly all cells: nothing to split, nothing to allocate
		c.piece(text, n)
		return
	}
	pieces := splitAnswers(text)
	if len(pieces) > 1 {
		c.joined += n
	}
	for _, piece := range pieces {
		c.piece(piece, n)
	}
}

func (c *columnScan) piece(text string, n int) {
	if c.pieces == nil {
		c.pieces = map[string]int{}
	}
	if _, known := c.pieces[text]; !known {
		if c.manyPieces || len(c.pieces) == mostPieces {
			c.manyPieces, c.pieces = true, map[string]int{}
			return
		}
		text = strings.Clone(text)
	}
	c.pieces[text] += n
}

// personal reports whether most cells are addresses of people or of their machines.
func (c *columnScan) personal() bool { return 2*(c.emails+c.addresses) > c.filled }

// groupsOf finds the runs of two or more columns under one stem.
func groupsOf(columns []Column) []*groupScan {
	var groups []*groupScan
	for i := 0; i < len(columns); {
		stem := blockOfColumn(columns[i])
		n := 1
		for stem != "" && i+n < len(columns) && blockOfColumn(columns[i+n]) == stem {
			n++
		}
		if n > 1 {
			groups = append(groups, &groupScan{stem: stem, first: i, n: n})
		}
		i += n
	}
	return groups
}

// blockOfColumn is the stem of a column; where a publisher took the row of statements away, the question that stands over the whole block.
func blockOfColumn(c Column) string {
	if stem := stemOf(c); stem != "" || c.Role != Answer || !c.unstated {
		return stem
	}
	return c.Text
}

func stemOf(c Column) string {
	if c.Role != Answer {
		return ""
	}
	stem, _ := splitMatrix(withoutAnchors(c.Text))
	return stem
}

// leastStraight is the number of rows of a matrix from which one answer to all of them is a straight line (METHODS section 2).
const leastStraight = 5

func (g *groupScan) add(cells []string) {
	answered, first, same, apart := 0, "", true, true
	seen := uint64(0) // places as bits
	for _, text := range cells[g.first : g.first+g.n] {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if answered++; answered == 1 {
			first = text
		}
		same = same && text == first
		if !apart {
			continue
		}
		place, err := strconv.Atoi(text)
		if err != nil || place < 1 || place > min(g.n, 63) || seen&(1<<place) != 0 {
			apart = false
			continue
		}
		seen |= 1 << place
	}
	if answered >= leastStraight {
		g.rows++
		if same {
			g.straight++
		}
	}
	if answered >= 2 {
		g.several++
		if apart {
			g.apart++
		}
	}
}

// ranks reports whether nearly all rows give each place to one column at most.
func (g *groupScan) ranks() bool {
	return g.n >= 3 && g.several >= 10 && float64(g.apart) >= 0.95*float64(g.several)
}

package importers

import (
	"context"
	"regexp"
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
	ids     seenIDs
	answers seenAnswers
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

// groupScan is a run of columns under one stem: the rows of a matrix, the options of a question, the items of a ranking.
type groupScan struct {
	stem                           string
	first, n                       int
	rows, straight, apart, several int
}

// scanExport makes the pass.
func scanExport(ctx context.Context, e *Export) (*scan, error) {
	s := &scan{export: e, groups: groupsOf(e.Columns)}
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
			s.ids.known(strings.TrimSpace(r.Cells[id]), 0, study.Place{File: e.Name, Line: r.CellLine(id), Column: id + 1})
		}
		s.answers.note(0, e.Columns, r.Cells)
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
	s.info = info
	return s, nil
}

var (
	emailCell   = regexp.MustCompile(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
	addressCell = regexp.MustCompile(`^\d{1,3}(\.\d{1,3}){3}$`)
	damagedCell = regexp.MustCompile(`^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$`)
	rangeCell   = regexp.MustCompile(`^\d+\s*(?:-|–|to)\s*\d+|^(?:[Mm]ore|[Ll]ess|[Ff]ewer) than \d|^\d+\+$`)
	decimalCell = regexp.MustCompile(`^\d{6,}\.0$|^\d(?:\.\d+)?E\+\d+$`)
)

func (c *columnScan) add(text string, role Role) {
	c.cells.add(text)
	trimmed := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
	if trimmed == "" {
		c.blank++
		return
	}
	c.filled++
	switch first := trimmed[0]; {
	case trimmed == "-99":
		c.unanswered++
	case first >= '0' && first <= '9':
		c.digits(trimmed)
	case strings.IndexByte(trimmed, '@') > 0 && emailCell.MatchString(trimmed):
		c.emails++
	case len(trimmed) == 6 && damagedCell.MatchString(trimmed):
		c.damaged++
	case rangeCell.MatchString(trimmed):
		c.ranges++
	}
	if role == Answer {
		c.split(trimmed)
	}
}

func (c *columnScan) digits(text string) {
	switch {
	case strings.IndexByte(text, ':') > 0 && isDateTime(text):
		c.dates++
	case addressCell.MatchString(text):
		c.addresses++
	case damagedCell.MatchString(text):
		c.damaged++
	case rangeCell.MatchString(text):
		c.ranges++
	case decimalCell.MatchString(text):
		c.decimalIDs++
	}
}

// mostPieces is how many different options a question with several answers may have.
const mostPieces = 60

// split looks for several answers in one cell.
func (c *columnScan) split(text string) {
	if c.manyPieces {
		return
	}
	pieces := splitAnswers(text)
	if len(pieces) > 1 {
		c.joined++
	}
	for _, piece := range pieces {
		if c.pieces == nil {
			c.pieces = map[string]int{}
		}
		if _, known := c.pieces[piece]; !known {
			if len(c.pieces) == mostPieces {
				c.manyPieces, c.pieces = true, nil
				return
			}
			piece = strings.Clone(piece)
		}
		c.pieces[piece]++
	}
}

// splitAnswers splits a cell that platforms may have joined: by semicolons, else by commas.
func splitAnswers(text string) []string {
	by := ","
	if strings.Contains(text, ";") {
		by = ";"
	}
	var pieces []string
	for _, piece := range strings.Split(text, by) {
		if piece = strings.TrimSpace(piece); piece != "" {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// severalAnswers reports whether cells hold several answers each, from a list of options that repeats.
func (c *columnScan) severalAnswers() bool {
	if c.manyPieces || c.joined*5 < c.filled || c.joined < 2 || len(c.pieces) < 2 {
		return false
	}
	total := 0
	for _, n := range c.pieces {
		total += n
	}
	return total >= 2*len(c.pieces)
}

// groupsOf finds the runs of two or more columns under one stem.
func groupsOf(columns []Column) []*groupScan {
	var groups []*groupScan
	for i := 0; i < len(columns); {
		stem := stemOf(columns[i])
		n := 1
		for stem != "" && i+n < len(columns) && stemOf(columns[i+n]) == stem {
			n++
		}
		if n > 1 {
			groups = append(groups, &groupScan{stem: stem, first: i, n: n})
		}
		i += n
	}
	return groups
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
	seen := map[int]bool{}
	for _, text := range cells[g.first : g.first+g.n] {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		if answered++; answered == 1 {
			first = text
		}
		same = same && text == first
		place, err := strconv.Atoi(text)
		if err != nil || place < 1 || place > g.n || seen[place] {
			apart = false
		}
		seen[place] = true
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

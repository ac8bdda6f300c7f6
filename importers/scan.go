package importers

import (
	"context"
	"fmt"
	"hash"
	"net/netip"
	"strings"
	"sync/atomic"

	"github.com/cxgap/cxgap/analysis/study"
)

// scan is what one pass over all rows of an export tells: types never come from a prefix of them.
type scan struct {
	export   *Export
	info     readInfo
	digest   hash.Hash // of the bytes of the file; nil: nobody asks for it
	flow     flow
	columns  []*columnScan
	groups   []*groupScan
	rankings []*groupScan // runs of columns that may be rankings, by their tags
	extremes []*extremes
	grouped  []bool      // columns of groups, rankings and extremes
	together []groupCell // their cells in the present row
	id       int         // the column that tells respondents apart; -1: none
	sureID   bool        // its header alone says so
	ids      *seenIDs
	answers  *seenAnswers
	file     int          // among those whose answers are compared
	names    []string     // of these
	compared atomic.Int64 // rows whose answers were compared
	ragged   study.InputError
	lines    int // read so far
}

func newScan(e *Export) *scan {
	s := &scan{export: e, groups: groupsOf(e.Columns), rankings: rankingsOf(e.Columns), extremes: extremesOf(e.Columns), ids: newSeenIDs(1), answers: newSeenAnswers(1), names: []string{e.Name}}
	s.id, s.sureID = idColumn(e.Columns)
	for range e.Columns {
		s.columns = append(s.columns, &columnScan{})
	}
	s.grouped, s.together = s.groupedColumns(), make([]groupCell, len(e.Columns))
	return s
}

// columnScan counts what the cells of one column look like.
type columnScan struct {
	cells                       seenCells
	blank, filled               int
	notShown                    int // of the blank ones
	leftOut                     int // filled cells of rows that do not count
	failed                      int // cells that show an error of a spreadsheet, which are blank
	emails, addresses, dates    int
	phones                      int
	damaged, ranges, decimalIDs int
	pointZero                   int            // whole numbers of fewer digits, with .0 behind them
	commas                      int            // numbers with a decimal comma
	unanswered                  int            // cells that Qualtrics writes for seen and not answered
	joined                      int            // cells of several pieces
	pieces                      map[string]int // of cells that may be several answers
	manyPieces                  bool
	unparted                    []string // choices that hold a comma and may be several
	unsure                      []string // pieces that always stand together: one choice with a comma, or two?
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

// scanExport makes the pass; who reads the file afterwards takes its SHA-256 then.
func scanExport(ctx context.Context, e *Export) (*scan, error) { return scanBeside(ctx, e, nil) }

// scanBeside makes it of one of several files, whose rows are compared with each other.
func scanBeside(ctx context.Context, e *Export, others *Beside) (*scan, error) {
	keepGroups(e.Columns)
	s := newScan(e)
	others.join(s)
	if err := s.pass(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// pass looks at all rows.
func (s *scan) pass(ctx context.Context) error {
	e, read := s.export, scanChunks
	s.answers.open(s.file, e.Columns)
	if e.byRecord() {
		read = scanRecords
	}
	if err := read(ctx, s); err != nil {
		return err
	}
	if !s.ragged.Empty() {
		return &s.ragged
	}
	if s.flow.read == 0 {
		return e.noResponses()
	}
	s.answers.end(s.file, s.info.rows)
	failed := 0
	for i, c := range s.columns {
		c.finish(e.Columns[i].Role)
		failed += c.failed
	}
	if failed == 0 {
		return nil
	}
	told, err := e.tellSpreadsheetErrors(ctx)
	s.info.warnings = append(s.info.warnings, told)
	return err
}

// scanRecords makes the pass record by record.
func scanRecords(ctx context.Context, s *scan) (err error) {
	e := s.export
	var b batch
	s.info, err = e.read(ctx, func(r Record) error {
		if s.add(r.Cells, r.Status); r.Status != "" {
			return nil
		}
		b.reset(nil)
		seen := seenRow{}
		if s.compared.Load() < maxCompared {
			seen.rowHash = s.answers.hash(e.Columns, r.Cells, &b.cells)
		}
		if s.id >= 0 {
			seen.id, seen.line = respondentIn([]byte(r.Cells[s.id])), r.CellLine(s.id)
		}
		s.see(&seen, &b)
		return nil
	}, s.ragged.Add)
	return err
}

// add looks at the cells of a record.
func (s *scan) add(cells []string, status study.Reason) {
	s.flow.read++
	if status != "" {
		s.flow.drop(status)
		for i, c := range s.columns {
			if strings.TrimSpace(cells[i]) != "" {
				c.leftOut++
			}
		}
		return
	}
	s.flow.kept++
	for i, c := range s.columns {
		c.add(cells[i], s.export.Columns[i].Role)
	}
	for i := range s.together {
		if s.grouped[i] {
			s.together[i] = newGroupCell(cells[i])
		}
	}
	s.lookTogether()
}

// lookTogether looks at the cells of a row that stand together.
func (s *scan) lookTogether() {
	cells := s.together
	for _, g := range s.groups {
		g.add(cells)
	}
	for _, g := range s.rankings {
		g.add(cells)
	}
	for _, e := range s.extremes {
		e.add(cells)
	}
}

// see compares a row with those before it; b is the batch that it is of.
func (s *scan) see(row *seenRow, b *batch) {
	s.ids.known(row.id, 0, 0, 0, func() study.Place {
		line := row.line
		if line == 0 {
			line = b.lineAt(row.offset)
		}
		return study.Place{File: s.export.Name, Line: s.lines + line, Column: s.export.Columns[s.id].inFile()}
	})
	if row.answers != 0 {
		s.answers.note(s.file, row.rowHash, b.cells)
		s.compared.Add(1)
	}
}

var (
	emailCell   = lazily(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
	addressCell = lazily(`^\d{1,3}(\.\d{1,3}){3}$`)
	damagedCell = lazily(`^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$`)
	// phoneCell is a telephone number as people write it: +49 30 1234567, (0171) 123-4567, 555-123-4567.
	phoneCell = lazily(`^(?:(?:\+\d|00\d|\(?0[1-9])[\d ()/-]{6,17}|\(\d{3}\) ?\d{3}[ -]\d{4}|\d{3}[ -]\d{3}[ -]\d{4})$`)
	// plainDay is a day, which could be taken for one.
	plainDay    = lazily(`^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$`)
	rangeCell   = lazily(`^\d+\s*(?:-|–|to)\s*\d+|^(?:[Mm]ore|[Ll]ess|[Ff]ewer) than \d|^\d+\+$`)
	decimalCell = lazily(`^\d{6,}\.0$|^\d(?:\.\d+)?E\+\d+$`)
)

// add counts a cell. What it looks like is only asked of different cells, or of all once there are too many: a rating costs one
// look into a map.
func (c *columnScan) add(text string, role Role) {
	text = c.said(text, 1)
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

// said returns what n equal cells say: an error of a spreadsheet says nothing, and is counted.
func (c *columnScan) said(text string, n int) string {
	if !isSpreadsheetError(text) {
		return text
	}
	c.failed += n
	return ""
}

// addTimes counts a cell that stands so many times.
func (c *columnScan) addTimes(text string, n int, role Role) {
	text = c.said(text, n)
	if c.cells.many {
		c.cells.add(text)
		c.look(text, n, role)
		return
	}
	c.add(text, role)
	if !c.cells.many {
		c.cells.count[text] += n - 1
		return
	}
	for range n - 1 {
		c.add(text, role)
	}
}

// merge adds what another worker has seen of the column.
func (c *columnScan) merge(part *columnScan, role Role) {
	if part.cells.many && !c.cells.many {
		c.cells.many, c.cells.texts = true, c.cells.texts || part.cells.texts
		for text, n := range c.cells.count {
			c.cells.add(text)
			c.look(text, n, role)
		}
		c.cells.count = nil
	}
	for text, n := range part.cells.count {
		c.addTimes(text, n, role)
	}
	c.cells.texts = c.cells.texts || part.cells.texts
	c.blank, c.filled, c.leftOut = c.blank+part.blank, c.filled+part.filled, c.leftOut+part.leftOut
	c.emails, c.addresses, c.dates = c.emails+part.emails, c.addresses+part.addresses, c.dates+part.dates
	c.phones += part.phones
	c.damaged, c.ranges, c.decimalIDs = c.damaged+part.damaged, c.ranges+part.ranges, c.decimalIDs+part.decimalIDs
	c.pointZero += part.pointZero
	c.failed += part.failed
	c.commas += part.commas
	c.notShown += part.notShown
	c.unanswered, c.joined = c.unanswered+part.unanswered, c.joined+part.joined
	if part.manyPieces {
		c.manyPieces, c.pieces = true, map[string]int{}
	}
	for text, n := range part.pieces {
		if !c.manyPieces {
			c.piece(text, n)
		}
	}
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
		if text == notShownCell {
			c.notShown += n
		}
		return
	}
	c.filled += n
	switch first := trimmed[0]; {
	case trimmed == "-99":
		c.unanswered += n
	case isIPv6(trimmed):
		c.addresses += n
	case first > '9' && isNamedDay(trimmed):
		c.dates += n
	case first >= '0' && first <= '9':
		c.digits(trimmed, n)
	case (first == '+' || first == '(') && phoneCell().MatchString(trimmed):
		c.phones += n
	case strings.IndexByte(trimmed, '@') > 0 && emailCell().MatchString(trimmed):
		c.emails += n
	case mayBeDamaged(trimmed):
		c.damaged += n
	case strings.Contains(trimmed, " than ") && rangeCell().MatchString(trimmed):
		c.ranges += n
	}
	if role == Answer {
		c.split(trimmed, n)
	}
}

// isIPv6 reports whether a text is an address of the longer kind: 2001:db8::1. Times have fewer colons.
func isIPv6(text string) bool {
	if len(text) > 45 || strings.Count(text, ":") < 2 {
		return false
	}
	_, err := netip.ParseAddr(text)
	return err == nil
}

// digits notes what a cell is that begins with a digit; most are numbers, and no pattern is asked.
func (c *columnScan) digits(text string, n int) {
	switch {
	case strings.IndexByte(text, ',') > 0 && decimalComma().MatchString(text):
		c.commas += n
	case isMoment(text):
		c.dates += n
	case strings.Count(text, ".") == 3 && addressCell().MatchString(text):
		c.addresses += n
	case mayBeDamaged(text):
		c.damaged += n
	case len(text) >= 9 && len(text) <= 20 && strings.ContainsAny(text, " -/") && phoneCell().MatchString(text) && !plainDay().MatchString(text):
		c.phones += n
	case len(text) < 24 && strings.ContainsAny(text, "-–to+") && rangeCell().MatchString(text):
		c.ranges += n
	case strings.ContainsAny(text, ".E") && decimalCell().MatchString(text):
		c.decimalIDs += n
	case strings.HasSuffix(text, ".0") && strings.Trim(text[:len(text)-len(".0")], "0123456789") == "":
		c.pointZero += n
	}
}

// mostPieces is how many different options a question with several answers may have.
const mostPieces = 60

// split looks for several answers in one cell.
func (c *columnScan) split(text string, n int) {
	if c.manyPieces {
		return
	}
	if !strings.ContainsAny(text, ",;\n") || isLabel(text) { // nearly all cells: nothing to split, nothing to allocate; "teils, teils" is one answer
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
func (c *columnScan) personal() bool { return 2*(c.emails+c.addresses+c.phones) > c.filled }

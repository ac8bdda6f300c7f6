package importers

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Role says what a column of an export is for.
type Role string

// The roles of columns.
const (
	Answer    Role = "answer"
	Meta      Role = "meta"       // ids, dates, status
	Personal  Role = "personal"   // names, addresses, places: only used if the study names the column
	OtherText Role = "other_text" // the text beside "other", and comment fields
	Dropped   Role = "drop"       // what a platform adds to a question, computed from it or about its display
)

// Column describes one column of an export.
type Column struct {
	Position int    // 1-based
	ID       string // export tag or header, unique within the file: duplicates are "id[1]", "id[2]"
	Header   string // as the first header record has it
	Text     string // question text with its typography; the id where the export has no other
	HasID    bool   // the export gives an id besides the question text
	Role     Role
	Kind     study.ColumnKind // as far as the platform tells it; empty: the cells do
	DontKnow []string         // cells that the platform writes for "don't know"

	nps        bool             // what stands beside it tells the question of the Net Promoter Score
	serial     bool             // the platform says that it numbers the responses
	maybeWho   bool             // it may name who answered: its cells tell
	rated      bool             // the platform says that it is a rating
	unstated   bool             // it belongs to a block whose statements somebody took away
	rowOf      func() bool      // a row among ratings: words of its statement that name facts elsewhere are part of what is rated; nil: not so
	besideWho  func() bool      // the column before or behind it asks who somebody is: age, gender; nil: not so
	homeBeside []string         // the headers of the personal columns beside it: of a street or a town perhaps
	runsOn     bool             // its numbers differ from row to row, all in one direction, through the first records
	own        ownCells         // whether its cells are each row's own
	score      bool             // worked out by the platform from the answers
	textIQ     bool             // computed by the platform from the words of an answer
	standsIn   int              // the position of the column of the file that holds its cells, where a row of the file is one answer; 0: its own
	kept       lexicon.Heading  // its question, with the text that it is of
	group      func() groupWord // what it asks for, found once, with the text that it is of; nil: not kept
	groupOf    string
	into       int // the position of the column that takes the cells of this one; 0: none

	described redCapPlace // the field of a data dictionary that it holds; none: no dictionary knows it
	yesAsOne  bool        // its cells are 1 for yes and 2 for no
	joined    string      // its header, of two records that somebody joined to one; empty: not so
	takenAs   string      // what stands for its cells in the column that takes them; empty: they themselves
	ownField  string      // of Qualtrics' own columns, which it is, by its import id
	summary   bool        // it holds all options that have columns of their own
	asWritten string      // its text as the file has it, where its kind was put in brackets: "Delivery - Importance"; empty: its text
}

// inFile is the position of the column of the file that holds the cells of a column.
func (c *Column) inFile() int { return cmp.Or(c.standsIn, c.Position) }

// position is the name of a column by its place.
var position = lazily(`^#\d+$`)

// statement returns the statement of a matrix column, or the whole question.
func (c *Column) statement() string { return c.heading().Statement() }

// uniqueIDs numbers duplicate ids, the first of them too: q[1], q[2], so that q alone names neither. A column without a
// header is named by its position, and so is one whose header would name another so, or is how somebody is reached: the first record of a file
// without headers.
func uniqueIDs(columns []Column) {
	seen, times := map[string]int{}, map[string]int{}
	for _, c := range columns {
		times[c.ID]++
	}
	for i := range columns {
		c := &columns[i]
		c.Position = i + 1
		if reachesOne(c.ID) {
			named := fmt.Sprintf("#%d", c.Position)
			if c.Text == c.ID {
				c.Text = named
			}
			c.ID = named
			continue
		}
		if c.ID == "" || position().MatchString(c.ID) {
			c.ID = fmt.Sprintf("#%d", c.Position)
			continue
		}
		if seen[c.ID]++; times[c.ID] > 1 {
			numbered := fmt.Sprintf("%s[%d]", c.ID, seen[c.ID])
			if times[numbered] > 0 { // a header of its own
				numbered = fmt.Sprintf("#%d", c.Position)
			}
			c.ID = numbered
		}
	}
}

// reachesOne reports whether a header is nothing but an address or a telephone number.
func reachesOne(header string) bool {
	const shortest = 10 // digits: shorter ones may be days or codes
	text := strings.TrimSpace(header)
	return emailCell().MatchString(text) || phoneCell().MatchString(text) && strings.ContainsAny(text, "+(") || len(text) >= shortest && isLongNumber(text)
}

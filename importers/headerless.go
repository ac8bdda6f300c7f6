package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Some files have no header: their first record is the first respondent, who would be lost, and whose answers, telephone number included, would
// become the names of columns. It is told by evidence that no header bears: a cell of a kind that names nothing (a time, an address, a long
// number) over nothing but its like, or answers over the same answers in most columns. A text over numbers or times speaks for a header, and one is
// enough.

// leastBelow is how many cells below tell the kind of a column.
const leastBelow = 2

// answersFrom returns how many header records a plain table has that is taken to have one: none where its first record is a response, which is said.
func (e *Export) answersFrom(table [][]string) (headers int) {
	evidence := firstAnswers(table)
	if evidence == "" {
		return 1
	}
	e.notices = append(e.notices, study.Notice{
		Code: study.HeaderMissing, Where: e.Name,
		Message: fmt.Sprintf("%s: its first row is read as answers and no header, for %s: columns are called by their places (#1, #2 …)", e.Name, evidence),
		Hint:    "put a line with the names of the columns above it; --header-rows 1 takes the first row for the header",
	})
	return 0
}

// placedColumns are the columns of a table without a header, called by their places. Long numbers alone are of somebody or something (a
// telephone, an id), and no word tells which.
func (e *Export) placedColumns(table [][]string) []Column {
	width := len(table[0])
	if e.workbook { // whose records are all as wide as the widest
		width = headerWidth(table)
	}
	columns := make([]Column, width)
	for i := range columns {
		c := &columns[i]
		c.ID = fmt.Sprintf("#%d", i+1)
		c.Text, c.Role = c.ID, Answer
		if of := cellKindOf(cell(table[0], i)); of.digits > 0 && allBelow(table, i, of) {
			c.Role = Personal
		}
	}
	return columns
}

// errNoHeader says that a platform's exports cannot be read without their header.
func errNoHeader(p platform) error {
	return &UsageError{
		fmt.Sprintf("without a header nothing tells which column of %s is which", p.name()),
		"--header-rows 0 (header_rows: 0) reads plain tables, of platform generic",
	}
}

// firstAnswers says why the first record of a table is a response and no header; empty: it is a header.
func firstAnswers(table [][]string) (evidence string) {
	if len(table) < 1+leastBelow || namesNumbers(table) {
		return ""
	}
	for i, text := range table[0] {
		of := cellKindOf(text)
		if evidence == "" && of.what != "" && allBelow(table, i, of) {
			evidence = fmt.Sprintf("column %d holds %s in it, as in all rows below", i+1, of.what)
		}
	}
	if evidence == "" && repeatsAnswers(table) {
		evidence = "most of its cells are answers that stand below again"
	}
	return evidence
}

// factKind is a kind of cells, none of which names a column. It is said without the cell's text, which may be somebody's.
type factKind struct {
	what   string // empty: any other
	digits int    // of a long number
}

func cellKindOf(text string) factKind {
	text = strings.TrimSpace(text)
	switch {
	case isMoment(text):
		return factKind{what: "a time"}
	case emailCell().MatchString(text):
		return factKind{what: "an address"}
	case numberingCell().MatchString(text):
		return factKind{"a long number", len(text)}
	}
	return factKind{}
}

// numberingCell is a number that numbers or calls somebody, with no sign, point or blank; years and points of scales are shorter.
var numberingCell = lazily(`^\d{5,}$`)

// allBelow reports whether all cells below the first that hold something are of a kind, and enough of them.
func allBelow(table [][]string, at int, of factKind) bool {
	n := 0
	for _, record := range table[1:] {
		text := cell(record, at)
		if strings.TrimSpace(text) == "" {
			continue
		}
		if n++; cellKindOf(text) != of {
			return false
		}
	}
	return n >= leastBelow
}

// namesNumbers reports whether a column has a text above nothing but numbers, times or addresses, as headers have.
func namesNumbers(table [][]string) bool {
	return slices.ContainsFunc(positions(table[0]), func(i int) bool { return textOverNumbers(table, i) })
}

func positions(record []string) (all []int) {
	for i := range record {
		all = append(all, i)
	}
	return all
}

// textOverNumbers reports whether the first cell of a column is a text, and all below it are numbers, times or addresses.
func textOverNumbers(table [][]string, at int) bool {
	first := cell(table[0], at)
	if numeric(first) || lexicon.MeansDontKnow(first) || lexicon.MeansBlank(first) || cellKindOf(first) != (factKind{}) {
		return false
	}
	n := 0
	for _, record := range table[1:] {
		text := strings.TrimSpace(cell(record, at))
		if text == "" {
			continue
		}
		if n++; !numeric(text) && cellKindOf(text).what == "" {
			return false
		}
	}
	return n >= leastBelow
}

// repeatsAnswers lets the columns vote as they do on a second header: in most of them the first cell stands below again, among others, and in none of
// them does it speak for a header. Numbers alone may number the questions (1, 2, 3): they tell only where they do not rise.
func repeatsAnswers(table [][]string) bool {
	const leastColumns = 3
	records := slices.Concat([][]string{nil}, table)
	if len(records) < 2+leastVoters {
		return false
	}
	answers, tells, highest := 0, false, math.Inf(-1)
	for i, text := range table[0] {
		x, err := lexicon.ParseNumber(strings.TrimSpace(text))
		if err == nil {
			tells, highest = tells || x <= highest, max(x, highest)
		}
		switch columnVote(records, i) {
		case voteHeader:
			return false
		case voteData:
			answers++
			tells = tells || err != nil
		}
	}
	return tells && answers >= leastColumns && 2*answers > filled(table[0]...)
}

package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A question that was asked in several branches of a questionnaire stands in several columns, and each respondent answered one of them; one that was
// renamed stands in one column of each file. A study that lists these columns has them read as one. Somebody with two answers to one
// question is a fault: then they are two questions, or one of the cells says that nobody asked.

// branch is one of several columns of a rating.
type branch struct {
	position int
	reader   *cellReader
	number   int // of the columns of its rating, as the study lists them
}

// columns are all columns of a rating in this file, in the order of the study.
func (p *part) columns(rating int) []branch {
	switch {
	case p.positions[rating] < 0:
		return nil
	case p.branches[rating] != nil:
		return p.branches[rating]
	}
	return []branch{{p.positions[rating], p.ratings[rating], p.numbers[rating]}}
}

// read are the columns of all ratings, in their order.
func (p *part) read() (all []branch) {
	for i := range p.ratings {
		all = append(all, p.columns(i)...)
	}
	return all
}

// ownReaders gives one worker's part readers of its own.
func (p *part) ownReaders() {
	of := *p
	p.ratings, p.branches = make([]*cellReader, len(of.ratings)), make([][]branch, len(of.ratings))
	for i := range of.ratings {
		for k, c := range of.columns(i) {
			own := c.reader.own()
			if k == 0 {
				p.ratings[i] = own
			}
			if of.branches[i] != nil {
				p.branches[i] = append(p.branches[i], branch{c.position, own, c.number})
			}
		}
	}
}

// headings are the questions above the columns of a rating, as far as they have any: a tag that the study lists beside others (Q5, Q5_new) is a
// name, and no words.
func (e *boundExport) headings(c *study.Column, columns []branch) (all []lexicon.Heading) {
	for _, asked := range columns {
		h := e.Columns[asked.position].heading()
		tag := len(c.Branches) > 0 && !strings.Contains(strings.TrimSpace(h.Text), " ")
		if h.Text != "" && !tag {
			all = append(all, h)
		}
	}
	return all
}

// askedApart returns words in which a question was asked in one file and not in another; apart is false if there are none, or if one of the files has
// no words.
func askedApart(first, later []lexicon.Heading) (before, now string, apart bool) {
	if len(first) == 0 || len(later) == 0 {
		return "", "", false
	}
	missing := func(from []lexicon.Heading) func(lexicon.Heading) bool {
		return func(h lexicon.Heading) bool {
			return !slices.ContainsFunc(from, func(other lexicon.Heading) bool { return questionKey(other) == questionKey(h) })
		}
	}
	gone, come := slices.IndexFunc(first, missing(later)), slices.IndexFunc(later, missing(first))
	before, now = shortenApart(first[max(0, gone)].Text, later[max(0, come)].Text)
	return before, now, gone >= 0 || come >= 0
}

// branchFound tells of one of several columns whether a file of the audience has it; if not, what may have been meant.
type branchFound struct {
	found bool
	hint  string
}

// columns finds the columns of a rating that a file has. One of them is enough; none is a fault, unless the study names them for all
// audiences: then the hint says what may have been meant.
func (b *binder) columns(e *boundExport, c *study.Column) (found []branch, hint string) {
	if len(b.found[c]) == 0 {
		b.found[c] = make([]branchFound, 1+len(c.Branches))
	}
	var first notFound
	ambiguous := false
	for k, s := range c.Selectors() {
		at, missed := locate(e.Export, &s)
		switch {
		case at >= 0 && slices.ContainsFunc(found, func(other branch) bool { return other.position == at }):
			b.fault(s.Place, "each column of a list is another one", "column %q of %s is named twice in one list", e.Columns[at].ID, e.Name)
			b.found[c][k].found = true
		case at >= 0:
			found, b.found[c][k].found = append(found, branch{position: at, number: k}), true
		case missed.ambiguous:
			b.fault(s.Place, missed.hint, "%s", missed.message)
			ambiguous, b.found[c][k].found = true, true
		default:
			b.found[c][k].hint = missed.hint
		}
		if first.message == "" {
			first = missed
		}
	}
	if len(found) > 0 {
		return found, ""
	}
	if b.several {
		other := "…"
		if first.near != "" {
			other = scalarOf(first.near)
		}
		first.hint = strings.TrimPrefix(first.hint+"; ", "; ") +
			fmt.Sprintf("if the question has another name in this file, a list has both: [%s, %s]", selectorsText(c.Selectors()), other)
	}
	if !c.Everywhere && !ambiguous {
		if len(c.Branches) > 0 {
			first.message = fmt.Sprintf("%s has none of the columns %s", e.Name, listOf(c.Selectors()))
		}
		b.fault(c.Selector.Place, first.hint, "%s", first.message)
	}
	return nil, first.hint
}

func namesOf(selectors []study.Selector) (names []string) {
	for _, s := range selectors {
		names = append(names, s.String())
	}
	return names
}

// selectorsText writes columns as the list of a study file has them.
func selectorsText(selectors []study.Selector) string {
	var texts []string
	for _, s := range selectors {
		if s.Text != "" {
			texts = append(texts, s.String())
			continue
		}
		texts = append(texts, scalarOf(s.String()))
	}
	return strings.Join(texts, ", ")
}

func listOf(selectors []study.Selector) string { return strings.Join(quoted(namesOf(selectors)), ", ") }

// unknownBranches refuses a name in a list that no file of the audience has; where a list is given for all audiences, that no file has. If none of a
// list was found, that is said already.
func (b *binder) unknownBranches() {
	for _, r := range b.study.Ratings() {
		for _, a := range b.study.Audiences {
			c := r.Columns[a.ID]
			if c == nil || len(c.Branches) == 0 || !slices.ContainsFunc(b.found[c], func(f branchFound) bool { return f.found }) {
				continue
			}
			for k, s := range c.Selectors() {
				switch {
				case b.found[c][k].found:
				case !c.Everywhere:
					b.fault(s.Place, b.found[c][k].hint, "no file of %s has a column %q", a.ID, s.String())
				case !b.foundByAny(r, k):
					b.fault(s.Place, b.found[c][k].hint, "no audience has a column %q", s.String())
				}
			}
		}
	}
}

// foundByAny reports whether any audience has one of the columns that a rating names for all.
func (b *binder) foundByAny(r *study.Rating, column int) bool {
	for _, c := range r.Columns {
		if b.found[c][column].found {
			return true
		}
	}
	return false
}

// says reports whether a cell holds what a respondent said, be it that they do not know.
func says(code study.Code) bool { return code.Valid() || code == study.DontKnow }

// join returns what two columns of one question say together: the answer in one of them; blank if somebody left one blank. It is false if they
// hold two answers.
func join(a, b study.Code) (code study.Code, one bool) {
	switch {
	case says(a) && says(b):
		return a, a == b
	case says(a):
		return a, true
	case says(b):
		return b, true
	}
	return min(a, b), true // NotShown only if both are
}

// joined reads the columns of a rating of a row; ok is false if there is a fault, which is noted.
func (r *rowReader) joined(b *blockOf, rating int, record Record) (code study.Code, ok bool) {
	code, ok = study.NotShown, true
	columns, from := b.part.branches[rating], 0
	for k, c := range columns {
		next, fine := r.cell(c.reader, record, c.position)
		both, one := join(code, next)
		if !one {
			r.twoAnswers(columns[from], c, record)
		}
		if !says(code) && says(next) {
			from = k
		}
		code, ok = both, ok && fine && one
	}
	b.from[rating][b.block.N] = uint16(from)
	return code, ok
}

// twoAnswers notes that a respondent answered one question in two columns.
func (r *rowReader) twoAnswers(first, second branch, record Record) {
	text := func(c branch) string { return lexicon.Shorten(strings.TrimSpace(record.Cells[c.position])) }
	of := second.reader.rating
	f := study.Fault{
		Place: r.export.place(record, second.position),
		Message: fmt.Sprintf("%q (column %s) is a second answer to %s of item %s: the first is %q (column %s)", text(second), lexicon.Shorten(second.reader.header),
			of.Kind, of.Item.ID, text(first), lexicon.Shorten(first.reader.header)),
		Hint: "columns of one question hold one answer a respondent; if these are two questions, make them two items; if such a cell says that the question was not asked, " +
			"give the item  missing: {not_shown: […]}",
	}
	r.batch.faults = append(r.batch.faults, rowFault{row: r.batch.rows, Fault: f, word: &wordCell{second.reader, strings.Clone(text(second)), true}})
}

// tallyBranches counts the points of each column of a rating by itself: codes in one of them would hide among ratings in another.
func (b *blockOf) tallyBranches(rating int) {
	for k, c := range b.part.branches[rating] {
		if !c.reader.plainNumbers() {
			continue
		}
		c.reader.addPoints(make([]int, c.reader.column.Scale.Points()))
		for row, code := range b.block.Codes[rating][:b.block.N] {
			if code.Valid() && int(b.from[rating][row]) == k {
				c.reader.points[code]++
			}
		}
	}
}

// quickJoined is a rating of several columns; few are, so that no run is made of them.
type quickJoined struct {
	rating  int
	columns []quickBranch
}

type quickBranch struct {
	branch
	codes *cellTable
}

func newQuickJoined(p *part, rating int) quickJoined {
	j := quickJoined{rating: rating}
	for _, c := range p.branches[rating] {
		j.columns = append(j.columns, quickBranch{c, newCellTable()})
	}
	return j
}

// joinedColumn puts the codes of a rating of several columns in, and returns how many, up to a row that needs care.
func (q *quick) joinedColumn(p *quickPart, j *quickJoined, run delimited.Run) int {
	for k, row := range p.rows {
		if !q.joined(p, j, run.Record(row), p.first+k) {
			return k
		}
	}
	return len(p.rows)
}

// joined puts the code of a rating of several columns into a row of the block; ok is false if the row needs care.
func (q *quick) joined(p *quickPart, j *quickJoined, places []uint32, n int) (ok bool) {
	from, code := 0, study.NotShown
	for k := range j.columns {
		next, known := q.branch(&j.columns[k], places)
		if !known {
			return false
		}
		if !says(code) && says(next) {
			from = k
		}
		if code, ok = join(code, next); !ok {
			return false
		}
	}
	p.block.block.Codes[j.rating][n], p.block.from[j.rating][n] = code, uint16(from)
	return true
}

// branch returns the code of a cell; ok is false if it has none.
func (q *quick) branch(b *quickBranch, places []uint32) (code study.Code, ok bool) {
	start, end := places[b.position]+1, places[b.position+1]
	if at, known := b.codes.get(q.padded, start, end); known {
		return study.Code(at), true
	}
	if code, ok = b.reader.decide(string(delimited.Unquoted(q.text[start:end]))); ok {
		b.codes.put(q.padded, start, end, uint32(code))
	}
	return code, ok
}

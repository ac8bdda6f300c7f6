package importers

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
)

// maxCompared is how many rows of an export are compared cell by cell with those of the others, and leastCopies how many equal ones are
// worth a word (FORMATS 0.11).
const (
	maxCompared = 20_000
	leastCopies = 3
)

// Answers that only repeat the one before are cheap to share: what tells rows by their answers is how often an answer differs from the
// one before, and that at least every second one does. A text of somebody's own counts as several.
const (
	leastChanges = 8
	mostChanges  = 14
	textChanges  = 6
)

// changesAmong returns how many changes make two equal rows no coincidence among so many. Of respondents drawn from one opinion (ratings on
// four or five points, most of them good, correlated at .3 or .6; 10 to 32 items), fewer than one pair has the same answers.
func changesAmong(rows int) int {
	switch {
	case rows <= 250:
		return leastChanges
	case rows <= 1000:
		return 10
	case rows <= 5000:
		return 12
	}
	return mostChanges
}

// seenAnswers finds respondents whose every answer is the same as another's: copied rows, or one response in two files.
type seenAnswers struct {
	seed   maphash.Seed
	at     map[uint64]int // the file that has these answers first
	rows   []int          // by file: compared
	signed []bool         // by file: a row has answers enough to be told by them among as many rows as are compared
	all    []int          // by file: rows
	copies map[copiedFrom]int
	timed  timedAnswers
	files  int            // how many there are
	sheets []*answerSheet // by file; of one file alone none is kept
}

func newSeenAnswers(files int) *seenAnswers {
	return &seenAnswers{seed: maphash.MakeSeed(), at: map[uint64]int{}, copies: map[copiedFrom]int{}, timed: newTimedAnswers(), files: files}
}

// copiedFrom are rows of a file whose answers stood before, in it or in an earlier one, and change so often.
type copiedFrom struct{ first, later, changes int }

// compared reports whether the cells of a column are answers that tell copies of a row.
func (c *Column) compared() bool {
	return c.own != rowNames && (c.Role == Answer || c.Role == OtherText)
}

// noSignature stands for answers that are too few or too much alike to be anybody's signature: a row of ticks, or of one answer.
const noSignature = 1

// hash returns the hashes of a row; that of its answers is never 0. Those of its cells go to kept, if they are wanted.
func (s *seenAnswers) hash(columns []Column, cells []string, kept *[]uint32) rowHash {
	a := s.newHash(kept)
	for i := range columns {
		if c := &columns[i]; c.compared() || c.own == moments {
			text := strings.TrimSpace(cells[i])
			a.take(c, maphash.String(s.seed, text), len(text))
		}
	}
	return a.sum()
}

// hashFields does so for the fields of a row of a text.
func (s *seenAnswers) hashFields(columns []Column, fields *delimited.Fields, places []uint32, kept *[]uint32) rowHash {
	a := s.newHash(kept)
	for i := range columns {
		if c := &columns[i]; c.compared() || c.own == moments {
			raw := withoutBlanks(delimited.Unquoted(fields.Raw(places, i)))
			a.take(c, maphash.Bytes(s.seed, raw), len(raw))
		}
	}
	return a.sum()
}

// withoutBlanks takes the blanks from the ends of a cell; most have none.
func withoutBlanks(cell []byte) []byte {
	plain := func(c byte) bool { return c > ' ' && c < utf8.RuneSelf }
	if n := len(cell); n == 0 || plain(cell[0]) && plain(cell[n-1]) {
		return cell
	}
	return bytes.TrimSpace(cell)
}

// answerHash hashes the answers of a row from left to right.
type answerHash struct {
	hash, before      uint64
	answered, changes int
	moment            uint64
	cells             *[]uint32 // where the hash of each goes; nil: nowhere
	from              int       // those of this row begin there
}

// newHash makes ready for a row. A file alone is compared with no other.
func (s *seenAnswers) newHash(kept *[]uint32) (a answerHash) {
	if s.files > 1 && kept != nil {
		a.cells, a.from = kept, len(*kept)
	}
	return a
}

// take enters the hash of a cell of a column, which holds so many bytes.
func (a *answerHash) take(c *Column, cell uint64, bytes int) {
	if c.own == moments && bytes > 0 {
		a.moment = cell
	}
	if c.compared() {
		a.add(cell, bytes, c.own)
		if a.cells != nil {
			*a.cells = append(*a.cells, cellHash(cell, bytes))
		}
	}
}

// add enters the hash of a cell of so many bytes.
func (a *answerHash) add(cell uint64, bytes int, own ownCells) {
	if bytes == 0 {
		return
	}
	a.hash = a.hash*1099511628211 ^ cell
	if a.answered++; cell != a.before {
		a.changes++
	}
	if own == ownWords && bytes >= shortestText {
		a.changes += textChanges - 1
	}
	a.before = cell
}

// changeBits are the bits of a hash that hold how often the answers change.
const changeBits = 1<<4 - 1

func (a *answerHash) sum() rowHash {
	h := rowHash{answers: noSignature, moment: a.momentHash(), time: a.moment}
	if a.changes >= leastChanges && 2*a.changes >= a.answered {
		h.answers = a.hash&^changeBits | uint64(min(a.changes, mostChanges))
	}
	if a.cells != nil {
		h.cells = 1 + a.from
	}
	return h
}

// note enters the answers of a row of a file, by their hash; cells are those of its batch.
func (s *seenAnswers) note(file int, row rowHash, cells []uint32) {
	hash := row.answers
	for len(s.rows) <= file {
		s.rows, s.signed = append(s.rows, 0), append(s.signed, false)
	}
	if s.rows[file]++; s.rows[file] > maxCompared {
		return
	}
	s.keep(file, row, cells)
	if s.timed.note(file, row); hash == noSignature {
		return
	}
	s.signed[file] = s.signed[file] || hash&changeBits >= mostChanges
	answers := hash &^ changeBits
	if first, known := s.at[answers]; known {
		s.copies[copiedFrom{first, file, int(hash & changeBits)}]++
		return
	}
	s.at[answers] = file
}

// end notes how many rows a file has.
func (s *seenAnswers) end(file, rows int) {
	for len(s.all) <= file {
		s.all = append(s.all, 0)
	}
	s.all[file] = rows
}

// compared returns how many rows of a file were compared.
func (s *seenAnswers) compared(file int) int {
	if file >= len(s.rows) {
		return 0
	}
	return s.rows[file]
}

// noCoincidence counts, by first and later file, the copies whose answers change too often for chance among so many rows.
func (s *seenAnswers) noCoincidence() map[[2]int]int {
	rows := 0
	for _, n := range s.rows {
		rows += min(n, maxCompared)
	}
	copies := map[[2]int]int{}
	for from, n := range s.copies {
		if from.changes >= changesAmong(rows) {
			copies[[2]int{from.first, from.later}] += n
		}
	}
	return copies
}

// notices says in which files, from one of them on, the same answers stand as in an earlier one.
func (s *seenAnswers) notices(names []string, from int) []study.Notice {
	copies, shared := s.noCoincidence(), s.shared(from)
	pairs := map[[2]int]bool{}
	for pair, n := range copies {
		pairs[pair] = n >= leastCopies
	}
	for pair := range s.timed.copies {
		pairs[pair] = pairs[pair] || s.timed.sure(pair)
	}
	for pair := range shared {
		pairs[pair] = pairs[pair] || names[pair[0]] != names[pair[1]] // rows of one file that belong to two audiences are no copies
	}
	var notices []study.Notice
	for _, pair := range slices.SortedFunc(maps.Keys(pairs), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		if pairs[pair] && pair[1] >= from {
			notices = append(notices, s.copied(pair, names, copies[pair], shared[pair]))
		}
	}
	for file, n := range s.rows {
		looked, signed := s.lookedAt(file)
		if file >= from && n >= looked && signed && file < len(s.all) && s.all[file] > looked {
			notices = append(notices, study.Notice{
				Code: study.IdenticalAnswers, Where: names[file],
				Message: fmt.Sprintf("%s: rows with all the answers of another were looked for among the first %s only", names[file], study.Grouped(looked)),
			})
		}
	}
	return notices
}

// lookedAt is how many rows of a file are compared with those of others, and whether any could be told to be a copy.
func (s *seenAnswers) lookedAt(file int) (rows int, signed bool) {
	if file < len(s.sheets) && s.sheets[file] != nil && s.sheets[file].told {
		return s.sheets[file].most, true
	}
	return maxCompared, s.signed[file]
}

// copied says that rows of a file give the answers of rows of an earlier one, or of others of its own: all of them, or those to the questions of both.
func (s *seenAnswers) copied(pair [2]int, names []string, rows int, shared sharedRows) study.Notice {
	n := study.Notice{Code: study.IdenticalAnswers, Where: names[pair[1]]}
	switch {
	case s.timed.sure(pair):
		n.Message, n.Hint = s.timed.said(pair, names, max(rows, s.timed.copies[pair]))
	case pair[0] == pair[1]:
		n.Message = fmt.Sprintf("%s: at least %s give all the answers of another row: are they copies?", names[pair[1]], count(rows, "row"))
	case shared.rows <= rows:
		n.Message = fmt.Sprintf("%s: at least %s give all the answers of a row of %s: are these the same responses?", names[pair[1]], count(rows, "row"), names[pair[0]])
	case shared.last:
		n.Message = fmt.Sprintf("%s: at least %s give the answers of a row of %s to the last %s that both have: are these the same responses?",
			names[pair[1]], count(shared.rows, "row"), names[pair[0]], count(shared.questions, "question"))
	default:
		n.Message = fmt.Sprintf("%s: at least %s give the answers of a row of %s to all %s that both have: are these the same responses?",
			names[pair[1]], count(shared.rows, "row"), names[pair[0]], count(shared.questions, "question"))
	}
	return n
}

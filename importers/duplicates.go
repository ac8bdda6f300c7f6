package importers

import (
	"fmt"
	"hash/maphash"
	"math/bits"
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// maxIDs is how many respondents a survey's duplicates are found among, exactly; beyond it none is found, which is said. Their
// hashes take 10 MiB.
const maxIDs = 1 << 20

// seenIDs finds respondents who stand in the files of an audience more than once.
type seenIDs struct {
	seed   maphash.Seed
	hashes hashSet
	of     []duplicates // by audience
}

// duplicates are the duplicate ids of an audience.
type duplicates struct {
	twice  int
	first  string // the place of a duplicate; never the id, which may be an address
	missed bool   // more ids than can be kept
}

func newSeenIDs(audiences int) *seenIDs {
	return &seenIDs{seed: maphash.MakeSeed(), of: make([]duplicates, audiences)}
}

// known reports whether the id of somebody in an audience stood before, in the same wave. A blank names nobody.
func (s *seenIDs) known(id []byte, audience, wave int, place func() study.Place) bool {
	if len(id) == 0 {
		return false
	}
	d := &s.of[audience]
	key := maphash.Bytes(s.seed, id) + (uint64(audience)<<32+uint64(wave))*0x9E3779B97F4A7C15
	if s.hashes.has(key) {
		if d.twice++; d.first == "" {
			d.first = place().String()
		}
		return true
	}
	if s.hashes.n == maxIDs {
		d.missed = true
		return false
	}
	s.hashes.add(key)
	return false
}

// hashSet is a set of at most maxIDs 64-bit hashes. Its memory grows but twice, so that little of it is left behind.
type hashSet struct {
	slots []uint64 // a fifth of them empty: 0
	n     int
}

func (s *hashSet) find(key uint64) (at uint64, found bool) {
	for at, _ = bits.Mul64(key, uint64(len(s.slots))); ; {
		if s.slots[at] == key || s.slots[at] == 0 {
			return at, s.slots[at] == key
		}
		if at++; at == uint64(len(s.slots)) {
			at = 0
		}
	}
}

func (s *hashSet) has(key uint64) bool {
	if s.n == 0 {
		return false
	}
	_, found := s.find(max(1, key))
	return found
}

// add enters a hash that is not there.
func (s *hashSet) add(key uint64) {
	if 5*(s.n+1) > 4*len(s.slots) {
		s.grow()
	}
	at, _ := s.find(max(1, key))
	s.slots[at] = max(1, key)
	s.n++
}

func (s *hashSet) grow() {
	slots, size := s.slots, 1<<11
	switch {
	case len(slots) >= 1<<16:
		size = maxIDs/4*5 + 5
	case len(slots) > 0:
		size = 1 << 16
	}
	s.slots = make([]uint64, size)
	for _, old := range slots {
		if old != 0 {
			at, _ := s.find(old)
			s.slots[at] = old
		}
	}
}

// knownID reports whether a row's respondent was read before.
func (r *reading) knownID(e *boundExport, b *batch, row *seenRow) bool {
	return r.ids.known(row.id, row.part.audience, row.wave, func() study.Place {
		line := row.line
		if line == 0 {
			line = b.lineAt(row.offset)
		}
		return study.Place{File: e.Name, Line: r.progress.lines + line, Column: row.part.id + 1}
	})
}

// compare compares the rows of a batch with those before them.
func (r *reading) compare(e *boundExport, b *batch) {
	for i := range b.seen {
		row := &b.seen[i]
		r.knownID(e, b, row)
		if row.answers != 0 {
			r.answers.note(r.progress.file, row.answers)
		}
	}
	r.progress.compared.Store(r.answers.compared(r.progress.file) < maxCompared)
}

// reportDuplicates says which ids stood twice, and what was done.
func (r *reading) reportDuplicates() {
	for i, s := range r.ids.of {
		audience := r.survey.study.Audiences[i].ID
		if s.twice > 0 {
			done, hint := "kept", "quality: {duplicates: drop} leaves the later ones out"
			if r.survey.study.Quality.Duplicates == study.Drop {
				done, hint = "left out, the first of each was kept", ""
			}
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.DuplicateIDs, Where: audience,
				Message: fmt.Sprintf("%s: %s with an id that stood before, the first at %s; %s", audience, count(s.twice, "row"), s.first, done), Hint: hint,
			})
		}
		if s.missed {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.DuplicateIDs, Where: audience,
				Message: fmt.Sprintf("%s: duplicate ids were looked for among the first %s respondents only", audience, study.Grouped(maxIDs)),
			})
		}
	}
}

// maxCompared is how many rows of an export are compared cell by cell with those of the others, leastCells how many answers make
// two equal rows no accident, and leastCopies how many such rows are worth a word (FORMATS 0.11).
const (
	maxCompared = 20_000
	leastCells  = 20
	leastCopies = 3
)

// seenAnswers finds respondents whose every answer is the same as another's: copied rows, or one response in two files.
type seenAnswers struct {
	seed   maphash.Seed
	at     map[uint64]int // the file that has these answers first
	rows   []int          // by file: compared
	signed []bool         // by file: a row has answers enough to be told by them
	all    []int          // by file: rows
	copies map[[2]int]int // by first and later file
}

func newSeenAnswers() *seenAnswers {
	return &seenAnswers{seed: maphash.MakeSeed(), at: map[uint64]int{}, copies: map[[2]int]int{}}
}

// noSignature stands for answers that are too few or too much alike to be anybody's signature: a row of ticks, or of one answer.
const noSignature = 1

// hash returns a hash of the answers of a row, never 0.
func (s *seenAnswers) hash(columns []Column, cells []string) uint64 {
	var a answerHash
	for i, c := range columns {
		if c.Role == Answer || c.Role == OtherText {
			a.add(maphash.String(s.seed, cells[i]), cells[i] == "")
		}
	}
	return a.sum()
}

// answerHash hashes the answers of a row from left to right.
type answerHash struct {
	hash, before      uint64
	answered, changes int
}

func (a *answerHash) add(cell uint64, blank bool) {
	if blank {
		return
	}
	a.hash = a.hash*1099511628211 ^ cell
	if a.answered++; cell != a.before {
		a.changes++
	}
	a.before = cell
}

func (a *answerHash) sum() uint64 {
	if a.answered < leastCells || a.changes < leastCells/2 {
		return noSignature
	}
	return max(noSignature+1, a.hash)
}

// note enters the answers of a row of a file, by their hash.
func (s *seenAnswers) note(file int, hash uint64) {
	for len(s.rows) <= file {
		s.rows, s.signed = append(s.rows, 0), append(s.signed, false)
	}
	if s.rows[file]++; s.rows[file] > maxCompared || hash == noSignature {
		return
	}
	s.signed[file] = true
	if first, known := s.at[hash]; known {
		s.copies[[2]int{first, file}]++
		return
	}
	s.at[hash] = file
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

// notices says in which files the same answers stand.
func (s *seenAnswers) notices(names []string) []study.Notice {
	var pairs [][2]int
	for pair, n := range s.copies {
		if n >= leastCopies {
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	var notices []study.Notice
	for _, pair := range pairs {
		n := study.Notice{Code: study.IdenticalAnswers, Where: names[pair[1]]}
		n.Message = fmt.Sprintf("%s: %s give all the answers of another row: are they copies?", names[pair[1]], count(s.copies[pair], "row"))
		if pair[0] != pair[1] {
			n.Message = fmt.Sprintf("%s: %s give all the answers of a row of %s: are these the same responses?",
				names[pair[1]], count(s.copies[pair], "row"), names[pair[0]])
		}
		notices = append(notices, n)
	}
	for file, n := range s.rows {
		if n >= maxCompared && s.signed[file] && file < len(s.all) && s.all[file] > maxCompared {
			notices = append(notices, study.Notice{
				Code: study.IdenticalAnswers, Where: names[file],
				Message: fmt.Sprintf("%s: rows with all the answers of another were looked for among the first %s only", names[file], study.Grouped(maxCompared)),
			})
		}
	}
	return notices
}

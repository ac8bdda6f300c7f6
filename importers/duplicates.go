package importers

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// maxIDs bounds the memory of the ids that an audience's respondents are known by (some 40 MB); beyond it no duplicate is found,
// which is said.
const maxIDs = 1 << 20

// seenIDs finds respondents who stand in the files of an audience more than once.
type seenIDs struct {
	seed   maphash.Seed
	ids    map[uint64]struct{}
	twice  int
	first  string // a duplicate, with its place
	missed bool   // more ids than can be kept
}

// known reports whether the id stood before, in the same wave. A blank names nobody.
func (s *seenIDs) known(id string, wave int, place study.Place) bool {
	if id == "" {
		return false
	}
	if s.ids == nil {
		s.seed, s.ids = maphash.MakeSeed(), map[uint64]struct{}{}
	}
	key := maphash.String(s.seed, id) + uint64(wave)
	if _, known := s.ids[key]; known {
		if s.twice++; s.first == "" {
			s.first = fmt.Sprintf("%q in %s", shorten(id), place)
		}
		return true
	}
	if len(s.ids) == maxIDs {
		s.missed = true
		return false
	}
	s.ids[key] = struct{}{}
	return false
}

// duplicate reports whether a row's respondent was read before.
func (r *reading) duplicate(e *boundExport, p *part, wave int, record Record) bool {
	if p.id < 0 {
		return false
	}
	if r.ids == nil {
		r.ids = make([]seenIDs, len(r.survey.study.Audiences))
	}
	return r.ids[p.audience].known(strings.TrimSpace(record.Cells[p.id]), wave, e.place(record, p.id))
}

// reportDuplicates says which ids stood twice, and what was done.
func (r *reading) reportDuplicates() {
	for i, s := range r.ids {
		audience := r.survey.study.Audiences[i].ID
		if s.twice > 0 {
			done := "kept, quality: {duplicates: drop} leaves the later ones out"
			if r.survey.study.Quality.Duplicates == study.Drop {
				done = "left out, the first of each was kept"
			}
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.DuplicateIDs, Where: audience,
				Message: fmt.Sprintf("%s: %s with an id that stood before, the first is %s; %s", audience, count(s.twice, "row"), s.first, done),
			})
		}
		if s.missed {
			r.intake.Warnings = append(r.intake.Warnings, study.Notice{
				Code: study.DuplicateIDs, Where: audience,
				Message: fmt.Sprintf("%s: more than %d ids: duplicates among the rest were not looked for", audience, maxIDs),
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
	copies map[[2]int]int // by first and later file
}

// note enters the answers of a row of a file.
func (s *seenAnswers) note(file int, columns []Column, cells []string) {
	for len(s.rows) <= file {
		s.rows = append(s.rows, 0)
	}
	if s.rows[file]++; s.rows[file] > maxCompared {
		return
	}
	if s.at == nil {
		s.seed, s.at, s.copies = maphash.MakeSeed(), map[uint64]int{}, map[[2]int]int{}
	}
	hash, answered, changes, before := uint64(0), 0, 0, ""
	for i, c := range columns {
		if c.Role != Answer && c.Role != OtherText || cells[i] == "" {
			continue
		}
		hash = hash*1099511628211 ^ maphash.String(s.seed, cells[i])
		if answered++; cells[i] != before {
			changes++
		}
		before = cells[i]
	}
	if answered < leastCells || changes < leastCells/2 { // a row of ticks, or of one answer, is nobody's signature
		return
	}
	if first, known := s.at[hash]; known {
		s.copies[[2]int{first, file}]++
		return
	}
	s.at[hash] = file
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
	return notices
}

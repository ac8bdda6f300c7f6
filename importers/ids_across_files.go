package importers

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Whom two files of one audience have in common, their ids tell, unless each file numbers its own rows from 1. Then the same number in both is
// nobody's in particular, and only the answers beside it show whether it is the same response.

// mostAcross is how many rows of the files of an audience are compared with each other, the first of each file in equal parts.
const mostAcross = 200_000

// respondents are those of one file, with what they answered to the questions that all files of the audience have.
type respondents struct {
	export  *Export
	id      int               // its column; -1: there is none, and they are compared with nobody
	columns []int             // those of the common questions, in the order of the first file
	rows    map[uint64]person // by the hash of their id: the first row of each
	order   []uint64          // of the ids
	numbers idNumbers
	sure    bool // its header alone says that it tells people apart
	read    int
	named   int // rows with an id
}

// person is one row: where it stands, and a hash of its answers; 0: it has none.
type person struct {
	line    int
	answers uint64
}

// idNumbers are ids as numbers behind one prefix, as far as they are: 17, R-017.
type idNumbers struct {
	n          int
	prefix     string
	low, high  int
	otherwise  int  // how many are not written so, or have another prefix
	byPlatform bool // the platform numbers the responses of each survey so
}

// add takes in the id of a row.
func (n *idNumbers) add(id []byte) {
	const longest = 9 // digits: longer ones are keys, and no numbers of rows
	digits := len(id)
	for digits > 0 && id[digits-1] >= '0' && id[digits-1] <= '9' {
		digits--
	}
	prefix, tail := id[:digits], id[digits:]
	if len(tail) == 0 || len(tail) > longest || n.n > 0 && string(prefix) != n.prefix {
		n.otherwise++
		return
	}
	x := 0
	for _, digit := range tail {
		x = 10*x + int(digit-'0')
	}
	if n.n == 0 {
		n.prefix, n.low, n.high = string(prefix), x, x
	}
	n.n++
	n.low, n.high = min(n.low, x), max(n.high, x)
}

// numberAlike reports whether two files may each have numbered rows of their own in the same way: a platform did, or the numbers of both run on,
// at most every second left out, from nearly the same one. A few ids that are no such numbers, as of somebody who tried the questionnaire, change nothing.
func numberAlike(a, b *idNumbers) bool {
	const startsApart = 10 // at most a tenth of the shorter file
	if !a.areNumbers() || !b.areNumbers() || a.prefix != b.prefix {
		return false
	}
	runOn := func(n *idNumbers) bool { return n.high-n.low+1 <= 2*n.n }
	near := max(1, min(a.n, b.n)/startsApart)
	return a.byPlatform && b.byPlatform || runOn(a) && runOn(b) && max(a.low-b.low, b.low-a.low) <= near
}

// areNumbers reports whether ids are numbers behind one prefix: at most one in twenty is written otherwise.
func (n *idNumbers) areNumbers() bool { return 20*n.otherwise <= n.n }

// sharedIDs are the respondents of a later file whose id stands in an earlier one.
type sharedIDs struct {
	earlier, later *respondents
	ids            int // how many answered in both
	same           foundAt
	other          foundAt // with other answers
	once           foundAt // answered in one of the files only; who answered in neither is not counted
}

// foundAt counts rows, and says where the first stands.
type foundAt struct {
	rows  int
	first string
}

func (f *foundAt) add(place string) {
	if f.rows++; f.rows == 1 {
		f.first = place
	}
}

// acrossFiles compares the respondents of the files of an audience. It returns what is said of them, and whether files number their rows alike, so
// that their ids tell nobody of one file from those of another.
func acrossFiles(ctx context.Context, audience string, exports []*Export) (said []study.Notice, numbered bool, err error) {
	files := slices.DeleteFunc(respondentsIn(exports), func(f *respondents) bool { return f.id < 0 })
	if len(files) < 2 {
		return nil, false, nil
	}
	seed, most := maphash.MakeSeed(), mostAcross/len(files)
	for _, f := range files {
		if err := f.take(ctx, seed, most); err != nil {
			return nil, false, err
		}
	}
	for _, s := range sharedAmong(slices.DeleteFunc(slices.Clone(files), func(f *respondents) bool { return !f.tellsApart() })) {
		alike := numberAlike(&s.earlier.numbers, &s.later.numbers)
		numbered = numbered || alike && !s.surelySame()
		said = append(said, s.notices(audience, alike)...)
	}
	for _, f := range files {
		if f.read > most {
			said = append(said, study.Notice{Code: study.DuplicateIDs, Where: audience, Message: fmt.Sprintf(
				"%s: what stands in several files was looked for among the first %s rows of %s only", audience, study.Grouped(most), f.export.Name)})
		}
	}
	return said, numbered, nil
}

// respondentsIn prepares the files of an audience to be compared.
func respondentsIn(exports []*Export) (files []*respondents) {
	columns := commonQuestions(exports)
	for i, e := range exports {
		f := &respondents{export: e, columns: columns[i], rows: map[uint64]person{}}
		if f.id, f.sure = idColumn(e.Columns); f.id >= 0 {
			c := e.Columns[f.id]
			f.numbers.byPlatform = c.serial && c.standsIn == 0
		}
		files = append(files, f)
	}
	return files
}

// tellsApart reports whether the ids of a file tell its respondents apart.
func (f *respondents) tellsApart() bool { return f.sure || tellApart(len(f.order), f.named) }

// commonQuestions returns, by file, the places of the questions that all files have once, in the order of the first file.
func commonQuestions(exports []*Export) [][]int {
	places := make([]map[string][]int, len(exports))
	key := func(c *Column) string { return c.ID + "\x00" + lexicon.Normalise(c.Text) }
	for i, e := range exports {
		places[i] = map[string][]int{}
		for at := range e.Columns {
			if c := &e.Columns[at]; c.compared() {
				places[i][key(c)] = append(places[i][key(c)], at)
			}
		}
	}
	columns := make([][]int, len(exports))
	for at := range exports[0].Columns {
		c := &exports[0].Columns[at]
		if !c.compared() || slices.ContainsFunc(places, func(of map[string][]int) bool { return len(of[key(c)]) != 1 }) {
			continue
		}
		for i := range exports {
			columns[i] = append(columns[i], places[i][key(c)][0])
		}
	}
	return columns
}

// errEnough ends a pass over a file of which enough is read.
var errEnough = errors.New("enough rows")

// take reads who stands in the first rows of a file.
func (f *respondents) take(ctx context.Context, seed maphash.Seed, most int) error {
	_, err := f.export.Records(ctx, func(r Record) error {
		if r.Status != "" {
			return nil
		}
		if f.read++; f.read > most {
			return errEnough
		}
		id := respondentIn([]byte(r.Cells[f.id]))
		if len(id) == 0 {
			return nil
		}
		f.named++
		f.numbers.add(id)
		key := maphash.Bytes(seed, id)
		if _, twice := f.rows[key]; !twice { // who stands in the file twice is said of it alone
			f.rows[key], f.order = person{line: r.CellLine(f.id), answers: f.answersIn(seed, r.Cells)}, append(f.order, key)
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// answersIn hashes the answers of a row to the common questions.
func (f *respondents) answersIn(seed maphash.Seed, cells []string) uint64 {
	var a answerHash
	for _, at := range f.columns {
		text := strings.TrimSpace(cells[at])
		a.take(&f.export.Columns[at], maphash.String(seed, text), len(text))
	}
	return a.hash
}

// sharedAmong finds whose ids stand in several files, each with the first file that has it.
func sharedAmong(files []*respondents) []*sharedIDs {
	var found []*sharedIDs
	first := map[uint64]*respondents{} // by id: the first file that has it
	for _, later := range files {
		pairs := map[*respondents]*sharedIDs{}
		for _, key := range later.order {
			earlier, known := first[key]
			if !known {
				first[key] = later
				continue
			}
			if pairs[earlier] == nil {
				pairs[earlier] = &sharedIDs{earlier: earlier, later: later}
				found = append(found, pairs[earlier])
			}
			pairs[earlier].add(earlier.rows[key], later.rows[key])
		}
	}
	return found
}

// add takes in somebody with the same id in both files.
func (s *sharedIDs) add(earlier, later person) {
	e := s.later.export
	place := study.Place{File: e.Name, Line: later.line, Column: e.Columns[s.later.id].inFile()}.String()
	switch {
	case earlier.answers == 0 && later.answers == 0:
		return
	case earlier.answers == 0 || later.answers == 0:
		s.once.add(place)
		return
	case earlier.answers == later.answers:
		s.same.add(place)
	default:
		s.other.add(place)
	}
	s.ids++
}

// surelySame reports whether the answers under the same numbers agree more often than those of any two rows of both files would by chance: half of them
// do at least, and chance gives as many in fewer than 1 of 1,000 cases.
//
// With q the share of the pairs of a row of one file and a row of the other that agree, chance gives λ = q·n of n ids. The probability of m or more is
// at most e^(m−λ)·(λ/m)^m (Chernoff's bound of a Poisson variable), which is to be e⁻⁷ or less.
func (s *sharedIDs) surelySame() bool {
	m := float64(s.same.rows)
	if 2*s.same.rows < s.ids || s.same.rows < leastCopies {
		return false
	}
	times := map[uint64]float64{}
	for _, p := range s.earlier.rows {
		if p.answers != 0 {
			times[p.answers]++
		}
	}
	pairs := 0.0
	for _, p := range s.later.rows {
		pairs += times[p.answers]
	}
	chance := pairs / float64(len(s.earlier.rows)) / float64(len(s.later.rows)) * float64(s.ids)
	return unlikely(m, chance)
}

// unlikely reports whether chance that gives so many on average gives m or more in fewer than 1 of 1,000 cases.
func unlikely(m, chance float64) bool {
	const least = 7
	return m > chance && m*math.Log(m/chance)-(m-chance) >= least
}

// notices says whom the files share.
func (s *sharedIDs) notices(audience string, numberedAlike bool) (said []study.Notice) {
	if numberedAlike && !s.surelySame() {
		return nil
	}
	id := scalarOf(selectorText(s.later.export.Columns[s.later.id]))
	drop := fmt.Sprintf("a study file can say  id: %s, id_across_files: true  and  quality: {duplicates: drop}", id)
	waves := fmt.Sprintf("if they were asked at different times, a study file names the waves, and nobody is lost: files: {EARLIER: [%s], LATER: [%s]}; if not, it can say  id: %s, id_across_files: true  and  quality: {duplicates: drop}",
		scalarOf(s.earlier.export.Name), scalarOf(s.later.export.Name), id)
	say := func(format, hint string, found foundAt) {
		if found.rows > 0 {
			said = append(said, study.Notice{Code: study.DuplicateIDs, Where: audience, Hint: hint, Message: fmt.Sprintf(format, audience, s.later.export.Name, count(found.rows, "row"), s.earlier.export.Name, found.first)})
		}
	}
	say("%s: in %s %s with an id of %s and all the same answers, the first at %s: are these the same responses? Kept", drop, s.same)
	if !numberedAlike {
		say("%s: in %s %s with an id of %s and other answers, the first at %s: did these people answer twice? Kept", waves, s.other)
		say("%s: in %s %s with an id of %s, answered in one of the two files only, the first at %s: is one a later export, or a reminder? Kept", drop, s.once)
	}
	return said
}

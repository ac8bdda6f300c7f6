package importers

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// A response that stands in two files need not have the same columns in both: one adds a weight, another left a question out, a later questionnaire begins
// otherwise. So rows are compared by the questions that both files have, and by the last of them, which published surveys share where their
// beginnings differ (FORMATS 0.11).

// mostSheets is how many answers of all files are kept for that, in 32 MiB, and lastQuestions how many are the last.
const (
	mostSheets    = 8 << 20
	lastQuestions = 20
)

// answerSheet holds the answers of the first rows of a file, a hash each.
type answerSheet struct {
	asked *questionnaire
	rows  int
	most  int  // rows that are kept at most
	told  bool // some of them are told by their answers to the questions of another file too
	cells []uint32
}

// questionnaire is what files of the same questions have in common: these, in their order.
type questionnaire struct {
	keys  []questionKeys
	facts func() []bool // which ask for what many have in common: it makes no response anybody's
	words []bool        // people's own words
}

// questionKeys name a question: by its text, and by its id with it.
type questionKeys struct{ text, full string }

func newQuestionnaire(columns []Column) *questionnaire {
	l := &questionnaire{}
	for i := range columns {
		if c := &columns[i]; c.compared() {
			text := lexicon.Normalise(c.Text)
			l.keys = append(l.keys, questionKeys{text, c.ID + "\x00" + text})
			l.words = append(l.words, c.own == ownWords)
		}
	}
	l.facts = sync.OnceValue(func() (facts []bool) {
		for _, c := range columns {
			if c.compared() {
				facts = append(facts, namesFact(c) || asksWho(c) || asksForGroup(c) != noGroup)
			}
		}
		return facts
	})
	return l
}

// once returns where each question stands, by a key that names one only.
func (l *questionnaire) once(key func(questionKeys) string) map[string]int {
	at := map[string]int{}
	for i, k := range l.keys {
		if _, twice := at[key(k)]; twice {
			at[key(k)] = -1
			continue
		}
		at[key(k)] = i
	}
	return at
}

// common returns the places of the questions that two questionnaires have, in the order of the first: of the same text, or where that
// stands in several columns of the same id too.
func (l *questionnaire) common(other *questionnaire) (of, in []int) {
	if l == other {
		for i := range l.keys {
			of = append(of, i)
		}
		return of, of
	}
	text, full := func(k questionKeys) string { return k.text }, func(k questionKeys) string { return k.full }
	ownText, ownFull, otherText, otherFull := l.once(text), l.once(full), other.once(text), other.once(full)
	for i, k := range l.keys {
		at, known := otherText[k.text]
		if ownText[k.text] < 0 || at < 0 {
			if at, known = otherFull[k.full]; ownFull[k.full] < 0 {
				at = -1
			}
		}
		if known && at >= 0 {
			of, in = append(of, i), append(in, at)
		}
	}
	return of, in
}

// open makes ready to compare the rows of a file with those of others.
func (s *seenAnswers) open(file int, columns []Column) {
	if s.files < 2 {
		return
	}
	for len(s.sheets) <= file {
		s.sheets = append(s.sheets, nil)
	}
	own := newQuestionnaire(columns)
	for _, known := range s.sheets[:file] {
		if known != nil && slices.Equal(known.asked.keys, own.keys) {
			own = known.asked
		}
	}
	s.sheets[file] = &answerSheet{asked: own, most: min(maxCompared, mostSheets/s.files/max(1, len(own.keys)))}
}

// keep keeps the answers of a row of a file; cells are those of its batch.
func (s *seenAnswers) keep(file int, row rowHash, cells []uint32) {
	if file >= len(s.sheets) || s.sheets[file] == nil || row.cells == 0 {
		return
	}
	sheet := s.sheets[file]
	if sheet.rows == sheet.most {
		return
	}
	sheet.rows++
	sheet.cells = append(sheet.cells, cells[row.cells-1:][:len(sheet.asked.keys)]...)
}

func (s *answerSheet) row(i int) []uint32 {
	return s.cells[i*len(s.asked.keys):][:len(s.asked.keys)]
}

// sharedRows are how many rows of a later file have the answers of an earlier one to the questions of both, or to the last of them.
type sharedRows struct {
	rows, questions int
	last            bool
}

// shared finds rows of files, from one of them on, that have the answers of rows of an earlier file to the questions of both.
func (s *seenAnswers) shared(from int) map[[2]int]sharedRows {
	var asked []*questionnaire
	files := map[*questionnaire][]int{}
	for file, sheet := range s.sheets {
		if sheet == nil || sheet.rows == 0 {
			continue
		}
		if files[sheet.asked] == nil {
			asked = append(asked, sheet.asked)
		}
		files[sheet.asked] = append(files[sheet.asked], file)
	}
	found := map[[2]int]sharedRows{}
	for i, a := range asked {
		for _, b := range asked[i:] {
			of := files[a]
			if a != b {
				of = slices.Sorted(slices.Values(slices.Concat(of, files[b])))
			}
			if len(of) > 1 && of[len(of)-1] >= from {
				s.sharedOf(a, b, of, from, found)
			}
		}
	}
	return found
}

// sharedOf compares the rows of files of two questionnaires, or of one: files of one have been compared by all their answers.
func (s *seenAnswers) sharedOf(a, b *questionnaire, files []int, from int, found map[[2]int]sharedRows) {
	of, in := a.common(b)
	compare := func(n int, last bool) {
		columns := map[*questionnaire][]int{b: in[len(in)-n:], a: of[len(of)-n:]}
		equal := s.equalRows(files, columns, false)
		if len(equal) > 0 { // which columns are facts takes a look at each, and is asked only where it counts
			equal = s.equalRows(files, columns, true)
		}
		for pair, rows := range equal {
			if l := s.sheets[pair[0]].asked; pair[1] < from || a != b && l == s.sheets[pair[1]].asked {
				continue
			}
			if rows > found[pair].rows {
				found[pair] = sharedRows{rows, n, last}
			}
		}
	}
	if a != b {
		compare(len(of), false)
	}
	if len(of) > lastQuestions {
		compare(lastQuestions, true)
	}
}

// signedRow is a row with the hash of its answers to some questions.
type signedRow struct {
	hash      uint64
	file, row int
}

// equalRows counts, by first and later file, the rows with equal answers to some questions, by the columns of these in each questionnaire; facts: those that
// ask for facts are set apart.
func (s *seenAnswers) equalRows(files []int, columns map[*questionnaire][]int, facts bool) map[[2]int]int {
	total := 0
	for _, file := range files {
		total += s.sheets[file].rows
	}
	changes := changesAmong(total)
	var signed []signedRow
	alike := map[int]*alikeRows{}
	for _, file := range files {
		sheet, of := s.sheets[file], columns[s.sheets[file].asked]
		alike[file] = &alikeRows{}
		var apart []bool
		if facts {
			apart = sheet.asked.facts()
		}
		for i := range sheet.rows {
			if hash, told := sheet.asked.sign(sheet.row(i), of, apart, changes); told {
				signed = append(signed, signedRow{hash, file, i})
				alike[file].rows++
			}
		}
		sheet.told = sheet.told || alike[file].rows > 0
	}
	signed = onlyTwice(signed)
	copies := map[[2]int]int{}
	for i := 0; i < len(signed); {
		n := i + 1
		for n < len(signed) && signed[n].hash == signed[i].hash {
			n++
		}
		s.equal(signed[i:n], alike, copies)
		i = n
	}
	for pair, n := range copies {
		if n < leastCopies || !moreThanChance(n, alike[pair[0]], alike[pair[1]]) {
			delete(copies, pair)
		}
	}
	return copies
}

// onlyTwice keeps the rows whose hash stands twice, and puts those of one hash together, in the order of their files.
func onlyTwice(signed []signedRow) (twice []signedRow) {
	hashes := make([]uint64, len(signed))
	for i, s := range signed {
		hashes[i] = s.hash
	}
	slices.Sort(hashes)
	again := map[uint64]bool{}
	for i := 1; i < len(hashes); i++ {
		if hashes[i] == hashes[i-1] {
			again[hashes[i]] = true
		}
	}
	if len(again) == 0 {
		return nil
	}
	for _, s := range signed {
		if again[s.hash] {
			twice = append(twice, s)
		}
	}
	slices.SortStableFunc(twice, func(a, b signedRow) int { return cmp.Compare(a.hash, b.hash) })
	return twice
}

// equal takes in rows with equal answers, in the order of their files.
func (s *seenAnswers) equal(rows []signedRow, alike map[int]*alikeRows, copies map[[2]int]int) {
	first := rows[0]
	for i := 0; i < len(rows); {
		file, others, n := rows[i].file, 0.0, i
		for ; n < len(rows) && rows[n].file == file; n++ {
			if sheet := s.sheets[file]; !slices.Equal(sheet.row(rows[i].row), sheet.row(rows[n].row)) {
				others++
			}
		}
		alike[file].pairs += others * (others + 1) / 2
		if file != first.file {
			copies[[2]int{first.file, file}] += n - i
		}
		i = n
	}
}

// sign returns the hash of the answers of a row to some questions, and whether they change so often that it is told by them. Facts count as no change: a team
// has many in common.
func (l *questionnaire) sign(cells []uint32, questions []int, facts []bool, least int) (hash uint64, told bool) {
	changes, answered, before := 0, 0, uint32(0)
	for _, at := range questions {
		cell := cells[at]
		hash = (hash ^ uint64(cell)) * 0x9E3779B97F4A7C15
		hash ^= hash >> 29
		if cell == 0 || facts != nil && facts[at] {
			continue
		}
		answered++
		if cell != before {
			changes++
		}
		if l.words[at] && cell&longText != 0 {
			changes += textChanges - 1
		}
		before = cell
	}
	return hash, changes >= least && 2*changes >= answered
}

// alikeRows are the rows of one file that are told by their answers to some questions, and how many pairs of them have the same, but not all answers.
type alikeRows struct {
	rows  int
	pairs float64
}

// moreThanChance reports whether more rows of two files agree than rows within each file make likely.
//
// With q and r the shares of pairs of rows within the files that agree, a row of one agrees with a row of the other with a probability of at most √(q·r)
// (Cauchy and Schwarz). Where no two rows agree within a file, one pair is taken, unless that is so in both: then how often the answers change tells enough.
func moreThanChance(rows int, a, b *alikeRows) bool {
	if a.pairs+b.pairs == 0 {
		return true
	}
	share := func(of *alikeRows) float64 {
		n := float64(of.rows)
		return min(1, (of.pairs+1)/max(1, n*(n-1)/2))
	}
	return unlikely(float64(rows), math.Sqrt(share(a)*share(b))*float64(a.rows)*float64(b.rows))
}

// longText marks the hash of a cell that holds a text which nobody else writes by chance.
const longText = 1

// cellHash is the hash of a cell of so many bytes that a sheet keeps; 0 if it is blank.
func cellHash(cell uint64, bytes int) uint32 {
	if bytes == 0 {
		return 0
	}
	short := uint32(cell>>32)&^longText | 2
	if bytes >= shortestText {
		short |= longText
	}
	return short
}

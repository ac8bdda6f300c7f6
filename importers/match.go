package importers

import (
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// asked is one column of an audience as a question: the column as its first file has it, and the answers of all files.
type asked struct {
	audience    int
	column      Column
	wording     *wording // what its words tell; nil: nobody asked yet
	commaWeight bool     // a weight whose numbers have decimal commas
	commas      string   // why its cells are numbers with decimal commas; empty: they are not
	file        string   // the first that has it
	answers     *answersSeen
	names       *lexicon.Heading // the wording of a row of its matrix that names the scale of all; nil: none does
	rows        *answersSeen     // of its matrix, all of them; nil: it is a row of none
	ofMatrix    *answersSeen     // with what the rows of its matrix show
	learned     *answersSeen     // with the points that columns beside it lend
	read        readScale        // once the question is an item
	kind        study.ColumnKind // where its cells tell that it is no rating
	what        string           // what it then is, in words; empty: the kind says it
	options     []string         // what is joined in its cells, the most frequent first; nil: nothing is, or what it is may be names of people
	of          string           // whose answers it estimates, where its words name them as an audience; empty: they do not
	// grouped: a column of promoters and detractors stands beside it, so that its scale is 0 to 10.
	grouped bool
	// told: the export writes what was seen and not answered, so that a blank cell was not shown.
	told bool
	// people: its header is the role of people, and its cells name them.
	people bool
	// parts are its answers by file, or by wave within a file; nil: there is one part only
	parts []answersPart
	twins []*asked // what its audience was asked besides in the same words
	// together: somebody answered several of these, so that they are no branches of one question.
	together bool
	lengths  string      // how the labels of its parts tell that they are of scales of different lengths; empty: they do not
	shared   *sharedCode // a number for no answer that further columns hold too; nil: it has none
	// legend is of a column in the same run whose heading says that 1 is the good end, while its own says nothing of it; nil: there is none.
	legend *legendBeside
}

// question is what was asked of one or more audiences in identical words, or under an identical column name.
type question struct {
	by       []*asked // at most one an audience, in their order
	unread   *asked   // whose answers have no scale, and so leave the question out
	apart    bool     // its audiences answered on scales of their own, or may have
	whyApart string   // what tells
	lengths  []lengthsApart
	// maybeApart tells what speaks for scales of different lengths without being sure; empty: nothing does.
	maybeApart string
	either     bool      // of one audience nobody can tell which of the scales it has
	eitherEnds []float64 // the ends of these
	inDoubt    []audienceInDoubt
	sharesCode bool // what leaves it out is a number for no answer that further columns hold too
	twin       bool // its audience was asked another in the same words
	// learned are the answers of all audiences, with the points that other questions lend; nil: it stands for itself
	learned *answersSeen
}

// lengthsApart are two audiences that answered in words on scales of different lengths, and what tells.
type lengthsApart struct {
	shorter, longer *asked
	what            string
}

func (q *question) of(audience int) *asked {
	for _, a := range q.by {
		if a.audience == audience {
			return a
		}
	}
	return nil
}

func (q *question) headings() []lexicon.Heading {
	var all []lexicon.Heading
	for _, a := range q.by {
		all = append(all, a.headings()...)
	}
	return all
}

// headings returns what names the ends of the scale of a column: its own first.
func (a *asked) headings() []lexicon.Heading {
	own := a.column.heading()
	switch {
	case a.grouped:
		return []lexicon.Heading{own, lexicon.HeadingOf("0 to 10")}
	case a.column.nps:
		return []lexicon.Heading{own, lexicon.HeadingOf("would you recommend us")} // for what is said of such questions where nobody answered 0
	case a.names != nil:
		return []lexicon.Heading{own, *a.names}
	}
	return []lexicon.Heading{own}
}

// pooled returns the answers of all audiences.
func (q *question) pooled() *answersSeen {
	all := newAnswersSeen()
	for _, a := range q.by {
		all.pool(a.answers)
	}
	return all
}

// learn lets the questions of a study lend points to each other, from the answers of all audiences.
func learn(questions []*question) {
	var pooled []*asked
	for _, q := range questions {
		all := newAnswersSeen()
		for _, a := range q.by {
			all.pool(a.ofMatrix)
		}
		pooled = append(pooled, &asked{column: q.by[0].column, wording: q.by[0].words(), answers: all, grouped: q.by[0].grouped, names: q.by[0].names, kind: q.by[0].kind})
	}
	completeLabels(pooled)
	for i, q := range questions {
		q.learned = pooled[i].learned
		for _, a := range q.by {
			if q.learned.languages != nil && a.learned.languages != nil {
				a.learned.languages = q.learned.languages // one order in the whole study
			}
		}
	}
}

// withLent returns the answers of all audiences, with the points that other questions lend, or columns of the same exports.
func (q *question) withLent() *answersSeen {
	if q.learned != nil {
		return q.learned.clone()
	}
	all := newAnswersSeen()
	for _, a := range q.by {
		all.pool(a.learned)
	}
	return all
}

// sameQuestion reports whether two columns ask the same in the same words. Column names decide only where at least one
// export has no question text besides: Q5_2 of two forms is rarely the same question.
func sameQuestion(a, b *asked) bool {
	return a.key() == b.key() || a.plainID() == b.plainID() && !(a.column.HasID && b.column.HasID)
}

// questionKey is equal for texts that ask the same: whatever the typography, however a platform joins the stem of a matrix
// to its statements, with or without the words that explain the scale, and whatever signs the sentence ends with.
func questionKey(asked lexicon.Heading) string {
	stem, row := lexicon.SplitMatrix(asked.Bare())
	return unpunctuated(stem) + "\x00" + unpunctuated(row)
}

// exactKey is the question with the signs that it ends with, which part two questions of one audience.
func exactKey(asked lexicon.Heading) string {
	stem, row := lexicon.SplitMatrix(asked.Bare())
	return lexicon.Normalise(stem) + "\x00" + lexicon.Normalise(row)
}

// unpunctuated is a text, normalised, without the signs around a sentence: "¿Rápido?", "Speed:", "Price *" where an answer is required.
func unpunctuated(text string) string {
	text = lexicon.Normalise(text)
	if bare := strings.Trim(text, " ?¿!¡:;.…*"); bare != "" {
		return bare
	}
	return text
}

// questionSet are the questions of an audience, to be asked which it has.
type questionSet struct {
	at   map[int]bool    // by position
	keys map[string]bool // what they ask
	ids  map[string]bool // their ids; true: of a column without a question text besides
}

func questionSetOf(columns []*asked) *questionSet {
	s := &questionSet{at: map[int]bool{}, keys: map[string]bool{}, ids: map[string]bool{}}
	for _, c := range columns {
		s.at[c.column.Position], s.keys[c.key()] = true, true
		s.ids[c.plainID()] = s.ids[c.plainID()] || !c.column.HasID
	}
	return s
}

// has reports whether one of the questions is the same as another.
func (s *questionSet) has(c *asked) bool {
	untitled, known := s.ids[c.plainID()]
	return s.keys[c.key()] || known && (untitled || !c.column.HasID)
}

// match joins the columns of the audiences into questions, in the order in which they first stand: by the very words first, then by words
// without the signs around them, then by ids. A text that stands twice in one audience names no question: which of them would be meant?
func match(columns [][]*asked) []*question {
	m := &matching{exact: map[string][]int{}, bare: map[string][]int{}, ids: map[string][]int{}}
	for audience, of := range columns {
		m.join(audience, of)
	}
	return m.questions
}

// matching are the questions of some audiences, by what names them.
type matching struct {
	questions        []*question
	exact, bare, ids map[string][]int
}

// join adds the columns of a further audience.
func (m *matching) join(audience int, of []*asked) {
	found := map[*asked]bool{}
	repeated := repeatedTexts(of, (*asked).exactKey)
	twins := repeated
	for _, a := range of {
		found[a] = !repeated[a.exactKey()] && m.take(a, m.exact[a.exactKey()], false)
	}
	left := slices.DeleteFunc(slices.Clone(of), func(a *asked) bool { return found[a] || repeated[a.exactKey()] })
	repeated = repeatedTexts(left, (*asked).key)
	for _, a := range left {
		found[a] = !repeated[a.key()] && (m.take(a, m.bare[a.key()], true) || m.take(a, m.ids[a.plainID()], false))
	}
	for _, a := range of {
		if !found[a] {
			at := len(m.questions)
			m.questions = append(m.questions, &question{by: []*asked{a}, twin: twins[a.exactKey()]})
			m.exact[a.exactKey()], m.bare[a.key()] = append(m.exact[a.exactKey()], at), append(m.bare[a.key()], at)
			m.ids[a.plainID()] = append(m.ids[a.plainID()], at)
		}
	}
}

// take adds a column to the first of some questions that its audience was not asked yet; alone: or to none, if they are several. What stands twice
// in an audience is joined by its own id only.
func (m *matching) take(a *asked, known []int, alone bool) bool {
	var free []int
	for _, at := range known {
		if q := m.questions[at]; q.of(a.audience) == nil && sameQuestion(q.by[0], a) && (!q.twin || a.plainID() == q.by[0].plainID()) {
			free = append(free, at)
		}
	}
	if len(free) == 0 || alone && len(free) > 1 {
		return false
	}
	m.questions[free[0]].by = append(m.questions[free[0]].by, a)
	return true
}

// repeatedTexts are the keys of several columns.
func repeatedTexts(of []*asked, key func(*asked) string) map[string]bool {
	n := map[string]int{}
	for _, a := range of {
		n[key(a)]++
	}
	repeated := map[string]bool{}
	for text, times := range n {
		repeated[text] = times > 1
	}
	return repeated
}

// nearMatch is a pair of questions in similar words: a suggestion, never used unless the study says so.
type nearMatch struct {
	a, b  *asked
	score float64
}

// nearEnough is the similarity from which a pair is worth a suggestion.
const nearEnough = 0.5

// nearMatches pairs questions of different audiences by the similarity of their words, best first; each stands in at most
// one pair of the same two audiences. Opposites make no such pair, and are told apart.
func nearMatches(questions []*question) (best, opposites []nearMatch) {
	var all []nearMatch
	var columns []*asked
	for _, q := range questions {
		columns = append(columns, q.by...)
	}
	known := newResembling(gramsOf(columns))
	for i, a := range columns {
		for _, j := range known.candidates(a.grams()) {
			b := columns[j]
			if j <= i || a.audience == b.audience || a.asks() != b.asks() {
				continue
			}
			if s := alike(a.grams(), b.grams()); s >= nearEnough {
				all = append(all, nearMatch{a, b, s})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	type side struct {
		of      *asked
		against int
	}
	taken := map[side]bool{}
	for _, m := range all {
		switch x, y := (side{m.a, m.b.audience}), (side{m.b, m.a.audience}); {
		case taken[x] || taken[y]:
		case opposed(m.a, m.b):
			opposites = append(opposites, m)
		default:
			taken[x], taken[y] = true, true
			best = append(best, m)
		}
	}
	return best, slices.DeleteFunc(opposites, func(m nearMatch) bool { return taken[side{m.a, m.b.audience}] || taken[side{m.b, m.a.audience}] })
}

// trigrams counts the letter trigrams of a statement. Of a matrix only the statement counts: its stem makes all rows alike.
func trigrams(text string) map[string]int {
	letters := []rune(" " + lexicon.Normalise(lexicon.HeadingOf(text).Bare()) + " ")
	grams := map[string]int{}
	for i := 0; i+3 <= len(letters); i++ {
		grams[string(letters[i:i+3])]++
	}
	return grams
}

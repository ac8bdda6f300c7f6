package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Columns of numbers learn from each other which points their scale has: the rows of a matrix share one scale, and of few answers
// chance may have left out the highest point that the columns beside them have. What is lent counts as no answer, and is said.

// lendInMatrix gives the rows of a matrix of numbers the numbers of all of its rows; but not a number that hardly a row has, and that
// would make another scale of all: a slip in one cell. A row whose many answers end before those of the others keeps its own scale,
// and so does one whose question names it.
func lendInMatrix(columns []*asked) {
	rows := map[string][]*asked{}
	for _, c := range columns {
		if block := c.block(); block != "" && c.ofNumbers() && !c.named() {
			rows[block] = append(rows[block], c)
		}
	}
	for _, matrix := range rows {
		strays := straysOfMatrix(matrix)
		all := newAnswersSeen()
		for _, c := range matrix {
			c.learned.noteStrays(strays)
			all.pool(c.answers)
		}
		for _, x := range strays {
			delete(all.numbers, x)
		}
		_, highest, _ := all.ends()
		for _, c := range matrix {
			if end, settled := c.answers.settledEnd(settledInMatrix); settled && end < highest {
				c.learned.apart = fmt.Sprintf("nobody answered more than %s, and other rows of the matrix reach %s", lexicon.FormatNumber(end), lexicon.FormatNumber(highest))
				continue
			}
			c.learned.learn(all, "") // its own scale: nothing is assumed
		}
	}
}

// poolMatrices gives the rows of a matrix of numbers the answers to all of them, by which codes are told.
func poolMatrices(columns []*asked) {
	pooled := map[string]*answersSeen{}
	for _, c := range columns {
		block := c.block()
		if block == "" || !c.ofNumbers() {
			continue
		}
		if pooled[block] == nil {
			pooled[block] = newAnswersSeen()
		}
		pooled[block].pool(c.answers)
		c.rows = pooled[block]
	}
}

// nameMatrices gives the rows of a matrix the wording of that row which names the ends of their scale.
func nameMatrices(columns []*asked) {
	names := map[string]*lexicon.Heading{}
	for _, c := range columns {
		if block := c.block(); block != "" && names[block] == nil {
			if h := c.column.heading(); h.NamesScale() {
				names[block] = &h
			}
		}
	}
	for _, c := range columns {
		if block := c.block(); block != "" && c.names == nil {
			c.names = names[block]
		}
	}
}

// learn takes over the numbers of others, as points that nobody chose.
func (a *answersSeen) learn(others *answersSeen, where string) {
	for x := range others.numbers {
		if _, known := a.numbers[x]; !known {
			a.numbers[x], a.lent = 0, where
		}
	}
}

// named reports whether the wording of a column names the ends of its scale.
func (c *asked) named() bool {
	_, _, named := lexicon.NamedEnds(c.headings())
	return named
}

// ofNumbers reports whether a column can be a rating in numbers.
func (c *asked) ofNumbers() bool {
	return c.kind == "" && !c.answers.many && len(c.answers.words) == 0 && len(c.answers.numbers) > 0
}

// rowID is the name of a row of a matrix where the export has no question text: Q5_1, Q5_2.
var rowID = lazily(`^(.*\pL.*)_\d+$`)

// blockOfRows names the matrix that a column is a row of; empty: none.
func blockOfRows(c Column) string {
	if stem := stemOf(c); stem != "" {
		return lexicon.Normalise(stem)
	}
	if m := rowID().FindStringSubmatch(c.ID); m != nil && (!c.HasID || c.Text == c.ID) && c.Role == Answer {
		return "\x00" + m[1]
	}
	return ""
}

// byChance is the probability under which a point that nobody chose is taken for one that was not offered.
const byChance = 0.01

// mayMiss reports whether chance alone may leave points out of n answers that have a share of all: nobody chooses them with probability
// (1 − share)ⁿ.
func mayMiss(share float64, n int) bool { return math.Pow(1-share, float64(n)) > byChance }

// lendByChance gives a column of numbers that does not end where usual scales do the points above its highest one that two columns or
// more beside it have which ask alike, to the same highest point, if chance alone may have left them out. Of one that ends before a 9, which nobody
// gave either, no answer tells of a scale other than theirs. Otherwise it has a scale of its own, and says so where that is not sure.
func lendByChance(columns []*asked) {
	alike := reachesOf(columns)
	for _, c := range columns {
		if !c.ofNumbers() || c.named() || c.block() != "" || len(c.answers.numbers) < 2 {
			continue
		}
		low, high, whole := c.answers.ends()
		if !whole || slices.Contains(usualEnds(), high) {
			continue
		}
		beside, where := reaching(alike[asking{c.asks(), c.opening()}], low, high)
		if beside == nil {
			beside, where = c.wordedAlike(columns, low, high)
		}
		if beside == nil {
			continue
		}
		_, next, _ := beside.ends()
		share, n := beside.shareAbove(high), total(c.answers.numbers)
		switch {
		case mayMiss(share, n), high == 8 && next == 10:
			c.learned.learn(beside, where)
		case high+1 == next && mayMiss(share/2, n): // liked half as often, the point might be missing
			c.learned.apart = fmt.Sprintf("nobody answered %s here, though some did %s", lexicon.FormatNumber(next), where)
		}
	}
}

// asking is what columns have in common that ask alike.
type asking struct {
	kind    study.Kind
	opening string
}

// reach are the columns of numbers, of those that ask alike, that have the same lowest and highest point.
type reach struct {
	low, high float64
	answers   *answersSeen
	first     []named // a few of them, to be named
	n         int
}

// named is a column by its place and name.
type named struct {
	at   int
	name string
}

// reachesOf groups the columns that can lend points by what they ask and how far they reach.
func reachesOf(columns []*asked) map[asking][]*reach {
	all := map[asking][]*reach{}
	for i, c := range columns {
		if !c.ofNumbers() || c.fact() || c.block() != "" {
			continue
		}
		low, high, whole := c.answers.ends()
		if !whole || low < -10 || high > 10 || len(c.answers.strays(rareTop)) > 0 {
			continue
		}
		of := asking{c.asks(), c.opening()}
		at := slices.IndexFunc(all[of], func(r *reach) bool { return r.low == low && r.high == high })
		if at < 0 {
			at = len(all[of])
			all[of] = append(all[of], &reach{low: low, high: high, answers: newAnswersSeen()})
		}
		all[of][at].add(i, c)
	}
	return all
}

func (r *reach) add(at int, c *asked) {
	r.answers.pool(c.answers)
	if r.n++; len(r.first) < mostNamed {
		r.first = append(r.first, named{at, fmt.Sprintf("%q", lexicon.Shorten(naming(c.column)))})
	}
}

// reaching returns the answers to the columns that reach from no higher lowest point to the next higher one that several of them have,
// and which they are; nil: there are none.
func reaching(all []*reach, low, high float64) (beside *answersSeen, where string) {
	tops := map[float64]int{}
	next := math.Inf(1)
	for _, r := range all {
		if r.low <= low && r.high > high {
			if tops[r.high] += r.n; tops[r.high] >= 2 {
				next = math.Min(next, r.high)
			}
		}
	}
	if math.IsInf(next, 1) {
		return nil, ""
	}
	beside = newAnswersSeen()
	var first []named
	for _, r := range all {
		if r.low <= low && r.high == next {
			beside.pool(r.answers)
			first = append(first, r.first...)
		}
	}
	slices.SortFunc(first, func(a, b named) int { return a.at - b.at })
	var names []string
	for _, one := range first {
		names = append(names, one.name)
	}
	return beside, "in " + fewOf(names, tops[next])
}

// wordsAlike is with how many words two questions begin alike that are one question about two subjects: one such question lends its points alone.
const wordsAlike = 4

// wordedAlike returns the answers to the questions that begin with the same words, if all of them reach beyond a highest point and to the same end
// of a usual scale, and which they are; nil: there are none, or they do not agree.
func (c *asked) wordedAlike(columns []*asked, low, high float64) (beside *answersSeen, where string) {
	next, names := 0.0, []string{}
	for _, other := range columns {
		if other == c || !other.ofNumbers() || other.fact() || other.block() != "" || other.asks() != c.asks() || beginAlike(c.column, other.column) < wordsAlike {
			continue
		}
		otherLow, end, whole := other.answers.ends()
		if !whole || otherLow > low || otherLow < 0 || end <= high || !slices.Contains(usualEnds(), end) || next > 0 && end != next || len(other.answers.strays(rareTop)) > 0 {
			return nil, ""
		}
		if next = end; beside == nil {
			beside = newAnswersSeen()
		}
		beside.pool(other.answers)
		names = append(names, fmt.Sprintf("%q", lexicon.Shorten(naming(other.column))))
	}
	return beside, "in " + few(names)
}

// beginAlike is the number of words with which two questions begin alike.
func beginAlike(a, b Column) int {
	one, other := strings.Fields(lexicon.Normalise(a.Text)), strings.Fields(lexicon.Normalise(b.Text))
	n := 0
	for n < min(len(one), len(other)) && one[n] == other[n] {
		n++
	}
	return n
}

// opening is the first word of a question that stands for itself; empty for the few words of a heading. Questions that begin alike are
// mostly answered alike.
func opening(c Column) string {
	words := strings.Fields(lexicon.Normalise(c.Text))
	if len(words) < 4 {
		return ""
	}
	return words[0]
}

// shareAbove returns the share of the numbers above x.
func (a *answersSeen) shareAbove(x float64) float64 {
	above := 0
	for y, n := range a.numbers {
		if y > x {
			above += n
		}
	}
	return float64(above) / math.Max(1, float64(total(a.numbers)))
}

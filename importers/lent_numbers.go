package importers

import (
	"fmt"
	"math"
)

// Columns of numbers learn from each other which points their scale has: the rows of a matrix share one scale, and of few answers
// chance may have left out the highest point that the columns beside them have. What is lent counts as no answer.

// lendInMatrix gives the rows of a matrix of numbers the numbers of all of its rows; but not a number that hardly a row has, and that
// would make another scale of all: a slip in one cell. A row whose many answers end before those of the others keeps its own scale.
func lendInMatrix(columns []*asked) {
	rows := map[string][]*asked{}
	for _, c := range columns {
		if block := blockOfRows(c.column); block != "" && c.ofNumbers() {
			rows[block] = append(rows[block], c)
		}
	}
	for _, matrix := range rows {
		strays := straysOfMatrix(matrix)
		all := newAnswersSeen()
		for _, c := range matrix {
			c.answers.noteStrays(strays)
			all.pool(c.answers)
		}
		for _, x := range strays {
			delete(all.numbers, x)
		}
		_, highest, _ := all.ends()
		lent := map[*asked]bool{}
		for _, c := range matrix {
			if end, settled := c.answers.settledEnd(settledInMatrix); settled && end < highest {
				c.answers.apart = fmt.Sprintf("nobody answered more than %s, and other rows of the matrix reach %s", formatNumber(end), formatNumber(highest))
				continue
			}
			lent[c] = true
		}
		for c := range lent {
			for x := range all.numbers {
				c.answers.numbers[x] += 0
			}
		}
	}
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
		return Normalise(stem)
	}
	if m := rowID().FindStringSubmatch(c.ID); m != nil && (!c.HasID || c.Text == c.ID) && c.Role == Answer {
		return "\x00" + m[1]
	}
	return ""
}

// byChance is the probability under which a point that nobody chose is taken for one that was not offered.
const byChance = 0.01

// lendByChance gives a column of numbers the points above its highest one that two columns or more on the same subject beside it have,
// to the same highest point, if chance alone may have left them out: a share p of the answers there lies above,
// and with n answers nobody chooses them with probability (1 − p)ⁿ.
func lendByChance(columns []*asked) {
	lent := map[*asked]*answersSeen{}
	for _, c := range columns {
		if !c.ofNumbers() || blockOfRows(c.column) != "" || len(c.answers.numbers) < 2 {
			continue
		}
		low, high, whole := c.answers.ends()
		if beside := reaching(columns, c, low, high); whole && beside != nil &&
			math.Pow(1-beside.shareAbove(high), float64(total(c.answers.numbers))) > byChance {
			lent[c] = beside
		}
	}
	for c, beside := range lent { // at the end: what is lent is not lent on
		for x := range beside.numbers {
			c.answers.numbers[x] += 0
		}
	}
}

// reaching returns the answers to the columns on the same subject that reach from no higher lowest point to the next higher one that
// several of them have; nil: there are none.
func reaching(columns []*asked, c *asked, low, high float64) *answersSeen {
	byTop, n := map[float64]*answersSeen{}, map[float64]int{}
	next := math.Inf(1)
	for _, other := range columns {
		if other == c || !other.ofNumbers() || kindOf(other.column) != kindOf(c.column) {
			continue
		}
		l, h, whole := other.answers.ends()
		if len(other.answers.strays(rareTop)) > 0 || !whole || l > low || h <= high || h > 10 {
			continue
		}
		if byTop[h] == nil {
			byTop[h] = newAnswersSeen()
		}
		byTop[h].pool(other.answers)
		if n[h]++; n[h] >= 2 {
			next = math.Min(next, h)
		}
	}
	return byTop[next]
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

// besideWords says why the numbers of one audience look like codes where another answered the same question in words: they run past
// the points that the words have.
func besideWords(q *question) string {
	for _, a := range q.by {
		if !a.answers.inWords() {
			continue
		}
		words := scaleOf(a.answers, a.texts()).scale
		if !words.Defined() {
			continue
		}
		for _, b := range q.by {
			low, high, whole := b.answers.ends()
			if b.answers.inWords() || len(b.answers.words) > 0 || !whole || low < 1 || high != float64(words.Points())+1 {
				continue
			}
			return fmt.Sprintf("the cells run to %s, one past the %d points that were offered in words (%s)", formatNumber(high), words.Points(), quotedFew(words.Labels))
		}
	}
	return ""
}

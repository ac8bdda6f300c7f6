package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Columns of numbers learn from each other which points their scale has: the rows of a matrix share one scale, and of few answers
// chance may have left out the highest point that the columns beside them have. What is lent counts as no answer, and is said.

// lendInMatrix gives the rows of a matrix of numbers the numbers of all of its rows; but not a number that hardly a row has, and that
// would make another scale of all: a slip in one cell. A row whose many answers end before those of the others keeps its own scale,
// and so does one whose question names it.
func lendInMatrix(columns []*asked) {
	rows := map[string][]*asked{}
	for _, c := range columns {
		if block := blockOfRows(c.column); block != "" && c.ofNumbers() && !c.named() {
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
				c.learned.apart = fmt.Sprintf("nobody answered more than %s, and other rows of the matrix reach %s", formatNumber(end), formatNumber(highest))
				continue
			}
			c.learned.learn(all, "") // its own scale: nothing is assumed
		}
	}
}

// nameMatrices gives the rows of a matrix the wording of that row which names the ends of their scale.
func nameMatrices(columns []*asked) {
	names := map[string]string{}
	for _, c := range columns {
		if block := blockOfRows(c.column); block != "" && names[block] == "" {
			if _, _, named := namedEnds([]string{c.column.Text}); named {
				names[block] = c.column.Text
			}
		}
	}
	for _, c := range columns {
		if block := blockOfRows(c.column); block != "" && c.names == "" {
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
	_, _, named := namedEnds(c.texts())
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
		return Normalise(stem)
	}
	if m := rowID().FindStringSubmatch(c.ID); m != nil && (!c.HasID || c.Text == c.ID) && c.Role == Answer {
		return "\x00" + m[1]
	}
	return ""
}

// byChance is the probability under which a point that nobody chose is taken for one that was not offered.
const byChance = 0.01

// lendByChance gives a column of numbers that does not end where usual scales do the points above its highest one that two columns or
// more beside it have which ask alike, to the same highest point, if chance alone may have left them out: a share p of the answers
// there lies above, and with n answers nobody chooses them with probability (1 − p)ⁿ.
func lendByChance(columns []*asked) {
	for _, c := range columns {
		if !c.ofNumbers() || c.named() || blockOfRows(c.column) != "" || len(c.answers.numbers) < 2 {
			continue
		}
		low, high, whole := c.answers.ends()
		if !whole || slices.Contains(usualEnds(), high) {
			continue
		}
		beside, where := reaching(columns, c, low, high)
		if beside != nil && math.Pow(1-beside.shareAbove(high), float64(total(c.answers.numbers))) > byChance {
			c.learned.learn(beside, where)
		}
	}
}

// reaching returns the answers to the columns that ask alike and reach from no higher lowest point to the next higher one that several
// of them have, and which they are; nil: there are none.
func reaching(columns []*asked, c *asked, low, high float64) (beside *answersSeen, where string) {
	byTop, names := map[float64]*answersSeen{}, map[float64][]string{}
	next := math.Inf(1)
	for _, other := range columns {
		if other == c || !other.ofNumbers() || kindOf(other.column) != kindOf(c.column) || isFact(other.column) ||
			blockOfRows(other.column) != "" || opening(other.column) != opening(c.column) {
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
		if names[h] = append(names[h], fmt.Sprintf("%q", shorten(naming(other.column)))); len(names[h]) >= 2 {
			next = math.Min(next, h)
		}
	}
	return byTop[next], "in " + few(names[next])
}

// opening is the first word of a question that stands for itself; empty for the few words of a heading. Questions that begin alike are
// mostly answered alike.
func opening(c Column) string {
	words := strings.Fields(Normalise(c.Text))
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

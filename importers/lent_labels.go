package importers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Columns of words learn from each other which labels their scale has, as columns of numbers do which points. What is lent depends on the
// labels of a column, not on the column: those with the same labels are looked at together.

// lendWords lets columns of words, or of numbers between words, learn: the rows of each matrix, or those that stand for themselves.
func lendWords(columns []*asked, rows bool) {
	blocks := map[string][]*asked{}
	for _, c := range columns {
		if block := c.block(); len(c.answers.words) > 0 && !c.answers.many && rows == (block != "") {
			blocks[block] = append(blocks[block], c)
		}
	}
	for _, of := range blocks {
		between, words := []*asked{}, []*asked{}
		for _, c := range of {
			if len(c.answers.numbers) > 0 {
				between = append(between, c)
			} else {
				words = append(words, c)
			}
		}
		lendNumbers(between)
		switch {
		case !rows:
			(&labelLending{lenders: lendersOf(words)}).lend(words)
		case !lendLanguages(words):
			shareLabels(words)
		}
	}
}

// lender is a set of labels, and the columns that have it, in their order.
type lender struct {
	labels  []string
	columns []*asked
	places  []int // among all columns
}

// lendersOf groups columns by their labels, in the order in which these first stand.
func lendersOf(columns []*asked) []*lender {
	var all []*lender
	of := map[string]*lender{}
	for i, c := range columns {
		labels := slices.Sorted(maps.Keys(c.answers.words))
		key := strings.Join(labels, "\x00")
		if of[key] == nil {
			of[key] = &lender{labels: labels}
			all = append(all, of[key])
		}
		of[key].columns, of[key].places = append(of[key].columns, c), append(of[key].places, i)
	}
	return all
}

// lendNumbers gives columns of numbers between words the numbers of those with the same words at their ends.
func lendNumbers(columns []*asked) {
	lenders := lendersOf(columns)
	having := map[string][]*lender{} // by word: those of few words, which numbers can stand between
	for _, l := range lenders {
		if len(distinctFolded(l.labels)) <= 2 {
			for _, word := range l.labels {
				having[word] = append(having[word], l)
			}
		}
	}
	sides := map[string]int{}
	for _, from := range lenders {
		numbers := newAnswersSeen()
		for _, c := range from.columns {
			numbers.pool(c.answers)
		}
		tried := map[*lender]bool{}
		for _, word := range from.labels {
			for _, to := range having[word] {
				if !tried[to] && endsBeside(from.labels, to.labels, sides) {
					to.learn(numbers)
				}
				tried[to] = true
			}
		}
	}
}

func (l *lender) learn(numbers *answersSeen) {
	for _, c := range l.columns {
		for x := range numbers.numbers {
			if x != math.Trunc(x) {
				continue // no point of theirs: a slip, or half points that nobody gave here
			}
			c.learned.numbers[x] += 0
		}
	}
}

// endsBeside reports whether all words are among others, or ends of a scale; sides keeps which are.
func endsBeside(words, others []string, sides map[string]int) bool {
	for _, word := range words {
		if _, among := slices.BinarySearch(others, word); among {
			continue
		}
		side, known := sides[word]
		if !known {
			side = lexicon.End(word)
			sides[word] = side
		}
		if side == 0 {
			return false
		}
	}
	return true
}

// labelLending lends labels to columns of words that stand for themselves.
type labelLending struct {
	lenders  []*lender
	known    map[string][]labelOffer
	answered map[*asked]int // how many answers all columns with the labels of one have
}

// labelOffer is what columns with one set of labels lend to those with another.
type labelOffer struct {
	labels []string
	end    bool      // it is a single label, and an end of the scale of all
	low    bool      // that end is the low one
	chosen int       // so many answers to all the columns are these labels
	of     int       // of so many
	at     []int     // the places of the columns
	share  []float64 // how much of a column's answers these labels are
	rarer  []int     // which of the columns is the next with a smaller share; behind the last: none
}

// lend adds to the labels of every column those of another that shares at least two, if all together are one scale, and where chance alone may
// have left them out. The first that can lends first, then the next behind it. What was offered to those that then have the same labels all of them
// tell together.
func (l *labelLending) lend(columns []*asked) {
	l.known, l.answered = map[string][]labelOffer{}, map[*asked]int{}
	for _, of := range l.lenders {
		n := 0
		for _, c := range of.columns {
			n += total(c.answers.words)
		}
		for _, c := range of.columns {
			l.answered[c] = n
		}
	}
	l.lenders = slices.DeleteFunc(l.lenders, func(of *lender) bool { return lexicon.Fit(of.labels) == nil })
	for _, c := range columns {
		lent, from := l.first(c, 0)
		for ; len(lent) > 0; lent, from = l.first(c, from+1) {
			where := fmt.Sprintf("in %q", lexicon.Shorten(naming(columns[from].column)))
			for _, label := range lent {
				c.learned.words[label], c.learned.lent = 0, where
			}
		}
	}
	poolOffered(columns)
}

// poolOffered lets the columns that have the same labels of one scale tell together which points it has.
func poolOffered(columns []*asked) {
	alike := map[string][]*asked{}
	for _, c := range columns {
		key := strings.Join(slices.Sorted(maps.Keys(c.learned.words)), "\x00")
		alike[key] = append(alike[key], c)
	}
	for _, of := range alike {
		if len(of) < 2 || lexicon.Fit(of[0].learned.claimed()) == nil {
			continue
		}
		all := newAnswersSeen()
		for _, c := range of {
			all.pool(c.answers)
		}
		all.takeLabels(sortedKeys(of[0].learned.words))
		all.inRows = nil
		for _, c := range of {
			c.learned.inRows = all
		}
	}
}

// first returns the labels that a column lends to another, and its place: the first, from a place on, that can; no labels: none can.
func (l *labelLending) first(to *asked, start int) (labels []string, from int) {
	from = math.MaxInt
	for _, offer := range l.offers(to.learned) {
		k, _ := slices.BinarySearch(offer.at, start)
		for k < len(offer.at) && !offer.mayLack(offer.share[k], total(to.answers.words), l.answered[to]) {
			k = offer.rarer[k]
		}
		if k < len(offer.at) && offer.at[k] < from {
			labels, from = offer.labels, offer.at[k]
		}
	}
	return labels, from
}

// mayLack reports whether chance may have left labels with a share of one column out of n answers to another. Of a single end all answers to columns with
// the same labels tell, on both sides: nobody offers "Poor" to "Excellent" in one question and "Fair" to "Excellent" in the next, and few choose the
// low end of what they like better; a high end that many chose here and none of many there was not offered there.
func (o labelOffer) mayLack(share float64, n, all int) bool {
	if !o.end {
		return mayMiss(share, n)
	}
	return endMayMiss(o.chosen, o.of, all, o.low)
}

// endMayMiss reports whether chance alone may leave an end out of all answers to some columns that some of the answers to others have: all that chose it
// then happened to be asked there.
func endMayMiss(chosen, of, all int, low bool) bool {
	const rarer = 4 // so much less often the low end may be chosen there
	elsewhere := float64(all)
	if low {
		elsewhere /= rarer
	}
	return math.Pow(float64(of)/(float64(of)+elsewhere), float64(chosen)) > byChance
}

// offers returns what others can lend to a column with such labels.
func (l *labelLending) offers(to *answersSeen) []labelOffer {
	has := slices.Sorted(maps.Keys(to.words))
	key := strings.Join(has, "\x00")
	if offers, known := l.known[key]; known {
		return offers
	}
	var offers []labelOffer
	if lexicon.Fit(has) != nil {
		for _, from := range l.lenders {
			lent := slices.DeleteFunc(slices.Clone(from.labels), func(label string) bool {
				_, known := to.words[label]
				return known
			})
			if len(from.labels)-len(lent) < 2 || len(lent) == 0 {
				continue
			}
			if all := lexicon.Fit(append(slices.Clone(has), lent...)); all != nil {
				offer := from.offer(lent)
				offer.end = len(lent) == 1 && len(from.labels) == len(has)+1 && all.IsEnd(lent[0])
				offer.low = offer.end && lexicon.Normalise(all.Labels[0]) == lexicon.Normalise(lent[0])
				offers = append(offers, offer)
			}
		}
	}
	l.known[key] = offers
	return offers
}

// offer says how rare some labels are among the answers to the columns.
func (l *lender) offer(labels []string) labelOffer {
	n := len(l.columns)
	o := labelOffer{labels: labels, at: l.places, share: make([]float64, n), rarer: make([]int, n)}
	for i, c := range l.columns {
		answers := 0
		for _, label := range labels {
			answers += c.answers.words[label]
		}
		n := total(c.answers.words)
		o.share[i] = float64(answers) / float64(n)
		o.chosen, o.of = o.chosen+answers, o.of+n
	}
	for i := n - 1; i >= 0; i-- {
		next := i + 1
		for next < n && o.share[next] >= o.share[i] {
			next = o.rarer[next]
		}
		o.rarer[i] = next
	}
	return o
}

// tellWordings tells columns of words the labels of all of them: what nobody chose here is worded as there.
func tellWordings(columns []*asked) {
	elsewhere := map[string]int{}
	for _, c := range columns {
		if c.answers.many {
			continue
		}
		for word, n := range c.answers.words {
			if isLabel(word) {
				elsewhere[word] += n
			}
		}
	}
	for _, c := range columns {
		if len(c.answers.words) > 0 {
			c.learned.elsewhere = elsewhere
		}
	}
}

package importers

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cxgap/cxgap/importers/lexicon"
	"github.com/google/go-cmp/cmp"
)

// Columns are looked at by what they have in common; the outcome is that of looking at each beside each.
func TestLendingIsThatOfPairs(t *testing.T) {
	agreement := []string{"Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"}
	texts := []string{"q%d", "How do you rate part %d of this?", "Rate these [part %d]", "Do you agree with part %d of this?"}
	for seed := range uint64(300) {
		source := rand.New(rand.NewPCG(seed, 1))
		columns := make([]*asked, 2+source.IntN(12))
		for i := range columns {
			text := fmt.Sprintf(texts[source.IntN(len(texts))], i)
			c := &asked{column: Column{Position: i + 1, ID: text, Text: text, Role: Answer}, answers: newAnswersSeen()}
			answers, top, kind := 2+source.IntN(30), []int{4, 6, 7, 8, 9, 10}[source.IntN(6)], source.IntN(3)
			some := agreement[source.IntN(2) : 3+source.IntN(3)]
			for range answers {
				switch {
				case kind == 0:
					c.answers.words[some[source.IntN(len(some))]]++
				case kind == 1 && source.IntN(4) == 0:
					c.answers.words[agreement[4*source.IntN(2)]]++
				default:
					c.answers.numbers[float64(1+source.IntN(top))]++
				}
			}
			columns[i] = c
		}
		completeLabels(columns)
		got := learnedOf(columns)
		byPairs(columns)
		if diff := cmp.Diff(learnedOf(columns), got); diff != "" {
			t.Fatalf("seed %d: pairs lend otherwise (-pairs +got):\n%s", seed, diff)
		}
	}
}

func learnedOf(columns []*asked) []string {
	var all []string
	for _, c := range columns {
		all = append(all, fmt.Sprint(c.column.ID, " ", c.learned.numbers, c.learned.words, c.learned.lent))
	}
	return all
}

// byPairs lets columns learn as completeLabels does, each from each.
func byPairs(columns []*asked) {
	for _, c := range columns {
		c.learned = c.answers.clone()
	}
	nameMatrices(columns)
	lendInMatrix(columns)
	wordsByPairs(columns, true)
	chanceByPairs(columns)
	learnFromNeighbours(columns)
	learnFromRuns(columns)
	wordsByPairs(columns, false)
}

func wordsByPairs(columns []*asked, rows bool) {
	for _, c := range columns {
		for _, other := range columns {
			if other == c || len(c.answers.words) == 0 || len(other.answers.words) == 0 || rows != (c.block() != "") || c.block() != other.block() {
				continue
			}
			if len(c.answers.numbers) > 0 && len(other.answers.numbers) > 0 {
				numbersOfPair(c, other)
			}
			if len(c.answers.numbers)+len(other.answers.numbers) == 0 {
				labelsOfPair(columns, c, other)
			}
		}
	}
}

func numbersOfPair(to, from *asked) {
	shared := 0
	for word := range from.answers.words {
		_, has := to.answers.words[word]
		if has {
			shared++
		} else if lexicon.End(word) == 0 {
			return
		}
	}
	for x := range from.answers.numbers {
		if shared > 0 {
			to.learned.numbers[x] += 0
		}
	}
}

func labelsOfPair(columns []*asked, to, from *asked) {
	has, answers := slices.Sorted(maps.Keys(to.learned.words)), 0
	lent := slices.DeleteFunc(slices.Sorted(maps.Keys(from.answers.words)), func(word string) bool { return slices.Contains(has, word) })
	if to.block() != "" { // all rows together are of one scale
		for _, word := range lent {
			to.learned.words[word] = 0
		}
		return
	}
	for _, word := range lent {
		answers += from.answers.words[word]
	}
	if len(from.answers.words)-len(lent) < 2 || len(lent) == 0 {
		return
	}
	all := lexicon.Fit(slices.Concat(has, lent))
	if all == nil {
		return
	}
	end := len(lent) == 1 && len(from.answers.words) == len(has)+1 && all.IsEnd(lent[0])
	if !end && !mayMiss(float64(answers)/float64(total(from.answers.words)), total(to.answers.words)) {
		return
	}
	if end {
		chosen, of, n := 0, 0, 0
		for _, c := range columns {
			if c.block() != "" || len(c.answers.numbers) > 0 {
				continue
			}
			labels := slices.Sorted(maps.Keys(c.answers.words))
			if slices.Equal(labels, slices.Sorted(maps.Keys(to.answers.words))) {
				n += total(c.answers.words)
			}
			if slices.Equal(labels, slices.Sorted(maps.Keys(from.answers.words))) {
				chosen, of = chosen+c.answers.words[lent[0]], of+total(c.answers.words)
			}
		}
		if !endMayMiss(chosen, of, n, all.Labels[0] == lent[0]) {
			return
		}
	}
	where := fmt.Sprintf("in %q", lexicon.Shorten(naming(from.column)))
	for _, word := range lent {
		to.learned.words[word], to.learned.lent = 0, where
	}
}

func chanceByPairs(columns []*asked) {
	for _, c := range columns {
		low, high, _ := c.answers.ends()
		if !c.ofNumbers() || c.block() != "" || len(c.answers.numbers) < 2 || slices.Contains(usualEnds(), high) {
			continue
		}
		byTop, names := map[float64]*answersSeen{}, map[float64][]string{}
		next := 100.0
		for _, other := range columns {
			l, h, _ := other.answers.ends()
			if !other.ofNumbers() || other.block() != "" || other.opening() != c.opening() || len(other.answers.strays(rareTop)) > 0 || l > low || h <= high {
				continue
			}
			if byTop[h] == nil {
				byTop[h] = newAnswersSeen()
			}
			byTop[h].pool(other.answers)
			if names[h] = append(names[h], fmt.Sprintf("%q", lexicon.Shorten(naming(other.column)))); len(names[h]) >= 2 {
				next = min(next, h)
			}
		}
		if byTop[next] == nil {
			byTop, names, next = alikeByPairs(columns, c, low, high)
		}
		if byTop[next] != nil && (high == 8 && next == 10 || mayMiss(byTop[next].shareAbove(high), total(c.answers.numbers))) {
			c.learned.learn(byTop[next], "in "+few(names[next]))
		}
	}
}

// alikeByPairs are the answers to the questions that begin with the same four words, if each of them reaches one and the same end of a usual scale.
func alikeByPairs(columns []*asked, c *asked, low, high float64) (map[float64]*answersSeen, map[float64][]string, float64) {
	all, names, next := newAnswersSeen(), []string{}, 0.0
	for _, other := range columns {
		l, h, _ := other.answers.ends()
		switch {
		case other == c || !other.ofNumbers() || other.block() != "" || beginAlike(c.column, other.column) < wordsAlike:
			continue
		case l > low || h <= high || h != 7 && h != 10 || next != 0 && next != h || len(other.answers.strays(rareTop)) > 0:
			return nil, nil, 0
		}
		next = h
		all.pool(other.answers)
		names = append(names, fmt.Sprintf("%q", lexicon.Shorten(naming(other.column))))
	}
	if next == 0 {
		return nil, nil, 0
	}
	return map[float64]*answersSeen{next: all}, map[float64][]string{next: names}, next
}

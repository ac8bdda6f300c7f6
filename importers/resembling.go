package importers

import "slices"

// Questions are alike where the letter trigrams of their words are. A few hundred questions are compared each with each; of more, only
// those are that share a trigram which few have: what all share (how satisfied are you with) makes no two of them alike.
const (
	comparedWithAll = 200
	rareTrigram     = 32 // questions that have it
)

// resembling finds those of many questions that may be in words like another's.
type resembling struct {
	grams []map[string]int
	with  map[string][]int // by trigram: which questions have it; nil: each is compared with each
	found []bool           // of one search
}

func newResembling(grams []map[string]int) *resembling {
	r := &resembling{grams: grams, found: make([]bool, len(grams))}
	if len(grams) <= comparedWithAll {
		return r
	}
	r.with = map[string][]int{}
	for i, of := range grams {
		for gram := range of {
			r.with[gram] = append(r.with[gram], i)
		}
	}
	return r
}

// candidates returns the positions of the questions that are to be compared with one of these trigrams, in order.
func (r *resembling) candidates(grams map[string]int) []int {
	var at []int
	if r.with == nil {
		for i := range r.grams {
			at = append(at, i)
		}
		return at
	}
	for gram := range grams {
		with := r.with[gram]
		if len(with) > rareTrigram {
			continue
		}
		for _, i := range with {
			if !r.found[i] {
				r.found[i], at = true, append(at, i)
			}
		}
	}
	for _, i := range at {
		r.found[i] = false
	}
	slices.Sort(at)
	return at
}

// alike is the Sørensen–Dice coefficient of the letter trigrams of two questions: 1 for the same, 0 for nothing in common.
func alike(x, y map[string]int) float64 {
	all := total(x) + total(y)
	if all == 0 {
		return 0
	}
	return 2 * float64(inCommon(x, y)) / float64(all)
}

// inCommon counts the trigrams that two questions share.
func inCommon(x, y map[string]int) int {
	common := 0
	for gram, n := range x {
		common += min(n, y[gram])
	}
	return common
}

func gramsOf(columns []*asked) []map[string]int {
	grams := make([]map[string]int, len(columns))
	for i, a := range columns {
		grams[i] = a.grams()
	}
	return grams
}

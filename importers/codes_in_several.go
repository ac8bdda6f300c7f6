package importers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// A number far past the points that stands in several columns of an export (99 beside 1 to 10, -9 beside 1 to 5) is no slip, and no point that hardly
// anybody chose: whoever made the file wrote it for "don't know", or for no answer. Which of these only they know, so that it is asked, once for all.

// sharedCode is what such numbers are in an export, said alike of each of its columns.
type sharedCode struct {
	numbers []float64
	what    string
}

// enoughColumns is in how many columns a number has to stand to be a code of the export.
const enoughColumns = 3

// tellSharedCodes lets columns of numbers know of the codes for no answer that they share with others.
func tellSharedCodes(columns []*asked) {
	holding := map[float64][]*asked{}
	for _, c := range columns {
		for _, x := range c.codesFarPast() {
			holding[x] = append(holding[x], c)
		}
	}
	var codes []float64
	cells, lowest, highest := 0, math.Inf(1), math.Inf(-1)
	var held []*asked
	for _, x := range slices.Sorted(maps.Keys(holding)) {
		if len(holding[x]) < enoughColumns {
			continue
		}
		codes = append(codes, x)
		for _, c := range holding[x] {
			if cells += c.answers.numbers[x]; !slices.Contains(held, c) {
				held = append(held, c)
			}
			low, high := c.answers.endsBut(c.codesFarPast())
			lowest, highest = min(lowest, low), max(highest, high)
		}
	}
	if len(codes) == 0 {
		return
	}
	stand, it := "stands", "it"
	if len(codes) > 1 {
		stand, it = "stand", "them"
	}
	texts := strings.ReplaceAll(listed(codes, "and"), " and", ",")
	what := fmt.Sprintf("%s %s in %d columns of ratings (%s), outside the points %s to %s: don't know, or no answer? (missing: {dont_know: [%s]} or {blank: [%s]} leaves %s out)",
		listed(codes, "and"), stand, len(held), count(cells, "cell"), lexicon.FormatNumber(lowest), lexicon.FormatNumber(highest), texts, texts, it)
	for _, c := range held {
		c.shared = &sharedCode{codes, what}
	}
}

// codesFarPast returns the numbers of a rating that surveys write for no answer and that lie far from all others, which are points from 0 to 10: negative
// ones, and such as 99. A scale that its heading names may have them, and so may one from below 0.
func (a *asked) codesFarPast() []float64 {
	const farPast, leastHighest = 10, 4
	if !a.ofNumbers() || a.fact() || asksForGroup(a.column) != noGroup {
		return nil
	}
	if _, _, whole := a.answers.ends(); !whole {
		return nil
	}
	low, _, named := lexicon.NamedEnds(a.headings())
	var codes []float64
	points, lowest, highest := 0, math.Inf(1), math.Inf(-1)
	for _, x := range a.answers.observed() {
		if (x < 0 || x > farPast) && codeForNone(x) {
			codes = append(codes, x)
			continue
		}
		points, lowest, highest = points+1, min(lowest, x), max(highest, x)
	}
	mirrored := len(codes) > 2 && slices.ContainsFunc(codes, func(x float64) bool { return x < 0 && x >= -highest }) // -5 to 5
	if points < 3 || lowest < 0 || highest > farPast || highest < leastHighest || mirrored || named && low < 0 {
		return nil
	}
	return codes
}

// endsBut are the lowest and the highest number that somebody answered, but those of a list.
func (a *answersSeen) endsBut(codes []float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, x := range a.observed() {
		if !slices.Contains(codes, x) {
			low, high = min(low, x), max(high, x)
		}
	}
	return low, high
}

// holdsSharedCode returns why a question has no scale: an audience has a code in it that stands in several of its columns, and nothing else strays.
// Of another that goes on past 10 it may be a point.
func (d *draft) holdsSharedCode(q *question) string {
	for _, a := range q.by {
		pastTen := func(b *asked) bool {
			_, high := b.answers.endsBut(a.shared.numbers)
			return high > 10
		}
		if a.shared == nil || slices.ContainsFunc(q.by, pastTen) {
			continue
		}
		if slices.ContainsFunc(d.straysOf(q, a), func(x float64) bool { return !slices.Contains(a.shared.numbers, x) }) {
			continue
		}
		q.unread, q.sharesCode = a, true
		return a.shared.what
	}
	return ""
}

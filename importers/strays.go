package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// How many times as often the end of a scale is chosen as all numbers beyond it together, from which these are no points of it.
const (
	rareTop      = 20
	rareInMatrix = 7 // of one answer, where all other rows of the matrix keep to the scale
)

// How often the highest number of a column is chosen, from which its scale ends there: were a next point chosen a quarter as often,
// chance would leave it out in fewer than 1 of 100 cases, in a matrix, whose rows mostly share a scale, in fewer than 1 of 10,000.
const (
	settledAmongAudiences = 20
	settledInMatrix       = 40
)

// usualEnds are the ends of the scales of numbers on which strays are looked for.
func usualEnds() []float64 { return []float64{5, 7, 10} }

// How sure an empty stretch is: the answers that its points would have had, were each chosen as often as the points on both sides of
// it are in the (geometric) mean. Chance leaves out what had so many in fewer than 1 of 100 cases (e⁻⁴·⁶).
const emptyStretch = 4.6

// surelyEmpty is such a stretch of two points or more that chance does not leave out in one of a million cases: however many chose what lies behind it,
// it is no point of the scale before it.
const surelyEmpty = 13.8

// observed are the numbers that somebody answered, in order.
func (a *answersSeen) observed() []float64 {
	return slices.DeleteFunc(sortedNumbers(a.numbers), func(x float64) bool { return a.numbers[x] == 0 })
}

// strays returns the numbers outside a usual scale that are no points of it: beyond its end those that hardly anybody has, while the
// others fill it (a 6 in one of hundreds of answers from 1 to 5 is a slip or a code, and makes no scale of six points), and those behind
// an empty stretch, such as a 9 for "don't know" beside answers from 1 to 5; below it a rare 0, and what is negative.
func (a *answersSeen) strays(rare int) []float64 {
	numbers := a.observed()
	if _, _, whole := a.ends(); !whole || len(numbers) < 4 {
		return nil
	}
	inside := slices.DeleteFunc(slices.Clone(numbers), func(x float64) bool { return x < 0 })
	found := slices.Clone(numbers[:len(numbers)-len(inside)])
	past := a.pastEnd(inside, rare)
	kept := inside[:len(inside)-len(past)]
	if len(kept) > 2 && kept[0] == 0 && kept[1] == 1 && slices.Contains(usualEnds(), kept[len(kept)-1]) && a.numbers[1] >= rare*a.numbers[0] {
		found = append(found, 0)
	}
	if len(past) == 0 && (len(kept) < 4 || !slices.Contains(usualEnds(), kept[len(kept)-1])) {
		return nil // nothing tells the scale beside which others stray
	}
	return append(found, past...)
}

// pastEnd returns the numbers, of those in order, that stray beyond the end of a usual scale.
func (a *answersSeen) pastEnd(numbers []float64, rare int) []float64 {
	const mostStrays, farthest, leastInside = 5, 12, 10
	var beside []float64
	for _, end := range []float64{10, 7, 5, 4} {
		at, chosen := slices.BinarySearch(numbers, end)
		past := numbers[min(at+1, len(numbers)):]
		if !chosen || len(past) == 0 || len(past) > mostStrays {
			continue
		}
		inside, beyond := 0, 0
		for _, x := range numbers {
			if x <= end {
				inside += a.numbers[x]
			} else {
				beyond += a.numbers[x]
			}
		}
		if end == 10 && a.elevenIsApart() {
			return past
		}
		gap := past[0] - end - 1
		missing := gap * math.Sqrt(float64(a.numbers[end])*float64(a.numbers[past[0]]))
		empty := missing >= emptyStretch
		switch {
		case len(beside) == 0 && end > 4 && at > 0 && past[len(past)-1] <= farthest && a.numbers[end] >= rare*beyond:
			return past
		case end > 4 && at+1 >= int(end)-1 && inside >= leastInside && rareTop*beyond <= inside && a.typedAnything(end, past):
			return past
		case len(beside) == 0 && empty && at+1 >= int(end)-1 && inside >= leastInside && (4*beyond <= inside || missing >= surelyEmpty && gap >= 2) && (end > 4 || gap >= 2):
			if rareTop*a.numbers[end] > inside {
				return past
			}
			beside = past // of a shorter scale more may be strays: 7 and 22 beside answers from 1 to 5
		}
	}
	return beside
}

// mostApart is the part of all cells that 11 has at most where it stands for no answer.
const mostApart = 4

// elevenIsApart reports whether 11 is the number of "don't know" beside 0 to 10 rather than the last of eleven codes: each of the eleven points from 0 to
// 10 was chosen, so that 11 is a twelfth number, and few cells hold it.
func (a *answersSeen) elevenIsApart() bool {
	seen := slices.DeleteFunc(a.observed(), func(x float64) bool { return x < 0 })
	return len(seen) == 12 && seen[0] == 0 && seen[10] == 10 && seen[11] == 11 && mostApart*a.numbers[11] <= total(a.numbers)
}

// typedAnything reports whether one of several numbers beyond an end lies behind a stretch so empty that it is no point: cells were typed by
// hand, and the others beyond the end, none of them chosen often, are no points either.
func (a *answersSeen) typedAnything(end float64, past []float64) bool {
	const rarer = 5
	before, far := end, false
	for _, x := range past {
		far = far || (x-before-1)*math.Sqrt(float64(a.numbers[end])*float64(a.numbers[x])) >= emptyStretch
		if rarer*a.numbers[x] > a.numbers[end] {
			return false
		}
		before = x
	}
	return far
}

// noteStrays notes those numbers of a matrix that this row holds.
func (a *answersSeen) noteStrays(strays []float64) {
	for _, x := range strays {
		if a.numbers[x] > 0 && !slices.Contains(a.strayed, x) {
			a.strayed = append(a.strayed, x)
		}
	}
	slices.Sort(a.strayed)
}

// straysOfMatrix returns the stray numbers of rows that share a scale. Where one answer alone leaves what all rows keep to, fewer
// answers tell.
func straysOfMatrix(rows []*asked) []float64 {
	all := newAnswersSeen()
	for _, c := range rows {
		all.pool(c.answers)
	}
	if strays := all.strays(rareTop); len(strays) > 0 || len(rows) < 3 {
		return strays
	}
	strays := all.strays(rareInMatrix)
	if len(strays) == 1 && all.numbers[strays[0]] == 1 {
		return strays
	}
	return nil
}

// settledEnd returns the highest number of a column that fills a usual scale, if so many chose it that the scale must end there.
func (a *answersSeen) settledEnd(enough int) (end float64, settled bool) {
	numbers := a.observed()
	if len(numbers) < 4 || len(a.words) > 0 || a.many {
		return 0, false
	}
	end = numbers[len(numbers)-1]
	_, _, whole := a.ends()
	return end, whole && numbers[0] <= 1 && slices.Contains(usualEnds(), end) && len(numbers) >= int(end)-1 && a.numbers[end] >= enough
}

// beyondScale says that numbers are strays, and what a study file can do about them.
func (a *answersSeen) beyondScale(strays []float64) string {
	answers := 0
	var texts []string
	for _, x := range strays {
		texts, answers = append(texts, lexicon.FormatNumber(x)), answers+a.numbers[x]
	}
	kept := slices.DeleteFunc(a.observed(), func(x float64) bool { return slices.Contains(strays, x) })
	low, high := kept[0], kept[len(kept)-1]
	where, what := fmt.Sprintf("one past the points to %s", lexicon.FormatNumber(high)), "a point"
	if len(strays) > 1 || strays[0] != high+1 {
		where = fmt.Sprintf("outside the points %s to %s", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
	}
	if len(strays) > 1 {
		what = "points"
	}
	is := "is"
	if answers != 1 {
		is = "are"
	}
	if strays[0] == 11 && a.elevenIsApart() {
		return fmt.Sprintf("%d of %s %s 11, beside all eleven points from 0 to 10: an answer such as \"don't know\", or a point? (%smissing: {dont_know: [11]} leaves it out)",
			answers, count(total(a.numbers), "answer"), is, keeping(0, 11))
	}
	if strays[0] > high+1 && rareTop*answers > total(a.numbers) {
		return fmt.Sprintf("%d of %s %s %s, and nobody chose a point between it and %s: a code, such as for \"don't know\", or a longer scale? "+
			"(%smissing: {dont_know: [%s]} leaves it out)", answers, count(total(a.numbers), "answer"), is, strings.Join(texts, " or "), lexicon.FormatNumber(high),
			keeping(low, strays[len(strays)-1]), strings.Join(texts, ", "))
	}
	return fmt.Sprintf("%d of %s %s %s, %s that all others chose: a slip, a code, or %s that hardly anybody chose "+
		"(%smissing: {%s: [%s]} leaves it out)", answers, count(total(a.numbers), "answer"), is, strings.Join(texts, " or "), where, what,
		keeping(min(low, strays[0]), max(high, strays[len(strays)-1])), a.missingKey(strays), strings.Join(texts, ", "))
}

// missingKey is where a study file names numbers that are no answers.
func (a *answersSeen) missingKey(numbers []float64) string {
	if slices.ContainsFunc(numbers, func(x float64) bool { return !a.codeForNone(x) }) {
		return "blank"
	}
	return "dont_know"
}

// keeping says which scale keeps strays, if there could be one.
func keeping(low, high float64) string {
	if low < 0 || high > mostKept {
		return ""
	}
	low = min(low, 1) // nobody need have chosen the end
	return fmt.Sprintf("scale: %s..%s keeps it, ", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
}

// outsideNamed returns the numbers outside the scale that question texts name: whatever they are, its points they are not.
func (a *answersSeen) outsideNamed(asked []lexicon.Heading) (outside []float64, low, high float64) {
	low, high, named := lexicon.NamedEnds(asked)
	if !named {
		return nil, 0, 0
	}
	return slices.DeleteFunc(a.observed(), func(x float64) bool { return x >= low && x <= high }), low, high
}

// beyondNamed says that numbers lie outside the scale that the question names.
func (a *answersSeen) beyondNamed(outside []float64, low, high float64) string {
	answers := 0
	var texts []string
	for _, x := range outside {
		texts, answers = append(texts, lexicon.FormatNumber(x)), answers+a.numbers[x]
	}
	lie := "lie"
	if answers == 1 {
		lie = "lies"
	}
	return fmt.Sprintf("%d of %s %s outside the scale %s to %s that the question names, such as %s: don't know, no answer, or a slip? "+
		"(missing: {dont_know: [%s]} or {blank: [%s]} leaves them out)", answers, count(total(a.numbers), "answer"), lie,
		lexicon.FormatNumber(low), lexicon.FormatNumber(high), texts[len(texts)-1], strings.Join(texts, ", "), strings.Join(texts, ", "))
}

// stray says why numbers of one audience make no scale: hardly an answer of its matrix has them, and none of another audience. Where
// the question names its scale there are none.
func (d *draft) stray(q *question) string {
	if _, _, named := lexicon.NamedEnds(q.headings()); named || q.pooled().ofPromoters(q.headings()) {
		return "" // what lies outside is told by the scale
	}
	for _, a := range q.by {
		if strays := d.straysOf(q, a); len(strays) > 0 {
			q.unread = a
			return d.study.Audiences[a.audience].ID + ": " + a.answers.beyondScale(strays)
		}
	}
	return ""
}

// usuallyChosen is how many of another audience chose a number, from which it strays in none.
const usuallyChosen = 3

// straysOf returns the stray numbers of one audience's answers: those outside the scale that the question names, or those that hardly
// anybody of any audience has.
func (d *draft) straysOf(q *question, a *asked) []float64 {
	if _, _, named := lexicon.NamedEnds(q.headings()); named {
		outside, _, _ := a.answers.outsideNamed(q.headings())
		return outside
	}
	strays := slices.Clone(a.learned.strayed)
	for _, x := range a.answers.strays(rareTop) {
		if !slices.Contains(strays, x) {
			strays = append(strays, x)
		}
	}
	for _, x := range a.straysBeside(q) {
		if !slices.Contains(strays, x) {
			strays = append(strays, x)
		}
	}
	slices.Sort(strays)
	return slices.DeleteFunc(strays, func(x float64) bool {
		return slices.ContainsFunc(q.by, func(b *asked) bool {
			return b != a && b.answers.numbers[x] >= usuallyChosen && !slices.Contains(b.learned.strayed, x)
		})
	})
}

// straysBeside returns the numbers of one audience that lie beyond the end of a usual scale which another audience fills and nobody of it
// leaves, if hardly any of its own answers do.
func (a *asked) straysBeside(q *question) []float64 {
	for _, b := range q.by {
		numbers := b.answers.observed()
		if b == a || len(numbers) < 4 || total(b.answers.numbers) < leastToEnd {
			continue
		}
		end := numbers[len(numbers)-1]
		if !slices.Contains(usualEnds(), end) || numbers[0] < 0 {
			continue
		}
		if beyond := a.answers.hardlyBeyond(end); len(beyond) > 0 {
			return beyond
		}
	}
	return nil
}

// hardlyBeyond returns the numbers beyond an end if so few cells hold them that they are no points.
func (a *answersSeen) hardlyBeyond(end float64) []float64 {
	seen := a.observed()
	_, _, whole := a.ends()
	beyond := slices.DeleteFunc(slices.Clone(seen), func(x float64) bool { return x <= end })
	n := 0
	for _, x := range beyond {
		n += a.numbers[x]
	}
	if !whole || len(a.words) > 0 || a.many || n == 0 || len(seen)-len(beyond) < 3 || rareTop*n > total(a.numbers) {
		return nil
	}
	return beyond
}

// past says which audience's numbers run past those of another that end where a usual scale does, so surely that no common scale can be
// made of them. Where both fill a usual scale each has its own, and that is said; else nobody can tell.
func (d *draft) past(q *question) string {
	if _, _, named := lexicon.NamedEnds(q.headings()); named {
		return ""
	}
	for _, a := range q.by {
		if why := a.partsApart(); why != "" {
			q.unread = a
			return why
		}
	}
	for _, found := range q.lengths {
		q.apart, q.whyApart = true, found.what
		found.shorter.learned.apart, found.longer.learned.apart = found.what, found.what
	}
	why, told := "", map[*asked]bool{}
	for _, a := range q.by {
		for _, b := range q.by {
			end, ends := a.answers.endsBefore(b.answers)
			if b == a || !ends {
				continue
			}
			seen := b.answers.observed()
			what := fmt.Sprintf("the answers of %s run to %s, and those of %s end at %s", d.study.Audiences[b.audience].ID,
				lexicon.FormatNumber(seen[len(seen)-1]), d.study.Audiences[a.audience].ID, lexicon.FormatNumber(end))
			if q.apart = true; q.whyApart == "" {
				q.whyApart = what
			}
			if why == "" && !b.answers.reaches(end) {
				q.unread, why = b, what+": two scales, codes, or points that one of them did not choose?"
			}
			a.learned.apart, b.learned.apart = what, what
			told[a], told[b] = true, true
		}
	}
	if why == "" {
		return d.ofEither(q, told)
	}
	return why
}

// ofEither says which audience has too few answers to tell on which of the scales of the others it was asked: one of its own is none of
// them. Empty: none has.
func (d *draft) ofEither(q *question, told map[*asked]bool) string {
	var ends []float64
	for _, a := range q.by {
		if seen := a.answers.observed(); told[a] && !slices.Contains(ends, seen[len(seen)-1]) {
			ends = append(ends, seen[len(seen)-1])
		}
	}
	slices.Sort(ends)
	for _, a := range q.by {
		seen := a.answers.observed()
		if len(ends) == 0 || told[a] || len(seen) == 0 || len(a.answers.words) > 0 {
			continue
		}
		high := seen[len(seen)-1]
		switch may := slices.DeleteFunc(slices.Clone(ends), func(x float64) bool { return x < high }); len(may) {
		case 0:
		case 1:
			a.learned.learnEnd(may[0], "of another audience")
		default:
			q.unread, q.either, q.eitherEnds = a, true, may
			return fmt.Sprintf("%s answered %s to %s, which may be of the scale to %s or of that to %s, on which others were asked", d.study.Audiences[a.audience].ID,
				lexicon.FormatNumber(seen[0]), lexicon.FormatNumber(high), lexicon.FormatNumber(may[0]), lexicon.FormatNumber(may[len(may)-1]))
		}
	}
	return ""
}

// How many answers tell that an audience's scale ends where its answers do.
const leastToEnd = 10

// endsBefore returns the end of a usual scale at which answers end while those of another audience go on, if that is no chance: so many
// chose the end that a next point would have been chosen too, or, were the points beyond it chosen half as often as the others choose
// them, chance would leave them all out in fewer than 1 of 100 cases.
func (a *answersSeen) endsBefore(others *answersSeen) (end float64, ends bool) {
	numbers := a.observed()
	_, high, whole := others.ends()
	if len(numbers) < 4 || len(a.words)+len(others.words) > 0 || a.many || others.many || !whole || high > 10 {
		return 0, false
	}
	if end = numbers[len(numbers)-1]; !slices.Contains(usualEnds(), end) || high <= end || numbers[0] < 0 {
		return 0, false
	}
	_, settled := a.settledEnd(settledAmongAudiences)
	n := total(a.numbers)
	return end, settled || n >= leastToEnd && math.Pow(1-others.shareAbove(end)/2, float64(n)) < byChance
}

// reaches reports whether answers fill a usual scale that goes on past an end: many chose its own end, or a good part of all answers
// lies beyond.
func (a *answersSeen) reaches(end float64) bool {
	const leastBeyond, leastShare = 5, 0.1
	if _, settled := a.settledEnd(settledAmongAudiences); settled {
		return true
	}
	numbers := a.observed()
	share := a.shareAbove(end)
	return len(numbers) >= 4 && slices.Contains(usualEnds(), numbers[len(numbers)-1]) && share >= leastShare && share*float64(total(a.numbers)) >= leastBeyond
}

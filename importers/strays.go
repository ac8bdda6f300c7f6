package importers

import (
	"fmt"
	"slices"
	"strings"
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

// observed are the numbers that somebody answered, in order.
func (a *answersSeen) observed() []float64 {
	return slices.DeleteFunc(sortedNumbers(a.numbers), func(x float64) bool { return a.numbers[x] == 0 })
}

// strays returns the numbers beyond a usual scale that hardly anybody has, while the others fill it: a 6 in one of hundreds of answers
// from 1 to 5 is a slip or a code, and makes no scale of six points; nor does a 0 below them.
func (a *answersSeen) strays(rare int) []float64 {
	const mostStrays, farthest = 3, 12
	numbers := a.observed()
	if _, high, whole := a.ends(); !whole || len(numbers) < 4 || numbers[0] < 0 || high > farthest {
		return nil
	}
	var found []float64
	beyond := 0
	for i := len(numbers) - 1; i >= max(2, len(numbers)-mostStrays); i-- {
		beyond += a.numbers[numbers[i]]
		if end := numbers[i-1]; slices.Contains(usualEnds(), end) && a.numbers[end] >= rare*beyond {
			found = numbers[i:]
			break
		}
	}
	kept := numbers[:len(numbers)-len(found)]
	if kept[0] == 0 && kept[1] == 1 && slices.Contains(usualEnds(), kept[len(kept)-1]) && a.numbers[1] >= rare*a.numbers[0] {
		found = append([]float64{0}, found...)
	}
	return found
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
		texts, answers = append(texts, formatNumber(x)), answers+a.numbers[x]
	}
	kept := slices.DeleteFunc(a.observed(), func(x float64) bool { return slices.Contains(strays, x) })
	low, high := kept[0], kept[len(kept)-1]
	where, what := fmt.Sprintf("one past the points to %s", formatNumber(high)), "a point"
	if len(strays) > 1 || strays[0] != high+1 {
		where = fmt.Sprintf("outside the points %s to %s", formatNumber(low), formatNumber(high))
	}
	if len(strays) > 1 {
		what = "points"
	}
	is := "is"
	if answers != 1 {
		is = "are"
	}
	return fmt.Sprintf("%d of %s %s %s, %s that all others chose: a slip, a code, or %s that hardly anybody chose "+
		"(scale: %s..%s keeps it, missing: {blank: [%s]} leaves it out)", answers, count(total(a.numbers), "answer"), is, strings.Join(texts, " or "), where, what,
		formatNumber(min(low, strays[0])), formatNumber(max(high, strays[len(strays)-1])), strings.Join(texts, ", "))
}

// stray says why numbers of one audience make no scale: hardly an answer of its matrix has them, and none of another audience. Where
// the question names its scale there are none.
func (d *draft) stray(q *question) string {
	if _, _, named := namedEnds(q.texts()); named {
		return ""
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

// straysOf returns the stray numbers of one audience's answers.
func (d *draft) straysOf(q *question, a *asked) []float64 {
	strays := slices.Clone(a.answers.strayed)
	for _, x := range a.answers.strays(rareTop) {
		if !slices.Contains(strays, x) {
			strays = append(strays, x)
		}
	}
	slices.Sort(strays)
	return slices.DeleteFunc(strays, func(x float64) bool {
		return slices.ContainsFunc(q.by, func(b *asked) bool { return b != a && b.answers.numbers[x] >= usuallyChosen })
	})
}

// past says which audience's numbers run past those of another, whose many answers fill a usual scale and end with it: no common scale
// can be made of them. Where both fill a usual scale each has its own, and that is said; else nobody can tell.
func (d *draft) past(q *question) string {
	if _, _, named := namedEnds(q.texts()); named {
		return ""
	}
	for _, a := range q.by {
		end, settled := a.answers.settledEnd(settledAmongAudiences)
		if !settled {
			continue
		}
		for _, b := range q.by {
			_, high, whole := b.answers.ends()
			if b == a || len(b.answers.words) > 0 || !whole || high <= end || high > 10 {
				continue
			}
			seen := b.answers.observed()
			what := fmt.Sprintf("the answers of %s run to %s, and those of %s fill 1 to %s and end there", d.study.Audiences[b.audience].ID,
				formatNumber(seen[len(seen)-1]), d.study.Audiences[a.audience].ID, formatNumber(end))
			q.apart = true
			if _, also := b.answers.settledEnd(settledAmongAudiences); !also {
				q.unread = b
				return what + ": two scales, codes, or points that one of them did not choose?"
			}
			a.answers.apart, b.answers.apart = what, what
		}
	}
	return ""
}

// lendLabelPoints gives an audience that answered in numbers the ends of the scale on which another answered in words.
func lendLabelPoints(q *question) {
	points := 0.0
	for _, a := range q.by {
		if a.answers.inWords() && !a.answers.many {
			if read := scaleOf(a.answers, a.texts()); read.scale.Defined() && read.remark == "" {
				points = float64(len(read.scale.Labels))
			}
		}
	}
	for _, a := range q.by {
		low, high, whole := a.answers.ends()
		if points > 0 && len(a.answers.words) == 0 && whole && len(a.answers.observed()) > 1 && low >= 1 && high <= points {
			a.answers.numbers[1] += 0
			a.answers.numbers[points] += 0
		}
	}
}

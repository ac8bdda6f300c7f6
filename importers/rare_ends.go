package importers

import (
	"fmt"
	"slices"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// Few scales end at 6, and hardly one at 8. Many exports write "don't know" as the next code: 6 behind five points, 8 behind seven. Numbers alone do
// not tell, where so many say so that they are no slips.

// sixInDoubt says of a scale of six points that its last may be none.
const sixInDoubt = `few scales end at 6: if it stands for "don't know", missing: {dont_know: [6]} leaves it out`

// doubtsSix reports whether answers that end at 6 fill what lies below, and nothing but they says that there are six points: no words or signs in
// the cells, no wording, no school grades, and no longer scale beside them.
func (a *answersSeen) doubtsSix(asked []lexicon.Heading) bool {
	const mostOfFive = 4
	return len(a.numbers) > mostOfFive && a.numbers[5] > 0 && !a.anchored && a.written == nil && a.apart == "" && namedTop(asked) != 6 &&
		!slices.ContainsFunc(asked, func(h lexicon.Heading) bool { return lexicon.GradesIn(h.Text) != lexicon.NoGrades })
}

// leastToDoubt and mostOfSeven are how many answers, on how many points from 1 to 7, make it no chance that nobody chose what lies above an 8.
const (
	leastToDoubt = 20
	mostOfSeven  = 5
)

// endsAtEight reports whether so many numbers end at 8, and no question beside it lends it what is above: of 9 or 10 points somebody had chosen one of
// those.
func (a *answersSeen) endsAtEight() bool {
	low, high, whole := a.ends()
	return whole && low >= 1 && high == 8 && a.numbers[7] > 0 && a.numbers[8] > 0 && len(a.numbers) > mostOfSeven && total(a.numbers) >= leastToDoubt &&
		a.written == nil && !a.anchored
}

// eightInDoubt says that an 8 may stand for no answer, and what a study file can do about it.
func (a *answersSeen) eightInDoubt() string {
	are := "are"
	if a.numbers[8] == 1 {
		are = "is"
	}
	return fmt.Sprintf("%d of %s %s 8, and nobody answered 9 or 10: \"don't know\" after a scale from 1 to 7, or a point of a longer scale? "+
		"(scale: 1..10 keeps it, missing: {dont_know: [8]} leaves it out)", a.numbers[8], count(total(a.numbers), "answer"), are)
}

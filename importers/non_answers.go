package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// takeNone takes out of the words those that programs write for a cell without a value, where the other cells are numbers: None is no end of
// their scale (FORMATS 0.12). Beside words it is one: None, A little, A lot. All spellings are taken, or none is: what one of them decided
// must not depend on which was met before it.
func (a *answersSeen) takeNone() {
	var spelled []string
	n := 0
	for word, times := range a.words {
		if lexicon.MeansNone(word) {
			spelled = append(spelled, word)
			n += times
		}
	}
	if numbers := total(a.numbers); 2*n > numbers || numbers <= total(a.words)-n {
		return
	}
	for _, word := range spelled {
		a.blank[word] += a.words[word]
		delete(a.words, word)
	}
}

// blankNone takes all that a program writes for no value for no answer.
func (a *answersSeen) blankNone() {
	for word, n := range a.words {
		if lexicon.MeansNone(word) {
			a.blank[word] += n
			delete(a.words, word)
		}
	}
}

// noneOrZero says that None may be the 0 of the scale that a question names; empty: it is none. Where somebody of any audience wrote 0,
// None is no answer, however often it stands there.
func (q *question) noneOrZero() string {
	low, high, named := lexicon.NamedEnds(q.headings())
	if !named || low != 0 || q.by[0].column.asksToRecommend() {
		return ""
	}
	pooled := q.pooled()
	zeros := pooled.numbers[0]
	pooled.blankNone()
	var spelled []string
	n := 0
	for _, word := range sortedKeys(pooled.blank) {
		if lexicon.IsNone(word) {
			spelled, n = append(spelled, word), n+pooled.blank[word]
		}
	}
	if n == 0 || total(pooled.numbers) == 0 || len(pooled.words) > 0 {
		return ""
	}
	if zeros == 0 {
		return fmt.Sprintf("%s (%s) may be the 0 of the scale 0 to %s, which nobody wrote, or no answer", few(quoted(spelled)), count(n, "cell"), lexicon.FormatNumber(high))
	}
	for _, a := range q.by {
		a.answers.blankNone()
		a.learned.blankNone()
	}
	if q.learned != nil {
		q.learned.blankNone()
	}
	return ""
}

// noneOffers are the readings of numbers beside None: as no answer, and as 0.
func (a *answersSeen) noneOffers(asked []lexicon.Heading) (first, second scaleOffer) {
	low, high, _ := lexicon.NamedEnds(asked)
	spelled := slices.DeleteFunc(append(sortedKeys(a.words), sortedKeys(a.blank)...), func(word string) bool { return !lexicon.IsNone(word) })
	a.blankNone()
	scale := fmt.Sprintf("scale: %s..%s", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
	first = scaleOffer{text: scale + a.missingOffer(nil), points: int(high-low) + 1, remark: "if None is no answer"}
	var codes []string
	for _, word := range spelled {
		delete(a.blank, word)
		codes = append(codes, scalarOf(word)+": 0")
	}
	second = scaleOffer{text: scale + a.missingOffer(nil), points: first.points, remark: "or, if None is 0"}
	if len(codes) > 0 {
		second.text = scale + ", codes: {" + strings.Join(codes, ", ") + "}" + a.missingOffer(nil)
	}
	return first, second
}

package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Words that somebody typed into a column of numbers, and that no scale has: "see above" in one of eighty cells.

// rareWords is how many times as many cells hold numbers as hold words that are no answers of a scale; of a single cell tenOthers suffice.
const (
	rareWords = 20
	tenOthers = 10
)

// strayWords returns the words that hardly any cell holds where the others are numbers, most frequent first: they say neither a point nor
// an end, or an end beyond those that the numbers reach.
func (a *answersSeen) strayWords() []string {
	if a.many || len(a.numbers) == 0 {
		return nil
	}
	strays := sortedKeys(a.words)
	low, high, _ := a.ends()
	filled := low <= 1 && slices.Contains(usualEnds(), high)
	strays = slices.DeleteFunc(strays, func(word string) bool {
		_, says := a.pointIn(word)
		return says || a.words[word] == 0 || lexicon.EndAmongNumbers(word) != 0 && !filled
	})
	n := 0
	for _, word := range strays {
		n += a.words[word]
	}
	others := total(a.numbers)
	if n == 0 || rareWords*n > others && (n > 1 || others < tenOthers) {
		return nil
	}
	return strays
}

// onlyStrays reports whether all words that an audience answered are strays among numbers, and some are.
func (q *question) onlyStrays() bool {
	some := false
	for _, a := range q.by {
		strays := a.answers.strayWords()
		if len(strays) < len(a.answers.words) {
			return false
		}
		some = some || len(strays) > 0
	}
	return some
}

// withoutWords returns the answers but for some words.
func (a *answersSeen) withoutWords(words []string) *answersSeen {
	rest := a.clone()
	for _, word := range words {
		delete(rest.words, word)
	}
	return rest
}

// amongNumbers says that words stand among numbers, and what a study file can do about them.
func (a *answersSeen) amongNumbers(strays []string) string {
	n := 0
	for _, word := range strays {
		n += a.words[word]
	}
	holds, what, them := "hold", "slips, or no answers", "them"
	if n == 1 {
		holds, what, them = "holds", "a slip, or no answer", "it"
	}
	if a.mayBeEnds(strays) {
		what = strings.Replace(what, ", or", ",", 1) + ", or what was written at an end of the scale"
	}
	return fmt.Sprintf("%d of %s %s %s among numbers: %s? (missing: {blank: [%s]} leaves %s out)", n, count(total(a.words)+total(a.numbers), "cell"), holds,
		quotedFew(strays), what, strings.Join(scalarsOf(strays[:min(len(strays), mostNamed)]), ", "), them)
}

// mayBeEnds reports whether words that hardly any cell holds may be those of the ends of the scale: nobody chose its lowest point, and they are
// no more than its ends.
func (a *answersSeen) mayBeEnds(strays []string) bool {
	low, high, _ := a.ends()
	if low != 2 || len(strays) < len(a.words) {
		return false
	}
	return len(strays) == 1 || len(strays) == 2 && slices.Contains(usualEnds(), high+1)
}

// wordOffers returns the scales that numbers and words may have together: without the words that stray, those that say a point at it, and
// up to two others at the ends, either way round where nothing tells which is which.
func (a *answersSeen) wordOffers(asked []lexicon.Heading, read readScale) (first, second scaleOffer) {
	strays := a.strayWords()
	rest := a.withoutWords(strays)
	for _, word := range strays {
		rest.blank[word] += a.words[word]
	}
	if _, _, whole := a.ends(); whole && a.mayBeEnds(strays) {
		if one, other := a.placedWords(); len(one) > 0 {
			return a.endOffers(one, other, rest, asked)
		}
	}
	if _, _, whole := rest.ends(); !whole {
		return scaleOffer{}, scaleOffer{}
	}
	if len(rest.words) == 0 {
		if scale, _ := inferScale(rest, asked); scale.Defined() {
			return rest.codedOffer(scale, nil, ""), scaleOffer{}
		}
		return rest.numberOffers(asked, read)
	}
	one, other := rest.placedWords()
	if len(one) == 0 {
		return rest.wordsAside(asked, read)
	}
	first = rest.codedOffer(rest.heldBy(one), one, "")
	if at := slices.IndexFunc(one, func(c study.CodedCell) bool { return isMiddle(c.Cell) }); at >= 0 && len(other) == 0 {
		first.remark = fmt.Sprintf("if %q is %s", lexicon.Shorten(one[at].Cell), lexicon.FormatNumber(one[at].Value))
	}
	switch {
	case len(other) > 0:
		second = rest.codedOffer(rest.heldBy(other), other, "")
		first.remark, second.remark = endRemark(one), "or, "+endRemark(other)
	case read.ends != "" || a.unlikeEnds(one):
		second = first
		first.remark = fmt.Sprintf("if %s is the good end", lexicon.FormatNumber(rest.heldBy(one).High))
		second.text, second.remark = second.text+", reversed: true", fmt.Sprintf("or, if %s is", lexicon.FormatNumber(rest.heldBy(one).Low))
	}
	return first, second
}

// forBlank are words that programs and publishers write for a cell in which nothing stands.
var forBlank = lazily(`^(?:blank|empty|missing|leer|vide|vac[ií]o|vazio|em branco|vuoto|leeg|no response|no answer|not shown)$`)

// wordsAside takes words of no known scale beside numbers, such as X, for no answers of either kind: nobody knows which they are.
func (a *answersSeen) wordsAside(asked []lexicon.Heading, read readScale) (first, second scaleOffer) {
	const mostWords, longest = 3, 20
	if len(a.words) > mostWords || total(a.words) > total(a.numbers) {
		return scaleOffer{}, scaleOffer{}
	}
	words, blank := sortedKeys(a.words), false
	without := [2]*answersSeen{a.withoutWords(words), a.withoutWords(words)}
	for _, word := range words {
		if len(word) > longest || strings.ContainsAny(word, "@0123456789") {
			return scaleOffer{}, scaleOffer{}
		}
		blank = blank || forBlank().MatchString(lexicon.Normalise(word))
		without[0].dontKnow[word] += a.words[word]
		without[1].blank[word] += a.words[word]
	}
	offers := [2]scaleOffer{}
	for i, rest := range without {
		if scale, _ := inferScale(rest, asked); scale.Defined() {
			offers[i] = rest.codedOffer(scale, nil, "")
		} else if _, _, whole := rest.ends(); whole {
			offers[i], _ = rest.numberOffers(asked, read)
		}
	}
	are := strings.Join(quoted(words), " and ") + " " + isOrAre(make([]float64, len(words)))
	means := [2]string{are + ` "don't know"`, are + " blank"}
	if blank {
		offers[0], offers[1], means[0], means[1] = offers[1], offers[0], means[1], means[0]
	}
	offers[0].remark, offers[1].remark = "if "+means[0], "or, if "+means[1]
	return offers[0], offers[1]
}

// endOffers returns the scales of numbers beside words that may be its ends: either way round, or at the ends and as no answers; rest has them as
// no answers.
func (a *answersSeen) endOffers(one, other []study.CodedCell, rest *answersSeen, asked []lexicon.Heading) (first, second scaleOffer) {
	first = a.codedOffer(a.heldBy(one), one, endRemark(one))
	switch scale, _ := inferScale(rest, asked); {
	case len(other) > 0:
		second = a.codedOffer(a.heldBy(other), other, "or, "+endRemark(other))
	case scale.Defined():
		second = rest.codedOffer(scale, nil, fmt.Sprintf("or, if %s say nothing", strings.Join(quoted(sortedKeys(a.words)), " and ")))
		if len(one) == 1 {
			second.remark = fmt.Sprintf("or, if %q says nothing", lexicon.Shorten(one[0].Cell))
		}
	}
	return first, second
}

// endRemark says of the words at the ends of a scale which is taken for the lower one.
func endRemark(codes []study.CodedCell) string {
	lowest := slices.MinFunc(codes, func(a, b study.CodedCell) int { return int(a.Value - b.Value) })
	return fmt.Sprintf("if %q is the low end", lexicon.Shorten(lowest.Cell))
}

// unlikeEnds reports whether nothing in words tells which of them is the good end.
func (a *answersSeen) unlikeEnds(codes []study.CodedCell) bool {
	return !slices.ContainsFunc(codes, func(c study.CodedCell) bool {
		return lexicon.End(c.Cell) != 0 || lexicon.Leaning(strings.TrimLeft(lexicon.Normalise(c.Cell), "0123456789 ()=:-")) != 0
	})
}

// placedWords returns the points that words stand for beside numbers; other is the second way round, if both are as likely.
func (a *answersSeen) placedWords() (one, other []study.CodedCell) {
	low, high, _ := a.ends()
	var unplaced []string
	for _, word := range sortedKeys(a.words) {
		if point, says := leadingNumber(word); says {
			one = append(one, wordAt(word, point))
		} else {
			unplaced = append(unplaced, word)
		}
	}
	const ends = 2
	if len(unplaced) == 0 || len(unplaced) > ends || len(one) > 0 {
		if len(unplaced) > 0 {
			return nil, nil // which ends are left nobody can tell
		}
		return one, nil
	}
	sides := make([]int, len(unplaced))
	for i, word := range unplaced {
		if sides[i] = lexicon.End(word); sides[i] == 0 {
			sides[i] = lexicon.Leaning(lexicon.Normalise(word))
		}
	}
	at := func(word string, side int) study.CodedCell {
		if side > 0 {
			return wordAt(word, high+1)
		}
		if isMiddle(word) {
			return wordAt(word, low-1)
		}
		return wordAt(word, min(low-1, 1)) // nobody need have chosen the 2 beside a low end
	}
	if len(unplaced) == 1 {
		if sides[0] != 0 {
			return []study.CodedCell{at(unplaced[0], sides[0])}, nil
		}
		if low == 2 {
			return []study.CodedCell{at(unplaced[0], -1)}, nil
		}
		return nil, nil
	}
	switch {
	case sides[0] == 0 && sides[1] == 0:
		return []study.CodedCell{at(unplaced[0], -1), at(unplaced[1], 1)}, []study.CodedCell{at(unplaced[1], -1), at(unplaced[0], 1)}
	case sides[0] == sides[1]:
		return nil, nil
	case sides[0] > sides[1]:
		return []study.CodedCell{at(unplaced[0], 1), at(unplaced[1], -1)}, nil
	}
	return []study.CodedCell{at(unplaced[0], -1), at(unplaced[1], 1)}, nil
}

// isMiddle reports whether a word is that of the middle of the known families that have it.
func isMiddle(word string) bool {
	return lexicon.FamilySide(word) == 0 && len(lexicon.FamiliesAlone(lexicon.PlainLabel(word))) > 0
}

// leadingNumber returns the number that a word names as its point, or, where it stands beside numbers, begins with: "1 Foo".
func leadingNumber(word string) (point float64, says bool) {
	if point, says = lexicon.PointIn(word); says {
		return point, true
	}
	digits, _, found := strings.Cut(lexicon.Normalise(word), " ")
	point, err := lexicon.ParseNumber(digits)
	return point, found && err == nil
}

func wordAt(word string, point float64) study.CodedCell {
	return study.CodedCell{Cell: word, Value: point, Point: lexicon.FormatNumber(point)}
}

// heldBy is the smallest usual scale that holds the numbers and what words stand for.
func (a *answersSeen) heldBy(codes []study.CodedCell) study.Scale {
	low, high, _ := a.ends()
	for _, c := range codes {
		low, high = min(low, c.Value), max(high, c.Value)
	}
	return study.NewScale(usualEndsOf(low, high))
}

// codedOffer writes a scale with the points of words, and what stands for no answer.
func (a *answersSeen) codedOffer(s study.Scale, codes []study.CodedCell, remark string) scaleOffer {
	text := "scale: " + s.String()
	if len(codes) > 0 {
		text += ", codes: {" + codesText(codes) + "}"
	}
	return scaleOffer{text: text + a.missingOffer(nil), points: s.Points(), remark: remark}
}

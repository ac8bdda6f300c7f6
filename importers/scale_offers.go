package importers

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// What init offers for a question without a scale: the line that reads it most likely right, and where there is another reading, a line
// for that. The first never averages what may stand for no answer.

// scaleOffer is a scale for the answers of one audience, as a study file writes it.
type scaleOffer struct {
	text   string
	points int
	remark string // when it is the right one; empty: there is no other
}

// unreadable writes questions that have no scale, for one reason, as items in a comment, with every number that was seen at a point, or as no answer.
func (w *fileWriter) unreadable(why string, questions ...*question) {
	var labels []string
	offers, anyOpen := make([][][]scaleOffer, len(questions)), false
	for i, q := range questions {
		open := false
		offers[i], open = w.offersOf(q)
		labels, anyOpen = append(labels, scalarOf(lexicon.Shorten(q.by[0].column.statement()))), anyOpen || open
	}
	have, remedy := "has", ""
	if len(labels) > 1 {
		have = "have"
	}
	if anyOpen {
		remedy = ` Write the point of each code in place of its "?" before you take the # away; ratings that nobody gave one point are  codes: none.`
	}
	w.comment("  ", fmt.Sprintf("? Which scale %s %s? %s%s", have, strings.Join(labels, ", "), sentence(why), remedy))
	for i, q := range questions {
		label := q.by[0].column.statement()
		if len(offers[i]) == 0 {
			continue
		}
		id := w.freeID(label)
		for _, of := range offers[i] {
			w.reading(q, id, label, of)
		}
	}
}

// maybeRated offers what was taken for codes of groups as items, where its heading is one of what is rated too.
func (w *fileWriter) maybeRated() {
	for _, q := range match(w.draft.maybeRated) {
		label := q.by[0].column.statement()
		if offers := q.offersInNumbers(); offers != nil {
			w.comment("  ", fmt.Sprintf("? %s was taken for codes of groups. If it is a rating:", scalarOf(lexicon.Shorten(label))))
			w.reading(q, w.freeID(label), label, offers)
		}
	}
}

// offersInNumbers returns the scales that the numbers of each audience may have; nil: those of one are of no usual scale.
func (q *question) offersInNumbers() []scaleOffer {
	var offers []scaleOffer
	for _, a := range q.by {
		one, _ := a.answers.numberOffers(q.headings(), readScale{})
		if one.points == 0 || one.points > mostPoints {
			return nil
		}
		offers = append(offers, one)
	}
	return offers
}

// reading writes one reading of a question, by audience.
func (w *fileWriter) reading(q *question, id, label string, offers []scaleOffer) {
	var columns []string
	fewest, remark := mostPoints, ""
	for i, a := range q.by {
		fewest = min(fewest, offers[i].points)
		columns = append(columns, fmt.Sprintf("%s: {column: %s, %s}", w.draft.study.Audiences[a.audience].ID, scalarOf(selectorText(a.column)), offers[i].text))
		if remark == "" && offers[i].remark != "" {
			remark = " # " + offers[i].remark
		}
	}
	w.line("#  %s: {label: %s, %s: {%s}%s}%s", id, scalarOf(label), q.asks(), strings.Join(columns, ", "), boxes(fewest), remark)
}

// offersOf returns the readings of a question, each by audience; none: it is a number of another kind, as far as one can see. Of open codes
// somebody has to say the points.
func (w *fileWriter) offersOf(q *question) (readings [][]scaleOffer, open bool) {
	if q.partsApart() || q.either {
		return nil, false
	}
	codes, number := w.draft.codes(q) != "", 0
	var by [][]scaleOffer // by audience
	for _, a := range q.by {
		answers := w.answersOffered(q, a)
		if rows := w.draft.block(a); a.block() != "" && len(answers.words) == 0 {
			if _, _, whole := rows.ends(); whole {
				answers.learn(rows, "")
			}
		}
		offers, asks := offersFor(q, answers, q.readOf(a), codes)
		if one := offers[0]; one.points == 0 || one.points > 2*mostPoints && one.points != 101 {
			return nil, false
		}
		offers = w.allTheSame(a, offers)
		open = open || asks
		by, number = append(by, offers), max(number, len(offers))
	}
	for i := range number {
		var reading []scaleOffer
		for _, offers := range by {
			if i >= len(offers) { // which reads this audience one way only
				reading = append(reading, offers[0])
			} else {
				reading = append(reading, offers[i])
			}
		}
		readings = append(readings, reading)
	}
	return readings, open
}

// answersOffered are the answers of which an audience is offered a scale.
func (w *fileWriter) answersOffered(q *question, a *asked) *answersSeen {
	answers := q.pooled()
	switch {
	case !q.apart && q.onlyStrays():
		answers.words = maps.Clone(a.answers.words)
	case q.apart || len(answers.words) > 0:
		answers = a.answers.clone()
	}
	for _, one := range q.by {
		answers.noteStrays(one.learned.strayed)
	}
	w.leaveStrays(q, a, answers)
	return answers
}

// readOf is what is read of the scale of an audience that has none: which points there are, and the words for its ends.
func (q *question) readOf(a *asked) readScale {
	switch {
	case q.unread == nil:
		return readScale{}
	case a != q.unread && q.unread.read.whose != "" && a.namesGoodEnd(a.read):
		return readScale{held: a.read.scale, reversed: a.read.reversed}
	case q.apart && a != q.unread:
		read := scaleOf(a.learned.clone(), a.headings()).turned(a.headings())
		read.ends = q.unread.read.ends
		return read
	}
	return q.unread.read
}

// leaveStrays takes out of what an audience is offered the strays of another: they are no points of its scale, whatever they are there.
func (w *fileWriter) leaveStrays(q *question, a *asked, answers *answersSeen) {
	if q.unread == nil || q.unread == a || q.unread.answers.many {
		return
	}
	for _, x := range w.draft.straysOf(q, q.unread) {
		if a.answers.numbers[x] == 0 {
			delete(answers.numbers, x)
		}
	}
}

// offersFor returns the readings of the answers of one audience, the likeliest first, and whether that has codes without a point.
func offersFor(q *question, answers *answersSeen, read readScale, codes bool) (offers []scaleOffer, open bool) {
	var first, second scaleOffer
	labels := besideLabels(q)
	switch {
	case q.noneOrZero() != "":
		first, second = answers.noneOffers(q.headings())
	case len(answers.words) > 0 && len(answers.numbers) > 0:
		first, second = answers.wordOffers(q.headings(), read)
	case len(answers.words) > 0 && len(labels) == 0:
	case len(answers.words) > 0:
		first = scaleOffer{text: "scale: [" + strings.Join(scalarsOf(labels), ", ") + "]" + letteredOffer(q, answers, labels) + answers.missingOffer(nil), points: len(labels)}
		if read.ends != "" {
			second, first.remark = first, fmt.Sprintf("if %q is the good end", labels[len(labels)-1])
			second.text, second.remark = second.text+", reversed: true", fmt.Sprintf("or, if %q is", labels[0])
		}
	case codes && answers.onePast() && askedFromZeroToTen(q):
		first = answers.shiftedOffer()
	case codes:
		first, open = openOffer(q, answers, labels), true
		if aside := answers.outsideAside(q.headings(), read); aside.points > 0 && len(labels) == 0 {
			first.remark = "or, if these are codes"
			first, second = aside, first
		}
	case read.grades:
		return answers.gradeOffers(), false
	default:
		first, second = answers.numberOffers(q.headings(), read)
		if six := answers.sixAside(q.headings(), read); six.points > 0 {
			first.remark = "or, if 0 is no answer and 6 a point"
			return []scaleOffer{six, first, second}, false
		}
	}
	if second.points == 0 {
		return []scaleOffer{first}, open
	}
	return []scaleOffer{first, second}, open
}

// besideLabels are the labels of the scale on which an audience answered a question in words; none: nobody did, or on none that is known.
func besideLabels(q *question) []string {
	for _, a := range q.by {
		if a.answers.inWords() && !a.answers.many {
			if read := scaleOf(a.learned.clone(), a.headings()); read.scale.Defined() {
				return read.scale.Labels
			}
		}
	}
	return nil
}

// askedFromZeroToTen reports whether a question asks whether people would recommend, or names that scale.
func askedFromZeroToTen(q *question) bool {
	low, high, named := lexicon.NamedEnds(q.headings())
	return named && low == 0 && high == 10 || q.by[0].column.asksToRecommend()
}

// onePast reports whether numbers are those of a scale from 0 to 10, each one more than its point.
func (a *answersSeen) onePast() bool {
	seen := a.observed()
	return len(seen) > 0 && seen[0] >= 1 && seen[len(seen)-1] == 11
}

// shiftedOffer takes codes from 1 to 11 for the points 0 to 10.
func (a *answersSeen) shiftedOffer() scaleOffer {
	return scaleOffer{text: "scale: 0..10, codes: {" + shiftedCodes() + "}" + a.missingOffer(nil), points: 11, remark: "if each code is one more than its point"}
}

// shiftedCodes are the codes from 1 to 11 for the points 0 to 10, as a study file writes them.
func shiftedCodes() string {
	var codes []string
	for point := range 11 {
		codes = append(codes, fmt.Sprintf("%q: %d", fmt.Sprint(point+1), point))
	}
	return strings.Join(codes, ", ")
}

// openOffer leaves the points of codes open: a guess would be read, and be wrong in silence. A number such as 99 is the code of no point.
func openOffer(q *question, answers *answersSeen, labels []string) scaleOffer {
	var codes []string
	var apart []float64
	for _, x := range answers.observed() {
		if codeForNone(x) && (x < 0 || x > mostKept) {
			apart = append(apart, x)
			continue
		}
		codes = append(codes, scalarOf(lexicon.FormatNumber(x))+`: "?"`)
	}
	remark := ""
	if len(apart) > 0 {
		remark = fmt.Sprintf("if %s %s no answer", listed(apart, "and"), isOrAre(apart))
	}
	low, high := 1.0, float64(len(codes))
	if namedLow, namedHigh, named := lexicon.NamedEnds(q.headings()); named {
		low, high = namedLow, namedHigh
	}
	scale := fmt.Sprintf("%s..%s", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
	if len(labels) > 0 {
		scale, low, high = "["+strings.Join(scalarsOf(labels), ", ")+"]", 1, float64(len(labels))
	}
	return scaleOffer{text: fmt.Sprintf("scale: %s, codes: {%s}%s", scale, strings.Join(codes, ", "), answers.missingOffer(apart)), points: int(high-low) + 1, remark: remark}
}

// numberOffers returns the scales that numbers may have: without what may stand for no answer, and with it; in halves; either way up.
func (a *answersSeen) numberOffers(asked []lexicon.Heading, read readScale) (first, second scaleOffer) {
	if _, _, whole := a.ends(); !whole {
		return a.halvesOffer(), scaleOffer{}
	}
	low, high, named := lexicon.NamedEnds(asked)
	seen := a.observed()
	apart := a.notPoints(asked)
	inside := slices.DeleteFunc(slices.Clone(seen), func(x float64) bool { return slices.Contains(apart, x) })
	if len(inside) == 0 {
		return scaleOffer{}, scaleOffer{}
	}
	switch {
	case named:
	case len(apart) > 0:
		low, high = usualEndsOf(inside[0], max(inside[len(inside)-1], a.lentBelow(apart)))
	case inside[0] >= 0 && inside[len(inside)-1] > 50 && inside[len(inside)-1] <= 100:
		low, high = 0, 100
	case read.held.Defined() && read.held.Low <= inside[0] && inside[len(inside)-1] <= read.held.High:
		low, high = read.held.Low, read.held.High
	default:
		low, high = usualEndsOf(inside[0], inside[len(inside)-1])
	}
	first = scaleOffer{text: fmt.Sprintf("scale: %s..%s%s", lexicon.FormatNumber(low), lexicon.FormatNumber(high), a.missingOffer(apart)), points: int(high-low) + 1}
	if read.ends == "" && !read.reversed && len(asked) > 0 { // what has no scale for another reason, such as a 99, may be turned round all the same
		if turned := (readScale{scale: study.NewScale(low, high)}).turned(asked); turned.reversed {
			first.text += ", reversed: true"
		} else {
			read.ends = turned.ends
		}
	}
	switch {
	case read.ends != "":
		return first.eitherWay(lexicon.FormatNumber(low), lexicon.FormatNumber(high), read)
	case read.reversed:
		first.text += ", reversed: true"
	case len(apart) > 0:
		first.remark = "if " + listed(apart, "and") + " " + isOrAre(apart) + " no answer"
		if named {
			break
		}
		if len(apart) == 1 && apart[0] == 8 && a.endsAtEight() {
			high = 10
		}
		second = a.wholeOffer(min(low, apart[0]), max(high, apart[len(apart)-1]), apart)
	}
	return first, second
}

// sixAside takes 0 and 6 for no answers beside five points: "not applicable" and "never used" (FORMATS 0.12). Few scales end at 6.
func (a *answersSeen) sixAside(asked []lexicon.Heading, read readScale) scaleOffer {
	apart := []float64{0, 6}
	_, _, named := lexicon.NamedEnds(asked)
	seen := a.observed()
	if named || read.ends != "" || read.reversed || !slices.Equal(seen, []float64{0, 1, 2, 3, 4, 5, 6}) || !slices.Equal(a.notPoints(asked), apart[:1]) {
		return scaleOffer{}
	}
	return scaleOffer{text: "scale: 1..5" + a.missingOffer(apart), points: 5, remark: "if 0 and 6 are no answer"}
}

// outsideAside takes numbers outside the scale that a question names for no answers, though they run on one past it as codes do: most answers
// lie within, and each point was chosen.
func (a *answersSeen) outsideAside(asked []lexicon.Heading, read readScale) scaleOffer {
	low, high, named := lexicon.NamedEnds(asked)
	outside, _, _ := a.outsideNamed(asked)
	if !named || len(outside) == 0 || read.ends != "" {
		return scaleOffer{}
	}
	beyond := 0
	for _, x := range outside {
		beyond += a.numbers[x]
	}
	if 2*beyond > total(a.numbers) || len(a.observed())-len(outside) <= int(high-low) || slices.Equal(outside, []float64{high + 1}) && low > 0 && a.numbers[low] == 0 {
		return scaleOffer{}
	}
	aside, _ := a.numberOffers(asked, read)
	return aside
}

// eitherWay offers a scale both ways up, the likelier first.
func (o scaleOffer) eitherWay(low, high string, read readScale) (first, second scaleOffer) {
	whose := ""
	if read.whose != "" {
		whose = " for " + read.whose
	}
	offer := func(end, turned, before, behind string) scaleOffer {
		return scaleOffer{text: o.text + turned, points: o.points, remark: before + end + " is" + behind}
	}
	const reversed = ", reversed: true"
	if read.likelyLow {
		return offer(low, reversed, "if ", " the good end"+whose), offer(high, "", "or, if ", "")
	}
	return offer(high, "", "if ", " the good end"+whose), offer(low, reversed, "or, if ", "")
}

// lentBelow is the highest point that only others chose, such as in other rows of the matrix, below what may stand for no answer; 0: none.
func (a *answersSeen) lentBelow(apart []float64) float64 {
	highest := 0.0
	for x, n := range a.numbers {
		if n == 0 && x < apart[len(apart)-1] && !slices.Contains(apart, x) && !codeForNone(x) {
			highest = max(highest, x)
		}
	}
	return highest
}

// wholeOffer takes what may stand for no answer for points, where a scale could have them.
func (a *answersSeen) wholeOffer(low, high float64, apart []float64) scaleOffer {
	if low < 0 || high > mostKept {
		return scaleOffer{}
	}
	points := "points"
	if len(apart) == 1 {
		points = "a point"
	}
	return scaleOffer{
		text: fmt.Sprintf("scale: %s..%s%s", lexicon.FormatNumber(low), lexicon.FormatNumber(high), a.missingOffer(nil)), points: int(high-low) + 1,
		remark: "or, if " + listed(apart, "and") + " " + isOrAre(apart) + " " + points,
	}
}

// mostKept is the highest number that is taken for a point of a scale beside others that end where a usual scale does.
const mostKept = 12

func listed(numbers []float64, last string) string {
	var texts []string
	for _, x := range numbers {
		texts = append(texts, lexicon.FormatNumber(x))
	}
	return strings.Join(texts, " "+last+" ")
}

func isOrAre(numbers []float64) string {
	if len(numbers) == 1 {
		return "is"
	}
	return "are"
}

func (a *answersSeen) halvesOffer() scaleOffer {
	example, halves := a.halfPoints()
	if example == "" {
		return scaleOffer{} // of no scale that a study file can name
	}
	return scaleOffer{text: fmt.Sprintf("scale: %s by 0.5%s", halves, a.missingOffer(nil)), points: 2*int(halves.High-halves.Low) + 1}
}

// notPoints returns the numbers that may stand for no answer, whichever audience has them: outside the scale that the question names;
// negative; beyond the end of a usual scale, as strays and codes such as 99 are; and a 0 below a short scale.
func (a *answersSeen) notPoints(asked []lexicon.Heading) []float64 {
	seen := a.observed()
	if _, _, named := lexicon.NamedEnds(asked); named {
		outside, _, _ := a.outsideNamed(asked)
		return outside
	}
	apart := slices.Clone(a.strayed)
	for _, x := range a.strays(rareTop) {
		if !slices.Contains(apart, x) {
			apart = append(apart, x)
		}
	}
	high := seen[len(seen)-1]
	for i, x := range seen {
		far := i > 0 && x > 10 && codeForNone(x) && (seen[0] >= 0 && belowAll(seen, 10, x) || x > 900 && belowAll(seen, 100, x))
		short := x == 0 && high > 1 && high <= 6
		if (x < 0 || far || short) && !slices.Contains(apart, x) {
			apart = append(apart, x)
		}
	}
	if a.endsAtEight() && !slices.Contains(apart, 8) {
		apart = append(apart, 8)
	}
	slices.Sort(apart)
	return apart
}

// codeForNone reports whether surveys write a number for "don't know" or for no answer.
func codeForNone(x float64) bool {
	switch {
	case x <= 0, x == 8, x == 9, x == 66, x == 77, x == 88, x >= 96 && x <= 99, x >= 996 && x <= 999:
		return true
	}
	return false
}

// codeForNone reports whether a number stands for "don't know" or for no answer where surveys write it so, or beside all other answers.
func (a *answersSeen) codeForNone(x float64) bool {
	return codeForNone(x) || x == 11 && a.elevenIsApart()
}

// belowAll reports whether all numbers but such codes are no higher than a limit.
func belowAll(seen []float64, limit, code float64) bool {
	return !slices.ContainsFunc(seen, func(x float64) bool { return x > limit && (!codeForNone(x) || x < 100 && code > 900) })
}

// missingOffer writes what stands for no answer: by what is told of the cells, and numbers that are no points.
func (a *answersSeen) missingOffer(apart []float64) string {
	missing := study.Missing{DontKnow: sortedKeys(a.dontKnow), Blank: sortedKeys(a.blank)}
	points := a.missingKey(slices.DeleteFunc(slices.Clone(apart), func(x float64) bool { return x > mostKept })) == "blank" // an 8 beside a 7 is no code
	for _, x := range apart {
		if a.codeForNone(x) && (x > mostKept || !points) {
			missing.DontKnow = append(missing.DontKnow, lexicon.FormatNumber(x))
		} else {
			missing.Blank = append(missing.Blank, lexicon.FormatNumber(x))
		}
	}
	if text := missingText(missing); text != "" {
		return ", missing: " + text
	}
	return ""
}

// usualEndsOf are the ends of the smallest usual scale that holds two numbers.
func usualEndsOf(low, high float64) (lowest, highest float64) {
	for _, family := range lexicon.Families()[1:] {
		if family.Low <= low && high <= family.High {
			return family.Low, family.High
		}
	}
	return likelyEnds(low, high)
}

// likelyEnds are the ends of the smallest usual scale of which all answers are one point; of several points they are the ends.
func likelyEnds(low, high float64) (lowest, highest float64) {
	if low < high {
		return low, high
	}
	for _, family := range lexicon.Families()[1:] {
		if family.Low <= low && low <= family.High {
			return family.Low, family.High
		}
	}
	return low - 1, low
}

package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// readScale is what the answers to a question tell of its scale.
type readScale struct {
	scale  study.Scale
	codes  []study.CodedCell // of an anchored scale: the words at its ends
	family string            // of a scale in words: its name
	near   bool              // all labels but one or two are those of a family
	remark string            // what is unsure; without a scale: why there is none
	// reversed: the lowest number is the good end, as ends says.
	reversed bool
	other    []string // the labels of another scale that answers in words may be of: init asks; nil: of none
	// middle is a word for no answer that may be the middle of the scale, and withMiddle its labels then.
	middle     string
	withMiddle []string
	ends       string      // the words at the ends, where they tell that, or where nobody knows which is the good one
	held       study.Scale // the points that it has, where nobody knows that
	languages  []string    // of its labels, where they are in several
	grades     bool        // these are school grades of no named country
	likelyLow  bool        // of both ends the lowest number is the likelier good one
	whose      string      // the audience of which that is asked, where it is known of others
}

// scaleOf reads the scale of a question from its answers: numbers, words of a known family, or numbers between words.
// Answers that are taken for "don't know" elsewhere may be labels of the family; they are then moved to the words.
func scaleOf(a *answersSeen, asked []lexicon.Heading) readScale {
	switch {
	case len(a.words) == 0 && a.written != nil:
		return writtenScale(a, asked)
	case len(a.words) == 0:
		scale, remark := inferScale(a, asked)
		return readScale{scale: scale, remark: remark}
	case len(a.numbers) > 0:
		return anchoredScale(a, asked)
	}
	if a.letters != nil {
		return a.letteredScale()
	}
	labels := a.claimed()
	found := lexicon.Fit(labels)
	if a.grades != nil {
		found = a.grades.fit(labels)
	}
	if found == nil && a.levels != nil {
		found = a.levels.Fit(labels)
	}
	if found == nil {
		if r, are := a.byOwnNumbers(labels, asked); are {
			return r
		}
		if l := languagesOf(a); l != nil {
			return l.scale()
		}
		if near := nearFamily(a); near != "" {
			return readScale{remark: near, near: true}
		}
		return readScale{remark: fmt.Sprintf("the answers are words of no known scale: %q", lexicon.Shorten(labels[0]))}
	}
	a.claim(labels)
	if r, are := byNumbers(found, a, labels, asked); are {
		return r
	}
	answers := a.ofAllRows()
	found = found.Offered(answers.words, total(answers.words), labels).WordedAs(a.elsewhere)
	r := readScale{scale: found.Scale(), family: found.Family.String(), other: found.OtherForm(labels)}
	r.middle, r.withMiddle = middleOf(found, a)
	if r.remark = unsureOf(found, labels, total(answers.words)); r.remark == "" {
		r.remark = a.lentLabels()
	}
	if a.apart != "" {
		r.remark = bothWhy(r.remark, a.apart)
	}
	return r
}

// lentEnd is how a point that nobody chose is said to be there.
var lentEnd = lazily(`^nobody answered (\S+) here, (though some did .+)$`)

// bothWhy joins two doubts; of two ends of which the same others tell it says so once.
func bothWhy(one, other string) string {
	low, high := lentEnd().FindStringSubmatch(one), lentEnd().FindStringSubmatch(other)
	if low != nil && high != nil && low[2] == high[2] {
		return fmt.Sprintf("nobody answered %s or %s here, %s", low[1], high[1], low[2])
	}
	return strings.TrimPrefix(one+", and "+other, ", and ")
}

// lentLabels says which labels nobody chose here, and where somebody did.
func (a *answersSeen) lentLabels() string {
	var lent []string
	for _, word := range sortedKeys(a.words) {
		if a.words[word] == 0 {
			lent = append(lent, word)
		}
	}
	if len(lent) == 0 || a.lent == "" {
		return ""
	}
	return fmt.Sprintf("nobody answered %s here, though some did %s", quotedFew(lent), a.lent)
}

// fewAnswers is how many answers leave open whether a point that nobody chose was offered: with a tenth of all answers on it, chance
// leaves it out in 1 of 200 cases.
const fewAnswers = 50

// unsureOf says which labels of a scale nobody chose, and of few answers which longer scale they may be of: with a middle, or with ends
// beyond theirs.
func unsureOf(f *lexicon.Fitted, labels []string, answers int) string {
	var why []string
	for _, one := range []string{f.Without, shortened(f, answers)} {
		if one != "" {
			why = append(why, one)
		}
	}
	if len(f.Unseen) > 0 {
		why = append(why, "nobody answered "+quotedFew(f.Unseen))
	}
	if len(why) > 0 {
		return strings.Join(why, ", and ")
	}
	if answers >= fewAnswers || f.Numbering < lexicon.Unnumbered {
		return ""
	}
	longer := f.Family.Full
	if longer == nil {
		for _, other := range lexicon.WordFamilies() {
			if inside(other, labels) && other.Full == nil {
				longer = other
				break
			}
		}
	}
	if longer == nil {
		return ""
	}
	whole := longer.Fit(labels)
	return fmt.Sprintf("these may be of a scale of %d points: nobody answered %s", len(whole.Labels), quotedFew(whole.Unseen))
}

// inside reports whether labels are those of a family, and neither of its ends is among them.
func inside(f *lexicon.Family, labels []string) bool {
	found := f.Fit(labels)
	if found == nil {
		return false
	}
	for _, label := range labels {
		if i := f.At[lexicon.PlainLabel(label)]; i == 0 || i == len(f.Points)-1 {
			return false
		}
	}
	return true
}

// claimed returns the words, and those of the don't-knows that belong to the same family: "trifft nicht zu".
func (a *answersSeen) claimed() []string {
	labels := sortedKeys(a.words)
	for _, text := range sortedKeys(a.dontKnow) {
		if with := append(slices.Clone(labels), text); lexicon.Fit(with) != nil {
			labels = with
		}
	}
	return labels
}

func (a *answersSeen) claim(labels []string) {
	for _, label := range labels {
		if n, stolen := a.dontKnow[label]; stolen {
			a.words[label] += n
			delete(a.dontKnow, label)
		}
	}
}

// anchoredScale reads a scale whose ends are exported as words: Strongly agree, 9, 8, … 2, Strongly disagree (FORMATS 0.9).
func anchoredScale(a *answersSeen, asked []lexicon.Heading) readScale {
	words := sortedKeys(a.words)
	if strays := a.strayWords(); len(strays) > 0 {
		return readScale{remark: a.amongNumbers(strays)}
	}
	if !a.allSayPoints(words) && (len(distinctFolded(words)) > 2 || total(a.words) > 3*total(a.numbers)) {
		return readScale{remark: fmt.Sprintf("some answers are numbers and some words: %q", lexicon.Shorten(words[0]))}
	}
	low, high, whole := a.ends()
	if !whole {
		return readScale{remark: a.broken()}
	}
	if seen := a.observed(); low == 0 && len(seen) > 0 { // a 0 that columns beside it lend is no point beyond which there is another
		low = seen[0]
	}
	r := readScale{family: "anchored"}
	if r.codes, r.remark = a.endsInWords(words, asked, low, high); r.remark != "" {
		return readScale{remark: r.remark}
	}
	all := newAnswersSeen()
	all.pool(a)
	all.words, all.anchored = map[string]int{}, !(likelyToRecommend(asked) && onlyTenNamed(r.codes))
	if !all.anchored {
		all.numbers[0] += 0 // the lower end has words too: a plain 1 lies before the 0 that nobody chose
	}
	for _, c := range r.codes {
		all.numbers[c.Value] += a.words[c.Cell]
	}
	said := ""
	if _, _, named := lexicon.NamedEnds(asked); !named {
		said = all.bareEnd(r.codes)
	}
	r.scale, r.remark = inferScale(all, asked)
	if low, high, _ = all.ends(); r.scale.Defined() && r.remark == "" {
		r.remark = said
	}
	for _, c := range r.codes {
		if _, says := a.pointIn(c.Cell); r.scale.Defined() && !says && c.Value != r.scale.Low && c.Value != r.scale.High {
			return readScale{remark: fmt.Sprintf("%q would be %s, and no usual scale ends there (cells from %s to %s)",
				lexicon.Shorten(c.Cell), lexicon.FormatNumber(c.Value), lexicon.FormatNumber(low), lexicon.FormatNumber(high))}
		}
	}
	return r
}

// endsInWords returns the points that words beside numbers stand for: those that they say, or the next one beyond the numbers on their side.
func (a *answersSeen) endsInWords(words []string, asked []lexicon.Heading, low, high float64) (codes []study.CodedCell, why string) {
	upwards := 1
	if namedLow, namedHigh, named := lexicon.NamedEnds(asked); named && lexicon.GoodEndOf(study.NewScale(namedLow, namedHigh), asked, nil).Low {
		upwards = -1 // the words of the high end stand for its lowest number
	}
	for _, word := range words {
		if damagedHeader().MatchString(lexicon.Tidy(word)) {
			return nil, excelMade(word)
		}
		point := high + 1
		number, says := a.pointIn(word)
		switch side := lexicon.EndAmongNumbers(word); {
		case says:
			point = number
		case side == upwards:
		case side == -upwards:
			point = low - 1
		default:
			return nil, fmt.Sprintf("%q is neither the high nor the low end of a known scale", lexicon.Shorten(word))
		}
		for _, c := range codes {
			if c.Value == point && lexicon.Normalise(c.Cell) != lexicon.Normalise(word) {
				return nil, fmt.Sprintf("%q and %q would both be the end of the scale", lexicon.Shorten(c.Cell), lexicon.Shorten(word))
			}
		}
		codes = append(codes, study.CodedCell{Cell: word, Value: point, Point: lexicon.FormatNumber(point)})
	}
	return codes, ""
}

// onlyTenNamed reports whether all words stand for 10 and say how likely it is, as SurveyMonkey writes the upper end of 0 to 10.
func onlyTenNamed(codes []study.CodedCell) bool {
	return !slices.ContainsFunc(codes, func(c study.CodedCell) bool {
		return c.Value != 10 || !likely().MatchString(lexicon.Normalise(c.Cell))
	})
}

// bareEnd takes the end of the next usual scale for a point that nobody chose, where words stand at the low end and none at the highest number: the
// other end has words too, so that this number lies before it. It returns what is to be said of it. A number that is itself the end of a usual
// scale is taken for one that was given no words.
func (a *answersSeen) bareEnd(codes []study.CodedCell) (said string) {
	low, high, _ := a.ends()
	at := func(x float64) bool {
		return slices.ContainsFunc(codes, func(c study.CodedCell) bool { return c.Value == x })
	}
	if !at(low) || at(high) || low < 0 || low > 1 {
		return ""
	}
	if slices.Contains(usualEnds(), high) {
		return fmt.Sprintf("no word stands at %s, as one does at %s", lexicon.FormatNumber(high), lexicon.FormatNumber(low))
	}
	for _, end := range usualEnds() {
		if end > high {
			a.numbers[end] = 0
			return "nobody answered " + lexicon.FormatNumber(end)
		}
	}
	return ""
}

// lexicon.PointIn returns the number of the point that a word names among the numbers of a column. In "room (12)" beside answers from 1 to 5 none is
// named: a number in brackets behind words of no end is one of the numbers that others chose, or the next end of a usual scale.
func (a *answersSeen) pointIn(word string) (point float64, says bool) {
	point, says = lexicon.PointIn(word)
	text := lexicon.Normalise(word)
	if !says || !lexicon.PointBehind().MatchString(text) || total(a.numbers) <= total(a.words) {
		return point, says
	}
	low, high, _ := a.ends()
	if low == 2 {
		low = 1
	}
	if slices.Contains(usualEnds(), high+1) {
		high++
	}
	said := strings.TrimSpace(text[:strings.Index(text, "(")])
	return point, point >= low && point <= high || lexicon.Leaning(said) != 0
}

// allSayPoints reports whether every word names the number of its point: "3 - so so" between "1 - very bad" and "5 - very good".
func (a *answersSeen) allSayPoints(words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { _, says := a.pointIn(word); return !says })
}

func distinctFolded(texts []string) map[string]bool {
	folded := map[string]bool{}
	for _, text := range texts {
		folded[lexicon.Normalise(text)] = true
	}
	return folded
}

func quotedFew(texts []string) string {
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, fmt.Sprintf("%q", lexicon.Shorten(text)))
	}
	return few(quoted)
}

// completeLabels lets the columns of one export, or the questions of a study, learn from each other: where nobody called one row of a
// matrix neutral, the row beside it still shows that the scale has a middle, and where nobody chose the 9 of an anchored scale, that it
// has one. What is lent counts as no answer.
func completeLabels(columns []*asked) {
	for _, c := range columns {
		c.learned = c.answers.clone()
	}
	nameMatrices(columns)
	poolMatrices(columns)
	lendInMatrix(columns)
	lendWords(columns, true)
	for _, c := range columns {
		c.ofMatrix = c.learned.clone()
	}
	lendByChance(columns)
	learnFromNeighbours(columns)
	learnFromRuns(columns)
	lendWords(columns, false)
	tellWordings(columns)
	tellLanguages(columns)
	tellGrades(columns)
	tellNumbered(columns)
	tellLevels(columns)
	tellLettered(columns)
	tellLegends(columns)
	tellSharedCodes(columns)
}

// hasAt reports whether a word is an answer at a point of a scale in words, the lowest of which is 0: its label, or one that stands for it.
func (r readScale) hasAt(word string, point int) bool {
	return lexicon.Normalise(word) == lexicon.Normalise(r.scale.Labels[point]) || slices.ContainsFunc(r.codes, func(c study.CodedCell) bool {
		return c.Cell == word && c.Value == float64(point+1)
	})
}

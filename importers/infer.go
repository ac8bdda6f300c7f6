package importers

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// maxDifferent is the number of different cells of a column that are told apart: a rating has far fewer.
const maxDifferent = 128

// seenCells counts the different cells of one column.
type seenCells struct {
	count map[string]int
	many  bool // more than maxDifferent: no rating
	texts bool // a cell that is neither blank nor a number was seen
}

func (s *seenCells) add(text string) {
	if s.many {
		s.texts = s.texts || !numeric(text)
		return
	}
	if _, known := s.count[text]; !known {
		if len(s.count) == maxDifferent {
			for seen := range s.count {
				s.texts = s.texts || !numeric(seen)
			}
			s.many, s.count, s.texts = true, nil, s.texts || !numeric(text)
			return
		}
		if s.count == nil {
			s.count = map[string]int{}
		}
		text = strings.Clone(text) // the cell's own memory belongs to the record reader
	}
	s.count[text]++
}

// worded reports whether a cell is neither blank nor a number.
func (s *seenCells) worded() bool {
	for text := range s.count {
		if !numeric(text) {
			return true
		}
	}
	return s.texts
}

// numeric reports whether a cell is blank or a number.
func numeric(text string) bool {
	const inRange = 100 // digits are a number that a float64 holds
	text = strings.TrimSpace(text)
	if digitsAhead(text) == len(text) && len(text) <= inRange { // as most are, or blank
		return true
	}
	_, err := lexicon.ParseNumber(text)
	return err == nil
}

// answersSeen is what the cells of a column are, taken one by one.
type answersSeen struct {
	numbers  map[float64]int
	words    map[string]int // cells that are neither numbers nor stand for a missing answer
	dontKnow map[string]int // as spelled in the file
	blank    map[string]int // spelled-out blanks, such as a dash
	many     bool
	// onlyNumbers: every cell that is not blank is a number, also of the many.
	onlyNumbers bool
	padded      string            // a number that is written with zeros before it; empty: none is
	written     *writtenCells     // how the numbers are written, if not plainly
	anchored    bool              // words stand for numbers at their ends
	strayed     []float64         // numbers that its matrix shows to be strays
	apart       string            // why it has not the scale of its matrix; empty: it has
	inRows      *answersSeen      // the words of all rows of its matrix, or of all questions, that were offered the same; nil: it is alone
	elsewhere   map[string]int    // the labels of other questions, for the wording of those that nobody chose here; shared by all
	lent        string            // where somebody answered what nobody did here; empty: nothing is lent
	inOrder     bool              // its heading lets the numbers of its labels be those of points
	letters     map[string]string // the labels for which its cells stand, as its heading explains; nil: it explains none
	levels      *lexicon.Family   // of levels that its heading lets be degrees; nil: none are
	languages   map[string]int    // the answers in each language to all that are in several; nil: it is in one
	grades      *gradesTold       // what is told of school grades; nil: the answers are none
}

func newAnswersSeen() *answersSeen {
	return &answersSeen{
		numbers: map[float64]int{}, words: map[string]int{}, dontKnow: map[string]int{}, blank: map[string]int{},
	}
}

// clone returns a copy that can learn without its source.
func (a *answersSeen) clone() *answersSeen {
	copied := *a
	copied.numbers, copied.words = maps.Clone(a.numbers), maps.Clone(a.words)
	copied.dontKnow, copied.blank = maps.Clone(a.dontKnow), maps.Clone(a.blank)
	copied.strayed = slices.Clone(a.strayed)
	return &copied
}

// sort enters the different cells of one file's column.
func (a *answersSeen) sort(cells *seenCells) {
	a.many = a.many || cells.many
	a.onlyNumbers = !cells.texts
	for text, n := range cells.count {
		trimmed := strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " "))
		x, err := lexicon.ParseNumber(trimmed)
		switch {
		case trimmed == "":
		case err == nil:
			a.numbers[x] += n
			if zerosBefore(trimmed) && (a.padded == "" || trimmed < a.padded) {
				a.padded = trimmed
			}
		case lexicon.MeansDontKnow(trimmed), lexicon.NumberedDontKnow(trimmed):
			a.dontKnow[trimmed] += n
		case lexicon.MeansBlank(trimmed):
			a.blank[trimmed] += n
		default:
			a.words[trimmed] += n
		}
	}
	a.takeNone()
	a.takeWritten()
	a.onlyNumbers = a.onlyNumbers && len(a.words) == 0
}

// zerosBefore reports whether a whole number is written with zeros before it, as codes of one length are: 004, 01.
func zerosBefore(cell string) bool {
	return len(cell) > 1 && cell[0] == '0' && strings.Trim(cell, "0123456789") == ""
}

// pool adds what another audience answered to the same question.
func (a *answersSeen) pool(b *answersSeen) {
	a.poolRows(b)
	a.inOrder = a.inOrder || b.inOrder
	if a.levels == nil {
		a.levels = b.levels
	}
	if a.letters == nil {
		a.letters = b.letters
	}
	a.many = a.many || b.many
	a.written, a.padded = a.written.beside(b.written), cmp.Or(a.padded, b.padded)
	if a.apart == "" {
		a.apart = b.apart
	}
	if a.lent == "" {
		a.lent = b.lent
	}
	if a.elsewhere == nil {
		a.elsewhere = b.elsewhere
	}
	if a.grades == nil || b.grades != nil && !b.grades.five {
		a.grades = b.grades
	}
	for x, n := range b.numbers {
		a.numbers[x] += n
	}
	for x, n := range b.words {
		a.words[x] += n
	}
	for x, n := range b.dontKnow {
		a.dontKnow[x] += n
	}
	for x, n := range b.blank {
		a.blank[x] += n
	}
}

// rated reports whether the cells can be ratings: numbers at least for the greater part, numbers between words at the ends of
// their scale, or words of a known family.
func (a *answersSeen) rated() bool {
	switch {
	case a.many:
		return false
	case len(a.numbers) == 0:
		return len(a.words) > 1 && (lexicon.Fit(a.claimed()) != nil || languagesOf(a).read() || a.ordered())
	case total(a.numbers) > total(a.words):
		return true
	}
	return anchoredScale(a, nil).scale.Defined()
}

// ordered reports whether words of no family have an order that their heading lets them have: by the numbers in them, or as levels.
func (a *answersSeen) ordered() bool {
	byNumber, _ := numberedOrder(a.claimed())
	return a.letters != nil || a.inOrder && byNumber != nil || a.levels != nil && a.levels.Fit(sortedKeys(a.words)) != nil
}

// inWords reports whether the answers are words only.
func (a *answersSeen) inWords() bool { return len(a.numbers) == 0 && len(a.words) > 0 }

func total[K comparable](counts map[K]int) int {
	n := 0
	for _, k := range counts {
		n += k
	}
	return n
}

// ends returns the smallest and the largest number, and whether all are whole.
func (a *answersSeen) ends() (low, high float64, whole bool) {
	low, high, whole = math.Inf(1), math.Inf(-1), true
	for x := range a.numbers {
		low, high = math.Min(low, x), math.Max(high, x)
		whole = whole && x == math.Trunc(x)
	}
	return low, high, whole
}

// inferScale returns the smallest family that holds the numbers and the ends that the question texts name. Remark says
// what is unsure about it; if no scale can be told, the zero scale is returned and the remark says why.
func inferScale(a *answersSeen, asked []lexicon.Heading) (scale study.Scale, remark string) {
	if why := a.noScale(asked); why != "" {
		return study.Scale{}, why
	}
	low, high, _ := a.ends()
	namedLow, namedHigh, named := lexicon.NamedEnds(asked)
	switch {
	case named:
		return study.NewScale(namedLow, namedHigh), ""
	case a.ofPromoters(asked):
		return study.NewScale(0, 10), a.promoterRemark()
	case a.ofSixGrades(asked):
		return study.NewScale(1, 6), a.unobserved(study.NewScale(1, 6), low, high)
	}
	if why := a.inDoubt(); why != "" {
		return study.Scale{}, why
	}
	return a.usualScale(asked)
}

// noScale says why no numbers of a question are a scale, whatever they are; empty: they may be one.
func (a *answersSeen) noScale(asked []lexicon.Heading) string {
	if words := sortedKeys(a.words); len(words) > 0 {
		return fmt.Sprintf("some answers are words: %q", lexicon.Shorten(words[0]))
	}
	low, _, whole := a.ends()
	namedLow, namedHigh, named := lexicon.NamedEnds(asked)
	switch {
	case a.netScores() && slices.ContainsFunc(asked, func(h lexicon.Heading) bool {
		return promoterName().MatchString(lexicon.TagInWords(h.Text)) || lexicon.TagsPromoters(h.Text)
	}):
		return "net promoter scores from -100 to 100, worked out already: no answers on 0 to 10"
	case !whole:
		return a.broken()
	case len(a.numbers) < 2 && !named:
		return fmt.Sprintf("all answers are %s", lexicon.FormatNumber(low))
	}
	for _, of := range asked {
		if l, h, one := lexicon.NamedEnds([]lexicon.Heading{of}); one && (!named || l != namedLow || h != namedHigh) {
			return fmt.Sprintf("the questions name different scales: %q", lexicon.Shorten(of.Text))
		}
	}
	if outside, _, _ := a.outsideNamed(asked); len(outside) > 0 {
		return a.beyondNamed(outside, namedLow, namedHigh)
	}
	return ""
}

// inDoubt says why numbers whose question names no scale may be none, or of one that they do not tell; empty: a usual one explains them.
func (a *answersSeen) inDoubt() string {
	low, high, _ := a.ends()
	strays := a.strayed
	if len(strays) == 0 {
		strays = a.strays(rareTop)
	}
	switch {
	case len(strays) > 0 && (a.codesBeyond() == "" || strays[0] <= 10):
		return a.beyondScale(strays)
	case low == 0 && high > 1 && high <= 6: // FORMATS 0.12: 0 is the low end of some scales and "not applicable" beside others
		return fmt.Sprintf("answers from 0 to %s: 0 may be the low end, or stand for \"not applicable\"", lexicon.FormatNumber(high))
	case low >= 1 && high <= fewPoints && total(a.numbers) >= enoughForThree: // of as many somebody had chosen the 4
		points := "three points"
		if high == 2 {
			points = "two points, yes and no"
		}
		return fmt.Sprintf("%d answers from %s to %s, and none is %s: a scale of %s, or codes?", total(a.numbers), lexicon.FormatNumber(low), lexicon.FormatNumber(high), lexicon.FormatNumber(high+1), points)
	case a.codesBeyond() != "":
		return fmt.Sprintf("%s beside answers up to %s: these may stand for \"don't know\" or for no answer", a.codesBeyond(), lexicon.FormatNumber(a.highestBelowCodes()))
	case high > 10 && high <= 50:
		return fitNone(low, high)
	}
	return ""
}

func fitNone(low, high float64) string {
	return fmt.Sprintf("answers from %s to %s fit no usual scale", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
}

// codesBeyond names the numbers far beyond the others that surveys write for "don't know" and its like, such as 99; empty if there are
// none, or if other numbers fill the room between: 0 to 100 is a scale.
func (a *answersSeen) codesBeyond() string {
	var codes []string
	for _, x := range slices.Sorted(maps.Keys(a.numbers)) {
		switch {
		case x <= 10:
		case x == 66 || x == 77 || x == 88 || x >= 96 && x <= 99:
			codes = append(codes, lexicon.FormatNumber(x))
		default:
			return ""
		}
	}
	if len(codes) == 0 || len(codes) == len(a.numbers) {
		return ""
	}
	return strings.Join(codes, " and ")
}

// highestBelowCodes is the highest number that somebody answered below such codes.
func (a *answersSeen) highestBelowCodes() float64 {
	highest := math.Inf(-1)
	for _, x := range a.observed() {
		if x <= 10 {
			highest = max(highest, x)
		}
	}
	return highest
}

// unobserved says which ends of a scale nobody chose, and whose answers tell that they are there.
func (a *answersSeen) unobserved(s study.Scale, low, high float64) string {
	if seen := a.observed(); a.lent != "" && len(seen) > 0 {
		low, high = seen[0], seen[len(seen)-1]
	}
	var nobody, here []string
	for _, end := range []float64{s.Low, s.High} {
		if end >= low && end <= high {
			continue
		}
		if _, known := a.numbers[end]; known && a.lent != "" {
			here = append(here, lexicon.FormatNumber(end))
		} else {
			nobody = append(nobody, lexicon.FormatNumber(end))
		}
	}
	var parts []string
	if len(nobody) > 0 {
		parts = append(parts, "nobody answered "+strings.Join(nobody, " or "))
	}
	if len(here) > 0 {
		parts = append(parts, fmt.Sprintf("nobody answered %s here, though some did %s", strings.Join(here, " or "), a.lent))
	}
	return strings.Join(parts, ", and ")
}

// inside returns the first point between two that nobody chose, or nothing.
func (a *answersSeen) inside(low, high float64) string {
	for x := low + 1; x < high; x++ {
		if a.numbers[x] == 0 {
			return lexicon.FormatNumber(x)
		}
	}
	return ""
}

// takeNamed takes out of the numbers those that the question itself explains as no answers.
func (a *answersSeen) takeNamed(l lexicon.Legend) {
	_, _, apart, _ := l.Scale()
	if l.Choice() {
		apart = l.NoAnswers()
	}
	for _, x := range apart {
		if n := a.numbers[x]; n > 0 {
			a.dontKnow[lexicon.FormatNumber(x)] += n
			delete(a.numbers, x)
		}
	}
}

// sortedKeys returns the keys, most frequent first.
func sortedKeys(counts map[string]int) []string {
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if counts[keys[i]] != counts[keys[j]] {
			return counts[keys[i]] > counts[keys[j]]
		}
		return keys[i] < keys[j]
	})
	return keys
}

// sortedNumbers returns the numbers in order.
func sortedNumbers(counts map[float64]int) []float64 {
	numbers := make([]float64, 0, len(counts))
	for x := range counts {
		numbers = append(numbers, x)
	}
	sort.Float64s(numbers)
	return numbers
}

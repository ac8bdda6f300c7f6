package importers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// writtenForm is how platforms write a rating besides its number.
type writtenForm int

const (
	starsCounted writtenForm = iota + 1 // 4 stars
	starsDrawn                          // ★★★★, ★★★★☆
	outOf                               // 4/5, 4 out of 5
	percent                             // 80%
)

// writtenPoint is a rating with what it is of: "4 stars", "★★★☆☆", "4/5", "80 %".
type writtenPoint struct {
	form  writtenForm
	value float64
	whole float64 // the highest point, as far as the cell names it; 0: it does not
}

var (
	countedStars = lazily(`^(\d{1,2}(?:\.\d+)?)[ -]?(?:stars?|star\(s\)|sterne?|étoiles?|estrellas?|estrelas?|stell[ae]|sterren|ster)$`)
	pointOutOf   = lazily(`^(\d{1,3}(?:\.\d+)?) ?(?:/|out of|of|von|sur|de|su|van) ?(\d{1,3})$`)
	percentage   = lazily(`^(\d{1,3}(?:\.\d+)?) ?%$`)
)

const (
	fullStars  = "★⭐🌟✭"
	emptyStars = "☆✩"
)

// readWritten reads a cell as a written point; false: it is none.
func readWritten(text string) (writtenPoint, bool) {
	const longest, mostDigits = 40, 3
	if len(text) > longest {
		return writtenPoint{}, false
	}
	if strings.ContainsAny(text, fullStars+emptyStars) {
		return drawnStars(text)
	}
	if n := digitsAhead(text); n == 0 || n > mostDigits {
		return writtenPoint{}, false // times and ids have more
	}
	text = lexicon.Normalise(text)
	number := func(digits string) float64 {
		x, _ := lexicon.ParseNumber(digits) // the patterns match numbers only
		return x
	}
	if m := countedStars().FindStringSubmatch(text); m != nil {
		return writtenPoint{form: starsCounted, value: number(m[1])}, true
	}
	if m := percentage().FindStringSubmatch(text); m != nil {
		return writtenPoint{percent, number(m[1]), 100}, number(m[1]) <= 100
	}
	if m := pointOutOf().FindStringSubmatch(text); m != nil {
		p := writtenPoint{outOf, number(m[1]), number(m[2])}
		return p, p.value <= p.whole
	}
	return writtenPoint{}, false
}

// drawnStars counts stars: full ones first, then empty ones.
func drawnStars(text string) (writtenPoint, bool) {
	full, empty := 0, 0
	for _, r := range text {
		switch {
		case strings.ContainsRune(fullStars, r) && empty == 0:
			full++
		case strings.ContainsRune(emptyStars, r):
			empty++
		case r == '\ufe0f' || r == ' ': // shown as a picture
		default:
			return writtenPoint{}, false
		}
	}
	p := writtenPoint{form: starsDrawn, value: float64(full)}
	if empty > 0 {
		p.whole = float64(full + empty)
	}
	return p, true
}

// on reports whether the point is one of a scale of numbers. What names its highest point must name that of the scale.
func (p writtenPoint) on(s study.Scale) bool {
	switch {
	case len(s.Labels) > 0:
		return false
	case p.form == percent:
		return s.Low == 0 && s.High == 100
	}
	return p.whole == 0 || p.whole == s.High
}

// writtenCells are cells that write all their points in one form.
type writtenCells struct {
	form    writtenForm
	whole   float64 // the highest point that they name; 0: none does
	example string
}

// beside joins what two columns name; different wholes are no scale.
func (w *writtenCells) beside(other *writtenCells) *writtenCells {
	switch {
	case w == nil:
		return other
	case other == nil || w.whole == other.whole:
		return w
	}
	return &writtenCells{form: w.form, whole: math.Inf(1), example: w.example}
}

// takeWritten takes words that are written points for the numbers that they write: all of them, in one form and out of one whole, or
// none. A number beside "4 stars" may be of another question.
func (a *answersSeen) takeWritten() {
	if len(a.words) == 0 || len(a.numbers) > 0 {
		return
	}
	words := slices.Sorted(maps.Keys(a.words))
	points := make([]writtenPoint, len(words))
	cells, most := &writtenCells{}, 0.0
	for i, word := range words {
		p, is := readWritten(word)
		if !is || cells.form != 0 && p.form != cells.form || p.whole > 0 && cells.whole > 0 && p.whole != cells.whole {
			return
		}
		points[i], cells.form = p, p.form
		cells.whole = max(cells.whole, p.whole)
		if highest := points[i].value; i == 0 || highest > most {
			most, cells.example = highest, word
		}
	}
	for _, p := range points {
		if p.whole != cells.whole && p.value != cells.whole { // ★★★ beside ★★☆☆☆
			return
		}
	}
	for i, p := range points {
		a.numbers[p.value] += a.words[words[i]]
	}
	a.words, a.written = map[string]int{}, cells
}

// writtenScale reads the scale of written points. That they are read as numbers is always said.
func writtenScale(a *answersSeen, asked []lexicon.Heading) readScale {
	low, high, _ := a.ends()
	w := a.written
	how := fmt.Sprintf("the cells are written as %q", w.example)
	switch {
	case w.whole == 0:
	case high > w.whole || math.IsInf(w.whole, 1):
		return readScale{remark: how + " beside answers on another scale"}
	case w.whole == 100:
		asked = append(slices.Clone(asked), lexicon.HeadingOf("0 to 100"))
	case !isHighEnd(w.whole):
		return readScale{remark: fmt.Sprintf("%s, and no usual scale ends at %s", how, lexicon.FormatNumber(w.whole))}
	case low == 0 && w.whole == 10:
		asked = append(slices.Clone(asked), lexicon.HeadingOf("0 to 10"))
	case low < 1:
		return readScale{remark: fmt.Sprintf("%s: 0 may be the low end, or stand for no answer", how)}
	default:
		if w.whole == 10 {
			how += ", and nobody answered 0"
		}
		asked = append(slices.Clone(asked), lexicon.HeadingOf("1 to "+lexicon.FormatNumber(w.whole)))
	}
	scale, remark := inferScale(a, asked)
	if remark != "" {
		how += ", and " + remark
	}
	if !scale.Defined() {
		how = remark
	}
	return readScale{scale: scale, remark: how}
}

// isHighEnd reports whether a usual scale ends at a number.
func isHighEnd(x float64) bool {
	return slices.ContainsFunc(lexicon.Families()[1:], func(s study.Scale) bool { return s.High == x })
}

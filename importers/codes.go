package importers

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// codedCell is a cell that stands for another point than the number it shows, ready to be compared.
type codedCell struct {
	cell, folded string
	number       float64 // NaN: it is no number
	code         study.Code
	asText       bool // it is a choice text of a paired export, and none of the codes
}

// code prepares the codes that the study names.
func (r *cellReader) code() {
	for _, c := range r.column.Codes {
		k, ok := r.column.Scale.Code(c.Value)
		if !ok {
			continue // the study file refuses such codes
		}
		coded := codedCell{cell: c.Cell, folded: lexicon.Normalise(c.Cell), number: math.NaN(), code: k}
		if x, err := lexicon.ParseNumber(strings.TrimSpace(c.Cell)); err == nil {
			coded.number, r.digits = x, true
		}
		r.coded = append(r.coded, coded)
	}
}

func (r *cellReader) coding(folded string, x float64, isNumber bool) (study.Code, bool) {
	for _, c := range r.coded {
		if c.folded == folded || isNumber && c.number == x {
			return c.code, true
		}
	}
	return 0, false
}

// suspectCodes says why numbers look like the codes of an export rather than ratings: codes are not scale order (FORMATS 0.8).
// Empty: they do not. What is written as a point (4 stars) is one.
func suspectCodes(a *answersSeen, asked []lexicon.Heading) string {
	low, high, whole := a.ends()
	if !whole || a.written != nil || len(a.words) > 0 || len(a.numbers) < 2 {
		return ""
	}
	if namedLow, namedHigh, named := lexicon.NamedEnds(asked); named && high == namedHigh+1 && (low > namedLow || rareTop*a.numbers[high] >= total(a.numbers)) {
		return fmt.Sprintf("the cells run to %s, one past the scale %s to %s that the question names", lexicon.FormatNumber(high), lexicon.FormatNumber(namedLow), lexicon.FormatNumber(namedHigh))
	}
	if top := namedTop(asked); top > 0 && high == top+1 && low > 0 && rareTop*a.numbers[high] >= total(a.numbers) {
		return fmt.Sprintf("the cells run to %s, one past the %s that the question names as the highest", lexicon.FormatNumber(high), lexicon.FormatNumber(top))
	}
	if _, _, named := lexicon.NamedEnds(asked); a.padded != "" && !named && !likelyToRecommend(asked) {
		return fmt.Sprintf("numbers are written with zeros before them, such as %q, as codes of one length are", a.padded)
	}
	if low >= 0 && high == 11 && low <= 6 && !a.elevenIsApart() {
		return "the cells run to 11, one past a scale of 0 to 10"
	}
	if hole := unlikelyHole(a, low, high, lexicon.FrequentNeighbours); hole != "" {
		return fmt.Sprintf("no cell is %s, though its neighbours are frequent", hole)
	}
	if hole := rareEndHole(a, asked); hole != "" {
		return fmt.Sprintf("no cell is %s, and few scales end at %s", hole, lexicon.FormatNumber(high))
	}
	return ""
}

// suspectCodes judges the rows of a matrix by what was answered to all of them, and any other question by its own answers: rows share their
// scale, and few answers to each are many to all.
func (c *asked) suspectCodes() string {
	if c.rows != nil {
		return suspectCodes(c.rows, c.headings())
	}
	return suspectCodes(c.upToLent(), c.headings())
}

// upToLent are the answers to a question, with the points that others lend it: it ends where those beside it do.
func (c *asked) upToLent() *answersSeen {
	if c.learned != nil && c.learned.lent != "" {
		return c.learned
	}
	return c.answers
}

// rareEndHole returns a point that nobody chose, of numbers from 1 that end where few scales do: at 6 or 8, one past the usual ends, and
// no question says so. Empty: there is none, or chance may well have left it out.
func rareEndHole(a *answersSeen, asked []lexicon.Heading) string {
	low, high, _ := a.ends()
	if _, _, named := lexicon.NamedEnds(asked); named || low < 1 || high != 6 && high != 8 {
		return ""
	}
	if slices.ContainsFunc(asked, func(h lexicon.Heading) bool { return lexicon.GradesIn(h.Text) != lexicon.NoGrades }) {
		return "" // school grades end at 6
	}
	return unlikelyHole(a, low, high, fairNeighbours)
}

// topNamed names the highest point of a scale and not the lowest: "out of 5", "4 von 5 Punkten", "sur 10", "(/5)". Of other things than points
// there may be five: "your view of 3 out of 5 branches".
var topNamed = lazily(`(?:(?:^|[^\pL])(?:out of|sur|sobre|su|op|uit|von|van|de|max(?:imum|\.)?)\s|(?:^|[\s(_…])/\s?)(\d{1,2})` +
	`(?: (?:m[öo]gliche[nr]? )?(?:points?|stars?|punkten?|sternen?|étoiles?|puntos|estrellas?|pontos|estrelas?|punti|stelle|punten|sterren))?\s*(?:$|[?.!:;,)\]]| - )`)

// namedTop returns the highest point that questions name without the lowest, or 0: none, or several.
func namedTop(asked []lexicon.Heading) float64 {
	top := 0.0
	for _, h := range asked {
		m := topNamed().FindStringSubmatch(lexicon.Normalise(h.Text))
		if m == nil {
			continue
		}
		x, _ := lexicon.ParseNumber(m[1]) // digits only
		if top > 0 && x != top || !slices.Contains([]float64{3, 4, 5, 6, 7, 9, 10}, x) {
			return 0
		}
		top = x
	}
	return top
}

// fairNeighbours is that mean where the end itself speaks for codes, as 1, 2, 3, 4 and 6 do for five points. Say one of six such questions has
// codes. On six points, chance leaves out one of the four inner ones about 4·e⁻ᵐ times, with m answers on its neighbours: from m = 3 on
// (0.2 times) codes are as likely as that.
const fairNeighbours = 3

// longestGapped is how many points a scale has at most of which holes of several points are judged. On longer ones people leave out
// what lies beside an end: 0 and 3 of 0 to 10 are answers of the angry and of the cool, and nobody need be between.
const longestGapped = 7

// unlikelyHole returns the first point between the ends that nobody chose although the nearest that somebody chose are frequent enough on
// both sides. Only short scales are judged: of 0 to 100 people choose the tens. Two numbers alone are two opinions, however far apart.
func unlikelyHole(a *answersSeen, low, high, enough float64) string {
	if high-low > 10 {
		return ""
	}
	wide := high-low < longestGapped && len(a.listedNumbers()) > 2
	if at := slices.IndexFunc(a.listedNumbers(), func(x float64) bool { return x >= 0 }); low < 0 && at >= 0 {
		low = a.listedNumbers()[at] // what is negative stands for no answer, and lies apart from all points
	}
	below := low
	for x := low + 1; x < high; x++ {
		if a.numbers[x] > 0 {
			below = x
			continue
		}
		above := x + 1
		for above < high && a.numbers[above] == 0 && wide {
			above++
		}
		if math.Sqrt(float64(a.numbers[below])*float64(a.numbers[above])) >= enough && (below == x-1 || wide) {
			return lexicon.FormatNumber(x)
		}
	}
	return ""
}

// listed writes the numbers of a column in order: 1, 2, 3, 4, 6.
func (a *answersSeen) listed() string {
	var texts []string
	for _, x := range a.listedNumbers() {
		texts = append(texts, lexicon.FormatNumber(x))
	}
	return strings.Join(texts, ", ")
}

// listedNumbers returns the numbers that somebody chose, in order.
func (a *answersSeen) listedNumbers() []float64 {
	return slices.DeleteFunc(sortedNumbers(a.numbers), func(x float64) bool { return a.numbers[x] == 0 })
}

// respondentColumn returns the position of the column that names the response, or -1.
func respondentColumn(columns []Column) int {
	for i, c := range columns {
		if c.serial || c.Role == Meta && numbersRespondents(c.ID) || c.Role == Meta && oneOfWords(lexicon.Normalise(c.ID), "responseid", "response id", "respondent id", "respondentid", "id", "_uuid", "#", "record_id", "antwort id") ||
			c.Role == Meta && oneOfWords(lexicon.Normalise(c.Text), "responseid", "response id") {
			return i
		}
	}
	if len(columns) > 0 && columns[0].Role == Answer && (lexicon.Normalise(columns[0].Header) == "id" || respondentName().MatchString(lexicon.Normalise(columns[0].Header))) {
		return 0
	}
	return -1
}

package importers

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// codedCell is a cell that stands for another point than the number it shows, ready to be compared.
type codedCell struct {
	folded string
	number float64 // NaN: it is no number
	code   study.Code
}

// code prepares the codes that the study names.
func (r *cellReader) code() {
	for _, c := range r.column.Codes {
		k, ok := r.column.Scale.Code(c.Value)
		if !ok {
			continue // the study file refuses such codes
		}
		coded := codedCell{folded: Normalise(c.Cell), number: math.NaN(), code: k}
		if x, err := parseNumber(strings.TrimSpace(c.Cell)); err == nil {
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
// Empty: they do not.
func suspectCodes(a *answersSeen, texts []string) string {
	low, high, whole := a.ends()
	if !whole || len(a.words) > 0 || len(a.numbers) < 2 {
		return ""
	}
	if namedLow, namedHigh, named := namedEnds(texts); named && high == namedHigh+1 && (low > namedLow || rareTop*a.numbers[high] >= total(a.numbers)) {
		return fmt.Sprintf("the cells run to %s, one past the scale %s to %s that the question names", formatNumber(high), formatNumber(namedLow), formatNumber(namedHigh))
	}
	if low >= 0 && high == 11 && low <= 6 {
		return "the cells run to 11, one past a scale of 0 to 10"
	}
	if hole := unlikelyHole(a, low, high); hole != "" {
		return fmt.Sprintf("no cell is %s, though its neighbours are frequent", hole)
	}
	return ""
}

// frequentNeighbours is the geometric mean of a point's neighbours from which the point itself is expected: chance leaves it
// empty in fewer than 1 of 1,000 such cases (e⁻⁷).
const frequentNeighbours = 7

// longestGapped is how many points a scale has at most of which holes of several points are judged. On longer ones people leave out
// what lies beside an end: 0 and 3 of 0 to 10 are answers of the angry and of the cool, and nobody need be between.
const longestGapped = 7

// unlikelyHole returns the first point between the ends that nobody chose although the nearest that somebody chose are frequent on both
// sides. Only short scales are judged: of 0 to 100 people choose the tens. Two numbers alone are two opinions, however far apart.
func unlikelyHole(a *answersSeen, low, high float64) string {
	if high-low > 10 {
		return ""
	}
	wide := high-low < longestGapped && len(a.listedNumbers()) > 2
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
		if math.Sqrt(float64(a.numbers[below])*float64(a.numbers[above])) >= frequentNeighbours && (below == x-1 || wide) {
			return formatNumber(x)
		}
	}
	return ""
}

// listed writes the numbers of a column in order: 1, 2, 3, 4, 6.
func (a *answersSeen) listed() string {
	var texts []string
	for _, x := range a.listedNumbers() {
		texts = append(texts, formatNumber(x))
	}
	return strings.Join(texts, ", ")
}

// listedNumbers returns the numbers that somebody chose, in order.
func (a *answersSeen) listedNumbers() []float64 {
	return slices.DeleteFunc(sortedNumbers(a.numbers), func(x float64) bool { return a.numbers[x] == 0 })
}

// choices are the choice texts of one column's codes, as a paired export has them.
type choices struct {
	of   map[string]string
	from string
}

func (c *choices) fault(f study.Fault, r *cellReader, text string) study.Fault {
	label, known := c.of[text]
	if !known {
		f.Message = fmt.Sprintf("code %q of column %s has no choice text in %s", shorten(text), shorten(r.header), c.from)
		f.Hint = "both exports must be of the same responses"
		return f
	}
	scale := r.column.Scale.String()
	if len(r.column.Scale.Labels) > 0 {
		scale = "[" + strings.Join(r.column.Scale.Labels, ", ") + "]"
	}
	f.Message = fmt.Sprintf("%q, the choice text of code %q, is not on the scale %s of item %s (column %s)", shorten(label), shorten(text), scale, r.rating.Item.ID, shorten(r.header))
	f.Hint = "list the choice texts from low to high: scale: [low, …, high]"
	return f
}

// pairChoices reads an export and the same responses with choice texts, and returns what each code of each column stands for, by
// the column's position. Columns whose cells are the same in both are left out.
func pairChoices(ctx context.Context, codes *Export, name string, o Options) (map[int]*choices, error) {
	o.Platform, o.Encoding, o.Delimiter, o.HeaderRows = codes.Platform, "", 0, 0
	labels, err := OpenExport(name, o)
	if err != nil {
		return nil, err
	}
	id, theirID := respondentColumn(codes.Columns), respondentColumn(labels.Columns)
	if id < 0 || theirID < 0 {
		return nil, inputFault(study.Place{File: labels.Name}, "cannot be paired: there is no column of response ids in both exports", "export both with their response ids")
	}
	at := pairedColumns(codes.Columns, labels.Columns)
	texts := map[string][]string{}
	if err := labels.Records(ctx, func(r Record) error {
		texts[strings.Clone(r.Cells[theirID])] = cloned(r.Cells)
		return nil
	}); err != nil {
		return nil, err
	}
	found := map[int]*choices{}
	paired := 0
	err = codes.Records(ctx, func(r Record) error {
		row, known := texts[r.Cells[id]]
		if !known {
			return nil
		}
		paired++
		for i, j := range at {
			if fault := noteChoice(found, i, r.Cells[i], row[j], labels.Name); fault != "" {
				place := study.Place{File: codes.Name, Line: r.CellLine(i), Column: i + 1}
				return inputFault(place, fault, "are both exports of the same survey?")
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if paired == 0 {
		return nil, inputFault(study.Place{File: labels.Name}, "holds none of the responses of "+codes.Name, "both exports must be of the same responses")
	}
	for i, c := range found {
		if c.same() {
			delete(found, i)
		}
	}
	return found, nil
}

// noteChoice enters what a cell stands for; it returns what is wrong if it stood for something else before. A column of many
// different cells is no choice.
func noteChoice(found map[int]*choices, at int, code, label, from string) string {
	code, label = strings.TrimSpace(code), strings.TrimSpace(label)
	if code == "" {
		return ""
	}
	c := found[at]
	if c == nil {
		c = &choices{of: map[string]string{}, from: from}
		found[at] = c
	}
	if len(c.of) > maxDifferent {
		return ""
	}
	before, known := c.of[code]
	if known && before != label && len(c.of) < 60 {
		return fmt.Sprintf("code %q stands for %q and for %q of %s", shorten(code), shorten(before), shorten(label), from)
	}
	if !known {
		c.of[strings.Clone(code)] = label
	}
	return ""
}

// same reports whether the cells are the same in both exports, or too many to be choices: nothing to translate.
func (c *choices) same() bool {
	for code, label := range c.of {
		if code != label {
			return len(c.of) > maxDifferent
		}
	}
	return true
}

// pairedColumns maps the columns of one export to those of the other with the same id and question.
func pairedColumns(codes, labels []Column) map[int]int {
	at := map[int]int{}
	for i, c := range codes {
		if c.Role != Answer {
			continue
		}
		for j, l := range labels {
			if c.ID == l.ID && Normalise(c.Text) == Normalise(l.Text) {
				at[i] = j
				break
			}
		}
	}
	return at
}

// respondentColumn returns the position of the column that names the response, or -1.
func respondentColumn(columns []Column) int {
	for i, c := range columns {
		if c.serial || c.Role == Meta && numbersRespondents(c.ID) || c.Role == Meta && oneOfWords(Normalise(c.ID), "responseid", "response id", "respondent id", "respondentid", "id", "_uuid", "#", "record_id", "antwort id") ||
			c.Role == Meta && oneOfWords(Normalise(c.Text), "responseid", "response id") {
			return i
		}
	}
	if len(columns) > 0 && columns[0].Role == Answer && Normalise(columns[0].Header) == "id" {
		return 0
	}
	return -1
}

func cloned(cells []string) []string {
	copies := make([]string, len(cells))
	for i, c := range cells {
		copies[i] = strings.Clone(c)
	}
	return copies
}

// translated returns the cells of a column with the choice texts of its codes.
func (s *seenCells) translated(c *choices) *seenCells {
	if c == nil || s.many {
		return s
	}
	texts := &seenCells{count: map[string]int{}}
	for cell, n := range s.count {
		if label, known := c.of[strings.TrimSpace(cell)]; known {
			cell = label
		}
		texts.count[cell] += n
	}
	return texts
}

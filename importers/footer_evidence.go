package importers

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// aboveColumn is what stands in a column above the rows that may be footers.
type aboveColumn struct {
	filled, numbers, ids int
	sum, squares         float64
	low, high            float64
	whole                bool            // all numbers are whole
	seen                 map[float64]int // how often each number
	beside               bool            // a column that can hold no answer: an id, a time, a name
	figureWords          int             // so many cells are words for figures, where an id may stand
	known                map[string]bool // of the first texts that are no ids: whether they are such words
}

// above is what stands above the rows that may be footers.
type above struct {
	rows    int
	columns []aboveColumn
	blank   bool // a blank row was seen
	parted  bool // and answers behind it
}

func newAbove(columns []Column) *above {
	a := &above{columns: make([]aboveColumn, len(columns))}
	for i, c := range columns {
		a.columns[i] = aboveColumn{low: math.Inf(1), high: math.Inf(-1), whole: true, seen: map[float64]int{}, beside: c.Role == Meta || c.Role == Personal, known: map[string]bool{}}
	}
	return a
}

// mostSeen is how many different numbers of a column are remembered.
const mostSeen = 1000

// add takes in a row of answers.
func (a *above) add(cells []string) {
	if blankRecord(cells) {
		a.blank = true
		return
	}
	a.parted = a.parted || a.blank
	a.rows++
	for i := range a.columns {
		c, text := &a.columns[i], strings.TrimSpace(cell(cells, i))
		if text == "" {
			continue
		}
		c.filled++
		if x, is := answerNumber(text); is {
			c.number(x)
		} else if looksLikeID(text) {
			c.ids++
		} else if (i == 0 || c.beside) && c.wordForFigures(text) {
			c.figureWords++
		}
	}
}

// wordForFigures reports whether a text is such a word. Where more texts stand than figures have names, the column holds no ids, and nothing is asked.
func (c *aboveColumn) wordForFigures(text string) bool {
	is, known := c.known[text]
	if !known && len(c.known) < mostAmid {
		is = lexicon.IsFooterWord(text)
		c.known[strings.Clone(text)] = is
	}
	return is
}

// named is how many cells of a column can name responses: subtotals of small groups are many beside the ids of these. No group has fewer than two, and a
// word among a handful of rows may be somebody's name.
func (c *aboveColumn) named() int {
	const enough = 6
	if 3*c.figureWords > c.filled || c.filled-c.figureWords < enough {
		return c.filled
	}
	return c.filled - c.figureWords
}

func (c *aboveColumn) number(x float64) {
	c.numbers++
	c.sum, c.squares = c.sum+x, c.squares+x*x
	c.low, c.high = min(c.low, x), max(c.high, x)
	c.whole = c.whole && x == math.Trunc(x)
	if c.seen[x] > 0 || len(c.seen) < mostSeen {
		c.seen[x]++
	}
}

func blankRecord(cells []string) bool {
	return !slices.ContainsFunc(cells, func(text string) bool { return strings.TrimSpace(text) != "" })
}

// looksLikeID reports whether a text has the shape of what names a response: R_3xk9, 2026-09-01 10:30, a@b.org.
func looksLikeID(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) && (strings.Count(text, " ") == 0 || text[0] >= '0' && text[0] <= '9' && len(text) <= 40) ||
		strings.Contains(text, "@") && !strings.Contains(text, " ")
}

// names reports whether the cells of a column name responses: nine in ten are ids, times or numbers, and half of the rows have one.
func (a *above) names(c *aboveColumn) bool {
	return 10*(c.ids+c.numbers) >= 9*c.named() && 2*c.filled >= a.rows && a.rows > 0
}

// numbersRows reports whether hardly two rows of a column of names have the same.
func (a *above) numbersRows(c *aboveColumn) bool {
	return a.names(c) && (10*(c.ids+len(c.seen)) >= 9*c.named() || len(c.seen) == mostSeen)
}

// idsAlone reports whether a column has held nothing but ids, in enough rows to make a word among them strange.
func (a *above) idsAlone(c *aboveColumn) bool {
	const enough = 10
	return c.filled >= enough && c.ids+c.numbers == c.named()
}

// isNextID reports whether a number is another of a column in which each row has one of its own.
func (a *above) isNextID(c *aboveColumn, x float64) bool {
	numbered := a.numbersRows(c) || len(c.seen) == mostSeen
	return c.rates() && c.whole && numbered && x == math.Trunc(x) && c.seen[x] == 0
}

// rates reports whether a column holds numbers, but for a few non-answers.
func (c *aboveColumn) rates() bool { return c.numbers > 0 && 10*c.numbers >= 9*c.filled }

// fewestAbove is from how many rows on their means are worked out.
const fewestAbove = 3

// footersIn returns the rows if the first of them is a footer, and every other that holds something too.
func (a *above) footersIn(rows []rowBelow) []rowBelow {
	var found []rowBelow
	for _, row := range rows {
		switch {
		case blankRecord(row.cells):
			if len(found) == 0 {
				return nil
			}
		case !a.footer(row.cells, len(found) > 0):
			return nil
		default:
			row.said = sayFooter(row.cells)
			found = append(found, row)
		}
	}
	return found
}

// sayFooter names a footer by the word that it is known by. Its other cells are not printed: should it be somebody's row after all, they are
// theirs.
func sayFooter(cells []string) string {
	first := slices.IndexFunc(cells, func(text string) bool { return strings.TrimSpace(text) != "" })
	text := strings.TrimSpace(cells[first])
	if lexicon.IsFooterWord(text) {
		return fmt.Sprintf("%q", lexicon.Shorten(text))
	}
	if note := lexicon.FooterNote().FindString(lexicon.Normalise(text)); note != "" {
		return fmt.Sprintf("%q", note)
	}
	return `"…"`
}

// footer reports whether a row is nobody's answers. Somebody may answer in words that are those of figures, and give a rating that is the number
// of rows by chance: besides a word where each row above has an id of its own, only numbers tell that nobody can have given. Below another footer
// less tells it.
func (a *above) footer(cells []string, below bool) bool {
	if a.rows < fewestAbove {
		return false
	}
	if len(cells) < len(a.columns) {
		return a.shortFooter(cells)
	}
	f := a.compare(cells)
	switch {
	case f.id:
		return false
	case f.only && (f.noteFirst || f.labelAsID && (below || len(strings.Fields(f.label)) > 1)):
		return true
	case f.texts > 0:
		return false
	case f.instead(), below && (f.labelAsID || f.word):
		return true
	case below && f.numbers > 0 && 5*f.best >= 4*f.numbers:
		return true
	}
	return f.surely() || f.word && f.counted()
}

// shortFooter reports whether a line with fewer cells than the header is a footer: a note or a word for figures, and at most one cell behind it that
// is no answer. A row of answers that is cut off has neither.
func (a *above) shortFooter(cells []string) bool {
	const most = 2
	first := slices.IndexFunc(cells, filledCell)
	if first < 0 || !lexicon.IsFooterWord(cells[first]) && !lexicon.IsFooterNote(cells[first]) {
		return false
	}
	rest := slices.DeleteFunc(slices.Clone(cells[first+1:]), func(text string) bool { return !filledCell(text) })
	if len(rest)+1 > most {
		return false
	}
	for i := first + 1; i < len(cells); i++ {
		if filledCell(cells[i]) && a.mayAnswer(i, strings.TrimSpace(cells[i])) {
			return false
		}
	}
	return true
}

func filledCell(text string) bool { return strings.TrimSpace(text) != "" }

// mayAnswer reports whether a text may be an answer in a column: no word where all others wrote numbers, no number beyond all scales, and not the
// number of answers above where nobody answered as high.
func (a *above) mayAnswer(column int, text string) bool {
	c := &a.columns[column]
	x, _, number := figureIn(text)
	switch {
	case !c.rates():
		return true
	case !number:
		return lexicon.MeansDontKnow(text) || lexicon.MeansBlank(text)
	}
	counts := x > c.high && (x == float64(a.rows) || x == float64(c.filled))
	return !counts && !c.beyondScales(x)
}

// likeness is how a row resembles the figures of the rows above it.
type likeness struct {
	label     string // the first text that is no number
	labelAsID bool   // it stands where a name of its own stands in each row above
	strange   bool   // so it does, and nothing but ids stand above
	noteFirst bool   // it is the first cell, and begins as notes below a table do
	word      bool   // it is a word for such figures
	only      bool   // nothing else stands in the row
	id        bool   // it names a response as the rows above do
	texts     int    // other texts

	numbers int    // in columns of numbers
	best    int    // of them, so many are the same figure of their column
	what    string // that figure
	new     int    // of these, numbers that nobody above has given, or could have given
	broken  int    // of the new ones: broken, where all above are whole
	odd     int    // of the broken ones: no quarters
	beyond  int    // of the new ones, numbers beyond the ends of all scales that the column can have
	median  int    // so many are the median of their column, up to the first that is not
	amid    int    // so many are broken, where all above answered in words
	oddAmid int    // of these: no quarters
	usual   int    // so many are whole, and no further out than what was answered above
	first   bool   // the label is the first cell of the row
}

// wordAt reports whether a cell is a word for figures where every row has an id.
func (a *above) wordAt(column int, text string) bool {
	if column >= len(a.columns) || column > 0 && !a.columns[column].beside || !filledCell(text) || looksLikeID(strings.TrimSpace(text)) {
		return false
	}
	return a.numbersRows(&a.columns[column]) && lexicon.IsFooterWord(text)
}

// wordIn returns the column in which a row has a word for figures where every other has an id; -1: it has none.
func (a *above) wordIn(cells []string) int {
	for i := range min(len(cells), len(a.columns)) {
		if a.wordAt(i, cells[i]) {
			return i
		}
	}
	return -1
}

// instead reports whether a row is nobody's wherever it stands: it has a word for figures where every other has an id.
func (a *above) instead(cells []string) bool {
	if len(cells) != len(a.columns) || a.rows < fewestAbove || a.wordIn(cells) < 0 {
		return false
	}
	f := a.compare(cells)
	return f.instead()
}

// namesake reports whether a row under a word that is a name too, Max or Min, holds answers: numbers as others gave them, and not the figure.
func (f *likeness) namesake() bool {
	return oneOfWords(lexicon.Normalise(f.label), "max", "min") && f.numbers > 0 && f.usual == f.numbers && 5*f.best < 4*f.numbers
}

// unsure reports whether a row that is read as answers may be figures: its first cell is a word for them and all of its numbers are one figure
// of their columns, or it is a namesake of one, or whatever word it is stands where all others have an id.
func (f *likeness) unsure() bool {
	switch {
	case f.texts > 0:
		return false
	case f.strange && !f.id && f.numbers > 0:
		return true
	}
	return f.word && (f.figures() || !f.id && f.labelAsID && f.namesake())
}

// instead reports whether a row has a word for figures where every other has an id, and no comment: wherever it stands, it is nobody's.
func (f *likeness) instead() bool {
	return !f.id && f.texts == 0 && f.labelAsID && f.word && !f.namesake()
}

// figures reports whether all numbers behind a word in the first cell are one figure of their columns. That one of them could be the next of a column
// in which hardly two rows have the same, as few answers on 0 to 100 are, then tells nothing.
func (f *likeness) figures() bool {
	return f.first && f.numbers >= leastFigures && max(f.best, f.median) == f.numbers
}

// bare reports whether a row holds nothing but numbers that are one figure of their columns each, such as rounded means. By itself that tells nothing: somebody
// may have answered so.
func (f *likeness) bare() bool {
	return !f.id && f.label == "" && f.texts == 0 && f.numbers >= leastFigures && max(f.best, f.median) == f.numbers
}

// leastFigures is how many figures of its columns tell a row by themselves.
const leastFigures = 2

// surely reports whether a row can only be the means of the rows above, or their deviations: broken numbers where everybody gave whole ones.
func (f *likeness) surely() bool {
	if f.amid > 0 && f.what != counts && f.what != sums {
		return 5*(f.best+f.amid) >= 4*f.numbers && f.odd > 0 && f.broken+f.amid >= leastFigures
	}
	return (f.what == means || f.what == spread) && 5*f.best >= 4*f.numbers && f.odd > 0 && f.broken >= leastFigures
}

// counted reports whether a row can only be the numbers of answers above: beyond all scales.
func (f *likeness) counted() bool {
	return f.what == counts && f.best == f.numbers && f.beyond >= leastFigures
}

// beyondScales reports whether a number lies beyond all scales of which the answers of a column can be.
func (c *aboveColumn) beyondScales(x float64) bool {
	const longest, shares = 11, 100
	return c.high <= longest && x > longest || x > shares
}

// The figures that people put below a table.
const (
	means  = "means"
	counts = "counts"
	sums   = "sums"
	spread = "standard deviations"
	lowest = "lowest"
	most   = "highest"
)

func figuresBelow() []string { return []string{means, counts, sums, spread, lowest, most} }

// compare looks at the cells of a row.
func (a *above) compare(cells []string) likeness {
	var f likeness
	alike := map[string]*likeness{}
	for _, what := range figuresBelow() {
		alike[what] = &likeness{}
	}
	filled := 0
	for i := range a.columns {
		c, text := &a.columns[i], strings.TrimSpace(cell(cells, i))
		if text == "" {
			continue
		}
		filled++
		x, decimals, number := figureIn(text)
		if !number {
			f.text(a, i, text)
			continue
		}
		f.id = f.id || a.names(c) && !c.rates() && x != float64(c.filled) || a.isNextID(c, x)
		if !c.rates() {
			f.count(alike[counts], c, x)
			f.wordsAbove(c, x, decimals)
			continue
		}
		f.numbers++
		for _, what := range figuresBelow() {
			c.like(alike[what], what, x, decimals)
		}
		if f.median == f.numbers-1 && x == c.median() { // one that is none settles it
			f.median++
		}
		if x == math.Trunc(x) && x >= c.low && x <= c.high {
			f.usual++
		}
	}
	f.only = f.label != "" && filled == 1
	for _, what := range figuresBelow() {
		if of := alike[what]; of.best > f.best || of.best == f.best && of.new > f.new {
			f.best, f.what, f.new, f.broken, f.odd, f.beyond = of.best, what, of.new, of.broken, of.odd, of.beyond
		}
	}
	f.odd += f.oddAmid
	return f
}

// text takes in a cell that is no number.
func (f *likeness) text(a *above, i int, text string) {
	c := &a.columns[i]
	switch {
	case a.numbersRows(c) && looksLikeID(text) && !lexicon.IsFooterWord(text) && !lexicon.IsFooterNote(text):
		f.id = true
	case f.label == "":
		f.label, f.word, f.first = text, lexicon.IsFooterWord(text), i == 0
		f.labelAsID = a.numbersRows(c) && (i == 0 || c.beside) && !lexicon.MeansDontKnow(text) && !lexicon.MeansBlank(text)
		f.strange = f.labelAsID && a.idsAlone(c)
		f.noteFirst = i == 0 && a.names(c) && lexicon.IsFooterNote(text)
	default:
		f.texts++
	}
}

// count takes in a number where words stand above.
func (f *likeness) count(of *likeness, c *aboveColumn, x float64) {
	if f.numbers++; c.filled > 0 && x == float64(c.filled) {
		of.best++
		of.new++
	}
}

// wordsAbove takes in a number where all above answered in words, and which can be no answer there.
func (f *likeness) wordsAbove(c *aboveColumn, x float64, decimals int) {
	if !c.amidWords(x, decimals) {
		return
	}
	if f.amid++; 4*x != math.Trunc(4*x) {
		f.oddAmid++
	}
}

// like counts a number if it is the figure of its column, to the decimals that are shown.
func (c *aboveColumn) like(of *likeness, what string, x float64, decimals int) {
	if !slices.ContainsFunc(c.figures(what), func(figure float64) bool {
		return math.Abs(x-figure) <= 0.5*math.Pow10(-decimals)+1e-9*max(1, math.Abs(figure))
	}) {
		return
	}
	of.best++
	within, broken := x >= c.low && x <= c.high, x != math.Trunc(x)
	if within && (c.seen[x] > 0 || len(c.seen) == mostSeen || c.whole && !broken) {
		return
	}
	of.new++
	if c.beyondScales(x) {
		of.beyond++
	}
	if c.whole && broken {
		if of.broken++; 4*x != math.Trunc(4*x) {
			of.odd++
		}
	}
}

// figures returns a figure of a column, in the ways in which people work it out.
func (c *aboveColumn) figures(what string) []float64 {
	n := float64(c.numbers)
	mean := c.sum / n
	switch what {
	case means:
		return []float64{mean}
	case counts:
		return []float64{n, float64(c.filled)}
	case sums:
		return []float64{c.sum}
	case spread:
		squares := max(0, c.squares-n*mean*mean)
		return []float64{math.Sqrt(squares / n), math.Sqrt(squares / max(1, n-1))}
	case lowest:
		return []float64{c.low}
	}
	return []float64{c.high}
}

// median is that of the numbers of a column; not a number where there are too many different ones.
func (c *aboveColumn) median() float64 {
	if len(c.seen) == mostSeen {
		return math.NaN()
	}
	below, lower := 0, math.NaN()
	for _, x := range slices.Sorted(maps.Keys(c.seen)) {
		below += c.seen[x]
		switch {
		case !math.IsNaN(lower):
			return (lower + x) / 2
		case 2*below == c.numbers:
			lower = x
		case 2*below > c.numbers:
			return x
		}
	}
	return lower
}

// figureIn reads a number with a point or a comma, and how many decimals it shows.
func figureIn(text string) (x float64, decimals int, is bool) {
	if strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	x, err := lexicon.ParseNumber(text)
	if err != nil || strings.ContainsAny(text, "eE") {
		return x, 0, err == nil
	}
	if at := strings.IndexByte(text, '.'); at >= 0 {
		decimals = len(text) - at - 1
	}
	return x, decimals, true
}

// maybe reports whether a row deserves that all rows above it are read for their figures.
func (a *above) maybe(cells []string) bool {
	switch {
	case blankRecord(cells) || len(cells) > len(a.columns):
		return false
	case len(cells) < len(a.columns):
		return a.shortFooter(cells)
	}
	f := a.compare(cells)
	broken, beyond := a.impossible(cells)
	switch {
	case f.id && !(f.word && f.first):
		return false
	case f.labelAsID && (f.word || f.only), f.only && f.noteFirst, f.unsure():
		return true
	}
	return f.texts == 0 && (broken >= leastFigures || f.word && (beyond >= leastFigures || f.first && f.numbers >= leastFigures))
}

// impossible counts the numbers of a row that nobody can have given: broken ones where the answers are whole, and those beyond all scales.
func (a *above) impossible(cells []string) (broken, beyond int) {
	for i := range a.columns {
		c := &a.columns[i]
		x, decimals, number := figureIn(strings.TrimSpace(cell(cells, i)))
		if c.amidWords(x, decimals) && number {
			broken++
		}
		if !number || !c.rates() || a.numbersRows(c) {
			continue
		}
		if c.whole && x != math.Trunc(x) {
			broken++
		}
		if c.beyondScales(x) {
			beyond++
		}
	}
	return broken, beyond
}

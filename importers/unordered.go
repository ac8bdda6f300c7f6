package importers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// codeName is the statement of a matrix as LimeSurvey exports it without texts.
var codeName = lazily(`^[A-Z]{1,3}\d{1,4}$`)

var pointCode = lazily(`^[A-Z]{1,2}[1-9]\d?$`)

// mostPoints is how many different answers a rating has that is not known for one.
const mostPoints = 11

// unorderedAnswers are the columns that may be ratings although nothing tells the order of their answers: codes such as A1, or the same
// few words in several columns. Each has the words of all columns of its block. Names of people are none: a draft is passed on.
func unorderedAnswers(columns []*asked) []*asked {
	var found []*asked
	blocks := wordBlocksOf(columns)
	for _, c := range columns {
		if !fewWords(c) || c.learned.rated() || listsPeople(c) {
			continue
		}
		block, n := blocks.of(c)
		if words := len(block.words); words <= mostPoints && (c.answers.pointCodes() || n > 1 && 3*words <= total(block.words)) {
			one := *c
			one.answers = block
			found = append(found, &one)
		}
	}
	return found
}

// joinUnordered adds the audiences whose few answers alone do not show that a question may be a rating, where those of another do.
func (d *draft) joinUnordered() {
	var found []*questionSet
	for _, of := range d.unordered {
		found = append(found, questionSetOf(of))
	}
	for i, of := range d.worded {
		for _, c := range of {
			if found[i].at[c.column.Position] {
				continue
			}
			elsewhere := slices.ContainsFunc(found, func(others *questionSet) bool { return others != found[i] && others.has(c) })
			if elsewhere {
				d.unordered[i] = append(d.unordered[i], c)
			}
		}
	}
}

// pointCodes reports whether all words are codes that count the answers of a question: A1, A2, A3.
func (a *answersSeen) pointCodes() bool {
	for word := range a.words {
		if !pointCode().MatchString(word) {
			return false
		}
	}
	return true
}

func fewWords(c *asked) bool {
	n := len(c.answers.words)
	return c.kind == "" && c.answers.inWords() && !c.answers.many && n >= 2 && n <= mostPoints
}

// ordered is the column of a rating whose order somebody has to tell, as a study file writes it: the codes or words in an order that may
// be the right one.
func (w *fileWriter) ordered(column Column, answers *answersSeen) string {
	words := naturally(sortedKeys(answers.words))
	details := "column: " + scalarOf(selectorText(column))
	if answers.answerCodes() {
		details += fmt.Sprintf(", scale: 1..%d, codes: {%s}", len(words), numberedCodes(words))
	} else {
		details += ", scale: [" + strings.Join(scalarsOf(words), ", ") + "]"
	}
	missing := study.Missing{DontKnow: sortedKeys(answers.dontKnow), Blank: sortedKeys(answers.blank)}
	if text := missingText(missing); text != "" {
		details += ", missing: " + text
	}
	return "{" + details + "}"
}

// likelyEnds are the ends of the smallest usual scale of which all answers are one point; of several points they are the ends.
func likelyEnds(low, high float64) (lowest, highest float64) {
	if low < high {
		return low, high
	}
	for _, family := range families()[1:] {
		if family.Low <= low && low <= family.High {
			return family.Low, family.High
		}
	}
	return low - 1, low
}

// boxes are the boxes of an item whose scale has too few points for those of the analysis.
func boxes(points int) string {
	if points > 3 {
		return ""
	}
	return ", top_box: 1, bottom_box: 1"
}

func numberedCodes(words []string) string {
	var codes []string
	for i, word := range words {
		codes = append(codes, fmt.Sprintf("%s: %d", scalarOf(word), i+1))
	}
	return strings.Join(codes, ", ")
}

// naturally sorts texts by the numbers in them: A2 before A10.
func naturally(texts []string) []string {
	digits := func(text string) int {
		n, err := strconv.Atoi(strings.TrimLeft(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		if err != nil {
			return 0
		}
		return n
	}
	slices.SortStableFunc(texts, func(a, b string) int { return cmp.Or(digits(a)-digits(b), strings.Compare(a, b)) })
	return texts
}

// toOrder writes the questions whose answers have no order or scale that the export tells, as items in comments.
func (w *fileWriter) toOrder() {
	headed := false
	for _, q := range match(w.draft.unordered) {
		if !headed {
			w.comment("  ", "? Are these ratings? The export does not tell which answer is the low end. Put the answers in order from low to high (of codes: give each "+
				"its point), take out those that are none, and take the # away; or name the same export with full answers: labels_from: FILE under the audience.")
			headed = true
		}
		w.orderOf(q)
	}
	for _, l := range w.draft.left {
		if w.look.lone[l.question] {
			continue // among those that one audience alone was asked
		}
		w.unreadable(l.question, l.why)
	}
}

// orderOf writes one of them, of all audiences that were asked it: an answer that one did not give another did.
func (w *fileWriter) orderOf(q *question) {
	c := q.by[0].column
	label := naming(c)
	if codeName().MatchString(label) {
		label = c.Text
	}
	all := q.pooled()
	var columns []string
	for _, one := range q.by {
		columns = append(columns, w.draft.study.Audiences[one.audience].ID+": "+w.ordered(one.column, all))
	}
	w.line("#  %s: {label: %s, %s: {%s}%s}", w.freeID(label), scalarOf(label), q.asks(), strings.Join(columns, ", "), boxes(len(all.words)))
}

// unreadable writes a question of numbers that have no scale as an item in a comment, with every number that was seen at a point, or
// as a stray.
func (w *fileWriter) unreadable(q *question, why string) {
	label := statement(q.by[0].column.Text)
	remedy := ""
	if w.draft.codes(q) != "" {
		remedy = ` Write the point of each code in place of its "?" before you take the # away.`
	}
	w.comment("  ", fmt.Sprintf("? Which scale has %s? %s%s", scalarOf(shorten(label)), sentence(why), remedy))
	if pooled := q.pooled(); len(pooled.words) > 0 || len(pooled.observed()) == 0 {
		return
	}
	var columns []string
	fewest := mostPoints
	for _, a := range q.by {
		answers := q.pooled()
		if q.apart {
			answers = a.answers
		}
		scale, points := w.likelyScale(q, answers)
		if points == 0 || points > 2*mostPoints && points != 101 {
			return // a number of another kind, as far as one can see
		}
		fewest = min(fewest, points)
		columns = append(columns, fmt.Sprintf("%s: {column: %s, %s}", w.draft.study.Audiences[a.audience].ID, scalarOf(selectorText(a.column)), scale))
	}
	id, details := w.freeID(label), fmt.Sprintf("label: %s, %s: {%s}%s", scalarOf(label), q.asks(), strings.Join(columns, ", "), boxes(fewest))
	if q.unread == nil || q.unread.read.ends == "" {
		w.line("#  %s: {%s}", id, details)
		return
	}
	low, high, _ := namedEnds(q.texts())
	w.line("#  %s: {%s} # if %s is the good end", id, details, formatNumber(high))
	w.line("#  %s: {%s, reversed: true} # or, if %s is", id, details, formatNumber(low))
}

// openCodes are codes whose points nobody knows: a guess would be read, and be wrong in silence.
func openCodes(codes []string) []string {
	var open []string
	for _, code := range codes {
		open = append(open, scalarOf(code)+`: "?"`)
	}
	return open
}

// sentence ends a text with a point, unless it asks.
func sentence(text string) string {
	if strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

// likelyScale writes the scale that numbers may have: for codes one point each, without strays, in halves.
func (w *fileWriter) likelyScale(q *question, answers *answersSeen) (scale string, points int) {
	seen := answers.observed()
	if w.draft.codes(q) != "" {
		var codes []string
		for _, x := range seen {
			codes = append(codes, formatNumber(x))
		}
		low, high := 1.0, float64(len(seen))
		if namedLow, namedHigh, named := namedEnds(q.texts()); named {
			low, high = namedLow, namedHigh
		}
		return fmt.Sprintf("scale: %s..%s, codes: {%s}", formatNumber(low), formatNumber(high), strings.Join(openCodes(codes), ", ")), int(high-low) + 1
	}
	var strays []string
	for _, a := range q.by {
		for _, x := range w.draft.straysOf(q, a) {
			if at := slices.Index(seen, x); at >= 0 {
				seen, strays = slices.Delete(seen, at, at+1), append(strays, formatNumber(x))
			}
		}
	}
	if len(seen) == 0 {
		return "", 0
	}
	low, high := likelyEnds(seen[0], seen[len(seen)-1])
	if namedLow, namedHigh, named := namedEnds(q.texts()); named {
		low, high = namedLow, namedHigh
	}
	scale, points = fmt.Sprintf("scale: %s..%s", formatNumber(low), formatNumber(high)), int(high-low)+1
	if _, _, whole := answers.ends(); !whole {
		example, halves := answers.halfPoints()
		if example == "" {
			return "", 0 // of no scale that a study file can name
		}
		scale, points = fmt.Sprintf("scale: %s by 0.5", halves), 2*int(halves.High-halves.Low)+1
	}
	missing := study.Missing{DontKnow: sortedKeys(answers.dontKnow), Blank: append(sortedKeys(answers.blank), strays...)}
	if text := missingText(missing); text != "" {
		scale += ", missing: " + text
	}
	return scale, points
}

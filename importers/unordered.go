package importers

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
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
		if _, near := c.answers.nearOffer(nil); near {
			continue // init offers it with the order of its family
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
// be the right one. The first word is a question, so that no order is taken unseen; that of no and yes is none.
func (w *fileWriter) ordered(column Column, answers *answersSeen) string {
	words := naturally(sortedKeys(answers.words))
	details := "column: " + scalarOf(selectorText(column))
	if answers.answerCodes() {
		details += fmt.Sprintf(", scale: 1..%d, codes: {%s}", len(words), numberedCodes(words))
	} else {
		if low, high, twofold := noAndYes(words); twofold {
			words = []string{low, high}
		} else {
			words[0] = study.OpenLabel + words[0]
		}
		details += ", scale: [" + strings.Join(scalarsOf(words), ", ") + "]"
	}
	missing := study.Missing{DontKnow: sortedKeys(answers.dontKnow), Blank: sortedKeys(answers.blank)}
	if text := missingText(missing); text != "" {
		details += ", missing: " + text
	}
	return "{" + details + "}"
}

// noAndYes returns the two words of a question that is answered with them, no first; false: they are others.
func noAndYes(words []string) (no, yes string, twofold bool) {
	if len(words) != 2 {
		return "", "", false
	}
	are := func(word, known string) bool {
		return lexicon.Listed(known, lexicon.Normalise(word))
	}
	for i, word := range words {
		if other := words[1-i]; are(word, noWords) && are(other, yesWords) {
			return word, other, true
		}
	}
	return "", "", false
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
				"its point), take out those that are none, and take the # and any question mark away; or name the same export with full answers: labels_from: FILE under the audience.")
			headed = true
		}
		w.orderOf(q)
	}
	w.leftOut()
}

// leftOut writes the questions without a scale, those together that have none for the very same reason.
func (w *fileWriter) leftOut() {
	var reasons []string
	of := map[string][]*question{}
	for _, l := range w.draft.left {
		if w.look.lone[l.question] {
			continue // among those that one audience alone was asked
		}
		if of[l.why] == nil {
			reasons = append(reasons, l.why)
		}
		of[l.why] = append(of[l.why], l.question)
	}
	for _, why := range reasons {
		w.unreadable(why, of[why]...)
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

// sentence ends a text with a point, unless it asks.
func sentence(text string) string {
	if strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

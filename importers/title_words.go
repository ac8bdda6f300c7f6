package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// A line above the header may be the title of the table, or a part of every question below: the legend of the scale, or what is rated. Left
// out as a title, such a line takes the direction, the scale or the kind of all figures with it, so that it is one only where nothing speaks
// against it.

var (
	// scaleWords are those of legends whose points nothing names.
	scaleWords = lazily(`(?:^|[^\p{L}])(?:scale|rating scale|(?:dis)?agree(?:ment)?|\p{L}*skala|zustimm\p{L}*|stimme\p{L}*|trifft|échelle|d'accord|escala|(?:en )?(?:des)?acuerdo|(?:dis)?concord[oa]\p{L}*|scala|d'accordo|schaal|\p{L}*cijfers?|(?:on)?eens)(?:$|[^\p{L}])`)
	// calledImportant is how a remark begins, not a question on what matters.
	calledImportant = lazily(`^(?:important|wichtig|wichtiger hinweis|importante?|belangrijk)(?: (?:note|notice))?\s*[!:]`)
)

// saidOfAll reports whether a line above the header says what the answers below mean: the points or the ends of their scale, that they are
// grades, or what they are ratings of.
func saidOfAll(line string) bool {
	text := lexicon.Normalise(line)
	c := Column{Text: line + " - …", Role: Answer} // a row below it
	switch {
	case calledImportant().MatchString(text):
		return false
	case lexicon.GradesIn(line) != lexicon.NoGrades, scaleWords().MatchString(text), kindOf(c) != study.Performance, estimates(c), lexicon.Recommends().MatchString(text) && !lexicon.IsTitleText(line):
		return true
	case !lexicon.HoldsNumber(line):
		return false
	}
	of := lexicon.HeadingOf(line)
	return of.NamesScale() && !lexicon.Dated().MatchString(text) || slices.ContainsFunc(of.Legend().Explained(), func(p lexicon.NamedPoint) bool { return lexicon.Leaning(p.Words) != 0 })
}

// asksBelow reports whether a line above the header asks for what is rated or ticked below.
func asksBelow(line string) bool {
	text := lexicon.Normalise(line)
	return strings.HasSuffix(text, "?") || selectAll().MatchString(text) || !lexicon.IsTitleText(line) && (strings.HasSuffix(text, ":") || ratingWords().MatchString(text))
}

// lineText is what a record above the header says: of a line in which the delimiter stands, what it parted.
func lineText(record []string) string {
	var parts []string
	for _, text := range record {
		if text = lexicon.Tidy(text); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

// lineAbove is what stands above the header and is said of the columns from one on.
type lineAbove struct {
	text  string
	lines []string // the lines that it is made of, as lineText has them
	from  int
}

// saidAbove returns what the records above the header say of the columns below.
func saidAbove(records [][]string) lineAbove {
	said := lineAbove{}
	for _, record := range records {
		line, from := lineText(record), 0
		if first := lexicon.Tidy(cell(record, 0)); first == "" || !saidOfAll(first) && !strings.Contains(first, "(") && saidOfAll(lineText(record[1:])) {
			line, from = lineText(record[min(1, len(record)):]), 1 // it stands over the columns behind that of the ids
		}
		switch {
		case line == "", !saidOfAll(line) && !(len(records) == 1 && asksBelow(line)):
		case said.text == "":
			said = lineAbove{line, []string{lineText(record)}, from}
		default:
			said = lineAbove{strings.TrimRight(said.text, ". ") + ". " + line, append(said.lines, lineText(record)), min(said.from, from)}
		}
	}
	return said
}

// sayOfAll lets the columns take what a line above them says into their questions: those that can hold ratings, for what is a fact or a name
// stays one below a legend.
func sayOfAll(columns []Column, line lineAbove) {
	if line.text == "" {
		return
	}
	rates := kindOf(Column{Text: line.text + " - …", Role: Answer}) == study.Performance
	for i := line.from; i < len(columns); i++ {
		c := &columns[i]
		if c.Role != Answer || isFact(*c) || asksForGroup(*c) == surelyGroup {
			continue
		}
		c.Text = line.text + " - " + c.Text
		if !rates { // the same columns of another file, without the line, are no such ratings
			c.ID = line.text + " - " + c.ID
		}
	}
}

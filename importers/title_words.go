package importers

import (
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// A line above the header may be the title of the table, or a part of every question below: the legend of the scale, or what is rated. Left
// out as a title, such a line takes the direction, the scale or the kind of all figures with it, so that it is one only where nothing speaks
// against it.

var (
	// scaleWords are those of legends whose points nothing names.
	scaleWords = lazily(`(?:^|[^\p{L}])(?:scale|rating scale|(?:dis)?agree(?:ment)?|\p{L}*skala|zustimm\p{L}*|stimme\p{L}*|trifft|échelle|d'accord|escala|(?:en )?(?:des)?acuerdo|(?:dis)?concord[oa]\p{L}*|scala|d'accordo|schaal|\p{L}*cijfers?|(?:on)?eens)(?:$|[^\p{L}])`)
	// titleWords are those of the title of a table, and of lines on where it is from.
	titleWords = lazily(`(?:^|[^\p{L}])(?:surveys?|poll|questionnaire|exports?|exported|dataset|raw data|downloaded|generated|` +
		`\p{L}*umfragen?|\p{L}*befragung(?:en)?|fragebogen|exportiert|datensatz|rohdaten|enquêtes?|sondage|questionnaire|exporté|encuestas?|cuestionario|exportado|` +
		`pesquisa|questionário|sondaggio|indagine|questionario|esportato|enquete|vragenlijst|onderzoek|geëxporteerd)(?:$|[^\p{L}])`)
	// dated is a text with a year or with a date, such as titles have and questions do not.
	dated = lazily(`(?:^|[^\d])(?:19|20)\d{2}(?:$|[^\d])|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\bq[1-4]\b|` +
		`\b\d{1,2}\.?(?: -)? (?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)`)
	// calledImportant is how a remark begins, not a question on what matters.
	calledImportant = lazily(`^(?:important|wichtig|wichtiger hinweis|importante?|belangrijk)(?: (?:note|notice))?\s*[!:]`)
)

// saidOfAll reports whether a line above the header says what the answers below mean: the points or the ends of their scale, that they are
// grades, or what they are ratings of.
func saidOfAll(line string) bool {
	text := Normalise(line)
	c := Column{Text: line + " - …", Role: Answer} // a row below it
	switch {
	case calledImportant().MatchString(text):
		return false
	case gradesIn(line) != noGrades, scaleWords().MatchString(text), kindOf(c) != study.Performance, estimates(c), recommends().MatchString(text) && !isTitleText(line):
		return true
	case !holdsNumber(line):
		return false
	}
	of := headingOf(line)
	return of.namesScale() && !dated().MatchString(text) || slices.ContainsFunc(of.legend().explained(), func(p namedPoint) bool { return leaning(p.words) != 0 })
}

// asksBelow reports whether a line above the header asks for what is rated or ticked below.
func asksBelow(line string) bool {
	text := Normalise(line)
	return strings.HasSuffix(text, "?") || selectAll().MatchString(text) || !isTitleText(line) && (strings.HasSuffix(text, ":") || ratingWords().MatchString(text))
}

// isTitleText reports whether a line has the words or the date of a title.
func isTitleText(line string) bool {
	text := Normalise(line)
	return titleWords().MatchString(text) || dated().MatchString(text)
}

// lineText is what a record above the header says: of a line in which the delimiter stands, what it parted.
func lineText(record []string) string {
	var parts []string
	for _, text := range record {
		if text = tidy(text); text != "" {
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
		if first := tidy(cell(record, 0)); first == "" || !saidOfAll(first) && !strings.Contains(first, "(") && saidOfAll(lineText(record[1:])) {
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

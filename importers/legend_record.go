package importers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Some tables have a record that says below (or above) each heading on which scale it was answered: "Scale 1-5", "1 = very bad, 5 = very good". Read as a
// response it would take every scale away; read as the question it would be the same question in all columns, and the heading above a mere code.

// legendRecord is such a record: by column, what is said of the answers; empty: nothing.
type legendRecord []string

// legendAmong finds a record of legends among the first two, and returns it beside the record of headings. The table has one other header record, or none is
// known yet.
func legendAmong(records [][]string) (legends legendRecord, headings []string) {
	if len(records) < 3 {
		return nil, nil
	}
	for at, record := range records[:2] {
		heads := records[1-at]
		if at == 0 && !isHeader(records) {
			continue // what stands below is an answer
		}
		if len(record) == len(heads) && headerWidth([][]string{heads}) == len(heads) && legendsFor(record, records[2:]) {
			return legendsIn(record), heads
		}
	}
	return nil, nil
}

// legendsFor reports whether a record says of the columns below on which scale they were answered: two of its cells or more are one legend, and as many
// as others that hold something, none of them is an answer below, and the numbers below are points of that scale. One legend alone is of all columns, where
// nothing else stands in the record but a word such as "Legend".
func legendsFor(record []string, below [][]string) bool {
	legends, others, first := 0, 0, ""
	for i, text := range record {
		text = lexicon.Tidy(text)
		if text == "" {
			continue
		}
		from, to, is := legendCell(text)
		switch {
		case !is && numeric(text):
			return false
		case !is:
			others++
			continue
		}
		if legends++; legends == 1 {
			first = plainLegend(text)
		}
		if plainLegend(text) != first || !allPoints(below, i, text, from, to) {
			return false
		}
	}
	if legends == 1 {
		return len(record) > 2 && others == 0 || others == 1 && legendAlone(record)
	}
	return legends > 1 && legends >= others
}

// plainLegend returns a legend without what is written in several ways: dashes, brackets and blanks.
func plainLegend(text string) string {
	return barePunctuation.Replace(lexicon.Normalise(text))
}

var barePunctuation = strings.NewReplacer("–", "-", "—", "-", " ", "", "(", "", ")", "", "[", "", "]", "")

// legendAlone reports whether the first cell with something in a record names what stands behind it.
func legendAlone(record []string) bool {
	first := slices.IndexFunc(record, filledCell)
	return lexicon.IsFooterNote(record[first])
}

// bareRange is a scale without a word for it: 1-5, (1–10), 0 to 10.
var bareRange = lazily(`^[(\[]?([01]) ?(?:-|–|—|\.\.|…|to|bis|à|a|al?|tot) ?(4|5|6|7|9|10|100)[)\]]?$`)

// legendCell returns the ends of the scale that a cell names.
func legendCell(text string) (low, high float64, is bool) {
	if m := bareRange().FindStringSubmatch(lexicon.Normalise(text)); m != nil {
		low, _ = lexicon.ParseNumber(m[1]) // the pattern matches digits only
		high, _ = lexicon.ParseNumber(m[2])
		return low, high, true
	}
	if !lexicon.HoldsNumber(text) {
		return 0, 0, false
	}
	low, high, is = lexicon.NamedEnds([]lexicon.Heading{lexicon.HeadingOf(text)})
	if is && lexicon.Dated().MatchString(lexicon.Normalise(text)) {
		return 0, 0, false
	}
	return low, high, is
}

// allPoints reports whether the numbers of a column are points of a scale, and no answer is the legend itself or another range.
func allPoints(records [][]string, column int, legend string, low, high float64) bool {
	for _, record := range records {
		text := lexicon.Tidy(cell(record, column))
		if x, err := lexicon.ParseNumber(text); err == nil && (x < low || x > high) && x >= 0 && x <= high+1 {
			return false
		}
		if text == legend || bareRange().MatchString(lexicon.Normalise(text)) {
			return false
		}
	}
	return true
}

// legendsIn returns the legends of a record by column; one alone is said of all.
func legendsIn(record []string) legendRecord {
	legends, n, only := make(legendRecord, len(record)), 0, ""
	for i, text := range record {
		if text = lexicon.Tidy(text); text == "" {
			continue
		}
		if _, _, is := legendCell(text); is {
			legends[i] = text
			n, only = n+1, text
		}
	}
	if n == 1 {
		for i := range legends {
			legends[i] = only
		}
	}
	return legends
}

// takeLegends finds a record of legends of a table whose platform has no such record, and returns the header records without it; nil: there is none.
func (e *Export) takeLegends(p platform, records [][]string, headers int, o Options) [][]string {
	if name := p.name(); o.HeaderRows != 0 || headers < 1 || headers > 2 || name != (generic{}).name() && name != (googleForms{}).name() {
		return nil
	}
	legends, headings := legendAmong(records)
	if legends == nil {
		return nil
	}
	e.legends = legends
	e.notices = append(e.notices, study.Notice{
		Code: study.LineAboveRead, Where: e.Name, Hint: "--header-rows says otherwise",
		Message: fmt.Sprintf("%s: a row of legends beside the header is read as a part of the questions: %q", e.Name, lexicon.Shorten(cmp.Or(legends...))),
	})
	return [][]string{headings}
}

// sayLegends lets the columns that can hold ratings take what is said of their answers into their questions. They keep their names: other files have the same
// columns without legends.
func (l legendRecord) sayLegends(columns []Column) {
	for i := range columns {
		c := &columns[i]
		if i >= len(l) || l[i] == "" || c.Role != Answer || isFact(*c) || asksForGroup(*c) == surelyGroup || headedComments(*c) {
			continue
		}
		text := l[i]
		if inner := strings.Trim(text, "()[]"); len(inner) == len(text)-2 && !strings.ContainsAny(inner, "()[]") {
			text = inner
		}
		c.Text += " (" + text + ")"
	}
}

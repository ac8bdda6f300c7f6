package importers

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// People put a title above a table before they pass it on: "Customer survey 2025", a line with its date, a blank one. The header is then the
// first record that the vote on headers takes for one (FORMATS 0.6).

// mostTitleText is how many cells of a record above a header hold something, the first ones: "Exported on", "3 November".
const mostTitleText = 2

// titlesAbove returns how many of the first records stand above the header: 0 where the first may be one.
func titlesAbove(records [][]string) int {
	for n := 1; n <= delimited.MostTitles && n+1 < len(records); n++ {
		if !isTitle(records[n-1]) {
			return 0
		}
		if isTitle(records[n]) {
			continue
		}
		records = slices.Concat(records[:n], firstOnce(records[n:]))
		if narrower(records[:n], records[n:]) && (isHeader(records[n-1:]) || looksLikeHeader(records[n:])) {
			return n
		}
		said := slices.ContainsFunc(records[:n], func(above []string) bool { return saidOfAll(lineText(above)) })
		if filledOut(records[:n], records[n]) && hasItsWidth(records[n:]) && (said || !standsOverBlock(records[:n], records[n:])) && (isHeader(records[n-1:]) || (said || n > 1) && looksLikeHeader(records[n:])) {
			return n
		}
		return 0
	}
	return 0
}

// isTitle reports whether a record holds no more than a title does, in its first cells.
func isTitle(record []string) bool {
	for i, text := range record {
		if i >= mostTitleText && strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

// narrower reports whether all records above have fewer cells than the table has in all of its records: read as it stands, the file would
// have no row of its header's width.
func narrower(above, table [][]string) bool {
	for _, record := range above {
		if len(record) >= len(table[0]) {
			return false
		}
	}
	for _, record := range table {
		if len(record) != len(table[0]) {
			return false
		}
	}
	return len(table[0]) > 1
}

// filledOut reports whether the records above are as wide as the header, which names more columns than they fill.
func filledOut(above [][]string, header []string) bool {
	named := headerWidth([][]string{header})
	for _, record := range above {
		if len(record) > len(header) || headerWidth([][]string{record}) >= named {
			return false
		}
	}
	return named > mostTitleText
}

// hasItsWidth reports whether most records below a header are as wide as it: else it is a row with a delimiter too many.
func hasItsWidth(table [][]string) bool {
	wide := 0
	for _, record := range table[1:] {
		if len(record) == len(table[0]) {
			wide++
		}
	}
	return 2*wide >= len(table)-1
}

// isHeader reports whether the second of the records is a header by the vote, or by one column where none votes for a response.
func isHeader(records [][]string) bool {
	header, data := headerVotes(records)
	return header >= 2 && header > 2*data || header == 1 && data == 0
}

// looksLikeHeader decides where too few responses vote: all cells of the first record are different texts, no numbers, and below some column
// is all numbers.
func looksLikeHeader(table [][]string) bool {
	if len(table) < 2 || len(table) > leastVoters {
		return false
	}
	seen := map[string]bool{}
	for _, text := range table[0] {
		text = lexicon.Normalise(text)
		if text == "" || seen[text] || numeric(text) {
			return false
		}
		seen[text] = true
	}
	for i := range table[0] {
		numbers := 0
		for _, record := range table[1:] {
			if text := cell(record, i); strings.TrimSpace(text) != "" && numeric(text) {
				numbers++
			}
		}
		if numbers == len(table)-1 {
			return true
		}
	}
	return false
}

// standsOverBlock reports whether the one record above may be a question that stands over all columns: it asks, nothing marks it as a title,
// or its options are ticked below.
func standsOverBlock(above, table [][]string) bool {
	title := lineText(above[0])
	if len(above) > 1 || title == "" {
		return false
	}
	if asksBelow(title) || !lexicon.IsTitleText(title) {
		return true
	}
	for i := range table[0] {
		ticked := 0
		for _, record := range table[1:] {
			switch text := lexicon.Normalise(cell(record, i)); text {
			case "":
			case lexicon.Normalise(table[0][i]):
				ticked++
			default:
				ticked = -len(table)
			}
		}
		if ticked > 0 {
			return true
		}
	}
	return false
}

// selectAll are the words of questions with several answers.
var selectAll = lazily(`(?:select|choose|check|tick|mark) (?:all|any|up to)|mehrfach|zutreffende|plusieurs r[eé]ponses|varias|todas las|v[aá]rias|todas as|tutte|meerdere`)

// skipTitles sets the titles above the header aside, and says so; it returns the records below. What a line says of the questions below goes
// into them.
func (e *Export) skipTitles(records [][]string) [][]string {
	n := titlesAbove(records)
	if n == 0 {
		return records
	}
	above, table := records[:n], records[n:]
	e.preamble += n
	e.above = saidAbove(above)
	if e.above.from > 0 && strings.TrimSpace(table[0][0]) == "" {
		table[0][0] = above[n-1][0] // the name of the first column stands beside the question over the others
	}
	var titles []string
	for _, record := range above {
		if text := lexicon.Tidy(strings.Join(record, " ")); text != "" && !slices.Contains(e.above.lines, lineText(record)) {
			titles = append(titles, fmt.Sprintf("%q", lexicon.Shorten(text)))
		}
	}
	e.titlesSaid(n, titles)
	return table
}

// titlesSaid says what becomes of the records above the header.
func (e *Export) titlesSaid(n int, titles []string) {
	if read := len(e.above.lines); read > 0 {
		e.notices = append(e.notices, study.Notice{
			Code: study.LineAboveRead, Where: e.Name, Hint: "--header-rows says otherwise",
			Message: fmt.Sprintf("%s: what stands above the header is read as a part of the questions below: %q", e.Name, lexicon.Shorten(e.above.text)),
		})
		if n -= read; len(titles) == 0 {
			return
		}
	}
	e.titles = n
	message := fmt.Sprintf("%s: %s above the header left out: %s", e.Name, count(n, "row"), few(titles))
	if len(titles) == 0 {
		message = fmt.Sprintf("%s: %s above the header left out, for nothing stands there", e.Name, count(n, "row"))
	}
	e.notices = append(e.notices, study.Notice{Code: study.TitlesLeftOut, Where: e.Name, Message: message})
}

// linesAbove says what stood above the headers of the files, for whoever goes on with the draft.
func (d *draft) linesAbove() {
	for _, files := range d.exports {
		for _, e := range files {
			for _, n := range e.notices {
				if (n.Code == study.HeaderMissing || n.Code == study.TitlesLeftOut || n.Code == study.LineAboveRead || n.Code == study.FootersLeftOut || n.Code == study.FootersUnsure || n.Code == study.StatusRead || n.Code == study.GarbledText) && !slices.Contains(d.notices, n) {
					d.notices = append(d.notices, n)
				}
			}
		}
	}
}

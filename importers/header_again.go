package importers

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/delimited"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// Who puts one export below another leaves the second header amid the answers, where it would be a respondent who wrote the questions for answers,
// and every question would lose its scale. A row whose cells are all those of a header record is that header once more.

// headersAgain are the header records of an export that nobody's answers can repeat, without blanks around their cells.
type headersAgain [][]string

// leastTelling is how many cells of a header record have to be no answers.
const leastTelling = 2

// headersIn returns the header records that are known where they stand again: two of their cells, at least, are none of the answers below them. The second record of a question with several answers holds its options, and who ticks them all repeats it.
func headersIn(headers, below [][]string) (again headersAgain) {
	for _, record := range headers {
		trimmed := trimmedCells(record)
		one := headersAgain{trimmed}
		others := slices.DeleteFunc(slices.Clone(below), one.hold)
		telling := 0
		for i, text := range trimmed {
			if text != "" && !mayStand(text, others, i) {
				telling++
			}
		}
		if telling >= leastTelling {
			again = append(again, trimmed)
		}
	}
	return again
}

func trimmedCells(record []string) []string {
	trimmed := make([]string, len(record))
	for i, text := range record {
		trimmed[i] = strings.TrimSpace(text)
	}
	return trimmed
}

// mayStand reports whether a text may be an answer of a column: it stands there, or numbers do and it is one, or nothing does.
func mayStand(text string, records [][]string, column int) bool {
	filled, number := 0, numeric(text)
	for _, record := range records {
		other := strings.TrimSpace(cell(record, column))
		if other == text || number && other != "" && numeric(other) {
			return true
		}
		if other != "" {
			filled++
		}
	}
	return filled == 0
}

// hold reports whether a row is one of the headers once more.
func (h headersAgain) hold(cells []string) bool {
	return slices.ContainsFunc(h, func(header []string) bool {
		for i := range max(len(header), len(cells)) {
			if strings.TrimSpace(cell(cells, i)) != cell(header, i) {
				return false
			}
		}
		return true
	})
}

// before returns how many records of a run stand before one of the headers.
func (h headersAgain) before(padded []byte, run delimited.Run) int {
	for i := range run.N {
		places := run.Places[i*run.Stride:]
		for _, header := range h {
			if begins(padded[places[0]+1:places[1]], cell(header, 0)) && h.holdAt(padded, run.Record(i)) {
				return i
			}
		}
	}
	return run.N
}

// begins reports whether a cell may be a text but for quotes and blanks around it: nearly all others are told by their first byte.
func begins(cell []byte, text string) bool {
	if len(cell) == 0 || text == "" {
		return true
	}
	first := cell[0]
	return first == text[0] && bytes.HasPrefix(cell, []byte(text)) || first <= ' ' || first == '"' || first >= utf8.RuneSelf
}

// holdAt is hold by the places of the cells.
func (h headersAgain) holdAt(padded []byte, places []uint32) bool {
	for _, header := range h {
		same := true
		for i := 0; same && i < len(places)-1; i++ {
			same = string(bytes.TrimSpace(delimited.Unquoted(padded[places[i]+1:places[i+1]]))) == cell(header, i)
		}
		if same {
			return true
		}
	}
	return false
}

// firstOnce takes the records that are the first once more out of those that vote on the header, with the two behind it that may be headers too. One of
// numbers, of answers, or of one cell may be anybody's.
func firstOnce(records [][]string) [][]string {
	if !slices.ContainsFunc(records[1:], headersAgain{trimmedCells(records[0])}.hold) { // to know labels takes longer
		return records
	}
	words := 0
	for _, text := range records[0] {
		if strings.TrimSpace(text) != "" && !numeric(text) && !isLabel(text) && !lexicon.MeansDontKnow(text) && !lexicon.MeansBlank(text) {
			words++
		}
	}
	if words < leastTelling {
		return records
	}
	var headers headersAgain
	for _, record := range records[:min(3, len(records))] {
		headers = append(headers, trimmedCells(record))
	}
	once, next := records[:1:1], len(headers) // the header that a row may repeat, if the one before was repeated
	for _, record := range records[1:] {
		switch {
		case headers[:1].hold(record):
			next = 1
		case next < len(headers) && headers[next:next+1].hold(record):
			next++
		default:
			once, next = append(once, record), len(headers)
		}
	}
	return once
}

// headerAgain tells that rows are the header once more.
func headerAgain(rows delimited.Occurrences, file string) study.Notice {
	where := study.Place{File: file, Line: rows.Line}.String()
	return study.Notice{
		Code: study.HeaderRepeated, Where: where,
		Message: fmt.Sprintf("%s: the header stands again amid the answers: %s left out, the first here; files were joined", where, count(rows.N, "row")),
		Hint:    "if they are of different people or times, name the files one by one",
	}
}

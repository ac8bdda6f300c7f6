package importers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// Programs for data (pandas) write what no survey has: the numbers of the columns above the header, a name for each blank cell of a header, and the
// number of each row before it, the header's own too.

// skipNumbers sets a first record aside that only numbers the columns, and says so.
func (e *Export) skipNumbers(records [][]string) [][]string {
	if len(records) < 2+leastBelow || !numbersColumns(records[0]) || !namesColumns(records[1:]) {
		return records
	}
	if strings.TrimSpace(records[0][0]) == "" && numeric(records[1][0]) {
		records[1][0] = ""
	}
	e.preamble++
	e.notices = append(e.notices, study.Notice{
		Code: study.TitlesLeftOut, Where: e.Name, Hint: "--header-rows says otherwise",
		Message: fmt.Sprintf("%s: the row above the header left out, for it only numbers the columns", e.Name),
	})
	return records[1:]
}

// numbersColumns reports whether a record holds 0, 1, 2 … or 1, 2, 3 …, maybe behind a blank cell over the numbers of the rows.
func numbersColumns(record []string) bool {
	const least = 3
	if len(record) > 0 && strings.TrimSpace(record[0]) == "" {
		record = record[1:]
	}
	first := 0
	for i, text := range record {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if i == 0 {
			first = n
		}
		if err != nil || n != first+i || first > 1 {
			return false
		}
	}
	return len(record) >= least
}

// namesColumns reports whether the first record of a table is a header: texts, of which one stands over nothing but numbers. Its first cell may be
// the number of its row.
func namesColumns(table [][]string) bool {
	for i, text := range table[0] {
		if i > 0 && strings.TrimSpace(text) != "" && numeric(text) {
			return false
		}
	}
	return namesNumbers(table)
}

// blankName is what pandas calls a column whose header is blank.
var blankName = lazily(`^Unnamed: \d+(?:_level_\d+)?$`)

// blankNames blanks the cells of several header records that stood blank before a program named them, and the number that it gave the last of the
// records. Of one header record nothing is taken: these are the names of its columns.
func blankNames(headers [][]string) {
	if len(headers) < 2 {
		return
	}
	for _, record := range headers {
		for i, text := range record {
			if blankName().MatchString(strings.TrimSpace(text)) {
				record[i] = ""
			}
		}
	}
	if first, last := headers[0], headers[len(headers)-1]; len(first) > 0 && first[0] == "" && numeric(cell(last, 0)) {
		last[0] = ""
	}
}

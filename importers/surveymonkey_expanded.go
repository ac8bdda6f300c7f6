package importers

import (
	"strconv"
	"strings"

	"github.com/cxgap/cxgap/importers/lexicon"
)

// SurveyMonkey expands questions of one choice too: one column a label, the label in the cell. A question with several answers is exported so as well; labels of
// one scale, of which each response holds one at most, are a rating.

// leastPoints is how many columns are the points of a scale, and no yes and no.
const leastPoints = 3

// expandedLabels lets the first column of such a question, or of each row of such a matrix, take the answer.
func expandedLabels(columns []Column, records [][]string) {
	for i := 0; i < len(columns); {
		n, question := blockAt(columns, i)
		if n < leastPoints || !holdOptions(columns[i:i+n], question, i, records) || !allExpanded(columns[i:i+n], question, i, records) {
			i += max(1, n)
			continue
		}
		for _, r := range expandedRows(columns[i:i+n], question) {
			r.collapse(columns, i)
		}
		i += n
	}
}

// blockAt returns how many columns the question has that begins at a place, and what it asks.
func blockAt(columns []Column, i int) (n int, question string) {
	question = lexicon.Tidy(columns[i].Header)
	for question != "" && i+n < len(columns) && (n == 0 || lexicon.Tidy(columns[i+n].Header) == "") {
		if c := &columns[i+n]; c.Role != Answer || c.Kind != "" || c.into > 0 || c.unstated || c.joined != "" || !strings.HasPrefix(c.Text, question+" - ") {
			return n, "" // a text beside the options
		}
		n++
	}
	return n, question
}

// holdOptions reports whether each cell of a block, which begins at a place, holds what stands above it, or nothing. Most blocks are matrices of numbers, whose
// first answer ends them.
func holdOptions(block []Column, question string, at int, records [][]string) bool {
	for i := range block {
		whole := strings.TrimPrefix(block[i].Text, question+" - ")
		_, option, _ := cutLast(whole, " - ")
		for _, record := range records {
			text := lexicon.Normalise(cell(record, at+i))
			if text != "" && text != lexicon.Normalise(option) && text != lexicon.Normalise(whole) {
				return false
			}
		}
	}
	return true
}

// expandedRow is a rating among the columns of a block, by what stands below its question.
type expandedRow struct {
	text    string
	first   int
	options []string
}

// expandedRows parts the columns of a block: they are one rating, or one for each row: "Delivers on time - Agree".
func expandedRows(block []Column, question string) (rows []expandedRow) {
	whole := expandedRow{text: question}
	for i := range block {
		below := strings.TrimPrefix(block[i].Text, question+" - ")
		whole.options = append(whole.options, below)
		row, option, _ := cutLast(below, " - ")
		if text := question + " - " + row; len(rows) == 0 || rows[len(rows)-1].text != text {
			rows = append(rows, expandedRow{text: text, first: i})
		}
		r := &rows[len(rows)-1]
		r.options = append(r.options, option)
	}
	if whole.areScale() {
		return []expandedRow{whole}
	}
	return rows
}

// allExpanded reports whether all columns of a block, which begins at a place, are points of ratings of which each response gives one at most.
func allExpanded(block []Column, question string, at int, records [][]string) bool {
	if question == "" {
		return false
	}
	for _, r := range expandedRows(block, question) {
		if !r.areScale() || !r.oneEach(at, records) {
			return false
		}
	}
	return true
}

// areScale reports whether the options are labels of one family, or the numbers of a scale, and no opinion besides.
func (r expandedRow) areScale() bool {
	var labels []string
	for _, option := range r.options {
		if !lexicon.MeansDontKnow(option) {
			labels = append(labels, option)
		}
	}
	if len(labels) < leastPoints {
		return false
	}
	return numbered(labels) || lexicon.Fit(labels) != nil
}

// numbered reports whether labels are the numbers from 0 or 1 on, as many as a scale has.
func numbered(labels []string) bool {
	for i, label := range labels {
		first, err := strconv.Atoi(labels[0])
		if n, wrong := strconv.Atoi(label); err != nil || wrong != nil || first < 0 || first > 1 || n != first+i {
			return false
		}
	}
	const shortest = 5
	return len(labels) >= shortest
}

// oneEach reports whether each cell holds the option above it, no response two, and some one.
func (r expandedRow) oneEach(at int, records [][]string) bool {
	answered := 0
	for _, record := range records {
		filled := 0
		for i, option := range r.options {
			text := strings.TrimSpace(cell(record, at+r.first+i))
			if text == "" {
				continue
			}
			if filled++; filled > 1 || lexicon.Normalise(text) != lexicon.Normalise(option) {
				return false
			}
		}
		answered += filled
	}
	return answered >= leastTelling
}

// collapse lets the first column of the rating take the cells of the others.
func (r expandedRow) collapse(columns []Column, at int) {
	first := at + r.first
	for k := range r.options {
		c := &columns[first+k]
		if k == 0 {
			c.Text, c.ID = r.text, r.text
			continue
		}
		c.Role, c.into = Dropped, first+1
	}
}

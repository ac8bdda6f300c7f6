package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// typeform reads exports of Typeform: question texts with markup, then dates and a network id (FORMATS section 5).
type typeform struct{}

func (typeform) name() string { return "typeform" }

func (typeform) detect(records [][]string) (string, int) {
	for i, record := range records[:min(2, len(records))] {
		if lexicon.Tidy(cell(record, 0)) != "#" {
			continue
		}
		for _, mark := range []string{"Network ID", "Submit Date (UTC)"} {
			if hasCell(record, mark) && i > 0 {
				return fmt.Sprintf("record %d begins with #, and holds %s", i+1, mark), i + 1
			} else if hasCell(record, mark) {
				return "the first column is #, another " + mark, 1
			}
		}
	}
	return "", 0
}

func (typeform) columns(headers [][]string) []Column {
	columns := headerColumns(headers[len(headers)-1])
	for i := range columns {
		c := &columns[i]
		c.Text = unstarred(c.Text)
		switch {
		case typeformMeta(c.ID):
			c.Role = Meta
		case c.ID == "Network ID": // an address, hashed
			c.Role = Personal
		case c.ID == "Other":
			c.Role = OtherText
		}
		if c.Text == "" {
			c.Text = c.ID
		}
	}
	if len(headers) > 1 {
		askedAbove(columns, headers[len(headers)-2])
	}
	return columns
}

// typeformMeta reports whether a header is one of what Typeform adds to the questions.
func typeformMeta(header string) bool {
	return oneOfWords(header, "#", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Tags")
}

// unstarred takes the marks of emphasis off a text: newer exports write it as *bold*.
func unstarred(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "*", "")) }

// askedAbove puts questions that somebody moved into a record of their own, each above the first of its choices, before these. What asks by
// itself is no choice, nor is what stands behind it.
func askedAbove(columns []Column, questions []string) {
	question := ""
	for i := range columns {
		c := &columns[i]
		if above := unstarred(lexicon.Tidy(cell(questions, i))); above != "" {
			question = above
		}
		if c.Role == Meta || c.Role == Personal || strings.HasSuffix(c.Text, "?") {
			question = ""
		}
		if question != "" {
			c.Text = question + " - " + c.Text
			c.ID = c.Text
		}
	}
}

// status: newer exports say how far a response came; before, only submitted ones were exported.
func (typeform) status(columns []Column) *statusRule {
	at := columnOf(columns, "Response Type")
	if at < 0 {
		return nil
	}
	return &statusRule{columns: []int{at}, of: func(cells []string) study.Reason {
		if kind := strings.TrimSpace(cell(cells, at)); kind != "" && kind != "completed" {
			return study.Partial
		}
		return ""
	}}
}

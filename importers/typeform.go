package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// typeform reads exports of Typeform: question texts with markup, then dates and a network id (FORMATS section 5).
type typeform struct{}

func (typeform) name() string { return "typeform" }

func (typeform) detect(records [][]string) (string, int) {
	if lexicon.Tidy(cell(records[0], 0)) != "#" {
		return "", 0
	}
	for _, mark := range []string{"Network ID", "Submit Date (UTC)"} {
		if hasCell(records[0], mark) {
			return "the first column is #, another " + mark, 1
		}
	}
	return "", 0
}

func (typeform) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	for i := range columns {
		c := &columns[i]
		// newer exports write emphasis as *bold*
		c.Text = strings.TrimSpace(strings.ReplaceAll(c.Text, "*", ""))
		switch {
		case oneOfWords(c.ID, "#", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Tags"):
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
	return columns
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

package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// formbricks reads exports of Formbricks: metadata, numbered questions, beside choices the ids of their options (FORMATS
// section 11). The set of metadata columns differs between exports of one survey.
type formbricks struct{}

func (formbricks) name() string { return "formbricks" }

func (formbricks) detect(records [][]string) (string, int) {
	if lexicon.Tidy(cell(records[0], 0)) == "No." && lexicon.Tidy(cell(records[0], 1)) == "Response ID" && hasCell(records[0], "Finished") {
		return "the columns begin with No. and Response ID, another is Finished", 1
	}
	return "", 0
}

var numberedQuestion = lazily(`^\d+\. (.+)$`)

func (formbricks) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	asked := false
	for i := range columns {
		c := &columns[i]
		question := numberedQuestion().FindStringSubmatch(c.ID)
		switch {
		case c.ID == "Verified Email", c.ID == "User ID":
			c.Role = Personal
		case question != nil:
			asked, c.Text, c.HasID = true, question[1], true
			if strings.HasSuffix(c.ID, " - Option ID") {
				c.Role = Dropped
			}
		case strings.HasPrefix(c.ID, "person."):
			c.Role = Personal
		case !asked: // all that stands before the first question
			c.Role = Meta
		}
	}
	return columns
}

// status: responses that were not finished are exported too.
func (formbricks) status(columns []Column) *statusRule {
	at := columnOf(columns, "Finished")
	return &statusRule{columns: []int{at}, of: func(cells []string) study.Reason {
		if oneOfWords(strings.ToLower(strings.TrimSpace(cell(cells, at))), "no", "false") {
			return study.Partial
		}
		return ""
	}}
}

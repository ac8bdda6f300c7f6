package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// generic reads any table with a header: one row a respondent, one column a question.
type generic struct{}

func (generic) name() string { return "generic" }

func (generic) detect([][]string) (string, int) { return "no platform's marks", 1 }

func (generic) columns(headers [][]string) []Column {
	var columns []Column
	for i, header := range headers[0] {
		c := Column{ID: strings.TrimSpace(header), Header: header, Role: Answer}
		var texts []string
		for _, row := range headers {
			if text := tidy(cell(row, i)); text != "" {
				texts = append(texts, text)
			}
		}
		c.Text = strings.Join(texts, " - ")
		c.HasID = len(texts) > 1
		if c.HasID {
			c.Text = strings.Join(texts[1:], " - ")
		}
		columns = append(columns, c)
	}
	return columns
}

func (generic) status([]Column) func([]string) study.Reason { return nil }

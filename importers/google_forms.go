package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// googleForms reads exports of Google Forms, whether from the form or from its linked sheet: one header record of
// question texts, a time stamp first, grids as `Question [Row]` (FORMATS section 4).
type googleForms struct{}

func (googleForms) name() string { return "google_forms" }

// timestampHeaders are the names of the first column, in the language of the form's owner.
func timestampHeaders() []string {
	return []string{
		"timestamp", "marca temporal", "horodateur", "zeitstempel", "informazioni cronologiche", "carimbo de data/hora", "tijdstempel",
	}
}

func (googleForms) detect(records [][]string) (string, int) {
	if len(records) == 0 {
		return "", 0
	}
	if first := tidy(cell(records[0], 0)); oneOfWords(strings.ToLower(first), timestampHeaders()...) {
		return fmt.Sprintf("the first column is %q", first), 1
	}
	return "", 0
}

func (googleForms) columns(headers [][]string) []Column {
	var columns []Column
	for i, header := range headers[0] {
		c := Column{ID: tidy(header), Header: header, Text: tidy(header), Role: Answer}
		if i == 0 {
			c.Role = Meta
		}
		columns = append(columns, c)
	}
	return columns
}

// status: only submitted forms are exported.
func (googleForms) status([]Column) func([]string) study.Reason { return nil }

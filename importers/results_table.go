package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
)

// tabulated reads published results without respondents: an item a row, with its value, and as far as needed audience, kind,
// statistic and base. A study file says  tabulated: true.
type tabulated struct{}

func (tabulated) name() string { return "tabulated" }

func (tabulated) detect(records [][]string) (string, int) {
	heads := map[string]bool{}
	for _, h := range records[0] {
		heads[Normalise(h)] = true
	}
	if !heads["item"] || !heads["value"] {
		return "", 0
	}
	var beside []string
	for _, name := range []string{"audience", "kind", "statistic", "base", "n"} {
		if heads[name] {
			beside = append(beside, name)
		}
	}
	if len(beside) == 0 && len(records[0]) > 2 {
		return "", 0
	}
	return "a result a row: the columns " + strings.Join(append([]string{"item", "value"}, beside...), ", "), 1
}

func (tabulated) columns(headers [][]string) []Column {
	columns := headerColumns(headers[0])
	for i := range columns {
		c := &columns[i]
		switch Normalise(c.Header) {
		case "value", "base", "n":
			c.Kind = study.NumberColumn
		case "item", "audience", "kind", "statistic":
			c.Role = Meta
		}
	}
	return columns
}

func (tabulated) status([]Column) *statusRule { return nil }

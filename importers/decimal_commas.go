package importers

import (
	"fmt"
	"strconv"
	"strings"
)

// fraction is a number with a decimal comma, or two codes of a question with several answers.
var fraction = lazily(`^(\d{1,3}),(\d{1,2})$`)

// certainCommas says that the cells of a column can only be numbers with decimal commas; empty: they can be something else.
func certainCommas(c *columnScan) string {
	if why, certain := c.decimalCommas(); certain {
		return why
	}
	return ""
}

// decimalCommas says that the cells of a column are numbers with decimal commas, or may be; certain: they can be nothing else, for no
// platform joins codes out of their order, nor a code with itself. Empty: they are something else.
func (c *columnScan) decimalCommas() (why string, certain bool) {
	if c.cells.many {
		return "", false
	}
	var first string
	for text := range c.cells.count {
		text = strings.TrimSpace(text)
		m := fraction().FindStringSubmatch(text)
		if m == nil {
			if !numeric(text) || strings.Contains(text, ".") {
				return "", false
			}
			continue
		}
		whole, _ := strconv.Atoi(m[1]) // the pattern matches digits only
		broken, _ := strconv.Atoi(m[2])
		if whole > 100 {
			return "", false
		}
		certain = certain || broken <= whole || len(m[2]) > 1 && m[2][0] == '0'
		if first == "" || text < first {
			first = text
		}
	}
	if first == "" {
		return "", false
	}
	if certain {
		return fmt.Sprintf("the cells are numbers with decimal commas, such as %q: --decimal comma reads them (decimal: comma in a study file)", first), true
	}
	return fmt.Sprintf("cells such as %q: numbers with decimal commas, which --decimal comma reads, or several codes?", first), false
}

package importers

import (
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// optionsBelow finds questions with several answers whose options stood in a row that somebody took away: the question heads the first column, the next
// ones have no header, and the cells of each are blank or one text of its own. These are its options. Other columns without a header stay by themselves: nothing
// tells of which question they are rows.
func optionsBelow(columns []Column, records [][]string) {
	for i := 0; i < len(columns); i++ {
		n := 1
		for i+n < len(columns) && lexicon.Tidy(columns[i+n].Header) == "" {
			n++
		}
		if n < 2 || lexicon.Tidy(columns[i].Header) == "" || columns[i].Role != Answer {
			continue
		}
		options := make([]string, 0, n)
		seen := map[string]bool{}
		for k := i; k < i+n; k++ {
			option := onlyText(records, k)
			if option == "" || seen[option] || columns[k].Role != Answer {
				break
			}
			seen[option], options = true, append(options, option)
		}
		if len(options) == n {
			question := columns[i].Text
			for k, option := range options {
				c := &columns[i+k]
				c.Text, c.HasID, c.Kind = question+" - "+option, true, study.MultiColumn
			}
		}
		i += n - 1
	}
}

// onlyText returns the one text that stands in a column beside blanks, more than once; empty: there is none, or it is a number.
func onlyText(records [][]string, at int) (text string) {
	times, blanks := 0, 0
	for _, record := range records {
		switch one := lexicon.Tidy(cell(record, at)); {
		case one == "":
			blanks++
		case text != "" && one != text, numeric(one):
			return ""
		default:
			text = one
			times++
		}
	}
	if times < 2 || blanks == 0 || strings.ContainsAny(text, "\n") {
		return ""
	}
	return text
}

package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// scaleShown are the labels of a column's scale, from low to high, or why it has none.
func scaleShown(c study.InspectedColumn) string {
	if !c.Kind.Rates() {
		return string(c.Kind) + ": " + flagsOf(c)
	}
	return strings.Join(c.Labels, " < ")
}

// Rows of a matrix have the labels of all rows, also of those that nobody chose in a row, and where a row has one answer alone.
func TestRowsShareTheLabelsOfTheirMatrix(t *testing.T) {
	for name, test := range map[string]struct {
		stem string
		rows []string // the labels chosen in each
		want string
	}{
		"the top":           {"How important is", []string{"Not important|Slightly important|Somewhat important|Very important", "Not important|Very important|Critical"}, "Not important < Slightly important < Somewhat important < Very important < Critical"},
		"one answer":        {"How useful is", []string{"Very useful", "Not useful at all|Somewhat useful|Very useful"}, "Not useful at all < Somewhat useful < Very useful"},
		"nothing in common": {"How do you rate", []string{"Poor|Very poor", "Good|Excellent", "Poor|Good|Average|Excellent"}, "Very poor < Poor < Average < Good < Excellent"},
		"adjectives":        {"Wie interessant ist", []string{"Nicht interessant|Sehr interessant", "Kaum interessant|Mäßig interessant|Interessant", "Nicht interessant|Interessant"}, "Nicht interessant < Kaum interessant < Mäßig interessant < Interessant < Sehr interessant"},
		"of three points":   {"Utilité de", []string{"Pas utile|Utile", "Utile|Très utile", "Pas utile|Très utile"}, "Pas utile < Utile < Très utile"},
		"in English":        {"How useful is", []string{"Not useful|Useful", "Useful|Very useful", "Not useful|Very useful"}, "Not useful < Useful < Very useful"},
		"don't know":        {"Wie sehr trifft das zu:", []string{"Trifft nicht zu|Trifft eher zu|Trifft zu", "Trifft eher nicht zu|Trifft eher zu|Trifft zu"}, "Trifft nicht zu < Trifft eher nicht zu < Trifft eher zu < Trifft zu"},
	} {
		var columns [][]string
		for i, labels := range test.rows {
			columns = append(columns, inWords(test.stem+" ["+string(rune('A'+i))+"]", strings.Split(labels, "|")))
		}
		for _, c := range inspectedText(t, ratedOnce(columns...)).Columns {
			if got := scaleShown(c); got != test.want {
				t.Errorf("%s, %s:\ngot  %s\nwant %s", name, c.Statement, got, test.want)
			}
		}
	}
}

// A label that no family has may be a point of all rows, and leaves them all out; not so what one cell says, what denies what is rated, and what is
// answered to other questions under the same words.
func TestRowsOfAnUnknownScale(t *testing.T) {
	for name, test := range map[string]struct {
		second []string
		want   string // of the first row
	}{
		"beyond the top":   {[]string{"Not important", "Very important", "Paramount"}, `single: no scale: "Paramount", which other rows of its matrix have, is no label of importance (en)`},
		"in one cell":      {[]string{"Not important", "Very important"}, "Not important < Somewhat important < Very important"},
		"no answer":        {[]string{"Not important", "Very important", "Not known to my team"}, "Not important < Somewhat important < Very important"},
		"of its row alone": {[]string{"Not important", "Somewhat important", "Decided by others"}, "Not important < Somewhat important < Very important"},
		"another question": {[]string{"Never", "Sometimes", "Every third Tuesday"}, "Not important < Somewhat important < Very important"},
	} {
		first := inWords("How about [prices]", []string{"Not important", "Somewhat important", "Very important"})
		second := inWords("How about [service]", test.second)
		if name == "in one cell" {
			second = append(second, "Paramount")
		}
		columns := [][]string{first, second}
		if name == "of its row alone" {
			for _, row := range []string{"speed", "advice", "opening"} {
				columns = append(columns, append([]string{"How about [" + row + "]"}, first[1:]...))
			}
		}
		c := inspectedText(t, ratedOnce(columns...)).Columns[0]
		if got := scaleShown(c); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, test.want)
		}
	}
}

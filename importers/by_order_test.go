package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Numbers in a column whose scale is in words are read by the order of the words, and that is said once a file; not of words that begin with
// their numbers, of words alone, and where the study says what the numbers stand for.
func TestNumbersReadByTheOrderOfWordsAreSaid(t *testing.T) {
	const numbers, words = "listen,clear\n1,2\n3,3\n2,1\n", "listen,clear\nBad,Good\nGood,Fair\nFair,Bad\n"
	for name, test := range map[string]struct {
		scale, export string
		want          string
	}{
		"numbers":           {"scale: [Bad, Fair, Good]", numbers, `c.csv: numbers are read by the order of the words of the scale, 1 as "Bad" and 3 as "Good"`},
		"words":             {"scale: [Bad, Fair, Good]", words, ""},
		"words and numbers": {`scale: [Bad, Fair, Good]`, words + "3,Bad\n", `1 as "Bad" and 3 as "Good"`},
		"numbered words":    {`scale: ["1 - Bad", "2 - Fair", "3 - Good"]`, numbers, ""},
		"told codes":        {`scale: [Bad, Fair, Good], codes: {"1": Good, "2": Fair, "3": Bad}`, numbers, ""},
		"a scale of points": {"scale: 1..3", numbers, ""},
	} {
		_, intake, err := readFiles(t, "s.yaml", "{audiences: {customers: {files: [c.csv]}}, "+test.scale+
			", items: {listen: {performance: listen, top_box: 1, bottom_box: 1}, clear: {performance: clear, top_box: 1, bottom_box: 1}}}", "c.csv", test.export)
		if err != nil {
			t.Errorf("%s: %s", name, faultsOf(err))
			continue
		}
		var said []string
		for _, n := range intake.Warnings {
			if n.Code == study.CodesSuspected {
				said = append(said, n.Message)
			}
		}
		if len(said) > 1 || !strings.HasSuffix(strings.Join(said, "\n"), test.want) || test.want == "" && len(said) > 0 {
			t.Errorf("%s: said %q, want %q", name, said, test.want)
		}
	}
}

package importers

import (
	"strings"
	"testing"
)

// The cell that keeps a question from having a scale is found among the first rows of a long file and behind them.
func TestPlacesAmidManyRows(t *testing.T) {
	cycle := "1\n2\n3\n4\n5\n"
	for _, test := range []struct {
		before, behind int // times the cycle
		want           string
	}{
		{10, nearRows / 5, "it stands at staff.csv:52:1"},
		{nearRows/5 + 20, 10, "it stands at staff.csv:20102:1"},
	} {
		file := draftFileOf(t, "staff.csv", "How kind?\n"+strings.Repeat(cycle, test.before)+"see above\n"+strings.Repeat(cycle, test.behind))
		if !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(file, "#", "")), " "), test.want) {
			t.Errorf("%s is not in\n%s", test.want, file)
		}
	}
}

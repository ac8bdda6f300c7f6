package importers

import (
	"strings"
	"testing"
)

// A column of numbers that may have decimal commas is left out for these, and neither for words nor for several answers.
func TestDecimalCommasAreTheReason(t *testing.T) {
	const question = `left out: staff.csv: "Speed": cells such as `
	for name, test := range map[string]struct{ speed, want string }{
		"half points":     {"4,5 3 2,5 1 3 4,5 5 2 1,5 3", question + `"1,5"; numbers with decimal commas, which --decimal comma reads, or several codes?`},
		"often":           {"1,5 2,5 1,5 2,5 1,5 2,5 1,5 2,5 1,5 2,5", question + `"1,5"; numbers with decimal commas, which --decimal comma reads, or several codes?`},
		"of nothing else": {"4,0 3,5 2,5 1,0 3,0 4,5 5,0 2,0 1,5 3,0", `left out: staff.csv: "Speed": the cells are numbers with decimal commas, such as "1,0"; --decimal comma reads them`},
	} {
		text := "ID;Speed;Service\n"
		for i, cell := range strings.Fields(test.speed) {
			text += "K" + string(rune('a'+i)) + ";" + cell + ";" + string(rune('1'+i%5)) + "\n"
		}
		got := strings.ReplaceAll(draftFileOf(t, "staff.csv", text), "\n#   ", " ")
		if !strings.Contains(got, test.want) {
			t.Errorf("%s: no %s in\n%s", name, test.want, got)
		}
		if strings.Contains(got, "several answers") || strings.Contains(got, "some are words") {
			t.Errorf("%s: a wrong reason in\n%s", name, got)
		}
	}
}

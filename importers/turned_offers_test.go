package importers

import (
	"fmt"
	"strings"
	"testing"
)

// What stands for no answer takes the scale of a question away, and not what its legend says of the good end: an offer says both.
func TestOffersAreTurnedRoundToo(t *testing.T) {
	text := answeredRows(60, func(i int) string {
		if i%10 == 9 {
			return "99,99,99"
		}
		return fmt.Sprintf("%d,%d,%d", 1+i%5, 1+i*i%5, 1+i/5%5)
	})
	draft := draftFileOf(t, "customers.csv", `Delivery (1 = very good; 5 = very poor),Service (1 = very poor; 5 = very good),Waiting time (1 = low; 5 = high)`+"\n"+text)
	for heading, want := range map[string][]bool{"Delivery": {true}, "Service": {false}, "Waiting time": {false, true}} {
		var turned []bool
		for line := range strings.SplitSeq(draft, "\n") {
			if strings.HasPrefix(line, "#  ") && strings.Contains(line, "column: \""+heading+" (") {
				turned = append(turned, strings.Contains(line, "reversed: true"))
				if !strings.Contains(line, `missing: {dont_know: ["99"]}`) {
					t.Errorf("99 is a point in %s", line)
				}
			}
		}
		if fmt.Sprint(turned) != fmt.Sprint(want) {
			t.Errorf("%s: turned round %v, want %v\n%s", heading, turned, want, draft)
		}
	}
}

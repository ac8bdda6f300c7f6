package importers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Columns answered on 0 to 4 are asked about, however many stand side by side: the 0 is the low end of statements, the good one of symptoms, and
// "not applicable" beside four points. A draft offers a line for each.
func TestRunsFromZeroAreAskedAbout(t *testing.T) {
	statements := []string{"I get help", "My manager listens", "We share what we know", "I know my goals", "I can decide", "I am proud", "I learn a lot"}
	for name, test := range map[string]struct {
		headings []string
		points   string
		rated    bool
	}{
		"statements":        {statements, "0122333344", false},
		"symptoms":          {[]string{"Headache", "Nausea", "Dizziness", "Back pain", "Insomnia", "Cough", "Fever"}, "0000112234", false},
		"zeros for nothing": {[]string{"q1_1", "q1_2", "q1_3", "q1_4", "q1_5", "q1_6", "q1_7"}, "0112233344", false},
		"five points":       {statements, "1233444455", true},
		"a named scale":     {[]string{"I get help (0-4)", "I am proud (0-4)", "I decide (0-4)"}, "0122333344", true},
	} {
		points := map[string]string{}
		for _, heading := range test.headings {
			points[heading] = test.points
		}
		text := fileOf(80, test.headings, points)
		for _, c := range inspectedText(t, text).Columns {
			if rated := c.Kind == "rating"; rated != test.rated || !rated && !strings.Contains(fmt.Sprint(c.Flags), `0 may be the low end, or stand for "not applicable"`) {
				t.Errorf("%s: %s: %s %v, want rated: %v", name, c.ID, c.Kind, c.Flags, test.rated)
			}
		}
		draft := draftFileOf(t, "a.csv", text, "b.csv", text)
		for _, heading := range test.headings {
			offered := slices.ContainsFunc(strings.Split(draft, "\n"), func(line string) bool { return strings.HasPrefix(line, "#  ") && strings.Contains(line, heading) })
			if offered == test.rated {
				t.Errorf("%s: %s is offered: %v in\n%s", name, heading, offered, draft)
			}
		}
	}
}

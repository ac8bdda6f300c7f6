package importers

import (
	"strings"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// A word for no answer may be the middle of a scale that has no other: it is left out, said, and offered as the middle in a line that is read.
func TestWordsThatMayBeTheMiddle(t *testing.T) {
	for name, test := range map[string]struct {
		labels, with string // the scale of the line that is offered; empty: none is
	}{
		"unsure":          {"Strongly disagree|Disagree|Unsure|Agree|Strongly agree", `["Strongly disagree", Disagree, Unsure, Agree, "Strongly agree"]`},
		"in German":       {"stimme gar nicht zu|stimme eher nicht zu|weiß nicht|stimme eher zu|stimme voll zu", `["stimme gar nicht zu", "stimme eher nicht zu", "weiß nicht", "stimme eher zu", "stimme voll zu"]`},
		"not applicable":  {"Strongly disagree|Disagree|N/A|Agree|Strongly agree", ""},
		"another middle":  {"Strongly disagree|Disagree|Unsure|Neutral|Agree|Strongly agree", ""},
		"two such words":  {"Strongly disagree|Disagree|Unsure|No opinion|Agree|Strongly agree", ""},
		"of no opposites": {"Poor|Fair|Not sure|Good|Excellent", ""},
	} {
		text := draftFileOf(t, "customers.csv", ratedOnce(inWords("We listen", strings.Split(test.labels, "|"))))
		offer, said := "is the middle", "though it may be the middle of scales"
		if test.with == "" {
			if strings.Contains(text, offer) || strings.Contains(strings.Join(strings.Fields(text), " "), said) {
				t.Errorf("%s: offered in\n%s", name, text)
			}
			continue
		}
		line := "    # ? performance: {customers: {column: \"We listen\", scale: " + test.with + ", missing: {}}}"
		if !strings.Contains(text, line) || !strings.Contains(text, said) {
			t.Errorf("%s: no %s in\n%s", name, line, text)
			continue
		}
		taken := strings.Replace(strings.Replace(text, "    performance:", "    # performance:", 1), "    # ? performance:", "    performance:", 1)
		s, err := study.Parse("cxgap.yaml", []byte(taken))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c := s.Ratings()[0].Columns["customers"]
		if c.Scale.Points() != 5 || len(c.Missing.DontKnow) > 0 {
			t.Errorf("%s: taken it is read as %v without %v", name, c.Scale.Labels, c.Missing.DontKnow)
		}
	}
}

package importers

import (
	"strings"
	"testing"
)

// A score is that of the Net Promoter Score where the columns beside it say so, and not where they say otherwise.
func TestScoresThatAskToRecommend(t *testing.T) {
	for name, test := range map[string]struct{ header, row, want string }{
		"by groups":           {"Score,Group", "10,Promoter\n7,Passives\n0,Detractor", "nps 0..10"},
		"by Delighted's":      {"id,score,comment,permalink,survey_type", "1,10,,x,nps\n2,0,,y,nps", "nps 0..10"},
		"in words":            {"Person ID,Score,Comment,Created at,Person Property: Plan", "1,10,,2026-03-01 10:00:00 UTC,A\n2,0,,2026-03-01 10:00:00 UTC,A", "nps 0..10"},
		"nobody answered 0":   {"id,score,comment,permalink,survey_type", "1,9,,x,nps\n2,1,,y,nps", "rating 1..10 scale assumed: nobody answered 0, and such questions are often asked on 0 to 10"},
		"of satisfaction":     {"id,score,comment,permalink,survey_type", "1,5,,x,csat\n2,1,,y,csat", "rating 1..5"},
		"two scores":          {"Score,NPS Score,Group", "10,2,Promoter\n0,3,Detractor", "rating 0..10"},
		"groups of something": {"Score,Group", "10,Promoter\n0,Friend", "rating 0..10"},
	} {
		in := inspectedText(t, test.header+"\n"+strings.Repeat(test.row+"\n", 10))
		for _, c := range in.Columns {
			if got := strings.TrimSpace(string(c.Kind) + " " + c.Scale + " " + flagsOf(c)); strings.EqualFold(c.ID, "score") && got != test.want {
				t.Errorf("%s: %s, want %s", name, got, test.want)
			}
		}
	}
}

package importers

import (
	"fmt"
	"strings"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// usualScale returns the shortest usual scale that holds all answers, and what speaks against it.
func (a *answersSeen) usualScale(asked []lexicon.Heading) (scale study.Scale, remark string) {
	low, high, _ := a.ends()
	for _, family := range lexicon.Families() {
		if family.High == 9 && lexicon.AsksToRecommend(asked) {
			continue // a scale of nine points, on which nobody asks that
		}
		if family.Low > low || family.High < high {
			continue
		}
		if family.High == 9 && a.endsAtEight() {
			return study.Scale{}, a.eightInDoubt()
		}
		if family.High == 100 && a.written == nil && !a.anchored && !mayReachHundred(asked) {
			return study.Scale{}, fmt.Sprintf("answers from %s to %s: no word of the question tells that it is answered on 0 to 100", lexicon.FormatNumber(low), lexicon.FormatNumber(high))
		}
		return family, a.familyRemark(family, asked)
	}
	return study.Scale{}, fitNone(low, high)
}

// familyRemark says what is assumed where answers are taken for those on a usual scale.
func (a *answersSeen) familyRemark(family study.Scale, asked []lexicon.Heading) string {
	low, high, _ := a.ends()
	remark := a.unobserved(family, low, high)
	if hole := a.inside(low, high); remark == "" && family.High == 6 && hole != "" {
		remark = fmt.Sprintf("nobody answered %s, and few scales end at 6", hole)
	} else if family.High == 6 && a.doubtsSix(asked) {
		remark = strings.TrimPrefix(remark+", and "+sixInDoubt, ", and ")
	}
	if family.Low == 1 && family.High == 10 && lexicon.AsksToRecommend(asked) {
		remark = "nobody answered 0, and such questions are often asked on 0 to 10"
	}
	if a.apart != "" {
		remark = bothWhy(remark, a.apart)
	}
	return remark
}

package importers

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
	"github.com/cxgap/cxgap/importers/lexicon"
)

// byNumbers reads labels whose words a family knows, at other points than their numbers say: "1 - Poor", "3 - Good", "5 - Excellent". The numbers
// are the points, if they go up or down with the words and a usual scale has them; codes in an order of their own do not.
func byNumbers(f *lexicon.Fitted, a *answersSeen, labels []string, asked []lexicon.Heading) (readScale, bool) {
	if f.Numbering != lexicon.OtherNumbers {
		return readScale{}, false
	}
	numbers := lexicon.LabelNumbers(labels)
	r, points := readScale{family: "anchored"}, newAnswersSeen()
	points.anchored, points.lent, points.apart = true, a.lent, a.apart
	for _, label := range f.Labels {
		n, chosen := numbers[label]
		if !chosen {
			continue
		}
		r.codes = append(r.codes, wordAt(label, float64(n)))
		points.numbers[float64(n)] += a.words[label]
	}
	up := func(x, y study.CodedCell) int { return int(x.Value - y.Value) }
	if !slices.IsSortedFunc(r.codes, up) && !slices.IsSortedFunc(r.codes, func(x, y study.CodedCell) int { return up(y, x) }) {
		return readScale{}, false
	}
	r.scale, r.remark = inferScale(points, asked)
	return r, r.scale.Defined()
}

package analysis

import (
	"fmt"
	"math"

	"github.com/cxgap/cxgap/analysis/study"
)

// A missing upper part of a scale is taken for another scale if it would be chance in less than one case in a million, among
// at least this many answers: a real fall of the answers shall not be refused.
const (
	rescaledBelow = 1e-6
	rescaledLeast = 20
)

// smallerScales are the ends of the usual rating scales that a larger one holds.
func smallerScales() []float64 { return []float64{4, 5, 6, 7, 9, 10} }

// rescaled reports whether an audience seems to have answered on a smaller scale in one wave than in another: nobody above the
// end of a smaller usual scale, although so many were above it in the other wave that this can hardly be chance. Averages of two scales are no trend (FORMATS section 0, rule 10).
func rescaled(before, after *answer) (end float64, yes bool) {
	for _, pair := range [][2]*answer{{before, after}, {after, before}} {
		small, large := pair[0].counts, pair[1].counts
		top := math.Inf(-1)
		n, _ := small.answers()
		for k := range small.scale.Points() {
			if small.count[k] > 0 {
				top = small.scale.Value(study.Code(k))
			}
		}
		for _, end := range smallerScales() {
			if top != end || end >= small.scale.High {
				continue
			}
			valid, _ := large.answers()
			above := 0
			for k := range large.scale.Points() {
				if large.scale.Value(study.Code(k)) > end {
					above += large.count[k]
				}
			}
			if n >= rescaledLeast && valid >= rescaledLeast && math.Pow(1-float64(above)/float64(valid), float64(n)) < rescaledBelow {
				return end, true
			}
		}
	}
	return 0, false
}

// rescaledWarning says why a change is not computed.
func (v *view) rescaledWarning(x *answer, end float64) study.Notice {
	return study.Notice{
		Code: NoteRescaled, Where: x.variable.rating.Item.ID,
		Message: fmt.Sprintf("%s: %s seems to have answered on a scale that ends at %g in one wave and at %g in another: not compared across waves",
			x.variable.rating.Item.Label, x.audience.Label, end, x.counts.scale.High),
	}
}

package report

import (
	"github.com/cxgap/cxgap/analysis"
	"github.com/cxgap/cxgap/analysis/study"
)

// noteCut marks a mean whose interval is shown up to an end of its scale only. It stands in no result: there the interval is what its method
// makes of it (METHODS section 3), also where that is beyond the scale.
const noteCut = "cut_at_the_end_of_the_scale"

// scaleOf names the ratings that a mean is of.
type scaleOf struct {
	kind        study.Kind
	perspective string
	item        string
}

// scaleEndsOf returns the ends of the scale of every rating of a result.
func scaleEndsOf(r *analysis.Result) map[scaleOf][2]analysis.Number {
	ends := map[scaleOf][2]analysis.Number{}
	for _, item := range r.Items {
		for _, rating := range item.Ratings {
			ends[scaleOf{rating.Kind, rating.Perspective, item.ID}] = [2]analysis.Number{analysis.Number(rating.Low), analysis.Number(rating.High)}
		}
	}
	return ends
}

// withinScale returns a mean as it is shown: with its interval cut off at the ends of its scale, which no mean can be beyond.
func withinScale(f *analysis.Figure, ends map[scaleOf][2]analysis.Number) *analysis.Figure {
	of, known := ends[scaleOf{f.Kind, f.Perspective, f.Item}]
	if f.Statistic != "mean" || f.Analysis != "profile" && f.Analysis != "segment" || !known || !(of[0] < of[1]) || !(f.Low < of[0] || f.High > of[1]) {
		return f
	}
	shown := *f
	shown.Low, shown.High = max(f.Low, of[0]), min(f.High, of[1])
	shown.Note = append(f.Note[:len(f.Note):len(f.Note)], noteCut)
	return &shown
}

// cutMark is the mark of an interval that is cut off.
func (f *footnotes) cutMark(figure *analysis.Figure) string {
	if !figure.Note.Has(noteCut) {
		return ""
	}
	return f.ref(f.text("cut off at the end of the scale, beyond which this interval would reach: it is an order of size"))
}

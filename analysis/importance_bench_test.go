package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// manyDrivers is a study of one audience that rates p attributes for performance and for importance, and an outcome that all of
// the attributes move.
func manyDrivers(p, respondents, resamples int) *invented {
	var ids []string
	for k := range p {
		ids = append(ids, fmt.Sprintf("q%d", k))
	}
	in := newInvented(study.NewScale(1, 10), []string{"customers"}, ids...)
	in.study.Analysis.Resamples = resamples
	for _, item := range in.study.Items {
		rate(item, study.Importance, "", "customers")
	}
	outcome := &study.Item{ID: "outcome", Label: "outcome", Target: math.NaN()}
	outcome.Ratings = []*study.Rating{{Item: outcome, Kind: study.OutcomeKind, Columns: map[string]*study.Column{"customers": {Scale: study.NewScale(0, 10)}}}}
	in.study.Items = append(in.study.Items, outcome)
	source := rand.New(rand.NewPCG(1, uint64(p)))
	rows := make([][]float64, respondents)
	for r := range rows {
		common, total := source.NormFloat64(), 0.0
		for k := range p {
			x := common + 1.5*source.NormFloat64()
			total += x * float64(k+1) / float64(p)
			rows[r] = append(rows[r], bounded(7+x, 1, 10), bounded(8+source.NormFloat64(), 1, 10))
		}
		rows[r] = append(rows[r], bounded(7+total/math.Sqrt(float64(p))+source.NormFloat64(), 0, 10))
	}
	in.answers("customers", rows...)
	return in
}

func bounded(x, low, high float64) float64 { return math.Min(high, math.Max(low, math.Round(x))) }

// BenchmarkBootstrap is what drivers computes of one audience of 10,000 respondents in 2,000 resamples.
func BenchmarkBootstrap(b *testing.B) {
	for _, p := range []int{5, 10, 14, 18, 20} {
		in := manyDrivers(p, 10_000, 2000)
		tally := NewTally(in.study)
		for _, block := range in.blocks {
			if err := tally.Add(block); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(fmt.Sprintf("drivers=%d", p), func(b *testing.B) {
			for b.Loop() {
				AnalyzeInFull(in.study, tally, Provenance{})
			}
		})
	}
}

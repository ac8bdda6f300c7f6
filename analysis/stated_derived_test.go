package analysis

import (
	"math"
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Stated and derived ranks are compared among the items that have both: a driver whose importance was not asked takes no rank from them.
// Five drivers on two levels in all 32 combinations are uncorrelated, so that their shares are the squares of their effects: 100, 64, 36,
// 16 and 4 of 220.
func TestRanksAreAmongItemsWithBoth(t *testing.T) {
	items, effects := []string{"x", "y", "a", "b", "c"}, []float64{10, 8, 6, 4, 2}
	in := newInvented(tenPoints, []string{"customers"}, items...)
	stated := map[string]float64{"a": 5, "b": 7, "c": 9}
	for _, item := range in.study.Items[2:] {
		rate(item, study.Importance, "", "customers")
	}
	in.study.Outcome = &study.Rating{
		Item: &study.Item{ID: "outcome", Label: "Overall", Target: math.NaN()}, Kind: study.OutcomeKind,
		Columns: map[string]*study.Column{"customers": {Scale: study.NewScale(0, 100)}},
	}
	var rows [][]float64
	for combination := range 1 << len(items) {
		var row []float64
		outcome := 50.0
		for k, item := range items {
			level := float64(2*(combination>>k&1) - 1)
			outcome += effects[k] * level
			row = append(row, 5+3*level)
			if important, asked := stated[item]; asked {
				row = append(row, important+float64(combination%2))
			}
		}
		rows = append(rows, append(row, outcome))
	}
	in.answers("customers", rows...)
	_, figures := in.analyze(t)
	for k, item := range items {
		share := must(t, figures, "derived/performance/customers/"+item+"/derived_share")
		rank := must(t, figures, "derived/performance/customers/"+item+"/derived_rank")
		if math.Abs(float64(share.Value)-effects[k]*effects[k]/220) > 1e-9 || rank.Value != Number(k+1) {
			t.Errorf("%s: share %v, rank %v among all drivers", item, share.Value, rank.Value)
		}
	}
	for item, want := range map[string][3]Number{"a": {3, 1, -2}, "b": {2, 2, 0}, "c": {1, 3, 2}} {
		for n, statistic := range []string{"stated_rank", "derived_rank", "rank_difference"} {
			if f := must(t, figures, "stated_derived/performance/customers/"+item+"/"+statistic); f.Value != want[n] {
				t.Errorf("%s: %s is %v, want %v", item, statistic, f.Value, want[n])
			}
		}
	}
	if f := must(t, figures, "stated_derived/performance/customers/*/spearman"); math.Abs(float64(f.Value)+1) > 1e-12 {
		t.Errorf("rank correlation %v, want −1", f.Value)
	}
	if _, found := figures["stated_derived/performance/customers/x/derived_rank"]; found {
		t.Error("an item without stated importance is ranked beside")
	}
}

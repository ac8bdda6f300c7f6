package analysis

import (
	"testing"

	"github.com/cxgap/cxgap/analysis/study"
)

// Of 20 leaders 18 answered, 17 of them with 10 and one with 1: if both others gave 10 the mean of all is 9.55, and no interval ends above it.
func TestMeansOfANearCensusArePossible(t *testing.T) {
	in := newInvented(study.NewScale(1, 10), []string{"leadership", "customers"}, "item")
	in.study.Audiences[0].Population = 20
	rows := make([][]float64, 18)
	for i := range rows {
		rows[i] = []float64{10}
	}
	rows[3] = []float64{1}
	in.answers("leadership", rows...)
	in.answers("customers", rows...)
	_, figures := in.analyze(t)
	if f := figures["profile/performance/leadership/item/mean"]; !(f.High > 9.55-1e-9 && f.High < 9.55+1e-9) {
		t.Errorf("leadership: to %v, want 9.55", f.High)
	}
	if f := figures["profile/performance/customers/item/mean"]; !(f.High > 10) {
		t.Errorf("customers, of an unknown number: to %v, want the t interval", f.High)
	}
}

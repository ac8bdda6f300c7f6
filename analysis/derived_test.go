package analysis

import (
	"math"
	"runtime"
	"slices"
	"testing"

	"github.com/cxgap/cxgap/analysis/stats"
)

// importanceOfMany returns what an audience of many drivers says, resampled.
func importanceOfMany(t *testing.T, drivers, respondents, resamples int) *importance {
	t.Helper()
	in := manyDrivers(drivers, respondents, resamples)
	tally := NewTally(in.study)
	for _, block := range in.blocks {
		if err := tally.Add(block); err != nil {
			t.Fatal(err)
		}
	}
	a := newAnalyzer(in.study, tally)
	a.resamples = true
	return a.wave(0).importances[0]
}

// Resamples of more drivers than all subsets of which are walked each time have nearly the shares that the walk gives them, and the
// same ranks but for near ties.
func TestResamplesOfManyDrivers(t *testing.T) {
	m := importanceOfMany(t, ExactInResamples+1, 1500, 200)
	if m.nearby == nil {
		t.Fatal("all subsets are walked")
	}
	got := m.replicates
	m.nearby = nil
	m.replicates = make([][]float64, len(got))
	m.resample(m.audience, m.mapped(), func(r int, s *groupSums) { m.replicates[r] = m.values(s, false) })
	for k := range m.model.drivers {
		at := m.layout.index(atDerivedShare, k)
		var near, walked []float64
		for r := range got {
			near, walked = append(near, got[r][at]), append(walked, m.replicates[r][at])
			if rank := m.layout.index(atDerivedRank, k); math.Abs(got[r][rank]-m.replicates[r][rank]) > 3 {
				t.Errorf("resample %d: driver %d has rank %v, walked %v", r, k, got[r][rank], m.replicates[r][rank])
			}
		}
		if slices.Equal(near, walked) {
			t.Errorf("the shares of driver %d are walked", k)
		}
		low, high := stats.PercentileInterval(near, 0.95)
		l, h := stats.PercentileInterval(walked, 0.95)
		if off := math.Max(math.Abs(l-low), math.Abs(h-high)); off > (h-l)/20 {
			t.Errorf("share of driver %d: [%.5f, %.5f], walked [%.5f, %.5f]", k, low, high, l, h)
		}
	}
}

// Resamples of many drivers owe nothing to the number of processors.
func TestConcurrentResamplesOfManyDrivers(t *testing.T) {
	run := func(processors int) [][]float64 {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		return importanceOfMany(t, ExactInResamples+1, 600, 60).replicates
	}
	same := func(a, b []float64) bool {
		return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Float64bits(x) == math.Float64bits(y) })
	}
	if !slices.EqualFunc(run(1), run(3), same) {
		t.Error("another number of processors, other resamples")
	}
}

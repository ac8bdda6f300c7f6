package stats

import (
	"math"
	"testing"
)

func sampleMean(population int, values ...float64) SampleMean {
	s := NewSample(values, nil)
	s.Population = population
	return SampleMean{Sample: s, Mean: s.Mean(0.95)}
}

// Variances 5/3 of four and 3 of three answers: pooled (3·5/3 + 2·3)/5 = 2.2 on 5 degrees of freedom.
func TestPooledVariance(t *testing.T) {
	four, three, whole := sampleMean(0, 1, 2, 3, 4), sampleMean(0, 2, 2, 5), sampleMean(3, 2, 2, 5)
	half := sampleMean(8, 1, 2, 3, 4)
	for _, test := range []struct {
		name          string
		before, after SampleMean
		variance, df  float64
	}{
		{"samples", four, three, 2.2/4 + 2.2/3, 5},
		{"half of a population", half, three, 2.2/4/2 + 2.2/3, 5},
		{"a census adds nothing", four, whole, 5.0 / 3 / 4, 3},
	} {
		own := Welch(test.after.Mean, test.before.Mean, 0.95).Estimate
		got := PoolVariances([]SampleMean{test.before, test.after}).Change(own, test.before, test.after, false)
		if got.Value != own.Value || math.Abs(got.SE*got.SE-test.variance) > 1e-12 || got.DF != test.df {
			t.Errorf("%s: %v, variance %v on %v, want %v on %v", test.name, got.Value, got.SE*got.SE, got.DF, test.variance, test.df)
		}
	}
}

// Shared units keep their correlation: with own variances 1 and 4 and covariance 1 it is .5; pooled variances are 2.5 each, of as many answers.
func TestPooledVarianceOfSharedUnits(t *testing.T) {
	mean := func(se float64) SampleMean {
		s := sampleMean(0, 1, 2, 3, 4)
		s.Mean.SE = se
		return s
	}
	own := Estimate{Value: 2, SE: math.Sqrt(1 + 4 - 2), DF: 3}
	got := PoolVariances([]SampleMean{mean(1), mean(2)}).Change(own, mean(1), mean(2), true)
	if math.Abs(got.SE*got.SE-2.5) > 1e-12 || got.DF != 3 {
		t.Errorf("variance %v on %v, want 2.5 on 3", got.SE*got.SE, got.DF)
	}
	none := Undefined(4, 4, 0.95, ZeroVariance)
	if got := PoolVariances([]SampleMean{mean(1), mean(2)}).Change(none, mean(1), mean(2), true); !math.IsNaN(got.SE) {
		t.Errorf("a change without standard error has %v", got.SE)
	}
	if got := PoolVariances([]SampleMean{mean(1), mean(1)}).Change(Estimate{SE: 1e-9, DF: 3}, mean(1), mean(1), true); got.SE != 1e-9 {
		t.Errorf("units that move together: %v", got.SE)
	}
}

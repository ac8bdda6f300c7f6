package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// power.t.test of R: n = 20 a group, sd 1, 80 % power at α .05 needs δ = 0.9091286; δ = 0.5, sd 1 needs n = 63.77 a group.
// With equal n and variances Welch's df are 2n−2, as in power.t.test.
func TestPowerAgreesWithR(t *testing.T) {
	if got := DetectableGap(math.Sqrt(2.0/20), 38, 0.05, 0.8); math.Abs(got-0.9091286) > 5e-7 {
		t.Errorf("detectable gap: got %v, want 0.9091286", got)
	}
	one := Respondents{Variance: 1}
	if got := SampleSize(one, one, 0.5, 0.05, 0.8); got != 64 {
		t.Errorf("sample size: got %d, want 64", got)
	}
}

func TestSampleSizeIsCappedAtThePopulation(t *testing.T) {
	leaders := Respondents{Variance: 4, Population: 14}
	customers := Respondents{Variance: 4}
	n := SampleSize(leaders, customers, 0.45, 0.05, 0.8)
	// All 14 leaders answered: only the customers' variance is left, a one-sample problem.
	alone := SampleSize(Respondents{Variance: 0}, customers, 0.45, 0.05, 0.8)
	if n != alone || n < 100 {
		t.Errorf("got %d with a census of leaders, %d without their variance", n, alone)
	}
	if n := SampleSize(leaders, Respondents{Variance: 4, Population: 30}, 0.001, 0.05, 0.8); n != 30 {
		t.Errorf("two small populations: got %d, want 30: a census of both has no error", n)
	}
	if n := SampleSize(customers, customers, 1e-9, 0.05, 0.8); n != 0 {
		t.Errorf("a gap that nobody can find needs %d", n)
	}
}

// A search that begins near the answer finds what one from the first respondent on finds.
func TestSampleSizeIsTheSmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Respondents {
			r := Respondents{Variance: rapid.Float64Range(0, 9).Draw(t, name)}
			if rapid.Bool().Draw(t, "limited") {
				r.Population = rapid.IntRange(2, 400).Draw(t, "population")
			}
			return r
		}
		a, b := draw("a"), draw("b")
		gap, power := rapid.Float64Range(0.05, 3).Draw(t, "gap"), rapid.SampledFrom([]float64{0.5, 0.8, 0.95}).Draw(t, "power")
		enough := func(n int) bool { return samplePower(a, b, n, gap, 0.05) >= power }
		if !enough(mostRespondents) {
			return
		}
		low, high := 1, 2
		for !enough(high) {
			low, high = high, 2*high
		}
		for high-low > 1 {
			if middle := (low + high) / 2; enough(middle) {
				high = middle
			} else {
				low = middle
			}
		}
		if got := SampleSize(a, b, gap, 0.05, power); got != high {
			t.Errorf("SampleSize = %d, not %d", got, high)
		}
	})
}

// The second route: simulate the test at the planned size.
func TestPlannedSizeHasItsPower(t *testing.T) {
	const gap, runs = 0.8, 4000
	a, b := Respondents{Variance: 1}, Respondents{Variance: 4}
	n := SampleSize(a, b, gap, 0.05, 0.8)
	source := rand.New(rand.NewPCG(3, 4))
	found := 0
	for range runs {
		x, y := make([]float64, n), make([]float64, n)
		for i := range n {
			x[i], y[i] = gap+source.NormFloat64(), 2*source.NormFloat64()
		}
		if Welch(NewSample(x, nil).Mean(0.95), NewSample(y, nil).Mean(0.95), 0.95).P < 0.05 {
			found++
		}
	}
	power := float64(found) / runs
	if se := math.Sqrt(0.8 * 0.2 / runs); math.Abs(power-0.8) > 4*se+0.01 { // n is whole: the power is a little above
		t.Errorf("n = %d finds the gap in %.3f of %d samples, want 0.8", n, power, runs)
	}
}

// A finite population shrinks the standard error of a planned sample: half of it asked, half of the variance.
func TestPlannedStandardErrorInAFinitePopulation(t *testing.T) {
	se, df := Respondents{Variance: 4, Population: 100}.standardError(50)
	if want := math.Sqrt(4.0 / 50 / 2); !near(se, want, 1e-12) || df != 49 {
		t.Errorf("got %v on %v df, want %v on 49", se, df, want)
	}
}

package stats

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Of a finite population sampled without replacement the rank test's variance is the one that the sampling has.
func TestBrunnerMunzelOfFinitePopulations(t *testing.T) {
	everybody := []float64{3, 6, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 10} // twenty leaders, skewed
	others := []float64{4, 5, 6, 6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 10}
	for _, of := range []struct{ times, n, other int }{{1, 18, 300}, {3, 40, 300}, {3, 40, 60}} {
		population := []float64{}
		for range of.times {
			population = append(population, everybody...)
		}
		random := rand.New(rand.NewPCG(7, uint64(of.n)))
		const draws = 6000
		var shares []float64
		estimated, uncorrected := 0.0, 0.0
		for range draws {
			random.Shuffle(len(population), func(i, j int) { population[i], population[j] = population[j], population[i] })
			values := make([]float64, of.other)
			for i := range values {
				values[i] = others[random.IntN(len(others))]
			}
			a, b := NewSample(population[:of.n], nil), NewSample(values, nil)
			share := CliffsDelta(a, b) / 2 // above one half
			square := func(s Sample) float64 {
				t := BrunnerMunzel(s, b).Statistic
				return share / t * (share / t)
			}
			without := square(a)
			a.Population = len(population)
			shares, estimated, uncorrected = append(shares, share), estimated+square(a)/draws, uncorrected+without/draws
		}
		true2 := NewSample(shares, nil).Variance()
		if ratio := estimated / true2; math.Abs(ratio-1) > 0.06 {
			t.Errorf("%d of %d against %d: estimated variance %.3f of the true one", of.n, len(population), of.other, ratio)
		}
		if ratio := uncorrected / true2; ratio < 1.15 {
			t.Errorf("%d of %d against %d: without the correction %.3f: the test shows nothing", of.n, len(population), of.other, ratio)
		}
	}
}

package stats

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Multiplicities draws len(times) units with replacement and counts how often each was drawn. The same seed, stream and
// replicate give the same draw, whatever else was drawn before.
func Multiplicities(times []int32, seed, stream uint64, replicate int) {
	clear(times)
	source := rand.NewPCG(seed, stream<<20+uint64(replicate))
	n := uint64(len(times))
	for range times {
		// The high half of a 64 by 32 bit product is uniform to one part in 2³²⁄n: no draw is thrown away.
		times[(source.Uint64()>>32)*n>>32]++
	}
}

// Replicates runs work once for each replicate, on all processors. newWorker is called once a processor and returns the work
// with its own memory; a replicate must depend on its number alone, so that the result is the same on any number of processors.
func Replicates(n int, newWorker func() func(replicate int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		running.Go(func() {
			work := newWorker()
			for {
				r := int(next.Add(1)) - 1
				if r >= n {
					return
				}
				work(r)
			}
		})
	}
	running.Wait()
}

// PercentileInterval returns the percentile bootstrap interval (Efron & Tibshirani 1993, equation 13.5) of the replicates that
// are defined. NaN if more than one in twenty is not: what the rest says would be the answer to another question.
func PercentileInterval(draws []float64, level float64) (low, high float64) {
	defined := make([]float64, 0, len(draws))
	for _, x := range draws {
		if !math.IsNaN(x) {
			defined = append(defined, x)
		}
	}
	if len(defined) == 0 || 20*(len(draws)-len(defined)) > len(draws) {
		return math.NaN(), math.NaN()
	}
	slices.Sort(defined)
	return Quantile(defined, (1-level)/2), Quantile(defined, (1+level)/2)
}

package stats

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func benchmarkDrivers(p int) Drivers {
	source := rand.New(rand.NewPCG(1, uint64(p)))
	rows := make([][]float64, 1000)
	for i := range rows {
		rows[i] = make([]float64, p+1)
		shared := source.NormFloat64()
		for j := range rows[i] {
			rows[i][j] = shared + source.NormFloat64()
		}
	}
	return lastIsOutcome(rows)
}

func BenchmarkLMG(b *testing.B) {
	for _, p := range []int{5, 10, 14, 18, 20} {
		d := benchmarkDrivers(p)
		b.Run(fmt.Sprintf("drivers=%d", p), func(b *testing.B) {
			for b.Loop() {
				if _, err := d.LMG(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkRelativeWeights(b *testing.B) {
	for _, p := range []int{10, 20, 40} {
		d := benchmarkDrivers(p)
		b.Run(fmt.Sprintf("drivers=%d", p), func(b *testing.B) {
			for b.Loop() {
				if _, err := d.RelativeWeights(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

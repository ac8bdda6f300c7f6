package main

import (
	"math"
	"math/rand/v2"
)

// dimensions is the number of clusters that the items belong to.
const dimensions = 4

// Of the variance of an answer, this much is a person's general view and this much the view of the dimension; the rest is
// the item's own.
const (
	general   = .35
	dimension = .15
)

func source(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 2026)) }

// views returns what n people think of each item, in standard deviations around the audience's mean, which it is exactly.
// The general view of a person may be given.
func views(r *rand.Rand, n int, generalView func(person int) float64) [][]float64 {
	list := items()
	people := make([][]float64, n)
	for p := range people {
		g := generalView(p)
		var cluster [dimensions]float64
		for k := range cluster {
			cluster[k] = r.NormFloat64()
		}
		people[p] = make([]float64, len(list))
		for i, it := range list {
			own := math.Sqrt(1-general-dimension) * r.NormFloat64()
			people[p][i] = math.Sqrt(general)*g + math.Sqrt(dimension)*cluster[it.dimension] + own
		}
	}
	centre(people)
	return people
}

// centre takes the mean from every column: the small leadership team shall think on average what the table says.
func centre(people [][]float64) {
	for i := range people[0] {
		sum := 0.0
		for _, p := range people {
			sum += p[i]
		}
		for _, p := range people {
			p[i] -= sum / float64(len(people))
		}
	}
}

// rating is an opinion as an answer on a scale: rounded, and cut off at the ends.
func rating(opinion float64, low, high int) int {
	return min(max(int(math.Round(opinion)), low), high)
}

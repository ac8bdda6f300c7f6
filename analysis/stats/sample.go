package stats

import (
	"math"
	"slices"
)

// Sample is the weighted frequency table of one variable in one sample: all that the estimators of this package need.
// It can be added up from parts of a file, and its size does not grow with the number of rows.
//
// The slices are parallel: Count[k] values equal Values[k]; their weights sum to Weight[k], the squares of their weights
// to Weight2[k]. Values are distinct and ascending. A value with Count 0 may stand in the table.
type Sample struct {
	Values  []float64
	Count   []int
	Weight  []float64
	Weight2 []float64

	// Clusters holds the values of each cluster that has any; nil: values were sampled one by one.
	Clusters []ClusterCells
	// Population is the size of the finite population that was sampled without replacement; 0: none.
	Population int
}

// NewSample tabulates values and their weights (nil: all 1). It panics if their numbers differ.
func NewSample(values, weights []float64) Sample {
	return tabulate(values, weights, nil)
}

// NewClusteredSample tabulates values that were sampled in clusters, with the name of each value's cluster.
func NewClusteredSample(values, weights []float64, clusters []string) Sample {
	if len(clusters) != len(values) {
		panic("stats: every value needs a cluster")
	}
	return tabulate(values, weights, clusters)
}

func tabulate(values, weights []float64, clusters []string) Sample {
	if weights != nil && len(weights) != len(values) {
		panic("stats: every value needs a weight")
	}
	s := Sample{Values: slices.Clone(values)}
	slices.Sort(s.Values)
	s.Values = slices.Compact(s.Values)
	s.Count = make([]int, len(s.Values))
	s.Weight, s.Weight2 = make([]float64, len(s.Values)), make([]float64, len(s.Values))
	number := map[string]int{}
	for i, x := range values {
		w := 1.0
		if weights != nil {
			w = weights[i]
		}
		k, _ := slices.BinarySearch(s.Values, x)
		s.Count[k]++
		s.Weight[k] += w
		s.Weight2[k] += w * w
		if clusters == nil {
			continue
		}
		c, known := number[clusters[i]]
		if !known {
			c = len(number)
			number[clusters[i]] = c
			s.Clusters = append(s.Clusters, nil)
		}
		s.Clusters[c] = s.Clusters[c].Add(k, 1, w)
	}
	return s
}

// N returns the unweighted number of values.
func (s Sample) N() int {
	n := 0
	for _, c := range s.Count {
		n += c
	}
	return n
}

// WeightSum returns the sum of all weights.
func (s Sample) WeightSum() float64 { return sum(s.Weight) }

// NEffective returns Kish's effective number of values, (Σw)²/Σw²; NaN of an empty sample (Kish 1965, section 11.2).
func (s Sample) NEffective() float64 {
	w := s.WeightSum()
	return w * w / sum(s.Weight2)
}

// IsCensus reports whether every member of a finite population is in the sample.
func (s Sample) IsCensus() bool { return s.Population > 0 && s.N() == s.Population }

// DF returns the degrees of freedom of a mean: n − 1, or C − 1 with C clusters.
func (s Sample) DF() float64 {
	if s.Clusters != nil {
		return float64(len(s.Clusters) - 1)
	}
	return float64(s.N() - 1)
}

// mean returns the weighted mean of a score of the values; NaN of an empty sample.
func (s Sample) mean(score func(float64) float64) float64 {
	total := 0.0
	for k, x := range s.Values {
		if s.Count[k] > 0 {
			total += s.Weight[k] * score(x)
		}
	}
	return total / s.WeightSum()
}

// Variance returns the weighted variance s² = n/(n−1)·Σw(x−m)²/Σw, as survey::svyvar of R does; NaN for n < 2.
// It describes the values, not the sampling, so clusters do not enter: n is the number of values with them too.
// gonum's weighted variance takes weights for counts of values and is another figure.
func (s Sample) Variance() float64 {
	n := float64(s.N())
	if n < 2 {
		return math.NaN()
	}
	if s.constant() {
		return 0
	}
	m := s.mean(identity)
	total := 0.0
	for k, x := range s.Values {
		total += s.Weight[k] * (x - m) * (x - m)
	}
	return n / (n - 1) * total / s.WeightSum()
}

// SD returns the square root of Variance.
func (s Sample) SD() float64 { return math.Sqrt(s.Variance()) }

// constant reports whether all values are equal: decided on counts, so that rounding cannot turn 0 into 1e-17.
func (s Sample) constant() bool {
	distinct := 0
	for _, c := range s.Count {
		if c > 0 {
			distinct++
		}
	}
	return distinct < 2
}

func identity(x float64) float64 { return x }

func sum(x []float64) float64 {
	total := 0.0
	for _, v := range x {
		total += v
	}
	return total
}

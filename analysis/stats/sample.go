package stats

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

	// Clusters holds, for each cluster that has a value, the weight at each of Values; nil: values were sampled one by one.
	Clusters [][]float64
	// Population is the size of the finite population that was sampled without replacement; 0: none.
	Population int
}

package chart

// looks are the colours and shapes of series, as numbers: whoever is in several charts of a report keeps one. Nil: each has that of its
// place.
type looks []int

// at returns the look of a series.
func (l looks) at(series int) int {
	if l == nil {
		return series
	}
	return l[series]
}

// looksFrom are so many looks from the first on.
func looksFrom(first, count int) looks {
	l := make(looks, count)
	for k := range l {
		l[k] = first + k
	}
	return l
}

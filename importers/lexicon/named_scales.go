package lexicon

import (
	"slices"

	"github.com/cxgap/cxgap/analysis/study"
)

// namedFromZero returns the ends of such a scale, if points are those of one that legends name: as an interval, or by words at both ends that
// are opposite. "0 = do not use it, 5 = good" names none.
func namedFromZero(legends []Legend, points []float64) (low, high float64, are bool) {
	if len(points) == 0 || slices.Min(points) != 0 {
		return 0, 0, false
	}
	high = slices.Max(points)
	if !slices.ContainsFunc(fromZero(), func(s study.Scale) bool { return s.High == high }) {
		return 0, 0, false
	}
	return 0, high, slices.ContainsFunc(legends, func(l Legend) bool { return slices.Contains(l.ends, 0) || l.meaning(0)*l.meaning(high) < 0 })
}

// NamedEnds returns the ends of a scale that question texts name, if they are the ends of a family.
func NamedEnds(asked []Heading) (low, high float64, named bool) {
	low, high, _, named = namedScale(asked)
	return low, high, named
}

// namedScale returns the ends of a scale that question texts name, if they are the ends of a family, and the numbers outside it of which
// they say that they stand for no answer: "1-5, 9 = don't know".
func namedScale(asked []Heading) (low, high float64, apart []float64, named bool) {
	var legends []Legend
	for _, h := range asked {
		if l := h.Legend(); len(l.Points)+len(l.ends) > 0 {
			legends = append(legends, l)
		}
	}
	if len(legends) == 0 {
		return 0, 0, nil, false
	}
	return scaleOfLegends(legends)
}

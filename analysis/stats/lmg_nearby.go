package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// NearbyLMG evaluates LMG of correlations near those of a sample, as resamples have them, without a walk over all subsets: for 20
// drivers some 2^20 subsets give way to the 6p orders of entry of three circles. An average over a few orders S is an estimate of LMG, the
// average over all, and what it lacks is known at the sample, in value and in slope:
//
//	LMG(R) ≈ S(R) + (LMG − S)(R₀) + (D − D_S)·(R − R₀)
//
// with D the derivative over many orders. It is a control variate: right at R₀ to first order, and to second order what S has of
// LMG's curvature. The values sum to R² for any R, because in each order they do, and those that noise would put below 0 are
// taken from the others in proportion. Farther than mostNearby it is the walk.
type NearbyLMG struct {
	at      Drivers
	circles []circle
	gap     []float64   // by driver: LMG − S at the sample
	slope   [][]float64 // by driver: D − D_S by pair of variables, as pairs numbers them
}

const (
	// mostNearby is the distance of a correlation beyond which a resample is walked: some four hundred respondents move one of twenty so
	// far, however high the correlations are.
	mostNearby = 0.15

	// sampleCircles is the number of circles whose orders a resample is averaged over: of three the bounds of drivers without effect
	// are off by half as much as of one, of four not by less, for time in proportion.
	sampleCircles = 3

	// slopeCircles is the number of circles whose orders the derivative is averaged over: its error moves the bounds of an interval by
	// less than the chance in a thousand resamples does.
	slopeCircles = 32
)

// NewNearbyLMG prepares LMG around the correlations of a sample, whose LMG it is given.
func NewNearbyLMG(d Drivers, lmg []float64) *NearbyLMG {
	many := circlesOf(len(d.With), slopeCircles)
	n := &NearbyLMG{at: d, circles: many[:sampleCircles], gap: slices.Clone(lmg)}
	floats.Sub(n.gap, d.overOrders(n.circles))
	few := d.slopeOverOrders(n.circles)
	n.slope = d.slopeOverOrders(many)
	for j := range n.slope {
		floats.Sub(n.slope[j], few[j])
	}
	return n
}

// Drivers returns the number of drivers.
func (n *NearbyLMG) Drivers() int { return len(n.at.With) }

// LMG returns LMG of other correlations of the same drivers. The error is a *CollinearError.
func (n *NearbyLMG) LMG(d Drivers) ([]float64, error) {
	moved, farthest := n.moved(d)
	if !(farthest <= mostNearby) {
		return d.LMG()
	}
	if err := d.Collinear(); err != nil {
		return nil, err
	}
	lmg := d.overOrders(n.circles)
	total, positive := 0.0, 0.0
	for j := range lmg {
		x := lmg[j] + n.gap[j] + floats.Dot(n.slope[j], moved)
		lmg[j] = math.Max(0, x)
		total += x
		positive += lmg[j]
	}
	if total < positive {
		floats.Scale(math.Max(0, total)/positive, lmg)
	}
	return lmg, nil
}

// moved returns the differences to the sample's correlations by pair, and the largest distance. The distance of two correlations is
// |r − r₀| / (1 − r·r₀), the tangent of that of Fisher's z: chance moves it alike whether they are high or low, where a correlation
// of .95 hardly seems to move at all.
func (n *NearbyLMG) moved(d Drivers) (by []float64, farthest float64) {
	p := len(d.With)
	by = make([]float64, 0, p*(p+1)/2)
	enter := func(r, sample float64) {
		by = append(by, r-sample)
		farthest = max(farthest, math.Abs(r-sample)/(1-r*sample)) // NaN stays
	}
	for a := range p {
		for b := a + 1; b < p; b++ {
			enter(d.Among.At(a, b), n.at.Among.At(a, b))
		}
		enter(d.With[a], n.at.With[a])
	}
	return by, farthest
}

// overOrders returns each driver's gain in R², averaged over the orders of some circles.
func (d Drivers) overOrders(circles []circle) []float64 {
	p := len(d.With)
	gain, places, ends := make([]float64, p), make([]float64, 2*p), runEnds(p)
	l := newRunLattice(p)
	for _, c := range circles {
		l.turn(d, c)
		clear(places)
		for size := 1; size <= p; size++ {
			if size > 1 {
				l.lengthen(size)
			}
			for from, r2 := range l.r2 {
				for _, end := range ends[size] {
					places[from+end.place] += end.times * r2
				}
			}
		}
		for place, x := range places {
			gain[c[place%p]] += x
		}
	}
	floats.Scale(1/float64(len(circles)), gain)
	return gain
}

// slopeOverOrders returns the derivative of overOrders by pair of variables. With u_S = (−β_S, 1) the coefficients of what the drivers S
// leave of the outcome, 1 − R²(S) is u_Sᵀ R u_S, and as β_S minimises it its derivative is u_S u_Sᵀ.
func (d Drivers) slopeOverOrders(circles []circle) [][]float64 {
	p := len(d.With)
	slope := make([][]float64, p)
	for j := range slope {
		slope[j] = make([]float64, p*(p+1)/2)
	}
	e, ends := newEntry(p), runEnds(p)
	residual, products := make([]float64, p+1), make([]float64, p*(p+1)/2)
	for _, c := range circles {
		e.turn(d, c)
		for from := range c {
			e.enter(from)
			clear(residual)
			residual[p] = 1
			for s := range c {
				e.take(residual, s)
				pairsOf(products, residual)
				for _, end := range ends[s+1] {
					floats.AddScaled(slope[c[(from+end.place)%p]], -end.times, products)
				}
			}
		}
	}
	for _, by := range slope {
		floats.Scale(2/float64(len(circles)), by) // a pair stands twice in a symmetric matrix
	}
	return slope
}

// pairsOf fills in u_a·u_b for all pairs a < b.
func pairsOf(products, u []float64) {
	for a, x := range u {
		rest := u[a+1:]
		floats.ScaleTo(products[:len(rest)], x, rest)
		products = products[len(rest):]
	}
}

package stats

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/floats"
)

// NearbyLMG evaluates LMG of correlations near those of a sample, as resamples have them, without a walk over all subsets: for 20
// drivers some 2^20 subsets give way to 6p orders of entry. An average over a few orders S is an estimate of LMG, the average over all, and
// what it lacks is known at the sample, in value and in slope:
//
//	LMG(R) ≈ S(R) + (LMG − S)(R₀) + (D − D_S)·(R − R₀)
//
// with D the derivative over many orders. It is a control variate: right at R₀ to first order, and to second order what S has of
// LMG's curvature. The values sum to R² for any R, because in each order they do, and those that noise would put below 0 are
// taken from the others in proportion. Farther than mostNearby it is the walk.
type NearbyLMG struct {
	at     Drivers
	orders []entryOrder
	gap    []float64   // by driver: LMG − S at the sample
	slope  [][]float64 // by driver: D − D_S by pair of variables, as pairs numbers them
}

// entryOrder is an order in which the drivers enter.
type entryOrder []int

const (
	// mostNearby is the distance of a correlation beyond which a resample is walked: some four hundred respondents move one of twenty so
	// far, however high the correlations are.
	mostNearby = 0.15

	// sampleSquares is the number of squares of orders that a resample is averaged over: of three the bounds of drivers without effect
	// are off by half as much as of one, of four not by less, for time in proportion.
	sampleSquares = 3

	// slopeSquares is the number of squares of orders that the derivative is averaged over: its error moves the bounds of an interval by
	// less than the chance in a thousand resamples does.
	slopeSquares = 32
)

// NewNearbyLMG prepares LMG around the correlations of a sample, whose LMG it is given.
func NewNearbyLMG(d Drivers, lmg []float64) *NearbyLMG {
	p := len(d.With)
	n := &NearbyLMG{at: d, gap: slices.Clone(lmg)}
	for square := range sampleSquares {
		n.orders = append(n.orders, squareOfOrders(p, square)...)
	}
	few, slope := d.overOrders(n.orders)
	for j, x := range few {
		n.gap[j] -= x
	}
	var many []entryOrder
	for square := range slopeSquares {
		many = append(many, squareOfOrders(p, square)...)
	}
	_, n.slope = d.overOrders(many)
	for j := range n.slope {
		for i, x := range slope[j] {
			n.slope[j][i] -= x
		}
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
	lmg := make([]float64, len(d.With))
	e := newEntry(len(d.With))
	for _, order := range n.orders {
		e.enter(d, order)
		for s, j := range order {
			lmg[j] += e.gain[s]
		}
	}
	total, positive := 0.0, 0.0
	for j := range lmg {
		x := lmg[j]/float64(len(n.orders)) + n.gap[j]
		for i, slope := range n.slope[j] {
			x += slope * moved[i]
		}
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

// squareOfOrders returns 2p orders in which every driver stands twice in every place: a Latin square that is balanced for
// neighbours too (Williams 1949), its drivers shuffled, and each order backwards.
func squareOfOrders(p, number int) []entryOrder {
	labels := rand.New(rand.NewPCG(uint64(p), uint64(number))).Perm(p)
	var orders []entryOrder
	for shift := range p {
		order := make(entryOrder, p)
		for i := range order {
			at := i / 2
			if i%2 == 1 {
				at = p - (i+1)/2
			}
			order[i] = labels[(at+shift)%p]
		}
		backwards := slices.Clone(order)
		slices.Reverse(backwards)
		orders = append(orders, order, backwards)
	}
	return orders
}

// overOrders returns each driver's gain in R², averaged over some orders, and its derivative by pair of variables. With
// u_S = (−β_S, 1) the coefficients of what the drivers S leave of the outcome, 1 − R²(S) is u_Sᵀ R u_S, and as β_S minimises it
// its derivative is u_S u_Sᵀ.
func (d Drivers) overOrders(orders []entryOrder) (gain []float64, slope [][]float64) {
	p := len(d.With)
	gain, slope = make([]float64, p), make([][]float64, p)
	for j := range slope {
		slope[j] = make([]float64, p*(p+1)/2)
	}
	e := newEntry(p)
	residual := make([]float64, p+1) // u_S
	for _, order := range orders {
		e.enter(d, order)
		clear(residual)
		residual[p] = 1
		for s, j := range order {
			gain[j] += e.gain[s]
			e.take(residual, order, s)
			addPairs(slope[j], residual, -1)
			if s+1 < p {
				addPairs(slope[order[s+1]], residual, 1)
			}
		}
	}
	for j := range gain {
		gain[j] /= float64(len(orders))
		for i := range slope[j] {
			slope[j][i] *= 2 / float64(len(orders)) // a pair stands twice in a symmetric matrix
		}
	}
	return gain, slope
}

// addPairs adds sign·u_a·u_b for all pairs a < b.
func addPairs(to, u []float64, sign float64) {
	for a, x := range u {
		rest := u[a+1:]
		row := to[:len(rest)]
		if x *= sign; x != 0 {
			for b, y := range rest {
				row[b] += x * y
			}
		}
		to = to[len(rest):]
	}
}

// entry is the memory of one order of entry: an elimination without roots, L D Lᵀ.
type entry struct {
	p       int
	rest    []float64 // partial covariances of the drivers to come, row by row from the diagonal on, p+1 wide: the outcome last
	gain    []float64 // in R², by place
	inverse []float64 // rows of L⁻¹, p wide: what the drivers before leave of each
}

func newEntry(p int) *entry {
	return &entry{p: p, rest: make([]float64, p*(p+1)), gain: make([]float64, p), inverse: make([]float64, p*p)}
}

// enter lets the drivers enter in an order.
func (e *entry) enter(d Drivers, order entryOrder) {
	p, width := e.p, e.p+1
	raw := d.Among.RawSymmetric()
	for s, j := range order {
		row := e.rest[s*width : (s+1)*width]
		for t := s; t < p; t++ {
			a, b := j, order[t]
			if a > b {
				a, b = b, a
			}
			row[t] = raw.Data[a*raw.Stride+b]
		}
		row[p] = d.With[j]
	}
	for s := range p {
		pivot := e.rest[s*width+s : (s+1)*width]
		inverse := 1 / pivot[0]
		y := pivot[len(pivot)-1]
		e.gain[s] = y * y * inverse
		for t := s + 1; t < p; t++ {
			by := pivot[t-s:]
			f := by[0] * inverse
			row := e.rest[t*width+t : t*width+t+len(by)]
			for i, x := range by {
				row[i] -= f * x
			}
		}
	}
}

// take turns the residual of the first s drivers of the order last entered into that of one more.
func (e *entry) take(residual []float64, order entryOrder, s int) {
	width := e.p + 1
	own := e.inverse[s*e.p : s*e.p+s+1]
	clear(own)
	own[s] = 1
	for k := range s {
		f := e.rest[k*width+s] / e.rest[k*width+k]
		for i, x := range e.inverse[k*e.p : k*e.p+k+1] {
			own[i] -= f * x
		}
	}
	f := e.rest[s*width+e.p] / e.rest[s*width+s]
	for i, x := range own {
		residual[order[i]] -= f * x
	}
}

package stats

import "math/rand/v2"

// circle is an arrangement of the drivers around a table. It stands for 2p orders of entry: one begins with each driver and takes the next on
// its left and on its right by turns, p−1 … 3 1 0 2 4 …, and there is each of them backwards. They are a Latin square that is balanced for neighbours
// too (Williams 1949), twice: every driver stands twice in every place, and as often before every other as after it.
//
// Whoever has entered is a run of neighbours, in both kinds of order, and each of the p(p−1)+1 runs comes twice. So R² of the runs, p
// eliminations, tells what 2p orders would.
type circle []int

// circlesOf returns so many circles of p drivers.
func circlesOf(p, number int) []circle {
	circles := make([]circle, number)
	for i := range circles {
		circles[i] = rand.New(rand.NewPCG(uint64(p), uint64(i))).Perm(p)
	}
	return circles
}

// runEnd is a driver at an end of a run, or beside it.
type runEnd struct {
	place int     // from the beginning of the run
	times float64 // how often R² of the run is in the driver's gain, averaged over the orders
}

// runEnds returns by size who has R² of a run in its gain: who comes last into the run, and, taken off, who comes next. Of an odd number the
// last is the rightmost, and the left neighbour comes next; of an even number it is the other way round. Backwards it is the number of the others
// that counts, who are not there yet.
func runEnds(p int) [][]runEnd {
	ends := make([][]runEnd, p+1)
	share := 1 / float64(2*p)
	for size := 1; size < p; size++ {
		for _, entered := range [2]int{size, p - size} {
			last, next := 0, size
			if entered%2 == 1 {
				last, next = size-1, p-1
			}
			ends[size] = append(ends[size], runEnd{last, share}, runEnd{next, -share})
		}
	}
	ends[p] = []runEnd{{0, 2 * share}} // everybody comes last once in each direction, and a run of all begins with each
	return ends
}

// entry lets the drivers of a circle enter one after the other: an elimination without roots, L D Lᵀ.
type entry struct {
	p       int
	circle  circle
	turned  []float64 // the correlations in the order of the circle, 2p wide: twice around; the outcome in a column of its own behind them
	rest    []float64 // partial covariances of the drivers to come, row by row from the diagonal on, p+1 wide: the outcome last
	from    int       // who entered first
	gain    []float64 // in R², by place
	inverse []float64 // rows of L⁻¹, p wide: what the drivers before leave of each
}

func newEntry(p int) *entry {
	return &entry{p: p, turned: make([]float64, p*(2*p+1)), rest: make([]float64, p*(p+1)), gain: make([]float64, p), inverse: make([]float64, p*p)}
}

// turn takes the correlations in the order of a circle.
func (e *entry) turn(d Drivers, c circle) {
	e.circle = c
	for s, i := range c {
		row := e.turned[s*(2*e.p+1):][:2*e.p+1]
		for t, j := range c {
			r := d.Among.At(i, j)
			row[t], row[e.p+t] = r, r
		}
		row[2*e.p] = d.With[i]
	}
}

// enter lets the drivers enter around the circle, beginning with the one at a place.
func (e *entry) enter(from int) {
	p, width := e.p, e.p+1
	e.from = from
	for s := range p {
		at := (from + s) % p
		turned, row := e.turned[at*(2*p+1):], e.rest[s*width:(s+1)*width]
		copy(row[s:p], turned[at:])
		row[p] = turned[2*p]
	}
	s := 0
	for ; s+1 < p; s += 2 { // two at a time: the rows to come are loaded and stored once for both
		one, two := e.rest[s*width+s:(s+1)*width], e.rest[(s+1)*width+s+1:(s+2)*width]
		first := e.explain(s, one)
		f := one[1] * first
		for i, x := range one[1:] {
			two[i] -= f * x
		}
		second := e.explain(s+1, two)
		for t := s + 2; t < p; t++ {
			by, and := one[t-s:], two[t-s-1:]
			f, g := by[0]*first, and[0]*second
			row := e.rest[t*width+t:][:len(by)]
			and = and[:len(by)]
			for i, x := range by {
				row[i] -= f*x + g*and[i]
			}
		}
	}
	if s < p {
		e.explain(s, e.rest[s*width+s:(s+1)*width])
	}
}

// explain fills in the gain of a driver from its row, and returns the inverse of its pivot.
func (e *entry) explain(s int, row []float64) float64 {
	inverse := 1 / row[0]
	y := row[len(row)-1]
	e.gain[s] = y * y * inverse
	return inverse
}

// take turns the residual of the first s drivers to enter into that of one more.
func (e *entry) take(residual []float64, s int) {
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
		residual[e.circle[(e.from+i)%e.p]] -= f * x
	}
}

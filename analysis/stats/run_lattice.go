package stats

// runLattice finds R² of all runs of a circle together. What the drivers between two leave of the first and of the last of a run tells both of the
// runs that are longer by one at either end: Levinson's recursion (1947) as a lattice of residuals forward and backward, for correlations that
// are not those of a series. That is p³ products a circle, where an elimination from each driver on takes p⁴/6.
type runLattice struct {
	p       int
	forward []float64 // by driver, p wide: what those behind it in its run leave of it, its variance first, then its covariance with each who follows
	back    []float64 // the same of what those before it in the run that it ends leave of it
	fore    []float64 // by driver: covariance of the former with the outcome
	aft     []float64 // of the latter
	r2      []float64 // of the run that begins with a driver
}

func newRunLattice(p int) *runLattice {
	return &runLattice{p: p, forward: make([]float64, p*p), back: make([]float64, p*p), fore: make([]float64, p), aft: make([]float64, p), r2: make([]float64, p)}
}

// turn takes the correlations in the order of a circle; the runs are of one driver each.
func (l *runLattice) turn(d Drivers, c circle) {
	p := l.p
	for s, i := range c {
		row := l.forward[s*p:][:p]
		for o := range row {
			row[o] = d.Among.At(i, c[(s+o)%p])
		}
		l.fore[s] = d.With[i]
		l.r2[s] = d.With[i] * d.With[i] / row[0]
	}
	copy(l.back, l.forward)
	copy(l.aft, l.fore)
}

// lengthen makes all runs longer by one, to so many drivers.
func (l *runLattice) lengthen(size int) {
	p, m := l.p, size-1
	for first := range p {
		last := (first + m) % p
		forward, back := l.forward[first*p:][:p], l.back[last*p:][:p]
		among := forward[m] // of the two ends, given those between them
		f, b := among/back[0], among/forward[0]
		forward[0], back[0] = forward[0]-f*among, back[0]-b*among
		behind := forward[m+1:]
		beyond := back[1:][:len(behind)]
		for k, x := range behind {
			y := beyond[k]
			behind[k], beyond[k] = x-f*y, y-b*x
		}
		x, y := l.fore[first], l.aft[last]
		l.fore[first], l.aft[last] = x-f*y, y-b*x
		l.r2[first] += l.aft[last] * l.aft[last] / back[0]
	}
}

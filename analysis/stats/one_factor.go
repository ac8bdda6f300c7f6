package stats

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// oneFactor is the maximum likelihood factor model of a correlation matrix S with one factor, Σ = λλᵀ + Ψ. For given uniquenesses
// ψ the best loadings are known (Lawley & Maxwell 1971, section 4.3): with θ and u the largest eigenvalue and vector of
// Ψ^−½·S·Ψ^−½, λ = Ψ^½·u·√(θ−1). So the uniquenesses alone are sought, by their logarithms x, where
//
//	f = Σx + log θ + Σ e^−x − θ + 1        f is −2/n log likelihood, without log|S|: S may be singular
//	∂f/∂x_i = 1 − e^−x_i + (θ−1)·u_i²
//
// between leastUniqueness and 1.
type oneFactor struct {
	s *mat.SymDense
	x []float64 // log uniquenesses

	f        float64
	gradient []float64
	theta    float64
	u        []float64
}

// leastUniqueness bounds the uniquenesses, as R's factanal does.
const leastUniqueness = 0.005

// heywoodStarts is the largest number of items whose uniqueness is tried at its bound: where there are more items, those that
// have most in common with the others.
const heywoodStarts = 4

// fitOneFactor returns the loadings and uniquenesses of the largest maximum of the likelihood that is found from several starts: the first
// principal component, and each item taking the whole factor (a Heywood case). Of items with little in common the likelihood is
// flat and has several maxima.
func fitOneFactor(s *mat.SymDense) (loadings, unique []float64) {
	best := newOneFactor(s, principalStart(s))
	best.descend(nil)
	for _, i := range commonest(s, heywoodStarts) {
		other := newOneFactor(s, heywoodStart(s, i))
		other.descend(best)
		if other.f < best.f && !other.leadsTo(best) {
			best = other
		}
	}
	return best.solution()
}

// principalStart returns uniquenesses as of the first principal component.
func principalStart(s *mat.SymDense) []float64 {
	k := s.SymmetricDim()
	theta, u := largestEigen(s, nil)
	unique := make([]float64, k)
	for i := range unique {
		unique[i] = 1 - 0.8*theta*u[i]*u[i]
	}
	return unique
}

// heywoodStart returns uniquenesses where the factor is one of the items.
func heywoodStart(s *mat.SymDense, item int) []float64 {
	unique := make([]float64, s.SymmetricDim())
	for i := range unique {
		unique[i] = 1 - s.At(i, item)*s.At(i, item)
	}
	return unique
}

// commonest returns the items that have most in common with the others.
func commonest(s *mat.SymDense, most int) []int {
	k := s.SymmetricDim()
	order, common := make([]int, k), make([]float64, k)
	for i := range k {
		order[i] = i
		for j := range k {
			common[i] += s.At(i, j) * s.At(i, j)
		}
	}
	sortByValue(order, common)
	slices.Reverse(order)
	return order[:min(k, most)]
}

func sortByValue(order []int, values []float64) {
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case values[a] < values[b]:
			return -1
		case values[a] > values[b]:
			return 1
		}
		return 0
	})
}

func newOneFactor(s *mat.SymDense, unique []float64) *oneFactor {
	m := &oneFactor{s: s, x: make([]float64, len(unique))}
	for i, u := range unique {
		m.x[i] = boundedLog(math.Log(math.Max(u, leastUniqueness)))
	}
	m.evaluate()
	return m
}

func boundedLog(x float64) float64 { return math.Min(0, math.Max(math.Log(leastUniqueness), x)) }

// evaluate computes the function and its gradient at x.
func (m *oneFactor) evaluate() {
	k := len(m.x)
	scaled := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			scaled.SetSym(i, j, m.s.At(i, j)*math.Exp(-(m.x[i]+m.x[j])/2))
		}
	}
	m.theta, m.u = largestEigen(scaled, m.u)
	m.f, m.gradient = math.Log(m.theta)-m.theta+1, make([]float64, k)
	for i, x := range m.x {
		m.f += x + math.Exp(-x)
		m.gradient[i] = 1 - math.Exp(-x) + (m.theta-1)*m.u[i]*m.u[i]
	}
}

// largestEigen returns the largest eigenvalue of a correlation-like matrix and its vector: by powers of the matrix from a vector near it, where
// there is one and the next eigenvalue is far enough, which for a few items takes a tenth of the time of all eigenvalues.
func largestEigen(s *mat.SymDense, near []float64) (theta float64, u []float64) {
	k := s.SymmetricDim()
	u = make([]float64, k)
	if near != nil {
		if theta, found := powers(s, near, u); found {
			return theta, u
		}
	}
	var eigen mat.EigenSym
	eigen.Factorize(s, true)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	for i := range u {
		u[i] = vectors.At(i, k-1)
	}
	return eigen.Values(nil)[k-1], u
}

// powers multiplies a vector by the matrix until it is turned no more; false if that takes long.
func powers(s *mat.SymDense, from, u []float64) (theta float64, found bool) {
	const steps, turned = 60, 4e-15
	copy(u, from)
	raw, k := s.RawSymmetric(), len(u)
	product := make([]float64, k)
	for range steps {
		square := 0.0
		for i := range k {
			product[i] = 0
			for j := range k {
				product[i] += raw.Data[min(i, j)*raw.Stride+max(i, j)] * u[j]
			}
			square += product[i] * product[i]
		}
		theta = math.Sqrt(square)
		moved := 0.0
		for i := range k {
			next := product[i] / theta
			moved = math.Max(moved, math.Abs(next-u[i]))
			u[i] = next
		}
		if moved < turned {
			return theta, true
		}
	}
	return theta, false
}

// descend goes down by Fisher's scoring, G_ij = (δ_ij − u_i·u_j)², damped (Levenberg) and projected on the bounds, until no free
// gradient is left, no step goes down, or the way leads to a minimum that is known.
func (m *oneFactor) descend(known *oneFactor) {
	const steps, flat = 1000, 1e-10
	damping := 1e-6
	for range steps {
		free := m.free()
		if largestOf(m.gradient, free) < flat || m.leadsTo(known) {
			return
		}
		for ; ; damping *= 10 {
			if damping > 1e6 {
				return // within rounding of the minimum
			}
			next := &oneFactor{s: m.s, x: m.step(free, damping), u: m.u}
			next.evaluate()
			if m.above(next) {
				*m = *next
				damping = math.Max(1e-10, damping/100)
				break
			}
		}
	}
}

// leadsTo reports whether a known minimum is so near that the way ends there.
func (m *oneFactor) leadsTo(known *oneFactor) bool {
	const near = 0.05
	for i, x := range m.x {
		if known == nil || math.Abs(x-known.x[i]) > near {
			return false
		}
	}
	return true
}

// above reports whether the function is lower at the next place, or within rounding as low and flatter.
func (m *oneFactor) above(next *oneFactor) bool {
	rounding := 1e-14 * float64(len(m.x))
	return next.f < m.f-rounding || next.f <= m.f+rounding && largestOf(next.gradient, next.free()) < largestOf(m.gradient, m.free())
}

// free returns the uniquenesses that may move: not those at a bound which the gradient pushes against.
func (m *oneFactor) free() []int {
	var free []int
	for i, x := range m.x {
		low, high := x <= math.Log(leastUniqueness), x >= 0
		if !(low && m.gradient[i] > 0 || high && m.gradient[i] < 0) {
			free = append(free, i)
		}
	}
	return free
}

func largestOf(gradient []float64, free []int) float64 {
	largest := 0.0
	for _, i := range free {
		largest = math.Max(largest, math.Abs(gradient[i]))
	}
	return largest
}

func (m *oneFactor) step(free []int, damping float64) []float64 {
	n := len(free)
	g, down := mat.NewSymDense(n, nil), mat.NewVecDense(n, nil)
	for a, i := range free {
		for b := a; b < n; b++ {
			e := m.u[i] * m.u[free[b]]
			if a == b {
				e = 1 - e
			}
			g.SetSym(a, b, e*e)
		}
		g.SetSym(a, a, g.At(a, a)+damping)
		down.SetVec(a, -m.gradient[i])
	}
	var factor mat.Cholesky
	next := slices.Clone(m.x)
	if !factor.Factorize(g) {
		return next
	}
	// The largest step is one on the logarithm: farther the scoring matrix says nothing.
	if err := factor.SolveVecTo(down, down); err != nil {
		return next
	}
	for a, i := range free {
		next[i] = boundedLog(next[i] + math.Max(-1, math.Min(1, down.AtVec(a))))
	}
	return next
}

// solution returns the loadings, and the uniquenesses.
func (m *oneFactor) solution() (loadings, unique []float64) {
	loadings, unique = make([]float64, len(m.x)), make([]float64, len(m.x))
	for i, x := range m.x {
		unique[i] = math.Exp(x)
		loadings[i] = math.Sqrt(unique[i]*math.Max(0, m.theta-1)) * m.u[i]
	}
	return loadings, unique
}

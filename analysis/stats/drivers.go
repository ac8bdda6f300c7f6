package stats

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Drivers is what relative importance is computed from: the correlations of p drivers among each other and with an outcome.
type Drivers struct {
	Among *mat.SymDense // p × p, diagonal 1
	With  []float64     // by driver
}

// DriversOf takes drivers and outcome out of a correlation matrix.
func DriversOf(correlation *mat.SymDense, drivers []int, outcome int) Drivers {
	d := Drivers{Among: mat.NewSymDense(len(drivers), nil), With: make([]float64, len(drivers))}
	for a, i := range drivers {
		d.With[a] = correlation.At(i, outcome)
		for b := a; b < len(drivers); b++ {
			d.Among.SetSym(a, b, correlation.At(i, drivers[b]))
		}
	}
	return d
}

// CollinearError says that a driver is, within rounding, a linear combination of others.
type CollinearError struct {
	Driver int
	On     []int
}

func (e *CollinearError) Error() string {
	return fmt.Sprintf("driver %d is a linear combination of %v", e.Driver, e.On)
}

// smallestPivot is the share of a driver's variance that the drivers before it must leave unexplained (METHODS section 7).
const smallestPivot = 1e-8

// Collinear returns the first driver that depends on those before it, with these; nil if there is none.
func (d Drivers) Collinear() error {
	_, err := d.factor()
	return err
}

// factor returns the lower triangular L with LLᵀ = R, row by row. The error is a *CollinearError.
func (d Drivers) factor() ([]float64, error) {
	p := len(d.With)
	among := d.Among.RawSymmetric()
	l := make([]float64, p*p)
	for j := range p {
		own := l[j*p : j*p+j+1]
		for k := range j {
			before := l[k*p : k*p+k+1]
			own[k] = (among.Data[k*among.Stride+j] - floats.Dot(own[:k], before[:k])) / before[k]
		}
		pivot := among.Data[j*among.Stride+j] - floats.Dot(own[:j], own[:j])
		if !(pivot >= smallestPivot) {
			return nil, &CollinearError{Driver: j, On: dependsOn(l, p, j)}
		}
		own[j] = math.Sqrt(pivot)
	}
	return l, nil
}

// dependsOn solves for the coefficients of driver j on those before it and returns the ones that are not 0 within rounding.
func dependsOn(l []float64, p, j int) []int {
	b := make([]float64, j)
	for k := j - 1; k >= 0; k-- {
		b[k] = l[j*p+k]
		for i := k + 1; i < j; i++ {
			b[k] -= l[i*p+k] * b[i]
		}
		b[k] /= l[k*p+k]
	}
	var on []int
	for k, x := range b {
		if math.Abs(x) > 1e-4 {
			on = append(on, k)
		}
	}
	return on
}

// StandardisedFit is the regression of the outcome on all drivers, every variable with mean 0 and variance 1.
type StandardisedFit struct {
	Beta     []float64
	VIF      []float64 // variance inflation factor: diagonal of the inverse correlation matrix
	RSquared float64
}

// Regression returns β = R⁻¹r, the variance inflation factors diag(R⁻¹) and R² = rᵀR⁻¹r, by the inverse of R's Cholesky factor L:
// R⁻¹ = L⁻ᵀL⁻¹. The error is a *CollinearError.
func (d Drivers) Regression() (StandardisedFit, error) {
	l, err := d.factor()
	if err != nil {
		return StandardisedFit{}, err
	}
	p := len(d.With)
	fit := StandardisedFit{Beta: make([]float64, p), VIF: make([]float64, p)}
	inverse := make([]float64, p*p) // L⁻¹, row by row
	for i := range p {
		row := inverse[i*p : i*p+i+1]
		row[i] = 1
		for k := range i {
			floats.AddScaled(row[:k+1], -l[i*p+k], inverse[k*p:k*p+k+1])
		}
		floats.Scale(1/l[i*p+i], row)
		z := floats.Dot(row, d.With[:i+1])
		fit.RSquared += z * z
		floats.AddScaled(fit.Beta[:i+1], z, row)
		for j, x := range row {
			fit.VIF[j] += x * x
		}
	}
	return fit, nil
}

// Coefficients is Regression without the variance inflation factors, at half the price: with Lz = r, β = L⁻ᵀz and R² = zᵀz. The error is a
// *CollinearError.
func (d Drivers) Coefficients() (StandardisedFit, error) {
	l, err := d.factor()
	if err != nil {
		return StandardisedFit{}, err
	}
	p := len(d.With)
	fit := StandardisedFit{Beta: make([]float64, p)}
	for i := range p {
		z := (d.With[i] - floats.Dot(l[i*p:i*p+i], fit.Beta[:i])) / l[i*p+i]
		fit.Beta[i] = z
		fit.RSquared += z * z
	}
	for i := p - 1; i >= 0; i-- {
		fit.Beta[i] /= l[i*p+i]
		floats.AddScaled(fit.Beta[:i], -fit.Beta[i], l[i*p:i*p+i])
	}
	return fit, nil
}

// MaxLMGDrivers is the number of drivers up to which LMG is computed over all subsets.
const MaxLMGDrivers = 20

// LMG returns the Shapley value of R² (Lindeman, Merenda & Gold 1980, page 120; R package relaimpo): a driver's gain in R²,
// averaged over all orders in which the drivers can enter,
//
//	LMG_j = Σ_{S∌j} |S|!(p−|S|−1)!/p! · (R²(S∪j) − R²(S))
//
// The values are not negative and sum to R². It walks all 2^p subsets depth first; at each step the correlations of the
// drivers still to come are made partial to those already in, so that a subset costs a handful of operations on average.
// The error is a *CollinearError; more than MaxLMGDrivers drivers panic.
func (d Drivers) LMG() ([]float64, error) {
	if len(d.With) > MaxLMGDrivers {
		panic(fmt.Sprintf("stats: LMG of %d drivers", len(d.With)))
	}
	if err := d.Collinear(); err != nil {
		return nil, err
	}
	w := newSubsetWalk(d)
	p := len(d.With)
	if p < 3 {
		w.small()
	} else {
		w.visit(0, 0, 0, 0)
	}
	lmg := make([]float64, p)
	for j := range lmg {
		lmg[j] = w.with[j] - w.all
	}
	return lmg, nil
}

// subsetWalk adds up, over all subsets T of the drivers, what R²(T) contributes to every LMG: with
// c(k) = k!(p−k−1)!/p! driver j gets c(|T|−1)·R²(T) of a subset with it and −c(|T|)·R²(T) of a subset without it.
type subsetWalk struct {
	p       int
	weight  []float64   // c(k); c(p) = 0: the full set has no driver left to add
	both    []float64   // c(k−1)+c(k) of a set of k = size+1 drivers, by size
	partial [][]float64 // by depth: partial covariances of the drivers from depth on, row by row, p wide
	outcome [][]float64 // by depth: partial covariances with the outcome
	all     float64     // Σ_T c(|T|)·R²(T)
	with    []float64   // by driver: Σ_{T∋j} (c(|T|−1)+c(|T|))·R²(T)
}

func newSubsetWalk(d Drivers) *subsetWalk {
	p := len(d.With)
	w := &subsetWalk{p: p, weight: make([]float64, p+1), with: make([]float64, p)}
	for k := range p {
		// k!(p−k−1)!/p! = 1/(p·C(p−1, k))
		w.weight[k] = 1 / (float64(p) * binomial(p-1, k))
	}
	for size := range p {
		w.both = append(w.both, w.weight[size]+w.weight[size+1])
	}
	for range p + 1 {
		w.partial, w.outcome = append(w.partial, make([]float64, p*p)), append(w.outcome, make([]float64, p))
	}
	for i := range p {
		for j := range p {
			w.partial[0][i*p+j] = d.Among.At(i, j)
		}
		w.outcome[0][i] = d.With[i]
	}
	return w
}

func binomial(n, k int) float64 {
	c := 1.0
	for i := range k {
		c = c * float64(n-i) / float64(i+1)
	}
	return math.Round(c)
}

// visit decides on the drivers from j on, given a set of size drivers with its R²; the partial covariances given that set
// stand at depth. It returns the sum of (c(|T|−1)+c(|T|))·R²(T) over all sets T that it completes by at least one driver.
func (w *subsetWalk) visit(j, depth, size int, r2 float64) float64 {
	total := 0.0
	p := w.p
	from, outcome := w.partial[depth], w.outcome[depth]
	for ; j < p-3; j++ {
		pivot := from[j*p : j*p+p]
		f := outcome[j] / pivot[j]
		t := r2 + f*outcome[j]
		own := w.count(size, t)
		into, y := w.partial[j+1], w.outcome[j+1]
		for a := j + 1; a < p; a++ {
			y[a] = outcome[a] - f*pivot[a]
		}
		inverse := 1 / pivot[j]
		for a := j + 1; a < p; a++ {
			g := pivot[a] * inverse
			row, target, by := from[a*p+a:a*p+p], into[a*p+a:a*p+p], pivot[a:]
			for b := range target {
				target[b] = row[b] - g*by[b]
			}
		}
		own += w.visit(j+1, j+1, size+1, t)
		w.with[j] += own
		total += own
	}
	return total + w.lastThree(from, outcome, size, r2)
}

// count enters a set of size+1 drivers and returns what it adds for each of its drivers.
func (w *subsetWalk) count(size int, r2 float64) float64 {
	w.all += w.weight[size+1] * r2
	return w.both[size] * r2
}

// lastThree is visit for the last three drivers, without copies: seven of eight sets end here.
func (w *subsetWalk) lastThree(from, outcome []float64, size int, r2 float64) float64 {
	a := w.p - 3
	row := from[a*w.p+a:]
	saa, sab, sac := row[0], row[1], row[2]
	sbb, sbc, scc := row[w.p+1], row[w.p+2], row[2*w.p+2]
	ya, yb, yc := outcome[a], outcome[a+1], outcome[a+2]
	inverse := 1 / saa
	f, g, h := ya*inverse, sab*inverse, sac*inverse
	t := r2 + f*ya
	with := w.count(size, t) + w.lastPair(sbb-g*sab, sbc-g*sac, scc-h*sac, yb-f*sab, yc-f*sac, size+1, t)
	w.with[a] += with
	return with + w.lastPair(sbb, sbc, scc, yb, yc, size, r2)
}

// lastPair is visit for the last two drivers b and c, from their partial covariances.
func (w *subsetWalk) lastPair(sbb, sbc, scc, yb, yc float64, size int, r2 float64) float64 {
	f := yb / sbb
	rest := yc - f*sbc
	onlyB := r2 + f*yb
	onlyC := r2 + yc*yc/scc
	both := onlyB + rest*rest/(scc-sbc*sbc/sbb)
	w.all += w.weight[size+1]*(onlyB+onlyC) + w.weight[size+2]*both
	b, c, two := w.both[size]*onlyB, w.both[size]*onlyC, w.both[size+1]*both
	w.with[w.p-2] += b + two
	w.with[w.p-1] += c + two
	return b + c + two
}

// small is visit for fewer than three drivers in all.
func (w *subsetWalk) small() {
	from, outcome := w.partial[0], w.outcome[0]
	if w.p == 2 {
		w.lastPair(from[0], from[1], from[3], outcome[0], outcome[1], 0, 0)
	} else if w.p == 1 {
		w.with[0] += w.count(0, outcome[0]*outcome[0]/from[0])
	}
}

// RelativeWeights returns Johnson's (2000, equations 5 to 8) relative weights: with R = VΔVᵀ and Λ = V√ΔVᵀ, the
// correlations of the drivers with their closest orthogonal counterparts,
//
//	ε = (Λ∘Λ)(Λ⁻¹r ∘ Λ⁻¹r)
//
// They approximate LMG, sum to R², and cost a single eigendecomposition. The error is a *CollinearError.
func (d Drivers) RelativeWeights() ([]float64, error) {
	if err := d.Collinear(); err != nil {
		return nil, err
	}
	p := len(d.With)
	var eigen mat.EigenSym
	if !eigen.Factorize(d.Among, true) {
		return nil, fmt.Errorf("no eigenvalues of the correlation matrix")
	}
	values := eigen.Values(nil)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	root := make([]float64, p*p)
	coefficient := make([]float64, p) // Λ⁻¹r
	for k, value := range values {
		s := math.Sqrt(value)
		dot := 0.0
		for i := range p {
			dot += vectors.At(i, k) * d.With[i]
		}
		for i := range p {
			coefficient[i] += vectors.At(i, k) * dot / s
			for j := range p {
				root[i*p+j] += s * vectors.At(i, k) * vectors.At(j, k)
			}
		}
	}
	weights := make([]float64, p)
	for i := range p {
		for j := range p {
			l := root[i*p+j] * coefficient[j]
			weights[i] += l * l
		}
	}
	return weights, nil
}

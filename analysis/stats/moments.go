package stats

import (
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// Moments are the weighted sums and cross-products of k variables over rows that have a value of each. They can be added up
// from parts of a file, and their size does not grow with the number of rows.
//
// Values should be given relative to some origin in their midst (the middle of a scale): sums of squares far from 0 lose digits.
type Moments struct {
	N               int
	Weight, Weight2 float64
	Sum             []float64 // by variable: Σwx
	Product         []float64 // Σwxy, the upper triangle row by row: (0,0) … (0,k−1), (1,1) …
}

// NewMoments returns the empty moments of k variables.
func NewMoments(k int) *Moments {
	return &Moments{Sum: make([]float64, k), Product: make([]float64, k*(k+1)/2)}
}

// Add counts one row of k values with its weight.
func (m *Moments) Add(w float64, x []float64) {
	m.count(w)
	at := 0
	for i, xi := range x {
		wx := w * xi
		m.Sum[i] += wx
		row := m.Product[at : at+len(x)-i]
		for j, xj := range x[i:] {
			row[j] += wx * xj
		}
		at += len(row)
	}
}

// AddRows counts rows of k values each, which lie one behind the other, with their weights. Four rows are added at a time: each sum is
// loaded and stored once for them.
func (m *Moments) AddRows(weights, rows []float64) {
	k := len(m.Sum)
	for len(weights) >= 4 {
		m.addFour((*[4]float64)(weights), rows[:k], rows[k:2*k], rows[2*k:3*k], rows[3*k:4*k])
		weights, rows = weights[4:], rows[4*k:]
	}
	for i, w := range weights {
		m.Add(w, rows[i*k:(i+1)*k])
	}
}

func (m *Moments) addFour(w *[4]float64, a, b, c, d []float64) {
	for _, w := range w {
		m.count(w)
	}
	product := m.Product
	for i := range m.Sum {
		wa, wb, wc, wd := w[0]*a[i], w[1]*b[i], w[2]*c[i], w[3]*d[i]
		m.Sum[i] += wa + wb + wc + wd
		a, b, c, d := a[i:], b[i:], c[i:], d[i:]
		b, c, d = b[:len(a)], c[:len(a)], d[:len(a)]
		row := product[:len(a)]
		for j, x := range a {
			row[j] += wa*x + wb*b[j] + wc*c[j] + wd*d[j]
		}
		product = product[len(a):]
	}
}

// AddIndicators counts a row whose variables are 1 at the given ascending indices and else 0, but for the last, the value given.
func (m *Moments) AddIndicators(w float64, at []uint16, last float64) {
	m.count(w)
	k := len(m.Sum)
	wy := w * last
	for n, index := range at {
		i := int(index)
		m.Sum[i] += w
		row := m.Product[i*k-i*(i-1)/2-i:] // of (i, 0), were it in the triangle
		for _, j := range at[n:] {
			row[j] += w
		}
		row[k-1] += wy
	}
	m.Sum[k-1] += wy
	m.Product[len(m.Product)-1] += wy * last
}

func (m *Moments) count(w float64) {
	m.N++
	m.Weight += w
	m.Weight2 += w * w
}

// Merge adds the rows of another part, their weights taken times over; they are counted once.
func (m *Moments) Merge(part *Moments, times float64) {
	m.N += part.N
	m.Weight += times * part.Weight
	m.Weight2 += times * part.Weight2
	floats.AddScaled(m.Sum, times, part.Sum)
	floats.AddScaled(m.Product, times, part.Product)
}

// Reset empties the moments, so that their memory serves again.
func (m *Moments) Reset() {
	m.N, m.Weight, m.Weight2 = 0, 0, 0
	clear(m.Sum)
	clear(m.Product)
}

// at returns where the product of two variables stands.
func (m *Moments) at(i, j int) int {
	i, j = min(i, j), max(i, j)
	return i*len(m.Sum) - i*(i-1)/2 + j - i
}

// NEffective returns Kish's effective number of rows, (Σw)²/Σw².
func (m *Moments) NEffective() float64 { return m.Weight * m.Weight / m.Weight2 }

// Mean returns the weighted mean of a variable, relative to the origin of its values; NaN of no rows.
func (m *Moments) Mean(i int) float64 { return m.Sum[i] / m.Weight }

// Covariance returns the weighted covariance matrix Σw(x−x̄)(y−ȳ)/W · n/(n−1) (METHODS section 3: as a variance).
func (m *Moments) Covariance() *mat.SymDense {
	k := len(m.Sum)
	cov := mat.NewSymDense(k, nil)
	n := float64(m.N)
	at := 0
	for i := range k {
		for j := i; j < k; j++ {
			cov.SetSym(i, j, (m.Product[at]-m.Sum[i]*m.Sum[j]/m.Weight)/m.Weight*n/(n-1))
			at++
		}
	}
	return cov
}

// Correlation returns the matrix of the weighted correlations. The row and column of a variable that does not vary beyond
// rounding are NaN, its diagonal too.
func (m *Moments) Correlation() *mat.SymDense {
	k := len(m.Sum)
	cov := m.Covariance()
	sd := make([]float64, k)
	for i := range k {
		sd[i] = math.Sqrt(cov.At(i, i))
		if !m.Varies(i) {
			sd[i] = math.NaN()
		}
	}
	for i := range k {
		for j := i; j < k; j++ {
			r := cov.At(i, j) / (sd[i] * sd[j])
			if i == j && !math.IsNaN(r) {
				r = 1
			}
			cov.SetSym(i, j, r)
		}
	}
	return cov
}

// Varies tells whether variable i differs between respondents by more than rounding. Weighted sums of equal answers leave a
// remainder that is not 0.
func (m *Moments) Varies(i int) bool {
	square := m.Product[m.at(i, i)]
	return square-m.Sum[i]*m.Sum[i]/m.Weight > 1e-12*square
}

package stats

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Pattern is all respondents who share their covariates, the event (or its absence) and the cluster.
type Pattern struct {
	X               []float64
	Event           bool
	N               int
	Weight, Weight2 float64
	Cluster         int // −1: none
}

// LogisticFit is a logistic regression with intercept. The intercept comes first in Coefficients and OddsRatios, not in
// MarginalEffects.
type LogisticFit struct {
	Coefficients    []Estimate // log odds
	OddsRatios      []Estimate // SE is that of the log odds
	MarginalEffects []Estimate // on the probability: of 1 against 0 for a 0/1 covariate, else the mean slope
	Deviance        float64
	NullDeviance    float64
	McFadden        float64 // 1 − deviance / null deviance
	N               int
	NEffective      float64
}

// ErrOneOutcome says that there are only events, or none.
var ErrOneOutcome = errors.New("only one outcome occurs")

// SeparationError says that covariates predict the event without error in part of the data: their maximum likelihood
// coefficients are infinite.
type SeparationError struct{ Covariates []int }

func (e *SeparationError) Error() string {
	return fmt.Sprintf("covariates %v separate the events from the others", e.Covariates)
}

// Logistic regresses an event on covariates by maximum likelihood (weighted: pseudo-likelihood), with iteratively reweighted
// least squares and step halving; equal covariates may stand in several patterns.
//
// Where every weight is 1 and there are no clusters, the covariance of the coefficients is the inverse information and intervals
// are Wald's with normal quantiles (as R's glm and confint.default). Otherwise it is the linearised sandwich A⁻¹BA⁻¹ with
// B = U/(U−1)·Σ_u s_u s_uᵀ over the U respondents or clusters, s_u their weighted scores (Binder 1983; as R's survey::svyglm), and
// quantiles are Student's on U − 1 − p. Average marginal effects have delta-method standard errors.
//
// Errors: ErrOneOutcome; not more respondents (clusters) than coefficients; *CollinearError for covariates that depend on others or do not vary; *SeparationError.
func Logistic(patterns []Pattern, level float64) (LogisticFit, error) {
	m, err := newLogisticModel(patterns)
	if err != nil {
		return LogisticFit{}, err
	}
	c, err := m.climb()
	if err != nil {
		return LogisticFit{}, err
	}
	return m.fit(c, level), nil
}

type logisticModel struct {
	patterns  []Pattern   // covariates with a leading 1, each around its middle and in units of half its range
	given     [][]float64 // the same as they were given
	middle    []float64   // by coefficient; 0 and 1 for the intercept
	half      []float64
	p         int     // coefficients
	weight    float64 // sum of all
	n         int
	weighted  bool
	clustered bool
}

func newLogisticModel(patterns []Pattern) (*logisticModel, error) {
	m := &logisticModel{}
	var events, others float64
	moments := (*Moments)(nil)
	for _, p := range patterns {
		if p.N == 0 {
			continue
		}
		if moments == nil {
			moments = NewMoments(len(p.X))
		}
		moments.Add(p.Weight, p.X)
		if p.Event {
			events += p.Weight
		} else {
			others += p.Weight
		}
		m.n += p.N
		m.weight += p.Weight
		m.weighted = m.weighted || p.Weight != float64(p.N) || p.Weight2 != float64(p.N)
		m.clustered = m.clustered || p.Cluster >= 0
		m.given = append(m.given, append([]float64{1}, p.X...))
		m.patterns = append(m.patterns, p)
	}
	if events == 0 || others == 0 {
		return nil, ErrOneOutcome
	}
	if m.p = len(m.given[0]); m.p == 1 {
		return nil, errors.New("no covariates")
	}
	if units := m.units(); units <= m.p {
		return nil, fmt.Errorf("%d respondents or clusters for %d coefficients", units, m.p)
	}
	if err := m.independent(moments); err != nil {
		return nil, err
	}
	m.standardise()
	return m, nil
}

// standardise puts every covariate around its middle and in units of half its range, so that no unit and no origin makes the
// information matrix look singular.
func (m *logisticModel) standardise() {
	m.middle, m.half = make([]float64, m.p), make([]float64, m.p)
	m.half[0] = 1
	for i := 1; i < m.p; i++ {
		low, high := math.Inf(1), math.Inf(-1)
		for _, x := range m.given {
			low, high = math.Min(low, x[i]), math.Max(high, x[i])
		}
		m.middle[i], m.half[i] = (low+high)/2, (high-low)/2
	}
	for n, x := range m.given {
		scaled := make([]float64, m.p)
		scaled[0] = 1
		for i := 1; i < m.p; i++ {
			scaled[i] = (x[i] - m.middle[i]) / m.half[i]
		}
		m.patterns[n].X = scaled
	}
}

// restored returns coefficients for the covariates as they were given, and the matrix that turns the standardised ones into them.
func (m *logisticModel) restored(c []float64) ([]float64, *mat.Dense) {
	t := mat.NewDense(m.p, m.p, nil)
	t.Set(0, 0, 1)
	for i := 1; i < m.p; i++ {
		t.Set(0, i, -m.middle[i]/m.half[i])
		t.Set(i, i, 1/m.half[i])
	}
	b := mat.NewVecDense(m.p, nil)
	b.MulVec(t, mat.NewVecDense(m.p, c))
	return b.RawVector().Data, t
}

// units returns the number of clusters, or of respondents where there are none.
func (m *logisticModel) units() int {
	if !m.clustered {
		return m.n
	}
	clusters := map[int]bool{}
	for _, p := range m.patterns {
		clusters[p.Cluster] = true
	}
	return len(clusters)
}

// independent refuses covariates that do not vary or depend on others.
func (m *logisticModel) independent(moments *Moments) error {
	r := moments.Correlation()
	for i := range m.p - 1 {
		if math.IsNaN(r.At(i, i)) {
			return &CollinearError{Driver: i}
		}
	}
	return Drivers{Among: r, With: make([]float64, m.p-1)}.Collinear()
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func inverseLogit(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logOnePlusExp returns log(1+eˣ) without overflow.
func logOnePlusExp(x float64) float64 {
	if x > 0 {
		return x + math.Log1p(math.Exp(-x))
	}
	return math.Log1p(math.Exp(x))
}

func dot(a, b []float64) float64 {
	total := 0.0
	for i := range a {
		total += a[i] * b[i]
	}
	return total
}

// deviance returns −2 log likelihood.
func (m *logisticModel) deviance(b []float64) float64 {
	total := 0.0
	for _, p := range m.patterns {
		eta := dot(p.X, b)
		if p.Event {
			eta = -eta
		}
		total += 2 * p.Weight * logOnePlusExp(eta)
	}
	return total
}

// climb finds the coefficients. With separation the likelihood converges while coefficients go on growing by about one a step:
// that, and an information matrix that vanishes, is how it is told.
func (m *logisticModel) climb() ([]float64, error) {
	const steps = 60
	b := make([]float64, m.p)
	b[0] = logit(m.eventShare())
	deviance := m.deviance(b)
	var last []float64
	for range steps {
		step, ok := m.newton(b)
		if !ok {
			return nil, m.separated(b, last)
		}
		last = step
		next := slices.Clone(b)
		for half := 1.0; ; half /= 2 {
			for i := range b {
				next[i] = b[i] + half*step[i]
			}
			if d := m.deviance(next); d <= deviance*(1+1e-12)+1e-12 {
				deviance = d
				break
			}
			if half < 1e-8 {
				return nil, errors.New("the likelihood cannot be climbed")
			}
		}
		largest := 0.0
		for i := range b {
			largest = math.Max(largest, math.Abs(next[i]-b[i])/math.Max(1, math.Abs(b[i])))
		}
		b = next
		if largest < 1e-11 {
			return b, nil
		}
	}
	return nil, m.separated(b, last)
}

func (m *logisticModel) eventShare() float64 {
	events := 0.0
	for _, p := range m.patterns {
		if p.Event {
			events += p.Weight
		}
	}
	return events / m.weight
}

// newton returns the step A⁻¹s; false if the information matrix is singular within rounding.
func (m *logisticModel) newton(b []float64) ([]float64, bool) {
	score := make([]float64, m.p)
	for _, p := range m.patterns {
		r := p.Weight * m.residual(p, b)
		for i, x := range p.X {
			score[i] += r * x
		}
	}
	var factor mat.Cholesky
	if !factor.Factorize(m.information(b)) || factor.Cond() > 1e14 {
		return nil, false
	}
	step := mat.NewVecDense(m.p, nil)
	if err := factor.SolveVecTo(step, mat.NewVecDense(m.p, score)); err != nil {
		return nil, false
	}
	return step.RawVector().Data, true
}

func (m *logisticModel) residual(p Pattern, b []float64) float64 {
	mu := inverseLogit(dot(p.X, b))
	if p.Event {
		return 1 - mu
	}
	return -mu
}

func (m *logisticModel) information(b []float64) *mat.SymDense {
	a := mat.NewSymDense(m.p, nil)
	for _, p := range m.patterns {
		mu := inverseLogit(dot(p.X, b))
		w := p.Weight * mu * (1 - mu)
		for i := range m.p {
			for j := i; j < m.p; j++ {
				a.SetSym(i, j, a.At(i, j)+w*p.X[i]*p.X[j])
			}
		}
	}
	return a
}

// separated names the covariates that were still moving; if in the last step the intercept alone moved, those that had gone far.
func (m *logisticModel) separated(c, step []float64) error {
	e := &SeparationError{}
	for i := 1; i < m.p && step != nil; i++ {
		if math.Abs(step[i]) > 0.05 {
			e.Covariates = append(e.Covariates, i-1)
		}
	}
	const far = 5 // ten on the log odds, from one end of the covariate to the other
	for i := 1; i < m.p && len(e.Covariates) == 0; i++ {
		if math.Abs(c[i]) > far {
			e.Covariates = append(e.Covariates, i-1)
		}
	}
	return e
}

// fit returns everything that is said at the maximum.
func (m *logisticModel) fit(c []float64, level float64) LogisticFit {
	standard, df, method := m.covariance(c)
	fit := LogisticFit{Deviance: m.deviance(c), N: m.n}
	b, turn := m.restored(c)
	covariance := mat.NewSymDense(m.p, nil)
	var left, full mat.Dense
	left.Mul(turn, standard)
	full.Mul(&left, turn.T())
	for i := range m.p {
		for j := i; j < m.p; j++ {
			covariance.SetSym(i, j, (full.At(i, j)+full.At(j, i))/2)
		}
	}
	null := make([]float64, m.p)
	null[0] = logit(m.eventShare())
	fit.NullDeviance = m.deviance(null)
	fit.McFadden = 1 - fit.Deviance/fit.NullDeviance
	weight2 := 0.0
	for _, p := range m.patterns {
		weight2 += p.Weight2
	}
	fit.NEffective = m.weight * m.weight / weight2
	estimate := func(value, variance float64) Estimate {
		e := Undefined(m.n, fit.NEffective, level)
		e.Value, e.SE, e.DF, e.Method = value, math.Sqrt(variance), df, method
		half := TQuantile(df, level) * e.SE
		e.Low, e.High = value-half, value+half
		return e
	}
	for i := range m.p {
		c := estimate(b[i], covariance.At(i, i))
		odds := c
		odds.Value, odds.Low, odds.High = math.Exp(c.Value), math.Exp(c.Low), math.Exp(c.High)
		fit.Coefficients, fit.OddsRatios = append(fit.Coefficients, c), append(fit.OddsRatios, odds)
	}
	for i := 1; i < m.p; i++ {
		effect, gradient := m.marginal(b, i)
		g := mat.NewVecDense(m.p, gradient)
		fit.MarginalEffects = append(fit.MarginalEffects, estimate(effect, mat.Inner(g, covariance, g)))
	}
	return fit
}

// covariance returns that of the coefficients, its degrees of freedom and the name of the method.
func (m *logisticModel) covariance(b []float64) (*mat.SymDense, float64, string) {
	var factor mat.Cholesky
	factor.Factorize(m.information(b))
	inverse := mat.NewSymDense(m.p, nil)
	if err := factor.InverseTo(inverse); err != nil {
		inverse.Zero()
		for i := range m.p {
			inverse.SetSym(i, i, math.NaN())
		}
	}
	if !m.weighted && !m.clustered {
		return inverse, math.Inf(1), "wald"
	}
	meat, units := m.meat(b)
	var left, sandwich mat.Dense
	left.Mul(inverse, meat)
	sandwich.Mul(&left, inverse)
	covariance := mat.NewSymDense(m.p, nil)
	for i := range m.p {
		for j := i; j < m.p; j++ {
			covariance.SetSym(i, j, (sandwich.At(i, j)+sandwich.At(j, i))/2)
		}
	}
	return covariance, float64(units - m.p), "linearised"
}

// meat returns U/(U−1)·Σ s_u s_uᵀ and U. Scores sum to 0, so none is subtracted.
func (m *logisticModel) meat(b []float64) (*mat.SymDense, int) {
	sum := mat.NewSymDense(m.p, nil)
	units := m.n
	if m.clustered {
		scores := map[int][]float64{}
		var order []int
		for _, p := range m.patterns {
			if scores[p.Cluster] == nil {
				scores[p.Cluster] = make([]float64, m.p)
				order = append(order, p.Cluster)
			}
			r := p.Weight * m.residual(p, b)
			for i, x := range p.X {
				scores[p.Cluster][i] += r * x
			}
		}
		units = len(order)
		for _, c := range order {
			sum.SymRankOne(sum, 1, mat.NewVecDense(m.p, scores[c]))
		}
	} else {
		for _, p := range m.patterns {
			r := m.residual(p, b)
			sum.SymRankOne(sum, p.Weight2*r*r, mat.NewVecDense(m.p, p.X))
		}
	}
	sum.ScaleSym(float64(units)/float64(units-1), sum)
	return sum, units
}

// marginal returns the average marginal effect of covariate i and its gradient in the coefficients.
func (m *logisticModel) marginal(b []float64, i int) (float64, []float64) {
	effect, gradient := 0.0, make([]float64, m.p)
	binary := m.binary(i)
	at := make([]float64, m.p)
	for n, p := range m.patterns {
		w := p.Weight / m.weight
		copy(at, m.given[n])
		if binary {
			for _, side := range []struct{ value, sign float64 }{{1, 1}, {0, -1}} {
				at[i] = side.value
				mu := inverseLogit(dot(at, b))
				effect += side.sign * w * mu
				for k, x := range at {
					gradient[k] += side.sign * w * mu * (1 - mu) * x
				}
			}
			continue
		}
		mu := inverseLogit(dot(at, b))
		slope := mu * (1 - mu)
		effect += w * slope * b[i]
		for k, x := range at {
			gradient[k] += w * slope * (1 - 2*mu) * x * b[i]
		}
		gradient[i] += w * slope
	}
	return effect, gradient
}

func (m *logisticModel) binary(i int) bool {
	for _, x := range m.given {
		if x[i] != 0 && x[i] != 1 {
			return false
		}
	}
	return true
}

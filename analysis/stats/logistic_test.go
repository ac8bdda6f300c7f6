package stats

import (
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// patternsOf makes a pattern of every row whose last column is the event.
func patternsOf(rows [][]float64) []Pattern {
	var patterns []Pattern
	for _, row := range rows {
		patterns = append(patterns, Pattern{X: row[:len(row)-1], Event: row[len(row)-1] == 1, N: 1, Weight: 1, Weight2: 1, Cluster: -1})
	}
	return patterns
}

func TestLogisticAgreesWithR(t *testing.T) {
	var want struct {
		OTE struct {
			N         int
			Coef      []map[string]any
			OR        [][]float64
			Dev, Null float64
			McFadden  float64
		}
	}
	wavesReference(t, &want)
	w := want.OTE
	fit, err := Logistic(patternsOf(referenceCustomers(t, "outcome", "treatment", "effort", "retained")), .95)
	if err != nil {
		t.Fatal(err)
	}
	if fit.N != w.N || !near(fit.Deviance, w.Dev, 1e-11) || !near(fit.NullDeviance, w.Null, 1e-11) || !near(fit.McFadden, w.McFadden, 1e-10) {
		t.Errorf("n %d, deviance %v of %v, McFadden %v", fit.N, fit.Deviance, fit.NullDeviance, fit.McFadden)
	}
	for i, c := range w.Coef {
		// R's glm stops when the deviance moves by less than 1e-8, and takes the standard errors from the step before: they
		// are exact to some 1e-5, its coefficients to 1e-8.
		if got := fit.Coefficients[i]; !near(got.Value, c["Estimate"].(float64), 1e-7) || !near(got.SE, c["Std. Error"].(float64), 3e-5) {
			t.Errorf("coefficient %d is %v (%v), want %v (%v)", i, got.Value, got.SE, c["Estimate"], c["Std. Error"])
		}
		or := fit.OddsRatios[i]
		for k, got := range []float64{or.Value, or.Low, or.High} {
			if !near(got, w.OR[i][k], 5e-5) {
				t.Errorf("odds ratio %d: %v, want %v", i, got, w.OR[i][k])
			}
		}
	}
}

func drawPatterns(t *rapid.T) []Pattern {
	var patterns []Pattern
	for i := range rapid.IntRange(30, 60).Draw(t, "rows") {
		w := float64(rapid.IntRange(1, 3).Draw(t, "weight"))
		patterns = append(patterns, Pattern{
			X:     []float64{float64(i % 2), float64(rapid.IntRange(0, 6).Draw(t, "graded"))},
			Event: rapid.Bool().Draw(t, "event"), N: 1, Weight: w, Weight2: w * w, Cluster: -1,
		})
	}
	return patterns
}

// The second routes: whole weights are repeated rows, and slopes are what moving a covariate a little does.
func TestLogisticByOtherRoutes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		patterns := drawPatterns(t)
		weighted, err := Logistic(patterns, .95)
		if err != nil {
			t.Skip("no fit")
		}
		var repeated []Pattern
		for _, p := range patterns {
			for range int(p.Weight) {
				q := p
				q.Weight, q.Weight2 = 1, 1
				repeated = append(repeated, q)
			}
		}
		plain, err := Logistic(repeated, .95)
		if err != nil {
			t.Fatal(err)
		}
		b := make([]float64, 3)
		for i := range b {
			b[i] = weighted.Coefficients[i].Value
			if math.Abs(b[i]-plain.Coefficients[i].Value) > 1e-8 {
				t.Errorf("coefficient %d: weighted %v, repeated %v", i, b[i], plain.Coefficients[i].Value)
			}
		}
		mean := func(set func([]float64)) float64 {
			total, n := 0.0, 0.0
			for _, p := range repeated {
				x := slices.Clone(p.X)
				set(x)
				total += inverseLogit(b[0] + b[1]*x[0] + b[2]*x[1])
				n++
			}
			return total / n
		}
		const h = 1e-5
		discrete := mean(func(x []float64) { x[0] = 1 }) - mean(func(x []float64) { x[0] = 0 })
		slope := (mean(func(x []float64) { x[1] += h }) - mean(func(x []float64) { x[1] -= h })) / (2 * h)
		for i, want := range []float64{discrete, slope} {
			if got := weighted.MarginalEffects[i].Value; math.Abs(got-want) > 1e-8 {
				t.Errorf("marginal effect %d is %v, by moving it %v", i, got, want)
			}
		}
		m, _ := newLogisticModel(patterns)
		for i := 1; i < 3; i++ {
			_, gradient := m.marginal(b, i)
			for k := range b {
				up, down := slices.Clone(b), slices.Clone(b)
				up[k] += h
				down[k] -= h
				high, _ := m.marginal(up, i)
				low, _ := m.marginal(down, i)
				if want := (high - low) / (2 * h); math.Abs(gradient[k]-want) > 1e-7 {
					t.Errorf("gradient of effect %d in coefficient %d is %v, by moving it %v", i, k, gradient[k], want)
				}
			}
		}
	})
}

// The sandwich, unit by unit: respondents, clusters of one, and clusters of three.
func TestLogisticSandwich(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		patterns := drawPatterns(t)
		patterns[0].Weight, patterns[0].Weight2 = 2.5, 6.25
		for _, size := range []int{0, 1, 3} {
			of := slices.Clone(patterns)
			for i := range of {
				if size > 0 {
					of[i].Cluster = i / size
				}
			}
			fit, err := Logistic(of, .95)
			if err != nil {
				t.Skip("no fit")
			}
			for i, want := range sandwich(t, of, fit) {
				if got := fit.Coefficients[i].SE; math.Abs(got-want) > 1e-7*want {
					t.Errorf("clusters of %d: standard error %d is %v, from influences %v", size, i, got, want)
				}
			}
		}
	})
}

// sandwich returns the linearised standard errors from the influence of each unit.
func sandwich(t *rapid.T, patterns []Pattern, fit LogisticFit) []float64 {
	information := mat.NewSymDense(3, nil)
	score := func(p Pattern) []float64 {
		x := []float64{1, p.X[0], p.X[1]}
		eta := 0.0
		for i := range x {
			eta += fit.Coefficients[i].Value * x[i]
		}
		mu := inverseLogit(eta)
		information.SymRankOne(information, p.Weight*mu*(1-mu), mat.NewVecDense(3, x))
		residual := -mu
		if p.Event {
			residual = 1 - mu
		}
		return []float64{p.Weight * residual, p.Weight * residual * x[1], p.Weight * residual * x[2]}
	}
	units := map[int][]float64{}
	for n, p := range patterns {
		unit := p.Cluster
		if unit < 0 {
			unit = n
		}
		if units[unit] == nil {
			units[unit] = make([]float64, 3)
		}
		for i, x := range score(p) {
			units[unit][i] += x
		}
	}
	var inverse mat.Dense
	if err := inverse.Inverse(information); err != nil {
		t.Skip("singular")
	}
	u := float64(len(units))
	if got := fit.Coefficients[0].DF; got != u-3 {
		t.Errorf("%v degrees of freedom of %v units", got, u)
	}
	errors := make([]float64, 3)
	for i := range errors {
		for _, s := range units {
			influence := inverse.At(i, 0)*s[0] + inverse.At(i, 1)*s[1] + inverse.At(i, 2)*s[2]
			errors[i] += influence * influence
		}
		errors[i] = math.Sqrt(errors[i] * u / (u - 1))
	}
	return errors
}

// Changing the order, or the unit and the origin of a covariate changes nothing but that unit.
func TestLogisticInvariances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		patterns := drawPatterns(t)
		before, err := Logistic(patterns, .95)
		if err != nil {
			t.Skip("no fit")
		}
		factor, shift := rapid.SampledFrom([]float64{1e-6, .1, 10, 1e7}).Draw(t, "factor"), rapid.SampledFrom([]float64{0, -3, 1e4}).Draw(t, "shift")
		var moved []Pattern
		for _, p := range slices.Backward(patterns) {
			p.X = []float64{p.X[0], factor * (p.X[1] + shift)}
			moved = append(moved, p)
		}
		after, err := Logistic(moved, .95)
		if err != nil {
			t.Fatal(err)
		}
		for _, pair := range [][2]float64{
			{before.Coefficients[2].Value, factor * after.Coefficients[2].Value},
			{before.Coefficients[2].SE, factor * after.Coefficients[2].SE},
			{before.Coefficients[1].Value, after.Coefficients[1].Value},
			{before.Coefficients[1].SE, after.Coefficients[1].SE},
			{before.MarginalEffects[0].Value, after.MarginalEffects[0].Value},
			{before.Deviance, after.Deviance},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-6*math.Max(1, math.Abs(pair[0])) {
				t.Errorf("%v, moved by %v and stretched by %v: %v", pair[0], shift, factor, pair[1])
			}
		}
	})
}

// Four respondents who share everything are one pattern of four or four patterns of one.
func TestLogisticOfPatternsOfMany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var once, apart []Pattern
		for _, p := range drawPatterns(t) {
			n := rapid.IntRange(1, 4).Draw(t, "respondents")
			each := p
			p.N, p.Weight, p.Weight2 = n, float64(n)*each.Weight, float64(n)*each.Weight2
			once = append(once, p)
			for range n {
				apart = append(apart, each)
			}
		}
		a, err := Logistic(once, .95)
		if err != nil {
			t.Skip("no fit")
		}
		b, err := Logistic(apart, .95)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Coefficients {
			if math.Abs(a.Coefficients[i].Value-b.Coefficients[i].Value) > 1e-8 || math.Abs(a.Coefficients[i].SE-b.Coefficients[i].SE) > 1e-8 || a.N != b.N {
				t.Errorf("coefficient %d: %v ± %v and %v ± %v", i, a.Coefficients[i].Value, a.Coefficients[i].SE, b.Coefficients[i].Value, b.Coefficients[i].SE)
			}
		}
	})
}

func TestLogisticRefuses(t *testing.T) {
	rows := func(rule func(i int, x float64) bool) []Pattern {
		var all [][]float64
		for i := range 40 {
			x, event := float64(i%8), 0.0
			if rule(i, x) {
				event = 1
			}
			all = append(all, []float64{float64(i % 3), x, event})
		}
		return patternsOf(all)
	}
	var separated *SeparationError
	if _, err := Logistic(rows(func(_ int, x float64) bool { return x > 3 }), .95); !errors.As(err, &separated) || !slices.Contains(separated.Covariates, 1) {
		t.Errorf("complete separation: %v", err)
	}
	quasi := rows(func(i int, x float64) bool { return x > 4 || x == 4 && i%16 < 8 })
	if _, err := Logistic(quasi, .95); !errors.As(err, &separated) || !slices.Contains(separated.Covariates, 1) {
		t.Errorf("quasi-complete separation: %v", err)
	}
	strong := rows(func(i int, x float64) bool { return x > 3 && i != 7 || i == 1 })
	if fit, err := Logistic(strong, .95); err != nil || fit.Coefficients[2].Value < .5 {
		t.Errorf("a strong effect: %v", err)
	}
	if _, err := Logistic(rows(func(int, float64) bool { return true }), .95); !errors.Is(err, ErrOneOutcome) {
		t.Errorf("only events: %v", err)
	}
	twice := rows(func(i int, _ float64) bool { return i%2 == 0 })
	for i := range twice {
		twice[i].X = []float64{twice[i].X[1], 2 * twice[i].X[1]}
	}
	var collinear *CollinearError
	if _, err := Logistic(twice, .95); !errors.As(err, &collinear) {
		t.Errorf("collinear: %v", err)
	}
	for i := range twice {
		twice[i].X = []float64{1, twice[i].X[1]}
	}
	if _, err := Logistic(twice, .95); !errors.As(err, &collinear) || collinear.Driver != 0 {
		t.Errorf("constant: %v", err)
	}
}

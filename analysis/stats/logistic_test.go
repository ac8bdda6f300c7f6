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

// The sandwich, row by row: each weighted respondent a cluster of one gives the same as no clusters.
func TestLogisticSandwich(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		patterns := drawPatterns(t)
		patterns[0].Weight, patterns[0].Weight2 = 2.5, 6.25
		weighted, err := Logistic(patterns, .95)
		if err != nil {
			t.Skip("no fit")
		}
		alone := slices.Clone(patterns)
		for i := range alone {
			alone[i].Cluster = i
		}
		clustered, err := Logistic(alone, .95)
		if err != nil {
			t.Fatal(err)
		}
		n := len(patterns)
		m, _ := newLogisticModel(patterns)
		b := []float64{weighted.Coefficients[0].Value, weighted.Coefficients[1].Value, weighted.Coefficients[2].Value}
		var inverse mat.Dense
		if err := inverse.Inverse(m.information(b)); err != nil {
			t.Skip("singular")
		}
		for i := range b {
			variance := 0.0
			for _, p := range m.patterns {
				influence := 0.0
				for k, x := range p.X {
					influence += inverse.At(i, k) * x * p.Weight * m.residual(p, b)
				}
				variance += influence * influence
			}
			want := math.Sqrt(variance * float64(n) / float64(n-1))
			if a, c := weighted.Coefficients[i].SE, clustered.Coefficients[i].SE; math.Abs(a-want) > 1e-8*want || math.Abs(c-want) > 1e-8*want {
				t.Errorf("standard error %d: weighted %v, clusters of one %v, from influences %v", i, a, c, want)
			}
		}
		if weighted.Coefficients[0].DF != float64(n-3) {
			t.Errorf("df %v", weighted.Coefficients[0].DF)
		}
	})
}

// Splitting a pattern, changing the order, or the unit of a covariate changes nothing but that unit.
func TestLogisticInvariances(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		patterns := drawPatterns(t)
		before, err := Logistic(patterns, .95)
		if err != nil {
			t.Skip("no fit")
		}
		var moved []Pattern
		for _, p := range slices.Backward(patterns) {
			p.X = []float64{p.X[0], 10 * p.X[1]}
			half := p
			half.Weight, half.Weight2 = p.Weight/2, p.Weight2/2
			moved = append(moved, half, half)
		}
		after, err := Logistic(moved, .95)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := before.Coefficients[2].Value, 10*after.Coefficients[2].Value; math.Abs(a-b) > 1e-7 {
			t.Errorf("coefficient %v, in tenths %v", a, b)
		}
		if a, b := before.Coefficients[1].Value, after.Coefficients[1].Value; math.Abs(a-b) > 1e-7 {
			t.Errorf("coefficient %v, moved %v", a, b)
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

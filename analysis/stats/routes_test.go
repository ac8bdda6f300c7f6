package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// The second routes: the same figures by other formulas.

// answers draws a sample of ratings with at least two different ones.
func answers(name string) *rapid.Generator[[]float64] {
	return rapid.Custom(func(t *rapid.T) []float64 {
		x := rapid.SliceOfN(rapid.Map(rapid.IntRange(1, 10), func(i int) float64 { return float64(i) }), 2, 40).Draw(t, name)
		x[0], x[1] = 3, 8
		return x
	})
}

// Welch's standard error is that of a regression on a group dummy with HC2-robust covariance.
func TestWelchIsRegressionWithHC2(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := answers("a").Draw(t, "a"), answers("b").Draw(t, "b")
		d := Welch(NewSample(a, nil).Mean(0.95), NewSample(b, nil).Mean(0.95), 0.95)
		slope, se := robustSlope(a, b)
		if !near(d.Value, slope, 1e-9) || !near(d.SE, se, 1e-9) {
			t.Fatalf("Welch %v ± %v, regression %v ± %v", d.Value, d.SE, slope, se)
		}
	})
}

// robustSlope regresses y on a constant and a dummy of a: β = (X'X)⁻¹X'y, Var = (X'X)⁻¹X'diag(e²/(1−h))X(X'X)⁻¹.
func robustSlope(a, b []float64) (slope, se float64) {
	n := len(a) + len(b)
	x, y := mat.NewDense(n, 2, nil), mat.NewVecDense(n, nil)
	for i := range n {
		x.Set(i, 0, 1)
		if i < len(a) {
			x.Set(i, 1, 1)
			y.SetVec(i, a[i])
		} else {
			y.SetVec(i, b[i-len(a)])
		}
	}
	var cross, inverse, moment mat.Dense
	cross.Mul(x.T(), x)
	if err := inverse.Inverse(&cross); err != nil {
		panic(err)
	}
	moment.Mul(x.T(), y)
	var beta, hat, left mat.Dense
	beta.Mul(&inverse, &moment)
	left.Mul(x, &inverse)
	hat.Mul(&left, x.T())
	meat := mat.NewDense(2, 2, nil)
	for i := range n {
		e := y.AtVec(i) - beta.At(0, 0) - beta.At(1, 0)*x.At(i, 1)
		w := e * e / (1 - hat.At(i, i))
		for r := range 2 {
			for c := range 2 {
				meat.Set(r, c, meat.At(r, c)+w*x.At(i, r)*x.At(i, c))
			}
		}
	}
	var half, variance mat.Dense
	half.Mul(&inverse, meat)
	variance.Mul(&half, &inverse)
	return beta.At(1, 0), math.Sqrt(variance.At(1, 1))
}

// Wilson's interval holds the shares that a score test does not refuse.
func TestWilsonIsTheInvertedScoreTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		p := float64(x) / float64(n)
		low, high := Wilson(p, float64(n), 0.95)
		z := TQuantile(math.Inf(1), 0.95)
		refused := func(share float64) bool {
			return math.Abs(p-share) > z*math.Sqrt(share*(1-share)/float64(n))
		}
		border := func(from, to float64) float64 { // refused at from, not at to
			for range 200 {
				middle := (from + to) / 2
				if refused(middle) {
					from = middle
				} else {
					to = middle
				}
			}
			return to
		}
		if x > 0 && math.Abs(border(0, p)-low) > 1e-9 || x < n && math.Abs(border(1, p)-high) > 1e-9 {
			t.Fatalf("%d of %d: Wilson %v to %v, score test %v to %v", x, n, low, high, border(0, p), border(1, p))
		}
		if !(low >= 0 && low <= p && p <= high && high <= 1) {
			t.Fatalf("%d of %d: %v to %v", x, n, low, high)
		}
	})
}

// Brunner–Munzel by midranks, as the paper writes it.
func TestBrunnerMunzelByRanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := answers("a").Draw(t, "a"), answers("b").Draw(t, "b")
		population := rapid.IntRange(len(a), 2*len(a)).Draw(t, "population")
		sampled := NewSample(a, nil)
		sampled.Population = population
		got := BrunnerMunzel(sampled, NewSample(b, nil))
		all := Ranks(append(append([]float64{}, a...), b...))
		ra, rb := all[:len(a)], all[len(a):]
		na, nb := float64(len(a)), float64(len(b))
		ma, mb := average(ra), average(rb)
		va, vb := placementVariance(ra, Ranks(a), ma), placementVariance(rb, Ranks(b), mb)
		pooled := na*va*(1-na/float64(population)) + nb*vb
		if pooled == 0 {
			return
		}
		want := na * nb * (ma - mb) / ((na + nb) * math.Sqrt(pooled))
		if !near(got.Statistic, want, 1e-9) {
			t.Fatalf("got %v, by ranks %v", got.Statistic, want)
		}
	})
}

func average(x []float64) float64 {
	total := 0.0
	for _, v := range x {
		total += v
	}
	return total / float64(len(x))
}

func placementVariance(all, own []float64, mean float64) float64 {
	n, total := float64(len(all)), 0.0
	for i := range all {
		d := all[i] - own[i] - mean + (n+1)/2
		total += d * d
	}
	return total / (n - 1)
}

// The weighted, clustered standard error from respondents one by one.
func TestClusteredMeanByRespondents(t *testing.T) {
	source := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		n := 20 + source.IntN(40)
		x, w, c := make([]float64, n), make([]float64, n), make([]string, n)
		for i := range n {
			x[i], w[i], c[i] = float64(1+source.IntN(10)), 0.2+source.Float64(), string(rune('A'+source.IntN(6)))
		}
		e := NewClusteredSample(x, w, c).Mean(0.95)
		m, total := 0.0, 0.0
		for i := range n {
			m += w[i] * x[i]
			total += w[i]
		}
		m /= total
		sums := map[string]float64{}
		for i := range n {
			sums[c[i]] += w[i] * (x[i] - m)
		}
		squares := 0.0
		for _, s := range sums {
			squares += s * s
		}
		k := float64(len(sums))
		if want := math.Sqrt(k / (k - 1) * squares / (total * total)); !near(e.SE, want, 1e-9) || !near(e.Value, m, 1e-12) || e.DF != k-1 {
			t.Fatalf("got %v ± %v (df %v), want %v ± %v (df %v)", e.Value, e.SE, e.DF, m, want, k-1)
		}
	}
}

// Cliff's delta by comparing everybody with everybody.
func TestCliffsDeltaByPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := answers("a").Draw(t, "a"), answers("b").Draw(t, "b")
		total := 0.0
		for _, x := range a {
			for _, y := range b {
				switch {
				case x > y:
					total++
				case x < y:
					total--
				}
			}
		}
		if got, want := CliffsDelta(NewSample(a, nil), NewSample(b, nil)), total/float64(len(a)*len(b)); !near(got, want, 1e-9) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// Welch's F of two groups is the square of Welch's t, on the same degrees of freedom.
func TestWelchANOVAOfTwoIsWelchsT(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := NewSample(answers("a").Draw(t, "a"), nil).Mean(0.95), NewSample(answers("b").Draw(t, "b"), nil).Mean(0.95)
		f, df1, df2, p := WelchANOVA([]Estimate{a, b})
		d := Welch(a, b, 0.95)
		if !near(f, d.T*d.T, 1e-9) || df1 != 1 || !near(df2, d.DF, 1e-9) || !near(p, d.P, 1e-6) {
			t.Fatalf("F %v on %v and %v (p %v), t² %v on %v (p %v)", f, df1, df2, p, d.T*d.T, d.DF, d.P)
		}
	})
}

// Resamples of a mean vector have its covariance.
func TestDrawsHaveTheirCovariance(t *testing.T) {
	cov := mat.NewSymDense(3, []float64{4, 1.2, 0, 1.2, 1, 0, 0, 0, 0})
	v := MeanVector{Means: []float64{5, 6, 7}, Covariance: cov, DF: 40}
	draws := v.Draws(20000, 1, 2)
	scale := 40.0 / 38 // the variance of a t variable on 40 degrees of freedom
	for i := range 3 {
		for j := range 3 {
			total := 0.0
			for _, d := range draws {
				total += (d[i] - v.Means[i]) * (d[j] - v.Means[j])
			}
			if got, want := total/float64(len(draws)), scale*cov.At(i, j); math.Abs(got-want) > 0.12 {
				t.Errorf("covariance %d, %d: got %v, want %v", i, j, got, want)
			}
		}
	}
	again, other := v.Draws(5, 1, 2), v.Draws(5, 2, 2)
	if again[4][0] != draws[4][0] || other[4][0] == draws[4][0] {
		t.Error("draws do not follow the seed alone")
	}
}

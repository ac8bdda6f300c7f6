package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func weightsOf(n int) *rapid.Generator[[]float64] {
	return rapid.SliceOfN(rapid.Float64Range(0.1, 5), n, n)
}

// Equal weights are no weights, and scaling all weights changes nothing.
func TestWeightsAreRelative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := answers("x").Draw(t, "x")
		w := weightsOf(len(x)).Draw(t, "w")
		factor := rapid.Float64Range(0.01, 100).Draw(t, "factor")
		equal, scaled := make([]float64, len(x)), make([]float64, len(x))
		for i := range x {
			equal[i], scaled[i] = factor, factor*w[i]
		}
		for _, pair := range [][2]Sample{{NewSample(x, nil), NewSample(x, equal)}, {NewSample(x, w), NewSample(x, scaled)}} {
			a, b := pair[0].Mean(0.95), pair[1].Mean(0.95)
			p, q := pair[0].Share(func(v float64) bool { return v > 6 }, 0.95), pair[1].Share(func(v float64) bool { return v > 6 }, 0.95)
			if !near(a.Value, b.Value, 1e-9) || !near(a.SE, b.SE, 1e-9) || !near(a.NEffective, b.NEffective, 1e-9) ||
				!near(p.Low, q.Low, 1e-9) || !near(pair[0].Variance(), pair[1].Variance(), 1e-9) {
				t.Fatalf("%+v and %+v; %+v and %+v", a, b, p, q)
			}
		}
	})
}

// Swapping the audiences turns the sign of everything, and nothing else.
func TestSwappingTurnsTheSign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := NewSample(answers("a").Draw(t, "a"), nil), NewSample(answers("b").Draw(t, "b"), nil)
		d, e := Welch(a.Mean(0.95), b.Mean(0.95), 0.95), Welch(b.Mean(0.95), a.Mean(0.95), 0.95)
		r, s := BrunnerMunzel(a, b), BrunnerMunzel(b, a)
		top := func(v float64) bool { return v >= 9 }
		n, m := Newcombe(a.Share(top, 0.95), b.Share(top, 0.95)), Newcombe(b.Share(top, 0.95), a.Share(top, 0.95))
		for what, pair := range map[string][2]float64{
			"gap": {d.Value, -e.Value}, "low": {d.Low, -e.High}, "t": {d.T, -e.T}, "p": {d.P, e.P}, "df": {d.DF, e.DF},
			"g": {HedgesG(a, b), -HedgesG(b, a)}, "delta": {CliffsDelta(a, b), -CliffsDelta(b, a)},
			"TOST": {TOST(d, 0.5), TOST(e, 0.5)}, "margin": {ProvableMargin(d, 0.05), ProvableMargin(e, 0.05)},
			"Newcombe": {n.Low, -m.High},
		} {
			if !near(pair[0], pair[1], 1e-9) {
				t.Fatalf("%s: %v and %v", what, pair[0], pair[1])
			}
		}
		if !near(r.Statistic, -s.Statistic, 1e-9) && !(math.IsNaN(r.Statistic) && math.IsNaN(s.Statistic)) && !math.IsInf(r.Statistic, 0) {
			t.Fatalf("Brunner–Munzel: %v and %v", r, s)
		}
	})
}

// Equivalence is shown exactly where the 1−2α interval lies inside the margin, and the provable margin is where that begins.
func TestTOSTIsTheShorterInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := NewSample(answers("a").Draw(t, "a"), nil), NewSample(answers("b").Draw(t, "b"), nil)
		margin := rapid.Float64Range(0.01, 8).Draw(t, "margin")
		d := Welch(a.Mean(0.95), b.Mean(0.95), 0.95)
		shorter := Welch(a.Mean(0.95), b.Mean(0.95), 0.90)
		inside := shorter.Low > -margin && shorter.High < margin
		if shown := TOST(d, margin) < 0.05; shown != inside {
			t.Fatalf("p %v, interval %v to %v, margin %v", TOST(d, margin), shorter.Low, shorter.High, margin)
		}
		least := ProvableMargin(d, 0.05)
		if !(TOST(d, least*1.000001) < 0.05) || TOST(d, least*0.999999) < 0.05 {
			t.Fatalf("provable margin %v: p %v above, %v below", least, TOST(d, least*1.000001), TOST(d, least*0.999999))
		}
	})
}

func TestHolmProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SliceOfN(rapid.Float64Range(0, 1), 1, 30).Draw(t, "p")
		holm, bh := Holm(p), BenjaminiHochberg(p)
		for i := range p {
			if holm[i] < p[i] || bh[i] < p[i]-1e-15 || bh[i] > holm[i]+1e-15 || holm[i] > 1 {
				t.Fatalf("p %v: Holm %v, BH %v", p[i], holm[i], bh[i])
			}
			for j := range p {
				if p[i] < p[j] && (holm[i] > holm[j] || bh[i] > bh[j]) {
					t.Fatalf("the order of %v and %v turns", p[i], p[j])
				}
			}
		}
	})
}

// A cluster for every respondent is no clustering; all of the population is a census.
func TestEdgesOfTheDesign(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := answers("x").Draw(t, "x")
		w := weightsOf(len(x)).Draw(t, "w")
		own := make([]string, len(x))
		for i := range own {
			own[i] = string(rune('a' + i))
		}
		a, b := NewSample(x, w).Mean(0.95), NewClusteredSample(x, w, own).Mean(0.95)
		if !near(a.SE, b.SE, 1e-9) || a.DF != b.DF {
			t.Fatalf("alone %v (df %v), in clusters of one %v (df %v)", a.SE, a.DF, b.SE, b.DF)
		}
		s := NewSample(x, w)
		s.Population = len(x)
		c := s.Mean(0.95)
		if !c.Has(Census) || c.SE != 0 || !math.IsNaN(c.Low) || !near(c.Value, a.Value, 1e-12) {
			t.Fatalf("census: %+v", c)
		}
		s.Population = 10 * len(x)
		if finite := s.Mean(0.95); !near(finite.SE, a.SE*math.Sqrt(0.9), 1e-9) {
			t.Fatalf("a tenth of the population: %v, want %v", finite.SE, a.SE*math.Sqrt(0.9))
		}
	})
}

// Undefined is NaN with the reason, never 0.
func TestUndefinedIsNaN(t *testing.T) {
	one, none, equal := NewSample([]float64{7}, nil), NewSample(nil, nil), NewSample([]float64{7, 7, 7}, nil)
	oneCluster := NewClusteredSample([]float64{7, 8}, nil, []string{"a", "a"})
	for _, test := range []struct {
		name string
		e    Estimate
		why  Warning
	}{
		{"nothing", none.Mean(0.95), TooFew},
		{"one value", one.Mean(0.95), TooFew},
		{"equal values", equal.Mean(0.95), ZeroVariance},
		{"one cluster", oneCluster.Mean(0.95), TooFewClusters},
	} {
		if !math.IsNaN(test.e.SE) || !math.IsNaN(test.e.Low) || !test.e.Has(test.why) {
			t.Errorf("%s: got %+v, want no SE and %s", test.name, test.e, test.why)
		}
	}
	d := Welch(equal.Mean(0.95), NewSample([]float64{5, 6}, nil).Mean(0.95), 0.95)
	if d.Value != 1.5 || !math.IsNaN(d.P) || !math.IsNaN(TOST(d, 1)) || !math.IsNaN(ProvableMargin(d, 0.05)) || !d.Has(ZeroVariance) {
		t.Errorf("a gap to equal values: got %+v", d)
	}
	if r := BrunnerMunzel(one, equal); !math.IsNaN(r.P) {
		t.Errorf("one value against three: got %+v", r)
	}
	if r := BrunnerMunzel(NewSample([]float64{9, 10}, nil), NewSample([]float64{1, 2}, nil)); r.P != 0 || !math.IsInf(r.Statistic, 1) {
		t.Errorf("all of one above all of the other: got %+v, want p 0", r)
	}
	if !math.IsNaN(RWG(math.NaN(), 5)) || !math.IsNaN(none.NEffective()) || !math.IsNaN(one.Variance()) {
		t.Error("an undefined figure has a value")
	}
	share := equal.Share(func(v float64) bool { return v == 7 }, 0.95)
	if share.Value != 1 || share.High != 1 || !(share.Low > 0 && share.Low < 1) {
		t.Errorf("a share of 1 has Wilson's interval all the same: got %+v", share)
	}
}

func TestRWG(t *testing.T) {
	for _, test := range []struct{ variance, points, want float64 }{{0, 5, 1}, {2, 5, 0}, {1, 5, 0.5}, {9, 5, 0}} {
		if got := RWG(test.variance, int(test.points)); !near(got, test.want, 1e-12) {
			t.Errorf("variance %v on %v points: got %v, want %v", test.variance, test.points, got, test.want)
		}
	}
}

func TestQuantileIsType7OfR(t *testing.T) {
	x := []float64{1, 2, 4, 8, 16} // quantile(x, c(0, .1, .5, .9, 1))
	for p, want := range map[float64]float64{0: 1, .1: 1.4, .5: 4, .9: 12.8, 1: 16} {
		if got := Quantile(x, p); !near(got, want, 1e-12) {
			t.Errorf("%v: got %v, want %v", p, got, want)
		}
	}
}

// The upper tail of the normal does not underflow at nine standard deviations, where distuv's does.
func TestFarTails(t *testing.T) {
	if p := tUpper(10, math.Inf(1)); !(p > 7e-24 && p < 8e-24) {
		t.Errorf("normal, 10 standard deviations: got %v, want 7.6e-24", p)
	}
	if p := tUpper(60, 30); !(p > 0) {
		t.Errorf("t on 30 degrees of freedom at 60: got %v", p)
	}
}

// Millions of respondents: tails and quantiles of t keep their digits, and do not jump where the expansion begins.
func TestTailsOfManyDegreesOfFreedom(t *testing.T) {
	for _, at := range []float64{0.5, 2, 4} {
		below, above := tUpper(at, nearlyNormal-1), tUpper(at, nearlyNormal+1)
		if !near(below, above, 1e-9) || !near(tUpper(at, 1e14), math.Erfc(at/math.Sqrt2)/2, 1e-9) {
			t.Errorf("tail at %v: %.15g below, %.15g above", at, below, above)
		}
	}
	if below, above := TQuantile(nearlyNormal-1, 0.95), TQuantile(nearlyNormal+1, 0.95); !near(below, above, 1e-9) {
		t.Errorf("the quantile jumps from %.15g to %.15g", below, above)
	}
}

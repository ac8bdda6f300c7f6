package stats

import (
	"math"
	"testing"
)

// within reports whether a value agrees with one that is printed to so many decimals.
func within(got, want float64, decimals int) bool {
	return math.Abs(got-want) <= 0.5000001*math.Pow(10, -float64(decimals))
}

func TestComparersRefuseWrongValues(t *testing.T) {
	if within(1.0006, 1, 3) || within(math.NaN(), 1, 3) || near(1, 1.00001, 1e-9) || near(math.NaN(), 1, 1e-9) {
		t.Error("a wrong value passes")
	}
}

// successes is a share as a sample: x ones and n−x zeros.
func successes(x, n int) Sample {
	values := make([]float64, n)
	for i := range x {
		values[i] = 1
	}
	return NewSample(values, nil)
}

func isOne(v float64) bool { return v == 1 }

// The printed values of the literature and of R that METHODS section 8 lists.
func TestWilsonOfTheLiterature(t *testing.T) {
	for _, test := range []struct {
		x, n      int
		low, high float64
	}{{81, 263, .2553, .3662}, {0, 20, 0, .1611}} { // Newcombe 1998, table I
		e := successes(test.x, test.n).Share(isOne, 0.95)
		if !within(e.Low, test.low, 4) || !within(e.High, test.high, 4) {
			t.Errorf("%d of %d: got %.5f to %.5f, want %v to %v", test.x, test.n, e.Low, e.High, test.low, test.high)
		}
	}
}

func TestNewcombeOfTheLiterature(t *testing.T) {
	for _, test := range []struct {
		xa, na, xb, nb int
		low, high      float64
	}{{56, 70, 48, 80, .0524, .3339}, {9, 10, 3, 10, .1705, .8090}, {0, 10, 0, 20, -.1611, .2775}} { // Newcombe 1998, table II
		d := Newcombe(successes(test.xa, test.na).Share(isOne, 0.95), successes(test.xb, test.nb).Share(isOne, 0.95))
		if !within(d.Low, test.low, 4) || !within(d.High, test.high, 4) {
			t.Errorf("%d/%d − %d/%d: got %.5f to %.5f, want %v to %v", test.xa, test.na, test.xb, test.nb, d.Low, d.High, test.low, test.high)
		}
	}
}

// R's sleep data (Student 1908): t.test(extra ~ group).
func TestWelchOfSleep(t *testing.T) {
	a := []float64{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2}
	b := []float64{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}
	d := Welch(NewSample(a, nil).Mean(0.95), NewSample(b, nil).Mean(0.95), 0.95)
	if !within(d.T, -1.860813, 6) || !within(d.DF, 17.77647, 5) || !within(d.P, .0793941, 7) {
		t.Errorf("got t %v, df %v, p %v", d.T, d.DF, d.P)
	}
}

// The pain scores of Brunner & Munzel (2000): lawstat::brunner.munzel.test of R, with the sign of a − b.
func TestBrunnerMunzelOfPain(t *testing.T) {
	a := NewSample([]float64{3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4}, nil)
	b := NewSample([]float64{1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1}, nil)
	got := BrunnerMunzel(a, b)
	if !within(got.Statistic, 3.13746748, 8) || !within(got.DF, 17.6828, 4) || !within(got.P, .005786209, 9) {
		t.Errorf("got %+v", got)
	}
}

func TestWeightedMeanOfR(t *testing.T) {
	x := []float64{7, 8, 9, 6, 5, 8, 9, 7}
	w := []float64{1, 1, 2, 1, .5, 1.5, 1, 1}
	s := NewSample(x, w)
	e := s.Mean(0.95)
	if !within(e.Value, 7.7222222, 7) || !within(e.SE, .4488077, 7) || !within(s.SD(), 1.2751872, 7) || !within(e.NEffective, 7.0434783, 7) {
		t.Errorf("got mean %v, SE %v, SD %v, effective %v", e.Value, e.SE, s.SD(), e.NEffective)
	}
	s.Population = 14
	if e := s.Mean(0.95); !within(e.SE, .2938136, 7) {
		t.Errorf("of 14: got SE %v", e.SE)
	}
}

func TestAdjustedWaldOfRocks(t *testing.T) {
	var values []float64
	for _, group := range []struct {
		n     int
		value float64
	}{{50, 1}, {30, 0}, {20, -1}} {
		for range group.n {
			values = append(values, group.value)
		}
	}
	e := NewSample(values, nil).NetShare(func(v float64) bool { return v > 0 }, func(v float64) bool { return v < 0 }, 0.95)
	if !near(e.Value, 0.3, 1e-12) || !within(100*e.Low, 14.051, 3) || !within(100*e.High, 44.201, 3) {
		t.Errorf("got %v [%v, %v]", e.Value, e.Low, e.High)
	}
}

// J(18) through Hedges' g: two samples of 10 a standard deviation apart.
func TestHedgesCorrection(t *testing.T) {
	a := []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	b := make([]float64, len(a))
	sd := NewSample(a, nil).SD()
	for i := range a {
		b[i] = a[i] - sd
	}
	if g := HedgesG(NewSample(a, nil), NewSample(b, nil)); !within(g, .957646427, 9) {
		t.Errorf("got %v", g)
	}
}

// p.adjust of R on c(.01, .02, .03, .04, .05), and by hand on a tie and an undefined value.
func TestAdjustments(t *testing.T) {
	nan := math.NaN()
	for _, test := range []struct {
		name    string
		adjust  func([]float64) []float64
		p, want []float64
	}{
		{"Holm", Holm, []float64{.01, .02, .03, .04, .05}, []float64{.05, .08, .09, .09, .09}},
		{"Holm, unordered", Holm, []float64{.04, .01, .03}, []float64{.06, .03, .06}},
		{"Holm of one", Holm, []float64{.2}, []float64{.2}},
		{"Holm is at most 1", Holm, []float64{.6, .7}, []float64{1, 1}},
		{"Holm leaves out the undefined", Holm, []float64{.02, nan, .03}, []float64{.04, nan, .04}},
		{"BH", BenjaminiHochberg, []float64{.01, .02, .03, .04, .05}, []float64{.05, .05, .05, .05, .05}},
		{"BH, unordered", BenjaminiHochberg, []float64{.9, .01, .02}, []float64{.9, .03, .03}},
		{"BH leaves out the undefined", BenjaminiHochberg, []float64{nan, .01, .04}, []float64{nan, .02, .04}},
	} {
		for i, got := range test.adjust(test.p) {
			if !(near(got, test.want[i], 1e-12) || math.IsNaN(got) && math.IsNaN(test.want[i])) {
				t.Errorf("%s: got %v, want %v", test.name, test.adjust(test.p), test.want)
				break
			}
		}
	}
}

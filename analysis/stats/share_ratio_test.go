package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func share(x, n int) Estimate {
	values := make([]float64, n)
	for i := range x {
		values[i] = 1
	}
	return NewSample(values, nil).Share(func(v float64) bool { return v == 1 }, 0.95)
}

// delivery of testdata/reference/waves: 10 of 14 leaders and 51 of 158 customers, fisher.test and the ratio of R.
func TestShareRatioAgreesWithR(t *testing.T) {
	a, b := share(10, 14), share(51, 158)
	if r := ShareRatio(a, b, 0.95); !near(r.Value, 2.212885154062, 1e-11) {
		t.Errorf("ratio: got %v", r.Value)
	}
	if d := Newcombe(a, b); !near(d.Low, 0.1197742631343, 1e-11) || !near(d.High, 0.5731856367058, 1e-11) {
		t.Errorf("Newcombe: got %v to %v", d.Low, d.High)
	}
	if p := FisherExact(10, 14, 51, 158); !near(p, 0.006467181910652, 1e-10) {
		t.Errorf("Fisher: got %v", p)
	}
	if or := OddsRatio(10, 14, 51, 158); !near(or, 10.0*107/(4*51), 1e-12) {
		t.Errorf("odds ratio: got %v", or)
	}
}

// Fisher's tea: 3 of 4 and 1 of 4, p = 34/70; and the extreme table, 2/70.
func TestFisherOfTheTea(t *testing.T) {
	for _, test := range []struct {
		xa, xb int
		want   float64
	}{{3, 1, 34.0 / 70}, {4, 0, 2.0 / 70}, {2, 2, 1}} {
		if got := FisherExact(test.xa, 4, test.xb, 4); !near(got, test.want, 1e-12) {
			t.Errorf("%d and %d of 4: got %v, want %v", test.xa, test.xb, got, test.want)
		}
	}
	if !math.IsNaN(FisherExact(0, 0, 1, 4)) {
		t.Error("no observations have a p")
	}
}

func TestShareRatioWithoutInterval(t *testing.T) {
	published := Undefined(0, math.NaN(), 0.95)
	published.Value = 0.08
	r := ShareRatio(share(290, 362), published, 0.95)
	if !near(r.Value, 290.0/362/0.08, 1e-12) || !math.IsNaN(r.Low) || !r.Has(UnknownBase) {
		t.Errorf("an unknown base: got %+v", r)
	}
	r = ShareRatio(share(8, 10), share(0, 40), 0.95)
	if !math.IsNaN(r.Value) || !(r.Low > 1) || !math.IsNaN(r.High) || !r.Has(ZeroShare) {
		t.Errorf("none of b: got %+v", r)
	}
	r = ShareRatio(share(0, 40), share(8, 10), 0.95)
	if !math.IsNaN(r.Value) || !math.IsNaN(r.Low) || !(r.High < 1) {
		t.Errorf("none of a: got %+v", r)
	}
}

// The ratio turned round is the inverse, with the inverse interval.
func TestShareRatioTurnsRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		na, nb := rapid.IntRange(2, 80).Draw(t, "na"), rapid.IntRange(2, 80).Draw(t, "nb")
		xa, xb := rapid.IntRange(1, na).Draw(t, "xa"), rapid.IntRange(1, nb).Draw(t, "xb")
		r, turned := ShareRatio(share(xa, na), share(xb, nb), 0.95), ShareRatio(share(xb, nb), share(xa, na), 0.95)
		everybody := xa == na && xb == nb // no standard error
		if !near(r.Value*turned.Value, 1, 1e-12) || !everybody && !near(r.Low*turned.High, 1, 1e-9) || everybody && !r.Has(ZeroVariance) {
			t.Fatalf("%v [%v, %v] and %v [%v, %v]", r.Value, r.Low, r.High, turned.Value, turned.Low, turned.High)
		}
		if p, q := FisherExact(xa, na, xb, nb), FisherExact(xb, nb, xa, na); !near(p, q, 1e-9) || p <= 0 || p > 1 {
			t.Fatalf("Fisher's p: %v and %v turned round", p, q)
		}
	})
}

// A census is exact in a one-sided bound too: all 14 leaders, 11 of them, against none of 40 customers.
func TestOneSidedRatioWithACensus(t *testing.T) {
	census := func(x, n int) Estimate {
		s := successes(x, n)
		s.Population = n
		return s.Share(isOne, 0.95)
	}
	_, high := Wilson(0, 40, 0.90)
	if r := ShareRatio(census(11, 14), share(0, 40), 0.95); !near(r.Low, 11.0/14/high, 1e-12) || !math.IsNaN(r.High) {
		t.Errorf("a census against none: got %+v, want at least %v", r, 11.0/14/high)
	}
	_, high = Wilson(0, 14, 0.90)
	if r := ShareRatio(share(0, 14), census(8, 40), 0.95); !near(r.High, high/0.2, 1e-12) || !math.IsNaN(r.Low) {
		t.Errorf("none against a census: got %+v, want at most %v", r, high/0.2)
	}
	if r := ShareRatio(share(8, 10), census(0, 40), 0.95); !math.IsNaN(r.Low) || !math.IsNaN(r.High) || !r.Has(ZeroShare) {
		t.Errorf("against nobody at all: got %+v, want no bound", r)
	}
	if r := ShareRatio(census(7, 14), census(10, 40), 0.95); r.Value != 2 || !math.IsNaN(r.Low) || !r.Has(Census) {
		t.Errorf("two censuses: got %+v", r)
	}
}

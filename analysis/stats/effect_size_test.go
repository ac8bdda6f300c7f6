package stats

import (
	"math"
	"math/big"
	"testing"
)

// correctionByProduct is J at a whole ν without the gamma function, from J(2) = 1/√π and J(3) = √(2/3)·√π/2 upwards:
// Γ(x+1) = xΓ(x) gives J(ν+2) = J(ν)·(ν/(ν−1))·√(ν/(ν+2)). The products of up to 5,000,000 factors are carried in 120 bits.
func correctionByProduct(nu int) float64 {
	from, start := 2, 1/math.Sqrt(math.Pi)
	if nu%2 == 1 {
		from, start = 3, math.Sqrt(2.0/3)*math.Sqrt(math.Pi)/2
	}
	// The roots telescope to √(from/ν).
	product := new(big.Float).SetPrec(120).SetInt64(1)
	for v := from; v < nu; v += 2 {
		product.Mul(product, new(big.Float).SetPrec(120).SetInt64(int64(v)))
		product.Quo(product, new(big.Float).SetPrec(120).SetInt64(int64(v-1)))
	}
	p, _ := product.Float64()
	return start * p * math.Sqrt(float64(from)/float64(nu))
}

func TestHedgesCorrectionOfAnySize(t *testing.T) {
	if j := HedgesCorrection(18); !within(j, .957646427, 9) { // METHODS section 8
		t.Errorf("J(18) = %v", j)
	}
	for _, nu := range []int{2, 3, 4, 17, 18, 100, 999, 1000, 1001, 1002, 10_000, 300_001, 2_000_000} {
		if got, want := HedgesCorrection(float64(nu)), correctionByProduct(nu); !near(got, want, 1e-12) {
			t.Errorf("J(%d): got %.17g, want %.17g", nu, got, want)
		}
	}
	for _, nu := range []float64{1e7, 1e8, 1e10} { // where the rest of the expansion is far below rounding
		if got, want := HedgesCorrection(nu), 1-0.75/nu; !near(got, want, 1e-13) || got >= 1 {
			t.Errorf("J(%v): got %.17g, want %.17g", nu, got, want)
		}
	}
	if !math.IsNaN(HedgesCorrection(1)) || !math.IsNaN(HedgesCorrection(math.NaN())) {
		t.Error("J has a value without an expectation")
	}
}

func TestEffectSizesUndefined(t *testing.T) {
	one, none, equal := NewSample([]float64{7}, nil), NewSample(nil, nil), NewSample([]float64{7, 7}, nil)
	for name, g := range map[string]float64{
		"g of one value": HedgesG(one, NewSample([]float64{1, 2}, nil)), "g of none": HedgesG(none, none),
		"g of equal values": HedgesG(equal, equal), "delta of none": CliffsDelta(none, equal),
	} {
		if !math.IsNaN(g) {
			t.Errorf("%s: got %v, want NaN", name, g)
		}
	}
	if d := CliffsDelta(equal, one); d != 0 {
		t.Errorf("delta of equal values: got %v, want 0: neither is larger", d)
	}
}

// Weighted: P(A > B) − P(A < B) over pairs of respondents, each pair with the product of its weights.
func TestCliffsDeltaByWeightedPairs(t *testing.T) {
	a, wa := []float64{3, 9, 7, 7}, []float64{1, 0.5, 2, 1.5}
	b, wb := []float64{7, 2, 8}, []float64{3, 1, 0.25}
	total := 0.0
	for i, x := range a {
		for j, y := range b {
			total += wa[i] * wb[j] * float64(sign(x-y))
		}
	}
	if got, want := CliffsDelta(NewSample(a, wa), NewSample(b, wb)), total/(5*4.25); !near(got, want, 1e-12) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func sign(x float64) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

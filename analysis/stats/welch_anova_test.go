package stats

import (
	"math"
	"testing"
)

// Of two groups p is that of Welch's t as far out as it goes; 1 − CDF would stop at 1.1e-16.
func TestFarTailOfWelchANOVA(t *testing.T) {
	b := Estimate{Value: 0, SE: 0.2, DF: 300, Level: 0.95}
	for _, gap := range []float64{2, 8, 10, 20, 50} {
		a := Estimate{Value: gap, SE: 1, DF: 300, Level: 0.95}
		_, _, _, p := WelchANOVA([]Estimate{a, b})
		if d := Welch(a, b, 0.95); !(p > 0) || math.Abs(p/d.P-1) > 1e-9 {
			t.Errorf("gap of %v: p %v, by t %v", gap, p, d.P)
		}
	}
}

func TestWelchANOVAUndefined(t *testing.T) {
	a, census := Estimate{Value: 5, SE: 1, DF: 9}, Estimate{Value: 6, SE: 0, DF: math.Inf(1), Warnings: []Warning{Census}}
	unknown := Undefined(3, 3, 0.95, ZeroVariance)
	for name, groups := range map[string][]Estimate{
		"no group": nil, "one group": {a}, "two censuses": {census, a, census}, "no standard error": {a, a, unknown},
	} {
		if f, df1, df2, p := WelchANOVA(groups); !math.IsNaN(f) || !math.IsNaN(df1) || !math.IsNaN(df2) || !math.IsNaN(p) {
			t.Errorf("%s: got F %v on %v and %v, p %v, want NaN", name, f, df1, df2, p)
		}
	}
}

// A census is the limit of a sample whose standard error goes to 0 on many degrees of freedom.
func TestWelchANOVAWithACensusIsALimit(t *testing.T) {
	a, b := Estimate{Value: 5, SE: 0.5, DF: 9}, Estimate{Value: 6.2, SE: 0.3, DF: 40}
	census := Estimate{Value: 7, SE: 0, DF: math.Inf(1), Warnings: []Warning{Census}}
	nearly := Estimate{Value: 7, SE: 1e-7, DF: 1e9}
	f, _, df, p := WelchANOVA([]Estimate{a, census, b})
	limit, _, limitDF, limitP := WelchANOVA([]Estimate{a, nearly, b})
	if !near(f, limit, 1e-6) || !near(df, limitDF, 1e-6) || !near(p, limitP, 1e-6) {
		t.Errorf("census: F %v, df %v, p %v; limit: F %v, df %v, p %v", f, df, p, limit, limitDF, limitP)
	}
}

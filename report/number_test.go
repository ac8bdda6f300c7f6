package report

import (
	"testing"

	"github.com/cxgap/cxgap/analysis"
)

func TestNumbers(t *testing.T) {
	one := func(x analysis.Number) string { return english().number(x, 1) }
	two := func(x analysis.Number) string { return english().number(x, 2) }
	signed := func(x analysis.Number) string { return english().signed(x, 2) }
	whole := func(x analysis.Number) string { return english().percent(x, 0) }
	for _, test := range []struct{ got, want string }{
		{english().number(-0.04, 1), "0.0"},
		{english().number(-0.05001, 1), "−0.1"},
		{english().signed(0.04, 1), "0.0"},
		{english().signed(2.65, 1), "+2.7"}, // its float lies below 2.65
		{english().number(2.25, 1), "2.3"},
		{english().number(-2.25, 1), "−2.3"},
		{english().number(2.2499999, 1), "2.2"},
		{english().percent(0.625, 0), "63 %"},
		{english().percent(57.0/200, 0), "29 %"}, // 28.499999999999996
		{english().rounded(62.5), "63"},
		{english().signed(-2, 1), "−2.0"},
		{english().percent(0.256, 0), "26 %"},
		{english().whole(1234567), "1,234,567"},
		{english().whole(-1234), "-1,234"},
		{english().whole(999), "999"},
		{english().rounded(analysis.NaN), "n/a"},
		{english().short(0.45), "0.45"},
		{superscript(120), "¹²⁰"},
		{english().between(0.003, 0.26, func(x analysis.Number) string { return english().signed(x, 2) }), "[>0.00,\u00a0+0.26]"},
		{english().between(-0.26, -0.003, func(x analysis.Number) string { return english().signed(x, 2) }), "[−0.26,\u00a0<0.00]"},
		{english().between(-0.003, 0.26, func(x analysis.Number) string { return english().signed(x, 2) }), "[0.00,\u00a0+0.26]"},
		{english().between(0.003, 0.26, func(x analysis.Number) string { return english().number(x, 2) }), "[0.00,\u00a00.26]"},
		{english().sided(0.5975, two, 0.6), "<0.60"},
		{english().sided(0.59996, two, 0.6), "<0.60"},
		{english().sided(0.6, two, 0.6), "0.60"},
		{english().sided(0.6049, two, 0.6), ">0.60"},
		{english().sided(0.61, two, 0.6), "0.61"},
		{english().sided(7.46, one, 7.48), "<7.5"},
		{english().sided(7.5, one, 7.48), "7.5"},
		{english().sided(-0.2004, signed, -0.2, 0.2), "<−0.20"},
		{english().sided(0.1996, signed, -0.2, 0.2), "<+0.20"},
		{english().sided(0.503, whole, 0.5), ">50 %"},
		{english().sided(1+0.7*9, one, 1+70.0/100*9), "7.3"},
		{english().sided(analysis.NaN, two, 0.6), "NaN"},
		{english().between(-0.2004, 0.1, signed, -0.2, 0.2), "[<−0.20, +0.10]"},
		{english().between(analysis.NaN, 1, func(analysis.Number) string { return "" }), ""},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestDecimals(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		want      int
	}{{0, 1, 2}, {1, 5, 2}, {1, 7, 1}, {1, 10, 1}, {0, 100, 1}, {200, 1000, 0}} {
		if got := decimals(&topic{low: test.low, high: test.high}); got != test.want {
			t.Errorf("scale %v..%v: got %d decimals, want %d", test.low, test.high, got, test.want)
		}
	}
}

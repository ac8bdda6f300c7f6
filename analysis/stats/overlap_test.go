package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// overlapOf returns the overlap of two samples of named values.
func overlapOf(beforeIDs, afterIDs []string, before, after, beforeWeights, afterWeights []float64) Overlap {
	parts := func(ids []string, x, w []float64) map[string]float64 {
		total, m := 0.0, 0.0
		for i := range x {
			total += w[i]
			m += w[i] * x[i]
		}
		u := map[string]float64{}
		for i, id := range ids {
			u[id] = w[i] * (x[i] - m/total) / total
		}
		return u
	}
	b, a := parts(beforeIDs, before, beforeWeights), parts(afterIDs, after, afterWeights)
	var o Overlap
	add := func(ids []string, skip map[string]float64) {
		for _, id := range ids {
			if _, done := skip[id]; done {
				continue
			}
			was, in := b[id]
			if !in {
				was = math.NaN()
			}
			is, in := a[id]
			if !in {
				is = math.NaN()
			}
			o.Before, o.After = append(o.Before, was), append(o.After, is)
		}
	}
	add(beforeIDs, nil)
	add(afterIDs, b)
	return o
}

// Seven people and eight, five of them the same, with weights: covariance from R 4.2, survey 4.1,
//
//	vcov(svyby(~x, ~t, svydesign(ids = ~id, weights = ~w, data = both), svymean, covmat = TRUE))[1, 2]
func TestChangeOfOverlappingSamplesAgreesWithR(t *testing.T) {
	x, wx := []float64{7, 8, 9, 6, 5, 8, 9}, []float64{1, 1, 2, 1, .5, 1.5, 1}
	y, wy := []float64{8, 6, 6, 9, 9, 4, 7, 8}, []float64{1.5, 1, .5, 2, 1, 1, 1, .8}
	ids, again := []string{"a", "b", "c", "d", "e", "f", "g"}, []string{"c", "d", "e", "f", "g", "h", "i", "j"}
	o := overlapOf(ids, again, x, y, wx, wy)
	d := o.Change(NewSample(x, wx), NewSample(y, wy), 0.95)
	for what, pair := range map[string][2]float64{
		"change": {d.Value, -0.380681818181818}, "se": {d.SE, 0.619659887943622}, "df": {d.DF, 5.43462250057107},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-12*math.Max(1, math.Abs(pair[1])) {
			t.Errorf("%s: got %v, want %v", what, pair[0], pair[1])
		}
	}
	if o.Shared() != 5 {
		t.Errorf("%d units in both samples, want 5", o.Shared())
	}
}

// The same people twice: t.test(c(8, 6, 6, 9, 9), c(9, 6, 5, 8, 9), paired = TRUE) of R.
func TestChangeOfTheSamePeopleIsPairedT(t *testing.T) {
	before, after, one := []float64{9, 6, 5, 8, 9}, []float64{8, 6, 6, 9, 9}, []float64{1, 1, 1, 1, 1}
	ids := []string{"a", "b", "c", "d", "e"}
	d := overlapOf(ids, ids, before, after, one, one).Change(NewSample(before, nil), NewSample(after, nil), 0.95)
	if math.Abs(d.T-0.534522483824849) > 1e-12 || math.Abs(d.DF-4) > 1e-12 || math.Abs(d.P-0.621308295037497) > 1e-12 {
		t.Errorf("t %v, df %v, p %v", d.T, d.DF, d.P)
	}
	// All change by one: the change is without scatter, which says nothing of how certain it is.
	for i, x := range before {
		after[i] = x - 1
	}
	d = overlapOf(ids, ids, before, after, one, one).Change(NewSample(before, nil), NewSample(after, nil), 0.95)
	if !math.IsNaN(d.SE) || !math.IsNaN(d.P) || !math.IsNaN(d.Low) || !d.Has(ZeroVariance) || d.Value != -1 {
		t.Errorf("equal changes: %+v", d)
	}
}

// Nobody in common: Welch's. In a finite population of which all answered nothing varies with anything.
func TestChangeOfDifferentPeopleIsWelch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) ([]float64, []float64, []string) {
			n := rapid.IntRange(3, 12).Draw(t, name)
			x, w, ids := make([]float64, n), make([]float64, n), make([]string, n)
			for i := range x {
				x[i], w[i] = float64(rapid.IntRange(1, 10).Draw(t, "x")), float64(rapid.IntRange(1, 4).Draw(t, "w"))
				ids[i] = name + string(rune('a'+i))
			}
			return x, w, ids
		}
		x, wx, ids := draw("before")
		y, wy, others := draw("after")
		before, after := NewSample(x, wx), NewSample(y, wy)
		got, want := overlapOf(ids, others, x, y, wx, wy).Change(before, after, 0.9), Welch(after.Mean(0.9), before.Mean(0.9), 0.9)
		if same := func(a, b float64) bool {
			return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(b))
		}; !same(got.SE, want.SE) ||
			!same(got.DF, want.DF) || !same(got.P, want.P) || got.Value != want.Value {
			t.Fatalf("got %+v, want %+v", got, want)
		}
		before.Population, after.Population = len(x), len(y)
		if d := overlapOf(ids, ids, x, x, wx, wx).Change(before, before, 0.9); !d.Has(Census) || !math.IsNaN(d.P) {
			t.Fatalf("two censuses: %+v", d)
		}
	})
}

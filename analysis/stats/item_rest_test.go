package stats

import (
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// batteryOf draws answers of n respondents to items that share one thing, each in its direction.
func batteryOf(seed uint64, n int, directions ...float64) [][]float64 {
	source := rand.New(rand.NewPCG(seed, 3))
	scores := make([][]float64, len(directions))
	for range n {
		common := source.NormFloat64()
		for i, direction := range directions {
			scores[i] = append(scores[i], direction*common+source.NormFloat64())
		}
	}
	return scores
}

func itemsOf(all []ItemAgainst) (items []int) {
	for _, one := range all {
		items = append(items, one.Item)
	}
	return items
}

func ones(n int) []float64 {
	w := make([]float64, n)
	for i := range w {
		w[i] = 1
	}
	return w
}

func TestItemsAgainst(t *testing.T) {
	tests := map[string]struct {
		directions []float64
		want       []int
	}{
		"all alike":            {[]float64{1, 1, 1, 1, 1}, nil},
		"one turned":           {[]float64{1, 1, -1, 1, 1}, []int{2}},
		"two of six turned":    {[]float64{1, -1, 1, 1, -1, 1}, []int{1, 4}},
		"more are turned":      {[]float64{-1, -1, 1, -1, -1}, []int{2}},
		"half are turned":      {[]float64{1, 1, 1, -1, -1, -1}, []int{3, 4, 5}},
		"half, the first ones": {[]float64{-1, -1, 1, 1}, []int{2, 3}},
		"one of nothing":       {[]float64{1, 1, 0, 1, 1}, nil},
		"nothing in common":    {[]float64{0, 0, 0, 0, 0}, nil},
		"two items":            {[]float64{1, -1}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := ItemsAgainst(batteryOf(1, 200, test.directions...), ones(200), 0, 0.95)
			if items := itemsOf(got); len(items) != len(test.want) {
				t.Fatalf("got %v, want %v", items, test.want)
			}
			for k, one := range got {
				if one.Item != test.want[k] || !(one.R.Value < -0.3 && one.R.Low < one.R.Value && one.R.Value < one.R.High && one.R.High < 0) || one.R.N != 200 {
					t.Errorf("%+v, want item %d", one, test.want[k])
				}
			}
		})
	}
}

// By a second route: of complete answers to one turned item the correlation is that of CorrectedItemTotal.
func TestItemsAgainstIsTheItemTotal(t *testing.T) {
	scores := batteryOf(7, 150, 1, 1, 1, -1, 1)
	rows := make([][]float64, 150)
	for k := range rows {
		for i := range scores {
			rows[k] = append(rows[k], scores[i][k])
		}
	}
	got := ItemsAgainst(scores, ones(150), 0, 0.95)
	if len(got) != 1 {
		t.Fatalf("got %v", itemsOf(got))
	}
	if want := CorrectedItemTotal(momentsOf(rows).Covariance())[3]; math.Abs(got[0].R.Value-want) > 1e-12 {
		t.Errorf("got %v, want %v", got[0].R.Value, want)
	}
	// cor.test(x, rest)$conf.int of R is tanh(atanh(r) ± 1.959964/√(n − 3)).
	z, half := math.Atanh(got[0].R.Value), 1.959963984540054/math.Sqrt(147)
	if r := got[0].R; math.Abs(r.Low-math.Tanh(z-half)) > 1e-12 || math.Abs(r.High-math.Tanh(z+half)) > 1e-12 {
		t.Errorf("interval %v, %v", r.Low, r.High)
	}
}

// Where no item runs against the rest, the chance that any is named stays below the level.
func TestItemsAgainstByChance(t *testing.T) {
	const surveys = 1000
	named := 0
	for seed := range uint64(surveys) {
		if len(ItemsAgainst(batteryOf(seed, 60, 0, 0, 0, 0, 0, 0, 0, 0), ones(60), 0, 0.95)) > 0 {
			named++
		}
	}
	// 0.05 + 3 standard errors of a share of 1,000
	if share := float64(named) / surveys; share > 0.07 {
		t.Errorf("named in %v of surveys of nothing", share)
	}
}

func TestItemsAgainstOfFewClusters(t *testing.T) {
	scores := batteryOf(2, 120, 1, 1, -0.4, 1)
	if got := ItemsAgainst(scores, ones(120), 0, 0.95); len(got) != 1 {
		t.Fatalf("without clusters %v", itemsOf(got))
	}
	if got := ItemsAgainst(scores, ones(120), 6, 0.95); len(got) != 0 {
		t.Errorf("six clusters make %v sure", itemsOf(got))
	}
}

func TestItemsAgainstOwesNothingToUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		directions := rapid.SliceOfN(rapid.SampledFrom([]float64{-1, 0.5, 1}), 3, 9).Draw(t, "directions")
		scores := batteryOf(rapid.Uint64().Draw(t, "seed"), rapid.IntRange(5, 120).Draw(t, "n"), directions...)
		for i := range scores { // some are left out
			for k := range scores[i] {
				if (i*7+k)%5 == 0 {
					scores[i][k] = math.NaN()
				}
			}
		}
		n := len(scores[0])
		want := ItemsAgainst(scores, ones(n), 0, 0.95)
		moved, heavier := make([][]float64, len(scores)), ones(n)
		for i := range scores {
			for k := range scores[i] {
				moved[i] = append(moved[i], 40+12*scores[i][k])
			}
		}
		for k := range heavier {
			heavier[k] = 3
		}
		got := ItemsAgainst(moved, heavier, 0, 0.95)
		if len(got) != len(want) {
			t.Fatalf("got %v, want %v", itemsOf(got), itemsOf(want))
		}
		for k := range got {
			if got[k].Item != want[k].Item || math.Abs(got[k].R.Value-want[k].R.Value) > 1e-9 {
				t.Errorf("got %+v, want %+v", got[k], want[k])
			}
		}
		if 2*len(want) > len(scores) {
			t.Errorf("%v of %d items run against the rest", itemsOf(want), len(scores))
		}
	})
}

func TestItemsAgainstOfNothing(t *testing.T) {
	nan := math.NaN()
	for name, scores := range map[string][][]float64{
		"nobody":     {{}, {}, {}},
		"no answers": {{nan, nan}, {nan, nan}, {nan, nan}},
		"constant":   {{1, 1, 1, 1, 1}, {2, 2, 2, 2, 2}, {3, 3, 3, 3, 3}},
		"two people": {{1, 2}, {2, 1}, {1, 2}},
	} {
		if got := ItemsAgainst(scores, ones(len(scores[0])), 0, 0.95); len(got) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

package stats

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// allOrders returns every order of p drivers.
func allOrders(p int) []circle {
	if p == 0 {
		return []circle{{}}
	}
	var all []circle
	for _, shorter := range allOrders(p - 1) {
		for at := range p {
			all = append(all, slices.Insert(slices.Clone(shorter), at, p-1))
		}
	}
	return all
}

// orders returns the orders that a circle stands for, one by one.
func (c circle) orders() [][]int {
	var orders [][]int
	for first := range c {
		order := []int{c[first]}
		for left, right := first+len(c)-1, first+1; len(order) < len(c); {
			if len(order)%2 == 1 {
				order = append(order, c[left%len(c)])
				left--
			} else {
				order = append(order, c[right%len(c)])
				right++
			}
		}
		backwards := slices.Clone(order)
		slices.Reverse(backwards)
		orders = append(orders, order, backwards)
	}
	return orders
}

// moved returns the correlations with one pair of variables moved; the outcome is the last variable.
func (d Drivers) moved(a, b int, by float64) Drivers {
	p := len(d.With)
	to := Drivers{Among: mat.NewSymDense(p, nil), With: slices.Clone(d.With)}
	to.Among.CopySym(d.Among)
	if b == p {
		to.With[a] += by
	} else {
		to.Among.SetSym(a, b, d.Among.At(a, b)+by)
	}
	return to
}

// The gains over the runs of circles are those of their orders, driver by driver.
func TestGainOverRunsIsThatOverOrders(t *testing.T) {
	for _, p := range []int{1, 2, 3, 6, 7} {
		d, circles := benchmarkDrivers(p), circlesOf(p, 2)
		want := make([]float64, p)
		for _, c := range circles {
			for _, order := range c.orders() {
				before := 0.0
				for s, j := range order {
					fit, err := d.only(order[:s+1]).Regression()
					if err != nil {
						t.Fatal(err)
					}
					want[j] += (fit.RSquared - before) / float64(len(circles)*2*p)
					before = fit.RSquared
				}
			}
		}
		for j, got := range d.overOrders(circles) {
			if !near(got, want[j], 1e-10) {
				t.Errorf("driver %d of %d: over runs %v, over orders %v", j, p, got, want[j])
			}
		}
	}
}

// Averaged over all orders the gain is LMG, and its slope is what LMG does when a correlation moves: two routes to either.
func TestGainOverAllOrdersIsLMG(t *testing.T) {
	for _, p := range []int{1, 2, 5} {
		d := benchmarkDrivers(p)
		lmg, err := d.LMG()
		if err != nil {
			t.Fatal(err)
		}
		gain, slope := d.overOrders(allOrders(p)), d.slopeOverOrders(allOrders(p))
		for j := range p {
			if !near(gain[j], lmg[j], 1e-10) {
				t.Errorf("driver %d of %d: over all orders %v, by subsets %v", j, p, gain[j], lmg[j])
			}
		}
		pair := 0
		for a := range p {
			for b := a + 1; b <= p; b++ {
				const h = 1e-5
				up, _ := d.moved(a, b, h).LMG()
				down, _ := d.moved(a, b, -h).LMG()
				for j := range p {
					if want := (up[j] - down[j]) / (2 * h); math.Abs(slope[j][pair]-want) > 1e-7 {
						t.Errorf("driver %d of %d, pair %d, %d: slope %v, by difference %v", j, p, a, b, slope[j][pair], want)
					}
				}
				pair++
			}
		}
	}
}

// In the orders of a circle every driver stands twice in every place, and has every other before it as often as after it.
func TestOrdersAreBalanced(t *testing.T) {
	for _, p := range []int{1, 2, 15, 20} {
		places, before := map[[2]int]int{}, map[[2]int]int{}
		for _, order := range circlesOf(p, 4)[3].orders() {
			for place, j := range order {
				places[[2]int{j, place}]++
				for _, later := range order[place+1:] {
					before[[2]int{j, later}]++
				}
			}
		}
		if len(places) != p*p || len(before) != p*(p-1) {
			t.Errorf("%d drivers: %d places, %d pairs", p, len(places), len(before))
		}
		for at, n := range places {
			if n != 2 {
				t.Errorf("%d drivers: driver %d stands %d times in place %d", p, at[0], n, at[1])
			}
		}
		for pair, n := range before {
			if n != p {
				t.Errorf("%d drivers: %d is %d times before %d", p, pair[0], n, pair[1])
			}
		}
	}
}

// driverDesign says how the drivers of an invented survey move its outcome.
type driverDesign struct {
	name    string
	effects func(j int) float64
	shared  func(j int) float64 // how much of a driver is what all have in common
}

func driverDesigns() []driverDesign {
	one := func(int) float64 { return 1 }
	return []driverDesign{
		{"graded", func(j int) float64 { return float64(j+1) / 12 }, one},
		{"one dominates", func(j int) float64 { return []float64{3, 0.05}[min(j, 1)] }, func(j int) float64 { return []float64{2, 1}[min(j, 1)] }},
		{"every other", func(j int) float64 { return float64(j % 2) }, one},
		{"three without effect", func(j int) float64 { return float64(min(j/3, 1)) }, func(j int) float64 { return float64(min(j/3, 1)) }},
	}
}

func (of driverDesign) rows(p, n int) [][]float64 {
	source := rand.New(rand.NewPCG(7, uint64(n)))
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, p+1)
		shared := source.NormFloat64()
		for j := range p {
			rows[i][j] = math.Round(of.shared(j)*shared + 1.3*source.NormFloat64())
			rows[i][p] += of.effects(j) * rows[i][j]
		}
		rows[i][p] += 4 * source.NormFloat64()
	}
	return rows
}

// Intervals from nearby values are those of the walk: their bounds differ by a fraction of a standard error, or by a tenth of a per
// cent of R² where a driver's share is hardly anything.
func TestNearbyLMGGivesTheIntervalsOfTheWalk(t *testing.T) {
	const p, resamples = 15, 200
	for _, of := range driverDesigns() {
		for _, n := range []int{500, 1500} {
			rows := of.rows(p, n)
			sample := lastIsOutcome(rows)
			lmg, err := sample.LMG()
			if err != nil {
				t.Fatal(err)
			}
			nearby := NewNearbyLMG(sample, lmg)
			var walked, got [p][]float64
			times := make([]int32, n)
			for r := range resamples {
				Multiplicities(times, 1, 2, r)
				d := resampled(rows, times)
				exact, err := d.LMG()
				if err != nil {
					t.Fatal(err)
				}
				values, err := nearby.LMG(d)
				if err != nil {
					t.Fatal(err)
				}
				for j := range p {
					walked[j], got[j] = append(walked[j], exact[j]/floats.Sum(exact)), append(got[j], values[j]/floats.Sum(exact))
				}
			}
			for j := range p {
				low, high := PercentileInterval(walked[j], 0.95)
				l, h := PercentileInterval(got[j], 0.95)
				if off, most := math.Max(math.Abs(l-low), math.Abs(h-high)), math.Max(0.25*(high-low)/4, 0.0015); off > most {
					t.Errorf("%s, %d rows: share of driver %d [%.5f, %.5f], walked [%.5f, %.5f]", of.name, n, j, l, h, low, high)
				}
			}
		}
	}
}

// resampled returns the correlations of rows that count so many times.
func resampled(rows [][]float64, times []int32) Drivers {
	var drawn [][]float64
	for i, n := range times {
		for range n {
			drawn = append(drawn, rows[i])
		}
	}
	return lastIsOutcome(drawn)
}

// At the sample, and far from it, nearby values are LMG itself; in between they sum to R².
func TestNearbyLMGAtItsEnds(t *testing.T) {
	rows := driverDesigns()[0].rows(15, 300)
	sample := lastIsOutcome(rows)
	lmg, err := sample.LMG()
	if err != nil {
		t.Fatal(err)
	}
	nearby := NewNearbyLMG(sample, lmg)
	for name, d := range map[string]Drivers{"at the sample": sample, "far from it": lastIsOutcome(rows[:60])} {
		want, err := d.LMG()
		if err != nil {
			t.Fatal(err)
		}
		got, err := nearby.LMG(d)
		if err != nil {
			t.Fatal(err)
		}
		for j := range want {
			if !near(got[j], want[j], 1e-10) {
				t.Errorf("%s: driver %d has %v, walked %v", name, j, got[j], want[j])
			}
		}
	}
	between := lastIsOutcome(rows[:250])
	fit, err := between.Regression()
	if err != nil {
		t.Fatal(err)
	}
	got, err := nearby.LMG(between)
	if err != nil {
		t.Fatal(err)
	}
	walked, _ := between.LMG()
	if slices.Equal(got, walked) || !near(floats.Sum(got), fit.RSquared, 1e-10) {
		t.Errorf("nearby values sum to %v, R² is %v", floats.Sum(got), fit.RSquared)
	}
}

// A resample in which drivers depend on each other is refused as by the walk, not estimated.
func TestNearbyLMGRefusesCollinearDrivers(t *testing.T) {
	sample := lastIsOutcome(driverDesigns()[0].rows(15, 300))
	lmg, err := sample.LMG()
	if err != nil {
		t.Fatal(err)
	}
	twins := Drivers{Among: mat.NewSymDense(15, nil), With: sample.With}
	twins.Among.CopySym(sample.Among)
	twins.Among.SetSym(0, 1, 1)
	if got, err := NewNearbyLMG(sample, lmg).LMG(twins); err == nil {
		t.Errorf("twins have %v", got)
	}
}

func BenchmarkNearbyLMG(b *testing.B) {
	for _, p := range []int{15, 18, 20} {
		d := benchmarkDrivers(p)
		lmg, err := d.LMG()
		if err != nil {
			b.Fatal(err)
		}
		nearby := NewNearbyLMG(d, lmg)
		b.Run(fmt.Sprintf("prepare/drivers=%d", p), func(b *testing.B) {
			for b.Loop() {
				NewNearbyLMG(d, lmg)
			}
		})
		b.Run(fmt.Sprintf("resample/drivers=%d", p), func(b *testing.B) {
			for b.Loop() {
				if _, err := nearby.LMG(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Among drivers that go together closely a small difference of correlations is a large one of LMG: it is walked.
func TestNearbyLMGWalksWhereCorrelationsAreHigh(t *testing.T) {
	const p = 15
	alike := func(r float64) Drivers {
		d := Drivers{Among: mat.NewSymDense(p, nil), With: make([]float64, p)}
		for a := range p {
			d.With[a] = 0.6 + 0.01*float64(a)
			for b := a; b < p; b++ {
				d.Among.SetSym(a, b, r)
			}
			d.Among.SetSym(a, a, 1)
		}
		return d
	}
	lmg, err := alike(0.95).LMG()
	if err != nil {
		t.Fatal(err)
	}
	want, err := alike(0.9).LMG()
	if err != nil {
		t.Fatal(err)
	}
	got, err := NewNearbyLMG(alike(0.95), lmg).LMG(alike(0.9))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("correlations of .9 near a sample of .95: %v, walked %v", got, want)
	}
}

// Where nothing matters noise would put some values below 0. Without them the others still sum to R².
func TestNearbyLMGOfNoiseSumsToR2(t *testing.T) {
	nothing := driverDesign{"nothing", func(int) float64 { return 0 }, func(int) float64 { return 1 }}
	rows := nothing.rows(15, 500)
	sample := lastIsOutcome(rows)
	lmg, err := sample.LMG()
	if err != nil {
		t.Fatal(err)
	}
	nearby, zeros := NewNearbyLMG(sample, lmg), 0
	times := make([]int32, len(rows))
	for r := range 200 {
		Multiplicities(times, 1, 2, r)
		d := resampled(rows, times)
		fit, err := d.Regression()
		if err != nil {
			t.Fatal(err)
		}
		values, err := nearby.LMG(d)
		if err != nil {
			t.Fatal(err)
		}
		if !near(floats.Sum(values), fit.RSquared, 1e-10) {
			t.Errorf("resample %d: values sum to %v, R² is %v", r, floats.Sum(values), fit.RSquared)
		}
		for _, x := range values {
			if x < 0 {
				t.Errorf("resample %d: a value is %v", r, x)
			} else if x == 0 {
				zeros++
			}
		}
	}
	if zeros == 0 {
		t.Error("no value was below 0: this tests nothing")
	}
}

// A driver of pure noise beside others that matter gets an interval that reaches its share by chance, the mean share, walked, under
// permutations of its answers: in nineteen surveys of twenty, as a 95 % interval does.
func TestNearbyLMGOfNoiseReachesItsPermutationNull(t *testing.T) {
	const p, noise, surveys = 18, 5, 20
	of := driverDesign{"one of noise", func(j int) float64 { return math.Abs(float64(j-noise)) / 12 }, func(j int) float64 { return min(1, math.Abs(float64(j-noise))) }}
	reached := 0
	for survey := range surveys {
		rows := of.rows(p, 700+survey)
		low, high := nearbyInterval(t, rows, noise)
		null, permutations := 0.0, 40
		source := rand.New(rand.NewPCG(3, uint64(survey)))
		for range permutations {
			shuffled := make([][]float64, len(rows))
			for i, from := range source.Perm(len(rows)) {
				shuffled[i] = slices.Clone(rows[i])
				shuffled[i][noise] = rows[from][noise]
			}
			values, err := lastIsOutcome(shuffled).LMG()
			if err != nil {
				t.Fatal(err)
			}
			null += values[noise] / floats.Sum(values) / float64(permutations)
		}
		if low <= null && null <= high {
			reached++
		}
	}
	if reached < surveys-2 {
		t.Errorf("the interval reaches what chance gives in %d of %d surveys", reached, surveys)
	}
}

// nearbyInterval returns the interval of one driver's share.
func nearbyInterval(t *testing.T, rows [][]float64, driver int) (low, high float64) {
	t.Helper()
	sample := lastIsOutcome(rows)
	lmg, err := sample.LMG()
	if err != nil {
		t.Fatal(err)
	}
	nearby := NewNearbyLMG(sample, lmg)
	var draws []float64
	times := make([]int32, len(rows))
	for r := range 200 {
		Multiplicities(times, 1, 2, r)
		values, err := nearby.LMG(resampled(rows, times))
		if err != nil {
			t.Fatal(err)
		}
		draws = append(draws, values[driver]/floats.Sum(values))
	}
	return PercentileInterval(draws, 0.95)
}

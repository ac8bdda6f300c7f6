package stats

import (
	"encoding/csv"
	"errors"
	"math"
	"math/bits"
	"os"
	"slices"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"
)

// matrixDrivers is the correlation matrix that METHODS' issue of drivers gives without respondents.
func matrixDrivers() Drivers {
	return Drivers{
		Among: mat.NewSymDense(4, []float64{1, .2, .3, .4, .2, 1, .5, .1, .3, .5, 1, .2, .4, .1, .2, 1}),
		With:  []float64{-.4, .1, -.3, .4},
	}
}

func TestRelativeImportanceOfACorrelationMatrix(t *testing.T) {
	lmg, err := matrixDrivers().LMG()
	if err != nil {
		t.Fatal(err)
	}
	johnson, err := matrixDrivers().RelativeWeights()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{.2380704, .0561032, .1180039, .2864270} {
		if !within(lmg[i], want, 7) {
			t.Errorf("LMG of driver %d is %.9f, want %.7f", i, lmg[i], want)
		}
	}
	for i, want := range []float64{.24066119, .05492664, .12143476, .28158189} {
		if !within(johnson[i], want, 8) {
			t.Errorf("relative weight of driver %d is %.10f, want %.8f", i, johnson[i], want)
		}
	}
}

// publicData reads a table of R's datasets; the columns by name.
func publicData(t *testing.T, name string, columns ...string) [][]float64 {
	t.Helper()
	file, err := os.Open("../../../shared/published/" + name)
	if err != nil {
		t.Skipf("R's data %s is not there: %v", name, err)
	}
	defer func() { _ = file.Close() }()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]float64
	for _, record := range records[1:] {
		row := make([]float64, len(columns))
		for i, column := range columns {
			row[i], err = strconv.ParseFloat(record[slices.Index(records[0], column)], 64)
			if err != nil {
				t.Fatal(err)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// lastIsOutcome returns the drivers of rows whose last column is the outcome.
func lastIsOutcome(rows [][]float64) Drivers {
	k := len(rows[0])
	m := momentsOf(rows)
	drivers := make([]int, k-1)
	for i := range drivers {
		drivers[i] = i
	}
	return DriversOf(m.Correlation(), drivers, k-1)
}

// momentsOf adds up rows around their first one.
func momentsOf(rows [][]float64) *Moments {
	m := NewMoments(len(rows[0]))
	for _, row := range rows {
		x := slices.Clone(row)
		for i := range x {
			x[i] -= rows[0][i]
		}
		m.Add(1, x)
	}
	return m
}

func TestRelativeImportanceOfSwiss(t *testing.T) {
	d := lastIsOutcome(publicData(t, "swiss.csv", "Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality", "Fertility"))
	lmg, err := d.LMG()
	if err != nil {
		t.Fatal(err)
	}
	johnson, _ := d.RelativeWeights()
	fit, _ := d.Regression()
	if !within(fit.RSquared, .706735, 6) {
		t.Errorf("R² is %v", fit.RSquared)
	}
	for i, want := range []float64{.057091221, .171173029, .260134679, .105570150, .112765923} {
		if !within(lmg[i], want, 9) {
			t.Errorf("LMG of driver %d is %.12f, want %v", i, lmg[i], want)
		}
	}
	for i, want := range []float64{.048416896, .154708250, .271964105, .114680030, .116965721} {
		if !within(johnson[i], want, 9) {
			t.Errorf("relative weight of driver %d is %.12f, want %v", i, johnson[i], want)
		}
	}
}

func TestJackknifeOfAttitude(t *testing.T) {
	rows := publicData(t, "attitude.csv", "complaints", "privileges", "learning", "raises", "critical", "advance", "rating")
	lmg, err := lastIsOutcome(rows).LMG()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{.3708161943, .0509037930, .1557659902, .1203450794, .0065887225, .0281822131} {
		if !within(lmg[i], want, 10) {
			t.Errorf("LMG of driver %d is %.12f, want %v", i, lmg[i], want)
		}
	}
	n := float64(len(rows))
	replicates := make([][]float64, len(rows))
	for out := range rows {
		rest := slices.Concat(rows[:out], rows[out+1:])
		if replicates[out], err = lastIsOutcome(rest).LMG(); err != nil {
			t.Fatal(err)
		}
	}
	for i, want := range []float64{.081576457, .041347444, .071459576, .042120461, .024621143, .019982393} {
		mean, squares := 0.0, 0.0
		for _, r := range replicates {
			mean += r[i] / n
		}
		for _, r := range replicates {
			squares += (r[i] - mean) * (r[i] - mean)
		}
		if se := math.Sqrt((n - 1) / n * squares); !within(se, want, 9) {
			t.Errorf("jackknife standard error of driver %d is %.11f, want %v", i, se, want)
		}
	}
}

// drawDrivers returns the correlations of drivers and outcome of random rows.
func drawDrivers(t *rapid.T) Drivers {
	p := rapid.IntRange(1, 6).Draw(t, "drivers")
	return lastIsOutcome(drawRows(t, p+1))
}

func drawRows(t *rapid.T, k int) [][]float64 {
	n := rapid.IntRange(k+6, 40).Draw(t, "rows")
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, k)
		shared := rapid.Float64Range(-1, 1).Draw(t, "shared")
		for j := range rows[i] {
			rows[i][j] = shared + rapid.Float64Range(-1, 1).Draw(t, "own")
		}
	}
	return rows
}

// The second route to LMG: its definition, subset by subset, with R² of each subset by elimination.
func lmgByDefinition(t *rapid.T, d Drivers) []float64 {
	p := len(d.With)
	r2 := make([]float64, 1<<p)
	for set := 1; set < 1<<p; set++ {
		var members []int
		for j := range p {
			if set>>j&1 == 1 {
				members = append(members, j)
			}
		}
		fit, err := d.only(members).Regression()
		if err != nil {
			t.Skip("collinear draw")
		}
		r2[set] = fit.RSquared
	}
	lmg := make([]float64, p)
	for j := range lmg {
		for set := range r2 {
			if set>>j&1 == 0 {
				k := bits.OnesCount(uint(set))
				orders := math.Gamma(float64(k+1)) * math.Gamma(float64(p-k)) / math.Gamma(float64(p+1))
				lmg[j] += orders * (r2[set|1<<j] - r2[set])
			}
		}
	}
	return lmg
}

// only returns some of the drivers.
func (d Drivers) only(members []int) Drivers {
	some := Drivers{Among: mat.NewSymDense(len(members), nil)}
	for a, i := range members {
		some.With = append(some.With, d.With[i])
		for b := a; b < len(members); b++ {
			some.Among.SetSym(a, b, d.Among.At(i, members[b]))
		}
	}
	return some
}

func TestLMGIsTheAverageGain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDrivers(t)
		lmg, err := d.LMG()
		if err != nil {
			t.Skip("collinear draw")
		}
		for j, want := range lmgByDefinition(t, d) {
			if math.Abs(lmg[j]-want) > 1e-10 {
				t.Errorf("LMG of driver %d is %v, by definition %v", j, lmg[j], want)
			}
		}
	})
}

func TestCoefficientsAreThoseOfTheRegression(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDrivers(t)
		want, err := d.Regression()
		if err != nil {
			t.Skip("collinear draw")
		}
		got, err := d.Coefficients()
		if err != nil {
			t.Fatal(err)
		}
		for j, beta := range want.Beta {
			if !near(got.Beta[j], beta, 1e-9) || !near(got.RSquared, want.RSquared, 1e-9) {
				t.Errorf("solved %v, by the inverse %v", got, want)
			}
		}
	})
}

func TestSharesSumToRSquared(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDrivers(t)
		fit, err := d.Regression()
		if err != nil {
			t.Skip("collinear draw")
		}
		lmg, _ := d.LMG()
		johnson, _ := d.RelativeWeights()
		for name, shares := range map[string][]float64{"LMG": lmg, "relative weights": johnson} {
			total := 0.0
			for _, x := range shares {
				total += x
				if x < -1e-12 {
					t.Errorf("%s: a negative share %v", name, x)
				}
			}
			if math.Abs(total-fit.RSquared) > 1e-7 { // drivers just short of collinear cost digits
				t.Errorf("%s sum to %v, R² is %v", name, total, fit.RSquared)
			}
		}
	})
}

func TestImportanceIgnoresScaleAndOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t, 4)
		before, err := lastIsOutcome(rows).LMG()
		if err != nil {
			t.Skip("collinear draw")
		}
		for j := range 4 {
			if spread(rows, j) < 1e-3 {
				t.Skip("beside what is added below, a column of so little spread keeps a few digits")
			}
		}
		factor := rapid.Float64Range(.1, 100).Draw(t, "factor")
		moved := make([][]float64, len(rows))
		for i, row := range rows {
			moved[i] = []float64{row[2], 3 - factor*row[0], row[1], 5 + 2*row[3]}
		}
		after, err := lastIsOutcome(moved).LMG()
		if err != nil {
			t.Fatal(err)
		}
		for was, is := range map[int]int{0: 1, 1: 2, 2: 0} {
			if math.Abs(before[was]-after[is]) > 1e-9 {
				t.Errorf("driver %d had %v and has %v", was, before[was], after[is])
			}
		}
	})
}

// spread is the standard deviation of a column.
func spread(rows [][]float64, j int) float64 {
	var column []float64
	for _, row := range rows {
		column = append(column, row[j])
	}
	return stat.StdDev(column, nil)
}

func TestATwinSplitsItsShare(t *testing.T) {
	alone := Drivers{Among: mat.NewSymDense(2, []float64{1, .3, .3, 1}), With: []float64{.5, .4}}
	twins := Drivers{Among: mat.NewSymDense(3, []float64{1, .999, .3, .999, 1, .3, .3, .3, 1}), With: []float64{.5, .5, .4}}
	one, err := alone.LMG()
	if err != nil {
		t.Fatal(err)
	}
	split, err := twins.LMG()
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(split[0]-split[1]) > 1e-9 {
		t.Errorf("twins have %v and %v", split[0], split[1])
	}
	// Both together hold what the one had, but for the orders in which the third now stands between them.
	if sum := split[0] + split[1]; sum < one[0] || sum > one[0]+.03 {
		t.Errorf("twins share %v, alone %v", sum, one[0])
	}
	fit, _ := twins.Regression()
	if fit.VIF[0] < 400 || fit.VIF[2] > 1.2 {
		t.Errorf("variance inflation %v", fit.VIF)
	}
}

func TestCollinearDriversAreNamed(t *testing.T) {
	// The third is the sum of the first two.
	s := 1 / math.Sqrt2
	d := Drivers{Among: mat.NewSymDense(4, []float64{1, 0, .1, s, 0, 1, .2, s, .1, .2, 1, s * .3, s, s, s * .3, 1}), With: []float64{.1, .2, .3, .2}}
	var collinear *CollinearError
	if _, err := d.LMG(); !errors.As(err, &collinear) || collinear.Driver != 3 || !slices.Equal(collinear.On, []int{0, 1}) {
		t.Errorf("got %v", err)
	}
	if _, err := d.RelativeWeights(); !errors.As(err, &collinear) {
		t.Errorf("got %v", err)
	}
}

func TestAConstantHasNoCorrelation(t *testing.T) {
	m := momentsOf([][]float64{{1, 3.1, 2}, {2, 3.1, 4}, {3, 3.1, 7}})
	r := m.Correlation()
	if !math.IsNaN(r.At(0, 1)) || !math.IsNaN(r.At(1, 1)) || r.At(0, 0) != 1 || math.Abs(r.At(0, 2)-.9933992677987828) > 1e-12 {
		t.Errorf("got %v", mat.Formatted(r))
	}
}

// Rows of indicators are rows.
func TestMomentsOfIndicators(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(1, 7).Draw(t, "variables")
		dense, sparse := NewMoments(k), NewMoments(k)
		for range rapid.IntRange(0, 9).Draw(t, "rows") {
			w := rapid.Float64Range(.1, 3).Draw(t, "weight")
			row := make([]float64, k)
			var at []uint16
			for i := range row[:k-1] {
				if rapid.Bool().Draw(t, "set") {
					row[i] = 1
					at = append(at, uint16(i))
				}
			}
			row[k-1] = float64(rapid.IntRange(-3, 3).Draw(t, "outcome"))
			dense.Add(w, row)
			sparse.AddIndicators(w, at, row[k-1])
		}
		if dense.N != sparse.N || !slices.Equal(dense.Sum, sparse.Sum) || !slices.Equal(dense.Product, sparse.Product) {
			t.Errorf("dense %v, sparse %v", dense, sparse)
		}
	})
}

// Least squares against the line through points whose answer is on paper: y = 2x + 1 with residuals of one size.
func TestLeastSquaresOfALine(t *testing.T) {
	m := NewMoments(2)
	for _, row := range [][]float64{{-1, -.9}, {-1, -1.1}, {1, 3.1}, {1, 2.9}} {
		m.Add(1, row)
	}
	fit, err := m.LeastSquares([]int{0}, 1)
	if err != nil {
		t.Fatal(err)
	}
	// RSS = 4·0.01; SE = √(0.04/2/Σx²), Σx² = 4.
	if !near(fit.Intercept, 1, 1e-12) || !near(fit.Coefficients[0], 2, 1e-12) || !near(fit.SE[0], math.Sqrt(.005), 1e-9) || fit.DF != 2 {
		t.Errorf("got %+v", fit)
	}
	if _, err := m.LeastSquares([]int{0, 0}, 1); err == nil {
		t.Error("a predictor that stands twice is fitted")
	}
}

func TestConcurrentReplicatesOwnNothingToProcessors(t *testing.T) {
	draw := func(r int) []int32 {
		times := make([]int32, 50)
		Multiplicities(times, 7, 3, r)
		return times
	}
	got := make([][]int32, 40)
	Replicates(len(got), func() func(int) { return func(r int) { got[r] = draw(r) } })
	for r := range got {
		total := int32(0)
		for _, n := range got[r] {
			total += n
		}
		if !slices.Equal(got[r], draw(r)) || total != 50 {
			t.Errorf("replicate %d is %v, alone %v", r, got[r], draw(r))
		}
	}
	if slices.Equal(got[0], got[1]) {
		t.Error("two replicates are the same draw")
	}
}

func TestPercentileIntervalNeedsItsReplicates(t *testing.T) {
	draws := make([]float64, 100)
	for i := range draws {
		draws[i] = float64(i)
	}
	if low, high := PercentileInterval(draws, .9); !near(low, 4.95, 1e-12) || !near(high, 94.05, 1e-12) {
		t.Errorf("got %v to %v", low, high)
	}
	for i := range 6 {
		draws[i] = math.NaN()
	}
	if low, _ := PercentileInterval(draws, .9); !math.IsNaN(low) {
		t.Error("an interval of replicates of which 6 % are undefined")
	}
}

// The printed table of Wang & al. 2024, table 4: IA of rounded coefficients, so within .02.
func TestImpactAsymmetryOfPublishedTable(t *testing.T) {
	for _, row := range publicData(t, "prca_wang_2024_table4.csv", "beta_low", "beta_high", "ia_published") {
		if got := ImpactAsymmetry(row[0], row[1]); math.Abs(got-row[2]) > .02 {
			t.Errorf("penalty %v and reward %v give %v, published %v", row[0], row[1], got, row[2])
		}
	}
}

func TestImpactAsymmetryOfWrongSigns(t *testing.T) {
	for _, test := range []struct{ penalty, reward, want float64 }{{-1, 0, -1}, {-1, -.2, -1}, {.3, 2, 1}, {-1, 1, 0}, {.1, -.1, math.NaN()}} {
		if got := ImpactAsymmetry(test.penalty, test.reward); !(got == test.want || math.IsNaN(got) && math.IsNaN(test.want)) {
			t.Errorf("%v, %v: got %v, want %v", test.penalty, test.reward, got, test.want)
		}
	}
}

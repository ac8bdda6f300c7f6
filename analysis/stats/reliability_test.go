package stats

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"os"
	"slices"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// referenceCustomers returns columns of the customers of the first wave of the reference study, without the straight-liners;
// rows with a missing answer or a "don't know" (99) are left out.
func referenceCustomers(t *testing.T, columns ...string) [][]float64 {
	t.Helper()
	file, err := os.Open("../../testdata/reference/waves/survey.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int { return slices.Index(records[0], name) }
	var rows [][]float64
next:
	for _, r := range records[1:] {
		if r[at("audience")] != "customer" || r[at("wave")] != "W1" || r[at("respondent_id")] == "R079" || r[at("respondent_id")] == "R151" {
			continue
		}
		row := make([]float64, len(columns))
		for i, column := range columns {
			x, err := strconv.ParseFloat(r[at(column)], 64)
			if err != nil || x == 99 {
				continue next
			}
			row[i] = x
		}
		rows = append(rows, row)
	}
	return rows
}

func wavesReference(t *testing.T, into any) {
	t.Helper()
	text, err := os.ReadFile("../../testdata/reference/waves/ref.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

func TestReliabilityAgreesWithR(t *testing.T) {
	var want struct {
		Reliability struct {
			N        int
			Alpha    float64   `json:"raw_alpha"`
			Standard float64   `json:"std_alpha"`
			ItemRest []float64 `json:"r_drop"`
			Omega    float64   `json:"omega_total_1f"`
			Loadings []float64
			Feldt    []float64
		}
	}
	wavesReference(t, &want)
	w := want.Reliability
	m := momentsOf(referenceCustomers(t, "perf_quality", "perf_listens", "perf_ethics", "perf_speed", "perf_price", "perf_friendly"))
	alpha := Alpha(m.Covariance(), m.N, float64(m.N), .95)
	if m.N != w.N || !near(alpha.Value, w.Alpha, 1e-11) || !near(alpha.Low, w.Feldt[0], 1e-10) || !near(alpha.High, w.Feldt[1], 1e-10) {
		t.Errorf("alpha %+v of %d, want %v %v of %d", alpha, m.N, w.Alpha, w.Feldt, w.N)
	}
	if standard := Alpha(m.Correlation(), m.N, float64(m.N), .95); !near(standard.Value, w.Standard, 1e-11) {
		t.Errorf("standardised alpha %v, want %v", standard.Value, w.Standard)
	}
	for i, r := range CorrectedItemTotal(m.Covariance()) {
		if !near(r, w.ItemRest[i], 1e-11) {
			t.Errorf("item-total of item %d is %v, want %v", i, r, w.ItemRest[i])
		}
	}
	omega, loadings, err := Omega(m.Correlation())
	if err != nil || math.Abs(omega-w.Omega) > 1e-6 {
		t.Errorf("omega %v (%v), want %v", omega, err, w.Omega)
	}
	for i, l := range loadings {
		if math.Abs(l-w.Loadings[i]) > 2e-5 { // psych stops climbing there
			t.Errorf("loading %d is %v, want %v", i, l, w.Loadings[i])
		}
	}
}

// Tau-equivalent items: alpha, omega and the true reliability of the sum are one number.
func TestReliabilityOfEqualLoadings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(3, 9).Draw(t, "items")
		r := rapid.Float64Range(.05, .9).Draw(t, "correlation")
		equal := mat.NewSymDense(k, nil)
		for i := range k {
			for j := i; j < k; j++ {
				equal.SetSym(i, j, r)
			}
			equal.SetSym(i, i, 1)
		}
		truth := float64(k) * r / (1 + float64(k-1)*r)
		omega, _, err := Omega(equal)
		if alpha := Alpha(equal, 100, 100, .95); math.Abs(alpha.Value-truth) > 1e-12 || math.Abs(omega-truth) > 1e-8 || err != nil {
			t.Errorf("alpha %v, omega %v (%v), truth %v", alpha.Value, omega, err, truth)
		}
	})
}

func TestAlphaIgnoresScaleAndOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t, 3)
		moved := make([][]float64, len(rows))
		for i, r := range rows {
			moved[i] = []float64{5 + 3*r[1], 3 * r[2], 3*r[0] - 1}
		}
		a, b := Alpha(momentsOf(rows).Covariance(), len(rows), float64(len(rows)), .95), Alpha(momentsOf(moved).Covariance(), len(rows), float64(len(rows)), .95)
		if math.Abs(a.Value-b.Value) > 1e-9*math.Max(1, math.Abs(a.Value)) {
			t.Errorf("%v and %v", a.Value, b.Value)
		}
	})
}

// The second route to the corrected item-total correlation: the sums themselves.
func TestCorrectedItemTotalOfRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t, 4)
		got := CorrectedItemTotal(momentsOf(rows).Covariance())
		for i := range got {
			item, rest := make([]float64, len(rows)), make([]float64, len(rows))
			for n, row := range rows {
				item[n], rest[n] = row[i], row[0]+row[1]+row[2]+row[3]-row[i]
			}
			if want := Pearson(item, rest); math.Abs(got[i]-want) > 1e-9 {
				t.Errorf("item %d: %v, from sums %v", i, got[i], want)
			}
		}
	})
}

func TestReliabilityOfNothing(t *testing.T) {
	one := mat.NewSymDense(1, []float64{2})
	if a := Alpha(one, 50, 50, .95); !math.IsNaN(a.Value) || !a.Has(TooFew) {
		t.Errorf("alpha of one item: %+v", a)
	}
	opposite := mat.NewSymDense(2, []float64{1, -1, -1, 1})
	if a := Alpha(opposite, 50, 50, .95); !math.IsNaN(a.Value) || !a.Has(ZeroVariance) {
		t.Errorf("alpha of a constant sum: %+v", a)
	}
	if omega, _, err := Omega(opposite); !math.IsNaN(omega) || !errors.Is(err, ErrFewItems) {
		t.Errorf("omega of two items: %v, %v", omega, err)
	}
	nan := math.NaN()
	constant := mat.NewSymDense(3, []float64{nan, nan, nan, nan, 1, .5, nan, .5, 1})
	if omega, _, err := Omega(constant); !math.IsNaN(omega) || !errors.Is(err, ErrConstant) {
		t.Errorf("omega with an item that does not vary: %v, %v", omega, err)
	}
	apart := mat.NewSymDense(4, []float64{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1})
	if omega, _, err := Omega(apart); !math.IsNaN(omega) || !errors.Is(err, ErrNoFactor) {
		t.Errorf("omega of items that have nothing in common: %v, %v", omega, err)
	}
	// Of the first item all is explained by what it shares with the others.
	heywood := mat.NewSymDense(3, []float64{1, .9, .9, .9, 1, .8, .9, .8, 1})
	if omega, _, err := Omega(heywood); !math.IsNaN(omega) || !errors.Is(err, ErrHeywood) {
		t.Errorf("got %v, %v", omega, err)
	}
}

// Of items with hardly anything in common the likelihood is flat: at its maximum the last item takes the whole factor, but steps that become
// small before that would show a uniqueness of .02 and an omega of .32.
func TestHeywoodCaseOnAFlatLikelihood(t *testing.T) {
	flat := mat.NewSymDense(4, []float64{
		1, .06, -.04, .08,
		.06, 1, -.02, .04,
		-.04, -.02, 1, .08,
		.08, .04, .08, 1,
	})
	if omega, _, err := Omega(flat); !math.IsNaN(omega) || !errors.Is(err, ErrHeywood) {
		t.Errorf("omega %v (%v), want a Heywood case", omega, err)
	}
}

// No start leads to a larger likelihood than the one that was found.
func TestOneFactorFindsTheLargestMaximum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := momentsOf(drawRows(t, rapid.IntRange(3, 5).Draw(t, "items"))).Correlation()
		k := s.SymmetricDim()
		for i := range k {
			if math.IsNaN(s.At(i, i)) {
				return
			}
		}
		_, unique := fitOneFactor(s)
		found := newOneFactor(s, unique)
		start := make([]float64, k)
		for i := range start {
			start[i] = rapid.Float64Range(leastUniqueness, 1).Draw(t, "uniqueness")
		}
		other := newOneFactor(s, start)
		other.descend(nil)
		if other.f < found.f-1e-9 {
			t.Errorf("from %v to %v (%v), found %v (%v)", start, other.x, other.f, found.x, found.f)
		}
	})
}

// Half as many answers that count differ from all of them by the interval alone.
func TestWeightsWidenFeldt(t *testing.T) {
	cov := mat.NewSymDense(3, []float64{2, 1, 1, 1, 2, 1, 1, 1, 2})
	weighted, half, whole := Alpha(cov, 200, 100, .95), Alpha(cov, 100, 100, .95), Alpha(cov, 200, 200, .95)
	if weighted.Low != half.Low || weighted.High != half.High || weighted.DF != 99 || !(weighted.Low < whole.Low) {
		t.Errorf("of 200 answers as of 100: %+v, of 100: %+v", weighted, half)
	}
	if weighted.N != 200 || weighted.NEffective != 100 || weighted.Value != whole.Value {
		t.Errorf("got %+v", weighted)
	}
}

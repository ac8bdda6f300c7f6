package stats

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func near(got, want, relative float64) bool {
	return math.Abs(got-want) <= 1e-12 || math.Abs(got-want) <= relative*math.Abs(want)
}

// The means of three audiences on six items in wave 1 of testdata/reference/waves, and R's cor, and irr::kendall of them.
func referenceProfiles() [][]float64 {
	rows := [][]float64{
		{7.214285714286, 7.033333333333, 6.136363636364},
		{7, 6.01724137931, 4.973684210526},
		{7.285714285714, 6.508474576271, 5.683870967742},
		{6.615384615385, 6.220338983051, 5.290322580645},
		{5.714285714286, 5.719298245614, 4.922077922078},
		{8.214285714286, 6.966101694915, 6.733766233766},
	}
	profiles := make([][]float64, 3)
	for _, row := range rows {
		for j, x := range row {
			profiles[j] = append(profiles[j], x)
		}
	}
	return profiles
}

func TestProfileAgreementAgreesWithR(t *testing.T) {
	p := referenceProfiles()
	c := CompareProfiles(p[0], p[2])
	for what, pair := range map[string][2]float64{
		"Pearson": {c.Pearson, 0.8547722125614}, "Spearman": {c.Spearman, 0.8857142857143},
		"mean absolute": {c.MeanAbsolute, 1.383978415472}, "root mean square": {c.RootMeanSquare, 1.438117647842},
		"distance": {math.Sqrt(c.Distance), 3.522654427306},
	} {
		if !near(pair[0], pair[1], 1e-11) { // the means are printed to 12 decimals
			t.Errorf("%s: got %v, want %v", what, pair[0], pair[1])
		}
	}
}

func TestKendallW(t *testing.T) {
	same := []float64{1, 2, 3, 4}
	for _, test := range []struct {
		name    string
		ratings [][]float64
		want    float64
	}{
		{"full concordance", [][]float64{same, {10, 20, 30, 40}, {0, 5, 6, 9}}, 1},
		{"two opposite raters", [][]float64{same, {4, 3, 2, 1}}, 0},
		// Kendall & Gibbons' tie correction by hand: ranks 1 2.5 2.5 4 and 1 2 3 4, sums 2 4.5 5.5 8, S = 18.5, T = 6.
		{"a tie", [][]float64{{1, 2, 2, 3}, same}, 12 * 18.5 / (4*60 - 2*6)},
		{"a tie on paper", [][]float64{{1, 0.1 + 0.2, 0.3, 3}, same}, math.NaN()},
	} {
		want := test.want
		if test.name == "a tie on paper" { // 0.1+0.2 and 0.3 differ in the last bit: ranks 3 1.5 1.5 4
			want, _ = KendallW([][]float64{{3, 1.5, 1.5, 4}, same})
		}
		if got, _ := KendallW(test.ratings); !near(got, want, 1e-12) {
			t.Errorf("%s: got %v, want %v", test.name, got, want)
		}
	}
	for name, ratings := range map[string][][]float64{
		"one rater": {same}, "two things": {{1, 2}, {1, 2}}, "nobody tells them apart": {{1, 1, 1}, {2, 2, 2}},
	} {
		if w, p := KendallW(ratings); !math.IsNaN(w) || !math.IsNaN(p) {
			t.Errorf("%s: got W %v, p %v, want NaN", name, w, p)
		}
	}
}

// The parts add up to the distance, swapping the profiles changes nothing, and shifting one moves the elevation alone.
func TestProfileSplitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "items")
		value := rapid.Float64Range(1, 10)
		x := rapid.SliceOfN(value, n, n).Draw(t, "x")
		y := rapid.SliceOfN(value, n, n).Draw(t, "y")
		c, swapped := CompareProfiles(x, y), CompareProfiles(y, x)
		if !near(c.Elevation+c.Scatter+c.Shape, c.Distance, 1e-9) {
			t.Fatalf("parts %v + %v + %v are not %v", c.Elevation, c.Scatter, c.Shape, c.Distance)
		}
		if !near(c.Distance, swapped.Distance, 1e-12) || !near(c.Shape, swapped.Shape, 1e-9) {
			t.Fatalf("swapping changes %v to %v", c, swapped)
		}
		shifted := make([]float64, n)
		for i := range y {
			shifted[i] = y[i] + 5
		}
		s := CompareProfiles(x, shifted)
		if math.Abs(s.Scatter-c.Scatter) > 1e-9 || math.Abs(s.Shape-c.Shape) > 1e-9 {
			t.Fatalf("a shift moves scatter %v to %v, shape %v to %v", c.Scatter, s.Scatter, c.Shape, s.Shape)
		}
	})
}

func TestProfilesLeaveOutWhatOneHasNot(t *testing.T) {
	nan := math.NaN()
	c := CompareProfiles([]float64{1, nan, 3, 4, 2}, []float64{1, 2, nan, 5, 1})
	if c.Items != 3 || !near(c.MeanAbsolute, 2.0/3, 1e-12) {
		t.Errorf("got %+v", c)
	}
	if none := CompareProfiles([]float64{nan}, []float64{1}); none.Items != 0 || !math.IsNaN(none.Distance) {
		t.Errorf("no common item: got %+v", none)
	}
	if two := CompareProfiles([]float64{1, 2}, []float64{3, 1}); !math.IsNaN(two.Pearson) {
		t.Errorf("two items have a correlation of %v", two.Pearson)
	}
	if level := CompareProfiles([]float64{2, 2, 2}, []float64{3, 1, 2}); !math.IsNaN(level.Pearson) || level.Shape != 0 {
		t.Errorf("a flat profile: got %+v", level)
	}
}
